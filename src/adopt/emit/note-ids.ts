// Notes by their numbers in the source -> notes by ids, as texts refer to them.
import type { NoteBlock } from '../block.ts';
import { plain } from '../inline-text.ts';
import { MadeIds } from '../made-ids.ts';
import { yearMarks } from '../year-text.ts';

export class NoteIds {
  readonly #notes: ReadonlyMap<number, NoteBlock>;
  readonly #ids: MadeIds;
  readonly #used = new Map<number, string>();

  constructor(notes: ReadonlyMap<number, NoteBlock>, ids: ReadonlyMap<string, string>) {
    this.#notes = notes;
    this.#ids = new MadeIds(ids);
  }

  /** The text with its references by ids; a reference to no note stays what it looks like. */
  in(text: string): string {
    return text.replaceAll(/\[\^(\d{1,4})\]/g, (_, digits: string) => {
      const note = this.#notes.get(Number(digits));
      return note === undefined ? `${digits})` : `[^${this.#idOf(note)}]`;
    });
  }

  /** Those that a text refers to, by id. */
  used(planYear: number): ReadonlyMap<string, string> {
    return new Map(
      [...this.#used].map(([number, id]) => [id, yearMarks(this.#notes.get(number)?.text ?? '', planYear)]),
    );
  }

  /** Those to which nothing refers. */
  get left(): readonly NoteBlock[] {
    return [...this.#notes.values()].filter(({ number }) => !this.#used.has(number));
  }

  #idOf({ number, text }: NoteBlock): string {
    const id = this.#used.get(number) ?? this.#ids.of(plain(text), `note-${number}`);
    this.#used.set(number, id);
    return id;
  }
}
