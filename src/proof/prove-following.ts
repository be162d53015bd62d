// A workbook's model and its finished sheets -> formulas that do not follow what is typed, though they come to what is stored now.
import Fraction from 'fraction.js';
import type { Diagnostic } from '../diagnostic.ts';
import { ORIGIN_SHEET, type SheetContent, type Workbook } from '../document/workbook.ts';
import type { Address } from '../figure/address.ts';
import { computeRelation, type Operand } from '../figure/compute.ts';
import type { Figure, Value } from '../figure/figure.ts';
import { orderFigures } from '../figure/order.ts';
import type { Relation } from '../figure/relation.ts';
import { shownIn } from '../figure/show.ts';
import { isOfSplits } from '../figure/splits.ts';
import type { Unit } from '../figure/unit.ts';
import { storedNumber } from './cell-amount.ts';
import { cellFault } from './cell-fault.ts';
import { cellName, rowsAbove } from './cell-name.ts';
import { proveTotals } from './prove-totals.ts';
import { inUnit, isExactIn, shakenSheets } from './shaken-sheets.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';
import type { ParsedFormulas } from './xlsx/recalculate.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;
type FigureContent = SheetContent & { readonly kind: 'figure' };

const RULE = 'formula-not-following';
const MISSING: Value = { kind: 'missing' };
const ZERO = new Fraction(0);
/** Binary fractions, as a share of the number. */
const NOISE = 1e-12;

/** A figure in a cell of the file. */
interface Standing {
  readonly sheet: string;
  readonly cell: string;
  readonly content: FigureContent;
  readonly figure: Figure;
  readonly is: ReadCell;
  /** A row of what a task has by itself, which counts in the sum that bears the figure's name elsewhere. */
  readonly isOwnRow: boolean;
}

/**
 * Every yellow cell is typed anew; then each formula, worked out in the file, comes to what the figure's relation gives over the cells, and
 * each sum over rows to what its rows come to. So a row that is 0 today is not left out unseen.
 */
export function proveFollowing(
  workbook: Workbook,
  read: Sheets,
  parsed: ParsedFormulas = new Map(),
): readonly Diagnostic[] {
  const before: Sheets = new Map([...read].filter(([name]) => name !== ORIGIN_SHEET));
  const { sheets, typed } = shakenSheets(workbook, before, parsed);
  const totals = proveTotals(workbook, sheets).map((one) => ({
    ...one,
    rule: RULE,
    message: `${one.message} 입력 칸의 수를 모두 바꾸어 셈한 값입니다.`,
  }));
  if (totals.length > 0) return totals;
  const definitions = new Map(
    [...workbook.figures].map(([address, { definition }]) => [address, definition]),
  );
  const { order } = orderFigures(definitions);
  const standings = standingsOf(workbook, sheets);
  const now = relationValues(workbook, order, standings, typed);
  return standings.flatMap(({ sheet, cell, content, figure, is, isOwnRow }) => {
    const { address, unit: own } = figure.definition;
    const should = now.get(address) ?? MISSING;
    if (is.formula === undefined || content.sum !== undefined || isOwnRow) return [];
    // What cannot be worked out over other numbers is empty, or an error that a spreadsheet shows.
    if (should.kind === 'missing') return [];
    const unit = content.unit ?? own;
    const shown = shownIn(figure, unit);
    const exact = inUnit(exactly(should), own, unit).valueOf();
    const number = is.kind === 'number' ? Number(is.value) : Number.NaN;
    const digits = shown.kind === 'quantity' ? shown.digits : 0;
    if (Math.abs(number - exact) <= 10 ** -digits + Math.abs(exact) * NOISE) return [];
    const what = `입력 칸의 수를 모두 바꾸어 셈하면 ${is.value}입니다. 관계식으로는 ${exact.toFixed(digits)}입니다.`;
    const fault = cellFault(RULE, workbook, sheet, cell, what);
    return [{ ...fault, related: [{ place: figure.definition.place, note: `수치 ${address}` }] }];
  });
}

function standingsOf({ sheets, figures }: Workbook, read: Sheets): readonly Standing[] {
  const summed = new Set(
    sheets.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.flatMap(({ content }) =>
          content.kind === 'figure' && content.sum !== undefined ? content.address : [],
        ),
      ),
    ),
  );
  return sheets.flatMap((model) => {
    const above = rowsAbove(model);
    return model.rows.flatMap((row, index) =>
      row.flatMap(({ column, content }): readonly Standing[] => {
        const cell = cellName(column, above + index + 1);
        const is = read.get(model.name)?.cells.get(cell);
        const figure = content.kind === 'figure' ? figures.get(content.address) : undefined;
        if (content.kind !== 'figure' || is === undefined || figure === undefined) return [];
        const isOwnRow = model.ledger !== undefined && summed.has(content.address);
        return [{ sheet: model.name, cell, content, figure, is, isOwnRow }];
      }),
    );
  });
}

/**
 * What each figure is, exact, in its own unit, over what is typed: sums over rows and numbers that stay as their cells have them, all else
 * by its relation. What a sum was published as more than its parts stays on it.
 */
function relationValues(
  { figures }: Workbook,
  order: readonly Address[],
  standings: readonly Standing[],
  typed: ReadonlyMap<Address, Fraction>,
): ReadonlyMap<Address, Value> {
  const summed = new Map<Address, Value>();
  const columns = new Map<Address, Unit>();
  const follows = new Set<Address>();
  const held = new Map<Address, Value>();
  for (const { content, figure, is } of standings) {
    const { address, unit } = figure.definition;
    const number = is.kind === 'number' ? storedNumber(is.value) : undefined;
    if (!columns.has(address)) columns.set(address, content.unit ?? unit);
    if (is.formula !== undefined) follows.add(address);
    const into = content.sum === undefined ? held : summed;
    if (number !== undefined && !into.has(address))
      into.set(address, quantity(inUnit(number, content.unit ?? unit, unit)));
  }
  const values = new Map<Address, Value>();
  for (const address of order) {
    const figure = figures.get(address);
    if (figure !== undefined) values.set(address, worked(figure));
  }
  return values;

  function worked(figure: Figure): Value {
    const { definition, stated, computed, effective } = figure;
    const { address, relation } = definition;
    // A whole that is typed in a row of its own counts with the rows that people add.
    const sum = summed.get(address);
    const exact = typed.get(address);
    if (sum !== undefined || relation === undefined) return sum ?? (exact && quantity(exact)) ?? effective;
    const unit = columns.get(address) ?? definition.unit;
    const isHeld = columns.has(address) && !follows.has(address);
    // Formulas refer to what was stated as its cell has it; what is only rounded in its cell they work out anew.
    if (isHeld && stated !== undefined) return held.get(address) ?? effective;
    const isConstant = isHeld ? isExactIn(figure, unit) : stated !== undefined;
    if (!follows.has(address) && (isConstant || computed === undefined)) return effective;
    const value = related(figure, relation, (one) => values.get(one));
    const keeps = relation.kind === 'sum' || relation.kind === 'same';
    if (!keeps || value.kind === 'missing' || effective.kind !== 'quantity' || !follows.has(address))
      return value;
    const parts = related(figure, relation, (one) => figures.get(one)?.effective);
    // What was stated is for the other formulas as its cell shows it.
    const is = stated === undefined ? effective : shownIn(figure, unit);
    const more = inUnit(exactly(is), stated === undefined ? definition.unit : unit, definition.unit);
    return quantity(exactly(value).add(more).sub(exactly(parts)));
  }

  /** A sum of cells leaves out what is not known; a split that cannot be made leaves its sum empty. */
  function related(
    { definition, stated, computed }: Figure,
    relation: Relation,
    at: (address: Address) => Value | undefined,
  ): Value {
    const leavesOut =
      relation.kind === 'sum' &&
      stated === undefined &&
      computed?.kind !== 'missing' &&
      !isOfSplits(definition.address, figures);
    const read = (one: Address): Operand | undefined => {
      const operand = figures.get(one);
      const is = at(one) ?? MISSING;
      const unit = operand?.definition.unit;
      // Whether a split can be made its formulas tell by the amounts alone.
      const value = relation.kind === 'apportioned' && is.kind === 'nil' ? quantity(ZERO) : is;
      const isNothing = leavesOut && value.kind === 'missing';
      return unit && { value: isNothing ? { kind: 'nil' } : value, unit };
    };
    return computeRelation(relation, definition, read) ?? MISSING;
  }
}

function exactly(value: Value): Fraction {
  return value.kind === 'quantity' ? value.exact : ZERO;
}

function quantity(exact: Fraction): Value {
  return { kind: 'quantity', exact, digits: 0 };
}
