// Made pages -> the pages of the press file: bound margins, colour to the bleed, blank pages, the cover as the sheet that is folded around.
import type { Document } from '../../../document/document.ts';
import { type MadePage, type PlacedItem, sizeOf } from '../page/made-page.ts';
import { NEAR, type Shift, shiftedOnPage } from '../page/shifted-item.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { type PressJob, type PressPart, spineWidth } from './press-job.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page of the press file; a blank one has no name. */
export interface PressPage {
  /** Points, trimmed. */
  readonly size: Size;
  /** Whether it lies across the sheet, with its head at the left. */
  readonly turned: boolean;
  readonly items: readonly PlacedItem[];
  /** What viewers call it. */
  readonly name: string | undefined;
  /** Where it is folded, in points from its left edge. */
  readonly folds: readonly number[];
}

const UNMOVED: Shift = { right: 0, down: 0 };

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
  const { width, height } = document.theme.page;
  const sizeOfUpright = { width: width * MM, height: height * MM };
  if (job.part === 'cover') {
    const leaves = arranged('inside', [], inside, [], job.multiple).length;
    return coverSheet(sizeOfUpright, front[0], back[0], spineWidth(leaves, job.paper) * MM, job, nameOf);
  }
  const covering = new Set([...front, ...back]);
  return arranged(job.part, front, inside, back, job.multiple).map((page, index): PressPage => {
    if (page === undefined) return blankPage(sizeOfUpright);
    const size = sizeOf(page);
    const { turned } = page.context;
    const shift = covering.has(page) ? UNMOVED : bindingShift(page, job, index);
    const items = page.items.flatMap((placed) => {
      const item = pressItem(placed.item, size, job.bleed * MM, shift);
      return item === undefined ? [] : [{ ...placed, item }];
    });
    return { items, name: nameOf.get(page), turned, size, folds: [] };
  });
}

function blankPage(size: Size, folds: readonly number[] = []): PressPage {
  return { items: [], name: undefined, turned: false, size, folds };
}

/** Both sides of the sheet around the inside: back cover, spine and front cover, in the colour that reaches the front's edge; the inside covers. */
function coverSheet(
  { width, height }: Size,
  front: MadePage | undefined,
  back: MadePage | undefined,
  spine: number,
  job: PressJob,
  nameOf: ReadonlyMap<MadePage, string | undefined>,
): PressPage[] {
  const size = { width: 2 * width + spine, height };
  const folds = spine === 0 ? [width] : [width, width + spine];
  const shift = { right: width + spine, down: 0 };
  const around = (item: DrawItem): DrawItem =>
    item.kind === 'rect' && item.x <= NEAR
      ? { ...item, x: width, width: item.x + item.width + spine }
      : moved(item, shift.right, 0);
  const items = [
    ...(back?.items ?? []),
    ...(front?.items ?? []).map((placed) => ({ ...placed, item: around(placed.item) })),
  ].flatMap((placed) => {
    const item = pressItem(placed.item, size, job.bleed * MM, UNMOVED);
    return item === undefined ? [] : [{ ...placed, item }];
  });
  const names = [back, front].flatMap((page) => (page && nameOf.get(page)) ?? []);
  const outside = { items, name: names.join('·') || undefined, turned: false, size, folds };
  return [outside, blankPage(size, folds)];
}

/**
 * The pages of a part in order, undefined for blank ones. A cover is a leaf before the inside and one behind it, whose other sides are
 * blank; the last is the back cover.
 */
function arranged<Page>(
  part: Exclude<PressPart, 'cover'>,
  front: readonly Page[],
  inside: readonly Page[],
  back: readonly Page[],
  multiple: number,
): (Page | undefined)[] {
  const blank = (count: number) => new Array<undefined>(count).fill(undefined);
  const isBound = part === 'whole' && front.length === 1;
  const before = part === 'whole' ? [...front, ...blank(isBound ? 1 : 0), ...inside] : [...inside];
  const after = part === 'whole' ? [...blank(isBound ? 2 - back.length : 0), ...back] : [];
  const count = before.length + after.length;
  // Leaves have two sides.
  const step = isBound && multiple % 2 === 1 ? 2 * multiple : multiple;
  const total = Math.ceil(Math.max(count, 1) / step) * step;
  return [...before, ...blank(total - count), ...after];
}

/**
 * The first page is a right-hand one, bound at its left edge. A turned page lies with its head at the left: a right-hand one is bound
 * at its head, a left-hand one at its foot, and moves from there as far as the margin is narrower than the inner one.
 */
function bindingShift({ context }: MadePage, { inner }: PressJob, index: number): Shift {
  const { page } = context.theme;
  const isRight = index % 2 === 0;
  if (context.turned) {
    const down = isRight ? Math.max(0, inner - page.top) : -Math.max(0, inner - page.bottom);
    return { right: 0, down: down * MM };
  }
  const outer = page.left + page.right - inner;
  return { right: ((isRight ? inner : outer) - page.left) * MM, down: 0 };
}

/** The item in its place; links lead nowhere on paper. */
function pressItem(item: DrawItem, size: Size, bleed: number, shift: Shift): DrawItem | undefined {
  switch (item.kind) {
    case 'link':
    case 'anchor':
    case 'figure':
    case 'chart':
      return undefined;
    default:
      return shiftedOnPage(item, size, shift, bleed);
  }
}
