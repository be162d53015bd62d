// Words of the field -> whether a text has one of them.

/** Blanks in a word may be missing in the text, or be more. `behind` is a pattern of what may follow. */
export function wordsIn(words: readonly string[], behind = ''): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const all = words.map((word) => word.replaceAll(' ', '\\s*')).join('|');
  const form = new RegExp(`(?:${all})${behind}`, 'u');
  return (text) => form.test(text);
}
