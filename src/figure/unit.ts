// What a figure counts, and on which scale.

/** What is counted. Figures of different dimensions are never added. */
export type Dimension =
  | 'people'
  | 'cases'
  | 'establishments'
  | 'money'
  | 'percent'
  | 'percentage-points'
  | 'times'
  | 'hours';

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
  천명: { label: '천명', dimension: 'people', exponent: 3 },
  건: { label: '건', dimension: 'cases', exponent: 0 },
  개: { label: '개', dimension: 'establishments', exponent: 0 },
  개소: { label: '개소', dimension: 'establishments', exponent: 0 },
  원: { label: '원', dimension: 'money', exponent: 0 },
  천원: { label: '천원', dimension: 'money', exponent: 3 },
  백만원: { label: '백만원', dimension: 'money', exponent: 6 },
  억원: { label: '억원', dimension: 'money', exponent: 8 },
  '%': { label: '%', dimension: 'percent', exponent: 0 },
  '%p': { label: '%p', dimension: 'percentage-points', exponent: 0 },
  시간: { label: '시간', dimension: 'hours', exponent: 0 },
  배: { label: '배', dimension: 'times', exponent: 0 },
} as const satisfies Record<string, Unit>;

export type UnitLabel = keyof typeof UNITS;

export function isUnitLabel(text: string): text is UnitLabel {
  return Object.hasOwn(UNITS, text);
}
