// Pages as read -> what is shown and painted under each mark, and what stands under none.
import { spokenRuns } from '../../document/spoken-runs.ts';
import type { PaintedShape } from '../pdf/page-shapes.ts';
import type { TextPiece } from '../pdf/page-text.ts';
import type { ReadPage } from '../pdf/read-pdf.ts';

export interface MarkedContent {
  readonly page: number;
  /** The type of the element that it says it is of. */
  readonly tag: string;
  /** A blank stands where a reader finds one: in a line, or behind it. */
  text: string;
  readonly pieces: TextPiece[];
  readonly shapes: PaintedShape[];
}

export interface MarkedPages {
  /** By page and number of the mark. */
  readonly contents: ReadonlyMap<string, MarkedContent>;
  /** Pages on which something is neither of an element nor decoration. */
  readonly unmarked: readonly number[];
  /** Whose words are told to be of another language than they are, or to stand for others. */
  readonly spokenOtherwise: readonly TextPiece[];
}

export const contentKey = (page: number, id: number): string => `${page} ${id}`;

export function markedContent(pages: readonly ReadPage[]): MarkedPages {
  const contents = new Map<string, MarkedContent>();
  const unmarked = new Set<number>();
  const spokenOtherwise: TextPiece[] = [];
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
      if (content !== undefined) content.text += piece.blankWidth > 0 ? `${piece.text} ` : piece.text;
      if (!sameWords(piece)) spokenOtherwise.push(piece);
    }
    for (const shape of shapes) contentOf(shape.mark)?.shapes.push(shape);
  });
  return { contents, unmarked: [...unmarked], spokenOtherwise };
}

/** Decoration is not heard, so nothing is told of its words. */
function sameWords({ text, mark, spoken }: TextPiece): boolean {
  const characters = [...text];
  const right =
    mark?.kind === 'content'
      ? spokenRuns(text).map(({ start, end, ...told }) => ({
          words: characters.slice(start, end).join(''),
          ...told,
        }))
      : [];
  const written = (runs: TextPiece['spoken']) =>
    runs.map(({ words, language, expansion }) => `${words} ${language} ${expansion}`).join('\n');
  return written(spoken) === written(right);
}
