// Text -> the stretches of it that are read in another language than the document's.

export interface ForeignRun {
  /** From which code point to which (exclusive). */
  readonly start: number;
  readonly end: number;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Words in small letters are English, a particle behind them or not. Abbreviations (MOU, IT) and names grown together with
 * Korean (Green서구) are read in Korean.
 */
const ENGLISH =
  /(?<![\p{Script=Hangul}A-Za-z])[A-Za-z]*[a-z]{3}[A-Za-z]*(?:[ '’&-]+[A-Za-z]+)*(?![A-Za-z])(?=$|[^\p{Script=Hangul}]|(?:은|는|이|가|을|를|의|에|와|과|로|도|만)(?!\p{Script=Hangul}))/gu;

export function foreignRuns(text: string): ForeignRun[] {
  // Most texts of a Korean document have none, and the search costs more than a look.
  if (!/[a-z]{3}/.test(text)) return [];
  return [...text.matchAll(ENGLISH)].map((match) => {
    const start = [...text.slice(0, match.index)].length;
    return { start, end: start + [...match[0]].length, language: 'en' };
  });
}
