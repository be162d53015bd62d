// Made pages -> the pages of the press file: bound margins, colour to the bleed, blank pages at the end.
import type { Document } from '../../../document/document.ts';
import type { Theme } from '../../../document/theme.ts';
import type { MadePage, PlacedItem } from '../page/made-page.ts';
import { type DrawItem, moved, type RectItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { PressJob, PressPart } from './press-job.ts';

/** A page of the press file; a blank one has no name. */
export interface PressPage {
  readonly items: readonly PlacedItem[];
  /** What viewers call it. */
  readonly name: string | undefined;
}

/** Rounding noise of lengths in points. */
const NEAR = 0.01;

export function pressPages(
  document: Document,
  pages: readonly MadePage[],
  names: readonly string[],
  job: PressJob,
): PressPage[] {
  const covers = new Map(document.blocks.map((block) => [block.id, block.kind] as const));
  const kindOf = (page: MadePage) => covers.get(page.fragments[0]?.block ?? '');
  const front: MadePage[] = [];
  const back: MadePage[] = [];
  const inside: MadePage[] = [];
  const nameOf = new Map(pages.map((page, index) => [page, names[index]] as const));
  for (const page of pages) {
    const kind = kindOf(page);
    (kind === 'cover' ? front : kind === 'back-cover' ? back : inside).push(page);
  }
  const covering = new Set([...front, ...back]);
  return arranged(job.part, front, inside, back, job.multiple).map((page, index): PressPage => {
    if (page === undefined) return { items: [], name: undefined };
    const shift = covering.has(page) ? 0 : bindingShift(document.theme, job, index);
    const items = page.items.flatMap((placed) => {
      const item = pressItem(placed.item, document.theme, job.bleed * MM, shift);
      return item === undefined ? [] : [{ ...placed, item }];
    });
    return { items, name: nameOf.get(page) };
  });
}

/** The pages of a part in order, undefined for blank ones: before the back cover, which is the outside of the last sheet. */
function arranged<Page>(
  part: PressPart,
  front: readonly Page[],
  inside: readonly Page[],
  back: readonly Page[],
  multiple: number,
): (Page | undefined)[] {
  const chosen = {
    whole: { before: [...front, ...inside], after: back },
    cover: { before: front, after: back },
    inside: { before: inside, after: [] },
  }[part];
  const count = chosen.before.length + chosen.after.length;
  const blanks = Math.ceil(Math.max(count, 1) / multiple) * multiple - count;
  return [...chosen.before, ...new Array<undefined>(blanks).fill(undefined), ...chosen.after];
}

/** How far the text moves, in points: the first page is a right-hand one, bound at its left edge. */
function bindingShift({ page }: Theme, { inner }: PressJob, index: number): number {
  const outer = page.left + page.right - inner;
  return ((index % 2 === 0 ? inner : outer) - page.left) * MM;
}

/** The item in its place; links lead nowhere on paper. */
function pressItem(item: DrawItem, { page }: Theme, bleed: number, shift: number): DrawItem | undefined {
  switch (item.kind) {
    case 'link':
    case 'anchor':
    case 'figure':
    case 'chart':
      return undefined;
    case 'rect':
      return bled(item, page.width * MM, page.height * MM, bleed, shift);
    default:
      return moved(item, shift, 0);
  }
}

/** What reaches the edge of the page goes on into the bleed, and stays where it is. */
function bled(item: RectItem, width: number, height: number, bleed: number, shift: number): DrawItem {
  const left = item.x <= NEAR;
  const right = item.x + item.width >= width - NEAR;
  const top = item.y <= NEAR;
  const foot = item.y + item.height >= height - NEAR;
  const x = left ? -bleed : item.x + shift;
  const end = right ? width + bleed : item.x + item.width + shift;
  const y = top ? -bleed : item.y;
  const bottom = foot ? height + bleed : item.y + item.height;
  return { ...item, x, y, width: end - x, height: bottom - y };
}
