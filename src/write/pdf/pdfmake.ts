// The two classes of pdfmake that we print with.
import { createRequire } from 'node:module';
import type { PDFDocument as PdfDocumentClass } from 'pdfmake/js/PDFDocument.js';
import type { Renderer as RendererClass } from 'pdfmake/js/Renderer.js';

// pdfmake is CommonJS with an `__esModule` mark, which each ES module loader reads differently; `require` does not.
const require = createRequire(import.meta.url);

export const PDFDocument = (
  require('pdfmake/js/PDFDocument.js') as { readonly default: typeof PdfDocumentClass }
).default;
export type PDFDocument = PdfDocumentClass;

export const Renderer = (require('pdfmake/js/Renderer.js') as { readonly default: typeof RendererClass })
  .default;
