// Short ways to write definitions and values in the tests.
import { type Address, addressOf } from '../../src/figure/address.ts';
import type { FigureBook, FigureDefinition, Quantity, Value } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import type { Relation } from '../../src/figure/relation.ts';
import { unitNamed } from './unit-named.ts';

export const at = (id: string): Address => addressOf('figures', id);

export function quantity(source: string): Quantity {
  const parsed = parseQuantity(source);
  if (parsed === undefined) throw new Error(`not a number: ${source}`);
  return parsed;
}

/** A value as data spell it: a number, `-` or `missing`. */
export function value(source: string): Value {
  if (source === '-') return { kind: 'nil' };
  if (source === 'missing') return { kind: 'missing' };
  return quantity(source);
}

let line = 0;

export function define(
  id: string,
  options: Partial<Omit<FigureDefinition, 'given' | 'unit'>> & { given?: string; unit?: string } = {},
): FigureDefinition {
  const { given, unit = '명', ...rest } = options;
  line += 1;
  return {
    address: at(id),
    unit: unitNamed(unit),
    digits: 0,
    equals: [],
    inferred: false,
    place: { file: 'figures.yaml', line, column: 1 },
    ...(given === undefined ? {} : { given: value(given) }),
    ...rest,
  };
}

export const sum = (...ids: string[]): Relation => ({ kind: 'sum', operands: ids.map(at) });
export const difference = (minuend: string, subtrahend: string): Relation => ({
  kind: 'difference',
  minuend: at(minuend),
  subtrahend: at(subtrahend),
});
export const growth = (current: string, previous: string): Relation => ({
  kind: 'growth',
  current: at(current),
  previous: at(previous),
});
export const share = (part: string, whole: string): Relation => ({
  kind: 'share',
  part: at(part),
  whole: at(whole),
});
export const ratio = (numerator: string, denominator: string): Relation => ({
  kind: 'ratio',
  numerator: at(numerator),
  denominator: at(denominator),
});
export const same = (id: string): Relation => ({ kind: 'same', as: at(id) });

/** The effective value of a figure: a fraction's text, `nil`, `missing`, or `absent` where there is no such figure. */
export function effective(book: FigureBook | undefined, id: string): string {
  const figure = book?.get(at(id));
  if (figure === undefined) return 'absent';
  return figure.effective.kind === 'quantity' ? figure.effective.exact.toFraction() : figure.effective.kind;
}
