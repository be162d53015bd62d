// Words of a chart and what its rows are called -> the names that stand in them.
/** What any table may have, and numbers: such a name tells nothing apart. */
const ANY = /^(?:합계|총계|소계|전체|계|총|합|수|값|비율|\d[\d.,~년월 -]*)$/u;
/** What is called so holds others. */
const TOTAL = /(?:^|\s)(?:합계|총계|소계|누계|전체|총합|계)$/u;
/** A name that is shorter may be part of another word. */
const LEAST = 2;

export function tight(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
}

function isTelling(name: string): boolean {
  return name.length >= LEAST && !ANY.test(name);
}

/** Whether a word is what a total is called, alone or behind what it is of. */
export function isTotal(word: string): boolean {
  return TOTAL.test(word);
}

/** All that rows are called. */
export class Names {
  /** Each with its letters. */
  readonly #telling: readonly (readonly [word: string, name: string])[];

  constructor(words: readonly string[]) {
    this.#telling = [...new Set(words)]
      .map((word) => [word, tight(word)] as const)
      .filter(([, name]) => isTelling(name));
  }

  /** The name of something else that a text says, when it says none of what it is about. */
  other(text: string, own: readonly string[]): string | undefined {
    const said = tight(text);
    const known = own.map(tight);
    const isOwn = (name: string): boolean =>
      name === said || (isTelling(name) && (said.includes(name) || name.includes(said)));
    if (known.some(isOwn)) return undefined;
    return this.#telling.find(
      ([, name]) => said.includes(name) && !known.some((one) => one.includes(name)),
    )?.[0];
  }
}
