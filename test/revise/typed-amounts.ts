// Chance -> what people may do to a sheet of the budget: type sound and unsound forms, end and move projects, add one.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect } from 'vitest';
import { textAt } from '../../src/spreadsheet/spreadsheet.ts';
import { soundForm, unsoundForm } from './typed-forms.ts';
import {
  disagreements,
  type Edit,
  importTyped,
  placeOf,
  type TypedBook,
  type TypedCell,
  valueIn,
} from './typed-run.ts';

interface Typed extends Edit {
  readonly cell: TypedCell;
}

interface Action {
  readonly typed: readonly Typed[];
  readonly unsound: readonly Edit[];
  /** Rows that end, rows that go to another task, and lines that are filled in. */
  readonly others: readonly Edit[];
}

/** The engine shows eleven digits of a number. */
const MOST = 10n ** 9n;

/** One to four cells with sound forms; sometimes an unsound one; sometimes a project ends, moves or is added. */
export function actionOn(book: TypedBook): fc.Arbitrary<Action> {
  const { cells, columns, sheet, spare } = book;
  const tasks = [...new Set(cells.map(({ row }) => textAt(sheet, row, columns.get('task') ?? 0)))];
  const numbers = fc.uniqueArray(fc.constantFrom(...cells), { minLength: 1, maxLength: 4 }).chain((some) =>
    fc.tuple(
      ...some.map((cell) =>
        soundForm(cell.unit)
          .filter(({ exact }) => exact.compare(MOST) < 0)
          .map((form): Typed => ({ row: cell.row, column: cell.column, ...form, cell })),
      ),
    ),
  );
  const unsound = fc
    .constantFrom(...cells)
    .chain(({ unit, row, column }) => unsoundForm(unit).map((content): Edit => ({ row, column, content })));
  const projects = [...new Set(cells.filter(({ id }) => id.includes('/projects/')).map(({ row }) => row))];
  const end = fc
    .constantFrom(...projects)
    .map((row): readonly Edit[] => [{ row, column: columns.get('state') ?? 0, content: '종료' }]);
  const move = fc
    .tuple(fc.constantFrom(...projects), fc.constantFrom(...tasks))
    .map(([row, task]): readonly Edit[] => [{ row, column: columns.get('task') ?? 0, content: task }]);
  const add = fc
    .tuple(
      fc.constantFrom(...spare.values()),
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 900_000 }),
      fc.constantFrom('national', 'province', 'district', 'private', 'other', 'total'),
    )
    .map(([row, target, amount, source]): readonly Edit[] => [
      { row, column: columns.get('name') ?? 0, content: '새로 더한 사업' },
      { row, column: columns.get('target') ?? 0, content: target, exact: new Fraction(target) },
      { row, column: columns.get(source) ?? 0, content: amount, exact: new Fraction(amount) },
    ]);
  const nothing = fc.constant<readonly Edit[]>([]);
  return fc.record({
    typed: numbers,
    unsound: fc.oneof(
      fc.constant([]),
      fc.constant([]),
      unsound.map((one) => [one]),
    ),
    others: fc.oneof(nothing, end, move, add),
  });
}

/** Never three different numbers, never a silent one. */
export function expectOneNumber(book: TypedBook, { typed, unsound, others }: Action): void {
  const reasons = typed.map(
    ({ row }): Edit => ({ row, column: book.columns.get('reason') ?? 0, content: '추경 반영' }),
  );
  const taken = new Set(unsound.map(placeOf));
  const numbers = typed.filter((one) => !taken.has(placeOf(one)));
  const edits = [...numbers, ...unsound, ...others, ...reasons];
  const outcome = importTyped(book, edits);
  const what = JSON.stringify(edits.map((edit) => [placeOf(edit), edit.content]));
  const [wrong] = unsound;
  if (wrong !== undefined) {
    expect(outcome.kind, what).toBe('refused');
    if (outcome.kind === 'refused') expect(outcome.cells, what).toContain(placeOf(wrong));
    return;
  }
  if (outcome.kind === 'refused')
    throw new Error(`${outcome.rules.join(' ')} at ${outcome.cells.join(' ')}: ${what}`);
  const gone = new Set(others.filter(({ content }) => typeof content === 'string').map(({ row }) => row));
  for (const { cell, exact = new Fraction(0) } of numbers) {
    // What ended is nil, and what moved has another address.
    if (gone.has(cell.row) || !cell.id.includes('/projects/')) continue;
    expect(valueIn(outcome.book, cell.id, cell.kind, cell.unit).toFraction(), what).toBe(exact.toFraction());
  }
  expect(disagreements(book, edits, outcome.book), `${what}\n${outcome.text}`).toEqual([]);
}
