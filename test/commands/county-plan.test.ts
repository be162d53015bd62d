// A county's whole plan, of farming and fishing, in a frame of its own -> printed, pressed, proven, checked, and told nothing by its own workbooks.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { importEdition } from '../../src/commands/import-edition.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { imported, withCells } from '../revise/import-plan.ts';
import { LINES_A_PAGE, linesAPage, type WholePlan, wholePlan } from './whole-plan.ts';

const HEAD = { title: '제1회 추가경정예산', kind: '추경', date: '2026-05-20', published: true } as const;
const INPUT = '단위사업별(입력)';

let sources: Sources;
let result: BuildResult;
let bytesOf: WholePlan['bytesOf'];

beforeAll(async () => {
  ({ sources, result, bytesOf } = await wholePlan('county-2026'));
}, 120_000);

describe("a county's plan", () => {
  it('is published and pressed, proven, without a word', () => {
    expect(result.diagnostics).toEqual([]);
    expect(result.files.map(({ name }) => name).sort()).toEqual([
      'budget.xlsx',
      'figures.json',
      'plan-print.pdf',
      'plan.pdf',
      'press.txt',
      'targets.xlsx',
    ]);
    expect(result.pdf?.layout.pageLabels.length).toBeGreaterThan(35);
    expect(result.pdf?.layout.blocks.has('image-harbour')).toBe(true);
  });

  it('takes few lines of YAML and templates a page', () => {
    expect(linesAPage({ sources, result })).toBeLessThanOrEqual(LINES_A_PAGE);
  });

  it('is checked without a finding', () => {
    expect(result.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
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

  it('calls its levels in the workbooks, and in what is told, as its labels do', () => {
    const [budget, targets] = ['budget.xlsx', 'targets.xlsx'].map((name) =>
      Object.entries(unzipSync(bytesOf(name)))
        .filter(([part]) => /workbook|worksheets|sharedStrings|comments/.test(part))
        .map(([, part]) => strFromU8(part))
        .join(''),
    );
    for (const name of ['핵심과제별', INPUT]) expect(budget).toContain(`name="${name}"`);
    for (const name of ['핵심과제별목표', '단위사업별목표']) expect(targets).toContain(`name="${name}"`);
    const pattern = /추진전략|실천과제|세부사업/;
    expect([pattern.exec(budget ?? ''), pattern.exec(targets ?? '')]).toEqual([null, null]);
    const renamed = withCells(bytesOf('budget.xlsx'), { [`${INPUT}!B6`]: '없는 일' });
    const { diagnostics: told } = imported(renamed, sources.plan.files, 'budget.xlsx', HEAD);
    expect(told.map(({ message }) => message).join()).toContain('계획에 없는 핵심과제입니다');
  });

  it('shows the months of its projects by the year, and takes others typed over them', () => {
    const changed = withCells(bytesOf('budget.xlsx'), { [`${INPUT}!D6`]: '2026. 4. ~ 11.' });
    const { edition } = imported(changed, sources.plan.files, 'budget.xlsx', HEAD);
    expect(edition?.changes.map((change) => change.kind)).toEqual(['text']);
    expect(edition?.text).toContain('2026. 4. ~ 11.');
    expect(edition?.text).toContain('from: 4, to: 11');
  });

  it('takes a budget revised in its workbook, and tells only what does not go along', () => {
    const typed = { [`${INPUT}!E9`]: 360, [`${INPUT}!I9`]: 250_000 };
    const changed = withCells(bytesOf('budget.xlsx'), typed);
    const { edition } = imported(changed, sources.plan.files, 'budget.xlsx', HEAD);
    const files = new Map([...sources.plan.files, ['editions/1.yaml', edition?.text ?? '']]);
    const { value, diagnostics } = inspectPlan({ ...sources, plan: { ...sources.plan, files } });
    expect(diagnostics).toEqual([]);
    expect(value?.findings.map(({ rule, place }) => `${rule} ${place.file.split('/').at(-1)}`)).toEqual([
      'broken-assertion spending.yaml',
      'restatement-mismatch seasonal.yaml',
    ]);
  });

  it('leaves the target of a year of the term as it was to the plan of the next year', () => {
    const { value } = nextPlan(sources.plan, new Map(), 'next', undefined, sources.templates);
    const file = value?.files.find(({ name }) => name === 'statistics/term-goals.yaml');
    const text = new TextDecoder().decode(file?.bytes);
    expect(text).toContain("cells: [ 4297, '-', '-' ]");
    expect(text).not.toContain('strategies/all/target');
  });
});
