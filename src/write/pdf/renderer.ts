// Placed drawing items -> PDF page content, through pdfmake's Renderer.
import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import type { Theme } from '../../document/theme.ts';
import type { DrawItem, LineItem, PathItem, RectItem, TextItem } from './drawing.ts';
import { FACES, type FaceName, faceIn, withoutGlyphNames } from './face.ts';
import { type PDFDocument, Renderer } from './pdfmake.ts';

/** A page in the form that pdfmake's Renderer walks. */
export interface RenderedPage {
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly items: readonly { readonly type: 'vector'; readonly item: DrawItem }[];
}

/** Circle by four Bézier curves. */
const KAPPA = 0.5523;

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Draws text from glyph ids without shaping, and shapes with the fewest operators. */
/** Of an underline, in em: from the baseline, and its width. */
const UNDERLINE_BELOW = 0.16;
const UNDERLINE = 0.07;

export class GlyphRenderer extends Renderer {
  readonly #theme: Theme;
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #fonts = new Map<FaceName, EmbeddedFont>();
  /** Codes by glyph and letter, and colour operands by name: each is worked out once a file. */
  readonly #codes = new Map<FaceName, Map<number, string>>();
  readonly #colours = new Map<string, string>();
  /** Numbers of the blocks that links lead to. */
  readonly #places = new Map<string, number>();

  constructor(pdf: PDFDocument, theme: Theme, files: ReadonlyMap<string, Uint8Array>) {
    super(pdf);
    this.#theme = theme;
    this.#files = files;
  }

  #file(face: FaceName): Uint8Array {
    const file = this.#files.get(FACES[face].file);
    if (file === undefined) throw new Error(`font file is missing: ${FACES[face].file}`);
    return file;
  }

  override renderVector(vector: DrawItem): void {
    switch (vector.kind) {
      case 'text':
        this.#text(vector);
        break;
      case 'rect':
        this.#rect(vector);
        break;
      case 'line':
        this.#line(vector);
        break;
      case 'path':
        this.#path(vector);
        break;
      case 'link':
        this.pdfDocument.goTo(
          vector.x,
          vector.y,
          vector.width,
          vector.height,
          this.#placeName(vector.target),
        );
        break;
      case 'anchor':
        this.pdfDocument.addNamedDestination(this.#placeName(vector.target), 'XYZ', vector.x, vector.y, null);
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

  #text(item: TextItem): void {
    const font = this.#font(item.face);
    this.pdfDocument.page.fonts[font.id] ??= font.ref();
    const codes = this.#encode(font, item);
    const radians = ((item.angle ?? 0) * Math.PI) / 180;
    const cos = Math.cos(radians);
    const sin = Math.sin(radians);
    // The page is drawn upside down by pdfkit's first transform; the text matrix turns the letters upright again.
    const matrix = [cos, -sin, -sin, -cos, item.x, item.y].map(number).join(' ');
    this.pdfDocument.addContent(
      `BT ${this.#colour(item.colour, 'fill')} /${font.id} ${number(item.size)} Tf ${number(item.spacing)} Tc ${matrix} Tm <${codes}> Tj ET`,
    );
    if (item.underlined === true) this.#line(underlineOf(item));
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

  #rect(item: RectItem): void {
    const { x, y, width: w, height: h } = item;
    const r = Math.min(item.radius ?? 0, w / 2, h / 2);
    const outline = r === 0 ? `${[x, y, w, h].map(number).join(' ')} re` : roundedRect(x, y, w, h, r);
    this.#paint(outline, item);
  }

  #line(item: LineItem): void {
    const dash = item.dash === undefined ? '' : `[${item.dash.map(number).join(' ')}] 0 d `;
    const ends = `${number(item.x1)} ${number(item.y1)} m ${number(item.x2)} ${number(item.y2)} l S`;
    const stroke = `${this.#colour(item.colour, 'stroke')} ${number(item.width)} w ${dash}${ends}`;
    this.pdfDocument.addContent(item.dash === undefined ? stroke : `q ${stroke} Q`);
  }

  #path(item: PathItem): void {
    this.pdfDocument.addContent(`q 1 0 0 1 ${number(item.x)} ${number(item.y)} cm`);
    this.#paint(item.operators, item);
    this.pdfDocument.addContent('Q');
  }

  #paint(
    outline: string,
    item: {
      readonly fill?: string;
      readonly stroke?: string;
      readonly lineWidth?: number;
      readonly dash?: readonly number[];
    },
  ): void {
    const fill = item.fill === undefined ? '' : `${this.#colour(item.fill, 'fill')} `;
    const stroke =
      item.stroke === undefined
        ? ''
        : `${this.#colour(item.stroke, 'stroke')} ${number(item.lineWidth ?? 1)} w ${
            item.dash === undefined ? '' : `[${item.dash.map(number).join(' ')}] 0 d `
          }`;
    const operator =
      item.fill === undefined
        ? item.stroke === undefined
          ? 'n'
          : 'S'
        : item.stroke === undefined
          ? 'f'
          : 'B';
    const content = `${fill}${stroke}${outline} ${operator}`;
    this.pdfDocument.addContent(item.dash === undefined ? content : `q ${content} Q`);
  }

  #font(face: FaceName): EmbeddedFont {
    // Looked up in this document by name: a layout may be drawn into several files.
    let font = this.#fonts.get(face);
    if (font === undefined) {
      font = withoutGlyphNames(faceIn(this.pdfDocument, face), this.#file(face));
      this.#fonts.set(face, font);
    }
    return font;
  }

  #colour(name: string, use: 'fill' | 'stroke'): string {
    let channels = this.#colours.get(name);
    if (channels === undefined) {
      channels = this.#channels(name);
      this.#colours.set(name, channels);
    }
    return `${channels} ${use === 'fill' ? 'rg' : 'RG'}`;
  }

  #channels(name: string): string {
    const rgb = name.startsWith('#') ? name : this.#theme.colours[name]?.rgb;
    const match = rgb === undefined ? null : /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(rgb);
    if (match === null) throw new Error(`unknown colour: ${name}`);
    return match
      .slice(1)
      .map((hex) => number(Number.parseInt(hex, 16) / 255))
      .join(' ');
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

function roundedRect(x: number, y: number, w: number, h: number, r: number): string {
  const k = r * (1 - KAPPA);
  const point = (...values: readonly number[]): string => values.map(number).join(' ');
  return [
    `${point(x + r, y)} m ${point(x + w - r, y)} l`,
    `${point(x + w - k, y, x + w, y + k, x + w, y + r)} c ${point(x + w, y + h - r)} l`,
    `${point(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h)} c ${point(x + r, y + h)} l`,
    `${point(x + k, y + h, x, y + h - k, x, y + h - r)} c ${point(x, y + r)} l`,
    `${point(x, y + k, x + k, y, x + r, y)} c h`,
  ].join(' ');
}

/** A line below the letters, as wide as they are. */
function underlineOf({ x, y, width, spacing, size, colour }: TextItem): LineItem {
  const at = y + size * UNDERLINE_BELOW;
  return { kind: 'line', x1: x, y1: at, x2: x + width - spacing, y2: at, width: size * UNDERLINE, colour };
}
