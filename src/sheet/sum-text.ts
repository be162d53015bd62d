// Terms of a formula, and where each stands -> their sum, with ranges where they stand side by side; numbers and scales as formulas spell them.
import type Fraction from 'fraction.js';
import { type CellPlace, referenceTo } from './cell-places.ts';

/** Excel takes at most this many arguments. */
const MOST_ARGUMENTS = 255;

interface Term {
  readonly text: string;
  /** The cell, where the term is nothing but a reference to one. */
  readonly place: CellPlace | undefined;
}

/** The arguments of a function over all of the terms, in lists that Excel takes. */
export function argumentsOf(terms: readonly Term[], sheet: string): readonly string[] {
  const parts: { text: string; first?: CellPlace; last?: CellPlace }[] = [];
  for (const { text, place } of terms) {
    const before = parts.at(-1);
    if (place === undefined || text !== referenceTo(place, sheet)) {
      parts.push({ text });
    } else if (
      before?.first !== undefined &&
      before.last !== undefined &&
      extendsRange(before.first, before.last, place)
    ) {
      before.last = place;
      before.text = `${referenceTo(before.first, sheet)}:${referenceTo({ ...place, sheet }, sheet)}`;
    } else {
      parts.push({ text, first: place, last: place });
    }
  }
  const lists: string[] = [];
  for (let start = 0; start < parts.length; start += MOST_ARGUMENTS) {
    const chunk = parts.slice(start, start + MOST_ARGUMENTS).map(({ text }) => text);
    lists.push(chunk.join(','));
  }
  return lists;
}

/** SUM over lists of arguments. */
export function sumText(lists: readonly string[]): string {
  return lists.map((list) => `SUM(${list})`).join('+');
}

/** A sum of sums is divided as a whole. */
export function bracketed(sum: string): string {
  return sum.includes(')+SUM(') ? `(${sum})` : sum;
}

export function extremeText(kind: 'max' | 'min', lists: readonly string[]): string {
  const name = kind.toUpperCase();
  const all = lists.map((list) => `${name}(${list})`);
  return all.length === 1 ? all.join() : `${name}(${all.join(',')})`;
}

function extendsRange(first: CellPlace, last: CellPlace, next: CellPlace): boolean {
  if (last.sheet !== next.sheet) return false;
  const down = next.column === first.column && first.column === last.column && next.row === last.row + 1;
  const along = next.row === first.row && first.row === last.row && next.column === last.column + 1;
  return down || along;
}

export function fractionText({ s, n, d }: Fraction): string {
  if (d === 1n) return s < 0n ? `(-${n})` : String(n);
  return `(${s < 0n ? '-' : ''}${n}/${d})`;
}

/** The term, which binds as a product does, so many times. */
export function scaledTerm(term: string, { n, d }: Fraction): string {
  return `${term}${n === 1n ? '' : `*${n}`}${d === 1n ? '' : `/${d}`}`;
}
