// Placed drawing items -> PDF page content, through pdfmake's Renderer.
import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import { FontTables } from '../../../document/font-tables.ts';
import { spokenRuns } from '../../../document/spoken-runs.ts';
import { FACES, type FaceName } from '../../../document/typeface.ts';
import type { PlacedItem } from '../page/made-page.ts';
import type { Leaf } from '../tags/tag.ts';
import type { Artifact, Tagger } from '../tags/tagger.ts';
import {
  type DrawItem,
  type FigureItem,
  type LinkItem,
  type PathItem,
  type TextItem,
  underlineOf,
} from '../type/drawing.ts';
import type { ColourWriter } from './colours.ts';
import { faceIn } from './embedded-fonts.ts';
import { ImageWriter } from './image-writer.ts';
import { pdfText } from './pdf-text.ts';
import { type PDFDocument, Renderer } from './pdfmake.ts';
import { number, ShapeWriter } from './shape-writer.ts';

/** A page in the form that pdfmake's Renderer walks. */
interface RenderedPage {
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly items: readonly { readonly type: 'vector'; readonly item: PlacedItem }[];
}

const BLANK = 0x20;

/** How one file is drawn. */
interface RenderManner {
  readonly colours: ColourWriter;
  /** Whether colours become inks. */
  readonly isPress?: boolean;
  /** Without one nothing is marked, and links have no place in a structure. */
  readonly tagger?: Tagger;
}

/** Draws text from glyph ids without shaping, and shapes with the fewest operators. */
/** What puts nothing on the page. */
const UNPAINTED: ReadonlySet<DrawItem['kind']> = new Set(['link', 'anchor', 'figure', 'chart']);
/** What is drawn beside the content of a page. */
const ARTIFACTS: Readonly<Record<PlacedItem['role'], Artifact>> = {
  body: 'Layout',
  note: 'Layout',
  decoration: 'Layout',
  header: 'Header',
  footer: 'Footer',
  watermark: 'Watermark',
};

export class GlyphRenderer extends Renderer {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #fonts = new Map<FaceName, EmbeddedFont>();
  /** Codes by glyph and letter: each is worked out once a file. */
  readonly #codes = new Map<FaceName, Map<number, string>>();
  /** Codes of the blank by face. */
  readonly #blanks = new Map<FaceName, string>();
  /** The page that was begun last. */
  #page: unknown;
  /** Numbers of the blocks that links lead to. */
  readonly #places = new Map<string, number>();

  readonly #tagger: Tagger | undefined;
  readonly #colours: ColourWriter;
  readonly #shapes: ShapeWriter;
  readonly #named = new Set<string>();
  readonly #images: ImageWriter;

  constructor(pdf: PDFDocument, files: ReadonlyMap<string, Uint8Array>, manner: RenderManner) {
    super(pdf);
    this.#tagger = manner.tagger;
    this.#colours = manner.colours;
    this.#shapes = new ShapeWriter(manner.colours);
    this.#images = new ImageWriter(pdf, manner.isPress === true);
    this.#files = files;
  }

  #file(face: FaceName): Uint8Array {
    const file = this.#files.get(FACES[face].file);
    if (file === undefined) throw new Error(`font file is missing: ${FACES[face].file}`);
    return file;
  }

  override renderPages(pages: readonly RenderedPage[]): void {
    for (const page of pages) {
      super.renderPages([page]);
      this.#tagger?.endMark();
    }
  }

  override renderVector({ item, role }: PlacedItem): void {
    this.#mark(item, role);
    this.#colours.draws?.(item);
    this.#draw(item);
  }

  /** Content of a leaf is marked as such, all other as an artifact; links, places and rooms of figures draw nothing. */
  #mark(item: DrawItem, role: PlacedItem['role']): void {
    if (this.#tagger === undefined) return;
    if (this.pdfDocument.page !== this.#page) {
      this.#page = this.pdfDocument.page;
      this.#tagger.beginPage();
    }
    if (UNPAINTED.has(item.kind)) return;
    const leaf = 'leaf' in item ? item.leaf : undefined;
    this.#tagger.mark(leaf ?? ARTIFACTS[role]);
  }

  #draw(vector: DrawItem): void {
    switch (vector.kind) {
      case 'text':
        this.#text(vector);
        break;
      case 'rect':
        this.pdfDocument.addContent(this.#shapes.rect(vector));
        break;
      case 'line':
        this.pdfDocument.addContent(this.#shapes.line(vector));
        break;
      case 'path':
        this.pdfDocument.addContent(readAs(vector, this.#shapes.path(vector)));
        break;
      case 'image':
        this.pdfDocument.addContent(this.#images.draw(vector));
        break;
      case 'link':
        this.#link(vector, vector.target, vector.contents, vector.leaf);
        break;
      case 'anchor':
        this.#place(vector.target, vector.x, vector.y);
        break;
      case 'figure':
        this.#figure(vector);
        break;
      case 'chart':
        break;
      case 'page-reference':
        throw new Error(`the page of ${vector.target} is not resolved`);
    }
  }

  /** The name of the place of a block. Numbered: a PDF wants names in the order of their bytes, pdfkit sorts them by locale. */
  #placeName(block: string): string {
    const number = this.#places.get(block) ?? this.#places.size + 1;
    this.#places.set(block, number);
    return `place-${String(number).padStart(6, '0')}`;
  }

  /** A link that is told by no element would not be heard of. */
  #link(
    { x, y, width, height }: Pick<LinkItem, 'x' | 'y' | 'width' | 'height'>,
    target: string,
    contents: string,
    leaf: Leaf | undefined,
  ): void {
    const key = leaf && this.#tagger?.annotationKey(leaf);
    this.pdfDocument.annotate(x, y, width, height, {
      Subtype: 'Link',
      Dest: this.#placeName(target),
      Contents: new String(contents),
      ...(key !== undefined && { StructParent: key }),
    });
    const annotation = this.pdfDocument.page.annotations.at(-1);
    if (leaf !== undefined && annotation !== undefined) this.#tagger?.addAnnotation(leaf, annotation);
  }

  #place(target: string, x: number, y: number): void {
    if (this.#named.has(target)) return;
    this.#named.add(target);
    this.pdfDocument.addNamedDestination(this.#placeName(target), 'XYZ', x, y, null);
  }

  #figure({ x, y, width, height, leaf }: FigureItem): void {
    const foot = this.pdfDocument.page.height;
    this.#tagger?.addFigure(leaf.tag, [x, foot - y - height, x + width, foot - y].map(number).map(Number));
  }

  /** A reference to a note leads to it, and its number back. */
  #leads({ x, y, width, size, leaf }: TextItem): void {
    if (leaf?.place !== undefined) this.#place(leaf.place, 0, Math.max(0, y - size * 2));
    if (leaf?.link === undefined) return;
    const box = { x, y: y - size, width, height: size * 1.3 };
    this.#link(box, leaf.link.place, leaf.link.contents, leaf);
  }

  #text(item: TextItem): void {
    const font = this.#font(item.face);
    this.pdfDocument.page.fonts[font.id] ??= font.ref();
    if (this.#tagger !== undefined) this.#leads(item);
    const shown = this.#shown(font, item);
    const radians = ((item.angle ?? 0) * Math.PI) / 180;
    const cos = Math.cos(radians);
    const sin = Math.sin(radians);
    // The page is drawn upside down by pdfkit's first transform; the text matrix turns the letters upright again.
    const matrix = [cos, -sin, -sin, -cos, item.x, item.y].map(number).join(' ');
    this.pdfDocument.addContent(
      `BT ${this.#colours.operator(item.colour, 'text', item.size)} /${font.id} ${number(item.size)} Tf ${number(item.spacing)} Tc ${matrix} Tm ${shown} ET`,
    );
    if (item.underlined === true) this.pdfDocument.addContent(this.#shapes.line(underlineOf(item)));
  }

  /** The operators that show the text; words of another language and signs are marked as such, and a blank parts it from the next line. */
  #shown(font: EmbeddedFont, item: TextItem): string {
    const codes = this.#encode(font, item);
    if (this.#tagger === undefined || item.leaf === undefined) return `<${codes}> Tj`;
    const blank = item.blankAfter === true ? ` <${this.#blank(font, item.face)}> Tj` : '';
    const runs = spokenRuns(item.text);
    if (runs.length === 0) return `<${codes}> Tj${blank}`;
    let shown = '';
    let from = 0;
    for (const { start, end, language, expansion } of runs) {
      const told = expansion === undefined ? `Lang (${language})` : `E ${pdfText(expansion)}`;
      if (start > from) shown += `<${codes.slice(4 * from, 4 * start)}> Tj `;
      shown += `/Span <</${told}>> BDC <${codes.slice(4 * start, 4 * end)}> Tj EMC `;
      from = end;
    }
    return `${shown}<${codes.slice(4 * from)}> Tj${blank}`;
  }

  #blank(font: EmbeddedFont, face: FaceName): string {
    let blank = this.#blanks.get(face);
    if (blank === undefined) {
      blank = embed(font, new FontTables(this.#file(face)).glyph(BLANK), BLANK);
      this.#blanks.set(face, blank);
    }
    return blank;
  }

  #encode(font: EmbeddedFont, item: TextItem): string {
    const known = this.#codesOf(item.face);
    let codes = '';
    let index = 0;
    for (const char of item.text) {
      const glyph = item.glyphs[index++];
      if (glyph === undefined) throw new Error(`glyphs do not match the text: ${item.text}`);
      // Letters that look alike (①, ➀) share a glyph, and each must be read as what it is.
      const codePoint = char.codePointAt(0) ?? 0;
      const letter = glyph * CODE_POINTS + codePoint;
      let code = known.get(letter);
      if (code === undefined) {
        code = embed(font, glyph, codePoint);
        known.set(letter, code);
      }
      codes += code;
    }
    return codes;
  }

  #codesOf(face: FaceName): Map<number, string> {
    let codes = this.#codes.get(face);
    if (codes === undefined) {
      codes = new Map();
      this.#codes.set(face, codes);
    }
    return codes;
  }

  /** The faces that the file has text in. */
  get faces(): Iterable<FaceName> {
    return this.#fonts.keys();
  }

  #font(face: FaceName): EmbeddedFont {
    // Looked up in this document by name: a layout may be drawn into several files.
    let font = this.#fonts.get(face);
    if (font === undefined) {
      font = faceIn(this.pdfDocument, face, this.#file(face));
      this.#fonts.set(face, font);
    }
    return font;
  }
}

/** How many code points there are. */
const CODE_POINTS = 0x110000;

/** Takes a glyph into the font's subset, with its advance and what it reads as; its code in hexadecimal. */
function embed(font: EmbeddedFont, glyph: number, codePoint: number): string {
  let code = font.subset.includeGlyph(glyph);
  if (font.unicode[code]?.[0] !== undefined && font.unicode[code]?.[0] !== codePoint)
    code = font.subset.glyphs.push(glyph) - 1;
  if (font.unicode[code] === undefined) {
    const metrics = font.font.hmtx.metrics.get(Math.min(glyph, font.font.hhea.numberOfMetrics - 1));
    font.widths[code] = (metrics.advance / font.font.unitsPerEm) * 1000;
    font.unicode[code] = [codePoint];
  }
  return code.toString(16).padStart(4, '0');
}

/** What is drawn of a letter is read as the letter (ISO 32000-1, 14.9.4). */
function readAs({ letter }: PathItem, drawn: string): string {
  if (letter === undefined) return drawn;
  const text = pdfText(letter.blankAfter ? `${letter.text} ` : letter.text);
  return `/Span <</ActualText ${text}>> BDC ${drawn} EMC`;
}
