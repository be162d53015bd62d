// What the years of an axis or a period are: those around the plan's year, those of a term of office, or fixed ones.

/** `rolling` moves with the plan's year; the others stay what they are in next year's plan. */
export const YEAR_KINDS = ['rolling', 'term', 'fixed'] as const;

export type YearKind = (typeof YEAR_KINDS)[number];

/** The years of a head's term of office, both included. */
export interface Term {
  readonly from: number;
  readonly to: number;
}

/** Undefined for anything that is none of the words. */
export function yearKind(text: string | undefined): YearKind | undefined {
  return YEAR_KINDS.find((kind) => kind === text);
}

/** Undefined for those that move, which need not say so. */
export function stayingYears(text: string | undefined): YearKind | undefined {
  const kind = yearKind(text);
  return kind === 'rolling' ? undefined : kind;
}

/** `2022-2026`; undefined where it is no term, or runs backwards. */
export function termOf(text: string): Term | undefined {
  const [, from, to] = /^([12]\d{3})-([12]\d{3})$/.exec(text) ?? [];
  return from !== undefined && to !== undefined && from <= to
    ? { from: Number(from), to: Number(to) }
    : undefined;
}

/** 2022~2026년 */
export function showTerm({ from, to }: Term): string {
  return `${from}~${to}년`;
}
