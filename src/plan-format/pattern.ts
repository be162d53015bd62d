// `*/openings-growth` and the axes of a table -> the cells it speaks of.

import { didYouMean, type Faults } from './faults.ts';
import type { Axis, Leaf } from './leaf.ts';
import { placeWithin, type Scalar } from './node.ts';

export interface MatchedCells {
  readonly rows: readonly Leaf[];
  readonly columns: readonly Leaf[];
  /** Whether the row and the column are named without a `*`. */
  readonly exactRow: boolean;
  readonly exactColumn: boolean;
  /** The greater, the more exact: 2 for each axis that is named, 1 for one that is named in part. */
  readonly rank: number;
}

/** The leaves that each possible pattern of an axis matches. `*` is any leaf; in a path, any one id of it. */
export function patternsOf(leaves: readonly Leaf[]): ReadonlyMap<string, readonly Leaf[]> {
  const matches = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    for (const pattern of new Set(['*', ...spellings(leaf.ids)])) {
      const group = matches.get(pattern);
      if (group === undefined) matches.set(pattern, [leaf]);
      else group.push(leaf);
    }
  }
  return matches;
}

/** The path with each id kept or replaced by `*`: two to the power of its length, which is three at most in practice. */
function spellings(ids: readonly string[]): readonly string[] {
  const [first = '', ...rest] = ids;
  if (rest.length === 0) return [first, '*'];
  return spellings(rest).flatMap((tail) => [`${first}-${tail}`, `*-${tail}`]);
}

/** Undefined, with a fault, when the pattern is none or names a row or column that is not there. */
export function matchCells(
  pattern: Scalar,
  rows: Axis,
  columns: Axis,
  faults: Faults,
): MatchedCells | undefined {
  const [row = '', column, ...more] = pattern.text.split('/');
  if (column === undefined || more.length > 0) {
    faults.add({
      rule: 'relation-syntax',
      place: pattern.place,
      message: `칸을 가리키는 말이 아닙니다: ${pattern.text}`,
      expected: "'행/열' (아무 행이나 열은 *)",
    });
    return undefined;
  }
  const matched = {
    rows: matchAxis(pattern, row, 0, rows, '행', faults),
    columns: matchAxis(pattern, column, row.length + 1, columns, '열', faults),
  };
  if (matched.rows.length === 0 || matched.columns.length === 0) return undefined;
  return {
    ...matched,
    exactRow: !row.includes('*'),
    exactColumn: !column.includes('*'),
    rank: exactness(row) + exactness(column),
  };
}

function matchAxis(
  pattern: Scalar,
  part: string,
  offset: number,
  axis: Axis,
  word: '행' | '열',
  faults: Faults,
): readonly Leaf[] {
  const leaves = axis.byPattern.get(part);
  if (leaves === undefined) {
    faults.add({
      rule: 'unknown-id',
      place: placeWithin(pattern, offset),
      message: `없는 ${word}입니다: ${part}`,
      expected: didYouMean(part, axis.byPattern.keys(), [...axis.byId.keys()].join(', ') || `표의 ${word}`),
    });
  }
  return leaves ?? [];
}

function exactness(part: string): number {
  if (!part.includes('*')) return 2;
  return /[^*-]/.test(part) ? 1 : 0;
}
