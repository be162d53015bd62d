// Characters with advances -> lines, by the rules of Korean typesetting.
import { KNOWN_UNITS } from '../../../figure/unit.ts';

/** What the breaker needs to know of a character. */
interface BreakCharacter {
  readonly char: string;
  /** In points. */
  readonly advance: number;
  /** Belongs to the character before it, e.g. a note reference. */
  readonly attached: boolean;
}

/** A line as a range of characters; `end` excludes the blanks that the break swallows. */
interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** No line begins with these (KS X ISO/IEC 26300 practice, W3C klreq §line-start prohibition). */
const NOT_AT_START = new Set(')]},.!?:;%‰℃°’”」』〉》】〕…·~～-–/၊，．。、');
/** No line ends with these. */
const NOT_AT_END = new Set('([{‘“「『〈《【〔#$￦');
/** As much of a word as is looked at to know a unit. */
const LONGEST_UNIT = 8;
/** What goes on with the word before it, behind a blank too. */
const NOT_BEHIND_BLANK = new Set('·/~)]},.%');
const SCALE_WORD = /^[십백천만억조]/;
/** What belongs to the number behind it. */
const BEFORE_NUMBERS = new Set(['제', '약', '총', '△']);

/** A long word is rather cut after these than between two syllables. */
const GOOD_CUT = new Set('·/,>-~');

/** A line feed always ends the line; it is never part of one. */
export const LINE_FEED = '\n';

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

function isDigitLike(char: string): boolean {
  return /[0-9.,△]/.test(char);
}

/** Whether a word is not cut between a number and this. */
function keepsToNumber(char: string): boolean {
  return /[가-힣%]/.test(char);
}

/** Widths of the widest word and of the widest number with its unit: no column should be narrower. */
export function widestOf(characters: Iterable<Pick<BreakCharacter, 'char' | 'advance'>>): {
  readonly word: number;
  readonly number: number;
} {
  const widest = { word: 0, number: 0 };
  let word = 0;
  let number = 0;
  for (const { char, advance } of characters) {
    word = char === ' ' || char === LINE_FEED ? 0 : word + advance;
    widest.word = Math.max(widest.word, word);
    const ends = !isDigitLike(char);
    if (!ends || (number > 0 && keepsToNumber(char))) number += advance;
    widest.number = Math.max(widest.number, number);
    if (ends) number = 0;
  }
  return widest;
}

/**
 * Whether no line should end at a blank: before · / ~ ), behind an opening mark, and inside what is one thing: a number and its unit, a sign or 제, 약, 총 and its
 * number, the parts of a date.
 */
function holdsTogether(characters: readonly BreakCharacter[], end: number, next: number): boolean {
  const before = stretch(characters, end, -1);
  const after = stretch(characters, next, 1);
  const first = after[0] ?? '';
  if (NOT_BEHIND_BLANK.has(first) || NOT_AT_END.has(before.at(-1) ?? '')) return true;
  if (isDigit(first)) return BEFORE_NUMBERS.has(before) || (/\d\.$/.test(before) && /^\d{1,2}\./.test(after));
  if (!isDigit(before.at(-1) ?? '')) return false;
  return SCALE_WORD.test(after) || KNOWN_UNITS.leading(after, () => true) !== undefined;
}

/** As much of the word before or after a place as there can be a unit. */
function stretch(characters: readonly BreakCharacter[], from: number, step: 1 | -1): string {
  let text = '';
  for (let at = step === 1 ? from : from - 1; text.length < LONGEST_UNIT; at += step) {
    const { char = ' ' } = characters[at] ?? {};
    if (isBlank(char) || char === LINE_FEED) break;
    text = step === 1 ? text + char : char + text;
  }
  return text;
}

const isDigit = (char: string): boolean => /\d/.test(char);

/** Whether a word may be cut between the characters at `at - 1` and `at`. */
function mayCut(characters: readonly BreakCharacter[], at: number): boolean {
  const before = characters[at - 1];
  const after = characters[at];
  if (before === undefined || after === undefined || after.attached) return false;
  if (NOT_AT_START.has(after.char) || NOT_AT_END.has(before.char)) return false;
  // A number stays whole and keeps the unit behind it; Latin words stay whole.
  if (isDigitLike(before.char) && (isDigitLike(after.char) || keepsToNumber(after.char))) return false;
  return !(/[A-Za-z]/.test(before.char) && /[A-Za-z]/.test(after.char));
}

/**
 * Cuts characters into lines no wider than `width` points: between words, and inside a word only when it is wider than a
 * whole line. A single character wider than the line gets a line of its own, so that nothing is lost.
 */
export function breakLines(characters: readonly BreakCharacter[], width: number): LineRange[] {
  const lines: LineRange[] = [];
  let start = 0;
  while (start <= characters.length) {
    const line = nextLine(characters, start, width);
    lines.push({ start, end: line.end });
    if (line.next >= characters.length && !line.forced) break;
    start = line.next;
  }
  return lines;
}

interface NextLine {
  readonly end: number;
  readonly next: number;
  /** Ended by a line feed, so another line follows even when nothing is left. */
  readonly forced: boolean;
}

function nextLine(characters: readonly BreakCharacter[], start: number, width: number): NextLine {
  // Rounding noise must not break a line that was measured to fit.
  const limit = width + 0.01;
  let used = 0;
  let wordEnd = start;
  let last: NextLine | undefined;
  let lastHeld: NextLine | undefined;
  let index = start;
  for (; index < characters.length; index++) {
    const character = characters[index];
    if (character === undefined) break;
    if (character.char === LINE_FEED)
      return { end: trimmed(characters, start, index), next: index + 1, forced: true };
    used += character.advance;
    if (isBlank(character.char)) {
      const parting = { end: wordEnd, next: index + 1, forced: false };
      if (wordEnd === start) continue;
      if (holdsTogether(characters, wordEnd, index + 1)) lastHeld = parting;
      else last = parting;
      continue;
    }
    if (used > limit) break;
    wordEnd = index + 1;
  }
  if (index >= characters.length)
    return { end: trimmed(characters, start, index), next: index, forced: false };
  return last ?? lastHeld ?? cutWord(characters, start, index);
}

/** Cuts inside the word that fills the line: the last good place in its second half, else the last allowed, else anywhere. */
function cutWord(characters: readonly BreakCharacter[], start: number, overflow: number): NextLine {
  const cut = (at: number): NextLine => ({ end: at, next: at, forced: false });
  for (let at = overflow; at > start + (overflow - start) / 2; at--) {
    if (mayCut(characters, at) && GOOD_CUT.has(characters[at - 1]?.char ?? '')) return cut(at);
  }
  for (let at = overflow; at > start; at--) if (mayCut(characters, at)) return cut(at);
  // Note references that fill a line are parted between two of them.
  for (let at = overflow; at > start; at--) {
    if (characters[at]?.attached && characters[at - 1]?.attached && characters[at - 1]?.char === ')')
      return cut(at);
  }
  let at = Math.max(overflow, start + 1);
  while (characters[at]?.attached) at++;
  return cut(at);
}

function trimmed(characters: readonly BreakCharacter[], start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(characters[last - 1]?.char ?? '')) last--;
  return last;
}
