// Chart specifications -> nothing where they are sound, and a word where a mark shows another value than its figure's.
import { describe, expect, it } from 'vitest';
import type { Spec } from '../write/chart-data.ts';
import { provenChart, type Table } from './chart-plan.ts';

const ages: Table = {
  unit: '명',
  rows: ['청년', '중장년', '노년'],
  columns: ['남자', '여자'],
  values: [
    ['120', '95'],
    ['480', '510'],
    ['60', '75'],
  ],
};
const years: Table = {
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
const money: Table = {
  unit: '천원',
  rows: ['국비', '시비', '군구비'],
  columns: ['예산'],
  values: [['46000'], ['15250'], ['17500']],
};
const wide: Table = {
  unit: '건',
  rows: ['가', '나', '다'],
  columns: ['수'],
  values: [['3'], ['40'], ['1250000']],
};
const gaps: Table = {
  unit: '건',
  rows: ['가', '나', '다', '라'],
  columns: ['수'],
  values: [['12'], [undefined], [null], ['9']],
};
const nothing: Table = { unit: '건', rows: ['가', '나'], columns: ['수'], values: [[undefined], [null]] };
const tables = { ages, years, money, wide, gaps, nothing };

const x = { field: 'rowLabel', type: 'nominal', sort: null };
const y = { field: 'value', type: 'quantitative' };
const bar = { type: 'bar', color: 'theme:main' };
const line = { type: 'line', color: 'theme:main' };
const point = { type: 'point', filled: true, color: 'theme:main' };
const text = { type: 'text', dy: -4 };
const two = { range: ['theme:main', 'theme:light'] };
const three = { range: ['theme:main', 'theme:light', 'theme:second'] };
const colour = { field: 'columnName', type: 'nominal', sort: null, scale: two };
const men = { filter: "datum.column === 'c0'" };
const of = (data: keyof typeof tables, more: Spec): Spec => ({
  width: 300,
  height: 120,
  data: { name: data },
  ...more,
});
const bars = (more: Spec = {}): Spec =>
  of('ages', { transform: [men], mark: bar, encoding: { x, y }, ...more });
const calculated = (calculate: string, more: Spec = {}): Spec =>
  bars({
    transform: [men, { calculate, as: 'shown' }],
    encoding: { x, y: { ...y, field: 'shown' } },
    ...more,
  });
const rate = { filter: "datum.column === 'c0'" };

const SOUND: Readonly<Record<string, Spec>> = {
  bars: bars(),
  'bars without an axis': bars({ encoding: { x, y: { ...y, axis: null } } }),
  'lying bars': bars({ encoding: { y: x, x: y } }),
  'grouped bars': of('ages', {
    mark: 'bar',
    encoding: { x, xOffset: { field: 'columnName' }, y, color: colour },
  }),
  'stacked bars': of('ages', { mark: 'bar', encoding: { x, y, color: colour } }),
  'stacked bars of signs': of('years', { mark: 'bar', encoding: { x, y, color: colour } }),
  'shares in bars': of('ages', {
    mark: 'bar',
    encoding: { x, y: { ...y, stack: 'normalize', axis: { format: '.0%' } }, color: colour },
  }),
  'shares with their values': of('ages', {
    encoding: { x, y: { ...y, stack: 'normalize' } },
    layer: [
      { mark: 'bar', encoding: { color: colour } },
      {
        mark: { type: 'text' },
        encoding: {
          y: { ...y, stack: 'normalize', bandPosition: 0.5 },
          detail: { field: 'columnName' },
          text: { field: 'text' },
        },
      },
    ],
  }),
  'centred stacks': of('ages', { mark: 'bar', encoding: { x, y: { ...y, stack: 'center' }, color: colour } }),
  'lines with points': of('years', {
    mark: { type: 'line', point: { filled: true } },
    encoding: { x: { field: 'period', type: 'ordinal' }, y: { ...y, scale: { zero: false } }, color: colour },
  }),
  'lines over years as numbers': of('years', {
    transform: [rate],
    mark: line,
    encoding: {
      x: { field: 'period', type: 'quantitative', scale: { zero: false }, axis: { format: 'd' } },
      y,
    },
  }),
  'an area': of('years', {
    transform: [rate],
    mark: { type: 'area', color: 'theme:light' },
    encoding: { x: { ...x, type: 'ordinal' }, y },
  }),
  'stacked areas': of('ages', { mark: 'area', encoding: { x: { ...x, type: 'ordinal' }, y, color: colour } }),
  'a pie': of('money', {
    mark: 'arc',
    encoding: { theta: y, color: { field: 'rowName', sort: null, scale: three } },
  }),
  'a ring with words': of('money', {
    encoding: { theta: { ...y, stack: true }, color: { field: 'rowName', sort: null, scale: three } },
    layer: [
      { mark: { type: 'arc', innerRadius: 20, outerRadius: 40 } },
      { mark: { type: 'text', radius: 50 }, encoding: { text: { field: 'text' } } },
    ],
  }),
  'two axes': of('years', {
    encoding: { x: { field: 'period', type: 'ordinal' } },
    layer: [
      { transform: [men], mark: bar, encoding: { y } },
      {
        transform: [{ filter: "datum.column === 'c1'" }],
        mark: line,
        encoding: { y: { ...y, scale: { zero: false } } },
      },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  'values over bars': bars({
    mark: undefined,
    layer: [{ mark: bar }, { mark: text, encoding: { text: { field: 'text' } } }],
  }),
  'values with a unit': bars({
    mark: undefined,
    layer: [
      { mark: bar },
      {
        transform: [{ calculate: "datum.text + '명'", as: 'words' }],
        mark: text,
        encoding: { text: { field: 'words' } },
      },
    ],
  }),
  'values by a format': bars({
    mark: undefined,
    layer: [{ mark: bar }, { mark: text, encoding: { text: { field: 'value', format: ',' } } }],
  }),
  'a mean across': bars({
    mark: undefined,
    layer: [
      { mark: bar },
      {
        mark: { type: 'rule', color: 'theme:accent' },
        encoding: { x: null, y: { ...y, aggregate: 'mean' } },
      },
    ],
  }),
  'sums of rows': of('ages', { mark: bar, encoding: { x, y: { ...y, aggregate: 'sum' } } }),
  'a pyramid': of('ages', {
    transform: [{ calculate: "datum.columnName === '남자' ? -datum.value : datum.value", as: 'sided' }],
    mark: 'bar',
    encoding: {
      y: x,
      x: { field: 'sided', type: 'quantitative', axis: { labelExpr: "format(abs(datum.value), ',')" } },
      color: colour,
    },
  }),
  'a pyramid of two charts': of('ages', {
    hconcat: [
      { transform: [men], mark: bar, encoding: { y: x, x: { ...y, sort: 'descending' } } },
      { transform: [{ filter: "datum.column === 'c1'" }], mark: bar, encoding: { y: x, x: y } },
    ],
  }),
  'another unit by its axis': of('money', {
    transform: [{ calculate: 'datum.value / 1000', as: 'millions' }],
    mark: bar,
    encoding: { x, y: { field: 'millions', type: 'quantitative', axis: { title: '예산(백만원)' } } },
  }),
  'labels in 만': of('money', {
    mark: bar,
    encoding: { x, y: { ...y, axis: { labelExpr: "datum.value === 0 ? '0' : datum.value / 10000 + '만'" } } },
  }),
  'a log scale of points': of('money', { mark: point, encoding: { x, y: { ...y, scale: { type: 'log' } } } }),
  'a lollipop': of('ages', {
    transform: [men],
    encoding: { y: x, x: y },
    layer: [{ mark: { type: 'rule', color: 'theme:main' } }, { mark: point }],
  }),
  'a base line': of('years', {
    mark: undefined,
    transform: [{ filter: "datum.column === 'c1'" }],
    layer: [
      { mark: bar, encoding: { x, y } },
      { mark: { type: 'rule', color: 'theme:rule' }, encoding: { y: { datum: 0 } } },
    ],
  }),
  'room above, unseen': bars({
    mark: undefined,
    layer: [
      { mark: bar },
      {
        transform: [{ calculate: 'datum.value * 1.2', as: 'room' }],
        mark: { type: 'point', opacity: 0 },
        encoding: { y: { ...y, field: 'room' } },
      },
    ],
  }),
  'a heat of words': of('ages', {
    encoding: { x, y: { field: 'columnName', type: 'nominal' } },
    layer: [
      { mark: { type: 'rect', color: 'theme:light' } },
      { mark: { type: 'text' }, encoding: { text: { field: 'text' } } },
    ],
  }),
  'sorted by value': bars({ encoding: { x: { ...x, sort: '-y' }, y } }),
  'one series of many': of('ages', {
    transform: [{ filter: "datum.rowLabel !== '노년'" }, men],
    mark: bar,
    encoding: { x, y },
  }),
  'the largest marked': bars({
    mark: undefined,
    layer: [
      { mark: bar },
      {
        transform: [
          { joinaggregate: [{ op: 'max', field: 'value', as: 'most' }] },
          { filter: 'datum.value === datum.most' },
        ],
        mark: text,
        encoding: { text: { field: 'text' } },
      },
    ],
  }),
  ticks: of('ages', { mark: { type: 'tick', color: 'theme:main' }, encoding: { x: y, y: x } }),
  'bars over years as numbers': of('years', {
    transform: [rate],
    mark: bar,
    encoding: {
      x: {
        field: 'period',
        type: 'quantitative',
        scale: { zero: false, padding: 20 },
        axis: { format: 'd' },
      },
      y,
    },
  }),
  'another unit on labels too': of('money', {
    transform: [{ calculate: 'datum.value / 1000', as: 'millions' }],
    encoding: { x, y: { field: 'millions', type: 'quantitative', axis: { title: '예산(백만원)' } } },
    layer: [{ mark: bar }, { mark: text, encoding: { text: { field: 'millions', format: ',.2f' } } }],
  }),
  'labels with their unit': of('money', {
    encoding: { x, y },
    layer: [
      { mark: bar },
      {
        transform: [{ calculate: "format(datum.value / 1000, ',.2f') + '백만원'", as: 'words' }],
        mark: text,
        encoding: { text: { field: 'words' } },
      },
    ],
  }),
  'a log scale of much': of('wide', { mark: point, encoding: { x, y: { ...y, scale: { type: 'log' } } } }),
  'very little': of('wide', {
    transform: [{ filter: "datum.row !== 'r2'" }],
    mark: bar,
    encoding: { x, y },
  }),
  'how many of each': of('ages', {
    mark: bar,
    encoding: { x, y: { aggregate: 'count', type: 'quantitative' } },
  }),
  'shares with per cent in words': of('money', {
    transform: [
      { joinaggregate: [{ op: 'sum', field: 'value', as: 'whole' }] },
      { calculate: "format(datum.value / datum.whole, '.1%')", as: 'share' },
    ],
    encoding: { theta: { ...y, stack: true }, color: { field: 'rowName', sort: null, scale: three } },
    layer: [
      { mark: { type: 'arc', outerRadius: 40 } },
      { mark: { type: 'text', radius: 50 }, encoding: { text: { field: 'share' } } },
    ],
  }),
  'missing and none among others': of('gaps', {
    mark: { type: 'line', point: true, color: 'theme:main' },
    encoding: { x, y },
  }),
  'none as bars of no length': of('gaps', {
    transform: [{ calculate: 'isValid(datum.value) ? datum.value : 0', as: 'length' }],
    mark: bar,
    encoding: { x, y: { ...y, field: 'length' } },
  }),
  'a table of no values': of('nothing', { mark: bar, encoding: { x, y } }),
  'from least to most': of('ages', {
    encoding: { y: x },
    layer: [
      {
        mark: { type: 'rule', color: 'theme:grey' },
        encoding: { x: { ...y, aggregate: 'min' }, x2: { field: 'value', aggregate: 'max' } },
      },
      { mark: { ...point }, encoding: { x: y, color: colour } },
    ],
  }),
  'a band behind': bars({
    mark: undefined,
    encoding: {},
    transform: [],
    layer: [
      { data: { values: [{}] }, mark: { type: 'rect', color: 'theme:grid' }, encoding: {} },
      { transform: [men], mark: bar, encoding: { x, y } },
    ],
  }),
  'one marked by its colour': bars({
    encoding: {
      x,
      y,
      color: { condition: { test: 'datum.value > 300', value: 'theme:accent' }, value: 'theme:main' },
    },
  }),
  'a legend with units': of('ages', {
    mark: 'bar',
    encoding: {
      x,
      xOffset: { field: 'columnName' },
      y,
      color: { ...colour, legend: { labelExpr: "datum.label + '(명)'" } },
    },
  }),
  'axes of small tables by row': of('ages', {
    mark: bar,
    height: 40,
    encoding: { y: { field: 'columnName' }, x: y, row: { ...x, header: { labelAngle: 0 } } },
  }),
  'the total in the middle': of('money', {
    layer: [
      {
        mark: { type: 'arc', innerRadius: 30, stroke: 'theme:white', strokeWidth: 1 },
        encoding: { theta: y, color: { field: 'rowName', sort: null, scale: three } },
      },
      {
        transform: [{ aggregate: [{ op: 'sum', field: 'value', as: 'whole' }] }],
        mark: { type: 'text' },
        encoding: { text: { field: 'whole', format: ',' } },
      },
    ],
  }),
  'repeated by column': of('ages', {
    repeat: { layer: ['value'] },
    spec: {
      transform: [men],
      mark: bar,
      encoding: { x, y: { field: { repeat: 'layer' }, type: 'quantitative' } },
    },
  }),
  'dashes by series': of('years', {
    mark: { type: 'line', color: 'theme:main' },
    encoding: { x: { field: 'period', type: 'ordinal' }, y, strokeDash: { field: 'columnName' } },
  }),
  'years as times': of('years', {
    transform: [rate, { calculate: 'datetime(datum.period, 0, 1)', as: 'when' }],
    mark: { type: 'bar', color: 'theme:main' },
    encoding: { x: { field: 'when', type: 'temporal', timeUnit: 'year' }, y },
  }),
  'small multiples': of('ages', {
    mark: bar,
    encoding: { x, y, column: { field: 'columnName', type: 'nominal' } },
    width: 100,
  }),
  bubbles: of('ages', { transform: [men], mark: point, encoding: { x, size: { ...y, legend: null } } }),
  'a reversed scale of bars': bars({ encoding: { y: x, x: { ...y, scale: { reverse: true } } } }),
  'a line each': of('years', {
    mark: line,
    encoding: { x, y, detail: { field: 'columnName' } },
  }),
};

describe('a sound chart', () => {
  it.each(Object.entries(SOUND))('is not spoken of: %s', async (_, spec) => {
    const diagnostics = await provenChart(spec, tables);
    expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

/** What is wrong with a specification: the rule that tells it. */
const WRONG: Readonly<Record<string, readonly [string, Spec]>> = {
  'ten times': ['chart-other-value', calculated('datum.value * 10')],
  'ten times, without an axis': [
    'chart-other-value',
    calculated('datum.value * 10', { encoding: { x, y: { ...y, field: 'shown', axis: null } } }),
  ],
  'in steps': [
    'chart-other-value',
    bars({
      transform: [
        men,
        { calculate: 'datum.value', as: 'a' },
        { calculate: 'datum.a + 7', as: 'b' },
        { calculate: '+datum.b', as: 'c' },
      ],
      encoding: { x, y: { ...y, field: 'c' } },
    }),
  ],
  'one row only': ['chart-other-value', calculated("datum.row === 'r2' ? datum.value * 1.5 : datum.value")],
  'in place of the value': [
    'chart-other-value',
    bars({ transform: [men, { calculate: 'datum.value / 2', as: 'value' }] }),
  ],
  'by a fold': [
    'chart-other-value',
    bars({
      transform: [
        men,
        { calculate: 'datum.value * 3', as: 'more' },
        { fold: ['more'], as: ['key', 'folded'] },
      ],
      encoding: { x, y: { ...y, field: 'folded' } },
    }),
  ],
  'by an aggregate of changed values': [
    'chart-other-value',
    of('ages', {
      transform: [{ calculate: 'datum.value * 2', as: 'more' }],
      mark: bar,
      encoding: { x, y: { ...y, field: 'more', aggregate: 'sum' } },
    }),
  ],
  'by a product': [
    'chart-other-value',
    of('ages', { mark: bar, encoding: { x, y: { ...y, aggregate: 'product' } } }),
  ],
  'by a window': [
    'chart-other-value',
    bars({
      transform: [men, { window: [{ op: 'lag', field: 'value', as: 'before' }] }],
      encoding: { x, y: { ...y, field: 'before' } },
    }),
  ],
  'by a running sum': [
    'chart-other-value',
    bars({
      transform: [men, { window: [{ op: 'sum', field: 'value', as: 'sum' }] }],
      encoding: { x, y: { ...y, field: 'sum' } },
    }),
  ],
  'by a lookup of another row': [
    'chart-other-value',
    bars({
      transform: [
        men,
        { calculate: "'r' + (2 - toNumber(slice(datum.row, 1)))", as: 'other' },
        { lookup: 'other', from: { data: { name: 'money' }, key: 'row', fields: ['value'] }, as: ['found'] },
        { calculate: 'datum.found / 100', as: 'less' },
      ],
      encoding: { x, y: { ...y, field: 'less' } },
    }),
  ],
  'by a parameter': [
    'chart-other-value',
    calculated('datum.value * factor', { params: [{ name: 'factor', value: 1.1 }] }),
  ],
  'a decrease as an increase': [
    'chart-other-value',
    of('years', {
      transform: [{ filter: "datum.column === 'c1'" }, { calculate: 'abs(datum.value)', as: 'shown' }],
      mark: bar,
      encoding: { x, y: { ...y, field: 'shown' } },
    }),
  ],
  'a point moved': ['chart-other-value', bars({ mark: { ...point, yOffset: -20 } })],
  'a line moved': ['chart-other-value', bars({ mark: { ...line, yOffset: -20 } })],
  'an area of more': [
    'chart-other-value',
    calculated('datum.value + 50', { mark: { type: 'area', color: 'theme:light' } }),
  ],
  'points by another size': [
    'chart-other-value',
    of('ages', {
      transform: [men, { calculate: 'pow(datum.value, 2)', as: 'shown' }],
      mark: point,
      encoding: { x, size: { field: 'shown', type: 'quantitative', legend: null } },
    }),
  ],
  'sectors of more': [
    'chart-other-value',
    of('money', {
      transform: [{ calculate: "datum.row === 'r0' ? datum.value * 2 : datum.value", as: 'shown' }],
      mark: 'arc',
      encoding: {
        theta: { field: 'shown', type: 'quantitative' },
        color: { field: 'rowName', scale: three },
      },
    }),
  ],
  'sectors of a scale too wide': [
    'chart-scale',
    of('money', {
      mark: 'arc',
      encoding: {
        theta: { ...y, scale: { domain: [0, 200000] } },
        color: { field: 'rowName', scale: three },
      },
    }),
  ],
  'stacked twice': [
    'chart-other-value',
    of('ages', {
      transform: [{ calculate: '[1, 2]', as: 'twice' }, { flatten: ['twice'] }],
      mark: 'bar',
      encoding: { x, y, color: colour, detail: { field: 'twice' } },
    }),
  ],
  'a domain too narrow': ['chart-scale', bars({ encoding: { x, y: { ...y, scale: { domain: [0, 200] } } } })],
  'a domain cut and clamped': [
    'chart-other-value',
    bars({ encoding: { x, y: { ...y, scale: { domain: [0, 200], clamp: true } } } }),
  ],
  'a domain’s end too low': [
    'chart-scale',
    bars({ encoding: { x, y: { ...y, scale: { domainMax: 300 } } } }),
  ],
  'bars from 50 on': ['chart-scale', bars({ encoding: { x, y: { ...y, scale: { domain: [50, 500] } } } })],
  'bars from no zero': [
    'chart-scale',
    bars({ encoding: { x, y: { ...y, stack: null, scale: { zero: false } } } }),
  ],
  'a broken axis': [
    'chart-scale',
    bars({ encoding: { x, y: { ...y, scale: { domain: [0, 100, 500], range: [120, 20, 0] } } } }),
  ],
  'bars of a root': ['chart-scale', bars({ encoding: { x, y: { ...y, scale: { type: 'sqrt' } } } })],
  'bars of a log scale': [
    'chart-scale',
    of('money', { mark: bar, encoding: { x, y: { ...y, scale: { type: 'log', domain: [1, 100000] } } } }),
  ],
  'bars of other widths': [
    'chart-uneven',
    bars({ mark: { ...bar, size: { expr: "datum.row === 'r1' ? 40 : 10" } } }),
  ],
  'bars of no scale': [
    'chart-other-value',
    bars({ mark: { ...bar, height: { expr: 'datum.value / 4' } }, encoding: { x, y: { value: 0 } } }),
  ],
  'a scale of no length': [
    'chart-hidden',
    bars({ encoding: { x, y: { ...y, scale: { range: [120, 119] } } } }),
  ],
  'a scale that is much too long': [
    'chart-hidden',
    bars({ encoding: { x, y: { ...y, scale: { domain: [0, 1000000] } } } }),
  ],
  'lines upside down': [
    'chart-scale-upside-down',
    bars({ mark: line, encoding: { x, y: { ...y, scale: { reverse: true } } } }),
  ],
  'values typed': [
    'chart-typed-value',
    bars({
      data: {
        values: [
          { name: '가', value: 5 },
          { name: '나', value: 9 },
        ],
      },
      transform: [],
      encoding: { x: { field: 'name', type: 'nominal' }, y },
    }),
  ],
  'a point typed': [
    'chart-other-value',
    bars({ mark: undefined, layer: [{ mark: bar }, { mark: point, encoding: { y: { datum: 300 } } }] }),
  ],
  'a line typed': [
    'chart-other-value',
    bars({
      mark: undefined,
      layer: [
        { mark: bar },
        { mark: { type: 'rule', color: 'theme:accent' }, encoding: { x: null, y: { datum: 300 } } },
      ],
    }),
  ],
  'a sequence': [
    'chart-typed-value',
    bars({
      data: { sequence: { start: 1, stop: 4, as: 'value' } },
      transform: [],
      encoding: { x: { field: 'value', type: 'ordinal' }, y },
    }),
  ],
  'a gap filled up': [
    'chart-typed-value',
    of('years', {
      transform: [
        rate,
        { filter: "datum.row !== 'r1'" },
        { impute: 'value', key: 'period', keyvals: [2019, 2020, 2021, 2022], value: 61 },
      ],
      mark: point,
      encoding: { x: { field: 'period', type: 'ordinal' }, y },
    }),
  ],
  'a number typed': [
    'chart-typed-value',
    bars({
      mark: undefined,
      layer: [
        { mark: bar },
        { data: { values: [{}] }, transform: [], mark: { type: 'text', text: '모두 999명' }, encoding: {} },
      ],
      encoding: {},
      transform: [],
    }),
  ],
  'all filtered away': ['chart-nothing', bars({ transform: [{ filter: 'false' }] })],
  'all filtered by a name that is none': [
    'chart-nothing',
    bars({ transform: [{ filter: "datum.row === 'none'" }] }),
  ],
  'the small left out': ['chart-dropped', bars({ transform: [men, { filter: 'datum.value > 100' }] })],
  'the large left out': [
    'chart-dropped',
    bars({ transform: [men, { filter: { field: 'value', lt: 400 } }] }),
  ],
  'the small left out in steps': [
    'chart-dropped',
    bars({ transform: [men, { calculate: 'datum.value * 2', as: 'a' }, { filter: 'datum.a > 200' }] }),
  ],
  'by the length of the words': [
    'chart-dropped',
    bars({ transform: [men, { filter: 'length(datum.text) > 2' }] }),
  ],
  'but the first two': [
    'chart-dropped',
    bars({
      transform: [
        men,
        { window: [{ op: 'rank', as: 'rank' }], sort: [{ field: 'value', order: 'descending' }] },
        { filter: 'datum.rank <= 2' },
      ],
    }),
  ],
  'not to be seen through': ['chart-hidden', bars({ mark: { ...bar, opacity: 0 } })],
  'bars with their values, not to be seen': [
    'chart-hidden',
    bars({
      mark: undefined,
      layer: [{ mark: { ...bar, opacity: 0 } }, { mark: text, encoding: { text: { field: 'text' } } }],
    }),
  ],
  'points with their values, not to be seen': [
    'chart-hidden',
    bars({
      mark: undefined,
      layer: [{ mark: { ...point, opacity: 0 } }, { mark: text, encoding: { text: { field: 'text' } } }],
    }),
  ],
  'one not to be seen': [
    'chart-hidden',
    bars({ encoding: { x, y, opacity: { condition: { test: "datum.row === 'r1'", value: 0 }, value: 1 } } }),
  ],
  'without a colour': ['chart-hidden', bars({ mark: { type: 'bar', color: 'transparent' } })],
  'points of no size': ['chart-hidden', bars({ mark: { ...point, size: 0 } })],
  'lines of no width': ['chart-hidden', bars({ mark: { ...line, strokeWidth: 0 } })],
  'an axis of ten times': [
    'chart-other-text',
    bars({ encoding: { x, y: { ...y, axis: { labelExpr: 'datum.value * 10' } } } }),
  ],
  'an axis of per cent': [
    'chart-other-text',
    bars({ encoding: { x, y: { ...y, axis: { format: '.0%' } } } }),
  ],
  'an axis of k': [
    'chart-other-text',
    of('money', { mark: bar, encoding: { x, y: { ...y, axis: { format: 's' } } } }),
  ],
  'an axis in 만 that are 천': [
    'chart-other-text',
    of('money', {
      mark: bar,
      encoding: { x, y: { ...y, axis: { labelExpr: "datum.value / 1000 + '만'" } } },
    }),
  ],
  'an axis of units that are not its own': [
    'chart-other-value',
    of('money', { mark: bar, encoding: { x, y: { ...y, axis: { title: '예산(백만원)' } } } }),
  ],
  'an axis moved': ['chart-other-text', bars({ encoding: { x, y: { ...y, axis: { labelOffset: 15 } } } })],
  'a pyramid with a side below 0': [
    'chart-other-text',
    of('ages', {
      transform: [{ calculate: "datum.columnName === '남자' ? -datum.value : datum.value", as: 'sided' }],
      mark: 'bar',
      encoding: { y: x, x: { field: 'sided', type: 'quantitative' }, color: colour },
    }),
  ],
  'words of twice': [
    'chart-other-text',
    bars({
      mark: undefined,
      layer: [
        { mark: bar },
        {
          transform: [{ calculate: 'datum.value * 2', as: 'words' }],
          mark: text,
          encoding: { text: { field: 'words' } },
        },
      ],
    }),
  ],
  'words of another unit': [
    'chart-other-text',
    of('money', {
      encoding: { x, y },
      layer: [
        { mark: bar },
        {
          transform: [{ calculate: "datum.text + '백만원'", as: 'words' }],
          mark: text,
          encoding: { text: { field: 'words' } },
        },
      ],
    }),
  ],
  'a gap drawn as none': [
    'chart-other-value',
    of('gaps', {
      transform: [
        { calculate: 'isValid(datum.value) ? datum.value : 0', as: 'length' },
        { filter: "datum.row !== 'r2'" },
      ],
      mark: line,
      encoding: { x, y: { ...y, field: 'length' } },
    }),
  ],
  'words of per cent': [
    'chart-other-text',
    bars({
      mark: undefined,
      layer: [{ mark: bar }, { mark: text, encoding: { text: { field: 'value', format: '%' } } }],
    }),
  ],
  'words that are rounded': [
    'chart-rounded-text',
    of('years', {
      transform: [rate],
      encoding: { x, y },
      layer: [{ mark: line }, { mark: text, encoding: { text: { field: 'value', format: '.0f' } } }],
    }),
  ],
  'names exchanged': [
    'chart-other-place',
    bars({
      transform: [
        men,
        {
          calculate:
            "datum.rowLabel === '청년' ? '노년' : datum.rowLabel === '노년' ? '청년' : datum.rowLabel",
          as: 'name',
        },
      ],
      encoding: { x: { ...x, field: 'name' }, y },
    }),
  ],
  'names of a legend exchanged': [
    'chart-other-place',
    of('ages', {
      mark: 'bar',
      encoding: {
        x,
        xOffset: { field: 'columnName' },
        y,
        color: { ...colour, legend: { labelExpr: "datum.label === '남자' ? '여자' : '남자'" } },
      },
    }),
  ],
  'one in the other’s colour': [
    'chart-other-place',
    of('ages', {
      mark: 'bar',
      encoding: {
        x,
        xOffset: { field: 'columnName' },
        y,
        color: { ...colour, condition: { test: "datum.row === 'r0'", value: 'theme:light' } },
      },
    }),
  ],
  'bars from below': ['chart-scale', bars({ mark: bar, encoding: { x, y, y2: { datum: -200 } } })],
  'labels exchanged': [
    'chart-other-place',
    bars({
      encoding: {
        x: {
          ...x,
          axis: {
            labelExpr: "datum.value === '청년' ? '노년' : datum.value === '노년' ? '청년' : datum.value",
          },
        },
        y,
      },
    }),
  ],
  'colours exchanged': [
    'chart-other-place',
    of('ages', {
      transform: [{ calculate: "datum.columnName === '남자' ? '여자' : '남자'", as: 'sex' }],
      mark: 'bar',
      encoding: { x, xOffset: { field: 'columnName' }, y, color: { ...colour, field: 'sex' } },
    }),
  ],
};

describe('a chart that shows other values', () => {
  it.each(Object.entries(WRONG))('is told of: %s', async (_, [rule, spec]) => {
    const diagnostics = await provenChart(spec, tables);
    expect(diagnostics.map((one) => `${one.rule} ${one.message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${rule} `)),
    );
  });
});
