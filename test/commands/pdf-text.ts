// PDF bytes -> the text of each page with its place, read by a library that knows nothing of ours.
import { getDocument, VerbosityLevel } from '../pdfjs.ts';

export interface TextPiece {
  readonly text: string;
  /** Left edge and baseline in points from the top left corner of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Type size in points. */
  readonly size: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In drawing order. */
  readonly pieces: readonly TextPiece[];
}

/** Reads every page. */
export async function readPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  // The library takes the bytes over, so it gets its own.
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await loading.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ disableNormalization: true });
    const pieces = content.items.flatMap((item): TextPiece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 0, b = 0, , , x = 0, y = 0]: readonly number[] = item.transform;
      return [{ text: item.str, x, y: height - y, width: item.width, size: Math.hypot(a, b) }];
    });
    pages.push({ number, width, height, pieces });
  }
  await loading.destroy();
  return pages;
}

/** The text without any blank: how texts are compared, since a line may end anywhere. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** The pieces' text, squeezed and joined. */
export function joined(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => squeeze(piece.text)).join('');
}

/** Pairs of pieces whose letters lie on top of each other; none in a good page. */
export function overlaps(page: PdfPage): string[] {
  const found: string[] = [];
  page.pieces.forEach((a, index) => {
    for (const b of page.pieces.slice(index + 1)) {
      const apart =
        a.x + a.width <= b.x + 0.3 ||
        b.x + b.width <= a.x + 0.3 ||
        // Letters reach from about 0.75 of their size above the baseline to 0.2 below it.
        a.y + a.size * 0.2 <= b.y - b.size * 0.75 ||
        b.y + b.size * 0.2 <= a.y - a.size * 0.75;
      if (!apart) found.push(`${page.number}: ${a.text} / ${b.text}`);
    }
  });
  return found;
}
