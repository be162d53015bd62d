// Names in the words of the field -> ids in Roman letters.
import { romanize } from 'es-hangul';
import { isDeviceName } from '../figure/address.ts';

/** Parts and letters that an id has at most. */
const MOST_PARTS = 4;
const LONGEST = 40;
/** Syllables of a word that nobody knows. */
const SYLLABLES = 2;

/** Ids of one space of names: no two alike. */
export class MadeIds {
  readonly #words: ReadonlyMap<string, string>;
  readonly #taken = new Set<string>();

  constructor(words: ReadonlyMap<string, string>) {
    this.#words = words;
  }

  /** The same names in the same order give the same ids. `otherwise` where nothing of the name can be spelt. */
  of(name: string, otherwise: string): string {
    const plain = [...new Set(this.#parts(name))].slice(0, MOST_PARTS).join('-');
    const cut = plain.length > LONGEST ? plain.slice(0, LONGEST).replace(/-[^-]*$/, '') : plain;
    const id = cut === '' || isDeviceName(cut) ? otherwise : cut;
    for (let number = 2, numbered = id; ; numbered = `${id}-${number++}`)
      if (!this.#taken.has(numbered)) {
        this.#taken.add(numbered);
        return numbered;
      }
  }

  #parts(name: string): readonly string[] {
    const words =
      name
        .normalize('NFKC')
        .toLowerCase()
        .match(/[a-z]+|\d+|[가-힣]+/g) ?? [];
    return words.flatMap((word) => (/^[가-힣]/.test(word) ? this.#korean(word) : [word]));
  }

  /** The longest words that are known, and the first syllables of what is not. */
  #korean(word: string): readonly string[] {
    const known = this.#words.get(word);
    if (known !== undefined) return known.split('-');
    const parts: string[] = [];
    let unknown = '';
    const close = () => {
      const spelt = romanize(unknown.slice(0, SYLLABLES))
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '');
      if (unknown !== '' && spelt !== '') parts.push(spelt);
      unknown = '';
    };
    for (let at = 0; at < word.length; ) {
      const length = this.#longestAt(word, at);
      if (length === 0) unknown += word[at++];
      else {
        close();
        parts.push(...(this.#words.get(word.slice(at, at + length)) ?? '').split('-'));
        at += length;
      }
    }
    close();
    return parts;
  }

  /** Of one syllable only a whole word is known. */
  #longestAt(word: string, at: number): number {
    for (let length = Math.min(8, word.length - at); length > 1; length--)
      if (this.#words.has(word.slice(at, at + length))) return length;
    return 0;
  }
}
