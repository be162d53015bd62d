// Characters of Markdown and HTML -> a raw text with the marks of `RAW`.
import { RAW } from '../inline-text.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const TAG = /<(\/?)(b|strong|i|em|u|s|sup|sub|br|ul|ol|li|p|span|div|font)\b[^<>]{0,200}>/gi;
const NOTE = /<sup>\s*(\d{1,3})\)\s*<\/sup>/gi;

/** Tags that are none of these stay as they are: people write < > around titles. */
export function rawText(source: string): string {
  return source
    .replaceAll(NOTE, (_, number: string) => RAW.note(number))
    .replaceAll(TAG, (_, slash: string, name: string) => tagText(slash === '/', name.toLowerCase()))
    .replaceAll(/&(\w{2,4});/g, (whole, name: string) => NAMED[name] ?? whole)
    .replaceAll(/&#(\d{1,6});/g, (whole, code: string) => letterOf(Number(code)) ?? whole)
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '\uE0B3$1')
    .replaceAll(/(?<!\uE0B3)\*\*/g, RAW.bold)
    .replaceAll('\uE0B3', '');
}

function tagText(closes: boolean, name: string): string {
  if (name === 'b' || name === 'strong') return RAW.bold;
  return name === 'br' || (closes && (name === 'li' || name === 'p')) ? '\n' : '';
}

function letterOf(code: number): string | undefined {
  return code >= 0x20 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}
