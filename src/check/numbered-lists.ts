// Items that count (가. 나., 1) 2), ㉮ ㉯) -> the lists that they make, and what each number comes to.
import { LETTERS, ROMAN_NUMERALS } from '../plan/counting-signs.ts';
import { type OutlineItem, outlineItems } from './outline-items.ts';
import type { PrintedText } from './texts.ts';

/** What a number comes to, from 1: of Ⅱ, 제2장, 2, 나., 나), ② and ㉯ 2. NaN for what is none. */
export function countOf(mark: string): number {
  const digits = mark.match(/\d+/gu)?.at(-1);
  if (digits !== undefined) return Number(digits);
  for (const char of mark) {
    const code = char.codePointAt(0) ?? 0;
    for (const first of ['①', '㉮', '㉠', 'ⓐ']) {
      const from = first.codePointAt(0) ?? 0;
      if (code >= from && code < from + (first === '①' ? 20 : 14)) return code - from + 1;
    }
    const index = Math.max(ROMAN_NUMERALS.indexOf(char), LETTERS.indexOf(char));
    if (index >= 0) return index + 1;
  }
  return Number.NaN;
}

/** How a number counts: alike for all of one sequence. */
export function wayOf(mark: string): string {
  return mark
    .replaceAll(/\d+/gu, '1')
    .replaceAll(/[가나다라마바사아자차카타파하]/gu, '가')
    .replaceAll(/[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|^[IVX]+$/gu, 'Ⅰ');
}

const COUNTED = /^(?:\(?(?:\d|[가나다라마바사아자차카타파하])|[㉮-㉻㉠-㉭])/u;

/** Whether a marker is a number of such a list: 1. 가. (1) ㉮, but no circled 1. */
export function isCounted(marker: string): boolean {
  return COUNTED.test(marker);
}

/** The lists whose markers count, circled numbers apart; what stands at a higher level, or counts otherwise, ends a list. */
export function numberedLists(
  texts: readonly PrintedText[],
): readonly { readonly id: string; readonly list: readonly OutlineItem[] }[] {
  const lists: { readonly id: string; readonly list: OutlineItem[] }[] = [];
  let open: OutlineItem[][] = [];
  let under: unknown;
  for (const one of outlineItems(texts)) {
    const { item, heading } = one;
    if (heading !== under) open = [];
    under = heading;
    open.length = Math.min(open.length, item.level);
    const list = open[item.level - 1];
    const counts = isCounted(item.marker);
    const goesOn = list?.[0] !== undefined && wayOf(list[0].item.marker) === wayOf(item.marker);
    if (list !== undefined && counts && goesOn) list.push(one);
    else {
      const begun = [one];
      open[item.level - 1] = begun;
      if (counts) lists.push({ id: item.id, list: begun });
    }
  }
  return lists;
}
