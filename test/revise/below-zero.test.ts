// Editions that take more from a task than it says that its projects have -> told, with the task, the source and the amount.
import { expect, it } from 'vitest';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { revisedSources } from './revised-plan.ts';

const STARTUP = 'tasks/startup.yaml';

/** The rules and messages told of the edition, of a task that states 1,000 where its projects have 1,500. */
function toldOf(after: string): readonly string[] {
  const { files, displayRoot } = revisedSources(new Map()).plan;
  const stated = files.get(STARTUP)?.replace('national: 1501', 'national: 1000') ?? '';
  const edition = [
    'number: 1\ntitle: 제1회 추가경정예산\nkind: 추경\ndate: 2023-05-12\npublished: true\nreason: 감액\nchanges:',
    `  - { set: tasks/startup/projects/room/funding/national, before: 1500, after: ${after} }`,
  ].join('\n');
  const all = new Map(files).set(STARTUP, stated).set('editions/1.yaml', edition);
  const read = readPlan({ displayRoot, files: all }, { edition: 1 });
  const revised = read.value && reviseFigures(read.value);
  return [...read.diagnostics, ...(revised?.diagnostics ?? [])].map(
    ({ severity, rule, message }) => `${severity} ${rule} ${message}`,
  );
}

it('a sum that follows its projects below 0 is told', () => {
  expect(toldOf('0')).toEqual([
    'warning below-zero 변경을 따라간 합계가 0보다 작습니다: 청년 창업 국비 △500천원',
  ]);
});

it('a sum that stays at 0 or above is not', () => {
  expect(toldOf('500')).toEqual([]);
});
