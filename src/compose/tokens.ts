// Opaque tokens: how a figure keeps its identity on its way through a template.
import type { SourceLocation } from '../diagnostic.ts';
import type { Inline } from '../document/inline.ts';

/** Groups of lines: {{#box}} … {{/box}}. */
export const GROUPS = ['box', 'landscape'] as const;
export type GroupName = (typeof GROUPS)[number];

/** What a helper put into the text. */
export type Token =
  | {
      readonly kind: 'inline';
      readonly inline: (bold: boolean) => Inline;
      readonly place: SourceLocation;
    }
  /** A table, chart, image, diagram or other part of the publication that stands on a line of its own. */
  | {
      readonly kind: 'block';
      readonly block: 'table' | 'chart' | 'image' | 'diagram' | 'insert' | 'page-break';
      readonly id: string;
      readonly place: SourceLocation;
    }
  /** The line that opens a group of lines, or the one that closes it. */
  | {
      readonly kind: 'group';
      readonly group: GroupName;
      readonly edge: 'begin' | 'end';
      /** What is printed above it; empty without. */
      readonly title: string;
      readonly place: SourceLocation;
    }
  /** In the place of what was at fault and is reported. */
  | { readonly kind: 'nothing' }
  /** Where the text behind it was written. */
  | { readonly kind: 'place'; readonly place: SourceLocation };

/** Delimiters of a token, and the pattern that finds one. Private use, so no input may hold them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const PATTERN = /\uE000(\d+)\uE001|\uE002+/gu;
/** Stands for each character of a tag that cannot be run; a run of them is a token of kind `nothing`. */
export const FAULTY = '\uE002';

/** The text with U+FFFD for characters that tokens are made of; that they stand there is told where the text is read. */
export function withoutDelimiters(text: string): string {
  return text.replace(/[\uE000-\uE002]/gu, '\uFFFD');
}

/** The beginning of a line of a text, whatever the composition it is run in. */
export function lineMark(line: number): string {
  return `${OPEN}L${line}${CLOSE}`;
}

const LINE_MARK = /\uE000L(\d+)\uE001/gu;

/** The tokens of one composition. */
export class TokenTable {
  readonly #tokens: Token[] = [];
  readonly #taken = new Set<Token>();

  /** The characters that stand for the token. */
  put(token: Token): string {
    this.#tokens.push(token);
    return `${OPEN}${this.#tokens.length - 1}${CLOSE}`;
  }

  /** The text with tokens for the marks of its lines. */
  placed(text: string, placeOf: (line: number) => SourceLocation): string {
    return text.replace(LINE_MARK, (_, line: string) =>
      this.put({ kind: 'place', place: placeOf(Number(line)) }),
    );
  }

  /** Notes that the token became part of the document. */
  take(token: Token): void {
    this.#taken.add(token);
  }

  /** Where calls stand whose tokens did not become part of the document. */
  get lost(): readonly SourceLocation[] {
    return this.#tokens.flatMap((token) =>
      (token.kind === 'inline' || token.kind === 'block' || token.kind === 'group') && !this.#taken.has(token)
        ? [token.place]
        : [],
    );
  }

  /** The text cut at its tokens, in order. Throws on a token that was never put. */
  split(text: string): readonly (string | Token)[] {
    const pieces: (string | Token)[] = [];
    let from = 0;
    for (const match of text.matchAll(PATTERN)) {
      if (match.index > from) pieces.push(text.slice(from, match.index));
      const token: Token | undefined =
        match[1] === undefined ? { kind: 'nothing' } : this.#tokens[Number(match[1])];
      if (token === undefined) throw new Error(`unknown token ${match[1]}`);
      pieces.push(token);
      from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push(text.slice(from));
    return pieces;
  }
}
