// What the fuzz does harm to, beside test/plans/small: strategies, tasks, texts, and a budget revision.
import { PROGRAMME as TASKS } from '../read/programme-files.ts';

const { 'plan.yaml': _, ...programme } = TASKS;

/** Laid over the small plan, which has none. */
export const PROGRAMME: Readonly<Record<string, string>> = {
  ...programme,
  'narrative/labour-market.hbs': '# Ⅱ 노동시장\n\n{{> labour}}\n',
  'narrative/projects.hbs': '# Ⅳ 세부 실천 과제\n\n{{insert "projects"}}\n\n{{insert "task-sheets"}}\n',
  'schedule.yaml': `corner: 구 분
tasks:
  startup:
    room: [[{ months: 3-11, text: 접수 }]]
`,
};

export const EDITION: Readonly<Record<string, string>> = {
  'editions/1.yaml': `number: 1
title: 제1회 추가경정예산
kind: 추경
date: 2023-06-30
published: true
changes:
  - { set: tasks/startup/projects/room/funding/national, before: 1500, after: 1800 }
  - { set: tasks/intern/projects/office/target, before: 40, after: 44 }
`,
};
