// Everything that a build was made from, and its finished files -> proof that each figure and text stands where it belongs.
import type { Diagnostic, Outcome } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { HwpxMap } from '../document/hwpx-map.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import type { Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import { type FigureProof, type FoundFigure, figureProofs } from './figures-json.ts';
import { proveHwpx } from './hwpx/prove-hwpx.ts';
import { proveCharts } from './prove-charts.ts';
import { provePdf } from './prove-pdf.ts';
import { type PressFile, provePress } from './prove-press.ts';
import { proveWorkbook } from './prove-workbook.ts';

export { type FigurePlace, type FigureProof, figuresJson } from './figures-json.ts';

/** A file for 한글, and the layout whose page numbers and drawings it has. */
export interface HwpxOutput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly layout: LayoutMap;
  readonly map: HwpxMap;
}

/** What was written, each file beside what it was made from. */
export interface Outputs {
  readonly document: Document;
  readonly book: FigureBook;
  readonly pdf?:
    | {
        readonly name: string;
        readonly bytes: Uint8Array;
        readonly layout: LayoutMap;
        /** False for one that claims nothing. */
        readonly tagged?: boolean;
      }
    | undefined;
  readonly hwpx?: HwpxOutput | undefined;
  readonly press?: PressFile | undefined;
  /** The program's font files by name. */
  readonly fonts?: ReadonlyMap<string, Uint8Array>;
  readonly workbooks: readonly { readonly model: Workbook; readonly bytes: Uint8Array }[];
}

interface Proof {
  readonly figures: readonly FigureProof[];
}

/**
 * Reads the files back and looks for everything in its place. What is missing, changed, outside or covered is an error; the value
 * tells what was found all the same.
 */
export function proveOutputs({
  document,
  book,
  pdf,
  hwpx,
  press,
  fonts,
  workbooks,
}: Outputs): Outcome<Proof> {
  const diagnostics: Diagnostic[] = [];
  const found: FoundFigure[] = [];
  if (pdf !== undefined) {
    const { name, bytes, layout, tagged = true } = pdf;
    const purpose = { kind: tagged ? 'archive' : 'plain' } as const;
    const proof = provePdf(document, layout, bytes, name, { book, purpose, ...(fonts && { fonts }) });
    diagnostics.push(...proof.diagnostics, ...proveCharts(document, layout, book));
    for (const { address, text, page, block } of proof.figures.toSorted((a, b) => a.page - b.page)) {
      const label = layout.pageLabels[page] ?? '';
      found.push({ address, text, place: { file: name, page: page + 1, label, block } });
    }
  }
  // Its places are those of the file for the screen: figures.json does not list them twice.
  if (pdf !== undefined && press !== undefined)
    diagnostics.push(...provePress(document, pdf.layout, press, { book, ...(fonts && { fonts }) }));
  // Nor those of the file for 한글, which has the figures of the pages.
  if (hwpx !== undefined) {
    if (pdf === undefined) diagnostics.push(...proveCharts(document, hwpx.layout, book));
    diagnostics.push(...proveHwpx(document, hwpx));
  }
  for (const { model, bytes } of workbooks) {
    const proof = proveWorkbook(model, bytes);
    diagnostics.push(...proof.diagnostics);
    for (const { address, text, cell } of proof.figures)
      found.push({ address, text, place: { file: model.file, cell } });
  }
  return { value: { figures: figureProofs(book, found) }, diagnostics };
}
