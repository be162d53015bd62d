// What heads, rows and the unit line of a table say -> the unit of each of its numbers.
import type { Unit, Units } from '../../figure/unit.ts';
import { type AdoptWords, isWord, wordAt } from '../../plan/adopt-words.ts';
import { type DerivedWords, derivedKind } from '../../plan/check-words.ts';
import { typedUnits, unitOfLabel } from '../../plan/typed-units.ts';
import { plain } from '../inline-text.ts';

export interface UnitWords {
  readonly words: AdoptWords;
  readonly derived: readonly DerivedWords[];
  readonly units: Units;
}

/** What labels from the inside out say of a line's numbers. */
interface LineUnit {
  /** A rate, or the change of what else stands there. */
  readonly rate: Unit | undefined;
  readonly change: 'rate' | 'amount' | undefined;
  readonly count: Unit | undefined;
}

const UNSAID: LineUnit = { rate: undefined, change: undefined, count: undefined };

/** The unit of a number where its own text says none; `sure` unless it had to be guessed. */
interface FoundUnit {
  readonly unit: Unit;
  readonly sure: boolean;
}

export class TableUnits {
  readonly #with: UnitWords;
  readonly #line: readonly Unit[];
  readonly #caption: string;

  constructor(unitLine: string, caption: string, given: UnitWords) {
    this.#with = given;
    const [, said = unitLine] = /단위\s*[:：]?\s*([^)）\]]+)/.exec(plain(unitLine)) ?? [];
    this.#line = typedUnits(said, given.units).filter((one): one is Unit => typeof one !== 'string');
    this.#caption = plain(caption);
  }

  /** By the number's decimals, and what is said of its column and its row. */
  of(decimals: number, over: LineUnit = UNSAID, beside: LineUnit = UNSAID): FoundUnit {
    const percent = this.#named('%');
    const rate = over.rate ?? beside.rate;
    const change = over.change ?? beside.change;
    const count = over.count ?? beside.count;
    if (change !== undefined && percent !== undefined) {
      const other = over.change === undefined ? over : beside;
      if ((other.rate ?? (over.change === undefined ? undefined : over.rate)) !== undefined)
        return this.#sure(this.#named('%p') ?? percent);
      if (change === 'rate' || (decimals > 0 && this.#line.some(({ kind }) => kind === 'rate')))
        return this.#sure(percent);
    }
    if (rate !== undefined) return this.#sure(rate);
    if (count !== undefined) return this.#sure(count);
    const counts = this.#line.filter(({ kind }) => kind !== 'rate');
    const [only, second] = counts;
    if (only !== undefined && second === undefined) return this.#sure(only);
    if (only === undefined && this.#line[0] !== undefined) return this.#sure(this.#line[0]);
    const said = this.#counted(this.#caption);
    if (said !== undefined && counts.length === 0) return { unit: said, sure: true };
    const unit = counts.find(({ kind }) => kind !== 'money') ?? only ?? this.#named('개');
    if (unit === undefined) throw new Error('no unit 개');
    return { unit, sure: false };
  }

  #sure(unit: Unit): FoundUnit {
    return { unit, sure: true };
  }

  #named(word: string): Unit | undefined {
    return this.#with.units.named(word);
  }

  /** What the labels of a line say, given from the outermost in. */
  line(labels: readonly string[]): LineUnit {
    const { units, words, derived } = this.#with;
    let found = UNSAID;
    for (const label of labels.toReversed()) {
      const text = plain(label).replaceAll('\n', ' ');
      const bare = text.replaceAll(/\([^()]*\)|\s/g, '');
      const within = [...text.matchAll(/\(([^()]+)\)/g)].map(([whole]) => unitOfLabel(whole, units));
      const bracket =
        unitOfLabel(text, units) ??
        within.find((unit) => this.#line.some(({ label }) => label === unit?.label));
      const own = bracket ?? this.#line.find((unit) => unit.label === text.replaceAll(/\s/g, ''));
      const isRate = own?.kind === 'rate';
      const kind = derivedKind(bare, derived);
      const isChange =
        kind === 'growth' ||
        isWord(words, 'rate-changes', text) ||
        wordAt(words, 'rate-changes', 'end', text) !== undefined;
      const isPart = kind === 'share' || wordAt(words, 'rates', 'end', bare) !== undefined;
      if (found.change === undefined && found.rate === undefined && isChange)
        found = { ...found, change: /[률율]\)?$/.test(text) || kind === 'growth' ? 'rate' : 'amount' };
      else if (found.rate === undefined && isRate) found = { ...found, rate: own };
      else if (found.rate === undefined && isPart && own === undefined)
        found = { ...found, rate: this.#named('%') };
      if (found.count === undefined)
        found = { ...found, count: isRate ? undefined : (own ?? this.#counted(bare) ?? this.#counted(text)) };
    }
    return found;
  }

  /** The unit in which the last thing that the words name is counted, on the scale of the unit line where that has it. */
  #counted(text: string): Unit | undefined {
    const { words, units } = this.#with;
    let best: { readonly unit: Unit; readonly end: number } | undefined;
    const consider = (word: string, unit: Unit | undefined) => {
      const at = text.lastIndexOf(word);
      const end = at + word.length;
      if (at >= 0 && unit !== undefined && (best === undefined || end > best.end)) best = { unit, end };
    };
    // 재배농가 is counted in 농가, where that is one of the units.
    for (const unit of this.#line)
      if (unit.label.length > 1 && unit.kind === 'pieces') consider(unit.label, unit);
    for (const [label, counted] of words.units) {
      const unit = units.named(label);
      for (const word of counted) consider(word, unit);
    }
    if (best === undefined) return undefined;
    const { unit } = best;
    return this.#line.find(({ dimension }) => dimension === unit.dimension) ?? unit;
  }
}
