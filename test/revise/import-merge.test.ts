// Copies of one workbook that went to several departments -> merged cell by cell; what was handed in is taken, the rest stays.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/commands/import-edition.ts';
import {
  type Content,
  changesOf,
  type Files,
  faultsOf,
  imported,
  PLAN,
  withCells,
  withRowOrder,
  workbooksOf,
} from './import-plan.ts';
import { places } from './sheet-places.ts';
import { withoutColumn, withoutRows, withoutSheet } from './sheet-surgery.ts';

const INPUT = '세부사업별(입력)';
type Edits = Readonly<Record<string, Content>>;
let budget: Uint8Array;
let targets: Uint8Array;
let at: ReturnType<typeof places>;

beforeAll(async () => {
  const books = await workbooksOf(PLAN);
  budget = books.get('budget.xlsx') ?? new Uint8Array();
  targets = books.get('targets.xlsx') ?? new Uint8Array();
  at = places(budget);
});

/** Edits by `project column`: `room national`. */
function edited(edits: Edits, bytes = budget): Uint8Array {
  return withCells(
    bytes,
    Object.fromEntries(Object.entries(edits).map(([cell, content]) => [at(cell), content])),
  );
}

function withEdition(files: Files, { edition, diagnostics }: ImportResult): Files {
  if (edition === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(files).set(`editions/${edition.number}.yaml`, edition.text);
}

/** The plan after one department's copy, and what the other's does to it. */
function merged(first: Edits, second: Edits): ImportResult {
  return imported(edited(second), withEdition(PLAN, imported(edited(first))));
}

const told = (result: ImportResult) =>
  result.diagnostics.filter(({ severity }) => severity === 'information').map(({ rule }) => rule);

describe('two copies of one workbook', () => {
  it('go in one after the other where they differ in cells', () => {
    const result = merged({ 'room national': 1600, 'room period': '2. ~ 12.' }, { 'room district': 310 });
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/district, before: 300, after: 310 }',
    ]);
    expect(told(result)).toEqual(['older-workbook', 'unpublished-editions']);
  });

  it('clash where both changed a cell: all three values are told', () => {
    const result = merged({ 'room national': 1600 }, { 'room national': 1700 });
    expect(faultsOf(result)).toEqual([`${at('room national')} merge-clash`]);
    const [{ message } = { message: '' }] = result.diagnostics.filter(({ rule }) => rule === 'merge-clash');
    for (const value of ['1,500천원', '1,700천원', '1,600천원']) expect(message).toContain(value);
  });

  it.each<[string, Edits]>([
    ['an amount', { 'room national': 1600 }],
    ['a source that was not there', { 'room province': 40 }],
    ['a name', { 'room name': '창업 공간 조성' }],
    ['a new project', { 'startup+0 name': '창업 대회', 'startup+0 national': 50, 'startup+0 target': 2 }],
    ['an end', { 'shop state': '종료' }],
    ['a move', { 'shop task': '청년 인턴' }],
    ['a period where there was none', { 'school period': '3. ~ 6.' }],
  ])('say nothing where both say the same: %s', (_, edits) => {
    const result = merged(edits, edits);
    expect([faultsOf(result), changesOf(result)]).toEqual([[], []]);
  });

  it.each<[string, Edits, Edits, readonly string[]]>([
    ['names', { 'room name': '가 공간' }, { 'room name': '나 공간' }, ['room name']],
    ['periods', { 'room period': '1. ~ 3.' }, { 'room period': '1. ~ 4.' }, ['room period']],
    ['sources that were not there', { 'room province': 40 }, { 'room province': 50 }, ['room province']],
    ['an ended project', { 'shop state': '종료' }, { 'shop district': 95 }, ['shop district']],
    ['a source that it never had', { 'shop state': '종료' }, { 'shop name': '점포' }, ['shop name']],
    ['a moved project', { 'shop task': '청년 인턴' }, { 'shop target': 4 }, ['shop target']],
    ['a move and an end', { 'shop task': '청년 인턴' }, { 'shop state': '종료' }, ['shop state']],
    ['an end and a move', { 'shop state': '종료' }, { 'shop task': '청년 인턴' }, ['shop task']],
    [
      'new projects of one name',
      { 'startup+0 name': '창업 대회', 'startup+0 national': 50 },
      { 'startup+1 name': '창업 대회', 'startup+1 national': 60 },
      ['startup+1 name'],
    ],
  ])('clash: %s', (_, first, second, cells) => {
    const result = merged(first, second);
    expect(faultsOf(result)).toEqual(cells.map((cell) => `${at(cell)} merge-clash`));
  });

  it('leave alone what ended, moved or came meanwhile', () => {
    const first = {
      'shop state': '종료',
      'school task': '청년 인턴',
      'startup+0 name': '새 공간',
      'startup+0 other': 7,
    };
    const result = merged(first, {
      'room national': 1600,
      'startup+0 name': '창업 대회',
      'startup+0 national': 50,
    });
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
      '{ add: tasks/startup/projects/changeop-daehoe, name: 창업 대회, funding: { national: 50 } }',
    ]);
  });

  it('of a later edition than there is now: what is typed for a project that is no more is refused', async () => {
    const later = withEdition(
      PLAN,
      imported(edited({ 'startup+0 name': '창업 대회', 'startup+0 national': 50 })),
    );
    const bytes = (await workbooksOf(later, 1)).get('budget.xlsx') ?? new Uint8Array();
    const cell = places(bytes)('changeop-daehoe national');
    expect([faultsOf(imported(bytes)), told(imported(bytes))]).toEqual([[], ['older-workbook']]);
    expect(faultsOf(imported(withCells(bytes, { [cell]: 51 })))).toEqual([`${cell} stale-workbook`]);
  });
});

describe('a workbook cut down to a part of it', () => {
  it.each(['program', 'script'] as const)('rows, deleted by a %s', (surgeon) => {
    const rows = ['room', 'office'].map((project) => Number(at(`${project} name`).replace(/.*!C/, '')));
    const cut = withoutRows(edited({ 'school district': 710 }), INPUT, rows, surgeon);
    const result = imported(cut);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/school/funding/district, before: 700, after: 710 }',
    ]);
    const [said] = result.diagnostics.filter(({ rule }) => rule === 'rows-not-handed-in');
    expect(said).toMatchObject({ severity: 'information' });
    expect(said?.message).toContain('2개는 지금 값 그대로 둡니다: 청년 창업, 청년 인턴');
  });

  it.each(['program', 'script'] as const)('a column, deleted by a %s', (surgeon) => {
    const national = at('room national').replace(/.*!([A-Z]+)\d+$/, '$1');
    const cut = withoutColumn(edited({ 'room district': 310 }), INPUT, national, surgeon);
    const result = imported(cut);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/district, before: 300, after: 310 }',
    ]);
    const said = result.diagnostics.find(({ rule }) => rule === 'columns-not-handed-in');
    expect(said?.message).toContain('국비');
  });

  it('the hidden column of ids: refused, as no row can be told any more', () => {
    const result = imported(withoutColumn(edited({ 'room district': 310 }), INPUT, 'A'));
    expect([faultsOf(result), result.edition]).toEqual([[`${INPUT}!A1 origin-changed`], undefined]);
    expect(result.diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('숨은 A열')]);
  });

  it.each(['program', 'script'] as const)('rows of statistics, deleted by a %s', (surgeon) => {
    const edit = withCells(targets, { '표01!B6': 46570 });
    const result = imported(withoutRows(edit, '표01', [4], surgeon), PLAN, 'targets.xlsx');
    expect(changesOf(result)).toEqual([
      '{ set: tables/openings/2022/openings, before: 46567, after: 46570 }',
    ]);
    expect(told(result)).toEqual(['rows-not-handed-in']);
  });

  it('a sheet', () => {
    const result = imported(withoutSheet(targets, '표01'), PLAN, 'targets.xlsx');
    expect([faultsOf(result), changesOf(result), told(result)]).toEqual([[], [], ['rows-not-handed-in']]);
    const own = imported(withoutSheet(budget, INPUT));
    expect([faultsOf(own), told(own)]).toEqual([[], ['rows-not-handed-in']]);
  });
});

describe('rows that were sorted without their hidden ids', () => {
  const rowOf = (project: string) => Number(at(`${project} name`).replace(/.*!C/, ''));

  /** The rows in another order, but the ids where they were. */
  function sortedWithout(order: readonly number[], bytes = budget): Uint8Array {
    const from = rowOf('room');
    const ids = order.map((_, index) => from + index);
    const before = new Map(ids.map((row) => [row, idAt(row)]));
    const sorted = withRowOrder(bytes, INPUT, from, order);
    return withCells(sorted, Object.fromEntries([...before].map(([row, id]) => [`${INPUT}!A${row}`, id])));
  }
  const idAt = (row: number) => at.id(row);

  it('are found by task and name', () => {
    const [room, school, shop] = ['room', 'school', 'shop'].map(rowOf) as [number, number, number];
    const bytes = sortedWithout([shop, room, school], edited({ 'shop district': 95 }));
    const result = imported(bytes);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/shop/funding/district, before: 90, after: 95 }',
    ]);
    expect(faultsOf(result)).toEqual([`${INPUT}!A${room} ids-out-of-order`]);
  });

  it('and renamed too cannot be told apart', () => {
    const [room, school, shop] = ['room', 'school', 'shop'].map(rowOf) as [number, number, number];
    const bytes = sortedWithout([shop, room, school], edited({ 'school name': '창업 대학' }));
    const result = imported(bytes);
    expect(result.edition).toBeUndefined();
    expect(faultsOf(result)).toContain(`${INPUT}!C${shop} ids-out-of-order`);
  });

  it('one row under the name of another is refused', () => {
    const bytes = edited({ 'shop name': '창업 공간', 'room name': '창업 방' });
    expect(faultsOf(imported(bytes))).toEqual([`${at('shop name')} ids-out-of-order`]);
  });
});
