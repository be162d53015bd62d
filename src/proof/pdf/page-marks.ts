// Marked content of a page (ISO 32000-1, 14.6) -> what is open while something is shown.
import { isDict, isString, nameOf, type PdfValue, textOf } from './pdf-value.ts';

/** What a piece of content is marked as: part of an element, or decoration. */
export type Mark =
  | { readonly kind: 'content'; readonly tag: string; readonly id: number }
  | {
      readonly kind: 'artifact';
      /** Of a page's furniture: Header, Footer, Watermark; else its type. */
      readonly type: string;
    };

/** How words are told to be heard: in another language, or by others in their place. */
export interface Spoken {
  readonly language?: string;
  readonly expansion?: string;
}

export class PageMarks {
  readonly #open: { readonly mark?: Mark; readonly spoken?: Spoken; readonly letter?: string }[] = [];

  /** A sequence begins: its tag, and its properties. */
  begin([tag = null, properties = null]: readonly PdfValue[]): void {
    const name = nameOf(tag) ?? '';
    const told = isDict(properties) ? properties : new Map<string, PdfValue>();
    const letter = told.get('ActualText') ?? null;
    const [id, language, expansion] = [told.get('MCID'), told.get('Lang') ?? null, told.get('E') ?? null];
    if (name === 'Artifact')
      this.#open.push({
        mark: { kind: 'artifact', type: nameOf(told.get('Subtype') ?? told.get('Type') ?? null) ?? '' },
      });
    else if (typeof id === 'number') this.#open.push({ mark: { kind: 'content', tag: name, id } });
    else if (isString(letter)) this.#open.push({ letter: textOf(letter) });
    else if (isString(language)) this.#open.push({ spoken: { language: language.bytes } });
    else this.#open.push(isString(expansion) ? { spoken: { expansion: textOf(expansion) } } : {});
  }

  end(): void {
    this.#open.pop();
  }

  /** The innermost one that is open. */
  get mark(): Mark | undefined {
    return this.#open.findLast(({ mark }) => mark !== undefined)?.mark;
  }

  /** What is read in place of what is painted (14.9.4). */
  get letter(): string | undefined {
    return this.#open.findLast(({ letter }) => letter !== undefined)?.letter;
  }

  /** What is told of what is shown; unset where it is heard as it stands. */
  get spoken(): Spoken | undefined {
    return this.#open.findLast(({ spoken }) => spoken !== undefined)?.spoken;
  }
}
