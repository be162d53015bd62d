// The pieces of a block as drawn, and the texts that it must show -> which pieces make up which text, and what is missing.
import type { ExpectedText } from './expected-text.ts';
import type { TextPiece } from './pdf/page-text.ts';

/** A piece without blanks. */
export interface Printed extends TextPiece {
  readonly squeezed: string;
}

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

/**
 * Finds each text as a chain of whole pieces, each piece in one text only. Texts are drawn in reading order, but for a few: so the
 * next text is sought from where the last one ended, and what is not met in order is sought anywhere at the end.
 */
export function findTexts(pieces: readonly Printed[], texts: readonly ExpectedText[]): Findings {
  const wanted = texts.filter(({ text }) => text !== '');
  const inOrder = seek(pieces, wanted, true);
  if (inOrder.missing.length === 0) return inOrder;
  // A short text may have taken a piece of a longer one: longest first, none can.
  const bySize = seek(
    pieces,
    [...wanted].sort((a, b) => b.text.length - a.text.length),
    false,
  );
  return bySize.missing.length < inOrder.missing.length ? bySize : inOrder;
}

function seek(pieces: readonly Printed[], texts: readonly ExpectedText[], ordered: boolean): Findings {
  const used = new Set<number>();
  const found = new Map<ExpectedText, readonly Hit[]>();
  const take = (text: ExpectedText, chain: readonly number[]): void => {
    let from = 0;
    const hits = chain.flatMap((index): Hit[] => {
      const piece = pieces[index];
      if (piece === undefined) return [];
      used.add(index);
      from += piece.squeezed.length;
      return [{ piece, from: from - piece.squeezed.length }];
    });
    found.set(text, hits);
  };
  const later: ExpectedText[] = [];
  let cursor = 0;
  texts.forEach((text, index) => {
    const next = texts[index + 1];
    for (let at = cursor; ordered && at < pieces.length; at++) {
      if (used.has(at)) continue;
      const chain = chainAt(pieces, used, at, text.text);
      if (chain !== undefined) {
        take(text, chain);
        // What goes on on the next page leaves its neighbours on this one.
        const page = pieces[at]?.page;
        cursor = Math.max(...chain.filter((one) => pieces[one]?.page === page)) + 1;
        return;
      }
      if (next !== undefined && chainAt(pieces, used, at, next.text) !== undefined) break;
    }
    later.push(text);
  });
  const missing = later.filter((text) => {
    for (let at = 0; at < pieces.length; at++) {
      const chain = used.has(at) ? undefined : chainAt(pieces, used, at, text.text);
      if (chain === undefined) continue;
      take(text, chain);
      return false;
    }
    return true;
  });
  return { found, missing, left: pieces.filter((_, index) => !used.has(index)) };
}

/** The pieces from `at` on that spell the text; it may go on on the next page, behind what other texts show there. */
function chainAt(
  pieces: readonly Printed[],
  used: ReadonlySet<number>,
  at: number,
  text: string,
  offset = 0,
): readonly number[] | undefined {
  const chain: number[] = [];
  let done = offset;
  for (let index = at; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || used.has(index) || !text.startsWith(piece.squeezed, done)) break;
    chain.push(index);
    done += piece.squeezed.length;
    if (done === text.length) return chain;
  }
  const last = pieces[chain.at(-1) ?? -1];
  if (last === undefined) return undefined;
  for (let index = at; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.page <= last.page) continue;
    if (piece.page > last.page + 1) break;
    if (used.has(index) || !text.startsWith(piece.squeezed, done)) continue;
    const rest = chainAt(pieces, used, index, text, done);
    if (rest !== undefined) return [...chain, ...rest];
  }
  return undefined;
}
