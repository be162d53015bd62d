// Files that were dropped -> kept in memory until somebody takes them.
import type { Desk } from './desk.ts';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** So many files at most are kept until somebody takes them. */
const MOST_DROPS = 8;

/** Files that were dropped and are not taken yet, by the plan's desk and their words. */
export class Drops {
  readonly #files = new Map<string, { readonly desk: Desk; readonly file: DroppedFile }>();

  add(drop: string, desk: Desk, file: DroppedFile): void {
    this.#files.set(drop, { desk, file });
    for (const oldest of this.#files.keys()) if (this.#files.size > MOST_DROPS) this.#files.delete(oldest);
  }

  of(drop: string, desk: Desk): DroppedFile | undefined {
    const known = this.#files.get(drop);
    return known?.desk === desk ? known.file : undefined;
  }
}
