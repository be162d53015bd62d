// A document, the map of its layout and the finished PDF -> where each figure is printed, and what is not as it should be.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import type { Address } from '../figure/address.ts';
import type { Printed } from './chain.ts';
import { type ExpectedText, expectedBlock } from './expected-text.ts';
import { type Findings, findTexts, type Hit, type ProvenBlock, pageAt } from './find-texts.ts';
import { PdfFault } from './pdf/pdf-value.ts';
import { type ReadPage, readPdf } from './pdf/read-pdf.ts';
import { PdfFaults } from './pdf-faults.ts';
import { type PrintedPages, printedPages } from './printed-pages.ts';
import { proveContents, provePageNumbers } from './prove-contents.ts';
import { proveNotes } from './prove-notes.ts';
import { proveSpace } from './prove-space.ts';
import { proveTable } from './prove-table.ts';

/** A figure in print. */
export interface PrintedFigure {
  readonly address: Address;
  /** Its characters as they stand there. */
  readonly text: string;
  /** Index of the page, from 0. */
  readonly page: number;
  readonly block: string;
}

export interface PdfProof {
  readonly figures: readonly PrintedFigure[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the file and looks for everything that the document says, each in the boxes of its block. `name` is the file's, for
 * messages; `shifts` tells how far each page stands to the right of where the map has it, in points.
 */
export function provePdf(
  document: Document,
  layout: LayoutMap,
  bytes: Uint8Array,
  name: string,
  shifts: readonly number[] = [],
): PdfProof {
  const faults = new PdfFaults(name, document, layout);
  let pages: readonly ReadPage[];
  try {
    pages = readPdf(bytes).map((page, index) => shifted(page, shifts[index] ?? 0));
  } catch (fault) {
    if (!(fault instanceof PdfFault)) throw fault;
    return { figures: [], diagnostics: [faults.unreadable(fault.message)] };
  }
  if (pages.length !== layout.pageLabels.length)
    return { figures: [], diagnostics: [faults.pageCount(pages.length)] };

  const charts = new Set(document.blocks.flatMap(chartsIn));
  const printed = printedPages(pages, layout, charts, document.theme);
  const diagnostics: Diagnostic[] = printed.lost.map((text) => faults.lost(text));
  const proven: ProvenBlock[] = [];
  for (const block of document.blocks) {
    const expected = expectedBlock(block, document);
    const pieces = printed.blocks.get(block.id) ?? [];
    const findings = findTexts(pieces, expected.texts);
    proven.push({ block, findings });
    diagnostics.push(...faults.missing(block, findings.missing, expected.texts.length));
    if (findings.missing.length > 0) continue;
    diagnostics.push(...missingHeads(faults, block, expected.heads, findings.found, pieces));
    if (block.kind === 'table') diagnostics.push(...proveTable(faults, block, expected.cells, findings));
  }
  diagnostics.push(
    ...proveContents(faults, document, layout, proven, printed),
    ...provePageNumbers(faults, document, printed),
    ...proveNotes(faults, document, proven, printed),
    ...proveSpace(faults, document, pages, printed, charts),
    ...proveBlank(faults, layout, printed),
  );
  return { figures: proven.flatMap(figuresOf), diagnostics };
}

function shifted(page: ReadPage, shift: number): ReadPage {
  return shift === 0
    ? page
    : { ...page, pieces: page.pieces.map((piece) => ({ ...piece, x: piece.x - shift })) };
}

/** Pages on which nothing was laid out show nothing. */
function proveBlank(faults: PdfFaults, layout: LayoutMap, { notes }: PrintedPages): readonly Diagnostic[] {
  // A page may hold nothing but what is left of a note.
  const filled = new Set([
    ...[...layout.blocks.values()].flat().map(({ page }) => page),
    ...[...layout.notes.values()].flatMap(({ pages }) => pages),
  ]);
  return notes.flatMap((pieces, page) => {
    const [first] = pieces;
    return first === undefined || filled.has(page) ? [] : [faults.notBlank(first)];
  });
}

function chartsIn(block: Block): readonly string[] {
  if (block.kind === 'chart') return [block.id];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(chartsIn)));
}

/** Heading rows that a later page of the block does not show again. */
function missingHeads(
  faults: PdfFaults,
  block: Block,
  heads: readonly ExpectedText[],
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
      const { missing } = findTexts(here, heads);
      return missing.length === 0 ? [] : [faults.headMissing(block, page, missing)];
    });
}

function pagesOf(hits: readonly Hit[] | undefined): readonly number[] {
  return (hits ?? []).map(({ piece }) => piece.page);
}

function figuresOf({ block, findings }: ProvenBlock): readonly PrintedFigure[] {
  return [...findings.found].flatMap(([{ figures }, hits]) =>
    figures.flatMap(({ address, text, from }): PrintedFigure[] => {
      const page = pageAt(hits, from);
      return page === undefined ? [] : [{ address, text, page, block: block.id }];
    }),
  );
}
