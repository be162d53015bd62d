// Axes and periods that say what their years are -> labels, findings, and what next year's plan does to them.
import { describe, expect, it } from 'vitest';
import { inspectPlan } from '../../../src/commands/check.ts';
import { nextPlan, RENEW_LIST } from '../../../src/commands/next-plan.ts';
import type { Sources } from '../../../src/commands/sources.ts';
import { plainText } from '../../../src/document/inline.ts';
import { freshPlan } from '../../check/sound-plans.ts';

const TABLE = (years: string, base: string) => `id: jobs
caption: 일자리
unit-line: '(단위 : 명)'
corner: 구 분
unit: 명
years: ${years}
columns:
  - { id: 2018, period: 2018, years: ${base} }
  - { id: 2024, period: 2024 }
  - { id: 2025, period: 2025 }
rows:
  - { id: all, label: 계 }
cells:
  all: [900, 1000, 1100]
`;

async function planWith(years: string, { base = 'fixed', term = '2022-2026' } = {}): Promise<Sources> {
  const { sources } = await freshPlan();
  const files = new Map(sources.plan.files);
  files.set('statistics/jobs.yaml', TABLE(years, base));
  files.set('narrative/labour-market.hbs', `${files.get('narrative/labour-market.hbs')}\n{{table "jobs"}}\n`);
  files.set('plan.yaml', `${files.get('plan.yaml')}${term === '' ? '' : `term: ${term}\n`}`);
  const task = files.get('tasks/task-1.yaml') ?? '';
  files.set(
    'tasks/task-1.yaml',
    task.replace(/period: .*/, `period: { text: '2024. 3. ~ 2027. 2.', years: ${years} }`),
  );
  return { ...sources, plan: { ...sources.plan, files } };
}

function labelsIn(sources: Sources): readonly string[] {
  const { value, diagnostics } = inspectPlan(sources);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const table = value.checked.document.blocks.find(({ id }) => id === 'jobs');
  if (table?.kind !== 'table') throw new Error('there is no table');
  return (table.rows[0] ?? []).map(({ blocks }) =>
    blocks.map((block) => ('content' in block ? plainText(block.content.inlines) : '')).join(''),
  );
}

function nextOf(sources: Sources): { readonly text: (name: string) => string; readonly sources: Sources } {
  const { value, diagnostics } = nextPlan(sources.plan, new Map(), '/work/next', 2026);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const files = new Map(value.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  return {
    text: (name) => files.get(name) ?? '',
    sources: { ...sources, plan: { displayRoot: 'next', files } },
  };
}

describe('years of an axis', () => {
  it('are labelled, and roll in next year’s plan only where they say so or say nothing', async () => {
    const rolling = await planWith('rolling');
    expect(labelsIn(rolling)).toEqual(['구 분', '2018년', '2024년', '2025년']);
    const next = nextOf(rolling);
    expect(labelsIn(next.sources)).toEqual(['구 분', '2018년', '2025년', '2026년']);
    expect(next.text('statistics/jobs.yaml')).toMatch(/all: \[ ?900, 1100, missing ?\]/);
    expect(next.text('tasks/task-1.yaml')).toContain('2025. 3. ~ 2028. 2.');
    expect(next.text(RENEW_LIST)).toContain('- [ ] 2018년');
  });

  it.each(['term', 'fixed'])('that are %s stay with their numbers, and are listed', async (years) => {
    const sources = await planWith(years);
    const next = nextOf(sources);
    expect(labelsIn(next.sources)).toEqual(labelsIn(sources));
    expect(next.text('statistics/jobs.yaml')).toMatch(/all: \[ ?900, 1000, 1100 ?\]/);
    expect(next.text('tasks/task-1.yaml')).toContain('2024. 3. ~ 2027. 2.');
    expect(next.text(RENEW_LIST)).toContain('## 옮기지 않은 해(임기, 고정)');
    expect(next.text(RENEW_LIST)).toContain('- [ ] 2018년, 2024년, 2025년');
    expect(next.text(RENEW_LIST)).toContain('- [ ] 2024. 3. ~ 2027. 2.');
  });

  it('of a period stay where its ends say that it goes from one into another', async () => {
    const sources = await planWith('rolling');
    const renewed = (period: string) => {
      const task = sources.plan.files.get('tasks/task-1.yaml') ?? '';
      const files = new Map(sources.plan.files).set('tasks/task-1.yaml', task.replace(/period: .*/, period));
      return nextOf({ ...sources, plan: { ...sources.plan, files } }).text('tasks/task-1.yaml');
    };
    const over = "period: { text: '2024. 3. ~ 2027. 2.', from: 2024-03, to: 2027-02 }";
    expect(renewed(over)).toContain(over);
    expect(renewed("period: { text: '2025. 3. ~ 11.', from: 2025-03, to: 2025-11 }")).toContain(
      "period: { text: '2026. 3. ~ 11.', from: 2026-03, to: 2026-11 }",
    );
    expect(renewed(over.replace(' }', ', years: rolling }'))).toContain('from: 2025-03, to: 2028-02');
  });

  it('of a schedule are those of the term, or roll', async () => {
    const withSchedule = async (term: string) => {
      const sources = await planWith('rolling', { term });
      const files = new Map(sources.plan.files);
      const [, lanes = ''] = /tasks:\n([\s\S]*)$/.exec(files.get('schedule.yaml') ?? '') ?? [];
      const years = lanes.replaceAll(/\[ ?\{ months: .*\]/g, "[{ years: 2025-2026, text: '추진' }]");
      files.set('schedule.yaml', `corner: ''\nunit: years\ntasks:\n${years}`);
      return nextOf({ ...sources, plan: { ...sources.plan, files } });
    };
    const stays = await withSchedule('2022-2026');
    expect(stays.text('schedule.yaml')).toContain('years: 2025-2026');
    expect(stays.text(RENEW_LIST)).toMatch(/임기, 고정[\s\S]*### schedule.yaml[\s\S]*2025-2026/);
    const rolls = await withSchedule('');
    expect(rolls.text('schedule.yaml')).toContain('years: 2026-2027');
    expect(rolls.text(RENEW_LIST)).toMatch(/연도를 옮김: .*2026-2027/);
  });

  it('of a term lie in it, and the plan’s year does', async () => {
    const messages = async (sources: Promise<Sources>) =>
      (inspectPlan(await sources, { rules: ['year-label'] }).value?.findings ?? []).map(
        ({ message }) => message,
      );
    expect(await messages(planWith('term'))).toEqual([]);
    expect(await messages(planWith('term', { base: 'term' }))).toEqual([
      '2018년은 임기 2022~2026년의 해가 아닙니다.',
    ]);
    expect(await messages(planWith('rolling', { term: '2018-2022' }))).toEqual([
      '계획 연도 2025년은 임기 2018~2022년의 해가 아닙니다.',
    ]);
  });

  it('of a term are refused where the plan names none', async () => {
    const { diagnostics } = inspectPlan(await planWith('term', { term: '' }));
    expect(diagnostics.map(({ message }) => message)).toContain(
      '임기의 해라고 적혀 있으나 plan.yaml에 임기(term)가 없습니다.',
    );
  });
});
