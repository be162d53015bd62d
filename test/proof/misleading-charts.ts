// Chart specifications whose marks are their figures' and which mislead all the same, each with the rule that tells it.
import type { Spec } from '../draw/chart-data.ts';
import { bar, bars, colour, line, men, of, point, rate, text, three, x, y } from './chart-parts.ts';

type Part = Readonly<Record<string, unknown>>;

const women = { filter: "datum.column === 'c1'" };
const known = { filter: 'isValid(datum.value)' };
const wide = [-1000, 500];
const axis = (more: Part): Spec => bars({ encoding: { x, y: { ...y, axis: more } } });
const names = (more: Part): Spec => bars({ encoding: { x: { ...x, axis: more }, y } });
const rates = (more: Spec): Spec =>
  of('years', { transform: [rate], mark: line, encoding: { x, y }, ...more });
const grouped = (more: Part): Spec =>
  of('ages', {
    mark: 'bar',
    encoding: { x, xOffset: { field: 'columnName' }, y, color: { ...colour, ...more } },
  });
/** Bars with words at them. */
const said = (mark: Part, calculate = 'datum.text'): Spec =>
  bars({
    mark: undefined,
    layer: [
      { mark: bar },
      {
        transform: [{ calculate, as: 'said' }],
        mark: { ...text, ...mark },
        encoding: { text: { field: 'said' } },
      },
    ],
  });
const called = (calculate: string): Spec =>
  bars({ transform: [men, { calculate, as: 'called' }], encoding: { x: { ...x, field: 'called' }, y } });
const when = (calculate: string, more: Part = {}): Spec =>
  rates({
    transform: [rate, { calculate, as: 'when' }],
    encoding: { x: { field: 'when', type: 'temporal', axis: { format: '%Y', ...more } }, y },
  });
const disc = (mark: Part, more: Part = {}): Spec =>
  of('money', {
    mark: { type: 'arc', ...mark },
    encoding: { theta: y, color: { field: 'rowName', sort: null, scale: three } },
    ...more,
  });
const sectors = {
  encoding: {
    theta: y,
    color: {
      field: 'rowName',
      sort: null,
      scale: { range: ['theme:main', 'theme:light', 'theme:second', 'theme:accent'] },
    },
  },
};
const lying = { height: 60, encoding: { y: x, x: y } };
const side = (title: string, filter: Part, domain: readonly number[]): Part => ({
  title,
  transform: [filter],
  mark: bar,
  encoding: { x, y: { ...y, scale: { domain } } },
});

export const MISLEADING: Readonly<Record<string, readonly [string, Spec]>> = {
  'bars in the air': ['chart-scale', bars({ encoding: { x, y: { ...y, scale: { domain: wide } } } })],
  'bars a little in the air': [
    'chart-scale',
    bars({ encoding: { x, y: { ...y, scale: { domainMin: -100, domainMax: 500 } } } }),
  ],
  'lying bars in the air': [
    'chart-scale',
    bars({ encoding: { y: x, x: { ...y, scale: { domain: wide } } } }),
  ],
  'an area in the air': [
    'chart-scale',
    bars({
      mark: { type: 'area', color: 'theme:light' },
      encoding: { x, y: { ...y, scale: { domain: wide } } },
    }),
  ],
  'a line made flat': [
    'chart-flat',
    rates({ encoding: { x, y: { ...y, scale: { domain: [-1000, 1000] } } } }),
  ],
  'points of hardly other areas': [
    'chart-scale',
    bars({ mark: point, encoding: { x, size: { ...y, legend: null, scale: { range: [400, 500] } } } }),
  ],
  'people and won on one scale': [
    'chart-scale',
    of('ages', {
      encoding: { x, y },
      layer: [
        { transform: [men], mark: bar },
        { data: { name: 'money' }, mark: { ...line, color: 'theme:accent' } },
      ],
    }),
  ],
  'people and cases on one scale': [
    'chart-mixed',
    of('ages', {
      encoding: { x, y },
      layer: [
        { transform: [men], mark: bar },
        { data: { name: 'gaps' }, mark: { ...point, color: 'theme:accent' } },
      ],
    }),
  ],
  'small charts of other scales': [
    'chart-uneven',
    of('ages', {
      mark: bar,
      width: 100,
      encoding: { x, y, column: { field: 'columnName' } },
      resolve: { scale: { y: 'independent' } },
    }),
  ],
  'two charts of other scales': [
    'chart-uneven',
    of('ages', { hconcat: [side('남자', men, [0, 2000]), side('여자', women, [0, 600])] }),
  ],
  'values of an axis rounded to one': [
    'chart-other-text',
    of('years', {
      transform: [women],
      mark: point,
      encoding: { x, y: { ...y, axis: { format: '.0f', tickCount: 12 } } },
    }),
  ],
  'rates added up': [
    'chart-whole',
    of('years', { mark: bar, encoding: { x, y: { ...y, aggregate: 'sum' } } }),
  ],
  'a disc of rates': ['chart-whole', of('years', { transform: [rate], mark: 'arc', ...sectors })],
  'a disc of less than nothing': [
    'chart-scale',
    of('years', { transform: [women], mark: 'arc', ...sectors }),
  ],
  'a total among its parts': [
    'chart-whole',
    { width: 300, height: 120, data: { name: 'totals' }, mark: 'arc', ...sectors },
  ],
  'a total on its parts': [
    'chart-whole',
    {
      width: 100,
      height: 120,
      data: { name: 'totals' },
      mark: 'bar',
      encoding: { y, color: sectors.encoding.color },
    },
  ],
  'a sector pulled out': ['chart-uneven', disc({ outerRadius: { expr: "datum.row === 'r1' ? 60 : 30" } })],
  'a disc without its largest part': [
    'chart-dropped',
    disc({}, { transform: [{ filter: "datum.row !== 'r0'" }] }),
  ],
  'shares without a part': [
    'chart-dropped',
    of('ages', {
      transform: [{ filter: "datum.row !== 'r1'" }],
      mark: 'bar',
      encoding: {
        y: { field: 'columnName' },
        x: { ...y, stack: 'normalize', axis: { format: '.0%' } },
        color: { field: 'rowName', sort: null, scale: three },
      },
    }),
  ],
  'one left out by its name': [
    'chart-dropped',
    bars({ transform: [men, { filter: "datum.rowLabel !== '중장년'" }] }),
  ],
  'one left out under a title of all': [
    'chart-dropped',
    bars({ title: '전체 연령별', transform: [men, { filter: "datum.row !== 'r2'" }] }),
  ],
  'a sum of some': [
    'chart-dropped',
    of('ages', {
      transform: [{ filter: "datum.row !== 'r1'" }],
      mark: bar,
      encoding: { x: { field: 'columnName' }, y: { ...y, aggregate: 'sum' } },
    }),
  ],
  'a year left out between others': [
    'chart-dropped',
    rates({ transform: [rate, { filter: "datum.row !== 'r1'" }] }),
  ],
  'a bar of a year left out': [
    'chart-dropped',
    rates({ transform: [rate, { filter: 'datum.period !== 2021' }], mark: bar }),
  ],
  'a line over what is missing': [
    'chart-over-gap',
    of('gaps', { transform: [known], mark: line, encoding: { x, y } }),
  ],
  'a line of what is invalid': [
    'chart-over-gap',
    of('gaps', { mark: { ...line, invalid: 'filter' }, encoding: { x, y } }),
  ],
  'an area over what is missing': [
    'chart-over-gap',
    of('gaps', { transform: [known], mark: { type: 'area', color: 'theme:light' }, encoding: { x, y } }),
  ],
  'what is missing said as 0': [
    'chart-other-text',
    of('gaps', {
      transform: [{ calculate: "isValid(datum.value) ? datum.text : '0'", as: 'said' }],
      encoding: { x, y },
      layer: [{ mark: bar }, { mark: text, encoding: { y: { value: 100 }, text: { field: 'said' } } }],
    }),
  ],
  'values over the bar beside': [
    'chart-other-place',
    of('ages', {
      encoding: { x, xOffset: { field: 'columnName' }, y },
      layer: [
        { mark: 'bar', encoding: { color: colour } },
        { mark: { ...text, dx: 38 }, encoding: { text: { field: 'text' } } },
      ],
    }),
  ],
  'values by their right end': [
    'chart-other-place',
    of('money', {
      width: 60,
      encoding: { x, y },
      layer: [{ mark: bar }, { mark: { ...text, align: 'right' }, encoding: { text: { field: 'text' } } }],
    }),
  ],
  'values in the part above': [
    'chart-other-place',
    of('ages', {
      encoding: { x, y },
      layer: [
        { mark: 'bar', encoding: { color: colour } },
        {
          mark: { ...text, dy: -6 },
          encoding: { y: { ...y, stack: 'zero' }, detail: { field: 'columnName' }, text: { field: 'text' } },
        },
      ],
    }),
  ],
  'values at another sector': [
    'chart-other-place',
    of('money', {
      encoding: { theta: { ...y, stack: true }, color: { field: 'rowName', sort: null, scale: three } },
      layer: [
        { mark: { type: 'arc', outerRadius: 40 } },
        { mark: { type: 'text', radius: 50, thetaOffset: 2.5 }, encoding: { text: { field: 'text' } } },
      ],
    }),
  ],
  'values at another lying bar': [
    'chart-other-place',
    of('money', {
      ...lying,
      layer: [
        { mark: bar },
        { mark: { type: 'text', align: 'left', yOffset: 20 }, encoding: { text: { field: 'text' } } },
      ],
    }),
  ],
  'values at another line': [
    'chart-other-place',
    of('years', {
      encoding: { x, y, color: colour },
      layer: [
        { mark: 'line' },
        { transform: [rate], mark: { ...text, dy: 39, yOffset: 70 }, encoding: { text: { field: 'text' } } },
      ],
    }),
  ],
  'values of those who are not drawn': [
    'chart-other-place',
    of('ages', {
      encoding: { x, y },
      layer: [
        { transform: [men], mark: bar },
        { transform: [women], mark: text, encoding: { text: { field: 'text' } } },
      ],
    }),
  ],
  'colours alone': [
    'chart-no-values',
    of('ages', {
      mark: 'rect',
      encoding: {
        x,
        y: { field: 'columnName' },
        color: {
          ...y,
          legend: null,
          scale: { type: 'quantize', range: ['theme:light', 'theme:second', 'theme:main'] },
        },
      },
    }),
  ],
  'words of per cent behind people': ['chart-other-text', said({}, "datum.text + '%'")],
  'words of won behind people': ['chart-other-text', said({}, "datum.text + '원'")],
  'words of cases behind people': ['chart-other-unit', said({}, "datum.text + '건'")],
  'an axis of per cent behind people': ['chart-other-text', axis({ labelExpr: "datum.label + '%'" })],
  'a title of an axis in another unit': ['chart-other-unit', axis({ title: '구직자(건)' })],
  'a title of an axis in won': ['chart-other-text', axis({ title: '예산(만원)' })],
  'a title in thousands': ['chart-other-text', bars({ title: '구직자(단위: 천명)' })],
  'a second title in millions': [
    'chart-other-text',
    bars({ title: { text: '구직자', subtitle: '(단위: 백만원)' } }),
  ],
  'a title of a legend in thousands': ['chart-other-text', grouped({ title: '단위: 천명' })],
  'a year typed at an axis': ['chart-other-title', axis({ title: '2035년 목표' })],
  'a year that the table has not': ['chart-other-title', rates({ title: '2030년까지의 고용률' })],
  'years from before the table': ['chart-other-title', rates({ title: '2010~2022년 고용률' })],
  'a short year': ['chart-other-title', rates({ title: '’30년 고용률' })],
  'a title of another column': ['chart-other-title', rates({ title: '실업률' })],
  'an axis of another column': [
    'chart-other-title',
    rates({ encoding: { x, y: { ...y, axis: { title: '실업률(%)' } } } }),
  ],
  'titles exchanged': [
    'chart-other-title',
    of('ages', { hconcat: [side('여자', men, [0, 600]), side('남자', women, [0, 600])] }),
  ],
  'heads exchanged': [
    'chart-other-title',
    of('ages', {
      mark: bar,
      width: 100,
      encoding: {
        x,
        y,
        column: {
          field: 'columnName',
          header: { labelExpr: "datum.value === '남자' ? '여자' : '남자'" },
        },
      },
    }),
  ],
  'a title with another’s figure': [
    'chart-other-text',
    bars({ title: { text: { expr: "'청년 ' + data('ages')[2].text + '명'" } } }),
  ],
  'years later than they are': [
    'chart-other-place',
    rates({
      transform: [rate, { calculate: 'toString(datum.period + 10)', as: 'later' }],
      mark: bar,
      encoding: { x: { ...x, field: 'later' }, y },
    }),
  ],
  'labels of years before': [
    'chart-other-place',
    rates({ encoding: { x: { ...x, axis: { labelExpr: 'toString(toNumber(datum.label) - 10)' } }, y } }),
  ],
  'times later than they are': ['chart-other-place', when('datetime(datum.period + 3, 0, 1)')],
  'labels of times that are others': [
    'chart-other-place',
    when('datetime(datum.period, 0, 1)', { labelExpr: 'toString(year(datum.value) + 5)' }),
  ],
  'names nearly exchanged': [
    'chart-other-place',
    called("datum.row === 'r0' ? '노년층' : datum.row === 'r2' ? '청년층' : datum.rowLabel"),
  ],
  'labels nearly exchanged': [
    'chart-other-place',
    names({
      labelExpr: "datum.value === '청년' ? '노년층' : datum.value === '노년' ? '청년층' : datum.label",
    }),
  ],
  'words of another name': ['chart-other-place', said({}, "datum.row === 'r0' ? '노년' : '청년'")],
  'a number in letters': ['chart-typed-value', bars({ title: '청년 백이십 명' })],
  'a number in Chinese': ['chart-typed-value', bars({ title: '구직자 五百명' })],
  'twice in letters': ['chart-typed-value', bars({ title: '중장년은 청년의 두 배' })],
  'twice in digits': ['chart-typed-value', bars({ title: '중장년은 청년의 2배' })],
  'a half': ['chart-typed-value', bars({ title: '노년은 청년의 절반' })],
  'letters at an axis': ['chart-typed-value', axis({ title: '목표 오백 명' })],
  'letters in a label': [
    'chart-typed-value',
    names({ labelExpr: "datum.label === '청년' ? '청년(이백오십 명)' : datum.label" }),
  ],
  'another number in letters': ['chart-other-text', said({}, "'오백이십 명'")],
  'a multiple in letters': ['chart-other-text', said({}, "datum.text + ' (두 배)'")],
  'a multiple of last year': ['chart-other-text', said({}, "datum.text + ' (작년의 2배)'")],
  'values upside down': ['chart-upside-down', said({ angle: 180 })],
  'names upside down': ['chart-upside-down', names({ labelAngle: 180 })],
  'numbers upside down': ['chart-upside-down', axis({ labelAngle: 170 })],
  'a title upside down': ['chart-upside-down', bars({ title: { text: '구직자', angle: 180 } })],
  'a title that names who is left out': [
    'chart-dropped',
    bars({ title: '청년, 중장년과 노년', transform: [men, { filter: "datum.row !== 'r2'" }] }),
  ],
  'two under the name of one': [
    'chart-other-place',
    of('ages', {
      transform: [{ calculate: "datum.row === 'r2' ? '중장년' : datum.rowLabel", as: 'called' }],
      mark: bar,
      encoding: { x: { field: 'called' }, y: { ...y, aggregate: 'sum' } },
    }),
  ],
  'a sector with more inside': [
    'chart-uneven',
    disc({ innerRadius: { expr: "datum.row === 'r0' ? 0 : 30" }, outerRadius: 50 }),
  ],
  'radii that begin elsewhere': [
    'chart-scale',
    disc(
      {},
      {
        encoding: {
          theta: { field: 'rowName', type: 'nominal' },
          radius: { ...y, scale: { zero: false, range: [20, 60] } },
          color: { field: 'rowName', sort: null, scale: three },
        },
      },
    ),
  ],
  'an axis of more than is drawn': [
    'chart-untraced',
    bars({ encoding: { x: { ...x, scale: { domain: ['청년', '중장년', '노년', '외국인'] } }, y } }),
  ],
  'a fall that is none': ['chart-other-text', said({}, "'▼' + datum.text")],
};
