// What a figure counts, and on which scale.

/** What is counted. Figures of different dimensions are never added. */
export type Dimension =
  | 'people'
  | 'cases'
  | 'establishments'
  | 'occasions'
  | 'households'
  | 'teams'
  | 'courses'
  | 'money'
  | 'percent'
  | 'percentage-points'
  | 'times'
  | 'hours';

/** How what is counted comes: in whole pieces, in parts too (hours), as money, or as a rate of two amounts. */
const KINDS: Readonly<Record<Dimension, 'pieces' | 'parts' | 'money' | 'rate'>> = {
  people: 'pieces',
  cases: 'pieces',
  establishments: 'pieces',
  occasions: 'pieces',
  households: 'pieces',
  teams: 'pieces',
  courses: 'pieces',
  hours: 'parts',
  money: 'money',
  percent: 'rate',
  'percentage-points': 'rate',
  times: 'rate',
};

export function dimensionKind(dimension: Dimension): (typeof KINDS)[Dimension] {
  return KINDS[dimension];
}

export interface Unit {
  /** As printed: 명, 천명, 건, 개, 원, 백만원, %, %p, 배. */
  readonly label: string;
  readonly dimension: Dimension;
  /** How many of the dimension's base unit one of these is, as a power of ten: 천명 is 3. */
  readonly exponent: number;
}

/** Every unit that data may name, by its printed label. */
export const UNITS = {
  명: { label: '명', dimension: 'people', exponent: 0 },
  백명: { label: '백명', dimension: 'people', exponent: 2 },
  천명: { label: '천명', dimension: 'people', exponent: 3 },
  만명: { label: '만명', dimension: 'people', exponent: 4 },
  십만명: { label: '십만명', dimension: 'people', exponent: 5 },
  백만명: { label: '백만명', dimension: 'people', exponent: 6 },
  건: { label: '건', dimension: 'cases', exponent: 0 },
  천건: { label: '천건', dimension: 'cases', exponent: 3 },
  만건: { label: '만건', dimension: 'cases', exponent: 4 },
  회: { label: '회', dimension: 'occasions', exponent: 0 },
  개: { label: '개', dimension: 'establishments', exponent: 0 },
  천개: { label: '천개', dimension: 'establishments', exponent: 3 },
  개소: { label: '개소', dimension: 'establishments', exponent: 0 },
  천개소: { label: '천개소', dimension: 'establishments', exponent: 3 },
  개사: { label: '개사', dimension: 'establishments', exponent: 0 },
  가구: { label: '가구', dimension: 'households', exponent: 0 },
  팀: { label: '팀', dimension: 'teams', exponent: 0 },
  과정: { label: '과정', dimension: 'courses', exponent: 0 },
  원: { label: '원', dimension: 'money', exponent: 0 },
  천원: { label: '천원', dimension: 'money', exponent: 3 },
  만원: { label: '만원', dimension: 'money', exponent: 4 },
  십만원: { label: '십만원', dimension: 'money', exponent: 5 },
  백만원: { label: '백만원', dimension: 'money', exponent: 6 },
  천만원: { label: '천만원', dimension: 'money', exponent: 7 },
  억원: { label: '억원', dimension: 'money', exponent: 8 },
  십억원: { label: '십억원', dimension: 'money', exponent: 9 },
  백억원: { label: '백억원', dimension: 'money', exponent: 10 },
  천억원: { label: '천억원', dimension: 'money', exponent: 11 },
  조원: { label: '조원', dimension: 'money', exponent: 12 },
  '%': { label: '%', dimension: 'percent', exponent: 0 },
  '%p': { label: '%p', dimension: 'percentage-points', exponent: 0 },
  시간: { label: '시간', dimension: 'hours', exponent: 0 },
  배: { label: '배', dimension: 'times', exponent: 0 },
} as const satisfies Record<string, Unit>;

export type UnitLabel = keyof typeof UNITS;

export function isUnitLabel(text: string): text is UnitLabel {
  return Object.hasOwn(UNITS, text);
}
