// A text -> what in it shows nothing: characters that no plan may hold, and whether there is anything to see at all.

/**
 * Refused: private-use characters, which delimit the tokens of figures on the way to print; controls, which no workbook may hold (XML 1.0, 2.2);
 * U+FFFF and halves of pairs, which are none at all.
 */
const REFUSED = /[\uE000-\uF8FF]|(?![\t\n\r])\p{Control}|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

/**
 * These, and what is told, since it changes the order or the breaks of what stands around it without being seen: marks of direction (Unicode
 * UAX #9), of width 0, line separators, tags, a variation selector behind nothing that has variants.
 */
const UNUSABLE =
  /[\uE000-\uF8FF]|(?![\t\n\r])\p{Control}|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?<![\p{L}\p{N}\p{P}\p{S}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

const EVERY = new RegExp(UNUSABLE, 'gu');

export function hasUnusable(text: string): boolean {
  return UNUSABLE.test(text);
}

/** Each of them with where it stands, in order. */
export function unusableIn(text: string): readonly { readonly character: string; readonly index: number }[] {
  return hasUnusable(text)
    ? [...text.matchAll(EVERY)].map((match) => ({ character: match[0], index: match.index }))
    : [];
}

/** The one that weighs most, and of those the first. */
export function unusableCharacterIn(text: string): string | undefined {
  const all = unusableIn(text).map(({ character }) => character);
  return all.find((one) => REFUSED.test(one)) ?? all[0];
}

/** An error where nothing can be made of it; what old plans may hold is printed as it was, and told. */
export function unusableSeverity(character: string): 'error' | 'warning' {
  return REFUSED.test(character) ? 'error' : 'warning';
}

/** `U+202E` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text of several lines in one: each break with the blanks around it is a blank. */
export function inOneLine(text: string): string {
  return text.replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
}

/**
 * Whether nothing of the text can be seen: blanks of any kind, what has no width, marks with no letter to stand on, the empty pattern of
 * Braille and the empty note of music, which Unicode counts among signs; marks of bold letters.
 */
export function isBlank(text: string): boolean {
  return /^(?:[\p{Separator}\p{Control}\p{Format}\p{Surrogate}\p{Mark}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]|\*\*)*$/u.test(
    text,
  );
}
