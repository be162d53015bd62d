// Chart specifications that show other values than their figures', each with the rule that tells it.
import type { Spec } from '../draw/chart-data.ts';
import {
  bar,
  bars,
  calculated,
  colour,
  line,
  men,
  of,
  point,
  rate,
  text,
  three,
  x,
  y,
} from './chart-parts.ts';

/** What is wrong with a specification: the rule that tells it. */
export const WRONG: Readonly<Record<string, readonly [string, Spec]>> = {
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
  'a line of hardly any dashes': ['chart-hidden', bars({ mark: { ...line, strokeDash: [0, 100] } })],
  'a line of dots far apart': ['chart-hidden', bars({ mark: { ...line, strokeDash: [0.2, 12] } })],
  'dashes that miss what lies between': ['chart-hidden', bars({ mark: { ...line, strokeDash: [60, 60] } })],
  'bars of no width': ['chart-hidden', bars({ mark: { ...bar, width: { band: 0.005 } } })],
  'points too small to see': ['chart-hidden', bars({ mark: { ...point, size: 0.3 } })],
  'bars beside the plot': ['chart-other-place', bars({ mark: { ...bar, xOffset: 300 } })],
  'values far from their bars': [
    'chart-other-place',
    bars({
      mark: undefined,
      layer: [{ mark: bar }, { mark: { ...text, dy: -60 }, encoding: { text: { field: 'text' } } }],
    }),
  ],
  'values at another’s bar': [
    'chart-other-place',
    of('money', {
      width: 60,
      encoding: { x, y },
      layer: [{ mark: bar }, { mark: { ...text, dx: 20 }, encoding: { text: { field: 'text' } } }],
    }),
  ],
  'bars without values': ['chart-no-values', bars({ encoding: { x, y: { ...y, axis: null } } })],
  'an axis without labels': [
    'chart-unreadable',
    bars({ mark: line, encoding: { x, y: { ...y, axis: { labels: false } } } }),
  ],
  'labels not to be seen': [
    'chart-unreadable',
    bars({ mark: point, encoding: { x, y: { ...y, axis: { labelOpacity: 0 } } } }),
  ],
  'labels hardly to be seen': [
    'chart-hidden',
    bars({ encoding: { x, y: { ...y, axis: { labelOpacity: 0.2 } } } }),
  ],
  'labels too small': ['chart-small', bars({ encoding: { x: { ...x, axis: { labelFontSize: 1 } }, y } })],
  'values too small': [
    'chart-small',
    bars({
      mark: undefined,
      layer: [{ mark: bar }, { mark: { ...text, fontSize: 3 }, encoding: { text: { field: 'text' } } }],
    }),
  ],
  'names left away': ['chart-unnamed', bars({ encoding: { x: { ...x, axis: { labels: false } }, y } })],
  'names of some left away': [
    'chart-unnamed',
    bars({ encoding: { x: { ...x, axis: { labelExpr: "datum.value === '노년' ? '' : datum.label" } }, y } }),
  ],
  'times without labels': [
    'chart-unnamed',
    of('years', {
      transform: [rate, { calculate: 'datetime(datum.period, 0, 1)', as: 'when' }],
      mark: line,
      encoding: { x: { field: 'when', type: 'temporal', axis: { labels: false } }, y },
    }),
  ],
  'a legend left away': [
    'chart-unnamed',
    of('ages', {
      mark: 'bar',
      encoding: { x, xOffset: { field: 'columnName' }, y, color: { ...colour, legend: null } },
    }),
  ],
  'bars and a line without names': [
    'chart-unnamed',
    of('ages', {
      encoding: { x, y },
      layer: [
        { transform: [men], mark: bar },
        { transform: [{ filter: "datum.column === 'c1'" }], mark: { ...line, color: 'theme:accent' } },
      ],
    }),
  ],
  'two of one colour': [
    'chart-look-alike',
    of('ages', {
      mark: 'bar',
      encoding: {
        x,
        xOffset: { field: 'columnName' },
        y,
        color: { ...colour, scale: { range: ['theme:main', 'theme:main'] } },
      },
    }),
  ],
  'two of nearly one colour': [
    'chart-look-alike',
    of('years', {
      mark: 'line',
      encoding: { x, y, color: { ...colour, scale: { range: ['#074171', '#094373'] } } },
    }),
  ],
  'bars without a colour each': [
    'chart-look-alike',
    of('ages', { mark: bar, encoding: { x, xOffset: { field: 'columnName' }, y } }),
  ],
  'sectors of one colour': [
    'chart-look-alike',
    of('money', {
      mark: { type: 'arc', stroke: 'theme:white' },
      encoding: { theta: y, detail: { field: 'rowName' } },
    }),
  ],
  'a line each': [
    'chart-look-alike',
    of('years', { mark: line, encoding: { x, y, detail: { field: 'columnName' } } }),
  ],
  'ticks of two': [
    'chart-alike',
    of('ages', { mark: { type: 'tick', color: 'theme:main' }, encoding: { x: y, y: x } }),
  ],
  'two axes without titles': [
    'chart-two-scales',
    of('years', {
      encoding: { x: { field: 'period', type: 'ordinal' } },
      layer: [
        { transform: [rate], mark: bar, encoding: { y } },
        {
          transform: [{ filter: "datum.column === 'c1'" }],
          mark: { ...line, color: 'theme:accent' },
          encoding: { y: { ...y, scale: { zero: false } } },
        },
      ],
      resolve: { scale: { y: 'independent' } },
    }),
  ],
  'a line that goes back and forth': [
    'chart-order',
    of('years', { transform: [rate], mark: line, encoding: { x, y, order: { field: 'value' } } }),
  ],
  'a line of years by value': [
    'chart-order',
    of('years', { transform: [rate], mark: line, encoding: { x: { ...x, sort: '-y' }, y } }),
  ],
  'years from right to left': [
    'chart-order',
    of('years', { transform: [rate], mark: line, encoding: { x: { ...x, sort: 'descending' }, y } }),
  ],
  'an area by value': [
    'chart-order',
    of('years', {
      transform: [rate],
      mark: { type: 'area', color: 'theme:light' },
      encoding: { x: { ...x, sort: 'y' }, y },
    }),
  ],
  'a line by value': ['chart-order-of-rows', bars({ mark: line, encoding: { x: { ...x, sort: 'y' }, y } })],
  'but the first of the table': [
    'chart-dropped',
    bars({
      transform: [men, { window: [{ op: 'row_number', as: 'place' }] }, { filter: 'datum.place < 3' }],
    }),
  ],
  'what a lookup finds first': [
    'chart-dropped',
    of('money', {
      transform: [
        { lookup: 'row', from: { data: { name: 'ages' }, key: 'row', fields: ['value'] }, as: ['found'] },
      ],
      mark: bar,
      encoding: { x, y: { ...y, field: 'found' } },
    }),
  ],
  'a number in the title': ['chart-typed-value', bars({ title: '일자리 9,999명' })],
  'a figure typed in the title': ['chart-typed-value', bars({ title: '중장년 480명' })],
  'a number in the title of an axis': [
    'chart-typed-value',
    bars({ encoding: { x, y: { ...y, axis: { title: '목표 500명' } } } }),
  ],
  'a number in the title of a legend': [
    'chart-typed-value',
    of('ages', {
      mark: 'bar',
      encoding: { x, xOffset: { field: 'columnName' }, y, color: { ...colour, title: '모두 1,340명' } },
    }),
  ],
  'a number in a label': [
    'chart-typed-value',
    bars({
      encoding: {
        x: { ...x, axis: { labelExpr: "datum.label === '청년' ? '청년(250명)' : datum.label" } },
        y,
      },
    }),
  ],
  'another number in a name': [
    'chart-other-text',
    bars({
      transform: [men, { calculate: "datum.rowLabel + ' ' + (datum.value * 3)", as: 'name' }],
      encoding: { x: { ...x, field: 'name' }, y },
    }),
  ],
  'a legend of paler colours': [
    'chart-other-place',
    of('ages', {
      mark: 'bar',
      encoding: {
        x,
        xOffset: { field: 'columnName' },
        y,
        color: { ...colour, legend: { symbolOpacity: 0.1 } },
      },
    }),
  ],
  'a legend without symbols': [
    'chart-unnamed',
    of('ages', {
      mark: 'bar',
      encoding: {
        x,
        xOffset: { field: 'columnName' },
        y,
        color: { ...colour, legend: { symbolOpacity: 0 } },
      },
    }),
  ],
  'labels beside their bars': [
    'chart-other-place',
    bars({ encoding: { x: { ...x, axis: { labelOffset: 60 } }, y } }),
  ],
  'two labels alike': [
    'chart-alike',
    bars({ encoding: { x: { ...x, axis: { labelExpr: "datum.value === '청년' ? '가' : '나'" } }, y } }),
  ],
  'small charts without heads': [
    'chart-unnamed',
    of('ages', { mark: bar, width: 100, encoding: { x, y, column: { field: 'columnName', header: null } } }),
  ],
  'a disc of a point': [
    'chart-hidden',
    of('money', {
      mark: { type: 'arc', outerRadius: 2 },
      encoding: { theta: y, color: { field: 'rowName', scale: three } },
    }),
  ],
  'areas of squares of values': [
    'chart-scale',
    of('ages', {
      transform: [men],
      mark: point,
      encoding: { x, size: { ...y, legend: null, scale: { type: 'pow', exponent: 2 } } },
    }),
  ],
  'picked by their words': [
    'chart-dropped',
    bars({ transform: [men, { filter: "indexof(['120', '480'], datum.text) >= 0" }] }),
  ],
};
