// A text -> its numbers with the words before and behind them, by which two texts can be seen to say the same.
import Fraction from 'fraction.js';

export interface WordedNumber {
  readonly text: string;
  readonly exact: Fraction;
  readonly from: number;
  readonly to: number;
  /** The word right before it, or none. */
  readonly before: string;
  /** The words behind it up to a mark or a digit, without blanks: 개사업단. */
  readonly after: string;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/gu;
const SYLLABLE = /[가-힣]/u;
const WORDS_AFTER = /^[가-힣\s]+/u;

export function numbersIn(text: string): readonly WordedNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const characters = match[0].replace(/(?<!,),+$/u, '');
    const to = match.index + characters.length;
    return {
      text: characters,
      exact: new Fraction(characters.replaceAll(',', '')),
      from: match.index,
      to,
      before: wordBefore(text, /\s/u.test(text.charAt(match.index - 1)) ? match.index - 1 : match.index),
      after: (WORDS_AFTER.exec(text.slice(to))?.[0] ?? '').replace(/\s/gu, ''),
    };
  });
}

/** Shorter words are counters (개, 명, 회) that say nothing of what is counted. */
const SHORTEST_NOUN = 3;
const SHORTEST_WORD = 2;

/** Whether both number the same thing: 54개 사업단 and 55개 사업단, 버스 6대 and 버스 7대. */
export function numberTheSame(a: WordedNumber, b: WordedNumber): boolean {
  if (a.after === '' || b.after === '') return false;
  if (a.after === b.after && a.after.length >= SHORTEST_NOUN) return true;
  const sameCounter = a.after.startsWith(b.after) || b.after.startsWith(a.after);
  return sameCounter && a.before === b.before && a.before.length >= SHORTEST_WORD;
}

/** How much of the shorter text's pairs of letters the other has too, 0 to 1; blanks and marks do not count. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const fewest = Math.min(one.size, other.size);
  if (fewest === 0) return 0;
  return [...one].filter((pair) => other.has(pair)).length / fewest;
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[^\p{L}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** The Korean word that ends there, empty where none does: read backwards, since a long text has many numbers. */
export function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && SYLLABLE.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}
