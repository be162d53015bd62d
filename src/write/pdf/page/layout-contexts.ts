// A document and its typesetter -> what upright pages are laid out with, and landscape ones; and which of its blocks stand on which.
import type { Diagnostic } from '../../../diagnostic.ts';
import type { Document } from '../../../document/document.ts';
import { partEntries } from '../../../document/part-entries.ts';
import { placeOf } from '../../../document/reading.ts';
import { pageOf } from '../../../document/theme.ts';
import { flowOf } from '../blocks/flow.ts';
import { MM } from '../type/units.ts';
import type { LayoutContext } from './layout-context.ts';

export interface LayoutContexts {
  readonly upright: LayoutContext;
  readonly landscape: LayoutContext;
}

/** The least height that text needs, in mm. */
const LEAST_TEXT = 70;

export function layoutContexts(
  document: Document,
  shared: Pick<LayoutContext, 'typesetter' | 'charts' | 'structure' | 'wideTables'>,
): LayoutContexts {
  const { theme, reviewCopy } = document;
  const entries = partEntries(document);
  const contextOf = (landscape: boolean): LayoutContext => {
    const page = pageOf(theme.page, landscape);
    const context: LayoutContext = {
      ...shared,
      theme: { ...theme, page },
      turned: page !== theme.page,
      width: (page.width - page.left - page.right) * MM,
      height: (page.height - page.top - page.bottom) * MM,
      reviewCopy,
      partEntries: entries,
      flow: (block, width) => flowOf(context, block, width),
    };
    return context;
  };
  return { upright: contextOf(false), landscape: contextOf(true) };
}

/** Of each block. */
export function contextsOf({ blocks }: Document, contexts: LayoutContexts): readonly LayoutContext[] {
  let context = contexts.upright;
  return blocks.map((block) => {
    if (block.kind === 'page-turn') context = block.landscape ? contexts.landscape : contexts.upright;
    return context;
  });
}

/** Whether the margins leave a page its text. */
export function leavesText({ theme: { page } }: LayoutContext): boolean {
  return page.height - page.top - page.bottom >= LEAST_TEXT;
}

/** Margins that leave a page its text, and none when it is turned. */
export function lowPages(document: Document, { landscape }: LayoutContexts): readonly Diagnostic[] {
  const { height, top, bottom } = landscape.theme.page;
  const at = document.blocks.findIndex((block) => block.kind === 'page-turn');
  if (at < 0 || leavesText(landscape)) return [];
  const held = document.blocks.slice(at).map(placeOf);
  return [
    {
      rule: 'landscape-margins',
      severity: 'error',
      message: `가로 쪽의 높이 ${height}mm에서 위아래 여백 ${top}mm와 ${bottom}mm를 빼면 글을 놓을 높이가 없습니다.`,
      expected: `theme의 page: top과 bottom의 합이 ${height - LEAST_TEXT} 이하`,
      place: held.find((place) => place?.file) ?? { file: document.id, line: 1, column: 1 },
    },
  ];
}
