// Rows of projects, as people fill, copy and misspell them -> what comes of them, and a whole that follows its rows.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/commands/import-edition.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { KEPT } from '../kept.ts';
import {
  type Content,
  changesOf,
  type Files,
  faultsOf,
  imported,
  PLAN,
  withCells,
  workbooksOf,
} from './import-plan.ts';
import { type Places, places } from './sheet-places.ts';
import { withNewCells } from './sheet-surgery.ts';

/** With a project that has neither money nor a target, one with a total alone, and a whole stated beside projects. */
const FILES: Files = new Map(PLAN).set(
  'tasks/course.yaml',
  `id: course
name: 여성 교육
target: 20
funding: { total: 5000, national: 2000, province: '-', district: 3000 }
projects:
  - { id: talk, name: 찾아가는 상담 }
  - { id: class, name: 직업 교실, target: 8, funding: { national: 500, district: 250 } }
  - { id: fair, name: 박람회, target: 2, funding: { total: 120 } }
`,
);
const WHOLE = new Map(PLAN);

type Edits = Readonly<Record<string, Content>>;
const made = new Map<
  Files,
  { readonly budget: Uint8Array; readonly targets: Uint8Array; readonly at: Places }
>();

beforeAll(async () => {
  for (const files of [FILES, WHOLE]) {
    const books = await workbooksOf(files);
    const budget = books.get('budget.xlsx') ?? new Uint8Array();
    made.set(files, { budget, targets: books.get('targets.xlsx') ?? new Uint8Array(), at: places(budget) });
  }
});

function book(files: Files) {
  const found = made.get(files);
  if (found === undefined) throw new Error('no workbook');
  return found;
}

/** Cells that a workbook has not are put in. */
function edited(edits: Edits, files: Files = FILES): ImportResult {
  const { budget, at } = book(files);
  const cells = Object.entries(edits).map(([cell, content]): [string, string] => [at(cell), xmlOf(content)]);
  return imported(withNewCells(budget, Object.fromEntries(cells)), files);
}

function xmlOf(content: Content): string {
  if (content === null) return '<c></c>';
  if (typeof content === 'number') return `<c><v>${content}</v></c>`;
  if (typeof content === 'string')
    return `<c t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
  return `<c${content.attributes ?? ''}>${content.xml}</c>`;
}

/** A figure of the plan with the edition on top. */
function figureOf({ edition, diagnostics }: ImportResult, address: string, files: Files): string {
  if (edition === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const all = new Map(files).set('editions/1.yaml', edition.text);
  const read = readPlan({ displayRoot: 'plan', kept: KEPT, files: all }, { edition: 1 });
  const revised = read.value && reviseFigures(read.value);
  const found = [...(revised?.value?.book ?? [])].find(([one]) => one === address)?.[1].effective;
  return found?.kind === 'quantity' ? found.exact.toString() : (found?.kind ?? 'none');
}

describe('where a project had no figure', () => {
  it('a target, and the first money of one that had none', () => {
    const result = edited({ 'talk target': 3, 'talk national': 40, 'talk district': 10 });
    expect(changesOf(result)).toEqual([
      "{ set: tasks/course/projects/talk/target, before: '-', after: 3 }",
      "{ set: tasks/course/projects/talk/funding/national, before: '-', after: 40 }",
      "{ set: tasks/course/projects/talk/funding/district, before: '-', after: 10 }",
      '{ set: tasks/course/target, before: 20, after: 23 }',
      '{ set: tasks/course/funding/national, before: 2000, after: 2040 }',
      '{ set: tasks/course/funding/district, before: 3000, after: 3010 }',
    ]);
    expect(figureOf(result, 'tasks/course/funding/total', FILES)).toBe('5050');
  });

  it('a source beside a total alone is refused', () => {
    expect(faultsOf(edited({ 'fair national': 40 }))).toEqual([
      `${book(FILES).at('fair national')} not-importable`,
    ]);
  });

  it('a target in the workbook of targets', () => {
    const { targets } = book(FILES);
    const cell = places(targets, 'target')('talk target');
    const result = imported(withNewCells(targets, { [cell]: xmlOf(3) }), FILES, 'targets.xlsx');
    expect(changesOf(result)).toEqual([
      "{ set: tasks/course/projects/talk/target, before: '-', after: 3 }",
      '{ set: tasks/course/target, before: 20, after: 23 }',
    ]);
    expect(faultsOf(result)).toEqual([]);
  });
});

describe('subtasks', () => {
  it('are told, changed and given to new and moved rows by their names', async () => {
    const files = new Map(FILES).set(
      'tasks/startup.yaml',
      `id: startup
name: 청년 창업
subtasks: [{ id: learn, name: 배우기 }, { id: begin, name: 시작하기 }]
projects:
  - id: room
    name: 창업 공간
    subtask: begin
    target: 5
    funding: { national: 1500, district: 300 }
  - id: school
    name: 창업 학교
    target: 6
    funding: { total: 700, district: 700 }
  - { id: shop, name: 창업 점포, target: 3, funding: { district: 90 } }
`,
    );
    const budget = (await workbooksOf(files)).get('budget.xlsx') ?? new Uint8Array();
    const at = places(budget);
    const typed = (edits: Edits) =>
      imported(
        withNewCells(
          budget,
          Object.fromEntries(Object.entries(edits).map(([cell, content]) => [at(cell), xmlOf(content)])),
        ),
        files,
      );
    const changes = changesOf(
      typed({
        'room subtask': '배우기',
        'school subtask': ' 배우기',
        'shop subtask': '시작하기',
        'startup+0 name': '창업 카페',
        'startup+0 subtask': '배우기',
        'startup+0 district': 10,
        'office task': '청년 창업',
        'office subtask': '시작하기',
      }),
    );
    expect(changes.toSorted()).toEqual([
      '{ add: tasks/startup/projects/changeop-kape, name: 창업 카페, subtask: learn, funding: { district: 10 } }',
      '{ move: tasks/intern/projects/office, to: tasks/startup, subtask: begin }',
      String.raw`{ text: tasks/startup.yaml, before: "    name: 창업 학교", after: "    name: 창업 학교\n    subtask: learn" }`,
      '{ text: tasks/startup.yaml, before: "    subtask: begin", after: "    subtask: learn" }',
      '{ text: tasks/startup.yaml, before: "  - { id: shop, name: 창업 점포, target: 3, funding: { district: 90 } }", after: "  - { id: shop, name: 창업 점포, subtask: begin, target: 3, funding: { district: 90 } }" }',
    ]);
    const refused = faultsOf(typed({ 'room subtask': '배워', 'class subtask': '배우기' }));
    expect(refused.filter((fault) => !fault.endsWith('missing-key'))).toEqual([
      `${at('room subtask')} unknown-task`,
      `${at('class subtask')} unknown-task`,
    ]);
  });
});

describe('the whole follows its rows', () => {
  it('a changed project', () => {
    expect(changesOf(edited({ 'class national': 510, 'class reason': '증액' }))).toEqual([
      '{ set: tasks/course/projects/class/funding/national, before: 500, after: 510, reason: 증액 }',
      '{ set: tasks/course/funding/national, before: 2000, after: 2010, reason: 증액 }',
    ]);
  });

  it('a new project, one that ends, one that moves in and one that moves out', () => {
    const result = edited({
      'course+0 name': '새 강좌',
      'course+0 national': 30,
      'course+0 target': 1,
      'class state': '종료',
      'shop task': '여성 교육',
    });
    expect(changesOf(result).filter((change) => change.startsWith('{ set'))).toEqual([
      '{ set: tasks/course/target, before: 20, after: 16 }',
      '{ set: tasks/course/funding/national, before: 2000, after: 1530 }',
      '{ set: tasks/course/funding/district, before: 3000, after: 2840 }',
    ]);
    expect(figureOf(result, 'strategies/all/funding/total', FILES)).toBe(
      // 10,590 + 5,000, and 30 - 750: a move changes no total.
      String(1500 + 300 + 700 + 90 + 6400 + 1600 + 5000 + 30 - 750),
    );
  });

  it('of a task without projects, with its own change on top', () => {
    const result = edited(
      {
        'course national': 2500,
        'course+0 name': '새 강좌',
        'course+0 national': 30,
        'course+0 reason': '신설',
      },
      WHOLE,
    );
    expect(changesOf(result)).toEqual([
      '{ set: tasks/course/funding/national, before: 2000, after: 2530, reason: 신설 }',
      '{ add: tasks/course/projects/sae-gangjwa, name: 새 강좌, funding: { national: 30 }, reason: 신설 }',
    ]);
    expect(figureOf(result, 'tasks/course/funding/total', WHOLE)).toBe('5530');
  });

  it('what is typed for the rest of a task', () => {
    const result = edited({ 'course district': 2760, 'course reason': '증액', 'class district': 260 });
    expect(changesOf(result)).toEqual([
      '{ set: tasks/course/projects/class/funding/district, before: 250, after: 260 }',
      '{ set: tasks/course/funding/district, before: 3000, after: 3020, reason: 증액 }',
    ]);
  });

  it('the rest too, merged with what another copy said', () => {
    const first = edited({ 'class district': 260 });
    const files = new Map(FILES).set('editions/1.yaml', first.edition?.text ?? '');
    const again = (edits: Edits) => {
      const cells = Object.entries(edits).map(([cell, content]) => [book(FILES).at(cell), xmlOf(content)]);
      return imported(withNewCells(book(FILES).budget, Object.fromEntries(cells)), files);
    };
    expect(changesOf(again({ 'course district': 2800 }))).toEqual([
      '{ set: tasks/course/funding/district, before: 3010, after: 3060 }',
    ]);
    const second = again({ 'course district': 2800 });
    files.set('editions/2.yaml', second.edition?.text ?? '');
    expect([
      changesOf(again({ 'course district': 2800 })),
      faultsOf(again({ 'course district': 2850 })),
    ]).toEqual([[], [`${book(FILES).at('course district')} merge-clash`]]);
  });

  it('not what is the sum of its projects', () => {
    expect(changesOf(edited({ 'office province': 6500 }))).toEqual([
      '{ set: tasks/intern/projects/office/funding/province, before: 6400, after: 6500 }',
    ]);
  });
});

describe('a row', () => {
  it.each([
    '청년창업',
    '청년 창엄',
    '청년  창업',
    '',
  ])('of a misspelt task ‘%s’ is refused with the right name', (task) => {
    const result = edited({ 'startup+0 name': '창업 대회', 'startup+0 task': task });
    expect(faultsOf(result)).toEqual([`${book(FILES).at('startup+0 task')} unknown-task`]);
    if (task !== '') expect(result.diagnostics.at(-1)?.expected).toContain('청년 창업');
  });

  it('of a task with blanks around its name is its own', () => {
    const result = edited({
      'startup+0 name': '창업 대회',
      'startup+0 national': 1,
      'startup+0 task': ' 청년 창업 ',
    });
    expect(changesOf(result)).toHaveLength(1);
  });

  it('that is a copy with its hidden id, under another name, is a new project', () => {
    const { budget, at } = book(FILES);
    const cells = { 'startup+0 name': '창업 공간 2', 'startup+0 national': 70 };
    const id = at('startup+0 name').replace('!C', '!A');
    const placed = Object.entries(cells).map(([cell, content]): [string, Content] => [at(cell), content]);
    const bytes = withCells(budget, { [id]: 'tasks/startup/projects/room' });
    const result = imported(
      withNewCells(bytes, Object.fromEntries(placed.map(([cell, content]) => [cell, xmlOf(content)]))),
      FILES,
    );
    expect(changesOf(result)).toEqual([
      '{ add: tasks/startup/projects/changeop-gonggan-2, name: 창업 공간 2, funding: { national: 70 } }',
    ]);
  });

  it('of a new project has the months of its period', () => {
    const added = (period: string) =>
      changesOf(
        edited({ 'startup+0 name': '창업 대회', 'startup+0 national': 5, 'startup+0 period': period }),
      );
    expect(added('2023. 5. ~ 12.')).toEqual([expect.stringContaining('2023. 5. ~ 12.", from: 5, to: 12 }')]);
    expect(added('2022. 11. ~ 2023. 2.')).toEqual([expect.stringContaining('from: 2022-11, to: 2023-02 }')]);
    expect(added('2024. 5. ~ 6.')).toEqual([expect.not.stringContaining('from:')]);
  });

  it('of a new project with many times all that the plan has is told, at the amount, with the unit that was meant', () => {
    const told = (district: number) =>
      edited({ 'startup+0 name': '창업 대회', 'startup+0 district': district }).diagnostics.filter(
        ({ rule }) => rule === 'implausible-scale',
      );
    expect(told(300_000)).toEqual([]);
    expect(told(400_000)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        expected: expect.stringContaining('원으로 적었으면 400천원(40만원)'),
        place: expect.objectContaining({ cell: book(FILES).at('startup+0 district') }),
      }),
    ]);
  });

  it('of a new project that has ended adds none', () => {
    const result = edited({
      'startup+0 name': '창업 대회',
      'startup+0 national': 5,
      'startup+0 state': '종료',
    });
    expect([changesOf(result), faultsOf(result)]).toEqual([
      [],
      [`${book(FILES).at('startup+0 name')} not-importable`],
    ]);
  });
});
