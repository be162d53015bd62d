// Made pages -> what is printed on each as its number, and what viewers call it.
import type { Document } from '../../../document/document.ts';
import type { MadePage } from './made-page.ts';

/** A stretch of pages that are counted in one way, as a PDF's page labels tell it (ISO 32000-1, 12.4.2). */
export interface LabelRange {
  /** Index of its first page. */
  readonly from: number;
  readonly style: 'decimal' | 'roman' | 'name';
  /** Number of its first page. */
  readonly start: number;
  readonly name: string;
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** The number printed on each page; undefined on pages outside the body. */
export function pageNumbers(document: Document, pages: readonly MadePage[]): readonly (number | undefined)[] {
  let next = document.firstPage;
  return pages.map(({ part }) => (part === 'body' ? next++ : undefined));
}

/** What viewers call each page: its number, a Roman one before the body, or a name. */
export function pageNames(document: Document, pages: readonly MadePage[]): readonly string[] {
  const numbers = pageNumbers(document, pages);
  let front = 0;
  return pages.map((page, index) => {
    const number = numbers[index];
    if (number !== undefined) return String(number);
    return page.name ?? roman(++front);
  });
}

/** The same as ranges. */
export function labelRanges(document: Document, pages: readonly MadePage[]): readonly LabelRange[] {
  const numbers = pageNumbers(document, pages);
  const ranges: LabelRange[] = [];
  let front = 0;
  pages.forEach((page, from) => {
    const number = numbers[from];
    const style = number !== undefined ? 'decimal' : page.name === undefined ? 'roman' : 'name';
    if (style === 'roman') front++;
    const last = ranges.at(-1);
    if (style !== 'name' && last?.style === style) return;
    ranges.push({ from, style, start: number ?? front, name: page.name ?? '' });
  });
  return ranges;
}

/** Lowercase Roman numerals below 100, as PDF viewers count. */
function roman(number: number): string {
  return `${'x'.repeat(Math.floor(number / 10))}${ROMAN[number % 10] ?? ''}`
    .replace(/^x{9}/u, 'xc')
    .replace(/^x{5,8}/u, (tens) => `l${'x'.repeat(tens.length - 5)}`)
    .replace(/^x{4}/u, 'xl');
}
