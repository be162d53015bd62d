// Texts of a source in the inline grammar of plans -> their plain words, and as they are compared.
import { escaped } from '../plan/literal.ts';

const [BOLD, NOTE, END] = ['\uE0B0', '\uE0B1', '\uE0B2'];

/** What a reader puts into a raw text in place of a mark of the source; `markup` makes of them what plans write. */
export const RAW = { bold: BOLD, note: (number: string) => `${NOTE}${number}${END}` } as const;

/** A raw text with the marks of `RAW` in it -> the inline grammar. Bold that is not closed is none. */
export function markup(raw: string): string {
  const lines = raw
    .replaceAll(/[ \u00A0\u3000]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines
    .map((line) => {
      const kept = line.split(BOLD).length % 2 === 1 ? line : line.replaceAll(BOLD, '');
      return escaped(withoutEmptyBold(kept))
        .replaceAll(BOLD, '**')
        .replaceAll(NOTE, '[^')
        .replaceAll(END, ']');
    })
    .join('\n');
}

/** Bold around nothing, or around two runs in a row, is one run or none. */
function withoutEmptyBold(text: string): string {
  return text.replaceAll(BOLD + BOLD, '').replaceAll(`${BOLD} ${BOLD}`, ' ');
}

const MARKS = /\*\*|\[\^[^\]\n]{1,40}\]/g;

/** Without marks of bold and notes, as a reader sees it. */
export function plain(text: string): string {
  return text
    .replaceAll(MARKS, '')
    .replaceAll(/\\([*[\\{])/g, '$1')
    .trim();
}

/** The plain words in one line without blanks: what counts where texts are compared. */
export function packed(text: string): string {
  return plain(text).replaceAll(/\s/g, '');
}

/** Whether all of it is bold. */
export function isBold(text: string): boolean {
  return text.startsWith('**') && text.endsWith('**') && text.length > 4 && !text.slice(2, -2).includes('**');
}

export function withoutBold(text: string): string {
  return text.replaceAll('**', '');
}

export function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** The notes that it refers to. */
export function notesIn(text: string): readonly number[] {
  return [...text.matchAll(/\[\^(\d{1,4})\]/g)].map(([, number]) => Number(number));
}

/** How alike two texts are, by the pairs of letters that they share: 0 nothing, 1 the same. */
export function likeness(a: string, b: string): number {
  const [one, other] = [packed(a), packed(b)];
  if (one === other) return 1;
  const pairs = (text: string) => {
    const found = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
    return found;
  };
  const [left, right] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  const all = one.length + other.length - 2;
  return all <= 0 ? 0 : (2 * shared) / all;
}
