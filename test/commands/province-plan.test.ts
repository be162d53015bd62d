// A province's plan of four years, with four levels, landscape pages, diagrams and images -> printed, pressed, proven, checked, revised by workbook.
import { beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { importEdition } from '../../src/commands/import-edition.ts';
import { nextPlan, RENEW_LIST } from '../../src/commands/next-plan.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { plainText } from '../../src/document/inline.ts';
import { outlineOf } from '../../src/document/outline.ts';
import { readingOf } from '../../src/document/reading.ts';
import { imported, withCells } from '../revise/import-plan.ts';
import { places } from '../revise/sheet-places.ts';
import { LINES_A_PAGE, linesAPage, type WholePlan, wholePlan } from './whole-plan.ts';

const HEAD = { title: '제1회 추가경정예산', kind: '추경', date: '2026-09-18', published: true } as const;

let sources: Sources;
let result: BuildResult;
let bytesOf: WholePlan['bytesOf'];

beforeAll(async () => {
  ({ sources, result, bytesOf } = await wholePlan('province-2026'));
}, 120_000);

describe("a province's plan", () => {
  it('is published and pressed, proven, without a word or a finding, from few lines', () => {
    expect(result.diagnostics).toEqual([]);
    expect(result.files.map(({ name }) => name)).toContain('plan-print.pdf');
    expect(result.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    expect(result.pdf?.layout.pageLabels.length).toBeGreaterThan(35);
    expect(linesAPage({ sources, result })).toBeLessThanOrEqual(LINES_A_PAGE);
  });

  it('lists subtasks under their tasks in the contents and the bookmarks, and none where there are none', () => {
    const blocks = inspectPlan(sources).value?.checked.document.blocks ?? [];
    const contents = blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    const said = contents.map(({ level, label }) => `${level} ${plainText(label.inlines)}`);
    const at = said.indexOf('3 ① 대학과 기업이 함께 기르는 인재');
    expect(said.slice(at + 1, at + 4)).toEqual([
      '4 (1) 함께 가르치기',
      '4 (2) 첫 일터 잇기',
      '3 ② 청년의 창업과 정착',
    ]);
    const marks = outlineOf(readingOf({ blocks }).nodes).map(({ depth, name }) => `${depth} ${name}`);
    expect(marks).toEqual(
      expect.arrayContaining(['3 대학과 기업이 함께 기르는 인재', '4 (1) 함께 가르치기']),
    );
  });

  it.each(['budget.xlsx', 'targets.xlsx'])('is told nothing by %s as it was made', (name) => {
    const { edition, diagnostics } = importEdition(
      { name, bytes: bytesOf(name) },
      sources.plan,
      HEAD,
      sources.templates,
    );
    expect(diagnostics).toEqual([]);
    expect(edition?.changes).toEqual([]);
  });

  it('takes another target, and a project under another subtask, and tells only what does not go along', () => {
    const budget = bytesOf('budget.xlsx');
    const at = places(budget);
    const changed = withCells(budget, { [at('battery target')]: 650, [at('lab subtask')]: '첫 일터 잇기' });
    const { edition } = imported(changed, sources.plan.files, 'budget.xlsx', HEAD);
    expect(edition?.changes.map(({ kind }) => kind).sort()).toEqual(['set', 'text']);
    const files = new Map([...sources.plan.files, ['editions/1.yaml', edition?.text ?? '']]);
    const { value, diagnostics } = inspectPlan({ ...sources, plan: { ...sources.plan, files } });
    expect(diagnostics).toEqual([]);
    expect(value?.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    const campus = value?.checked.plan.programme.strategies[1]?.tasks[0];
    expect(campus?.projects.map(({ id, subtask }) => `${subtask?.text}/${id}`)).toEqual([
      'learn/contract',
      'first/lab',
      'first/intern',
    ]);
  });

  it('is revised by hand, its amounts told in the unit of each table, and its sheets listing who is new', () => {
    const edition = `number: 1
title: 제1회 추가경정예산
kind: 추경
date: 2026-09-18
published: true
changes:
  - add: tasks/campus/projects/mentor
    name: 현장 멘토 지원
    subtask: first
    period: '2026. 9. ~ 2028. 12.'
    target: 40
    funding: { unit: 백만원, national: 300, province: 200 }
  - { move: tasks/women/projects/flex, to: tasks/centres, subtask: link }
`;
    const files = new Map([...sources.plan.files, ['editions/1.yaml', edition]]);
    const { value, diagnostics } = inspectPlan({ ...sources, plan: { ...sources.plan, files } });
    expect(diagnostics).toEqual([]);
    expect(value?.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    const table = value?.checked.document.blocks.find(({ id }) => id === 'comparison-budget');
    const names = (table?.kind === 'table' ? table.rows.slice(1) : []).map(([cell]) =>
      (cell?.blocks ?? []).map((block) =>
        block.kind === 'item'
          ? `${block.level}${block.marker} ${plainText(block.content.inlines)}`
          : block.kind === 'paragraph' && plainText(block.content.inlines),
      ),
    );
    expect(names.flat()).toEqual([
      '총 계',
      '청년이 배우고 머무는 일자리',
      '대학과 기업이 함께 기르는 인재',
      '1▪ 첫 일터 잇기',
      '2- 현장 멘토 지원',
      '서로 돌보는 좋은 일자리',
      '여성의 경력 잇기',
      '1- 유연근무 기업 지원',
      '찾아가는 고용서비스',
      '가까운 고용서비스',
      '1▪ 자료로 잇기',
      '2- 유연근무 기업 지원',
    ]);
  });

  it('leaves the term, its years and its schedule to the plan of the next year', () => {
    const { value, diagnostics } = nextPlan(sources.plan, new Map(), 'next', undefined, sources.templates);
    expect(diagnostics).toEqual([]);
    const text = (name: string) =>
      new TextDecoder().decode(value?.files.find((file) => file.name === name)?.bytes);
    expect(text('schedule.yaml')).toContain('years: 2026-2028, text: 공장별 교육');
    expect(text('tasks/transition.yaml')).toContain('subtask: retrain');
    expect(text('tasks/transition.yaml')).toContain('2026. 1. ~ 2029. 12.');
    expect(text(RENEW_LIST)).toContain('공장별 교육 2026-2028');
  });
});
