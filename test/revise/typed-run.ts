// Forms typed into the yellow cells of a workbook -> what the import, the sheet's own sums and the built edition say of them.
import Fraction from 'fraction.js';
import type { Address } from '../../src/figure/address.ts';
import type { FigureBook, Value } from '../../src/figure/figure.ts';
import { UNITS, type Unit } from '../../src/figure/unit.ts';
import { USUAL_SOURCES } from '../../src/plan/programme.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { originOf, type WorkbookOrigin } from '../../src/revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText, type PlainSheet, textAt } from '../../src/spreadsheet/spreadsheet.ts';
import { KEPT } from '../kept.ts';
import { Engine } from '../write/xlsx/engine.ts';
import { readBack } from '../write/xlsx/sheets.ts';
import { type Content, type Files, imported, withCells, workbooksOf } from './import-plan.ts';

const INPUT = '세부사업별(입력)';
/** Of cells that people type into. */
const YELLOW = 'FFFFF9DB';
const KINDS = ['target', ...USUAL_SOURCES] as const;
type Kind = (typeof KINDS)[number];

/** A yellow cell for a number. */
export interface TypedCell {
  /** Of the row: `tasks/a/projects/b`, or `tasks/a` for a task as a whole. */
  readonly id: string;
  readonly kind: Kind;
  readonly unit: Unit;
  readonly row: number;
  readonly column: number;
}

/** A workbook as it was written, in our reading and in an engine that is not ours. */
export interface TypedBook {
  readonly files: Files;
  readonly bytes: Uint8Array;
  readonly origin: WorkbookOrigin;
  readonly engine: Engine;
  readonly cells: readonly TypedCell[];
  /** The first line that is kept free of each task, and where its words go. */
  readonly spare: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  readonly sheet: PlainSheet;
  /** Before anything is typed: with what was published of sums. */
  readonly published: FigureBook;
}

export async function typedBook(files: Files): Promise<TypedBook> {
  const bytes = (await workbooksOf(files, 0, 'xlsx', true)).get('budget.xlsx');
  if (bytes === undefined) throw new Error('no workbook of the budget');
  const read = readSpreadsheet(bytes);
  const origin = read.ok ? originOf(read.sheets) : undefined;
  if (origin === undefined || origin === 'changed') throw new Error('the workbook is not ours');
  const home = origin.sheets.find(({ sheet }) => sheet.name === INPUT);
  if (home === undefined) throw new Error(`no sheet ${INPUT}`);
  const { sheet, columns, headerRow } = home;
  const rows = [...sheet.rows.keys()].filter((row) => row > headerRow);
  const idOf = (row: number) => textAt(sheet, row, columns.get('id') ?? 1);
  const known = rows.filter((row) => idOf(row) !== '' && !idOf(row).endsWith('/'));
  const spare = new Map<string, number>();
  for (const row of rows) {
    const [, task] = /^tasks\/([^/]+)\/projects\/$/.exec(idOf(row)) ?? [];
    if (task !== undefined && !spare.has(task)) spare.set(task, row);
  }
  const file = await readBack(bytes);
  const isYellow = ({ row, column }: TypedCell): boolean => {
    const fill = file.getWorksheet(INPUT)?.getCell(row, column).fill;
    return fill?.type === 'pattern' && fill.fgColor?.argb === YELLOW;
  };
  const numbers = known.flatMap((row) =>
    KINDS.map((kind) => ({
      ...{ id: idOf(row), kind, row },
      unit: kind === 'target' ? UNITS.명 : UNITS.천원,
      column: columns.get(kind) ?? 0,
    })),
  );
  return {
    files,
    bytes,
    origin,
    engine: new Engine(file),
    cells: numbers.filter(isYellow),
    spare,
    columns,
    sheet,
    published: bookOf(files),
  };
}

/** The figures of the plan as its last edition prints them. */
function bookOf(files: Files): FigureBook {
  const plan = readPlan({ displayRoot: 'plan', kept: KEPT, files }, { edition: 'latest' }).value;
  const book = plan && reviseFigures(plan).value?.book;
  if (book === undefined) throw new Error('the plan cannot be read');
  return book;
}

/** What was put into cells: `row column` of the input sheet. */
export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly content: string | number;
  /** What it is worth in the column's unit, for a cell of numbers that can be read. */
  readonly exact?: Fraction;
}

export type Outcome =
  | { readonly kind: 'refused'; readonly rules: readonly string[]; readonly cells: readonly string[] }
  | { readonly kind: 'taken'; readonly book: FigureBook; readonly text: string };

/** Imports the workbook with the edits in it and works the edition out. */
export function importTyped({ bytes, files }: TypedBook, edits: readonly Edit[]): Outcome {
  const contents: Record<string, Content> = {};
  for (const { row, column, content } of edits)
    contents[`${INPUT}!${cellText(column, row)}`] = escaped(content);
  const { edition, diagnostics } = imported(withCells(bytes, contents), files);
  if (edition === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return {
      kind: 'refused',
      rules: errors.map(({ rule }) => rule),
      cells: errors.flatMap(({ place }) => ('cell' in place ? [place.cell] : [])),
    };
  }
  if (edition.changes.length === 0) return { kind: 'taken', book: bookOf(files), text: '' };
  const revised = new Map([...files, [`editions/${edition.number}.yaml`, edition.text]]);
  return { kind: 'taken', book: bookOf(revised), text: edition.text };
}

function escaped(content: string | number): string | number {
  return typeof content === 'number'
    ? content
    : content
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\n', '&#10;');
}

/** How a cell's place is told. */
export function placeOf({ row, column }: Pick<Edit, 'row' | 'column'>): string {
  return `${INPUT}!${cellText(column, row)}`;
}

/**
 * The cells of 총괄 and 실천과제별 that disagree with the edition once the edits are typed into them: live sum + what was published more
 * is the edition's. A text is typed as the number that it means, since a sheet adds numbers only.
 */
export function disagreements(
  { origin, engine, sheet, published }: TypedBook,
  edits: readonly Edit[],
  after: FigureBook,
): readonly string[] {
  engine.typeAll(
    INPUT,
    edits.map(({ row, column, content, exact }) => ({
      ...{ row, column },
      text: exact === undefined ? `'${content}` : exact.toString(),
    })),
  );
  const wrong: string[] = [];
  for (const { kind, address, spot, exported, unit: of } of origin.figures) {
    if (kind !== 'derived' || spot === undefined || spot.sheet === sheet || !isSum(address)) continue;
    const [was, now] = [published.get(address), after.get(address)];
    if (was === undefined || now === undefined) continue;
    const unit = of ?? was.definition.unit;
    const more = amount(was.effective, was.definition.unit, unit).sub(exported === '-' ? 0 : exported || 0);
    const wanted = amount(now.effective, now.definition.unit, unit);
    const live = new Fraction(engine.number(spot.sheet.name, spot) || 0);
    if (!live.add(more).sub(wanted).abs().lt(new Fraction(1, 1000)))
      wrong.push(
        `${spot.sheet.name}!${cellText(spot.column, spot.row)} ${address}: ${live.add(more)} ≠ ${wanted}`,
      );
  }
  engine.typeAll(
    INPUT,
    edits.map(({ row, column }) => ({ row, column, text: asWritten(sheet, row, column) })),
  );
  return wrong;
}

/** Amounts and targets as they are; what is rounded to 백만원 is not a sum of what is shown. */
function isSum(address: Address): boolean {
  return /^(strategies|tasks)\/[^/]+\/(target|funding\/[a-z]+)$/.test(address);
}

function amount(value: Value, from: Unit, to: Unit): Fraction {
  if (value.kind !== 'quantity') return new Fraction(0);
  return value.exact.mul(from.scale).div(to.scale);
}

function asWritten(sheet: PlainSheet, row: number, column: number): string {
  const cell = sheet.rows.get(row)?.get(column);
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  if (cell?.value === undefined) return '';
  return cell.value.kind === 'number' ? cell.value.text : `'${textAt(sheet, row, column)}`;
}

/** The value of a project's or task's figure, in the unit; nil where there is none. */
export function valueIn(book: FigureBook, id: string, kind: Kind, unit: Unit): Fraction {
  const address = `${id}/${kind === 'target' ? 'target' : `funding/${kind}`}` as Address;
  const figure = book.get(address);
  return figure === undefined ? new Fraction(0) : amount(figure.effective, figure.definition.unit, unit);
}
