// A number in prose -> what it is that is no figure: an age, a period, a law's, an ordinal, a year, a code; or that it is a quantity.
import type { Units } from '../../figure/unit.ts';
import type { CheckWords } from '../../plan/check-words.ts';
import { groupsIn } from './groups.ts';
import { beginsWithUnit } from './units.ts';
import { wordEnd } from './words.ts';

/** Behind a number the word that may be a unit of figures. */
const COUNTED = /^\s?[만억조천백십]?\s?(?:여\s?)?([^\s\d,.()~]{1,4})/u;
/** Letters of a counter between a number and a word of a bound: 300인 미만. */
const LONGEST_COUNTER = 5;
const COUNTER = /[^\s\d,.()~]/u;
const RANGE = /^\s?(?:[^\s\d,.()~]{1,3}\s?)?[~∼〜–·:-]\s?\d[\d,.]*/u;
/** Of a code, a telephone, a time, a ratio, a version, a date: what stands right beside the digits. */
const BESIDE_BEFORE = /(?:\d[-–:.]|[A-Za-z][-.]?\s?|\d[~∼]\s?|[#@/☎=×÷]\s?)$/u;
const BESIDE_AFTER = /^(?:\s?:\s?\d|-\d|[A-Z@_]|[~∼〜–-]\s?(?:$|[\s)]))/u;
const YEAR = /^(?:19|20)\d{2}$/u;
const VERSION = /^\d\.0$/u;
/** The whole, and one time as much. */
const WHOLE = /^(?:100\s?%|1\s?배)/u;
/** What has neither a mark nor a counter is the name of something: 9988, 50플러스. */
const PLAIN = /^\d{1,4}$/u;
const HANGUL = /[가-힣]/u;

/** How far a text is looked at before and behind a number. */
const [AHEAD, BEHIND] = [12, 40];

/** Whether the number at a place of the text counts nothing of the plan. */
export function numberKinds(
  words: CheckWords,
  units: Units,
): (text: string, from: number, to: number) => boolean {
  const ends = (text: string, at: number) =>
    !HANGUL.test(text.charAt(at)) || words.particles.includes(text.charAt(at));
  const follows = (behind: string, list: readonly string[]) =>
    list.some((word) => {
      const end = wordEnd(behind, word);
      return end !== undefined && ends(behind, end);
    });
  const leads = (before: string, list: readonly string[]) => {
    const ahead = before.trimEnd();
    return list.some(
      (word) => ahead.endsWith(word) && !HANGUL.test(ahead.charAt(ahead.length - word.length - 1)),
    );
  };
  const isKind = (before: string, behind: string) =>
    words.numbers.some(
      (kind) =>
        kind.before.length + kind.after.length > 0 &&
        (kind.before.length === 0 || leads(before, kind.before)) &&
        (kind.after.length === 0 || follows(behind, kind.after)),
    );
  const isBound = (behind: string) =>
    words.bounds.some((word) => {
      for (let at = 0; at <= LONGEST_COUNTER; at++) {
        if (wordEnd(behind.slice(at), word) !== undefined) return true;
        if (at > 0 && !COUNTER.test(behind.charAt(at)) && behind.charAt(at) !== ' ') return false;
      }
      return false;
    });

  return (text, from, to) => {
    const digits = text.slice(from, to);
    const before = text.slice(Math.max(0, from - AHEAD), from);
    let behind = text.slice(to, to + BEHIND);
    for (let range = RANGE.exec(behind); range !== null; range = RANGE.exec(behind))
      behind = behind.slice(range[0].length);
    if (BESIDE_BEFORE.test(before) || BESIDE_AFTER.test(text.slice(to, to + 4))) return true;
    if (YEAR.test(digits) || VERSION.test(digits) || WHOLE.test(text.slice(from, to + 2))) return true;
    if (isInGroup(text, from, to)) return true;
    if ((/^\d+$/u.test(digits) || !/^\s?%/u.test(behind)) && isBound(behind)) return true;
    if (isKind(before, behind)) return true;
    return (
      PLAIN.test(digits) &&
      !beginsWithUnit(COUNTED.exec(behind)?.[1] ?? '', units) &&
      !words.counters.some((word) => wordEnd(behind, word) !== undefined)
    );
  };
}

function isInGroup(text: string, from: number, to: number): boolean {
  const left = Math.max(0, from - BEHIND);
  const groups = groupsIn(text.slice(left, to + BEHIND));
  return groups.some(({ start, end }) => left + start <= from && to <= left + end);
}
