// The finished PDF -> its running text as one string, without heads, feet and page breaks; the notes and each block apart.
import type { BundledPlan } from './bundled-plan.ts';
import { joined, type PdfPage, readPages, type TextPiece } from './pdf-text.ts';

/** Points of the head and foot that hold no text of the document. */
const HEAD = 70;
const FOOT = 60;
/** Type of covers and of the titles of parts is larger, in points. */
const LARGE = 24;
/** Points by which letters may stand out of their block's box. */
const SLACK = 1;
/** Type larger than any text: what is drawn across the pages of a review copy. */
const WATERMARK = 80;

export interface PrintedText {
  /** Squeezed: without any blank. */
  readonly body: string;
  readonly notes: string;
  /** What stands within a block's boxes, in drawing order; and its text, squeezed. */
  readonly piecesOf: (block: string) => readonly TextPiece[];
  readonly within: (block: string) => string;
  /** One a page, heads and feet included. */
  readonly pages: readonly string[];
}

/** Reads the file back with a library that knows nothing of ours; only where notes begin and blocks stand comes from the layout map. */
export async function printedText({ pdf }: Pick<BundledPlan, 'pdf'>): Promise<PrintedText> {
  const { texts } = pdf.layout;
  const pages = (await readPages(pdf.bytes)).map((page, index) => ({
    ...page,
    // A numeral that is drawn has no letters, and the proof has read it; it is the first of its page.
    pieces: [
      ...texts.flatMap(({ drawn, page: on, y, height, ...text }) =>
        drawn === true && on === index ? [{ ...text, y: y + height * 0.8, size: height }] : [],
      ),
      ...page.pieces.filter((piece) => piece.size < WATERMARK),
    ],
  }));
  const isFurniture = (index: number, { x, y }: TextPiece): boolean =>
    texts.some(
      (text) =>
        text.page === index &&
        text.role === 'furniture' &&
        Math.abs(text.x - x) < 1 &&
        Math.abs(text.y + text.height * 0.8 - y) < 1,
    );
  const textOn = (page: PdfPage, index: number): readonly TextPiece[] => {
    const opensPart = page.pieces.some((piece) => piece.size > LARGE);
    return page.pieces.filter(
      (piece) => (opensPart ? !isFurniture(index, piece) : piece.y > HEAD) && piece.y < page.height - FOOT,
    );
  };
  let body = '';
  let notes = '';
  pages.forEach((page, index) => {
    const noteTop = Math.min(
      ...pdf.layout.texts.filter((text) => text.page === index && text.role === 'note').map((text) => text.y),
    );
    const text = textOn(page, index);
    body += joined(text.filter((piece) => piece.y < noteTop));
    notes += joined(text.filter((piece) => piece.y >= noteTop));
  });
  const piecesOf = (block: string): readonly TextPiece[] =>
    (pdf.layout.blocks.get(block) ?? []).flatMap((box) => {
      const inside = ({ x, y, width, size }: TextPiece) => {
        const middle = y - size * 0.35;
        return (
          middle > box.y &&
          middle < box.y + box.height &&
          x > box.x - SLACK &&
          x + width < box.x + box.width + SLACK
        );
      };
      const page = pages[box.page];
      // As if all pages lay at one side of the book.
      const first = pdf.layout.blocks.get(block)?.[0]?.x ?? box.x;
      return page === undefined
        ? []
        : textOn(page, box.page)
            .filter(inside)
            .map((piece) => ({ ...piece, x: piece.x - box.x + first }));
    });
  return {
    body,
    notes,
    piecesOf,
    within: (block) => joined(piecesOf(block)),
    pages: pages.map((page) => joined(page.pieces)),
  };
}
