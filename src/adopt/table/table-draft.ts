// A table of statistics as a plan has it, before it is written down.

/** A row or column, or a group of them. */
export interface LineDraft {
  readonly id: string;
  /** None where a plan makes it of the period. */
  readonly label: string | undefined;
  readonly period?: number | undefined;
  readonly emphasis?: 'total' | 'own' | undefined;
  readonly unit?: string | undefined;
  readonly digits?: number | undefined;
  readonly isText?: boolean;
  readonly isMerged?: boolean;
  readonly withUnit?: boolean;
  readonly children: readonly LineDraft[];
}

export type CellDraft =
  | { readonly kind: 'empty' | 'nil' }
  | { readonly kind: 'text'; readonly text: string; readonly across: number; readonly inNumbers: boolean }
  | {
      readonly kind: 'number';
      readonly value: string;
      readonly as?: string | undefined;
      readonly bold: boolean;
      readonly withUnit: boolean;
      readonly unit?: string | undefined;
    };

export interface TableDraft {
  readonly id: string;
  readonly caption: string | undefined;
  readonly unitLine: string | undefined;
  readonly corner: string;
  readonly labels: boolean;
  readonly shortPeriods: boolean;
  readonly unit: string | undefined;
  readonly columns: readonly LineDraft[];
  readonly rows: readonly LineDraft[];
  /** By row and column that has no others below it. */
  readonly cells: readonly (readonly CellDraft[])[];
  readonly at: string;
}

export function leavesOf(lines: readonly LineDraft[]): readonly LineDraft[] {
  return lines.flatMap((line) => (line.children.length === 0 ? [line] : leavesOf(line.children)));
}

/** The same lines, their leaves made anew in order. */
export function eachLeaf(
  lines: readonly LineDraft[],
  made: (line: LineDraft, index: number) => LineDraft,
): readonly LineDraft[] {
  let index = 0;
  const visit = (line: LineDraft): LineDraft =>
    line.children.length === 0 ? made(line, index++) : { ...line, children: line.children.map(visit) };
  return lines.map(visit);
}

/** Ids of the leaves as addresses have them. */
export function leafIds(lines: readonly LineDraft[], above = ''): readonly string[] {
  return lines.flatMap(({ id, children }) => {
    const own = above === '' ? id : `${above}-${id}`;
    return children.length === 0 ? [own] : leafIds(children, own);
  });
}
