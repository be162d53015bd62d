// A page as it is laid out -> a picture of it as SVG, which needs no font and no other file.
// Source: SVG 1.1 (Second Edition): 8.3 path data, 11.4 stroke properties; drawn as ISO 32000-1, 8.4.3 has it where SVG begins otherwise.
import type { FaceName, Typeface } from '../../document/typeface.ts';
import { pictureFile } from '../../picture/picture-file.ts';
import { screenColour } from '../pdf/file/colours.ts';
import { type MadePage, sizeOf } from '../pdf/page/made-page.ts';
import {
  type DrawItem,
  type ImageItem,
  type PathItem,
  type RectItem,
  type TextItem,
  underlineOf,
} from '../pdf/type/drawing.ts';
import { glyphPath } from './glyph-path.ts';

/** Hundredths of a point: a fifth of a pixel on the sharpest screen at four times its size. */
const PARTS = 100;
/** PDF lines meet in points ten times as long as they are wide. */
const MITRE = 10;

/** The picture in points, looking as the PDF's page does; letters are outlines, so none can be selected. */
export function pageSvg(page: MadePage, typeface: Typeface): string {
  const drawing = new SvgDrawing(page, typeface);
  const body = page.items.map(({ item }) => drawing.draw(item)).join('');
  const { width, height } = sizeOf(page);
  const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
  const ground = `<rect width="100%" height="100%" fill="#fff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} stroke-miterlimit="${MITRE}"><defs>${drawing.glyphs}</defs>${ground}${body}</svg>`;
}

class SvgDrawing {
  readonly #theme: MadePage['context']['theme'];
  readonly #typeface: Typeface;
  /** By face and glyph, the name that it is placed by; none for a blank. */
  readonly #names = new Map<string, string | undefined>();
  readonly #colours = new Map<string, string>();
  glyphs = '';

  constructor({ context }: MadePage, typeface: Typeface) {
    this.#theme = context.theme;
    this.#typeface = typeface;
  }

  draw(item: DrawItem): string {
    switch (item.kind) {
      case 'text':
        return this.#text(item) + (item.underlined === true ? this.draw(underlineOf(item)) : '');
      case 'rect':
        return this.#rect(item);
      case 'line':
        return `<path d="M${short(item.x1)} ${short(item.y1)}L${short(item.x2)} ${short(item.y2)}"${this.#paint({ stroke: item.colour, lineWidth: item.width, dash: item.dash })}/>`;
      case 'path':
        return `<path transform="translate(${short(item.x)} ${short(item.y)})" d="${pathData(item.operators)}"${this.#paint(item)}/>`;
      case 'image':
        return image(item);
      case 'page-reference':
        throw new Error(`the page of ${item.target} is not resolved`);
      // What puts nothing on the page.
      case 'link':
      case 'anchor':
      case 'figure':
      case 'chart':
        return '';
    }
  }

  /** Each glyph is placed in font units, so that its place is a whole number. */
  #text({ x, y, face, size, spacing, colour, glyphs, angle }: TextItem): string {
    const tables = this.#typeface.tables(face);
    const scale = size / tables.unitsPerEm;
    let along = 0;
    let uses = '';
    for (const glyph of glyphs) {
      const name = this.#glyph(face, glyph);
      if (name !== undefined)
        uses += `<use href="#${name}"${along === 0 ? '' : ` x="${Math.round(along)}"`}/>`;
      along += tables.advance(glyph) + spacing / scale;
    }
    if (uses === '') return '';
    const turned = angle === undefined ? '' : `rotate(${short(-angle)})`;
    return `<g fill="${this.#colour(colour)}" transform="translate(${short(x)} ${short(y)})${turned}scale(${scale.toPrecision(4)})">${uses}</g>`;
  }

  #glyph(face: FaceName, glyph: number): string | undefined {
    const key = `${face} ${glyph}`;
    if (this.#names.has(key)) return this.#names.get(key);
    const path = glyphPath(this.#typeface.tables(face), glyph);
    const name = path === '' ? undefined : `g${this.#names.size.toString(36)}`;
    this.#names.set(key, name);
    if (name !== undefined) this.glyphs += `<path id="${name}" d="${path}"/>`;
    return name;
  }

  #rect(item: RectItem): string {
    const { x, y, width, height, radius = 0 } = item;
    const round = Math.min(radius, width / 2, height / 2);
    const rx = round === 0 ? '' : ` rx="${short(round)}"`;
    return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${rx}${this.#paint(item)}/>`;
  }

  #paint({
    fill,
    stroke,
    lineWidth = 1,
    dash,
  }: Pick<PathItem, 'fill' | 'stroke' | 'lineWidth'> & {
    readonly dash?: readonly number[] | undefined;
  }): string {
    const filled = fill === undefined ? ' fill="none"' : ` fill="${this.#colour(fill)}"`;
    if (stroke === undefined) return filled;
    const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash.map(short).join(' ')}"`;
    return `${filled} stroke="${this.#colour(stroke)}" stroke-width="${short(lineWidth)}"${dashed}`;
  }

  #colour(name: string): string {
    let colour = this.#colours.get(name);
    if (colour === undefined) {
      const parts = screenColour(this.#theme, name).map((part) => part.toString(16).padStart(2, '0'));
      colour = `#${parts.join('')}`;
      this.#colours.set(name, colour);
    }
    return colour;
  }
}

function image({ x, y, width, height, picture }: ImageItem): string {
  const { extension, bytes } = pictureFile(picture);
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `<image x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" preserveAspectRatio="none" href="data:image/${extension};base64,${data}"/>`;
}

/** PDF path operators (m l c re h) as SVG has them. */
function pathData(operators: string): string {
  const operands: string[] = [];
  let data = '';
  for (const word of operators.split(/\s+/)) {
    if (word === '') continue;
    const number = Number(word);
    if (!Number.isNaN(number)) {
      operands.push(short(number));
      continue;
    }
    const numbers = operands.splice(0);
    if (word === 're') {
      const [x = '0', y = '0', width = '0', height = '0'] = numbers;
      data += `M${x} ${y}h${width}v${height}H${x}z`;
    } else if ('mlch'.includes(word))
      data += `${word === 'h' ? 'z' : word.toUpperCase()}${numbers.join(' ')}`;
    else throw new Error(`no operator of a path: ${word}`);
  }
  return data;
}

/** Throws on what is not a finite number: no file may hold it. */
function short(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number for a page: ${value}`);
  return String(Math.round(value * PARTS) / PARTS);
}
