// The characters of a number in print -> its value and digits: 33,633, △10991, 0.05, 50여.
import Fraction from 'fraction.js';

interface ShownNumber {
  readonly exact: Fraction;
  /** Decimals, 0 or more. */
  readonly digits: number;
  /** Whether its thousands are parted by commas in the right places, or it has none. */
  readonly grouped: boolean;
}

const SHOWN = /^\s*(?:([△▲\-−])\s*)?([\d,]*\d)(?:\.(\d+))?\s*(?:(?:여|내외)\s*)?$/u;
const GROUPED = /^\d{1,3}(?:,\d{3})*$/;

/** Undefined for anything that is not one number. */
export function parseShown(text: string): ShownNumber | undefined {
  const match = SHOWN.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  const scaled = new Fraction(BigInt(whole.replaceAll(',', '') + decimals), 10n ** BigInt(decimals.length));
  return {
    exact: sign === '' ? scaled : scaled.neg(),
    digits: decimals.length,
    grouped: GROUPED.test(whole),
  };
}
