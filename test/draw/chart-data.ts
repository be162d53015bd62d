// Tables as chart data, and ways to draw the chart templates with them.
import { readFileSync } from 'node:fs';
import type { ChartDrawing } from '../../src/draw/chart-ops.ts';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { theme } from '../write/pdf/documents.ts';

export const folder = new URL('../../templates/charts/', import.meta.url);
export type Spec = Record<string, unknown>;
export type Datasets = Record<string, readonly object[]>;

/** Near Pretendard's: a Korean letter 0.88, a figure 0.6, a comma 0.28 em. */
export function measure(text: string, size: number, bold: boolean): number {
  const em = (char: string) => (/[가-힣]/u.test(char) ? 0.88 : /[,. ]/u.test(char) ? 0.28 : 0.6);
  return [...text].reduce((sum, char) => sum + em(char), 0) * size * (bold ? 1.05 : 1);
}

export function template(name: string): Spec {
  return JSON.parse(readFileSync(new URL(`${name}.vl.json`, folder), 'utf8')) as Spec;
}

export function specOf(name: string, datasets: Datasets): Spec {
  return { ...template(name), config: template('config'), datasets };
}

export function draw(name: string, datasets: Datasets, measureText = measure): Promise<ChartDrawing> {
  return drawChart(specOf(name, datasets), measureText, theme);
}

export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  readonly period?: number;
}

/** A table's chart data: `values[row][column]`, null where a figure is missing. */
export function cells(
  rows: readonly Entry[],
  columns: readonly Entry[],
  values: readonly (readonly (number | null)[])[],
) {
  return rows.flatMap((row, y) =>
    columns.map((column, x) => {
      const value = values[y]?.[x] ?? null;
      return {
        row: row.id,
        rowLabel: row.label,
        rowName: row.name ?? row.label,
        column: column.id,
        columnLabel: column.label,
        columnName: column.name ?? column.label,
        value,
        text: value === null ? '' : shown(value),
        period: row.period ?? column.period ?? null,
        missing: value === null,
      };
    }),
  );
}

export function shown(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return `${value < 0 ? '△' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

// Their labels sort otherwise by letters than by time.
export const years = [1998, 1999, 2000, 2001, 2002];
export const yearEntries = years.map((year) => ({
  id: String(year),
  label: `’${String(year).slice(2)}년`,
  period: year,
}));
export const count = (id: string, label: string): Entry => ({ id: `${id}-count`, label });

export const population: Datasets = {
  'population-by-age': cells(
    [
      { id: 'total', label: '합 계' },
      { id: 'young', label: '14세 이하' },
    ],
    [...yearEntries, { id: 'share', label: '비중' }],
    [
      [538596, 544556, 542040, 555380, 589013, 100],
      [82462, 81203, 78231, 78751, 83543, 14.2],
    ],
  ),
  figures: [1.1, -0.5, 2.5, 6.1].map((value, index) => ({
    id: `population-growth-${1999 + index}`,
    value,
    text: shown(value),
  })),
};
export const insured = (values: readonly (number | null)[]): Datasets => ({
  'insured-by-sex': cells(
    [
      { id: 'insured', label: '피보험자수' },
      { id: 'growth', label: '전년대비 증감율' },
    ],
    [1997, 1998].flatMap((period) => [
      { id: `${period}-male`, label: `${period}년 남자`, name: '남자', period },
      { id: `${period}-female`, label: `${period}년 여자`, name: '여자', period },
    ]),
    [[77603, 55608, 79287, 58984], values],
  ),
});
export const openings = (change: (value: number) => number | null = (value) => value): Datasets => ({
  'job-openings': cells(
    // The table runs from the last year down.
    [...yearEntries].reverse(),
    [
      count('openings', '구인건수'),
      { id: 'ratio', label: '구인배수' },
      count('seekers', '구직건수'),
      count('placements', '취업건수'),
    ],
    [
      [46567, 0.8, 57558, 18964],
      [42405, 0.7, 60195, 21354],
      [26802, 0.49, 54561, 16494],
      [27674, 0.56, 49162, 17002],
      [33743, 0.72, 47057, 20749],
    ].map((row) => row.map(change)),
  ),
});
export const seekers: Datasets = {
  'job-seekers-by-age': cells(
    ['합계', '19세이하', '20 ~ 29세', '30 ~ 39세', '40 ~ 49세', '50 ~ 59세', '60 ~ 64세', '65세이상'].map(
      (label, index) => ({ id: index === 0 ? 'total' : `age-${index}`, label }),
    ),
    [count('seekers', '구직건수'), { id: 'seekers-share', label: '구성비' }, count('placements', '취업건수')],
    [
      [57558, 100, 18964],
      [676, 1.2, 63],
      [12436, 21.6, 3935],
      [10837, 18.8, 2855],
      [11713, 20.3, 3635],
      [11759, 20.4, 4527],
      [6594, 11.5, 2477],
      [3543, 6.2, 1472],
    ],
  ),
};
export const industries = Array.from({ length: 15 }, (_, index) => ({
  id: `industry-${index}`,
  label: `${index + 1}. ${'사업시설 관리,사업 지원 및 임대 서비스업'.slice(0, 6 + index)}`,
}));
export const establishments: Datasets = {
  'establishments-by-industry': cells(
    [{ id: 'total', label: '합계' }, ...industries],
    [
      count('establishments', '사업체수'),
      { id: 'establishments-share', label: '구성비' },
      count('workers', '종사자수'),
    ],
    [
      [58270, 100, 230658],
      ...industries.map((_, index) => [9917 - 600 * index, 10 - index / 10, 70097 - 4500 * index]),
    ],
  ),
};

export const strategies: Datasets = {
  'field-targets': cells(
    [
      { id: 'total', label: '총 계' },
      { id: 'youth', label: '청년 일자리 확대' },
      { id: 'tailored', label: '맞춤형 일자리 지원 및 발굴' },
      { id: 'industry', label: '산업단지 및 중소기업 지원을 통한 매우 긴 이름의 일자리 창출' },
      { id: 'cooperation', label: '상생·협력을 통한 고용 창출' },
    ],
    [
      { id: 'target', label: '목표' },
      { id: 'budget-total', label: '예산 합계', name: '합계' },
      { id: 'budget-national', label: '예산 국비', name: '국비' },
      { id: 'budget-province', label: '예산 시비', name: '시비' },
      { id: 'budget-district', label: '예산 군구비', name: '군구비' },
    ],
    [
      [13474, 79857, 46406, 15945, 17506],
      [2298, 1186, 90, 237, 859],
      [10570, 76854, 46215, 15257, 15382],
      [436, 1816, 101, 451, 1264],
      [170, 1, null, null, 1],
    ],
  ),
};
