// Text -> the stretches of it that are not read as Korean letters: words of other languages, and signs with the words that they stand for.

interface SpokenRun {
  /** From which code point to which (exclusive). */
  readonly start: number;
  readonly end: number;
  /** BCP 47; undefined for a sign. */
  readonly language?: string;
  /** What a sign stands for (ISO 32000-1, 14.9.5). */
  readonly expansion?: string;
}

/** What a text must have for a closer look: most texts of a Korean document have none of it. */
const SOME = /\p{Ll}{3}|[\u0370-\u052f\u3041-\u30ff△※□㎡㎢]|%p/u;

/** By language its letters, and what tells a word from a sign or from an abbreviation (MOU, IT), which is read in Korean. */
const LANGUAGES: readonly (readonly [language: string, letters: RegExp, word: RegExp])[] = [
  ['en', /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\p{M}]+/gu, /\p{Ll}{3}/u],
  ['ru', /[\p{Script=Cyrillic}\p{M}]+/gu, /\p{L}{3}/u],
  ['el', /[\p{Script=Greek}\p{M}]+/gu, /\p{L}{3}/u],
  [
    'ja',
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+/gu,
    /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u,
  ],
];
/** What words of one run may stand apart by. */
const BETWEEN = /^[ '’&-]+$/u;
const HANGUL = /^\p{Script=Hangul}/u;
const PARTICLE =
  /^(?:에서|에게|으로|로서|까지|부터|은|는|이|가|을|를|의|에|와|과|로|도|만)(?!\p{Script=Hangul})/u;

/** A screen reader names the sign, or says nothing. */
const SIGNS: readonly (readonly [sign: RegExp, words: string])[] = [
  [/△(?=\d)/gu, '마이너스'],
  [/※/gu, '참고'],
  [/□/gu, '네모'],
  [/㎡/gu, '제곱미터'],
  [/㎢/gu, '제곱킬로미터'],
  [/%p(?![A-Za-z])/gu, '퍼센트포인트'],
];

/** In the order of the text. */
export function spokenRuns(text: string): readonly SpokenRun[] {
  if (!SOME.test(text)) return [];
  const places = (from: number, to: number) => {
    const start = [...text.slice(0, from)].length;
    return { start, end: start + [...text.slice(from, to)].length };
  };
  const runs = [
    ...SIGNS.flatMap(([sign, expansion]) =>
      [...text.matchAll(sign)].map(({ 0: found, index }) => ({
        ...places(index, index + found.length),
        expansion,
      })),
    ),
    ...LANGUAGES.flatMap(([language, letters, word]) =>
      wordsSideBySide(text, letters).flatMap(([from, to]) =>
        word.test(text.slice(from, to)) ? [{ ...places(from, to), language }] : [],
      ),
    ),
  ];
  return runs.sort((one, other) => one.start - other.start);
}

/** The text as it is to be heard: each sign that has an expansion by its words. */
export function spokenText(text: string): string {
  const characters = [...text];
  for (const { start, end, expansion } of spokenRuns(text).toReversed())
    if (expansion !== undefined)
      characters.splice(start, end - start, /\d/.test(characters[end] ?? '') ? `${expansion} ` : expansion);
  return characters.join('');
}

/** Whole words, not those grown together with Korean (Green서구), but for a particle behind them. */
function wordsSideBySide(text: string, letters: RegExp): readonly (readonly [from: number, to: number])[] {
  const runs: [from: number, to: number][] = [];
  for (const { 0: word, index: from } of text.matchAll(letters)) {
    const to = from + word.length;
    const behind = text.slice(to);
    const isGrown =
      HANGUL.test(text.slice(0, from).slice(-1)) || (HANGUL.test(behind) && !PARTICLE.test(behind));
    if (isGrown) continue;
    const last = runs.at(-1);
    if (last !== undefined && BETWEEN.test(text.slice(last[1], from))) last[1] = to;
    else runs.push([from, to]);
  }
  return runs;
}
