// Words of the field -> whether a text has one of them, or goes on with one.

/** Blanks in text and words do not count. Not where one of `unless` follows right behind the word. */
export function wordsIn(words: readonly string[], unless: readonly string[] = []): (text: string) => boolean {
  const bare = words.map(squeezed);
  return (text) => {
    const all = squeezed(text);
    return bare.some((word) => {
      const at = all.indexOf(word);
      return at >= 0 && !unless.some((next) => all.startsWith(next, at + word.length));
    });
  };
}

/** Where the word ends that the text begins with, blanks before it and where it has one itself skipped; undefined where it begins otherwise. */
export function wordEnd(text: string, word: string): number | undefined {
  let at = 0;
  const skip = () => {
    while (/\s/u.test(text.charAt(at))) at++;
  };
  skip();
  for (const letter of word) {
    if (letter === ' ') skip();
    else if (text.charAt(at++) !== letter) return undefined;
  }
  return at;
}

export function squeezed(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
