// Texts about a project -> how many of what: 55개 사업단, 버스 6대, 2개 노선.
const COUNTS = /(?:([가-힣]+)\s*)?(\d[\d,]*)\s*(개소|개사|개|대|명)\s*([가-힣]{2,})?/g;

export interface Count {
  /** What is counted, with its counter: 개사업단, 버스대. */
  readonly what: string;
  readonly number: number;
  /** As written. */
  readonly text: string;
}

/** What is counted is told by the word behind the counter, or by that before the number. */
export function countsIn(text: string): readonly Count[] {
  return [...text.matchAll(COUNTS)].flatMap(([all, before, digits = '', counter, behind]) => {
    const number = Number(digits.replaceAll(',', ''));
    const of = { number, text: all.trim() };
    if (behind !== undefined) return [{ ...of, what: `${counter}${behind}` }];
    return before === undefined ? [] : [{ ...of, what: `${before}${counter}` }];
  });
}
