// Text -> the stretches of it that are read in another language than the document's.

interface ForeignRun {
  /** From which code point to which (exclusive). */
  readonly start: number;
  readonly end: number;
  /** BCP 47. */
  readonly language: string;
}

/** Latin words side by side; not those grown together with Korean (Green서구), but for a particle behind them. */
const LATIN =
  /(?<![\p{Script=Hangul}A-Za-z])[A-Za-z]+(?:[ '’&-]+[A-Za-z]+)*(?![A-Za-z])(?=$|[^\p{Script=Hangul}]|(?:은|는|이|가|을|를|의|에|와|과|로|도|만)(?!\p{Script=Hangul}))/gu;
/** What tells a word from an abbreviation (MOU, IT), which is read in Korean. */
const WORD = /[a-z]{3}/;

export function foreignRuns(text: string): ForeignRun[] {
  // Most texts of a Korean document have none, and the search costs more than a look.
  if (!WORD.test(text)) return [];
  return [...text.matchAll(LATIN)].flatMap(({ 0: run, index }) => {
    const start = [...text.slice(0, index)].length;
    return WORD.test(run) ? [{ start, end: start + [...run].length, language: 'en' }] : [];
  });
}
