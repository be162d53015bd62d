// A document, the map of its layout and the finished PDF -> where each figure is printed, and what is not as it should be.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { readingOf } from '../document/reading.ts';
import type { TableCell } from '../document/table.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Printed } from './chain.ts';
import { chartBlocks } from './charts/chart-blocks.ts';
import { provePrintedCharts } from './charts/prove-printed.ts';
import { type ExpectedBlock, type ExpectedText, expectedBlock } from './expected-text.ts';
import { type Findings, findTexts, type Hit, type ProvenBlock, pageAt } from './find-texts.ts';
import { type HeardFinding, proveBookmarks, proveDecoration, proveHeard } from './heard/prove-heard.ts';
import { PageLook } from './page-look.ts';
import { PaintColours } from './paint-colours.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { PdfFault } from './pdf/pdf-value.ts';
import { type ReadPage, readPages } from './pdf/read-pdf.ts';
import { PdfFaults, type ShownFigure } from './pdf-faults.ts';
import { type PdfPurpose, type Shift, UNMOVED } from './pdf-purpose.ts';
import { type PrintedPages, printedPages } from './printed-pages.ts';
import { proveContents, provePageNumbers } from './prove-contents.ts';
import { proveFigureLines } from './prove-figure-lines.ts';
import { proveFigures } from './prove-figures.ts';
import { proveFile } from './prove-file.ts';
import { proveFonts } from './prove-fonts.ts';
import { proveHeads } from './prove-heads.ts';
import { proveLabels, proveLegible } from './prove-legible.ts';
import { proveMarks } from './prove-marks.ts';
import { proveNotes } from './prove-notes.ts';
import { provePaint } from './prove-paint.ts';
import { proveProperties } from './prove-properties.ts';
import { proveShapes } from './prove-shapes.ts';
import { proveSpace } from './prove-space.ts';
import { proveTable } from './prove-table.ts';
import { proveTurned } from './prove-turned.ts';

/** A figure in print. */
interface PrintedFigure extends ShownFigure {
  readonly block: string;
}

interface PdfProof {
  readonly figures: readonly PrintedFigure[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was read; none of a file that cannot be. */
  readonly pages: readonly ReadPage[];
}

/** What a proof may be told beside the file. */
export interface PdfContext {
  /** How far each page stands from where the map has it. */
  readonly shifts?: readonly Shift[];
  /** Where figures are typed, for messages. */
  readonly book?: FigureBook;
  /** What the file is for; for screens and archives unless told. */
  readonly purpose?: PdfPurpose;
  /** The program's font files by name; without them letters are not looked at. */
  readonly fonts?: ReadonlyMap<string, Uint8Array>;
}

/** Reads the file and looks for everything that the document says, each in the boxes of its block. `name` is the file's, for messages. */
export function provePdf(
  document: Document,
  layout: LayoutMap,
  bytes: Uint8Array,
  name: string,
  { shifts = [], book = new Map(), purpose = { kind: 'archive' }, fonts }: PdfContext = {},
): PdfProof {
  const faults = new PdfFaults(name, document, layout, book);
  const diagnostics: Diagnostic[] = [];
  let pages: readonly ReadPage[];
  let file: PdfFile;
  try {
    file = new PdfFile(bytes);
    const read = readPages(file);
    diagnostics.push(
      ...proveFile(faults, document, file, read, purpose, layout.turned),
      ...proveProperties(faults, document, layout.pageLabels, file, purpose),
      ...(fonts === undefined ? [] : proveFonts(faults, read, fonts)),
    );
    pages = read.map((page, index) => shifted(page, shifts[index] ?? UNMOVED));
  } catch (fault) {
    if (!(fault instanceof PdfFault)) throw fault;
    return { figures: [], pages: [], diagnostics: [...diagnostics, faults.unreadable(fault.message)] };
  }
  if (pages.length !== layout.pageLabels.length)
    return { figures: [], pages, diagnostics: [...diagnostics, faults.pageCount(pages.length)] };

  let heard: readonly HeardFinding[] = [];
  try {
    if (purpose.kind !== 'press') {
      const reading = readingOf(document, layout.charts);
      if (purpose.kind === 'archive') heard = proveHeard(faults, document, reading, layout, file, pages);
      diagnostics.push(...proveBookmarks(faults, document, reading, layout, file, pages));
    }
  } catch (fault) {
    if (!(fault instanceof PdfFault)) throw fault;
    diagnostics.push(faults.unreadable(fault.message));
  }

  /** Blocks and notes of which something is told already. */
  const told = new Set<string>();
  const tell = (block: string, found: readonly Diagnostic[]): void => {
    if (found.length > 0) told.add(block);
    diagnostics.push(...found);
  };
  const printed = printedPages(pages, layout);
  const looks = pages.map(({ shapes }) => new PageLook(shapes));
  const colours = new PaintColours(document.theme, purpose);
  const proven: ProvenBlock[] = [];
  for (const block of document.blocks) {
    const expected = expectedBlock(block, document);
    const pieces = printed.blocks.get(block.id) ?? [];
    const contents =
      block.kind === 'contents'
        ? proveContents(faults, block, expected.texts, pieces, layout, printed)
        : undefined;
    const findings = contents?.findings ?? findTexts(pieces, expected.texts);
    proven.push({ block, findings });
    tell(block.id, faults.missing(block, findings.missing, expected.texts.length));
    if (findings.missing.length > 0) continue;
    tell(block.id, missingHeads(faults, block, expected, findings.found, pieces));
    if (block.kind === 'table')
      tell(block.id, proveTable(faults, block, expected.cells, findings, looks, colours));
    tell(block.id, contents?.diagnostics ?? []);
  }
  for (const { note, fault } of proveNotes(faults, document, proven, printed)) tell(note, [fault]);
  diagnostics.push(
    ...provePageNumbers(faults, document, printed),
    ...(purpose.kind === 'archive' ? proveDecoration(faults, document, layout, printed) : []),
    ...proveSpace(faults, document, pages, printed, layout),
    ...provePaint(faults, { document, layout, pages, purpose, colours, shifts, printed }),
    // The press file has blank pages, and else what the other one has.
    ...(purpose.kind === 'press'
      ? []
      : [
          ...proveMarks(faults, document, layout),
          ...proveTurned(faults, document, layout),
          ...proveHeads(faults, document, layout),
        ]),
    ...proveLegible(faults, looks, printed.placed),
    // Inks of letters are black or none: what the screen shows is judged.
    ...(purpose.kind === 'press' ? [] : proveLabels(faults, looks, printed.placed, chartBlocks(document))),
    ...proveShapes(faults, document, layout, pages),
    ...provePrintedCharts(document, layout, pages, name),
    ...changes(faults, printed, told),
  );
  const figures = proven.flatMap(figuresOf);
  diagnostics.push(...proveFigures(faults, book, figures), ...proveFigureLines(faults, proven));
  const seen = diagnostics.some(({ severity }) => severity === 'error');
  diagnostics.push(
    ...heard.filter(({ unlessSeen }) => unlessSeen !== true || !seen).map(({ fault }) => fault),
  );
  return { figures, diagnostics, pages };
}

/** The page in the places of the layout. */
function shifted(page: ReadPage, { right, down }: Shift): ReadPage {
  if (right === 0 && down === 0) return page;
  const moved = <T extends ReadPage['sheet']>(box: T): T => ({
    ...box,
    left: box.left - right,
    right: box.right - right,
    top: box.top - down,
    bottom: box.bottom - down,
  });
  return {
    ...page,
    sheet: moved(page.sheet),
    pieces: page.pieces.map((piece) => ({ ...piece, x: piece.x - right, y: piece.y - down })),
    shapes: page.shapes.map((shape) => ({
      ...moved(shape),
      segments: shape.segments.map(({ operator, points }) => ({
        operator,
        points: points.map((value, index) => value - (index % 2 === 0 ? right : down)),
      })),
    })),
  };
}

/** Where the file departs from the layout and nothing else has told of it. */
function changes(
  faults: PdfFaults,
  { lost, foreign }: PrintedPages,
  told: ReadonlySet<string>,
): readonly Diagnostic[] {
  const pages = new Set(lost.map(({ page }) => page));
  const texts = new Set(lost.map(({ text }) => text));
  return [
    ...lost.filter(({ block }) => !told.has(block)).map((text) => faults.lost(text)),
    // What stands for a lost text, or is one that was moved, is told of as that.
    ...foreign
      .filter(({ page, text }) => !pages.has(page) && !texts.has(text))
      .map((piece) => faults.foreign(piece)),
  ];
}

/** Heading rows that a later page of the block does not show again. */
function missingHeads(
  faults: PdfFaults,
  block: Block,
  { heads, cells }: ExpectedBlock,
  found: Findings['found'],
  pieces: readonly Printed[],
): readonly Diagnostic[] {
  const first = Math.min(...heads.flatMap((head) => pagesOf(found.get(head))));
  const later = new Set(
    [...found].flatMap(([text, hits]) =>
      heads.includes(text) ? [] : pagesOf(hits).filter((page) => page > first),
    ),
  );
  return [...later]
    .sort((a, b) => a - b)
    .flatMap((page) => {
      const here = pieces.filter((piece) => piece.page === page);
      const over = headsOver(page, heads, cells, found).map((head) =>
        pagesOf(found.get(head)).includes(page) ? head : withoutMarks(head),
      );
      const { missing } = findTexts(here, over);
      return missing.length === 0 ? [] : [faults.headMissing(block, page, missing)];
    });
}

/** The heads of the columns that a page shows something of: a table may be cut between columns. All of what is no table of cells. */
function headsOver(
  page: number,
  heads: readonly ExpectedText[],
  cells: ExpectedBlock['cells'],
  found: Findings['found'],
): readonly ExpectedText[] {
  const isHead = new Set(heads);
  const here = [...cells].filter(([, texts]) =>
    texts.some((text) => !isHead.has(text) && pagesOf(found.get(text)).includes(page)),
  );
  if (here.length === 0) return heads;
  const columns = new Set(here.flatMap(([cell]) => columnsOf(cell)));
  const over = new Set(
    [...cells].flatMap(([cell, texts]) =>
      columnsOf(cell).some((column) => columns.has(column)) ? texts : [],
    ),
  );
  return heads.filter((head) => over.has(head));
}

/** What a head shows where it is repeated: no mark of a note, which stands where the head is read. */
function withoutMarks(head: ExpectedText): ExpectedText {
  const text = [...head.notes]
    .sort((one, other) => other.from - one.from)
    .reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), head.text);
  return { ...head, text, notes: [], figures: [] };
}

function columnsOf({ column, colSpan }: TableCell): readonly number[] {
  return Array.from({ length: colSpan }, (_, index) => column + index);
}

function pagesOf(hits: readonly Hit[] | undefined): readonly number[] {
  return (hits ?? []).map(({ piece }) => piece.page);
}

function figuresOf({ block, findings }: ProvenBlock): readonly PrintedFigure[] {
  return [...findings.found].flatMap(([{ figures }, hits]) =>
    figures.flatMap(({ from, to: _, ...shown }): PrintedFigure[] => {
      const page = pageAt(hits, from);
      return page === undefined ? [] : [{ ...shown, page, block: block.id }];
    }),
  );
}
