// Made pages -> the bytes of a PDF file, through pdfmake's document and renderer.
import type { OutlineItem } from 'pdfmake/js/PDFDocument.js';
import type { Document } from '../../../document/document.ts';
import { outlineOf } from '../../../document/outline.ts';
import { readingOf } from '../../../document/reading.ts';
import { type MadePage, sizeOf } from '../page/made-page.ts';
import { type LabelRange, labelRanges } from '../page/page-names.ts';
import { beginningsOf } from '../page/page-references.ts';
import type { Structure } from '../tags/structure.ts';
import { Tagger } from '../tags/tagger.ts';
import { MM } from '../type/units.ts';
import { ArchiveDocument } from './archive-document.ts';
import { ScreenColours } from './colours.ts';
import { RawValue } from './compact-document.ts';
import { fontFamilies } from './embedded-fonts.ts';
import { PDFDocument } from './pdfmake.ts';
import { GlyphRenderer } from './renderer.ts';
import type { XmpProperties } from './xmp.ts';

/** A file's properties for pdfkit, with fonts. No clock: the issue date is the creation date. */
export function pdfSettings(
  document: Document,
  fonts: ReadonlyMap<string, Uint8Array>,
  purpose: 'screen' | 'press',
) {
  const { page } = document.theme;
  return [
    fontFamilies(fonts),
    {},
    {},
    {},
    {
      size: [page.width * MM, page.height * MM],
      pdfVersion: purpose === 'press' ? '1.6' : '1.7',
      compress: true,
      autoFirstPage: false,
      lang: document.language,
      displayTitle: true,
      info: {
        Title: titleOf(document),
        Author: document.issuer,
        ...(document.summary !== undefined && { Subject: document.summary }),
        ...(document.keywords !== undefined && { Keywords: document.keywords.join(', ') }),
        Creator: CREATOR,
        Producer: PRODUCER,
        CreationDate: issueDate(document),
        ModDate: issueDate(document),
        // A name, where pdfkit would write a string.
        ...(purpose === 'press' && { Trapped: new RawValue('/False') }),
      },
      font: null,
    },
  ] as const;
}

const CREATOR = 'iljari';
const PRODUCER = 'pdfmake';

/** The same properties as XMP tells them. */
export function xmpProperties(document: Document): XmpProperties {
  const { issuer: author, language, keywords, summary } = document;
  return {
    title: titleOf(document),
    author,
    ...(keywords && { keywords }),
    ...(summary && { summary }),
    language,
    creator: CREATOR,
    producer: PRODUCER,
    date: issueDate(document),
  };
}

function titleOf({ title, edition }: Document): string {
  return edition === undefined ? title : `${title} (${edition.title})`;
}

function issueDate(document: Document): Date {
  return new Date(`${document.issueDate}T00:00:00Z`);
}

/** Draws the pages with bookmarks and page labels, and gives the file's bytes: tagged and archival with a structure. */
export async function printPdf(
  document: Document,
  pages: readonly MadePage[],
  fonts: ReadonlyMap<string, Uint8Array>,
  structure: Structure | undefined,
): Promise<Uint8Array> {
  const colours = new ScreenColours(document.theme);
  if (structure === undefined) {
    const pdf = new PDFDocument(...pdfSettings(document, fonts, 'screen'));
    draw(pdf, new GlyphRenderer(pdf, fonts, { colours }), document, pages);
    return bytesOf(pdf);
  }
  const pdf = new ArchiveDocument(...pdfSettings(document, fonts, 'screen'));
  pdf.properties = xmpProperties(document);
  const tagger = new Tagger(pdf);
  draw(pdf, new GlyphRenderer(pdf, fonts, { colours, tagger }), document, pages);
  pdf.structureTree = tagger.write(structure.root);
  return bytesOf(pdf);
}

function draw(
  pdf: PDFDocument,
  renderer: GlyphRenderer,
  document: Document,
  pages: readonly MadePage[],
): void {
  renderer.renderPages(
    pages.map((made) => ({
      pageSize: sizeOf(made),
      items: made.items.map((item) => ({ type: 'vector', item })),
    })),
  );
  addBookmarks(pdf, document, pages);
  pdf._root.data.PageLabels = { Nums: labelRanges(document, pages).flatMap(pageLabel) };
}

/** Ends the file and gives its bytes. */
export async function bytesOf(pdf: PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

/** A range of page labels as the PDF tells it: its first page, and how the pages are counted. */
function pageLabel({ from, style, start, name }: LabelRange): [number, Record<string, unknown>] {
  switch (style) {
    case 'decimal':
      return [from, { S: 'D', St: start }];
    case 'roman':
      return [from, { S: 'r', St: start }];
    case 'name':
      // pdfkit takes a boxed string for a text string and a plain one for a name.
      return [from, { P: new String(name) }];
  }
}

/** The headings of the document, nested by depth, each leading to the exact place on its page. */
function addBookmarks(pdf: PDFDocument, document: Document, pages: readonly MadePage[]): void {
  const places = beginningsOf(pages);
  const open: { readonly depth: number; readonly item: OutlineItem }[] = [];
  for (const { depth, name, block } of outlineOf(readingOf(document).nodes)) {
    const place = places.get(block);
    const page = pages[place?.page ?? -1];
    if (place === undefined || page === undefined) throw new Error(`no page has the block ${block}`);
    // A level may be skipped in data; the entry then hangs under the nearest one above it, beside its own like.
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1)?.item ?? pdf.outline;
    const item = parent.addItem(name, {
      // pdfkit counts what is open, and leaves the rest and the root uncounted.
      expanded: false,
      pageNumber: place.page,
      top: Math.max(0, Math.floor(place.y - 6)),
      // pdfkit counts it from the right edge.
      left: sizeOf(page).width,
    });
    open.push({ depth, item });
  }
  const roots = pdf.outline.children;
  for (const root of roots) countEntries(root, 1);
  if (roots.length > 0)
    pdf.outline.outlineData.Count = roots.reduce((sum, { children }) => sum + 1 + children.length, 0);
}

/** How many entries are seen below each when it is open: the outermost are at first, the others, counted below nought, are not (ISO 32000-1, table 153). */
function countEntries({ outlineData, children }: OutlineItem, sign: 1 | -1): void {
  if (children.length > 0) outlineData.Count = sign * children.length;
  for (const child of children) countEntries(child, -1);
}
