// Pages as read -> what is shown and painted under each mark, and what stands under none.
import { foreignRuns } from '../../document/foreign-runs.ts';
import { squeezed } from '../expected-text.ts';
import type { PaintedShape } from '../pdf/page-shapes.ts';
import type { TextPiece } from '../pdf/page-text.ts';
import type { ReadPage } from '../pdf/read-pdf.ts';

export interface MarkedContent {
  readonly page: number;
  /** The type of the element that it says it is of. */
  readonly tag: string;
  /** Without blanks. */
  text: string;
  readonly pieces: TextPiece[];
  readonly shapes: PaintedShape[];
}

export interface MarkedPages {
  /** By page and number of the mark. */
  readonly contents: ReadonlyMap<string, MarkedContent>;
  /** Pages on which something is neither of an element nor decoration. */
  readonly unmarked: readonly number[];
  /** Whose words are told to be of another language than they are. */
  readonly otherLanguage: readonly TextPiece[];
}

export const contentKey = (page: number, id: number): string => `${page} ${id}`;

export function markedContent(pages: readonly ReadPage[]): MarkedPages {
  const contents = new Map<string, MarkedContent>();
  const unmarked = new Set<number>();
  const otherLanguage: TextPiece[] = [];
  pages.forEach(({ pieces, shapes }, page) => {
    const contentOf = (mark: TextPiece['mark']): MarkedContent | undefined => {
      if (mark === undefined) unmarked.add(page);
      if (mark?.kind !== 'content') return undefined;
      const key = contentKey(page, mark.id);
      const content = contents.get(key) ?? { page, tag: mark.tag, text: '', pieces: [], shapes: [] };
      contents.set(key, content);
      return content;
    };
    for (const piece of pieces) {
      const content = contentOf(piece.mark);
      content?.pieces.push(piece);
      if (content !== undefined) content.text += squeezed(piece.text);
      if (!sameWords(piece)) otherLanguage.push(piece);
    }
    for (const shape of shapes) contentOf(shape.mark)?.shapes.push(shape);
  });
  return { contents, unmarked: [...unmarked], otherLanguage };
}

/** Decoration is not heard, so nothing is told of its words. */
function sameWords({ text, mark, foreign }: TextPiece): boolean {
  const characters = [...text];
  const right =
    mark?.kind === 'content'
      ? foreignRuns(text).map(
          ({ start, end, language }) => `${language} ${characters.slice(start, end).join('')}`,
        )
      : [];
  return foreign.map(({ words, language }) => `${language} ${words}`).join('\n') === right.join('\n');
}
