// The file of a statistics table -> the same table a year later: the oldest year gone, a new one empty.
import { isMap, isScalar, isSeq, type YAMLMap, YAMLSeq } from 'yaml';
import { tableAddress } from '../../figure/address.ts';
import type { Figure, FigureBook } from '../../figure/figure.ts';
import { decimalText, sameValue } from '../../figure/quantity.ts';
import { operandsOf } from '../../figure/relation.ts';
import { yearKind } from '../../plan/years.ts';
import { flowMap, mapAt, openYaml, plain, seqAt, stringAt, valueScalar, yamlText } from '../yaml-edit.ts';
import type { RenewedFile, ToRenew } from './renewed.ts';
import { axisShift, type Shift, shiftAddress, shiftId, shiftRelation, type TableShift } from './shift.ts';
import { cellsBeside, moveAxis } from './short-table.ts';
import type { YearLeaf, YearMove } from './year-axis.ts';

/** A table whose axes have moved and whose cells have not. */
interface OpenTable {
  readonly id: string;
  readonly rows: readonly YearLeaf[];
  readonly columns: readonly YearLeaf[];
  readonly shift: TableShift;
  /** Fills the cells and moves the relations once it is known how all tables shift. */
  readonly renew: (shift: Shift, book: FigureBook) => RenewedFile;
}

export function openTable(name: string, text: string, by: Omit<YearMove, 'kind'>): OpenTable {
  const { document, root } = openYaml(text);
  const move: YearMove = { ...by, kind: yearKind(stringAt(root, 'years')) ?? 'rolling' };
  const id = stringAt(root, 'id') ?? '';
  const beside = cellsBeside(root);
  const rows = moveAxis(root, 'rows', move);
  const columns = moveAxis(root, 'columns', move);
  const renew = (shift: Shift, book: FigureBook): RenewedFile => {
    const toRenew: ToRenew[] = keptYears(name, [...rows, ...columns]);
    const frozen = moveCells(root, { id, rows, columns, file: name, shift }, book, toRenew);
    beside.putBack();
    moveRules(root, id, shift, frozen, (rule) => toRenew.push({ kind: 'ended', file: name, text: rule }));
    return { name, text: yamlText(document), toRenew };
  };
  return { id, rows, columns, shift: { rows: axisShift(rows), columns: axisShift(columns) }, renew };
}

/** The years that a table keeps: what they say may be another by now. */
function keptYears(file: string, leaves: readonly YearLeaf[]): ToRenew[] {
  const years = [...new Set(leaves.flatMap(({ kept = '' }) => (kept === '' ? [] : [kept])))];
  return years.length === 0 ? [] : [{ kind: 'kept', file, text: years.join(', ') }];
}

interface Grid {
  readonly id: string;
  readonly rows: readonly YearLeaf[];
  readonly columns: readonly YearLeaf[];
  readonly file: string;
  readonly shift: Shift;
}

/** The cells whose value stays instead of what it was worked out from, as rules name them. */
function moveCells(root: YAMLMap, grid: Grid, book: FigureBook, toRenew: ToRenew[]): ReadonlySet<string> {
  const frozen = new Set<string>();
  const { id, rows, columns, file, shift } = grid;
  const cells = mapAt(root, 'cells');
  if (cells === undefined) return frozen;
  const donors = { rows: donorsOf(rows), columns: donorsOf(columns) };
  const lines = rows.map((row) => seqAt(cells, row.before)?.items ?? []);
  const moved = rows.map((row, rowIndex) => {
    const line = new YAMLSeq();
    line.flow = true;
    line.items = columns.map((column, columnIndex) => {
      const slot = lines[rowIndex]?.[columnIndex];
      const figure = book.get(tableAddress(id, row.before, column.before));
      const from = { row: donors.rows.get(row.keyAfter), column: donors.columns.get(column.keyAfter) };
      const kept = (row.dated || column.dated) && from.row !== undefined && from.column !== undefined;
      const donor = kept ? lines[from.row ?? 0]?.[from.column ?? 0] : undefined;
      const donated =
        kept &&
        book.get(
          tableAddress(id, rows[from.row ?? 0]?.before ?? '', columns[from.column ?? 0]?.before ?? ''),
        );
      const stays = from.row === rowIndex && from.column === columnIndex;
      const isKept = stays && (row.kept ?? column.kept) !== undefined;
      // The target of a year that stays is this year's no longer.
      if (isKept && figure !== undefined && followsProgramme(figure)) {
        frozen.add(`${row.before}/${column.before}`);
        return cellOf(valueText(figure), slot);
      }
      if (isKept && isUnrevised(figure)) return slot;
      // A text stands where it stood, and an empty cell of the new year has nothing to wait for.
      if (figure === undefined) return donated ? cellOf(donatedText(donated, donor), slot, donor) : slot;
      if (donated) return cellOf(donatedText(donated, donor), slot, donor);
      if (kept) return donor;
      const digits = row.hasDigits || column.hasDigits ? undefined : figure.definition.digits;
      if (follows(figure, shift)) return cellOf('computed', slot, undefined, digits);
      const address = tableAddress(id, row.after, column.after);
      toRenew.push({ kind: 'figure', file, address, last: valueText(figure) });
      return cellOf('missing', slot);
    });
    return line;
  });
  for (const pair of cells.items) {
    const index = rows.findIndex(({ before }) => isScalar(pair.key) && pair.key.value === before);
    const row = rows[index];
    if (row === undefined || !isScalar(pair.key)) continue;
    pair.key.value = row.after;
    pair.value = moved[index];
  }
  return frozen;
}

function donorsOf(leaves: readonly YearLeaf[]): ReadonlyMap<string, number> {
  return new Map(leaves.map(({ keyBefore }, index) => [keyBefore, index]));
}

/** Whether no edition and no decision made it another than was typed. */
function isUnrevised(figure: Figure | undefined): boolean {
  const given = figure?.definition.given;
  return figure === undefined || given === undefined || sameValue(given, figure.effective);
}

/** Whether the figure has a relation that goes on: one that reads a project that ended goes with it. */
function follows({ definition: { relation } }: Figure, shift: Shift): boolean {
  return (
    relation !== undefined && operandsOf(relation).every((one) => shiftAddress(one, shift) !== undefined)
  );
}

const PROGRAMME = /^(?:tasks|strategies|categories)\//;

/** Whether it is worked out from the targets and budgets of the plan's own year. */
function followsProgramme({ definition: { relation } }: Figure): boolean {
  return relation !== undefined && operandsOf(relation).some((one) => PROGRAMME.test(one));
}

/** As typed, unless an edition or a decision made it another, or nothing was typed. */
function donatedText(figure: Figure, typed: unknown): string {
  const { definition, effective } = figure;
  const text = typedValue(typed);
  if (definition.given !== undefined && sameValue(definition.given, effective))
    return text ?? valueText(figure);
  return valueText(figure);
}

function typedValue(typed: unknown): string | undefined {
  if (isScalar(typed) && typeof typed.value === 'string') return typed.value;
  return isMap(typed) ? stringAt(typed, 'value') : undefined;
}

/** A value as data files spell it. */
export function valueText({ effective }: Figure): string {
  if (effective.kind === 'nil') return '-';
  return effective.kind === 'missing' ? 'missing' : decimalText(effective.exact, effective.digits);
}

/** The form is that of the place in the table; what is said of the number goes with the number. */
function cellOf(value: string, slot: unknown, donor?: unknown, digits?: number): unknown {
  const entries: [string, unknown][] = [];
  for (const key of ['bold', 'with-unit', 'unit', 'digits'] as const) {
    const form = isMap(slot) ? slot.get(key, true) : undefined;
    if (form !== undefined) entries.push([key, form]);
  }
  for (const key of ['about', 'inferred'] as const) {
    const said = isMap(donor) ? donor.get(key, true) : undefined;
    if (said !== undefined) entries.push([key, said]);
  }
  if (digits !== undefined && digits > 0 && !entries.some(([key]) => key === 'digits'))
    entries.push(['digits', plain(String(digits))]);
  return entries.length === 0 ? valueScalar(value) : flowMap([['value', valueScalar(value)], ...entries]);
}

/** The rows and columns that a rule leaves out. */
function moveExceptions(rule: unknown, axes: TableShift | undefined): void {
  const except = isMap(rule) ? rule.get('except') : undefined;
  if (!isSeq(except) || axes === undefined) return;
  for (const item of except.items) {
    if (!isScalar(item)) continue;
    const id = String(item.value);
    item.value = axes.rows.has(id) ? shiftId(id, axes.rows) : shiftId(id, axes.columns);
  }
}

function moveRules(
  root: YAMLMap,
  table: string,
  shift: Shift,
  frozen: ReadonlySet<string>,
  lost: (rule: string) => void,
): void {
  for (const kind of ['relations', 'equals', 'asserts']) {
    const rules = mapAt(root, kind);
    if (rules === undefined) continue;
    rules.items = rules.items.filter(({ key, value }) => {
      if (!isScalar(key) || typeof key.value !== 'string') return true;
      if (kind === 'relations' && frozen.has(key.value)) return false;
      key.value = shiftRelation(key.value, shift, table) ?? key.value;
      moveExceptions(value, shift.tables.get(table));
      const texts = isSeq(value) ? value.items : [value];
      return texts.every((text) => {
        if (!isScalar(text) || typeof text.value !== 'string') return true;
        const moved = shiftRelation(text.value, shift, table);
        if (moved === undefined) lost(`${String(key.value)}: ${text.value}`);
        text.value = moved ?? text.value;
        return moved !== undefined;
      });
    });
    if (rules.items.length === 0) root.delete(kind);
  }
}
