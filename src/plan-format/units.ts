// The `unit:` and `digits:` of the data -> units and decimals of figures.
import { isUnitLabel, UNITS, type Unit } from '../figure/unit.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { like, scalar } from './shape.ts';

/** A unit that may stand where nothing needs one. */
export const UNIT = like(scalar, { examples: Object.keys(UNITS) });

/** A unit that is read wherever it stands. */
export const KNOWN_UNIT = like(scalar, { enum: Object.keys(UNITS) });

/** The units of money. */
export const MONEY = Object.values(UNITS).flatMap(({ label, dimension }) =>
  dimension === 'money' ? [label] : [],
);

/** Stands in for a unit that is missing or unknown, once that is reported. */
export const UNKNOWN_UNIT: Unit = UNITS.개;

/** Those that plans use most: all of them would be a page. */
const USUAL = '명, 천명, 건, 개, 개소, 원, 천원, 백만원, 억원, %, %p, 시간, 배';

/** The unit that the scalar names, or `UNKNOWN_UNIT` with a fault. */
export function readUnit(scalar: Scalar, faults: Faults): Unit {
  const { text, place } = scalar;
  if (isUnitLabel(text)) return UNITS[text];
  faults.add({
    rule: 'unknown-unit',
    place,
    message: text === '' ? '단위가 비어 있습니다.' : `모르는 단위입니다: ${text}`,
    expected: didYouMean(text, Object.keys(UNITS), USUAL),
  });
  return UNKNOWN_UNIT;
}

/** Decimals of a computed value where the data says nothing: rates one, times two, counts and money none. */
export function defaultDigits(unit: Unit): number {
  switch (unit.dimension) {
    case 'percent':
    case 'percentage-points':
      return 1;
    case 'times':
      return 2;
    default:
      return 0;
  }
}
