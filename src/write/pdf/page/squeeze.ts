// The flow of a task sheet that is a little too long for its page -> the same with less space between its lines and blocks.

import { MM } from '../type/units.ts';
import type { FlowItem } from './flow-item.ts';
import type { LayoutContext } from './layout-context.ts';

/** How much of the space between blocks may be taken away at most. */
const MOST = 0.5;

/**
 * Each stretch from one opening to the next, or to a page that is turned, that is higher than its page, but would fit with up to half of its gaps taken
 * away, loses as much of them as is needed. Stretches with notes or page breaks are left alone.
 */
export function squeezed(context: LayoutContext, flow: readonly FlowItem[]): FlowItem[] {
  const result: FlowItem[] = [];
  for (let from = 0; from < flow.length; ) {
    let to = from + 1;
    while (to < flow.length && !endsStretch(flow[to])) to++;
    const stretch = flow.slice(from, to);
    const factor = factorOf(context, stretch);
    for (const item of stretch) result.push(factor === 1 ? item : scaled(item, factor));
    from = to;
  }
  return result;
}

function endsStretch(item: FlowItem | undefined): boolean {
  return item?.kind === 'opening' || (item?.kind === 'break' && item.landscape !== undefined);
}

function factorOf({ theme }: LayoutContext, stretch: readonly FlowItem[]): number {
  const [first, ...rest] = stretch;
  if (first?.kind !== 'opening' || first.opening.fitsToPage !== true) return 1;
  if (first.opening.notes.length > 0) return 1;
  let room = (theme.page.height - theme.page.bottom) * MM - first.opening.cursor;
  let gaps = 0;
  let after = 0;
  for (const item of rest) {
    if (item.kind === 'slug') {
      if (item.slug.notes.length > 0) return 1;
      room -= item.slug.height;
      gaps += after + item.slug.before;
      after = item.slug.after;
    } else if (item.kind === 'table') {
      const piece = item.table.nextPiece(() => Number.POSITIVE_INFINITY, true);
      if (piece === undefined || piece.rest !== undefined || piece.notes.length > 0) return 1;
      room -= piece.height;
      gaps += after;
      after = item.after;
    } else return 1;
  }
  if (gaps <= room || gaps === 0) return 1;
  // A hair less, so that sums of rounded lengths do not overflow.
  const factor = (room - 0.1) / gaps;
  return factor >= 1 - MOST ? factor : 1;
}

function scaled(item: FlowItem, factor: number): FlowItem {
  switch (item.kind) {
    case 'slug': {
      const { slug } = item;
      return { ...item, slug: { ...slug, before: slug.before * factor, after: slug.after * factor } };
    }
    case 'table':
      return { ...item, after: item.after * factor };
    case 'opening':
    case 'break':
      return item;
  }
}
