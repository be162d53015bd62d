// Two numbers -> the slip of the pen that makes one of the other, if it is one that people make.
import Fraction from 'fraction.js';
import { decimalText } from '../../figure/quantity.ts';

export type Slip = 'swapped-digits' | 'thousandfold' | 'lost-digit' | 'wrong-sign';

export const SLIP_WORDS = {
  'swapped-digits': '이웃한 두 숫자가 뒤바뀐 것으로 보입니다',
  thousandfold: '단위를 천 배 잘못 적은 것으로 보입니다',
  'lost-digit': '숫자 하나가 빠지거나 더 들어간 것으로 보입니다',
  'wrong-sign': '부호(△)를 잘못 적은 것으로 보입니다',
} as const satisfies Record<Slip, string>;

const THOUSAND = new Fraction(1000);

/** `digits`: decimals that both are written with, 0 or more. */
export function slipBetween(typed: Fraction, meant: Fraction, digits: number): Slip | undefined {
  if (typed.equals(meant) || typed.equals(0) || meant.equals(0)) return undefined;
  if (typed.equals(meant.neg())) return 'wrong-sign';
  if (typed.equals(meant.mul(THOUSAND)) || meant.equals(typed.mul(THOUSAND))) return 'thousandfold';
  const [a, b] = [typed, meant].map((exact) => decimalText(exact, digits).replace('.', ''));
  if (a === undefined || b === undefined) return undefined;
  if (isSwapped(a, b)) return 'swapped-digits';
  if (lacksOne(a, b) || lacksOne(b, a)) return 'lost-digit';
  return undefined;
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Whether `short` is `long` without one of its characters; too short numbers say nothing. */
function lacksOne(short: string, long: string): boolean {
  if (short.length + 1 !== long.length || short.length < 3) return false;
  const at = [...long].findIndex((character, index) => character !== short[index]);
  return short.slice(at) === long.slice(at + 1);
}
