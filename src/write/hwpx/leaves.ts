// The reading of a document -> what of it a file has not shown yet.
import type { Document } from '../../document/document.ts';
import type { RichText } from '../../document/inline.ts';
import { leavesIn, readingOf } from '../../document/reading.ts';

/** Every leaf is written once: one that is left out stops the program, and so does one that is written again. */
export class Leaves {
  readonly #texts = new Set<RichText>();
  readonly #numbers = new Set<RichText>();
  readonly #pictures = new Set<object>();
  readonly #written = new Set<object>();

  constructor(document: Document) {
    for (const leaf of leavesIn(readingOf(document).nodes)) {
      if (leaf.kind === 'text') this.#texts.add(leaf.text);
      if (leaf.kind === 'page-number') this.#numbers.add(leaf.of);
      if (leaf.kind === 'picture') this.#pictures.add(leaf.of);
    }
  }

  text(text: RichText): void {
    if (this.#texts.delete(text)) this.#written.add(text);
    else if (this.#written.has(text)) throw new Error('a text is written twice');
  }

  pageNumber(of: RichText): void {
    this.#numbers.delete(of);
  }

  picture(of: object): void {
    this.#pictures.delete(of);
  }

  /** Throws when something was not written. */
  end(): void {
    const [first] = [...this.#texts];
    if (first !== undefined) throw new Error(`a text is not written: ${JSON.stringify(first.place)}`);
    if (this.#numbers.size + this.#pictures.size > 0) throw new Error('a picture or a number is not written');
  }
}
