// Tables, and the parts that chart specifications in tests are made of.
import type { Spec } from '../draw/chart-data.ts';
import type { Table } from './chart-plan.ts';

export const ages: Table = {
  unit: '명',
  rows: ['청년', '중장년', '노년'],
  columns: ['남자', '여자'],
  values: [
    ['120', '95'],
    ['480', '510'],
    ['60', '75'],
  ],
};
export const years: Table = {
  unit: '%',
  rows: ['2019', '2020', '2021', '2022'],
  columns: ['고용률', '실업률'],
  values: [
    ['61.2', '4.1'],
    ['60.3', '4.9'],
    ['60.8', '△0.3'.replace('△', '-')],
    ['62.4', '3.2'],
  ],
};
export const money: Table = {
  unit: '천원',
  rows: ['국비', '시비', '군구비'],
  columns: ['예산'],
  values: [['46000'], ['15250'], ['17500']],
};
export const wide: Table = {
  unit: '건',
  rows: ['가', '나', '다'],
  columns: ['수'],
  values: [['3'], ['40'], ['1250000']],
};
export const gaps: Table = {
  unit: '건',
  rows: ['가', '나', '다', '라'],
  columns: ['수'],
  values: [['12'], [undefined], [null], ['9']],
};
export const nothing: Table = {
  unit: '건',
  rows: ['가', '나'],
  columns: ['수'],
  values: [[undefined], [null]],
};
export const totals: Table = {
  unit: '천원',
  rows: ['합계', '국비', '시비'],
  columns: ['예산'],
  values: [['300'], ['200'], ['100']],
};
export const tables = { ages, years, money, wide, gaps, nothing, totals };

export const x = { field: 'rowLabel', type: 'nominal', sort: null };
export const y = { field: 'value', type: 'quantitative' };
export const bar = { type: 'bar', color: 'theme:main' };
export const line = { type: 'line', color: 'theme:main' };
export const point = { type: 'point', filled: true, color: 'theme:main' };
export const text = { type: 'text', dy: -4 };
export const two = { range: ['theme:main', 'theme:light'] };
export const three = { range: ['theme:main', 'theme:light', 'theme:second'] };
export const colour = { field: 'columnName', type: 'nominal', sort: null, scale: two };
export const men = { filter: "datum.column === 'c0'" };
export const of = (data: keyof typeof tables, more: Spec): Spec => ({
  width: 300,
  height: 120,
  data: { name: data },
  ...more,
});
export const bars = (more: Spec = {}): Spec =>
  of('ages', { transform: [men], mark: bar, encoding: { x, y }, ...more });
export const calculated = (calculate: string, more: Spec = {}): Spec =>
  bars({
    transform: [men, { calculate, as: 'shown' }],
    encoding: { x, y: { ...y, field: 'shown' } },
    ...more,
  });
export const rate = { filter: "datum.column === 'c0'" };
