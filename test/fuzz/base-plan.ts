// What the fuzz does harm to: plans, templates and fonts, as texts and bytes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { PROGRAMME as TASKS } from '../plan-format/programme-files.ts';

export type Texts = ReadonlyMap<string, string>;

function texts(folder: string): Texts {
  return new Map(
    readdirSync(path.join(PROGRAM_FOLDER, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(yaml|hbs|json)$/.test(name) && !name.startsWith('new-plan'))
      .map((name) => name.split(path.sep).join('/'))
      .sort()
      .map((name) => [name, readFileSync(path.join(PROGRAM_FOLDER, folder, name), 'utf8')]),
  );
}

const { 'plan.yaml': _, ...programme } = TASKS;

/** Laid over test/plans/small, which has none: strategies, tasks, texts, decisions, codes, and a budget revision. */
const LAID_OVER: Readonly<Record<string, string>> = {
  ...programme,
  'narrative/labour-market.hbs': '# Ⅱ 노동시장\n\n{{> labour}}\n',
  'narrative/projects.hbs': '# Ⅳ 세부 실천 과제\n\n{{insert "projects"}}\n\n{{insert "task-sheets"}}\n',
  'schedule.yaml': `corner: 구 분
tasks:
  startup:
    room: [[{ months: 3-11, text: 접수 }]]
`,
  'budget-codes.yaml': `projects:
  tasks/startup/projects/room: ['0101', 창업 공간 리모델링]
  tasks/startup/projects/school: ['05']
outside: ['0900']
`,
  'dispositions.yaml': `rules-off: [{ rule: heading-marker, reason: 다른 서식을 씀 }]
findings:
  - finding: sum-mismatch tasks/startup/target
    decision: print-computed
    values: [12명, 11명]
    edition: 0
    by: 일자리팀
    date: 2023-03-20
    reason: 계산한 값이 맞음
  - finding: missing-data tables/openings/2019/openings-count
    decision: correct
    value: 40100
    from: 1
    values: [미정]
    edition: 0
    by: 일자리팀
    date: 2023-03-20
    reason: 원자료를 확인함
`,
  'editions/1.yaml': `number: 1
title: 제1회 추가경정예산
kind: 추경
date: 2023-06-30
published: true
changes:
  - { set: tasks/startup/projects/room/funding/national, before: 1500, after: 1800 }
  - { set: tasks/intern/projects/office/target, before: 40, after: 44, reason: 국비 추가 }
  - { add: tasks/intern/projects/library, name: 도서관 인턴, period: 7~12월, target: 3, funding: { district: 90 } }
  - { end: tasks/startup/projects/school, reason: 신청자 없음 }
  - { text: strategies.yaml, before: 여성 일자리, after: 여성과 가족의 일자리 }
`,
};

export const TEMPLATES = texts('templates');
export const BUNDLED = texts('data/incheon-seogu-2023');
export const SMALL: Texts = new Map([...texts('test/plans/small'), ...Object.entries(LAID_OVER)]);
export const FONTS: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(path.join(PROGRAM_FOLDER, 'fonts'))
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => [name, readFileSync(path.join(PROGRAM_FOLDER, 'fonts', name))]),
);

export const PROFILE: Uint8Array = readFileSync(
  path.join(PROGRAM_FOLDER, 'templates/press/FOGRA39L_coated.icc'),
);
