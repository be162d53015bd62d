// A document -> its file for 한글: with the page numbers and the drawings of the PDF's layout, whether or not a PDF is made.
import type { Outcome } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import type { ChartDrawer } from '../../draw/chart-drawer.ts';
import type { HwpxOutput } from '../../proof/prove-outputs.ts';
import type { PdfResult } from '../../write/pdf/write-pdf.ts';

/** `laidOut`: what the PDF was made with; laid out here without one, so that the bytes are the same. */
export async function hwpxFile(
  document: Document,
  fonts: ReadonlyMap<string, Uint8Array>,
  name: string,
  laidOut?: Pick<PdfResult, 'layout' | 'charts'>,
  drawer?: ChartDrawer,
): Promise<Outcome<HwpxOutput>> {
  const [{ writeHwpx }, { layOut }] = await Promise.all([
    import('../../write/hwpx/write-hwpx.ts'),
    import('../../write/pdf/page/lay-out.ts'),
  ]);
  const { value, diagnostics } =
    laidOut === undefined
      ? await layOut(document, fonts, drawer && { drawer })
      : { value: laidOut, diagnostics: [] };
  if (value === undefined) return { value: undefined, diagnostics };
  const written = writeHwpx(document, value.layout, value.charts, fonts);
  return { value: { name, ...written, layout: value.layout }, diagnostics };
}
