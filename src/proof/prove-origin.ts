// A workbook's model and its finished sheets -> what an import of the edited file would miss.
import type Fraction from 'fraction.js';
import type { Diagnostic } from '../diagnostic.ts';
import { type OriginLine, originSeal } from '../document/origin-seal.ts';
import { ORIGIN_SHEET, type SheetCell, textIn, type Workbook } from '../document/workbook.ts';
import type { Unit } from '../figure/unit.ts';
import { type OriginCell, originRows } from '../sheet/origin-lines.ts';
import { amountInColumn, storedNumber } from './cell-amount.ts';
import { cellName } from './cell-name.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';

/** A figure's line: what its cell shows, and the unit of its column. */
interface Line {
  readonly value: string;
  readonly unit: string;
}

/** The hidden sheet names the plan, the edition, and each figure of the sheets with what its cell shows, in the unit of its column. */
export function proveOrigin(
  workbook: Workbook,
  sheets: ReadonlyMap<string, ReadSheet>,
): readonly Diagnostic[] {
  const { origin, file } = workbook;
  if (origin === undefined) return [];
  const cells = sheets.get(ORIGIN_SHEET)?.cells ?? new Map<string, ReadCell>();
  const lines = new Map<string, Line[]>();
  for (const [name, { value }] of cells) {
    const row = /^B(\d+)$/.exec(name)?.[1];
    if (row === undefined) continue;
    const [kind = '', shown = '', unit = ''] = ['A', 'D', 'F'].map(
      (column) => cells.get(column + row)?.value ?? '',
    );
    const isFigure = kind === 'input' || kind === 'derived' || kind === 'rest';
    const key = isFigure ? value : kind;
    lines.set(key, [...(lines.get(key) ?? []), isFigure ? { value: shown, unit } : { value, unit }]);
  }
  const has = (name: string, is: (line: Line) => boolean) => lines.get(name)?.some(is) === true;
  const missing = [
    ...(has('plan', ({ value }) => value === origin.plan) ? [] : [`plan = ${origin.plan}`]),
    ...(has('edition', ({ value }) => value === String(origin.edition)) ? [] : ['edition']),
    ...workbook.sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => lostOf(cell, workbook, has))),
    ...(isSealed(cells) ? [] : ['seal']),
    ...cellsOff(workbook, cells),
  ];
  if (missing.length === 0) return [];
  return [
    {
      rule: 'origin-not-kept',
      severity: 'error',
      message: `${file}의 숨은 시트 ${ORIGIN_SHEET}에 없거나 다른 것이 ${missing.length}개 있어, 고친 파일을 다시 가져올 수 없습니다. 처음 것: ${missing[0]}`,
      place: { file, cell: `${ORIGIN_SHEET}!A1` },
    },
  ];
}

/** Cells that do not hold what the model says, or that nobody asked for. */
function cellsOff(workbook: Workbook, cells: ReadonlyMap<string, ReadCell>): readonly string[] {
  const left = new Set(cells.keys());
  const off = originRows(workbook).flatMap((row, index) =>
    row.flatMap((should, column) => {
      const name = cellName(column, index + 1);
      left.delete(name);
      return isHeld(should, cells.get(name)) ? [] : [`${name} = ${contentOf(should)}`];
    }),
  );
  return [...off, ...[...left].filter((name) => !isHeld(undefined, cells.get(name)))];
}

function contentOf(cell: OriginCell): string {
  return typeof cell === 'object' ? `=${cell.formula}` : String(cell ?? '');
}

function isHeld(should: OriginCell, is: ReadCell | undefined): boolean {
  if (should === undefined || is === undefined)
    return should === undefined && (is?.kind ?? 'empty') === 'empty';
  const value = typeof should === 'object' ? should.result : should;
  const isValue = typeof value === 'number' ? Number(is.value) === value : is.value === value;
  const kind = typeof value === 'number' ? 'number' : value === '' ? 'empty' : 'text';
  return (
    isValue && is.kind === kind && is.formula === (typeof should === 'object' ? should.formula : undefined)
  );
}

/** Whether the last line seals those above it: without that an import refuses the workbook. */
function isSealed(cells: ReadonlyMap<string, ReadCell>): boolean {
  const rows = [...cells.keys()].flatMap((name) => /^A(\d+)$/.exec(name)?.[1] ?? []);
  const lines = rows.map((row): OriginLine => {
    // As an import reads: blanks made single, none around.
    const value = (column: string): string =>
      (cells.get(column + row)?.value ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    const unit = value('F');
    const line = [value('A'), value('B'), value('D'), value('E')] as const;
    return unit === '' ? line : [...line, unit];
  });
  const [kind, seal] = lines.pop() ?? [];
  return kind === 'seal' && seal === originSeal(lines);
}

/** The figure of the cell if no line keeps it. */
function lostOf(
  { content, stands, input }: SheetCell,
  { figures }: Workbook,
  has: (name: string, is: (line: Line) => boolean) => boolean,
): readonly string[] {
  if (content.kind === 'rest' && input !== undefined) {
    const own = figures.get(content.whole)?.definition.unit;
    const kept = has(content.whole, (line) => isKept(line, content.comes, content.unit, own));
    return kept ? [] : [content.whole];
  }
  if (content.kind === 'figure') {
    const figure = figures.get(content.address);
    if (figure === undefined) return [content.address];
    const amount = amountInColumn(figure, content.unit);
    const kept = has(content.address, (line) => {
      if (amount === 'missing') return line.value === (content.sum === undefined ? '' : '-');
      return amount === 'nil'
        ? line.value === '-'
        : isKept(line, amount, content.unit, figure.definition.unit);
    });
    return kept ? [] : [content.address];
  }
  if (stands === undefined) return [];
  const words = textIn(content);
  const text = words.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return has(stands, ({ value }) => value === text) ? [] : [stands];
}

/** Whether a line keeps the amount, and says the column's unit where that is not the figure's own. */
function isKept(
  { value, unit }: Line,
  amount: Fraction,
  column: Unit | undefined,
  own: Unit | undefined,
): boolean {
  const said =
    column === undefined || (own !== undefined && column.scale.equals(own.scale)) ? '' : column.label;
  return unit === said && storedNumber(value)?.equals(amount) === true;
}
