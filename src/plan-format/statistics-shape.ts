// statistics/<table>.yaml -> the parts of a table, as typed.
import * as v from 'valibot';
import { YEAR_RANGE } from '../plan/year-range.ts';
import { YEAR_KINDS } from '../plan/years.ts';
import { ASSERTION } from './assertions.ts';
import type { AxisShape } from './axis.ts';
import { CELL_ENTRY } from './cell-entry.ts';
import { REFERENCE, RELATION } from './relation-text.ts';
import {
  choice,
  decimals,
  entriesOf,
  flag,
  id,
  label,
  later,
  like,
  list,
  mapping,
  may,
  must,
  named,
  scalar,
  text,
  whole,
  width,
} from './shape.ts';
import { UNIT } from './units.ts';

/** Of a column whose data gives none, beside the others. */
export const COLUMN_WIDTH = 10;

const ENTRY = {
  id: must(id, '행이나 열의 id', '주소에 쓰는 이름. 한 표에서 서로 다릅니다.', { example: 'count' }),
  label: may(label, '이름', "찍히는 이름. 비워 두려면 ''. period가 있으면 연도로 만듭니다.", {
    example: '방문자 수',
  }),
  period: may(
    whole(1000, 9999, '네 자리 연도 (예: 2022)'),
    '연도',
    '이 행이나 열의 연도. previous가 앞 연도를 가리킵니다.',
    {
      example: 2022,
    },
  ),
  years: may(
    choice(...YEAR_KINDS),
    '연도의 갈래',
    'rolling 계획 연도와 함께 옮기는 해, term 임기(plan.yaml의 term)의 해, fixed 옮기지 않는 해. 적지 않으면 바깥 묶음, 표의 것입니다.',
    { example: 'fixed' },
  ),
  emphasis: may(choice('total', 'own', 'none'), '강조', 'total 합계, own 우리 지역, none 없음', {
    otherwise: 'none',
  }),
  unit: may(UNIT, '단위', '이 행이나 열의 단위. 적지 않으면 바깥 묶음, 표의 단위입니다.', { example: '명' }),
  digits: may(decimals, '소수 자릿수', '셈한 값을 소수 몇 자리까지 찍을지', { example: 1 }),
};

const CELLS_OF_ROW = later(list(CELL_ENTRY));

const ROW: v.GenericSchema<unknown, AxisShape> = mapping({
  ...ENTRY,
  cells: may(CELLS_OF_ROW, '칸', '열마다 하나씩, 왼쪽부터. 표의 cells에 적는 대신 행에 적습니다.', {
    example: [1340, 'computed'],
  }),
  rows: may(list(v.lazy(() => ROW)), '묶인 행', '묶음 아래의 행. 칸의 이름은 id를 -로 이은 것입니다.'),
});

/** What any column may say. */
export const COLUMN_FORM = {
  ...ENTRY,
  width: may(width, '너비', '다른 열과 견준 너비', { otherwise: COLUMN_WIDTH }),
  align: may(
    choice('left', 'center', 'right'),
    '맞춤',
    '칸을 left 왼쪽, center 가운데, right 오른쪽에 맞춤. 적지 않으면 수는 오른쪽, 글은 가운데(긴 글은 왼쪽)입니다.',
  ),
  'with-unit': may(flag, '단위를 붙여 찍기', 'true이면 칸에 단위를 붙여 찍습니다.', { otherwise: false }),
};

const COLUMN: v.GenericSchema<unknown, AxisShape> = mapping({
  ...COLUMN_FORM,
  kind: may(choice('text', 'figure'), '든 것', 'figure 수치, text 글', { otherwise: 'figure' }),
  merge: may(flag, '세로로 합치기', 'true이면 같은 글이 이어지는 칸을 합칩니다.', { otherwise: false }),
  columns: may(list(v.lazy(() => COLUMN)), '묶인 열', '묶음 아래의 열. 칸의 이름은 id를 -로 이은 것입니다.'),
});

const CELLS_FORM = "'행/열' (아무 행이나 열은 *)";
/** Which cells a relation is about. */
const CELLS = like(scalar, { pattern: '^[^/]*/[^/]*$', errorMessage: CELLS_FORM });

/** What every table says of itself. */
export const TITLES = {
  id: must(id, '표의 id', '파일 이름과 같습니다.', { example: 'visitors' }),
  caption: may(named, '표의 제목', '표 위에 찍습니다.', { example: '연도별 방문자 수' }),
  'unit-line': may(text, '단위 줄', '표의 오른쪽 위에 찍는 글', { example: '(단위 : 명, %)' }),
  density: may(choice('normal', 'dense'), '촘촘함', 'dense이면 작은 글씨로 촘촘히 찍습니다.', {
    otherwise: 'normal',
  }),
  labels: may(flag, '행 이름', 'false이면 행 이름을 찍지 않습니다.', { otherwise: true }),
  'label-widths': may(list(width), '행 이름의 너비', '행 이름의 열마다 다른 열과 견준 너비', {
    example: [16],
  }),
};

export const RELATIONS = may(
  entriesOf(
    must(
      RELATION,
      '산식',
      'sum, difference, growth, share, ratio, product, max, min, average, weighted, same 가운데 하나',
    ),
    CELLS,
  ),
  '산식',
  "'행/열'마다 그 칸이 따르는 산식. *은 아무 행이나 열, .은 같은 행이나 열, previous는 앞 연도입니다.",
  { example: { '*/growth': 'growth(./count, previous/count)' } },
);

export const EQUALS = may(
  entriesOf(must(list(REFERENCE), '같은 수치', '값이 같아야 하는 수치의 주소'), CELLS),
  '같아야 하는 수치',
  "'행/열'마다 다른 곳에 적힌 같은 수치",
  { example: { '2022/count': ['tables/other/2022/count'] } },
);

export const ASSERTS = may(
  entriesOf(must(ASSERTION, '지켜야 할 것', 'sum, order, is 가운데 하나나 여럿'), CELLS),
  '지켜야 할 것',
  "'행/열'마다 그 칸들이 지켜야 할 것. 어긋나면 broken-assertion으로 알립니다.",
  { example: { '*/share': { sum: 100, except: ['total'] } } },
);

/** What `longForm` makes a list of may be written short. */
function orYears<Output>(axis: v.GenericSchema<unknown, Output>): v.GenericSchema<unknown, Output> {
  return like(axis, { type: ['array', 'string'], pattern: YEAR_RANGE });
}

/** The cells and relations are left as nodes: their forms depend on the axes. */
export const STATISTICS_FILE = mapping({
  ...TITLES,
  corner: must(label, '왼쪽 위 칸', "행 이름 위의 칸에 찍는 글. 비워 두려면 ''", { example: '구 분' }),
  years: may(
    choice(...YEAR_KINDS),
    '연도의 갈래',
    '행과 열의 해가 rolling 계획 연도와 함께 옮기는 해, term 임기의 해, fixed 옮기지 않는 해 가운데 무엇인지',
    { otherwise: 'rolling' },
  ),
  'period-labels': may(choice('long', 'short'), '연도를 적는 꼴', 'long 2022년, short ’22년', {
    otherwise: 'long',
  }),
  unit: may(UNIT, '단위', '행과 열에 단위가 없는 칸의 단위', { example: '명' }),
  columns: must(
    orYears(list(COLUMN)),
    '열',
    '왼쪽부터 적습니다. 해마다 한 열이면 years 처음 .. 끝: 계획 연도에서 센 햇수나 네 자리 연도',
    { example: [{ id: 'count', label: '방문자 수' }] },
  ),
  rows: must(
    orYears(list(ROW)),
    '행',
    '위부터 적습니다. 해마다 한 행이면 years 처음 .. 끝: 계획 연도에서 센 햇수나 네 자리 연도',
    { example: [{ id: 2022, period: 2022 }] },
  ),
  cells: may(
    entriesOf(must(CELLS_OF_ROW, '행의 칸', '열마다 하나씩, 왼쪽부터. 빈 칸은 ~')),
    '칸',
    '행마다 그 id와 칸의 목록(행에 cells를 적었으면 빼고). 쉼표 없이 적고, 소수는 적은 자리까지가 정밀도입니다.',
    { example: { 2022: [1340, 'computed'] } },
  ),
  relations: RELATIONS,
  asserts: ASSERTS,
  equals: EQUALS,
});

export type StatisticsShape = v.InferOutput<typeof STATISTICS_FILE>;
