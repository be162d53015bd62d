// A plan whose frame is its own -> proof that it is printed, pressed and checked like any other.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { plainText } from '../../src/document/inline.ts';
import { outlineOf } from '../../src/document/outline.ts';
import { readingOf, textsOf } from '../../src/document/reading.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { KEPT } from '../kept.ts';
import { textsIn } from '../plan-format/plan-folders.ts';

const PLAN = path.join(PROGRAM_FOLDER, 'test/plans/own-frame');

async function sources() {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value, diagnostics } = await readSources(PLAN, folders, {
    fonts: true,
    profiles: true,
    kept: KEPT,
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const LABELS = `levels: { strategy: 분야, task: 핵심과제, project: 단위사업 }
sources: { province: 도비, district: 시군비, private: 민간 }
overview: { projects: 주요 사업, target: 목표(명), budget: 예산 (백만원), total: 총계 }
sheet: { strategy: 분야, plan: 사업계획, item: 구분, amounts: 목표와 예산, target: 일자리, budget: 예산, total: 합계, local: 지방 재원 }
`;

describe('labels of a plan', () => {
  it('stand in the tables and sheets of its programme, in print and in workbooks', async () => {
    const { templates, fonts } = await sources();
    const files = new Map([
      ...textsIn(path.join(PROGRAM_FOLDER, 'templates/new-plan')),
      ['labels.yaml', LABELS],
    ]);
    const own = { plan: { displayRoot: 'p', kept: KEPT, files }, templates, fonts };
    const { document, diagnostics } = await build(own, ['pdf'], () => {}, undefined, { final: false });
    if (document === undefined) throw new Error(JSON.stringify(diagnostics));
    const textOf = (id: string) =>
      document.blocks.flatMap((block) =>
        block.id === id ? textsOf(block).map(({ inlines }) => plainText(inlines)) : [],
      );
    expect(textOf('overview').slice(0, 6)).toEqual([
      '분야',
      '핵심과제',
      '주요 사업',
      '목표(명)',
      '예산 (백만원)',
      '총계',
    ]);
    expect(textOf('projects').slice(0, 3)).toEqual(['분야', '핵심과제', '주요 사업']);
    expect(textOf('task-task-1')[0]).toMatch(/^\[분야1\. /);
    expect(textOf('task-task-1-label')).toEqual(['【’27년 사업계획】']);
    const grid = [
      '구분',
      '목표와 예산',
      '일자리',
      '예산',
      '합계',
      '국비',
      '지방 재원',
      '도비',
      '시군비',
      '민간',
    ];
    expect(textOf('task-task-1-plan').filter((text) => grid.includes(text))).toEqual(grid);
    const books = await build(own, ['xlsx'], () => {}, undefined, { final: false });
    const budget = books.files.find(({ name }) => name === 'budget.xlsx');
    const read = readSpreadsheet(budget?.bytes ?? new Uint8Array());
    if (!read.ok) throw new Error(read.unreadable.message);
    const heads = JSON.stringify(
      read.sheets.map(({ rows }) =>
        [...rows.values()].map((row) => [...row.values()].map(({ value }) => value)),
      ),
    );
    expect(heads).not.toMatch(/"(?:추진전략|실천과제|세부사업)"/);
    for (const word of ['도비', '시군비', '민간', '분야', '핵심과제', '단위사업', '핵심과제별 목표와 예산'])
      expect(heads).toContain(`"${word}"`);
  });
});

describe('a plan with a frame of its own', () => {
  it('is printed and pressed, and both are proven', { timeout: 60_000 }, async () => {
    const result = await build(await sources(), ['pdf'], () => {}, undefined, {
      final: true,
      print: 'whole',
    });
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.files.map(({ name }) => name)).toContain('plan-print.pdf');
    const { document } = result;
    if (document === undefined) throw new Error('no document');
    expect(outlineOf(readingOf(document).nodes).map(({ depth, name }) => `${depth} ${name}`)).toEqual([
      '1 발간사',
      '1 제1장 지역 노동시장 현황',
      '2 제1절 인구의 흐름',
      '3 가. 인구의 규모',
      '4 인구 현황',
      '4 대응의 차례',
      '3 나. 인구의 구조',
      '2 제2절 산업의 흐름',
      '1 부록',
      '4 덧붙인 자료',
    ]);
  });

  it('has its contents where its template puts them, with the pages that follow', async () => {
    const { document, pdf } = await build(await sources(), ['pdf'], () => {}, undefined, { final: false });
    const contents = document?.blocks.find(({ kind }) => kind === 'contents');
    if (contents?.kind !== 'contents' || pdf === undefined) throw new Error('no contents');
    const { blocks, pageLabels } = pdf.layout;
    const pageOf = (id: string) => blocks.get(id)?.[0]?.page ?? -1;
    expect(contents.entries.map(({ target }) => pageLabels[pageOf(target)])).toEqual([
      '1',
      '2',
      '2',
      '2',
      '3',
      '3',
      '4',
      '4',
    ]);
    expect(pageOf('part-x1')).toBeLessThan(pageOf('contents'));
    expect(blocks.has('chart-visitors')).toBe(true);
  });

  it('gives its frame to the plan of the next year', async () => {
    const { plan, templates } = await sources();
    const { value } = nextPlan(plan, new Map(), 'next', undefined, templates);
    const copied = new Map(value?.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
    for (const name of ['publication.hbs', 'partials/greeting.hbs', 'charts/visitors.vl.json'])
      expect(copied.get(name)).toBe(plan.files.get(name));
  });

  it.each([
    ['charts/other.vl.json', '{}', 'warning unused-spec charts/other.vl.json'],
    ['charts/Other.vl.json', '{}', 'error unknown-file charts/Other.vl.json'],
    ['charts/other.json', '{}', 'error unknown-file charts/other.json'],
    ['partials/labour-market.hbs', '글', 'error same-name partials/labour-market.hbs'],
    ['partials/unused.hbs', '글', 'warning unused-narrative partials/unused.hbs'],
    ['publikation.hbs', '글', 'error unknown-file publikation.hbs'],
    ['published/00.json', '{}', 'error unknown-file published/00.json'],
    ['publication.hbs', '{{> nowhere}}', 'error unknown-partial publication.hbs'],
    ['publication.hbs', '\uE010', 'error unusable-character publication.hbs'],
    ['charts/visitors.vl.json', '{', 'error chart-syntax charts/visitors.vl.json'],
  ])('tells what is wrong with %s: %s', async (name, text, told) => {
    const { plan, templates } = await sources();
    const { diagnostics } = inspectPlan({
      plan: { displayRoot: 'p', kept: KEPT, files: new Map([...plan.files, [name, text]]) },
      templates,
    });
    expect(
      diagnostics.map(({ severity, rule, place }) => `${severity} ${rule} ${place.file.slice(2)}`),
    ).toContain(told);
  });

  it('frames what reaches over pages, refers to notes and is repeated, and all of it is proven', {
    timeout: 60_000,
  }, async () => {
    const { plan, ...rest } = await sources();
    const narrative = 'narrative/labour-market.hbs';
    const lines = Array.from({ length: 60 }, (_, index) =>
      index % 20 === 3 ? '○ 상자의 글[^own]\n - 아래의 글' : '○ 상자의 글\n - 아래의 글',
    );
    const boxes = [
      '{{#box "긴 상자"}}',
      ...lines,
      '{{/box}}',
      '{{#each (years -2 0)}}',
      '{{#box}}',
      '※ {{this}}년의 글',
      '{{/box}}',
      '{{/each}}',
    ].join('\n');
    const files = new Map([
      ...plan.files,
      ['notes.yaml', 'own: 상자 안의 각주\n'],
      [narrative, `${plan.files.get(narrative)}\n## 제3절 상자\n\n${boxes}\n`],
    ]);
    const { diagnostics, pdf, document } = await build(
      { ...rest, plan: { ...plan, files } },
      ['pdf'],
      () => {},
      undefined,
      {
        final: true,
        print: 'whole',
      },
    );
    expect(diagnostics).toEqual([]);
    const made = document?.blocks.filter(({ kind }) => kind === 'box') ?? [];
    const pages = (id: string) => new Set(pdf?.layout.blocks.get(id)?.map(({ page }) => page)).size;
    expect(made.map(({ id }) => pages(id))).toEqual([1, 5, 1, 1, 1]);
  });

  it('is checked without a finding', async () => {
    const { value, diagnostics } = inspectPlan(await sources());
    expect(diagnostics).toEqual([]);
    expect(value?.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
