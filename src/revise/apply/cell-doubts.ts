// A cell's format and a value that is read from it -> why it may not be what was meant, although it can be.
import Fraction from 'fraction.js';
import type { Value } from '../../figure/figure.ts';
import { showValue } from '../../figure/show.ts';
import type { Wanted } from '../../figure/typed-quantity.ts';
import { countsAs, scaleOfWord } from '../../figure/typed-units.ts';
import { KNOWN_UNITS, onesOf } from '../../figure/unit.ts';
import { isShare } from '../../plan/figure-kinds.ts';
import type { PlainCell } from '../../spreadsheet/spreadsheet.ts';

/** A fault unless the person gives a reason. */
export interface Doubt {
  readonly rule: 'scaled-format' | 'implausible-rate';
  readonly message: string;
  readonly expected: string;
}

/**
 * A format that shows the number on another scale than the column's (`#,##0,`, `0.0,,"백만"`), or with the word of another unit: the value
 * stands as stored, and whoever typed it saw another.
 */
export function formatDoubt(
  { value, shown }: PlainCell,
  { unit, column = unit, also = [], units = KNOWN_UNITS }: Wanted,
): Doubt | undefined {
  if (value?.kind !== 'number' || shown === undefined) return undefined;
  const { divided, words } = shown;
  const named = words === '' ? undefined : scaleOfWord(words, units);
  const other = named?.unit !== undefined && !countsAs(named.unit.dimension, unit, also);
  const scale =
    named?.unit?.scale ?? (named === undefined ? column.scale : onesOf(column).mul(named.ones ?? 1));
  if (!other && scale.div(10n ** BigInt(divided)).equals(column.scale)) return undefined;
  if (named === undefined && divided === 0) return undefined;
  const stored = new Fraction(value.text);
  const seen = stored.div(10 ** divided);
  const number = (exact: Fraction) => {
    const [, decimals = ''] = exact.toString(3).split('.');
    const digits = Math.min(decimals.replace(/\D/g, '').length, 3);
    return showValue({ kind: 'quantity', exact, digits }, digits);
  };
  return {
    rule: 'scaled-format',
    message: `셀 서식이 다른 단위로 보여 줍니다: 보이는 것은 ${number(seen)}${words}, 들어 있는 것은 ${number(stored)}${column.label}`,
    expected: `서식을 지우고 ${column.label} 단위로 적은 수. 들어 있는 값이 맞으면 사유 칸이나 --reason에 까닭을 적습니다.`,
  };
}

/** A rate of which nobody says whether it is a part of a whole. */
export function rateDoubt(value: Value, { unit }: Wanted): Doubt | undefined {
  if (unit.dimension !== 'percent' || value.kind !== 'quantity' || isShare(value.exact.mul(unit.scale)))
    return undefined;
  return {
    rule: 'implausible-rate',
    message: `비율이 0에서 100까지를 벗어납니다: ${showValue(value, value.digits)}${unit.label}`,
    expected: '0 이상 100 이하의 수. 맞으면 사유 칸이나 --reason에 까닭을 적습니다.',
  };
}
