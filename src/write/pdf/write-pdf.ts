// Document -> PDF bytes and the map of where everything stands.
import type { Outcome } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { withOwnTexts } from '../../document/own-texts.ts';
import type { ChartDrawer } from '../../draw/chart-drawer.ts';
import type { ChartDrawing } from '../../draw/chart-ops.ts';
import { layOut, type PhaseListener } from './page/lay-out.ts';
import type { PressJob } from './press/press-job.ts';
import type { PressResult, printPress as PrintPress } from './press/print-press.ts';
import { type Structure, structureOf } from './tags/structure.ts';

export type { Box, Fragment, LayoutMap, NotePlace, PlacedText } from '../../document/layout-map.ts';
export type { PhaseListener } from './page/lay-out.ts';

export interface PdfResult {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly layout: LayoutMap;
  /** The charts as they are drawn, by block. */
  readonly charts: ReadonlyMap<string, ChartDrawing>;
  /** The press file, when one was asked for. */
  readonly press: PressResult | undefined;
}

interface PdfOptions {
  /** Whether the file is tagged and archival (PDF/A-2a, PDF/UA-1); without it claims nothing. For measuring. */
  readonly tagged?: boolean;
  /** The press file to print beside it, from the same layout. */
  readonly press?: PressJob;
}

/**
 * Lays the document out and prints it. Characters that no font has, charts that cannot be drawn and blocks taller than a page
 * are diagnostics, and then there is no file. `drawer` draws the charts, perhaps on another thread; in place without one.
 */
export async function writePdf(
  original: Document,
  fonts: ReadonlyMap<string, Uint8Array>,
  onPhase: PhaseListener = () => {},
  drawer?: ChartDrawer,
  { tagged = true, press }: PdfOptions = {},
): Promise<Outcome<PdfResult>> {
  const document = withOwnTexts(original);
  const structure: Structure | undefined = tagged ? structureOf(document) : undefined;
  let printer: typeof import('./file/printer.ts') | undefined;
  const { value, diagnostics } = await layOut(document, fonts, {
    onPhase,
    ...(drawer && { drawer }),
    structure,
    // Not needed before, and the charts are being drawn meanwhile.
    meanwhile: async () => {
      onPhase('loading');
      printer = await import('./file/printer.ts');
    },
  });
  if (value === undefined || printer === undefined) return { value: undefined, diagnostics };
  const { pages, names, layout, charts } = value;
  structure?.tellOf(layout.charts);
  onPhase('rendering');
  const bytes = await printer.printPdf(document, pages, fonts, structure);
  const printed = press && (await printForPress(document, pages, names, fonts, press));
  if (printed && printed.value === undefined) return { value: undefined, diagnostics: printed.diagnostics };
  return { value: { bytes, pages: pages.length, layout, charts, press: printed?.value }, diagnostics };
}

async function printForPress(...job: Parameters<typeof PrintPress>): ReturnType<typeof PrintPress> {
  const { printPress } = await import('./press/print-press.ts');
  return printPress(...job);
}
