// A claim and its figures -> the figure that does not bear it out, and how.
import Fraction from 'fraction.js';
import { korean } from '../../diagnostic/particle.ts';
import { plainText } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure, FigureBook } from '../../figure/figure.ts';
import { showValue } from '../../figure/show.ts';
import type { Cells } from '../figures/cells.ts';
import type { PrintedAt } from '../figures/headings.ts';
import type { CheckInput } from '../rule.ts';
import { seriesBehind, type YearValue } from './series.ts';
import { siblingsOf } from './siblings.ts';
import { type ClaimMeaning, claimMeaning } from './words.ts';

interface Claim {
  readonly word: string;
  /** What the line says before it. */
  readonly before: string;
  readonly figures: readonly Address[];
  readonly except: readonly Address[];
}

export type Verdict =
  | { readonly kind: 'unknown-word' }
  | { readonly kind: 'refuted'; readonly figure: Address; readonly fact: string; readonly formula: string };

/** In the same sentence: the claim is about every year. */
const STEADY = /지속적으로|지속하여|꾸준히|계속|매년/u;
const LAST_YEARS = /최근\s*(\d+)\s*년간/u;
const TURNING = /((?:19|20)\d{2})\s*년(?:을)?\s*기점으로\s*$/u;

export class Claims {
  readonly #book: FigureBook;
  readonly #cells: Cells;
  readonly #printed: PrintedAt;

  constructor({ book, cells, printed }: CheckInput) {
    this.#printed = printed;
    this.#book = book;
    this.#cells = cells;
  }

  /** Undefined where the figures bear it out, or nothing can be told. */
  judge(claim: Claim): Verdict | undefined {
    const meaning = claimMeaning(claim.word);
    if (meaning === undefined) return { kind: 'unknown-word' };
    for (const address of claim.figures) {
      const figure = this.#book.get(address);
      if (figure?.effective.kind !== 'quantity' || figure.origin === 'inferred') continue;
      const verdict = this.#refuted(figure, figure.effective.exact, meaning, claim);
      if (verdict !== undefined) return { kind: 'refuted', figure: address, ...verdict };
    }
    return undefined;
  }

  #refuted(figure: Figure, value: Fraction, meaning: ClaimMeaning, claim: Claim) {
    if (meaning.superlative) return this.#outranked(figure, value, meaning, claim);
    if (isChange(figure) || this.#isHeadedChange(figure))
      return wrongSign(figure, value, meaning) ?? this.#unsteady(figure, meaning, claim.before);
    if (meaning.kind === 'change') return this.#unsteady(figure, meaning, claim.before);
    return this.#belowMean(figure, value, meaning, claim);
  }

  /** Whether a header of its row or column calls it a change: 전년대비 증감율. */
  #isHeadedChange({ definition: { address } }: Figure): boolean {
    const cell = this.#cells.get(address);
    return [...(cell?.row ?? []), ...(cell?.column ?? [])].some(({ label }) => {
      const text = this.#printed(label.place);
      return text !== undefined && /증감|증가율|감소율/u.test(plainText(text.inlines));
    });
  }

  #outranked(figure: Figure, value: Fraction, meaning: ClaimMeaning, claim: Claim) {
    const better = this.#others(figure, claim).find(({ exact }) => beats(exact, value, meaning.direction));
    if (better === undefined) return undefined;
    return {
      fact: korean`${shown(figure, value)}보다 ${shown(better.figure, better.exact)}이(가) 더 ${meaning.direction === 'up' ? '큽니다' : '작습니다'}.`,
      formula:
        meaning.direction === 'up' ? '같은 행이나 열에서 가장 큰 값' : '같은 행이나 열에서 가장 작은 값',
    };
  }

  #belowMean(figure: Figure, value: Fraction, meaning: ClaimMeaning, claim: Claim) {
    const others = this.#others(figure, claim);
    if (others.length < 2) return undefined;
    const mean = others.reduce((sum, { exact }) => sum.add(exact), new Fraction(0)).div(others.length);
    if (!beats(mean, value, meaning.direction)) return undefined;
    return {
      fact: korean`${shown(figure, value)}은(는) 나머지의 평균 ${shown(figure, mean)}보다 ${meaning.direction === 'up' ? '작습니다' : '큽니다'}.`,
      formula: '같은 행이나 열에 있는 나머지 값의 평균',
    };
  }

  #unsteady(figure: Figure, meaning: ClaimMeaning, before: string) {
    const series = seriesBehind(figure.definition.address, this.#cells, this.#book);
    if (series.length < 2) return undefined;
    const turning = TURNING.exec(before);
    if (turning !== null) return wrongTurn(series, Number(turning[1]), meaning);
    const sentence = before.slice(before.lastIndexOf('.') + 1);
    if (!STEADY.test(sentence)) return undefined;
    const years = LAST_YEARS.exec(sentence);
    if (years !== null && Number(years[1]) !== series.length)
      return {
        fact: `‘최근 ${years[1]}년간’의 근거가 되는 값은 ${yearsText(series)}의 ${series.length}년치입니다.`,
        formula: '표에 있는 해의 수',
      };
    return brokenRun(series, meaning);
  }

  /** The values that the figure is ranked among, without those that the claim names or leaves out. */
  #others(figure: Figure, { figures, except }: Claim) {
    const { address } = figure.definition;
    return siblingsOf(address, this.#cells, this.#book).flatMap((other) => {
      if (other === address || figures.includes(other) || except.includes(other)) return [];
      const one = this.#book.get(other);
      return one?.effective.kind === 'quantity' ? [{ figure: one, exact: one.effective.exact }] : [];
    });
  }
}

/** Whether its sign tells of more and less. */
function isChange({ definition: { relation, unit } }: Figure): boolean {
  return (
    relation?.kind === 'growth' || relation?.kind === 'difference' || unit.dimension === 'percentage-points'
  );
}

function wrongSign(figure: Figure, value: Fraction, { direction, kind }: ClaimMeaning) {
  if (direction === 'up' ? value.compare(0) > 0 : value.compare(0) < 0) return undefined;
  const more = value.compare(0) > 0;
  const grows = kind === 'change' || figure.definition.relation?.kind === 'growth';
  const words = value.equals(0)
    ? '차이가 없습니다'
    : grows
      ? `${more ? '늘었습니다' : '줄었습니다'}`
      : `${more ? '더 큽니다' : '더 작습니다'}`;
  return {
    fact: `값이 ${shown(figure, value)}이므로 ${words}.`,
    formula: direction === 'up' ? '값 > 0' : '값 < 0',
  };
}

function brokenRun(series: readonly YearValue[], { direction }: ClaimMeaning) {
  const at = series.findIndex((one, index) => {
    const last = series[index - 1];
    return last !== undefined && !beats(one.value, last.value, direction);
  });
  const [last, one] = [series[at - 1], series[at]];
  if (last === undefined || one === undefined) return undefined;
  return {
    fact: korean`${last.year}년 ${decimal(last.value)}에서 ${one.year}년 ${decimal(one.value)}(으)로 바뀌어 한결같지 않습니다.`,
    formula: '해마다 앞선 해와 견줌',
  };
}

/** After the turning point every value goes the claimed way, and the point itself is the top (or the bottom). */
function wrongTurn(series: readonly YearValue[], year: number, { direction }: ClaimMeaning) {
  const opposite = direction === 'down' ? 'up' : 'down';
  const peak = series.reduce((best, one) => (beats(one.value, best.value, opposite) ? one : best));
  if (peak.year !== year)
    return {
      fact: `${direction === 'down' ? '가장 높은' : '가장 낮은'} 해는 ${year}년이 아니라 ${peak.year}년(${decimal(peak.value)})입니다.`,
      formula: '해마다의 값 가운데 가장 높거나 낮은 해',
    };
  return brokenRun(
    series.filter((one) => one.year >= year),
    { kind: 'change', direction, superlative: false },
  );
}

function beats(one: Fraction, other: Fraction, direction: 'up' | 'down'): boolean {
  return direction === 'up' ? one.compare(other) > 0 : one.compare(other) < 0;
}

function shown({ definition, effective }: Figure, exact: Fraction): string {
  const digits = effective.kind === 'quantity' ? effective.digits : definition.digits;
  return showValue({ kind: 'quantity', exact, digits }, digits) + definition.unit.label;
}

function decimal(exact: Fraction): string {
  return showValue({ kind: 'quantity', exact, digits: 1 }, 1);
}

function yearsText(series: readonly YearValue[]): string {
  return `${series[0]?.year}~${series.at(-1)?.year}년`;
}
