// A document's page -> the area of its text.
import type { Document } from '../document/document.ts';
import { pageOf } from '../document/theme.ts';
import { MM } from './pdf-purpose.ts';

/** Edges in points from the top left corner of the page. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points by which letters may stand out of their advance, and lines out of their box. */
export const SLACK = 0.5;

/** Of an upright page, or of a turned one. */
export function textArea({ theme }: Document, turned = false): Area {
  const page = pageOf(theme.page, turned);
  return {
    left: page.left * MM,
    right: (page.width - page.right) * MM,
    top: page.top * MM,
    bottom: (page.height - page.bottom) * MM,
  };
}
