// Lines one below another -> whether amounts are those of some that follow one another, asked for many places at once.
import Fraction from 'fraction.js';
import type { Part } from './column-meaning.ts';
import type { Amounts, Entry } from './entry.ts';

/** Amounts of the lines above each place, added up, so that any run is a difference of two. */
export class Runs {
  /** By part: at index i what the first i entries come to. */
  readonly #sums = new Map<Part, Fraction[]>();
  /** By part: the places at which a sum stands. */
  readonly #places = new Map<Part, Map<string, number[]>>();
  readonly #lines: number[] = [0];

  constructor(entries: readonly Entry[], counted: (entry: Entry) => boolean) {
    for (const { amounts } of entries)
      for (const part of amounts.keys()) this.#sums.set(part, [new Fraction(0)]);
    for (const entry of entries) {
      const counts = entry.kind === 'line' && counted(entry);
      this.#lines.push((this.#lines.at(-1) ?? 0) + (counts ? 1 : 0));
      for (const [part, sums] of this.#sums) {
        const sum = sums.at(-1) ?? new Fraction(0);
        const amount = counts ? entry.amounts.get(part) : undefined;
        sums.push(amount === undefined ? sum : sum.add(amount));
      }
    }
    for (const [part, sums] of this.#sums) {
      const places = new Map<string, number[]>();
      sums.forEach((sum, index) => {
        const key = sum.toFraction();
        const known = places.get(key);
        if (known === undefined) places.set(key, [index]);
        else known.push(index);
      });
      this.#places.set(part, places);
    }
  }

  /** Whether lines right above the place (an index of the entries), or right below it, come to the amounts. */
  isRunAt(place: number, amounts: Amounts): boolean {
    const [part] = amounts.keys();
    const amount = part === undefined ? undefined : amounts.get(part);
    if (part === undefined || amount === undefined) return false;
    const above = this.#starts(part, place, amount).some((from) => this.#is(from, place, amounts));
    return above || this.#ends(part, place + 1, amount).some((to) => this.#is(place + 1, to, amounts));
  }

  #starts(part: Part, to: number, amount: Fraction): readonly number[] {
    const sum = this.#sums.get(part)?.[to] ?? new Fraction(0);
    return (this.#places.get(part)?.get(sum.sub(amount).toFraction()) ?? []).filter((from) => from < to);
  }

  #ends(part: Part, from: number, amount: Fraction): readonly number[] {
    const sum = this.#sums.get(part)?.[from] ?? new Fraction(0);
    return (this.#places.get(part)?.get(sum.add(amount).toFraction()) ?? []).filter((to) => to > from);
  }

  #is(from: number, to: number, amounts: Amounts): boolean {
    if ((this.#lines[to] ?? 0) === (this.#lines[from] ?? 0)) return false;
    return [...amounts].every(([part, amount]) => {
      const sums = this.#sums.get(part);
      return (sums?.[to] ?? new Fraction(0)).sub(sums?.[from] ?? 0).equals(amount);
    });
  }
}
