// A line that opens with # -> how deep the heading is, its number and its title.
import { LETTERS, ROMAN_NUMERALS } from './counting-signs.ts';

interface HeadingLine {
  /** Of parts 0, of sections 1, of what is below these 2. */
  readonly depth: 0 | 1 | 2;
  /** As printed: Ⅱ, 제2장, 1, 가, 1). Empty for a heading without one. */
  readonly number: string;
  /** What its number gives to its id; undefined without one. */
  readonly id: string | undefined;
  readonly title: string;
}

const PART = /^#\s+([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]+)\.?\s+((?:\S.*)?)$/u;
const SECTION = /^##\s+(\d+)\.?\s+((?:\S.*)?)$/u;
const HEADING = /^(#{1,3})\s+(\S.*)$/u;
/** Numbers of headings as officials write them, with the blank behind. */
const NUMBER =
  /^(?:(제\s?\d{1,3}\s?[부장편절])|([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+)\.?|(\d{1,3}(?:-\d{1,3})?)\.?|([가나다라마바사아자차카타파하])\.|(\(?(?:\d{1,3}|[가나다라마바사아자차카타파하])\)|[①-⑳]))(?:\s+|$)/u;

/** Undefined for what opens with # and is no heading: no blank, no title, a Roman numeral that runs into it. */
export function headingLine(text: string): HeadingLine | undefined {
  const [, numeral, partTitle] = PART.exec(text) ?? [];
  if (numeral !== undefined && partTitle !== undefined)
    return { depth: 0, number: numeral, id: roman(numeral), title: partTitle };
  const [, digits, sectionTitle] = SECTION.exec(text) ?? [];
  if (digits !== undefined && sectionTitle !== undefined)
    return { depth: 1, number: digits, id: digits, title: sectionTitle };
  const [, marks, rest] = HEADING.exec(text) ?? [];
  if (marks === undefined || rest === undefined || /^[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[^.\s]/u.test(rest)) return undefined;
  const depth = (marks.length - 1) as HeadingLine['depth'];
  const found = NUMBER.exec(rest);
  if (found === null) return { depth, number: '', id: undefined, title: rest };
  const [opening, chapter, roman_, plain, letter, enclosed] = found;
  const title = rest.slice(opening.length);
  const number = chapter ?? roman_ ?? plain ?? letter ?? enclosed ?? '';
  return title === '' ? undefined : { depth, number, id: idOf(number), title };
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A Roman numeral in lowercase Latin letters, for ids. */
function roman(numeral: string): string {
  return [...numeral].map((char) => ROMAN[ROMAN_NUMERALS.indexOf(char)] ?? char.toLowerCase()).join('');
}

/** 2 of 제2장, k2 of 나, c2 of ②. */
function idOf(number: string): string {
  const [letter = ''] = /[가-하]/u.exec(number.replaceAll(/[제부장편절]/gu, '')) ?? [];
  if (LETTERS.includes(letter) && letter !== '') return `k${LETTERS.indexOf(letter) + 1}`;
  const [digits] = /\d[\d-]*/u.exec(number) ?? [];
  if (digits !== undefined) return digits;
  return /[①-⑳]/u.test(number) ? `c${(number.codePointAt(0) ?? 0) - 0x245f}` : roman(number);
}
