// The columns of a table over the programme that follow from its others -> the same without a cell where the others have none.
import type { CellEntry } from './cell-entry.ts';
import { type CellRules, cellKey } from './cell-rules.ts';
import type { Axis, Leaf } from './leaf.ts';
import { COVERED, dash, EMPTY, type MadeCell } from './programme-cells.ts';
import { type RelationText, referencesOf } from './relation-text.ts';

interface Columns {
  readonly table: string;
  readonly rows: Axis;
  readonly columns: Axis;
  /** By column and row. */
  readonly cells: readonly (readonly MadeCell[])[];
}

/**
 * A cell that follows from a cell of its row with a dash has a dash; one that follows from a cell under a figure that reaches over
 * several rows stands under one of its own.
 */
export function withoutOperands(
  { table, rows, columns, cells }: Columns,
  rules: CellRules,
): Pick<Columns, 'cells'> & CellRules & { readonly entries: readonly (readonly CellEntry[])[] } {
  const relations = new Map(rules.relations);
  const operandsIn = (row: Leaf, relation: RelationText): readonly MadeCell[] =>
    referencesOf(relation).flatMap((reference) => {
      if (reference.kind !== 'cell' || (reference.table ?? table) !== table) return [];
      if (reference.row !== '.' && reference.row !== row.id) return [];
      const column = columns.byId.get(reference.column);
      return (column && cells[column.index]?.[row.index]) ?? [];
    });
  const left = columns.leaves.map((column) => {
    const own = [...(cells[column.index] ?? [])];
    for (const row of rows.leaves) {
      const key = cellKey(row, column);
      const relation = relations.get(key);
      if (relation === undefined || own[row.index]?.entry.kind !== 'figure') continue;
      const operands = operandsIn(row, relation);
      const isCovered = operands.some((one) => one.isCovered);
      if (operands.every(({ entry }) => entry.kind === 'figure')) continue;
      relations.delete(key);
      own[row.index] = isCovered ? COVERED : dash(column);
      if (isCovered) reachDown(own, row.index);
    }
    return own;
  });
  return {
    cells: left,
    relations,
    equals: rules.equals,
    entries: rows.leaves.map(({ index }) => left.map((column) => column[index]?.entry ?? EMPTY)),
  };
}

/** The nearest figure above takes the row too. */
function reachDown(cells: MadeCell[], row: number): void {
  const above = cells.slice(0, row).findLastIndex(({ isCovered }) => isCovered !== true);
  const made = cells[above];
  if (made?.cell.kind === 'figure') cells[above] = { ...made, cell: { ...made.cell, down: row - above + 1 } };
}
