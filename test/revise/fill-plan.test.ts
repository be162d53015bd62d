// A workbook without a title and a date -> the data itself, as an edition would have it.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { prepare } from '../../src/commands/prepare.ts';
import { KEPT } from '../kept.ts';
import { runs } from '../whole.ts';
import {
  type Content,
  type Files,
  imported,
  PLAN,
  TEMPLATES,
  withCells,
  workbooksOf,
} from './import-plan.ts';

const INPUT = '세부사업별(입력)';
let budget: Uint8Array;
let targets: Uint8Array;

beforeAll(async () => {
  const made = await workbooksOf(PLAN);
  budget = made.get('budget.xlsx') ?? new Uint8Array();
  targets = made.get('targets.xlsx') ?? new Uint8Array();
});

function filled(bytes: Uint8Array, files: Files = PLAN, reason?: string) {
  return fillPlan(
    { name: 'book.xlsx', bytes },
    { displayRoot: 'plan', kept: KEPT, files },
    reason === undefined ? {} : { reason },
    TEMPLATES,
  );
}

/** The plan with what was typed; throws where it was refused. */
function filledFiles(bytes: Uint8Array, files: Files = PLAN): Files {
  const result = filled(bytes, files);
  if (result.filled === undefined)
    throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return new Map([...files, ...result.filled.files]);
}

/** The lines of a file that are other ones than before. */
function changedLines(before: Files, after: Files, name: string): readonly string[] {
  const old = new Set((before.get(name) ?? '').split('\n'));
  return (after.get(name) ?? '').split('\n').filter((line) => !old.has(line));
}

function shown(files: Files): ReadonlyMap<string, string> {
  const { revised, diagnostics } = prepare({ plan: { displayRoot: 'plan', kept: KEPT, files } });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return new Map(
    [...(revised?.book ?? [])].map(([address, { effective }]) => [
      address,
      effective.kind === 'quantity' ? effective.exact.toFraction() : effective.kind,
    ]),
  );
}

describe('what is typed stands in the data', () => {
  it('one number changes nothing else of its file', () => {
    const after = filledFiles(withCells(budget, { [`${INPUT}!G6`]: 1600 }));
    expect(changedLines(PLAN, after, 'tasks/startup.yaml')).toEqual([
      '    funding: { national: 1600, district: 300 }',
    ]);
    expect([...after].filter(([name, text]) => PLAN.get(name) !== text).map(([name]) => name)).toEqual([
      'tasks/startup.yaml',
    ]);
  });

  it('a stated total moves along with its parts, and that is told', () => {
    const bytes = withCells(budget, { [`${INPUT}!I7`]: 800 });
    const after = filledFiles(bytes);
    expect(changedLines(PLAN, after, 'tasks/startup.yaml')).toEqual([
      '    funding: { total: 800, district: 800 }',
    ]);
    expect(filled(bytes).diagnostics.filter(({ rule }) => rule === 'stated-follows')).toHaveLength(1);
  });

  it('a cell of a table, a blank and a missing one', () => {
    const after = filledFiles(withCells(targets, { '표01!B4': 41500, '표01!C6': 61000, '표01!E6': 59.9 }));
    expect(changedLines(PLAN, after, 'statistics/openings.yaml')).toEqual([
      '  2020: [41500, 52000, computed, 61.2]',
      '  2022: [46567, 61000, computed, 59.9]',
    ]);
  });

  it('a project that ends goes, with its lanes and its place in every order', () => {
    const files = new Map([
      ...PLAN,
      ['tasks/startup.yaml', `${PLAN.get('tasks/startup.yaml')}orders: { schedule: [shop, school, room] }\n`],
      [
        'schedule.yaml',
        'corner: 과제\ntasks:\n  startup:\n    school: [[{ months: 1-3, text: 모집 }]]\n    room: [[{ months: 1, text: 모집 }]]\n',
      ],
    ]);
    const after = filledFiles(withCells(budget, { [`${INPUT}!L7`]: '종료' }), files);
    expect(after.get('tasks/startup.yaml')).not.toContain('school');
    expect(after.get('schedule.yaml')).not.toContain('school');
    expect(after.get('schedule.yaml')).toContain('room');
  });

  it('a project whose figure a text still prints does not go, and the place is told', () => {
    const files = new Map([
      ...PLAN,
      ['tasks/startup.hbs', '□ 사업내용\n○ {{fig "./projects/school/target"}}명\n'],
    ]);
    const { filled: none, diagnostics } = filled(withCells(budget, { [`${INPUT}!L7`]: '종료' }), files);
    const found = diagnostics.map(({ rule }) => rule);
    expect(none === undefined ? found : 'filled').not.toEqual([]);
  });

  it('keeps comments and the order of keys where a project is added', async () => {
    const files = new Map([...PLAN, ['tasks/intern.yaml', `# 인턴\n${PLAN.get('tasks/intern.yaml')}`]]);
    const after = filledFiles(
      withCells(budget, { [`${INPUT}!C12`]: '야간 인턴', [`${INPUT}!I12`]: 500, [`${INPUT}!E12`]: 7 }),
      files,
    );
    const text = [...after].find(
      ([name, one]) => name.startsWith('tasks/') && one.includes('야간 인턴'),
    )?.[1];
    expect(text).toMatch(/name: '야간 인턴'\n {4}target: 7\n {4}funding: \{ district: 500 \}/);
    expect(after.get('tasks/intern.yaml')).toMatch(/^# 인턴\nid: intern/);
  });
});

describe('edition 0', () => {
  it.each([
    ['published/0.json', '{}', '이미 공시한 계획이라 당초 자료를 고치지 않습니다.'],
    ['editions/1.yaml', 'x', '변경 판이 있는 계획이라 당초 자료를 고치지 않습니다.'],
  ])('with %s is not touched', (name, text, message) => {
    const { filled: none, diagnostics } = filled(budget, new Map([...PLAN, [name, text]]));
    expect(none).toBeUndefined();
    expect(diagnostics.map((one) => one.message)).toEqual([message]);
  });

  it('comes to the same figures as an edition with the same workbook would', () => {
    const amount = fc.oneof(
      fc.integer({ min: 0, max: 9000 }),
      fc.constantFrom<Content>('-', '1.5백만원', null),
    );
    const edits = fc.record(
      {
        G6: amount,
        I6: amount,
        I7: amount,
        I8: amount,
        H9: amount,
        I9: amount,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(edits, (typed) => {
        const cells = Object.fromEntries(
          Object.entries(typed).map(([cell, content]) => [`${INPUT}!${cell}`, content]),
        );
        const bytes = withCells(budget, cells as Readonly<Record<string, Content>>);
        const { edition, diagnostics } = imported(bytes);
        const mine = filled(bytes, PLAN);
        if (edition === undefined) {
          expect(mine.filled).toBeUndefined();
          expect(mine.diagnostics.map(({ rule }) => rule)).toEqual(
            expect.arrayContaining(diagnostics.map(({ rule }) => rule)),
          );
          return;
        }
        const after = shown(new Map([...PLAN, ...(mine.filled?.files ?? [])]));
        for (const [address, { effective }] of edition.after) {
          const value = effective.kind === 'quantity' ? effective.exact.toFraction() : effective.kind;
          if (after.has(address)) expect([address, after.get(address)]).toEqual([address, value]);
        }
      }),
      { numRuns: runs(15, 40), seed: 17 },
    );
  });
});
