// The blocks of a part -> the same with captions and unit lines taken to the tables and pictures below them.

import { type AdoptWords, isWord } from '../plan/adopt-words.ts';
import { ITEM } from '../plan/typed-markers.ts';
import type { Block, Grid, LineBlock } from './block.ts';
import { plain } from './inline-text.ts';

export type Piece =
  | { readonly kind: 'line'; readonly line: LineBlock }
  | (Captions & { readonly kind: 'table'; readonly grid: Grid })
  /** A picture, or a caption below which one was lost. */
  | (Captions & { readonly kind: 'picture'; readonly alt: string });

interface Captions {
  readonly caption?: string | undefined;
  readonly unitLine?: string | undefined;
  readonly at: string;
}

const LONGEST_CAPTION = 90;
const BRACKETED = /^[<〈《＜].*[>〉》＞]$/su;

/** `asOf`: what stands behind a date that data are of. */
export function piecesOf(
  blocks: readonly Block[],
  words: AdoptWords,
  asOf: readonly string[],
): readonly Piece[] {
  const unitLine = (line: LineBlock) => isUnitLine(line, words, asOf);
  const pieces: Piece[] = [];
  const held: LineBlock[] = [];
  const release = () => {
    for (const line of held.splice(0)) {
      const text = plain(line.text);
      const isLost = BRACKETED.test(text);
      pieces.push(
        isLost ? { kind: 'picture', caption: line.text, alt: '', at: line.at } : { kind: 'line', line },
      );
    }
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      const opensCaption = isCaption(block, words);
      const isOver = held.length < 2 && unitLine(block);
      // A caption waits for what it stands over, a unit line behind it too; two captions in a row are not of one table.
      if (opensCaption || (isOver && !held.some(unitLine))) {
        if (opensCaption) release();
        held.push(block);
      } else {
        release();
        pieces.push({ kind: 'line', line: block });
      }
      continue;
    }
    if (block.kind === 'note') continue;
    const unit = held.find(unitLine);
    const caption =
      held.find((one) => one !== unit) ??
      (unit !== undefined || block.kind === 'picture' ? takenBefore(pieces) : undefined);
    held.length = 0;
    const over = { caption: caption?.text, unitLine: unit?.text, at: block.at };
    pieces.push(
      block.kind === 'table'
        ? { kind: 'table', grid: block.grid, ...over }
        : { kind: 'picture', alt: block.alt, ...over },
    );
  }
  release();
  return pieces;
}

/** A short line right before a unit line, or before a picture, is its caption though nothing says so. */
function takenBefore(pieces: Piece[]): LineBlock | undefined {
  const last = pieces.at(-1);
  if (last?.kind !== 'line' || last.line.heading > 0) return undefined;
  const text = plain(last.line.text);
  if (ITEM.test(text) || /^(?:[□※*]|\d{1,2}[.)]?\s)|[.:]$/u.test(text) || text.length > LONGEST_CAPTION / 2)
    return undefined;
  pieces.pop();
  return last.line;
}

function isCaption({ text, style }: LineBlock, words: AdoptWords): boolean {
  const said = plain(text);
  if (style !== undefined && isWord(words, 'caption-styles', style)) return true;
  return said.length <= LONGEST_CAPTION && BRACKETED.test(said);
}

function isUnitLine({ text, style }: LineBlock, words: AdoptWords, asOf: readonly string[]): boolean {
  const said = plain(text);
  if (style !== undefined && isWord(words, 'unit-line-styles', style)) return true;
  if (/^[([（［]?\s*단위\s*[:：]/u.test(said)) return true;
  const [, inside = ''] = /^[(（]([^()（）]{2,40})[)）]$/u.exec(said) ?? [];
  return /\d/.test(inside) && asOf.some((word) => inside.trimEnd().endsWith(word));
}
