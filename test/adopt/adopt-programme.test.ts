// A document with a programme, in words of its own -> strategies, tasks, projects, sheets, schedule and outreach.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { adoptedFiles } from './adopted-files.ts';

const { files, diagnostics, value } = adoptedFiles(
  '섬나루.md',
  readFileSync(path.join(import.meta.dirname, 'island-city.md')),
);
const file = (name: string) => files.get(name) ?? '';
const named = (folder: string, words: string) =>
  [...files].find(([name, text]) => name.startsWith(folder) && text.includes(words))?.[1] ?? '';

it('loses nothing, and counts what it made', () => {
  expect(diagnostics).toEqual([]);
  expect(value?.counts).toMatchObject({ projects: 3, tables: 0 });
});

it('has strategies, tasks and projects with the names that each place has for them', () => {
  expect(file('strategies.yaml')).toMatch(/name: 나루를 여는 일\n {4}tasks: \[[a-z-]+\]/);
  expect(file('strategies.yaml')).toContain('overview: { target: 155, budget: 420 }');
  const boats = named('tasks/', 'name: 배 짓는 사람 기르기');
  expect(boats).toContain('purpose: 배 짓는 솜씨를 잇기 위한');
  expect(boats).toContain(
    "target: 55\nfunding: { total: 120000, national: '-', province: 30000, district: 90000, private: ~ }",
  );
  expect(boats).toContain('overview: { target: 55, budget: 120 }');
  expect(boats).toMatch(/orders:\n {2}projects: \[[a-z-]+, [a-z-]+\]/);
  const guides = named('tasks/', 'name: 뱃길 안내');
  expect(guides).toContain('published: { projects: 뱃길안내 }');
  expect(guides).toContain('plan: { year: -1 }\ntarget: { value: 100, with-unit: false }');
  expect(guides).toContain('funding: { unit: 억원, total: 3 }');
  // Whatever is counted there, its target adds up to the task's.
  expect(guides).toContain('    target: 100\n');
});

it('has for each project what the lines of its sheet say, and these call it from the data', () => {
  const boats = named('tasks/', 'name: 배 짓는 사람 기르기');
  expect(boats).toContain("period: { text: '{{year 0}}. 3. ~ 9.', from: 3, to: 9 }");
  expect(boats).toContain('target: 40\n    funding: { total: 90000, province: 30000, district: 60000 }');
  expect(boats).toContain('target: 15\n    funding: { total: 30000, district: 30000 }');
  const sheet = named('tasks/', '□ 왜 하는가');
  expect(sheet).toMatch(
    /\{\{#project "([a-z-]+)"\}\}\n○ \{\{project "\1"\}\}\(\{\{fig "\.\/projects\/\1\/target"\}\}명\)\n/,
  );
  expect(sheet).toMatch(
    /- 소요예산 : \{\{fig "[^"]+total"\}\}천원\(도비 \{\{fig "[^"]+province"\}\} 시비 \{\{fig "[^"]+district"\}\}\)\n\{\{\/project\}\}/,
  );
});

it('has the words of its tables, the schedule by quarters and the outreach', () => {
  expect(file('plan.yaml')).toContain('office: city\n');
  expect(file('labels.yaml')).toContain('levels:\n  strategy: 분야\n  task: 핵심과제\n');
  expect(file('labels.yaml')).toContain('  plan: 사업계획\n');
  expect(file('schedule.yaml')).toContain('corner: 과제명\nunit: quarters\n');
  expect(file('schedule.yaml')).toContain(
    '[{ quarters: 1, text: 모집 }, { quarters: 2-4, inferred: true, text: 배 짓기 }]',
  );
  expect(file('schedule.yaml')).toContain('[{ quarters: 1-4, text: 한 해 내내 }]');
  expect(file('outreach.yaml')).toContain(
    "keywords: ['#나무배', '#섬나루']\n    methods: ['나루터 알림판', '시 누리집']",
  );
  const all = [...files]
    .filter(([name]) => name.startsWith('narrative/'))
    .map(([, text]) => text)
    .join('');
  expect(all).toContain('{{insert "overview"}}');
  expect(all).toMatch(
    /\{\{insert "task-sheets"\}\}\n\n# Ⅲ 때와 알림\n\n\{\{insert "schedule"\}\}\n\n\{\{insert "outreach"\}\}/,
  );
});
