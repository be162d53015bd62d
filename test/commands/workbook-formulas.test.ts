// The bundled plan's workbooks in an engine that is not ours: formulas come to what is cached and printed, and move as the figures do.
import type ExcelJS from 'exceljs';
import fc from 'fast-check';
import type Fraction from 'fraction.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeBudget, composeTargets } from '../../src/compose/compose-targets.ts';
import { ORIGIN_SHEET, type Workbook } from '../../src/document/workbook.ts';
import type { Address } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { Figure, FigureBook } from '../../src/figure/figure.ts';
import { scaleFactor } from '../../src/figure/follow.ts';
import { decimalText, exactDigits, parseQuantity } from '../../src/figure/quantity.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { shownIn } from '../../src/figure/show.ts';
import { UNITS, type Unit } from '../../src/figure/unit.ts';
import { liveBook } from '../../src/plan/live-book.ts';
import { type CellPlace, CellPlaces, cellName, placeOf } from '../../src/sheet/cell-places.ts';
import { runs } from '../whole.ts';
import { Engine } from '../write/xlsx/engine.ts';
import { readBack } from '../write/xlsx/sheets.ts';
import { type BundledWorkbooks, bundledWorkbooks } from './bundled-plan.ts';
import { figureRunsOf } from './walk.ts';

interface Opened {
  readonly workbook: Workbook;
  readonly file: ExcelJS.Workbook;
  readonly engine: Engine;
  /** Every cell that shows a figure, in its column's unit. */
  readonly cells: readonly { readonly address: Address; readonly at: CellPlace; readonly unit: Unit }[];
  /** The book as the workbook shows it: budget.xlsx has sums as their parts come to now. */
  readonly shows: (book: FigureBook) => FigureBook;
}

let made: BundledWorkbooks;
let opened: readonly Opened[];

beforeAll(async () => {
  made = await bundledWorkbooks();
  const { plan, book, document, budget, targets } = made;
  opened = await Promise.all([
    open(composeBudget(plan, book, document), budget),
    open(composeTargets(plan, book, document), targets),
  ]);
}, 60_000);

async function open(workbook: Workbook, bytes: Uint8Array): Promise<Opened> {
  const file = await readBack(bytes);
  const cells = workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, y) =>
      row.flatMap(({ content, column }) =>
        content.kind === 'figure'
          ? [
              {
                address: content.address,
                at: placeOf(sheet, y, column),
                unit: content.unit ?? workbook.figures.get(content.address)?.definition.unit ?? UNITS.명,
              },
            ]
          : [],
      ),
    ),
  );
  const shows = (book: FigureBook) =>
    workbook.published === undefined ? book : liveBook(book, made.plan.programme);
  return { workbook, file, engine: new Engine(file), cells, shows };
}

/** What a cell of the figure shows in a column of the unit; NaN for one that is not known yet. */
function shownNumber(figure: Figure | undefined, unit: Unit): number {
  const shown = figure && shownIn(figure, unit);
  if (shown?.kind === 'nil') return 0;
  return shown?.kind === 'quantity' ? Number(decimalText(shown.exact, shown.digits)) : Number.NaN;
}

describe('an independent engine', () => {
  it('comes to the cached result of every formula', () => {
    let count = 0;
    for (const { file, engine } of opened) {
      for (const { sheet, address, formula, cached } of engine.formulas) {
        // The origin's references may lead to texts, which the engine has not been given.
        if (sheet === ORIGIN_SHEET) continue;
        const cell = file.getWorksheet(sheet)?.getCell(address);
        const place = { row: Number(cell?.row), column: Number(cell?.col) };
        const is = typeof cached === 'number' ? engine.number(sheet, place) : engine.text(sheet, place);
        expect(is, `${sheet}!${address} =${formula}`).toBe(cached ?? '');
        count++;
      }
    }
    expect(count).toBeGreaterThan(400);
  });

  it('shows in every cell the figure that the book has and the publication prints', () => {
    const printed = new Map(
      figureRunsOf(made.document).map(({ address, text }) => [
        address,
        Number(
          text
            .replace('△', '-')
            .replaceAll(',', '')
            .replace(/[^\d.]+$/u, ''),
        ),
      ]),
    );
    let inPrint = 0;
    for (const { engine, cells, shows } of opened) {
      const book = shows(made.book);
      for (const { address, at, unit } of cells) {
        const number = engine.number(at.sheet, at);
        const where = `${at.sheet}!${cellName(at)} ${address}`;
        const figure = book.get(address) ?? expect.unreachable();
        expect(number, where).toBe(shownNumber(figure, unit));
        const text = printed.get(address);
        const isPublished = made.book.get(address)?.effective === figure.effective;
        const isOwnUnit = unit.scale.equals(figure.definition.unit.scale);
        if (text === undefined || Number.isNaN(text) || !isPublished || !isOwnUnit) continue;
        inPrint++;
        expect(number, where).toBe(text);
      }
    }
    expect(inPrint).toBeGreaterThan(800);
  });
});

/** The figures that a change of the input can reach, without itself. */
function dependentsOf(book: FigureBook, input: Address): ReadonlySet<Address> {
  const reached = new Set([input]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const [address, { definition }] of book) {
      if (definition.relation && operandsOf(definition.relation).some((operand) => reached.has(operand)))
        reached.add(address);
    }
  }
  reached.delete(input);
  return reached;
}

describe.each([0, 1])('workbook %d, one input typed anew', (index) => {
  it('moves exactly the cells that follow from it, to what the figures come to', () => {
    const { workbook, engine, cells, file, shows } = opened[index] ?? expect.unreachable();
    const places = new CellPlaces(workbook.sheets);
    const isLive = new Set(engine.formulas.map(({ sheet, address }) => `${sheet}!${address}`));
    const inputs = cells.filter(({ address, at }) => {
      const figure = made.book.get(address);
      const home = places.home(address);
      return (
        figure?.definition.relation === undefined &&
        figure?.effective.kind === 'quantity' &&
        // Some inputs move nothing; those that do are what this is about.
        dependentsOf(made.book, address).size > 0 &&
        home?.sheet === at.sheet &&
        home.column === at.column &&
        home.row === at.row
      );
    });
    const before = new Map(cells.map(({ at }) => [at, engine.number(at.sheet, at)]));
    /** Values that a person has decided to state are no formulas and stay until the next build. */
    const frozen = (address: Address, moved: ReadonlySet<Address>): boolean => {
      const home = places.home(address);
      if (home !== undefined && moved.has(address) && !isLive.has(`${home.sheet}!${cellName(home)}`))
        return true;
      const relation = made.book.get(address)?.definition.relation;
      return (
        relation !== undefined && operandsOf(relation).some((one) => moved.has(one) && frozen(one, moved))
      );
    };
    let moves = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...inputs),
        fc.integer({ min: 1, max: 99_999 }),
        ({ address, at, unit }, more) => {
          const was = made.book.get(address)?.effective;
          if (was?.kind !== 'quantity') throw new Error(`${address} is no quantity`);
          const own = made.book.get(address)?.definition.unit ?? unit;
          const inColumn = (exact: Fraction) => {
            const amount = exact.mul(scaleFactor(own, unit));
            return decimalText(amount, exactDigits(amount) ?? 0);
          };
          const typed = inColumn(was.exact.add(more));
          const change = parseQuantity(decimalText(was.exact.add(more), was.digits));
          const changed = change && evaluateFigures(made.plan.figures, new Map([[address, change]])).value;
          if (changed === undefined) throw new Error('nothing was evaluated');
          const book = shows(changed);
          const moved = dependentsOf(made.book, address);
          engine.type(at.sheet, at, typed);
          for (const cell of cells) {
            const where = `${address} + ${more}: ${cell.at.sheet}!${cellName(cell.at)} ${cell.address}`;
            const now = engine.number(cell.at.sheet, cell.at);
            if (cell.address === address) expect(now, where).toBe(Number(typed));
            else if (!moved.has(cell.address)) expect(now, where).toBe(before.get(cell.at));
            else if (!frozen(cell.address, moved)) {
              expect(now, where).toBe(shownNumber(book.get(cell.address), cell.unit));
              moves++;
            }
          }
          engine.type(at.sheet, at, inColumn(was.exact));
        },
      ),
      { numRuns: runs(4, 12), seed: 20230331 },
    );
    expect(moves).toBeGreaterThan(runs(5, 20));
    expect(file.worksheets.length).toBeGreaterThan(3);
  });
});
