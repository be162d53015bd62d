// `relations:` and `equals:` of a statistics file -> what each cell is to follow from, and agree with.

import type { CellEntry } from './cell-entry.ts';
import type { Fault, Faults } from './faults.ts';
import type { Axis, Leaf } from './leaf.ts';
import type { Scalar } from './node.ts';
import { type MatchedCells, matchCells } from './pattern.ts';
import {
  type Reference,
  type RelationText,
  readReference,
  readRelationText,
  referencesOf,
} from './relation-text.ts';
import type { StatisticsShape } from './statistics-shape.ts';

type RulesShape = Pick<StatisticsShape, 'relations' | 'equals'>;

export interface CellRules {
  /** By `cellKey`. */
  readonly relations: ReadonlyMap<string, RelationText>;
  readonly equals: ReadonlyMap<string, readonly Reference[]>;
}

export function cellKey(row: { readonly index: number }, column: { readonly index: number }): string {
  return `${row.index}/${column.index}`;
}

export function readCellRules(
  file: RulesShape,
  rows: Axis,
  columns: Axis,
  entries: readonly (readonly CellEntry[])[],
  faults: Faults,
): CellRules {
  const relations = readRelations(file, rows, columns, entries, faults);
  const equals = new Map<string, readonly Reference[]>();
  for (const { key: pattern, value } of file.equals ?? []) {
    const matched = matchCells(pattern, rows, columns, faults);
    const references = value.flatMap((one) => readReference(one, one.text, 0, faults) ?? []);
    if (matched === undefined) continue;
    for (const { row, column } of figureCells(pattern, matched, entries, faults)) {
      const key = cellKey(row, column);
      equals.set(key, [...(equals.get(key) ?? []), ...references]);
    }
  }
  return { relations, equals };
}

interface Candidate {
  readonly pattern: Scalar;
  readonly rank: number;
  readonly relation: RelationText;
  /** Another pattern that is just as exact. */
  readonly rival: Scalar | undefined;
}

/** For each cell the relation of the most exact pattern that matches it. */
function readRelations(
  file: RulesShape,
  rows: Axis,
  columns: Axis,
  entries: readonly (readonly CellEntry[])[],
  faults: Faults,
): ReadonlyMap<string, RelationText> {
  const best = new Map<string, Candidate & { readonly row: Leaf; readonly column: Leaf }>();
  for (const { key: pattern, value } of file.relations ?? []) {
    const matched = matchCells(pattern, rows, columns, faults);
    const relation = readRelationText(value, faults);
    if (matched === undefined || relation === undefined) continue;
    const { rank } = matched;
    for (const { row, column } of figureCells(pattern, matched, entries, faults)) {
      // In the first period there is nothing to compare with: what is typed there is an input.
      if (lacksPrevious(relation, row, column)) continue;
      const key = cellKey(row, column);
      const other = best.get(key);
      if (other === undefined || other.rank < rank)
        best.set(key, { pattern, rank, relation, rival: undefined, row, column });
      else if (other.rank === rank) best.set(key, { ...other, rival: pattern });
    }
  }
  for (const { rival, pattern, row, column } of best.values())
    if (rival !== undefined) faults.add(ambiguous(rival, pattern, row.id, column.id));
  return new Map([...best].map(([key, { relation }]) => [key, relation]));
}

/** The matched cells that hold figures; naming another one without a `*` is a fault. */
function figureCells(
  pattern: Scalar,
  { rows, columns, exactRow, exactColumn }: MatchedCells,
  entries: readonly (readonly CellEntry[])[],
  faults: Faults,
) {
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  return cells.filter(({ row, column }) => {
    if (entries[row.index]?.[column.index]?.kind === 'figure') return true;
    if (exactColumn && (exactRow || column.holdsText)) {
      faults.add({
        rule: 'unknown-figure',
        place: pattern.place,
        message: `수치가 없는 칸입니다: ${pattern.text}`,
        expected: column.holdsText ? '수치가 있는 열' : '수치가 있는 칸 (관계식으로 채울 칸은 computed)',
      });
    }
    return false;
  });
}

function lacksPrevious(relation: RelationText, row: Leaf, column: Leaf): boolean {
  return referencesOf(relation).some(
    (reference) =>
      reference.kind === 'cell' &&
      ((namesPrevious(reference.row) && row.previous === undefined) ||
        (namesPrevious(reference.column) && column.previous === undefined)),
  );
}

/** Whether the row or column part of a reference is `previous`, alone or as the first or last id of a path. */
export function namesPrevious(part: string): boolean {
  return /^previous(-|$)|-previous$/.test(part);
}

function ambiguous(pattern: Scalar, rival: Scalar, row: string, column: string): Fault {
  return {
    rule: 'ambiguous-relation',
    place: pattern.place,
    message: `관계식 두 개가 같은 칸에 걸립니다: ${rival.text}, ${pattern.text}`,
    expected: `그 칸의 관계식을 따로: '${row}/${column}': …`,
    related: [{ place: rival.place, note: `${rival.text}의 관계식` }],
  };
}
