// Strategies and tasks as typed -> what follows by itself: sums, totals, rounded tables, and what is stated beside them.
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { showFigure } from '../../src/figure/show.ts';
import { nameAt, projectsAt } from '../../src/plan/programme.ts';
import { quantity as numberOf } from '../figure/figures.ts';
import { type Files, figureAt, PROGRAMME, type Read, readProgramme, short } from './programme-files.ts';

const whole = readProgramme();

/** The task file with a text in place of another. */
function task(id: string, from: string | RegExp, to: string): Files {
  const text = PROGRAMME[`tasks/${id}.yaml`] ?? '';
  expect(text).toMatch(from);
  return { [`tasks/${id}.yaml`]: text.replace(from, to) };
}

/** The function of a figure's relation and its operands. */
function relation(read: Read, address: string): string | undefined {
  const { relation: one } = figureAt(read, address).definition;
  return one && `${one.kind} ${operandsOf(one).join(' ')}`;
}

/** What each address comes to. */
function values(read: Read, ...addresses: string[]): readonly string[] {
  return addresses.map((address) => short(figureAt(read, address).effective));
}

describe('what a task adds up', () => {
  it('has nothing to report', () => {
    expect(whole.faults).toEqual([]);
  });

  it('is the sum of its projects, where all of them say', () => {
    expect(relation(whole, 'tasks/startup/target')).toBe(
      'sum tasks/startup/projects/room/target tasks/startup/projects/school/target',
    );
    expect(relation(whole, 'tasks/startup/funding/district')).toBe(
      'sum tasks/startup/projects/room/funding/district tasks/startup/projects/school/funding/district',
    );
    // Only one project names this source.
    expect(relation(whole, 'tasks/startup/funding/national')).toBe(
      'sum tasks/startup/projects/room/funding/national',
    );
    expect(values(whole, 'tasks/startup/funding/total', 'tasks/startup/funding/district')).toEqual([
      '2500',
      '1000',
    ]);
  });

  it('follows from no project when one of them is silent', () => {
    const read = readProgramme(task('startup', /^ {4}target: 6\n.*$/m, ''));
    expect(read.faults).toEqual([]);
    expect(relation(read, 'tasks/startup/target')).toBeUndefined();
    expect(relation(read, 'tasks/startup/funding/district')).toBeUndefined();
    // What is stated stands; what nobody states of a source is nothing.
    expect(values(read, 'tasks/startup/target', 'tasks/startup/funding/national')).toEqual(['12', '-']);
  });

  it('keeps what is stated beside the sum', () => {
    const { stated, computed, effective } = figureAt(whole, 'tasks/startup/target');
    expect([stated, computed, effective].map(short)).toEqual(['12', '11', '12']);
  });

  it('is missing or nothing without projects: people are to be asked for, money is not', () => {
    const read = readProgramme({ 'tasks/course.yaml': 'id: course\nname: 여성 교육\n' });
    expect(
      values(read, 'tasks/course/target', 'tasks/course/funding/total', 'tasks/course/funding/national'),
    ).toEqual(['missing', '-', '-']);
    expect(values(read, 'tasks/course/budget/total')).toEqual(['-']);
  });

  it('adds a project’s sources up to its total', () => {
    expect(relation(whole, 'tasks/startup/projects/room/funding/total')).toBe(
      'sum tasks/startup/projects/room/funding/national tasks/startup/projects/room/funding/district',
    );
    expect(values(whole, 'tasks/startup/projects/room/funding/total')).toEqual(['1800']);
    const total = readProgramme(
      task('startup', 'funding: { total: 700, district: 700 }', 'funding: { total: 700 }'),
    );
    expect(relation(total, 'tasks/startup/projects/school/funding/total')).toBeUndefined();
    expect(values(total, 'tasks/startup/projects/school/funding/total')).toEqual(['700']);
  });

  it('lets a relation that is written go before the sum', () => {
    const read = readProgramme(
      task('startup', 'target: 12', "target: { value: 12, is: 'sum(tasks/intern/target)' }"),
    );
    expect(read.faults).toEqual([]);
    expect(relation(read, 'tasks/startup/target')).toBe('sum tasks/intern/target');
  });
});

describe('a number as typed', () => {
  const grid = (from: string | RegExp, to: string) => readProgramme(task('course', from, to));

  it('is printed blank where it was blank, and - where it was -', () => {
    const read = grid(/$/, "funding: { total: '-', national: ~, province: 0 }\n");
    expect(read.faults).toEqual([]);
    const shown = ['total', 'national', 'province'].map((source) =>
      showFigure(figureAt(read, `tasks/course/funding/${source}`)),
    );
    expect(shown).toEqual(['-', '', '0']);
    // Both are nothing to add.
    expect(values(read, 'tasks/course/funding/national', 'strategies/women/funding/national')).toEqual([
      '-',
      '-',
    ]);
  });

  it('may be in 백만원 under a task in 천원', () => {
    const read = readProgramme(
      task('intern', 'funding: { province: 6400', 'funding: { unit: 백만원, province: 21'),
    );
    expect(read.faults).toEqual([]);
    expect(figureAt(read, 'tasks/intern/projects/office/funding/province').definition.unit.label).toBe(
      '백만원',
    );
    expect(values(read, 'tasks/intern/funding/province', 'tasks/intern/funding/total')).toEqual([
      '21000',
      '21000',
    ]);
    expect(values(read, 'tasks/intern/budget/total')).toEqual(['21']);
  });

  it('counts jobs in whatever the target is printed with', () => {
    const read = grid("target: '-'", 'target: { value: 60, unit: 개, suffix: (기업 수) }');
    expect(read.faults).toEqual([]);
    const [first] = read.plan.programme.strategies[1]?.tasks ?? [];
    expect(first?.target).toMatchObject({ withUnit: true, suffix: { text: '(기업 수)' } });
    expect(showFigure(figureAt(read, 'tasks/course/target'), { unit: true })).toBe('60개');
    expect(values(read, 'strategies/all/target')).toEqual(['112']);
  });

  it('keeps a unit to itself for one number or for the whole grid', () => {
    const read = grid(
      "target: '-'",
      'target: { value: 3, with-unit: true }\nplan: { with-unit: false }\nfunding: { total: 5 }',
    );
    const [first] = read.plan.programme.strategies[1]?.tasks ?? [];
    expect([first?.target.withUnit, first?.funding.total.withUnit]).toEqual([true, false]);
  });
});

describe('what the whole programme adds up', () => {
  it('is the sum of tasks, strategies and all', () => {
    expect(relation(whole, 'strategies/youth/target')).toBe('sum tasks/startup/target tasks/intern/target');
    expect(relation(whole, 'strategies/all/funding/district')).toBe(
      'sum strategies/youth/funding/district strategies/women/funding/district',
    );
    expect(values(whole, 'strategies/all/target', 'strategies/all/funding/total')).toEqual(['52', '8900']);
    expect(
      values(
        whole,
        'strategies/all/strategy-count',
        'strategies/all/task-count',
        'strategies/all/project-count',
      ),
    ).toEqual(['2', '3', '3']);
  });

  it('states the overview beside what it restates', () => {
    const read = readProgramme({
      'strategies.yaml': `${PROGRAMME['strategies.yaml']}overview: { target: 50, budget: 9 }\n`,
    });
    expect(read.faults).toEqual([]);
    const { stated, computed } = figureAt(read, 'strategies/all/overview/target');
    expect([stated, computed].map(short)).toEqual(['50', '52']);
    expect(relation(read, 'strategies/all/overview/budget')).toBe('same strategies/all/budget/total');
  });

  const budgets = (policy: string, base = 'strategies/youth') => {
    const read = readProgramme({
      ...task('intern', 'province: 6400', 'province: 6500'),
      'strategies.yaml': `${PROGRAMME['strategies.yaml']}rounding: ${policy}\n`,
    });
    expect(read.faults).toEqual([]);
    const kinds = ['total', 'national', 'province', 'district', 'private'];
    return values(read, ...kinds.map((kind) => `${base}/budget/${kind}`));
  };

  // Tasks of 2,500 and 6,500 천원; 국비 1,500, 시도비 6,500, 시군구비 1,000. Only the first table adds up.
  it.each([
    ['additive', '10', ['2', '7', '1']],
    ['half-up', '9', ['2', '7', '1']],
    ['truncate', '9', ['1', '6', '1']],
  ])('is brought to 백만원 by the policy: %s', (policy, total, sources) => {
    expect(budgets(policy)).toEqual([total, ...sources, '-']);
  });

  it('rounds each task for itself', () => {
    for (const [policy, budget] of [
      ['additive', '3'],
      ['half-up', '3'],
      ['truncate', '2'],
    ]) {
      const read = readProgramme({
        'strategies.yaml': `${PROGRAMME['strategies.yaml']}rounding: ${policy}\n`,
      });
      expect(values(read, 'tasks/startup/budget/total')).toEqual([budget]);
    }
  });

  it('follows a change in a project', () => {
    const changes = new Map([
      [addressOf(...'tasks/startup/projects/room/funding/national'.split('/')), numberOf('2600')],
    ]);
    const { value: book, diagnostics } = evaluateFigures(whole.plan.figures, changes);
    expect(diagnostics).toEqual([]);
    const read = { ...whole, book: book ?? whole.book };
    expect(
      values(
        read,
        'tasks/startup/funding/total',
        'tasks/startup/budget/total',
        'tasks/startup/overview/budget',
      ),
    ).toEqual(['3600', '4', '4']);
    expect(values(read, 'strategies/youth/budget/total', 'strategies/all/budget/national')).toEqual([
      '10',
      '3',
    ]);
  });
});

describe('names and order', () => {
  it('spells a name as each place does', () => {
    const read = readProgramme(
      task(
        'course',
        'name: 여성 교육',
        'name: 여성 교육\npublished: { overview: 여성교육, vision: "여성\\n교육" }',
      ),
    );
    const name = read.plan.programme.strategies[1]?.tasks[0]?.name;
    if (name === undefined) throw new Error('no task');
    expect(nameAt(name, 'overview').text).toBe('여성교육');
    expect(nameAt(name, 'vision').text).toBe('여성\n교육');
    expect(nameAt(name, 'sheet').text).toBe('여성 교육');
  });

  it('lists the projects in the order of a place', () => {
    const read = readProgramme(
      task('startup', 'target: 12', 'orders: { overview: [school, room] }\ntarget: 12'),
    );
    const [first] = read.plan.programme.strategies[0]?.tasks ?? [];
    if (first === undefined) throw new Error('no task');
    expect(projectsAt(first, 'overview').map(({ id }) => id)).toEqual(['school', 'room']);
    expect(projectsAt(first, 'sheet').map(({ id }) => id)).toEqual(['room', 'school']);
  });
});
