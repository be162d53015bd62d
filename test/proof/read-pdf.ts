// The bytes of a PDF -> its pages, as the proof reads them.
import { PdfFile } from '../../src/proof/pdf/pdf-file.ts';
import { type ReadPage, readPages } from '../../src/proof/pdf/read-pdf.ts';

/** The pages in order. Throws a PdfFault when the file cannot be read. */
export function readPdf(bytes: Uint8Array): readonly ReadPage[] {
  return readPages(new PdfFile(bytes));
}
