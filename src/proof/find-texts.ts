// The pieces of a block as drawn, and the texts that it must show -> which pieces make up which text, and what is missing.
import type { Block } from '../document/document.ts';
import { chainAt, type Printed } from './chain.ts';
import type { ExpectedText } from './expected-text.ts';

/** A stretch of a text: the piece that shows it from one of its characters on. */
export interface Hit {
  readonly piece: Printed;
  readonly from: number;
}

export interface Findings {
  readonly found: ReadonlyMap<ExpectedText, readonly Hit[]>;
  readonly missing: readonly ExpectedText[];
  /** What no text claims: markers, repeated headings, labels begun again. */
  readonly left: readonly Printed[];
}

/** How many texts may make room for one another in turn. */
const MOST_MOVES = 3;
/** How often pieces may be taken from one text for another: where more is tried, most of the texts are not there. */
const MOST_TRIED = 100;

/**
 * Finds each text as a chain of whole pieces, each piece in one text only. Texts are drawn in reading order, but for a few: so the
 * next text is sought from where the last one ended, and what is not met in order is sought anywhere at the end. A text
 * that finds its pieces taken has them back when the other one finds others.
 */
export function findTexts(pieces: readonly Printed[], texts: readonly ExpectedText[]): Findings {
  const search = new Search(pieces);
  const later = search.inOrder(texts.filter(({ text }) => text !== ''));
  const missing = later
    .filter((text) => !search.anywhere(text))
    .filter((text) => !search.makingRoom(text, MOST_MOVES));
  search.putInOrder(texts);
  return { found: search.found(), missing, left: search.left() };
}

class Search {
  readonly #pieces: readonly Printed[];
  readonly #owners = new Map<number, ExpectedText>();
  readonly #chains = new Map<ExpectedText, readonly number[]>();
  #tried = 0;

  constructor(pieces: readonly Printed[]) {
    this.#pieces = pieces;
  }

  found(): Findings['found'] {
    return new Map([...this.#chains].map(([text, chain]) => [text, this.#hits(chain)]));
  }

  left(): readonly Printed[] {
    return this.#pieces.filter((_, index) => !this.#owners.has(index));
  }

  /** Goes through texts and pieces side by side; returns the texts that were not met. */
  inOrder(texts: readonly ExpectedText[]): readonly ExpectedText[] {
    const later: ExpectedText[] = [];
    let cursor = 0;
    texts.forEach((text, index) => {
      const next = texts[index + 1];
      const from = this.#pieces[cursor]?.page ?? 0;
      for (let at = cursor; at < this.#pieces.length; at++) {
        // What comes next stands on this page or the next one.
        if ((this.#pieces[at]?.page ?? 0) > from + 1) break;
        const chain = this.#chainAt(at, text);
        if (chain !== undefined) {
          this.#take(text, chain);
          // What goes on on the next page leaves its neighbours on this one.
          const page = this.#pieces[at]?.page;
          cursor = Math.max(...chain.filter((one) => this.#pieces[one]?.page === page)) + 1;
          return;
        }
        if (next !== undefined && this.#chainAt(at, next) !== undefined) break;
      }
      later.push(text);
    });
    return later;
  }

  /** Texts that read alike have their pieces in reading order, whichever was sought first. */
  putInOrder(texts: readonly ExpectedText[]): void {
    const alike = new Map<string, ExpectedText[]>();
    for (const text of texts) {
      if (!this.#chains.has(text)) continue;
      const others = alike.get(text.text);
      if (others === undefined) alike.set(text.text, [text]);
      else others.push(text);
    }
    for (const group of alike.values()) {
      const chains = group.map((text) => this.#chains.get(text) ?? []).sort(([a = 0], [b = 0]) => a - b);
      group.forEach((text, index) => {
        this.#take(text, chains[index] ?? []);
      });
    }
  }

  /** Takes a text's pieces wherever they are free. */
  anywhere(text: ExpectedText): boolean {
    for (let at = 0; at < this.#pieces.length; at++) {
      const chain = this.#chainAt(at, text);
      if (chain === undefined) continue;
      this.#take(text, chain);
      return true;
    }
    return false;
  }

  /** Takes a text's pieces from others that find theirs elsewhere. */
  makingRoom(text: ExpectedText, moves: number): boolean {
    if (moves === 0) return false;
    for (let at = 0; at < this.#pieces.length; at++) {
      const chain = chainAt(this.#pieces, NONE, at, text.text);
      if (chain === undefined) continue;
      if (this.#tried >= MOST_TRIED) return false;
      this.#tried += 1;
      const before = new Map(this.#chains);
      const owners = new Set(chain.flatMap((index) => this.#owners.get(index) ?? []));
      for (const owner of owners) this.#release(owner);
      this.#take(text, chain);
      if ([...owners].every((owner) => this.anywhere(owner) || this.makingRoom(owner, moves - 1)))
        return true;
      this.#restore(before);
    }
    return false;
  }

  #chainAt(at: number, { text }: ExpectedText): readonly number[] | undefined {
    return this.#owners.has(at) ? undefined : chainAt(this.#pieces, this.#owners, at, text);
  }

  #take(text: ExpectedText, chain: readonly number[]): void {
    this.#chains.set(text, chain);
    for (const index of chain) this.#owners.set(index, text);
  }

  #release(text: ExpectedText): void {
    for (const index of this.#chains.get(text) ?? []) this.#owners.delete(index);
    this.#chains.delete(text);
  }

  #restore(chains: ReadonlyMap<ExpectedText, readonly number[]>): void {
    this.#chains.clear();
    this.#owners.clear();
    for (const [text, chain] of chains) this.#take(text, chain);
  }

  #hits(chain: readonly number[]): readonly Hit[] {
    let end = 0;
    return chain.flatMap((index): Hit[] => {
      const piece = this.#pieces[index];
      if (piece === undefined) return [];
      end += piece.squeezed.length;
      return [{ piece, from: end - piece.squeezed.length }];
    });
  }
}

const NONE: ReadonlyMap<number, ExpectedText> = new Map();

/** A block of the document with what was found of it. */
export interface ProvenBlock {
  readonly block: Block;
  readonly findings: Findings;
}

/** The page on which a character of a found text stands. */
export function pageAt(hits: readonly Hit[], offset: number): number | undefined {
  return hits.findLast(({ from }) => from <= offset)?.piece.page;
}
