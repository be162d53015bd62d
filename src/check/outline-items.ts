// The blocks of a document -> its outline items with their depth and what they stand under.
import type { Block, HeadingBlock, ItemBlock } from '../document/document.ts';
import { plainText } from '../document/inline.ts';

export interface OutlineItem {
  readonly item: ItemBlock;
  readonly text: string;
  /** The level, not counting what an item with a circled number adds to those below it. */
  readonly depth: number;
  readonly heading?: HeadingBlock;
  /** The task sheet's block id. */
  readonly sheet?: string;
  /** Title of the part. */
  readonly part: string;
  /** Id of the section. */
  readonly section?: string;
}

const CIRCLED = /^[①-⑳]$/;

/** In reading order, without what stands in tables. */
export function outlineItems(blocks: readonly Block[]): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  let under: Omit<OutlineItem, 'item' | 'text' | 'depth'> = { part: '' };
  let circled = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (block.kind === 'part') under = { part: plainText(block.title.inlines) };
    else if (block.kind === 'section') under = { part: under.part, section: block.id };
    else if (block.kind === 'task-sheet') under = { part: under.part, sheet: block.id };
    else if (block.kind === 'heading') under = { ...under, heading: block };
    if (block.kind === 'heading') circled = Number.POSITIVE_INFINITY;
    if (block.kind !== 'item') continue;
    if (block.level <= circled) circled = CIRCLED.test(block.marker) ? block.level : Number.POSITIVE_INFINITY;
    const depth = block.level - (block.level > circled ? 1 : 0);
    items.push({ ...under, item: block, text: plainText(block.content.inlines), depth });
  }
  return items;
}

/** What a line is about where it opens with it: `사업예산` of `사업예산 : 1,000천원`. */
export function leadOf(text: string): string | undefined {
  return /^([가-힣]{2,8})\s*:/.exec(text)?.[1];
}

/** The value that at least `part` of all values are, where there are `least` or more. */
export function usual<Value>(values: readonly Value[], least: number, part: number): Value | undefined {
  if (values.length < least) return undefined;
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= values.length * part ? most[0] : undefined;
}
