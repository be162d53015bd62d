// What people type or paste -> the same in plain characters: one width, one minus, blanks told from line breaks.

/** Marks that show nothing: of width 0, of direction, of a place to break. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Blanks of every width within a line. */
const BLANK = /[^\S\r\n]+/g;
const MINUS = /[‐‑‒–—―−⁻﹣－]/g;
/** Negative in budgets and statistics; those that point down say decrease. */
const TRIANGLE = /[△▲▽▼∆Δ]/g;

/**
 * Full-width letters, digits and signs become the usual ones, Korean letters in pieces are put together. Signs that hold a digit of another
 * meaning (`①`, `²`, `½`) stay what they are: they are no digits. Every minus becomes `-`, every triangle `△`; a line break stays one.
 */
export function plainCharacters(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(MINUS, '-')
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(TRIANGLE, '△')
    .replaceAll('￦', '₩')
    .replaceAll('﹪', '%')
    .replaceAll('’', "'")
    .replaceAll(UNSEEN, '')
    .replaceAll(BLANK, ' ')
    .trim();
}
