// The statistics of the bundled plan -> grids as they are printed; what is typed and pasted into them -> the files of the plan with it.
import { expect, it } from 'vitest';
import { inspectPlan } from '../../src/commands/check.ts';
import { statisticsGrids } from '../../src/commands/statistics-grid.ts';
import { typeFigures } from '../../src/commands/type-figures.ts';
import { bundledSources } from './bundled-plan.ts';

const sources = await bundledSources(false);
const { value: inspected } = inspectPlan(sources);
if (inspected === undefined) throw new Error('the plan cannot be read');
const { checked } = inspected;
const FILE = 'statistics/job-openings.yaml';
const at = (cell: string) => `tables/job-openings/${cell}`;
const typed = (cells: readonly (readonly [string, string, string?])[], files = sources.plan.files) =>
  typeFigures(
    { ...sources.plan, files },
    cells.map(([address, text, unit]) => ({ address, text, ...(unit !== undefined && { unit }) })),
    sources.templates,
  );
const linesOf = (files: ReadonlyMap<string, string> | undefined) =>
  [...(files ?? [])].flatMap(([name, text]) => {
    const before = new Set((sources.plan.files.get(name) ?? '').split('\n'));
    return text.split('\n').flatMap((line) => (before.has(line) ? [] : `${name}: ${line.trim()}`));
  });

it('is a grid as printed: grouped heads, merged labels, formulas in words, the value of the year before', () => {
  const grids = statisticsGrids(checked);
  const grid = grids.find(({ table }) => table === 'job-openings');
  if (grid === undefined) throw new Error('no grid');
  expect([grid.caption, grid.unitLine, grid.headerRows, grid.missing]).toEqual([
    '연도별 구인·구직·취업건수 및 취업률',
    '(단위 : 명, %)',
    2,
    0,
  ]);
  expect(
    grid.rows[0]?.map(({ text, colSpan, rowSpan }) => `${text.replace('\n', ' ')} ${colSpan}×${rowSpan}`),
  ).toMatchInlineSnapshot(`
    [
      "구 분 1×2",
      "구인건수 2×1",
      "구직건수 2×1",
      "취업건수 2×1",
      "구인 배수 1×2",
      "취업률 1×2",
    ]
  `);
  expect(
    grid.rows[2]?.flatMap(({ figure }) =>
      figure
        ? [[figure.value, figure.unit, figure.state, figure.formula ?? '', figure.before ?? ''].join(' | ')]
        : [],
    ),
  ).toMatchInlineSnapshot(`
    [
      "46567 | 건 | typed |  | 42,405",
      "9.8 | % | stated | (2022년 구인건수 − 2021년 구인건수) ÷ 2021년 구인건수 × 100 | 58.2",
      "57558 | 건 | typed |  | 60,195",
      "-4.4 | % | stated | (2022년 구직건수 − 2021년 구직건수) ÷ 2021년 구직건수 × 100 | 10.3",
      "18964 | 건 | typed |  | 21,354",
      "-11.2 | % | stated | (2022년 취업건수 − 2021년 취업건수) ÷ 2021년 취업건수 × 100 | 29.5",
      "0.80 | 배 | stated | 2022년 구인건수 ÷ 2022년 구직건수 | 0.70",
      "32.9 | % | stated | 2022년 취업건수 ÷ 2022년 구직건수 × 100 | 35.5",
    ]
  `);
  // Every cell is there once, and only tables that people type into are.
  for (const { rows, widths, headerRows } of grids) {
    const area = rows.flat().reduce((sum, { colSpan, rowSpan }) => sum + colSpan * rowSpan, 0);
    expect(area).toBe(rows.length * widths.length);
    expect(headerRows).toBeLessThan(rows.length);
  }
  const printed = new Set(grids.map(({ table }) => table));
  for (const { id, isOfProgramme } of checked.plan.tables.values())
    expect(printed.has(id) && isOfProgramme === true, id).toBe(false);
});

it('takes what is typed and pasted, with units, and stated sums follow', () => {
  const { value, diagnostics } = typed([
    [at('2022/openings-count'), '47.1', '천건'],
    [at('2022/seekers-count'), '57,558건'],
    [at('2021/placements-count'), '-'],
    [at('2020/ratio'), '0.50'],
  ]);
  expect(linesOf(value?.files)).toMatchInlineSnapshot(`
    [
      "statistics/job-openings.yaml: 2022: [47100, 11.1, 57558, -4.4, 18964, missing, 0.82, 32.9]",
      "statistics/job-openings.yaml: 2021: [42405, 58.2, 60195, 10.3, '-', -100.0, 0.70, 0.0]",
      "statistics/job-openings.yaml: 2020: [26802, -3.2, 54561, 11.0, 16494, -3.0, 0.50, 30.2]",
      "statistics/job-seekers-by-sex.yaml: placements-share: [missing, { value: missing, bold: true }, 41.8, { value: 58.2, bold: true }]",
      "statistics/openings-by-occupation.yaml: total: [46567, 57558, { value: -10991, as: '△10991' }, ~, 18964, 32.9, 32.9]",
    ]
  `);
  expect(value?.changes.map(({ address }) => address)).toEqual([
    at('2022/openings-count'),
    at('2021/placements-count'),
    at('2020/ratio'),
  ]);
  expect(diagnostics.map(({ rule }) => rule)).toContain('stated-follows');
  // The comments and all other lines stay as they are.
  expect(value?.files.get(FILE)?.split('\n').length).toBe(sources.plan.files.get(FILE)?.split('\n').length);
});

it('takes all of it or nothing, and says what is wrong with each', () => {
  const { value, diagnostics } = typed([
    [at('2022/openings-count'), '47000'],
    [at('2022/seekers-count'), '많음'],
    [at('2021/seekers-count'), '5명'],
    ['tables/population/seogu/male', '-5'],
    [at('2018/none'), '5'],
    [at('2018/seekers-count'), '5', '원'],
  ]);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    `wrong-number ${at('2022/seekers-count')}`,
    `wrong-number ${at('2021/seekers-count')}`,
    'impossible-value tables/population/seogu/male',
    `unknown-figure ${at('2018/none')}`,
    `wrong-number ${at('2018/seekers-count')}`,
  ]);
  const gone = new Map([...sources.plan.files, ['published/0.json', '{}']]);
  expect(typed([[at('2022/openings-count'), '1']], gone).diagnostics.map(({ rule }) => rule)).toEqual([
    'edition-needed',
  ]);
});
