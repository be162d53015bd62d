// A document's page -> the area of its text.
import type { Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { boundPage, pageOf } from '../document/theme.ts';
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

/** Of an upright page at the right, or at the left of the open book; or of a turned one. */
export function textArea({ theme }: Document, turned = false, isLeft = false): Area {
  const page = turned ? pageOf(theme.page, true) : boundPage(theme.page, isLeft);
  return {
    left: page.left * MM,
    right: (page.width - page.right) * MM,
    top: page.top * MM,
    bottom: (page.height - page.bottom) * MM,
  };
}

/** Of each page, points from its top edge above which furniture is a head: above the text, or on the band of a part that it opens. */
export function headZones(
  document: Document,
  layout: Pick<LayoutMap, 'blocks' | 'turned'>,
): readonly number[] {
  const zones = layout.turned.map((turned) => textArea(document, turned).top);
  for (const { kind, id } of document.blocks) {
    const opened = kind === 'part' ? layout.blocks.get(id)?.[0] : undefined;
    if (opened !== undefined) zones[opened.page] = opened.y + opened.height;
  }
  return zones;
}
