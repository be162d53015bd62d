// Lines that a stated sum may be of -> what they come to, at the stages that count and at each one, worked out once.
import type { Amounts, Entry } from './entry.ts';
import { agrees, summed } from './parents.ts';
import { type SumOfOthers, sumsAmong, type Tree } from './tree.ts';

export class Scope {
  readonly counting: readonly Entry[];
  #sums: readonly Amounts[] | undefined;
  #trees: readonly Tree[] | undefined;

  /** `counts`: whether a line is of the last stage that it stands at. */
  constructor(
    readonly lines: readonly Entry[],
    counts: (entry: Entry) => boolean,
  ) {
    this.counting = lines.filter(counts);
  }

  /** Whether the lines that count come to the amounts, or those of one stage: the sum of several stages is of no use. */
  comesTo(amounts: Amounts): boolean {
    if (this.lines.length === 0) return false;
    this.#sums ??= [
      summed(this.counting),
      ...ranksOf(this.lines).map((rank) => summed(this.lines.filter(({ stage }) => stage?.rank === rank))),
    ];
    const [all, ...ofStages] = this.#sums;
    return (
      (all !== undefined && agrees(amounts, all)) ||
      (ofStages.length > 1 && ofStages.some((sum) => agrees(amounts, sum)))
    );
  }

  /** The lines that are the sums of others, if the rest comes to the amounts. */
  explained(amounts: Amounts): readonly SumOfOthers[] | undefined {
    this.#trees ??= sumsAmong(this.counting);
    return this.#trees.find(({ top }) => agrees(amounts, top))?.sums;
  }
}

/** Stages of lines, by their ranks; undefined is one. */
export function ranksOf(entries: readonly Entry[]): readonly (number | undefined)[] {
  return [...new Set(entries.filter(({ kind }) => kind === 'line').map(({ stage }) => stage?.rank))];
}
