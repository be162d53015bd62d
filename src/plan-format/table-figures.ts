// A table whose references can now be resolved -> the definitions of its figures.

import { formOf, tableAddress } from '../figure/address.ts';
import type { FigureDefinition } from '../figure/figure.ts';
import type { Unit, Units } from '../figure/unit.ts';
import type { FigureEntry } from './cell-entry.ts';
import { cellKey } from './cell-rules.ts';
import type { Faults } from './faults.ts';
import type { Leaf } from './leaf.ts';
import { type References, resolveReference, resolveRelation } from './resolve-relation.ts';
import { defined } from './source-text.ts';
import type { TableDraft } from './statistics-file.ts';
import { defaultDigits, readUnit, UNKNOWN_UNIT } from './units.ts';

/** One definition for each cell that holds a figure, in the order of the rows. */
export function tableFigures(
  draft: TableDraft,
  references: References,
  units: Units,
  faults: Faults,
): readonly FigureDefinition[] {
  const before = faults.count;
  const definitions = draft.rows.leaves.flatMap((row) =>
    draft.columns.leaves.flatMap((column) => {
      const entry = draft.entries[row.index]?.[column.index];
      return entry?.kind === 'figure'
        ? [defineCell(draft, row, column, entry, references, units, faults)]
        : [];
    }),
  );
  // Where a relation is at fault, or what it leads to could not be read, the cells that it leaves empty are not.
  const isLost = references.programmeLost || references.figuresLost || references.lostTables.size > 0;
  if (!draft.rulesAtFault && faults.count === before && !isLost)
    for (const definition of definitions) refuseUncomputed(definition, faults);
  return definitions;
}

function refuseUncomputed({ address, given, relation, place }: FigureDefinition, faults: Faults): void {
  if (given !== undefined || relation !== undefined) return;
  const form = formOf(address);
  const cell = form.kind === 'table' ? `${form.row}/${form.column}` : address;
  faults.add({
    rule: 'wrong-type',
    place,
    message: `셈할 관계식이 없는 칸입니다: ${cell}`,
    expected: `값, 또는 relations에 '${cell}': …`,
  });
}

function defineCell(
  draft: TableDraft,
  row: Leaf,
  column: Leaf,
  entry: FigureEntry,
  references: References,
  units: Units,
  faults: Faults,
): FigureDefinition {
  const here = { table: draft.table.id, row, column };
  const rule = draft.relations.get(cellKey(row, column));
  const relation = rule
    ? resolveRelation(rule, here, references, faults)
    : draft.made?.get(cellKey(row, column));
  const equals = (draft.equals.get(cellKey(row, column)) ?? []).flatMap((reference) => {
    const target = resolveReference(reference, here, references, faults);
    return target === 'no-previous' || target === 'fault' ? [] : [target];
  });
  const unit = unitOf(draft, row, column, entry, units, faults);
  return {
    address: tableAddress(draft.table.id, row.id, column.id),
    unit,
    digits: digitsOf(draft, row, column, entry, unit),
    ...defined({ given: entry.given, published: entry.published, relation }),
    equals,
    inferred: entry.inferred,
    place: entry.given === undefined ? (rule?.scalar.place ?? entry.scalar.place) : entry.scalar.place,
  };
}

/** The cell's own unit, else its column's, else its row's, else the table's. */
function unitOf(
  draft: TableDraft,
  row: Leaf,
  column: Leaf,
  entry: FigureEntry,
  units: Units,
  faults: Faults,
): Unit {
  const unit = (entry.unit && readUnit(entry.unit, units, faults)) ?? column.unit ?? row.unit ?? draft.unit;
  if (unit !== undefined) return unit;
  faults.add({
    rule: 'missing-key',
    place: column.place,
    message: `단위가 없는 열입니다: ${column.id}`,
    expected: '열이나 행, 표에 unit: 명',
  });
  return UNKNOWN_UNIT;
}

/** Of what is measured, as many as the column's numbers have, where nothing says otherwise. */
function digitsOf({ entries }: TableDraft, row: Leaf, column: Leaf, entry: FigureEntry, unit: Unit): number {
  if (entry.given?.kind === 'quantity') return entry.given.digits;
  const said = entry.digits ?? column.digits ?? row.digits;
  if (said !== undefined || unit.kind !== 'measure') return said ?? defaultDigits(unit);
  const beside = entries.flatMap((line) => {
    const other = line[column.index];
    return other?.kind === 'figure' && other.given?.kind === 'quantity' ? [other.given.digits] : [];
  });
  return Math.max(0, ...beside);
}
