// A text -> nearly the same text, with harm done to its bytes, characters, lines, structure or numbers.
import type { Dice } from './dice.ts';

/** What colleagues, word processors and attackers put into texts. */
export const CHARACTERS = [
  '\u0301\u0301\u0301',
  '\u1112\u1161\u11ab',
  '\u202e',
  '\u2066',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u3000',
  '\u00a0',
  'مرحبا',
  '👨‍👩‍👧‍👦',
  '🇰🇷',
  '\u{1F004}',
  '\u{E0001}',
  '\u0378',
  '\uffff',
  '\ud800',
  '\udc00',
  '\ue000',
  '\uf8ff',
  '日本',
  'ﬁ',
  '½',
  '㉿',
  '－',
];
const NUMBERS = [
  '0',
  '-1',
  '-0',
  '1e9',
  '1e999',
  'NaN',
  'Infinity',
  '9007199254740993',
  '99999999999999999999999999',
  '0.1',
  '0.00000000000000000001',
  '1,000',
  '012',
  '0x10',
  '1/3',
  '２０２３',
  '-',
  'missing',
  'computed',
  "''",
];
const PIECES = [
  '{{',
  '}}',
  '{{fig "',
  '{{fig "./target"}}',
  '{{table "openings"}}',
  '{{> labour}}',
  '{{#> a}}{{/a}}',
  '**',
  '[^',
  '[^source]',
  '[^a]: b',
  '|',
  '\t',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ': ',
  '- ',
  '\n- ',
  '#',
  '&a ',
  '*a',
  '!!js ',
  '---\n',
  '? ',
  '>-\n',
  '|\n',
  '\\',
  '__proto__',
  'constructor',
  '□ ',
  '○ ',
  '※ ',
  '  ',
  '=1+1',
  '@',
  "'=SUM(A1)",
];

const RUNS = [
  '가  ',
  '   ',
  '**가** ',
  '[^source]',
  '1,',
  '(',
  '· ',
  '가-',
  '0',
  '제1차 ',
  '{{> labour}}\n',
  '\u00a0 ',
];

type Mutation = (text: string, dice: Dice) => string;

const MUTATIONS: readonly Mutation[] = [
  // A character, a number or a piece of some grammar where it does not belong.
  (text, dice) => insert(text, dice.below(text.length + 1), dice.one(CHARACTERS)),
  (text, dice) => insert(text, dice.below(text.length + 1), dice.one(PIECES)),
  (text, dice) => insert(text, dice.below(text.length + 1), dice.one(PIECES).repeat(1 + dice.below(2000))),
  (text, dice) => replaceOne(text, /-?\d+(?:\.\d+)?/gu, dice, () => dice.one(NUMBERS)),
  (text, dice) => replaceOne(text, /\d/gu, dice, () => String(dice.below(10))),
  (text, dice) => replaceOne(text, /\p{L}+/gu, dice, (word) => word + dice.one(CHARACTERS)),
  (text, dice) =>
    replaceOne(text, /[\p{L}-]+(?=:)/gu, dice, () => dice.one(['id', 'is', 'a', 'name', '__proto__'])),
  (text, dice) =>
    replaceOne(text, /: .+/gu, dice, () => dice.one([': []', ': {}', ':', ': null', ': a', ": ''", ': 1'])),
  (text, dice) =>
    replaceOne(text, /"[^"]*"/gu, dice, () => dice.one(['""', '"a"', '"../../a"', '1', '[]', '{}'])),
  // A part lost, doubled or moved.
  (text, dice) => {
    const from = dice.below(text.length + 1);
    return text.slice(0, from) + text.slice(from + 1 + dice.below(dice.once(4) ? 400 : 8));
  },
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, dice) => lines(text, dice, (all, at) => all.splice(at, 1)),
  (text, dice) => lines(text, dice, (all, at) => all.splice(at, 0, all[dice.below(all.length)] ?? '')),
  (text, dice) =>
    lines(text, dice, (all, at) => all.splice(at, 1, `${' '.repeat(1 + dice.below(4))}${all[at] ?? ''}`)),
  (text, dice) => lines(text, dice, (all, at) => all.splice(at, 1, (all[at] ?? '').trimStart())),
  (text, dice) => lines(text, dice, (all, at) => all.push(...all.splice(0, at))),
  (text, dice) => text.repeat(1 + dice.below(3)),
  (text, dice) => text.replaceAll('\n', dice.one(['\r\n', '\r', '\n\n', '\u2028'])),
  // Runs that make a pattern try again and again, and letters as macOS writes them.
  (text, dice) => insert(text, dice.below(text.length + 1), dice.one(RUNS).repeat(1 + dice.below(300))),
  (text) => text.normalize('NFD'),
  () => '',
];

/** One to four mutations of the text. */
export function mutated(text: string, dice: Dice): string {
  let now = text;
  for (let left = 1 + dice.below(dice.once(3) ? 4 : 1); left > 0; left--)
    now = dice.one(MUTATIONS)(now, dice);
  return now;
}

/** The bytes of the text with some of them changed, lost or put in. */
export function mutatedBytes(text: string, dice: Dice): Uint8Array {
  const bytes = [...new TextEncoder().encode(text)];
  for (let left = 1 + dice.below(4); left > 0; left--)
    bytes.splice(dice.below(bytes.length + 1), dice.below(3), ...(dice.once(3) ? [] : [dice.below(256)]));
  return Uint8Array.from(bytes);
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function replaceOne(text: string, pattern: RegExp, dice: Dice, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: old, index } = dice.one(found);
  return text.slice(0, index) + by(old) + text.slice(index + old.length);
}

function lines(text: string, dice: Dice, change: (all: string[], at: number) => void): string {
  const all = text.split('\n');
  change(all, dice.below(all.length));
  return all.join('\n');
}
