// Exactly the members of pdfmake 0.3.11 and its pdfkit that the printer uses; the packages ship no types for them.

declare module 'pdfmake/js/PDFDocument.js' {
  export interface FontkitFont {
    readonly unitsPerEm: number;
    readonly postscriptName: string;
    /** Decoded tables by tag; one that is there is not decoded again. */
    readonly _tables: Record<string, unknown>;
    readonly hmtx: { readonly metrics: { get(index: number): { readonly advance: number } } };
    readonly hhea: { readonly numberOfMetrics: number };
  }
  export interface EmbeddedFont {
    readonly constructor: new (pdf: PDFDocument, font: FontkitFont, id: string) => EmbeddedFont;
    readonly id: string;
    readonly font: FontkitFont;
    readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number };
    readonly widths: (number | undefined)[];
    readonly unicode: (readonly number[] | undefined)[];
    ref(): unknown;
  }
  export interface PdfReference {
    readonly id: number;
    readonly data: Record<string, unknown>;
    compress: boolean;
    end(chunk?: Uint8Array): void;
    /** `id 0 R` */
    toString(): string;
  }
  export interface OutlineItem {
    readonly outlineData: Record<string, unknown>;
    readonly children: readonly OutlineItem[];
    addItem(
      title: string,
      options: {
        readonly expanded: boolean;
        readonly top: number;
        readonly left: number;
        readonly pageNumber?: number;
      },
    ): OutlineItem;
  }
  export interface PdfPage {
    readonly width: number;
    readonly height: number;
    readonly fonts: Record<string, unknown>;
    readonly xobjects: Record<string, unknown>;
    readonly dictionary: PdfReference;
    readonly annotations: PdfReference[];
    readonly colorSpaces: Record<string, PdfReference>;
    readonly ext_gstates: Record<string, PdfReference>;
  }
  type FontSource = Uint8Array;
  export class PDFDocument {
    constructor(
      fonts: Record<string, Record<string, FontSource>>,
      images: Record<string, string>,
      patterns: Record<string, never>,
      attachments: Record<string, never>,
      options: Record<string, unknown>,
    );
    readonly page: PdfPage;
    readonly outline: OutlineItem;
    readonly _root: PdfReference;
    readonly _info: PdfReference;
    readonly _id: Buffer;
    /** Where each object begins, by its number less one. */
    readonly _offsets: (number | null)[];
    /** Bytes written. */
    readonly _offset: number;
    _write(data: string | Uint8Array): void;
    _finalize(): void;
    endMetadata(): void;
    push(chunk: Uint8Array | null): boolean;
    ref(data: Record<string, unknown> | readonly unknown[]): PdfReference;
    /** How many fonts were opened, and those to be embedded, by name. */
    _fontCount: number;
    readonly _fontFamilies: Record<string, EmbeddedFont | undefined>;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    addContent(content: string): this;
    annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this;
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    addPage(options: { readonly size: readonly [number, number] }): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
  }
}

declare module 'pdfmake/js/Renderer.js' {
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js';
  export class Renderer {
    constructor(document: PDFDocument);
    readonly pdfDocument: PDFDocument;
    renderPages(pages: readonly unknown[]): void;
    renderLine(line: unknown, x: number, y: number): void;
    renderVector(vector: unknown): void;
  }
}
