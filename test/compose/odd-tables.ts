// Tables of every odd kind, as YAML: what charts of a kind have to stand.
import { diceOf } from '../fuzz/dice.ts';

interface Axis {
  readonly id: string | number;
  readonly label?: string;
  readonly more?: string;
}

const dice = diceOf(7);
const between = (low: number, high: number): string => String(low + dice.below(high - low));

function table(
  id: string,
  rows: readonly Axis[],
  columns: readonly Axis[],
  value: (row: number, column: number) => string,
  { unit = '명', unitLine = true } = {},
): readonly [string, string] {
  const entries = (axis: readonly Axis[]): string[] =>
    axis.map(
      ({ id: own, label, more }) =>
        `  - { id: ${own}, ${label === undefined ? `period: ${own}` : `label: '${label}'`}${more === undefined ? '' : `, ${more}`} }`,
    );
  const lines = [
    `id: ${id}`,
    `caption: ${id}`,
    'corner: 구 분',
    `unit: '${unit}'`,
    ...(unitLine ? [`unit-line: '(단위 : ${unit})'`] : []),
    'columns:',
    ...entries(columns),
    'rows:',
    ...entries(rows),
    'cells:',
    ...rows.map(({ id: own }, y) => `  ${own}: [${columns.map((_, x) => value(y, x)).join(', ')}]`),
  ];
  return [`statistics/${id}.yaml`, `${lines.join('\n')}\n`];
}

const years = (first: number, last: number): Axis[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ id: first + index }));
const FIVE = years(2018, 2022);
const SEXES: readonly Axis[] = [
  { id: 'male', label: '남자' },
  { id: 'female', label: '여자' },
];
const RATE: Axis = { id: 'rate', label: '증감률', more: "unit: '%', digits: 1" };
const AGES = ['15~19세', '20~29세', '30~39세', '40~49세', '50~59세', '60~64세', '65세 이상'];
const LONG = [
  '스무글자가되는아주긴산업분류의이름하나',
  '정보통신업과 전문 과학 및 기술 서비스업',
  '공공행정 국방 및 사회보장 행정업무',
  '보건업 및 사회복지 서비스업의 이름',
];
const GAPS = [
  ['100', '200'],
  ['missing', "'-'"],
  ['140', '260'],
  ['150', '250'],
  ["'-'", 'missing'],
];
const people = (_: number, column: number): string =>
  column === 2 ? (dice.below(90) / 10 - 3).toFixed(1) : between(1000, 3000);

/** By id. */
export const ODD: ReadonlyMap<string, string> = new Map(
  [
    table('years', FIVE, [...SEXES, RATE], people),
    table(
      'ages',
      [
        ...AGES.map((label, index) => ({ id: `a${index}`, label })),
        { id: 'all', label: '계', more: 'emphasis: total' },
      ],
      [...SEXES, { id: 'sum', label: '계', more: 'emphasis: total' }],
      (row, column) => String((row === 7 ? 7 : 1) * (column === 2 ? 3000 : 1500)),
    ),
    table(
      'districts',
      ['중구', '동구', '미추홀구', '연수구', '서구'].map((label) => ({
        id: `g-${[...label].map((one) => one.codePointAt(0)).join('-')}`,
        label,
        ...(label === '서구' && { more: 'emphasis: own' }),
      })),
      [
        { id: 'firms', label: '사업체수' },
        { id: 'workers', label: '종사자수', more: 'unit: 명' },
      ],
      () => between(5000, 90_000),
      { unit: '개' },
    ),
    table('no-unit-line', FIVE, SEXES, () => between(100, 900), { unitLine: false }),
    table('one-row', [{ id: 2022 }], SEXES, (_, column) => ['123', '456'][column] ?? ''),
    table(
      'thirty',
      Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, label: `업종 ${index} 이름` })),
      SEXES,
      () => between(0, 900),
    ),
    table('negative', FIVE, SEXES, (row, column) => String((row - 2) * 40 + column * 17 - 9)),
    table('zeros', FIVE, SEXES, () => '0'),
    table('huge', FIVE, SEXES, (row) => `${row + 1}23456789012`, { unit: '원' }),
    table(
      'long',
      LONG.map((label, index) => ({ id: `l${index}`, label })),
      SEXES,
      () => between(100, 99_999),
    ),
    ...[1, 3, 5, 9].map((count) =>
      table(
        `series-${count}`,
        FIVE,
        Array.from({ length: count }, (_, index) => ({
          id: `k${index}`,
          label: `계열 ${'가나다라마바사아자'[index]}`,
        })),
        () => between(100, 2000),
      ),
    ),
    table('gaps', FIVE, SEXES, (row, column) => GAPS[row]?.[column] ?? ''),
    table('many-years', years(1990, 2022), [...SEXES, RATE], people),
    table(
      'across',
      ['전국', '인천', '서구'].map((label, index) => ({
        id: `p${index}`,
        label,
        ...(index === 2 && { more: 'emphasis: own' }),
      })),
      FIVE,
      () => (58 + dice.below(80) / 10).toFixed(1),
      { unit: '%' },
    ),
    table(
      'forty',
      Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, label: `업종 ${index} 이름` })),
      SEXES,
      () => between(0, 900),
    ),
  ].map(([file, text]) => [file.slice('statistics/'.length, -'.yaml'.length), text]),
);
