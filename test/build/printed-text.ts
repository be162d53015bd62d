// The finished PDF -> its running text as one string, without heads, feet and page breaks; and the notes apart.
import type { BundledPlan } from './bundled-plan.ts';
import { joined, readPages } from './pdf-text.ts';

/** Points of the head and foot that hold no text of the document. */
const HEAD = 70;
const FOOT = 60;

export interface PrintedText {
  /** Squeezed: without any blank. */
  readonly body: string;
  readonly notes: string;
  /** One a page, heads and feet included. */
  readonly pages: readonly string[];
}

/** Reads the file back with a library that knows nothing of ours; only the notes' upper edge comes from the layout map. */
export async function printedText({ pdf }: Pick<BundledPlan, 'pdf'>): Promise<PrintedText> {
  const pages = await readPages(pdf.bytes);
  let body = '';
  let notes = '';
  pages.forEach((page, index) => {
    const noteTop = Math.min(
      ...pdf.layout.texts.filter((text) => text.page === index && text.role === 'note').map((text) => text.y),
    );
    const opensPart = page.pieces.some((piece) => piece.size > 30);
    const text = page.pieces.filter((piece) => (opensPart || piece.y > HEAD) && piece.y < page.height - FOOT);
    body += joined(text.filter((piece) => piece.y < noteTop));
    notes += joined(text.filter((piece) => piece.y >= noteTop));
  });
  return { body, notes, pages: pages.map((page) => joined(page.pieces)) };
}
