// 세부사업별목표 of targets.xlsx: a target typed for a project that had none is taken, wherever its row stands.
import { beforeAll, describe, expect, it } from 'vitest';
import { changesOf, faultsOf, imported, PLAN, withCells, withRowOrder, workbooksOf } from './import-plan.ts';

const SHEET = '세부사업별목표';
/** The shop has no target, and so its task states one. */
const FILES = new Map([
  ...PLAN,
  [
    'tasks/startup.yaml',
    (PLAN.get('tasks/startup.yaml') ?? '')
      .replace('name: 청년 창업', 'name: 청년 창업\ntarget: 20')
      .replace('name: 창업 점포, target: 3,', 'name: 창업 점포,'),
  ],
]);
let targets: Uint8Array;

beforeAll(async () => {
  targets = (await workbooksOf(FILES)).get('targets.xlsx') ?? new Uint8Array();
});

const taken = (bytes: Uint8Array, files = FILES) => changesOf(imported(bytes, files, 'targets.xlsx'));

describe('a blank target', () => {
  it('says nothing as it was made', () => {
    expect(faultsOf(imported(targets, FILES, 'targets.xlsx'))).toEqual([]);
    expect(taken(targets)).toEqual([]);
  });

  it.each([
    ['a number', 7, '7'],
    ['a text with a unit', '7명', '7'],
    ['another scale of the unit', '1.2천명', '1200'],
  ])('that was filled in with %s is set', (_, typed, after) => {
    expect(taken(withCells(targets, { [`${SHEET}!E6`]: typed }))).toContain(
      `{ set: tasks/startup/projects/shop/target, before: '-', after: ${after} }`,
    );
  });

  it('goes with its row', () => {
    const edited = withCells(targets, { [`${SHEET}!E6`]: 7 });
    expect(taken(withRowOrder(edited, SHEET, 4, [6, 7, 4, 5]))).toContain(
      "{ set: tasks/startup/projects/shop/target, before: '-', after: 7 }",
    );
  });

  it.each([
    ['another dimension', '7,000천원'],
    ['no number', '예닐곱'],
    ['a part of a person', 7.5],
  ])('is refused at its cell with %s', (_, typed) => {
    expect(taken(withCells(targets, { [`${SHEET}!E6`]: typed }))).toEqual([`${SHEET}!E6 wrong-number`]);
  });

  it('is there in the workbook of the edition that set it', async () => {
    const result = imported(withCells(targets, { [`${SHEET}!E6`]: 7 }), FILES, 'targets.xlsx');
    const next = new Map([...FILES, ['editions/1.yaml', result.edition?.text ?? '']]);
    const made = (await workbooksOf(next, 1)).get('targets.xlsx') ?? new Uint8Array();
    expect(taken(made, next)).toEqual([]);
    expect(taken(withCells(made, { [`${SHEET}!E6`]: 9 }), next)).toContain(
      '{ set: tasks/startup/projects/shop/target, before: 7, after: 9 }',
    );
  });
});
