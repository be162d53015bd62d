// Documents -> what came out: the file, the layout map, and the pages as another library reads them.

import type { Block, Document } from '../../../src/document/document.ts';
import { provePdf } from '../../../src/proof/prove-pdf.ts';
import { type LayoutMap, type PlacedText, writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { joined, type PdfPage, readPages } from '../../commands/pdf-text.ts';
import { getDocument, VerbosityLevel } from '../../pdfjs.ts';
import { documentOf, fonts, theme } from './documents.ts';

const MM = 72 / 25.4;

/** The text area of a right-hand page, in points. */
export const area = {
  left: theme.page.left * MM,
  right: (theme.page.width - theme.page.right) * MM,
  top: theme.page.top * MM,
  bottom: (theme.page.height - theme.page.bottom) * MM,
};

/** The text area of a page from 0, where there is no cover. */
export function areaOn(page: number): typeof area {
  const { left, right, width } = theme.page;
  return page % 2 === 0 ? area : { ...area, left: right * MM, right: (width - left) * MM };
}

export interface Print {
  readonly bytes: Uint8Array;
  readonly layout: LayoutMap;
  readonly pages: readonly PdfPage[];
  /** One a page, heads and feet included, without any blank. */
  readonly texts: readonly string[];
}

export type Settings = Partial<Pick<Document, 'firstPage' | 'reviewCopy' | 'title' | 'notes'>>;

/** The layout map alone: enough where only places are asked for. Throws when there is no file. */
export async function laidOut(blocks: readonly Block[], more: Settings = {}): Promise<LayoutMap> {
  return (await written(blocks, more)).layout;
}

/** The file, read again, in which the proof raises no false alarm. Throws when there is none. */
export async function print(blocks: readonly Block[], more: Settings = {}): Promise<Print> {
  const { document, bytes, layout } = await written(blocks, more);
  const proof = provePdf(document, layout, bytes, 'plan.pdf');
  const alarms = proof.diagnostics.filter(({ severity }) => severity === 'error');
  if (alarms.length > 0) throw new Error(JSON.stringify(alarms));
  const pages = await readPages(bytes);
  return { bytes, layout, pages, texts: pages.map(({ pieces }) => joined(pieces)) };
}

async function written(blocks: readonly Block[], more: Settings) {
  const document = { ...documentOf(blocks), ...more };
  const { value, diagnostics } = await writePdf(document, fonts);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return { document, ...value };
}

/** Whatever a viewer can ask of the file. */
export async function opened<T>(
  bytes: Uint8Array,
  read: (pdf: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
): Promise<T> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    return await read(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

/** The stretches of text that a block printed, in drawing order. */
export function textsIn({ texts }: LayoutMap, block: string): readonly PlacedText[] {
  return texts.filter((text) => text.block === block);
}

/** Pages on which a block stands. */
export function pagesWith({ blocks }: LayoutMap, block: string): readonly number[] {
  return [...new Set((blocks.get(block) ?? []).map(({ page }) => page))];
}

/** How often one text stands in another. */
export function times(text: string, needle: string): number {
  return text.split(needle).length - 1;
}

/** Those of a page's pieces that leave the text area. */
export function outside(page: PdfPage): string[] {
  const { left, right, top, bottom } = areaOn(page.number - 1);
  return page.pieces
    .filter(({ x, y, width }) => x < left - 0.5 || x + width > right + 0.5 || y < top || y > bottom)
    .map(({ text }) => text);
}

/** Numbered words with a full stop, by which each is found again. */
export function words(count: number, prefix: string): string {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}.`).join(' ');
}
