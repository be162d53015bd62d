// Chart specifications as people write them, which show their figures.
import type { Spec } from '../draw/chart-data.ts';
import { bar, bars, colour, line, men, of, point, rate, text, three, x, y } from './chart-parts.ts';

export const SOUND: Readonly<Record<string, Spec>> = {
  bars: bars(),
  'bars without an axis': bars({
    encoding: { x, y: { ...y, axis: null } },
    mark: undefined,
    layer: [{ mark: bar }, { mark: text, encoding: { text: { field: 'text' } } }],
  }),
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
    // Without an order of its own each layer stacks as its data come.
    encoding: { x, y: { ...y, stack: 'normalize' }, order: { field: 'column' } },
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
      { transform: [men], mark: bar, encoding: { y: { ...y, axis: { title: '고용률(%)' } } } },
      {
        transform: [{ filter: "datum.column === 'c1'" }],
        mark: line,
        encoding: { y: { ...y, scale: { zero: false }, axis: { title: '실업률(%)' } } },
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
      { title: '남자', transform: [men], mark: bar, encoding: { y: x, x: { ...y, sort: 'descending' } } },
      {
        title: '여자',
        transform: [{ filter: "datum.column === 'c1'" }],
        mark: bar,
        encoding: { y: x, x: y },
      },
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
    title: '남자(노년 제외)',
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
  ticks: of('ages', {
    transform: [men],
    mark: { type: 'tick', color: 'theme:main' },
    encoding: { x: y, y: x },
  }),
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
    title: '다를 뺀 건수',
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
  'a line each, named at its end': of('years', {
    encoding: { x, y, detail: { field: 'columnName' } },
    layer: [
      { mark: line },
      {
        transform: [{ filter: "datum.row === 'r3'" }],
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: { text: { field: 'columnName' } },
      },
    ],
  }),
  'titles of years, ages and units': bars({
    title: {
      text: '2023년 3월 15~64세 취업자(10만 명당)',
      subtitle: '2022. 12. 31. 기준, 5인 이상 사업체, 제8기',
    },
    encoding: { x, y: { ...y, axis: { title: '1인 가구(단위: 1,000명)' } } },
  }),
  'names with their values': bars({
    transform: [men, { calculate: "datum.rowLabel + ' ' + datum.text", as: 'name' }],
    encoding: { x: { ...x, field: 'name' }, y },
  }),
  'dotted and dashed lines': of('years', {
    encoding: { x, y },
    layer: [
      {
        transform: [rate],
        mark: { ...line, strokeDash: [1, 3] },
        encoding: { strokeDash: { datum: '고용률' } },
      },
      {
        transform: [{ filter: "datum.column === 'c1'" }],
        mark: { ...line, strokeDash: [6, 4] },
        encoding: { strokeDash: { datum: '실업률' } },
      },
    ],
  }),
  'the first and the last value alone': of('years', {
    transform: [rate],
    encoding: { x, y: { ...y, axis: null, scale: { zero: false } } },
    layer: [
      { mark: line },
      {
        transform: [{ filter: 'datum.period === 2019 || datum.period === 2022' }],
        mark: text,
        encoding: { text: { field: 'text' } },
      },
    ],
  }),
  'the last value by its place': of('years', {
    transform: [rate],
    encoding: { x, y },
    layer: [
      { mark: line },
      {
        transform: [
          { window: [{ op: 'row_number', as: 'place' }], sort: [{ field: 'period', order: 'descending' }] },
          { filter: 'datum.place === 1' },
        ],
        mark: text,
        encoding: { text: { field: 'text' } },
      },
    ],
  }),
  'falls by their sign': of('years', {
    transform: [
      { filter: "datum.column === 'c1'" },
      { calculate: "replace(datum.text, regexp('^[△-]'), '▼')", as: 'said' },
    ],
    encoding: { x, y },
    layer: [{ mark: bar }, { mark: text, encoding: { text: { field: 'said' } } }],
  }),
};
