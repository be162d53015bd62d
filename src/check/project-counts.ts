// Texts about a project -> how many of what: 55개 사업단, 버스 6대, 2개 노선.
const COUNTS = /(?<![\d,]),*(\d[\d,]*)\s*(개소|개사|개|대|명)\s*([가-힣]{2,})?/g;
const WORD_BEFORE = /(?<![가-힣])([가-힣]+)\s*$/;

export interface Count {
  /** What is counted, with its counter: 개사업단, 버스대. */
  readonly what: string;
  readonly number: number;
  /** As written. */
  readonly text: string;
}

/** What is counted is told by the word behind the counter, or by that before the number. */
export function countsIn(text: string): readonly Count[] {
  let last = 0;
  return [...text.matchAll(COUNTS)].flatMap(({ 0: all, 1: digits = '', 2: counter, 3: behind, index }) => {
    const start = index + all.indexOf(digits);
    const [around = '', before] = WORD_BEFORE.exec(text.slice(last, start)) ?? [];
    last = index + all.length;
    const number = Number(digits.replaceAll(',', ''));
    const of = { number, text: `${around}${text.slice(start, last)}`.trim() };
    if (behind !== undefined) return [{ ...of, what: `${counter}${behind}` }];
    return before === undefined ? [] : [{ ...of, what: `${before}${counter}` }];
  });
}
