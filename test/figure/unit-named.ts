// A unit's label -> the unit; and some of every dimension.
import { KNOWN_UNITS, MONEY, type Unit } from '../../src/figure/unit.ts';

export function unitNamed(label: string): Unit {
  const unit = KNOWN_UNITS.named(label);
  if (unit === undefined) throw new Error(`no unit ${label}`);
  return unit;
}

/** Each unit without a word of scale, and those that plans use with one. */
export const SOME_UNITS: readonly Unit[] = [
  ...KNOWN_UNITS.words.map(unitNamed),
  ...MONEY.slice(1),
  ...['백명', '천명', '만명', '백만명', '천건', '천개', '천개소', '천톤', '만㎡', '천마리'].map(unitNamed),
];
