// Lines of which some are the sums of others -> which are, and what the others come to.
import type { Amounts, Entry } from './entry.ts';
import { agrees, summed } from './parents.ts';

/** A line and all lines that it is the sum of, those of its parts too. */
export interface SumOfOthers {
  readonly sum: Entry;
  readonly of: readonly Entry[];
}

/** The lines that are sums, and what those that are part of none come to. */
export interface Tree {
  readonly sums: readonly SumOfOthers[];
  readonly top: Amounts;
}

interface Node {
  readonly entry: Entry;
  readonly below: readonly Entry[];
}

/** Far above the parts of any sum without a word for it. */
const MOST_PARTS = 200;

/** Sums above their parts, and sums below them, where there are any. */
export function sumsAmong(lines: readonly Entry[]): readonly Tree[] {
  return [[...lines].reverse(), lines].flatMap((order) => {
    const sums: SumOfOthers[] = [];
    const stack: Node[] = [];
    for (const entry of order) {
      const parts = stack.splice(stack.length - countOf(entry, stack));
      const below = parts.flatMap((part) => [part.entry, ...part.below]);
      if (below.length > 0) sums.push({ sum: entry, of: below });
      stack.push({ entry, below });
    }
    return sums.length > 0 ? [{ sums, top: summed(stack.map(({ entry }) => entry)) }] : [];
  });
}

/** How many of the last lines the amounts are the sum of; 0 where of none. A line that is no sum itself is no sum's only part. */
function countOf({ amounts }: Entry, stack: readonly Node[]): number {
  const [part] = amounts.keys();
  let rest = part === undefined ? undefined : amounts.get(part);
  if (part === undefined || rest === undefined || rest.n === 0n) return 0;
  for (let count = 1; count <= Math.min(stack.length, MOST_PARTS); count++) {
    const node = stack[stack.length - count];
    const amount = node?.entry.amounts.get(part);
    if (amount !== undefined && amount.n !== 0n) rest = rest.sub(amount);
    if (rest.s < 0n && rest.n !== 0n) return 0;
    if (rest.n !== 0n || (count === 1 && node?.below.length === 0)) continue;
    if (agrees(amounts, summed(stack.slice(-count).map(({ entry }) => entry)))) return count;
  }
  return 0;
}
