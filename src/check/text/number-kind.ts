// A number in prose -> what it is that is no figure: an age, a period, a law's, an ordinal, a year, a code; or that it is a quantity.
import { isUnitLabel } from '../../figure/unit.ts';
import type { CheckWords } from '../../plan/check-words.ts';
import { groupsIn } from './groups.ts';

/** Whether the number at that place of the text counts nothing of the plan. */
export type IsKnown = (text: string, from: number, to: number) => boolean;

/** Letters of a counter and of what stands between it and a word of a bound. */
const UNIT = '[^\\s\\d,.()~]{0,5}';
const RANGE = /^\s*(?:[^\s\d,.()]{0,3}\s*)?[~∼〜–·:-]\s*\d[\d,.]*/u;
/** Of a code, a telephone, a time, a ratio, a version, a date: what stands right beside the digits. */
const BESIDE_BEFORE = /(?:\d[-–:.]|[A-Za-z][-.]?\s?|\d[~∼]\s?|[#@/☎=×÷]\s?)$/u;
const BESIDE_AFTER = /^(?:\s?:\s?\d|-\d|[A-Z@_]|[~∼〜–-]\s*(?:$|[\s)]))/u;
const YEAR = /^(?:19|20)\d{2}$/u;
const VERSION = /^\d\.0$/u;
/** The whole, and one time as much. */
const WHOLE = /^(?:100\s?%|1\s?배)/u;
/** What has neither a mark nor a counter is the name of something: 9988, 50플러스. */
const PLAIN = /^\d{1,4}$/u;

export function numberKinds(words: CheckWords): IsKnown {
  const form = (list: readonly string[]) =>
    [...list]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s*'))
      .join('|');
  const end = `(?=$|[^가-힣]${words.particles.length > 0 ? `|[${words.particles.join('')}]` : ''})`;
  const kinds = words.numbers.map(({ before, after }) => ({
    before: before.length === 0 ? undefined : new RegExp(`(?<![가-힣])(?:${form(before)})\\s*$`, 'u'),
    after: after.length === 0 ? undefined : new RegExp(`^\\s*(?:${form(after)})${end}`, 'u'),
  }));
  const bound =
    words.bounds.length === 0 ? undefined : new RegExp(`^\\s*${UNIT}\\s*(?:${form(words.bounds)})`, 'u');
  const counted =
    words.counters.length === 0 ? undefined : new RegExp(`^\\s*(?:${form(words.counters)})`, 'u');

  return (text, from, to) => {
    const digits = text.slice(from, to);
    const before = text.slice(Math.max(0, from - 12), from);
    let behind = text.slice(to, to + 40);
    for (let range = RANGE.exec(behind); range !== null; range = RANGE.exec(behind))
      behind = behind.slice(range[0].length);
    if (BESIDE_BEFORE.test(before) || BESIDE_AFTER.test(text.slice(to, to + 4))) return true;
    if (YEAR.test(digits) || VERSION.test(digits)) return true;
    if (groupsIn(text).some(({ start, end: stop }) => start <= from && to <= stop)) return true;
    if ((/^\d+$/u.test(digits) || !/^\s?%/u.test(behind)) && bound?.test(behind)) return true;
    if (WHOLE.test(text.slice(from, to + 2))) return true;
    if (kinds.some((kind) => (kind.before ?? kind.after) !== undefined && fits(kind, before, behind)))
      return true;
    return PLAIN.test(digits) && !isCounted(behind) && counted?.test(behind) !== true;
  };
}

function fits(
  { before, after }: { readonly before: RegExp | undefined; readonly after: RegExp | undefined },
  ahead: string,
  behind: string,
): boolean {
  return (before?.test(ahead) ?? true) && (after?.test(behind) ?? true);
}

/** Whether a unit of figures stands behind it. */
function isCounted(behind: string): boolean {
  const word = /^\s?[만억조천백십]?\s?(?:여\s?)?([^\s\d,.()~]{1,4})/u.exec(behind)?.[1] ?? '';
  return [...word].some((_, index) => isUnitLabel(word.slice(0, index + 1)));
}
