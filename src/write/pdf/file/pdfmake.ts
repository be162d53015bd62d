// The two classes of pdfmake that we print with.

import type { PDFDocument as PdfDocumentClass } from 'pdfmake/js/PDFDocument.js';
import * as documentModule from 'pdfmake/js/PDFDocument.js';
import type { Renderer as RendererClass } from 'pdfmake/js/Renderer.js';
import * as rendererModule from 'pdfmake/js/Renderer.js';

export const PDFDocument = defaultOf<typeof PdfDocumentClass>(documentModule);
export type PDFDocument = PdfDocumentClass;

export const Renderer = defaultOf<typeof RendererClass>(rendererModule);

/** pdfmake is CommonJS with an `__esModule` mark; Node, esbuild and Vitest wrap its default export once, twice or not. */
function defaultOf<T>(module: unknown): T {
  let value = module;
  while (typeof value === 'object' && value !== null && 'default' in value) value = value.default;
  if (typeof value !== 'function') throw new Error('pdfmake has no such class');
  return value as T;
}
