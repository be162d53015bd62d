// Formulas that come to what is stored today and not to what follows once other numbers are typed -> told, whoever wrote them.
import { beforeAll, describe, expect, it } from 'vitest';
import { composeBudget, composeTargets } from '../../src/compose/compose-targets.ts';
import { ORIGIN_SHEET, type Workbook } from '../../src/document/workbook.ts';
import { proveFollowing } from '../../src/proof/prove-following.ts';
import type { ReadSheet } from '../../src/proof/xlsx/read-sheet.ts';
import { readWorkbook } from '../../src/proof/xlsx/read-workbook.ts';
import { recalculate } from '../../src/proof/xlsx/recalculate.ts';
import { bundledWorkbooks } from '../commands/bundled-plan.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;
interface Made {
  readonly model: Workbook;
  readonly sheets: Sheets;
}

let books: Readonly<Record<'budget' | 'targets', Made>>;

beforeAll(async () => {
  const { plan, book, document, budget, targets } = await bundledWorkbooks();
  const made = (model: Workbook, bytes: Uint8Array): Made => {
    const all = readWorkbook(bytes, ORIGIN_SHEET).sheets;
    return { model, sheets: new Map([...all].filter(([name]) => name !== ORIGIN_SHEET)) };
  };
  books = {
    budget: made(composeBudget(plan, book, document), budget),
    targets: made(composeTargets(plan, book, document), targets),
  };
}, 60_000);

/** `value`: what it comes to today; `last`: the lowest row of the ledger that is printed. */
type Change = (formula: string, value: string, last: number) => string;

/** The sheets with the formulas changed, all or those of some cells. */
function changed({ model, sheets }: Made, change: Change, only?: ReadonlySet<string>): Sheets {
  const last = Math.max(
    ...model.sheets.flatMap(({ ledger, unitLine }) =>
      ledger === undefined ? [] : [(unitLine === undefined ? 1 : 2) + ledger.printed],
    ),
  );
  return new Map(
    [...sheets].map(([name, sheet]) => {
      const cells = [...sheet.cells].map(([cell, is]) => {
        const isWanted = is.formula !== undefined && (only?.has(`${name}!${cell}`) ?? true);
        return [cell, isWanted ? { ...is, formula: change(is.formula ?? '', is.value, last) } : is] as const;
      });
      return [name, { ...sheet, cells: new Map(cells) }];
    }),
  );
}

/** The cells whose formula is another and comes to the same today. */
function silentToday(made: Made, change: Change): readonly string[] {
  const [before, after] = [recalculate(made.sheets), recalculate(changed(made, change))];
  return [...made.sheets].flatMap(([name, { cells }]) =>
    [...cells].flatMap(([cell, { formula, value }]) => {
      const isOther = formula !== undefined && change(formula, value, 0) !== formula;
      const [was, is] = [before, after].map((results) => results.get(name)?.get(cell));
      return isOther && typeof was === 'number' && was === is ? [`${name}!${cell}`] : [];
    }),
  );
}

describe.each(['budget', 'targets'] as const)('%s.xlsx as it is written', (book) => {
  it('follows whatever is typed', () => {
    const { model, sheets } = books[book];
    expect(proveFollowing(model, sheets)).toEqual([]);
  });
});

describe('a formula that comes to the same today is told', () => {
  it.each<[string, 'budget' | 'targets', Change]>([
    [
      'a row short',
      'targets',
      (text) => text.replace(/(?<=^SUM\(\w+:[A-Z]+)\d+/, (row) => String(Number(row) - 1)),
    ],
    ['a column short', 'targets', (text) => text.replace(/(?<=^SUM\([A-Z]+\d+:)[A-Z](?=\d)/, shifted)],
    ['without what is added by itself', 'targets', (text) => text.replace(/,[^,()]+(?=\)$)/, '')],
    ['a number as it is today', 'targets', (_, value) => value],
    ['of the column beside', 'budget', (text) => text.replaceAll('$K$', '$J$')],
    ['with what has ended', 'budget', (text) => text.replace(/-SUMIFS\(.*\)$/, '')],
    [
      'without the free rows',
      'budget',
      (text, _, last) => text.replaceAll(/(?<=:\$[A-Z]+\$)\d+/g, String(last)),
    ],
    ['of whichever task', 'budget', (text) => text.replaceAll(/(?<=,)\$B\d+(?=[,)])/g, '"*"')],
  ])('%s', (_, book, change) => {
    const made = books[book];
    const silent = silentToday(made, change);
    expect(silent.length).toBeGreaterThan(0);
    const some = silent.filter((_, index) => index % Math.ceil(silent.length / 3) === 0);
    for (const cell of some) {
      const told = proveFollowing(made.model, changed(made, change, new Set([cell])));
      expect([cell, told.map(({ rule }) => rule)]).toEqual([
        cell,
        expect.arrayContaining(['formula-not-following']),
      ]);
    }
  });
});

function shifted(column: string): string {
  return String.fromCharCode(column.charCodeAt(0) - 1);
}
