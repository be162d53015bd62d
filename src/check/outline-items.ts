// The texts of a document -> its outline items with their depth and what they stand under.
import type { ItemBlock } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { HeadingPart } from '../document/reading-node.ts';
import type { PrintedText } from './texts.ts';

export interface OutlineItem {
  readonly item: ItemBlock;
  readonly text: string;
  /** The level, not counting what an item with a circled number adds to those below it. */
  readonly depth: number;
  readonly heading?: HeadingPart;
  /** The task sheet's block id. */
  readonly sheet?: string;
  /** Title of the part. */
  readonly part: string;
}

const CIRCLED = /^[①-⑳]$/;

/** In reading order, without what stands in tables. */
export function outlineItems(texts: readonly PrintedText[]): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  let above: HeadingPart | undefined;
  let circled = Number.POSITIVE_INFINITY;
  for (const { role, context } of texts) {
    const { block, part, heading, sheet } = context;
    if (heading !== above) circled = Number.POSITIVE_INFINITY;
    above = heading;
    if (block.kind !== 'item' || role !== 'body') continue;
    if (block.level <= circled) circled = CIRCLED.test(block.marker) ? block.level : Number.POSITIVE_INFINITY;
    items.push({
      item: block,
      text: plainText(block.content.inlines),
      depth: block.level - (block.level > circled ? 1 : 0),
      part: plainText(part?.title.inlines ?? []),
      ...(heading && { heading }),
      ...(sheet !== undefined && { sheet }),
    });
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
