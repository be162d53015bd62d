// What a budget book calls a stage of the budget -> its year and its rank among the others.
import { type BudgetWords, squeezed } from '../../../plan/budget-words.ts';

export interface Stage {
  /** Of the budget, where it is said. */
  readonly year: number | undefined;
  /** Later ones are larger: 0 as first budgeted, 1 the first 추경 … */
  readonly rank: number;
}

/** 기정: what stood before this revision, whichever that was. */
export const RANK = { original: 0, before: 0.5, revised: 900, whole: 950, last: 1000 } as const;

/** 2023년 본예산, 제1회 추경, 추경(2차), 1, 경정, 최종. Undefined for anything else. */
export function stageOf(text: string, words: BudgetWords): Stage | undefined {
  const { year, rest } = withoutYear(squeezed(text));
  const rank = rankOf(rest, words) ?? (/^제?\d{1,2}(회|차)?$/.test(rest) ? numberIn(rest) : undefined);
  return rank === undefined ? undefined : { year, rank };
}

/** The stage that a title or a column's label names by words, among other words; undefined where it names none or more than one. */
export function stageNamed(text: string, words: BudgetWords): Stage | undefined {
  const { year, rest } = withoutYear(squeezed(text));
  const { original, supplementary, last } = words.stages;
  const kinds = [original, supplementary].filter((kind) =>
    kind.some((word) => word.length > 1 && rest.includes(word)),
  );
  const named = kinds.length > 0 || last.some((word) => rest.includes(word));
  if (!named || kinds.length > 1) return undefined;
  const rank = rankOf(rest, words);
  return rank === undefined ? undefined : { year, rank };
}

function rankOf(rest: string, { stages }: BudgetWords): number | undefined {
  const has = (kind: keyof typeof stages) =>
    stages[kind].some((word) => word.length > 1 && rest.includes(word));
  if (has('last')) return RANK.last;
  if (has('supplementary')) return numberIn(rest) ?? 1;
  if (/^제?\d{1,2}(회|차)/.test(rest)) return numberIn(rest);
  if (has('revised')) return RANK.revised;
  if (has('original') || stages.original.includes(rest)) return RANK.original;
  return has('before') ? RANK.before : undefined;
}

/** Of a 추경: one or two digits. */
function numberIn(text: string): number | undefined {
  const [number] = /(?<!\d)\d{1,2}(?!\d)/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** A year is no number of a 추경: 2023년, 2023년도, '23년, 2023-1회. */
function withoutYear(text: string): { readonly year: number | undefined; readonly rest: string } {
  const full = /(?<!\d)((?:19|20)\d\d)(?!\d)(?:년도?|회계연도)?[-.]?/.exec(text);
  if (full !== null) return { year: Number(full[1]), rest: text.replace(full[0], '') };
  const short = /['’‘]?(?<!\d)(\d\d)년도?/.exec(text);
  if (short !== null) return { year: 2000 + Number(short[1]), rest: text.replace(short[0], '') };
  return { year: undefined, rest: text };
}
