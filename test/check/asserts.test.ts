// A table beside the programme -> what it says of this year's targets and budgets is held against those of its tasks and strategies.
import { expect, it } from 'vitest';
import { inspectPlan } from '../../src/commands/check.ts';
import { PLAN } from '../revise/import-plan.ts';
import { bundledSources } from './edited-plan.ts';

const table = (intern: string, total: string) => `id: overall
corner: 구 분
columns:
  - { id: target, label: 목표, unit: 명 }
  - { id: budget, label: 예산, unit: 백만원, digits: 1 }
rows:
  - { id: intern, label: 인턴 }
  - { id: women, label: 여성 }
  - { id: total, label: 계 }
cells:
  intern: ${intern}
  women: [20, 5.0]
  total: ${total}
asserts:
  '*/target': { is: target, sum: 60, except: [total] }
  '*/budget': { is: budget }
`;

async function found(text: string): Promise<readonly string[]> {
  const files = new Map([...PLAN, ['statistics/overall.yaml', text]]);
  const { value } = inspectPlan(
    { ...(await bundledSources()), plan: { displayRoot: 'plan', files } },
    { rules: ['broken-assertion'] },
  );
  if (value === undefined) throw new Error('not read');
  return value.findings.map(({ message }) => message);
}

it('raises nothing where they agree, at the precision that the table has', async () => {
  expect(await found(table('[40, 8.0]', '[74, 15.6]'))).toEqual([]);
});

it('tells both values where they do not, and of each sum', async () => {
  expect(await found(table('[41, 8.2]', '[74, 15.5]'))).toEqual([
    'tables/overall/intern/target부터 2칸의 합은 60명이어야 하는데 61명입니다.',
    'tables/overall/intern/target: 표에는 41명, 계획의 올해 목표에는 40명입니다.',
    'tables/overall/intern/budget: 표에는 8.2백만원, 계획의 올해 예산에는 8,000천원입니다.',
    'tables/overall/total/budget: 표에는 15.5백만원, 계획의 올해 예산에는 15,590천원입니다.',
  ]);
});

it('holds what a table over the programme says of its rows', async () => {
  const asserting = (sum: number) => `id: overall
rows: each task
total: 계
columns: [{ id: target }, { id: funding, unit: 백만원 }, { id: share, label: 비중, field: computed, unit: '%', digits: 1 }]
relations: { '*/share': 'share(./target, total/target)' }
asserts:
  '*/target': { is: target, sum: ${sum}, except: [total] }
  '*/funding': { is: budget }
`;
  expect(await found(asserting(74))).toEqual([]);
  expect(await found(asserting(70))).toEqual([
    expect.stringMatching(/^.*부터 \d칸의 합은 70명이어야 하는데 74명입니다\.$/),
  ]);
});

it('says nothing of what is not known', async () => {
  expect(await found(table('[missing, missing]', '[74, missing]'))).toEqual([]);
});
