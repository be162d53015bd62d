// Texts -> what was made of each, kept for when the same text comes again.

/** How much is kept unless said otherwise, in characters of texts: some ten plans. */
const ROOM = 16_000_000;

/**
 * What a function makes of texts, for who asks it of many that are mostly the same: a plan read again after each edit. Handed in by whoever
 * asks more than once; without one all is made anew, and comes out the same. What has not been asked for longest goes first.
 */
export class Memo<T extends object> {
  readonly #room: number;
  readonly #made = new Map<string, T>();
  #size = 0;

  /** `room`: so many characters of texts are kept at most, and the last text in any case. */
  constructor(room = ROOM) {
    this.#room = room;
  }

  /** What `make` makes of the key, which has to be all that it depends on. Nobody may change it: it is handed out again. */
  of(key: string, make: () => T): T {
    const known = this.#made.get(key);
    const made = known ?? make();
    if (known === undefined) this.#size += key.length;
    else this.#made.delete(key);
    this.#made.set(key, made);
    for (const oldest of this.#made.keys()) {
      if (this.#size <= this.#room || oldest === key) break;
      this.#made.delete(oldest);
      this.#size -= oldest.length;
    }
    return made;
  }
}
