// Characters with advances -> lines, by the rules of Korean typesetting.

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
/** A long word is rather cut after these than between two syllables. */
const GOOD_CUT = new Set('·/,>-~');

/** A line feed always ends the line; it is never part of one. */
export const LINE_FEED = '\n';

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

export function isDigitLike(char: string): boolean {
  return /[0-9.,△]/.test(char);
}

/** Whether a word is not cut between a number and this. */
export function keepsToNumber(char: string): boolean {
  return /[가-힣%]/.test(char);
}

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
  let wordStart = start;
  let lastWordEnd = -1;
  let index = start;
  for (; index < characters.length; index++) {
    const character = characters[index];
    if (character === undefined) break;
    if (character.char === LINE_FEED)
      return { end: trimmed(characters, start, index), next: index + 1, forced: true };
    if (isBlank(character.char)) {
      if (index > start && !isBlank(characters[index - 1]?.char ?? ' ')) lastWordEnd = index;
      wordStart = index + 1;
      used += character.advance;
      continue;
    }
    if (used + character.advance > limit) break;
    used += character.advance;
  }
  if (index >= characters.length)
    return { end: trimmed(characters, start, index), next: index, forced: false };
  if (lastWordEnd > start) return { end: lastWordEnd, next: wordStart, forced: false };
  return cutWord(characters, start, index);
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
