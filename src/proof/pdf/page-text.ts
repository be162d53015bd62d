// The content of a page -> its stretches of text and its shapes, each with its place.
import type { KnownOperators } from './known-operators.ts';
import { IDENTITY, type Matrix, matrixOf, numberAt, product } from './matrix.ts';
import { PageShapes, type PaintedShape } from './page-shapes.ts';
import type { PdfFile } from './pdf-file.ts';
import { type PdfFont, readFont } from './pdf-font.ts';
import { PdfParser } from './pdf-parser.ts';
import {
  isArray,
  isStream,
  isString,
  isWord,
  nameOf,
  type PdfDict,
  PdfFault,
  type PdfValue,
} from './pdf-value.ts';
import { type Colour, FIRST_PEN, type Pen, penAfter } from './pen.ts';

/** Codes of one face, of two bytes each. */
export interface ShownCodes {
  readonly font: PdfFont;
  readonly codes: readonly number[];
}

export interface TextPiece {
  /** Index of its page, from 0. */
  readonly page: number;
  readonly text: string;
  /** Left end of the baseline in points from the top left corner of the page, as seen. */
  readonly x: number;
  readonly y: number;
  /** Along the baseline, in points. */
  readonly width: number;
  /** Type size in points. */
  readonly size: number;
  /** Direction of the baseline, counter-clockwise, in radians; 0 for upright text. */
  readonly angle: number;
  /** Whether something was painted over its middle. */
  readonly covered: boolean;
  readonly colour: Colour;
  /** From 0, not seen, to 1. */
  readonly alpha: number;
  /** How letters are painted (9.3.6): 0 filled. */
  readonly mode: number;
  /** How many painting operators came before on the page. */
  readonly order: number;
  readonly shown: readonly ShownCodes[];
}

/** The middle of letters above their baseline, as a share of the size. */
const MIDDLE = 0.35;

/** Forms in forms beyond this are drawn in a circle. */
const MOST_DEPTH = 8;

interface State {
  matrix: Matrix;
  font: PdfFont | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  pen: Pen;
}

/** Draws nothing and keeps what there is. */
export class PageText {
  readonly pieces: TextPiece[] = [];
  readonly shapes: PaintedShape[] = [];
  readonly #paths: PageShapes;
  readonly #file: PdfFile;
  readonly #page: number;
  readonly #origin: { readonly left: number; readonly top: number };
  readonly #fonts: Map<PdfValue, PdfFont>;
  readonly #known: KnownOperators;
  #state: State = {
    matrix: IDENTITY,
    font: undefined,
    size: 0,
    characterSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    pen: FIRST_PEN,
  };
  #line: Matrix = IDENTITY;
  #text: Matrix = IDENTITY;
  /** Painting operators so far. */
  #order = 0;
  /** Whether what is shown next goes on directly behind what was shown last. */
  #goesOn = false;

  /** `fonts` keeps fonts that other pages have read; `known` is told of every operator. */
  constructor(
    file: PdfFile,
    page: number,
    origin: { readonly left: number; readonly top: number },
    fonts: Map<PdfValue, PdfFont>,
    known: KnownOperators,
  ) {
    this.#file = file;
    this.#page = page;
    this.#origin = origin;
    this.#fonts = fonts;
    this.#known = known;
    this.#paths = new PageShapes(origin, (shape) => this.#painted(shape));
  }

  /** Reads a content stream; throws a PdfFault when it is damaged. */
  read(content: string, resources: PdfDict, depth = 0): void {
    if (depth > MOST_DEPTH) throw new PdfFault('forms nest too deep');
    const parser = new PdfParser(content);
    const saved: State[] = [];
    let operands: PdfValue[] = [];
    for (let value = parser.next(); value !== undefined; value = parser.next()) {
      if (!isWord(value)) {
        operands.push(value);
        continue;
      }
      this.#known.operate(value.word, operands);
      switch (value.word) {
        case 'q':
          saved.push({ ...this.#state });
          break;
        case 'Q':
          this.#state = saved.pop() ?? this.#state;
          break;
        case 'cm':
          this.#state.matrix = product(matrixOf(operands), this.#state.matrix);
          break;
        case 'Do':
          this.#form(operands[0], resources, depth);
          break;
        case 'BI':
          parser.seek(endOfImage(content, parser.at));
          this.#image();
          break;
        default:
          this.#state.pen = penAfter(this.#state.pen, value.word, operands, this.#file, resources);
          if (this.#paths.operate(value.word, operands, this.#state.matrix, this.#state.pen)) this.#order++;
          this.#operate(value.word, operands, resources);
      }
      operands = [];
    }
  }

  #operate(operator: string, operands: readonly PdfValue[], resources: PdfDict): void {
    const state = this.#state;
    const first = operands[0] ?? null;
    if (operator !== 'Tj' && operator !== 'BDC' && operator !== 'EMC') this.#goesOn = false;
    switch (operator) {
      case 'BT':
        this.#line = IDENTITY;
        this.#text = IDENTITY;
        break;
      case 'Tf':
        state.font = this.#font(first, resources);
        state.size = numberAt(operands, 1);
        break;
      case 'Tc':
        state.characterSpace = numberAt(operands, 0);
        break;
      case 'Tw':
        state.wordSpace = numberAt(operands, 0);
        break;
      case 'Tz':
        state.scale = numberAt(operands, 0) / 100;
        break;
      case 'TL':
        state.leading = numberAt(operands, 0);
        break;
      case 'Ts':
        state.rise = numberAt(operands, 0);
        break;
      case 'Tr':
        state.mode = numberAt(operands, 0);
        break;
      case 'Tm':
        this.#line = matrixOf(operands);
        this.#text = this.#line;
        break;
      case 'TD':
        state.leading = -numberAt(operands, 1);
        this.#move(numberAt(operands, 0), numberAt(operands, 1));
        break;
      case 'Td':
        this.#move(numberAt(operands, 0), numberAt(operands, 1));
        break;
      case 'T*':
        this.#move(0, -state.leading);
        break;
      case "'":
        this.#move(0, -state.leading);
        this.#show(operands);
        break;
      case '"':
        state.wordSpace = numberAt(operands, 0);
        state.characterSpace = numberAt(operands, 1);
        this.#move(0, -state.leading);
        this.#show(operands.slice(2));
        break;
      case 'Tj':
        this.#show(operands);
        break;
      case 'TJ':
        this.#show(isArray(first) ? first : []);
        break;
    }
  }

  #move(x: number, y: number): void {
    this.#line = product([1, 0, 0, 1, x, y], this.#line);
    this.#text = this.#line;
  }

  /** Strings, and between them shifts in thousandths of the type size. */
  #show(items: readonly PdfValue[]): void {
    const { font, size, scale, rise, matrix, characterSpace, wordSpace, mode, pen } = this.#state;
    if (font === undefined) throw new PdfFault('text without a font');
    let text = '';
    let advance = 0;
    const codes: number[] = [];
    for (const item of items) {
      if (typeof item === 'number') advance -= (item / 1000) * size * scale;
      if (!isString(item)) continue;
      for (let index = 0; index + 1 < item.bytes.length; index += 2) {
        const code = item.bytes.charCodeAt(index) * 256 + item.bytes.charCodeAt(index + 1);
        codes.push(code);
        text += font.characters.get(code) ?? '�';
        const width = font.widths.get(code) ?? font.defaultWidth;
        advance += ((width / 1000) * size + characterSpace) * scale;
      }
      // A word space counts after codes of one byte only (9.3.3), and these have two.
      advance += item.bytes.length % 2 === 1 ? wordSpace : 0;
    }
    const [a, b, c, d, e, f] = product(product([scale, 0, 0, 1, 0, rise], this.#text), matrix);
    const along = Math.hypot(a, b);
    const width = (advance * along) / scale;
    const last = this.pieces.at(-1);
    if (this.#goesOn && last !== undefined) {
      // A blank behind a line parts it from the next one for readers, and takes no room.
      if (text.trim() !== '')
        this.pieces[this.pieces.length - 1] = {
          ...last,
          text: last.text + text,
          width: last.width + width,
          shown: [...last.shown, { font, codes }],
        };
    } else {
      this.pieces.push({
        page: this.#page,
        text,
        x: e - this.#origin.left,
        y: this.#origin.top - f,
        width,
        size: size * Math.hypot(c, d),
        angle: Math.atan2(b, a),
        covered: false,
        colour: pen.fill,
        alpha: pen.fillAlpha,
        mode,
        order: this.#order,
        shown: [{ font, codes }],
      });
    }
    this.#order++;
    this.#goesOn = true;
    this.#text = product([1, 0, 0, 1, advance, 0], this.#text);
  }

  #image(): void {
    this.#paths.image(this.#state.matrix, this.#state.pen);
    this.#order++;
  }

  #painted(painted: Omit<PaintedShape, 'order'>): void {
    const shape = { ...painted, order: this.#order };
    this.shapes.push(shape);
    if (!shape.covers) return;
    this.pieces.forEach((piece, index) => {
      const [along, above] = [piece.width / 2, piece.size * MIDDLE];
      const x = piece.x + along * Math.cos(piece.angle) - above * Math.sin(piece.angle);
      const y = piece.y - along * Math.sin(piece.angle) - above * Math.cos(piece.angle);
      if (x > shape.left && x < shape.right && y > shape.top && y < shape.bottom)
        this.pieces[index] = { ...piece, covered: true };
    });
  }

  #font(name: PdfValue, resources: PdfDict): PdfFont {
    const fonts = this.#file.dict(resources.get('Font'));
    const value = this.#file.resolve(fonts.get(nameOf(name) ?? ''));
    const known = this.#fonts.get(value);
    if (known !== undefined) return known;
    const font = readFont(this.#file, value);
    this.#fonts.set(value, font);
    return font;
  }

  #form(name: PdfValue | undefined, resources: PdfDict, depth: number): void {
    const objects = this.#file.resolve(resources.get('XObject'));
    const form = objects instanceof Map ? this.#file.resolve(objects.get(nameOf(name ?? null) ?? '')) : null;
    if (!isStream(form)) return;
    const kind = nameOf(this.#file.resolve(form.dict.get('Subtype')));
    if (kind === 'Image') this.#image();
    if (kind !== 'Form') return;
    const saved = { ...this.#state };
    const own = this.#file.array(form.dict.get('Matrix'));
    if (own.length === 6) this.#state.matrix = product(matrixOf(own), this.#state.matrix);
    const inner = this.#file.resolve(form.dict.get('Resources'));
    this.read(this.#file.content(form), inner instanceof Map ? inner : resources, depth + 1);
    this.#state = saved;
  }
}

/** Where the content goes on after an image that stands in it. */
function endOfImage(content: string, from: number): number {
  const end = /\sEI\s/g;
  end.lastIndex = from;
  const match = end.exec(content);
  if (match === null) throw new PdfFault('an image does not end');
  return match.index + match[0].length;
}
