// A name that was given no id -> one that is made of it.
import { romanize } from 'es-hangul';
import { isId } from '../figure/address.ts';

/** An id that people type has at most so many letters. */
const LONGEST = 40;

/**
 * The name in Roman letters (국어의 로마자 표기법), words joined by hyphens, cut at a word; `otherwise` when nothing is left. With a number behind
 * when the id is taken. The same name gives the same id wherever it stands.
 */
export function madeId(name: string, otherwise: string, isTaken: (id: string) => boolean): string {
  const words = romanize(name.normalize('NFC'))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let id = words[0]?.slice(0, LONGEST) ?? otherwise;
  for (const word of words.slice(1)) {
    if (id.length + word.length + 1 > LONGEST) break;
    id = `${id}-${word}`;
  }
  if (!isId(id)) throw new Error(`not an id: ${id}`);
  for (let number = 2, numbered = id; ; numbered = `${id}-${number++}`)
    if (!isTaken(numbered)) return numbered;
}
