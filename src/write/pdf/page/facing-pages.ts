// Made pages -> the same as they lie in the open book: a left-hand page is bound at its right edge.
import type { Document } from '../../../document/document.ts';
import { leftHandPages } from '../../../document/page-zone.ts';
import { boundPage } from '../../../document/theme.ts';
import { MM } from '../type/units.ts';
import { type MadePage, sizeOf } from './made-page.ts';
import { shiftedOnPage } from './shifted-item.ts';

/** Covers lie alone, and a page that is turned is bound at its head or foot. */
export function facingPages({ blocks }: Document, pages: readonly MadePage[]): readonly MadePage[] {
  const covers = new Set(
    blocks.flatMap(({ kind, id }) => (kind === 'cover' || kind === 'back-cover' ? [id] : [])),
  );
  const isLeft = leftHandPages(pages.map(({ fragments }) => covers.has(fragments[0]?.block ?? '')));
  return pages.map((page, index) => {
    if (isLeft[index] !== true) return page;
    const { context } = page;
    if (context.turned) return { ...page, isLeft: true };
    const bound = boundPage(context.theme.page, true);
    const right = (bound.left - context.theme.page.left) * MM;
    return {
      ...page,
      isLeft: true,
      context: { ...context, theme: { ...context.theme, page: bound } },
      items: page.items.map((placed) => ({
        ...placed,
        item: shiftedOnPage(placed.item, sizeOf(page), { right, down: 0 }),
      })),
    };
  });
}
