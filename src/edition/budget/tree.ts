// Lines of which some are the sums of others -> which are, when that makes them come to a stated sum.
import type Fraction from 'fraction.js';
import type { Amounts, Entry } from './entry.ts';
import { agrees, summed } from './parents.ts';

/** A line and all lines that it is the sum of, those of its parts too. */
export interface SumOfOthers {
  readonly sum: Entry;
  readonly of: readonly Entry[];
}

interface Node {
  readonly entry: Entry;
  readonly below: readonly Entry[];
}

/** Far above the parts of any sum in a budget book. */
const MOST_PARTS = 300;

/** The lines that are the sums of those below (or above) them, if without them the others come to the amounts; undefined if not. */
export function explainedBy(lines: readonly Entry[], amounts: Amounts): readonly SumOfOthers[] | undefined {
  if (lines.length < 2) return undefined;
  for (const order of [[...lines].reverse(), lines]) {
    const sums: SumOfOthers[] = [];
    const stack: Node[] = [];
    for (const entry of order) {
      const parts = stack.splice(stack.length - countOf(entry, stack));
      const below = parts.flatMap((part) => [part.entry, ...part.below]);
      if (below.length > 0) sums.push({ sum: entry, of: below });
      stack.push({ entry, below });
    }
    if (sums.length > 0 && agrees(amounts, summed(stack.map(({ entry }) => entry)))) return sums;
  }
  return undefined;
}

/** How many of the last lines the amounts are the sum of; 0 where of none. A line that is no sum itself is no sum's only part. */
function countOf({ amounts }: Entry, stack: readonly Node[]): number {
  const [part] = amounts.keys();
  let rest: Fraction | undefined = part && amounts.get(part);
  if (part === undefined || rest === undefined || rest.n === 0n) return 0;
  for (let count = 1; count <= Math.min(stack.length, MOST_PARTS); count++) {
    const node = stack[stack.length - count];
    rest = rest.sub(node?.entry.amounts.get(part) ?? 0);
    if (rest.n !== 0n || (count === 1 && node?.below.length === 0)) continue;
    if (agrees(amounts, summed(stack.slice(-count).map(({ entry }) => entry)))) return count;
  }
  return 0;
}
