// The text of a cell -> the number that it says, as data write it, with the unit that it says itself.
import { grouped } from '../../figure/show.ts';
import type { Unit, Units } from '../../figure/unit.ts';
import { type AdoptWords, isWord } from '../../plan/adopt-words.ts';
import { isBold, plain } from '../inline-text.ts';
import { periodOf } from '../year-text.ts';

export type CellValue =
  | { readonly kind: 'empty' }
  /** A dash: there is none. */
  | { readonly kind: 'nil' }
  | {
      readonly kind: 'number';
      /** As data write it: `-4.4`. */
      readonly value: string;
      /** As it stands there, without its unit, where a plan would print it otherwise: `10991`. */
      readonly as: string | undefined;
      readonly unit: Unit | undefined;
      readonly bold: boolean;
    }
  | { readonly kind: 'text'; readonly text: string };

const NUMBER = /^([△▲▽-]?)(\d[\d,]*(?:\.\d+)?)(\D{0,8})$/u;
const SIGNED = '△';

export function cellValue(text: string, words: AdoptWords, units: Units): CellValue {
  const said = plain(text).replaceAll(/\s/g, '');
  if (said === '') return { kind: 'empty' };
  if (isWord(words, 'numbers', said)) return { kind: 'nil' };
  if (said.endsWith('년') && periodOf(said) !== undefined) return { kind: 'text', text };
  const [, sign = '', digits = '', suffix = ''] = NUMBER.exec(said) ?? [];
  const unit = suffix === '' ? undefined : units.named(suffix);
  const value = numberIn(digits);
  if (value === undefined || (suffix !== '' && unit === undefined) || /\[\^/.test(text))
    return { kind: 'text', text };
  const printed = `${sign === '' ? '' : SIGNED}${withCommas(value)}`;
  const typed = `${sign === '' ? '' : SIGNED}${digits}`;
  const number = sign === '' || /^[0.]*$/.test(value) ? value : `-${value}`;
  return {
    kind: 'number',
    value: number,
    as: typed === printed ? undefined : typed,
    unit,
    bold: isBold(text),
  };
}

/** Without commas; undefined for commas that stand elsewhere than behind thousands, and for leading zeros. */
function numberIn(digits: string): string | undefined {
  if (digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return undefined;
  const bare = digits.replaceAll(',', '');
  return /^(?:0|[1-9]\d*)(?:\.\d{1,9})?$/.test(bare) ? bare : undefined;
}

/** `1234.5` as it is printed. */
function withCommas(value: string): string {
  const [whole = '', ...decimals] = value.split('.');
  return [grouped(whole), ...decimals].join('.');
}

/** How many decimals the number has. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}
