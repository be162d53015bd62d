// The content of a page -> its stretches of text and its shapes, each with its place.
import type { KnownOperators } from './known-operators.ts';
import { IDENTITY, type Matrix, matrixOf, numberAt, product } from './matrix.ts';
import { imageOf } from './page-image.ts';
import { type Mark, PageMarks, type Spoken } from './page-marks.ts';
import { type Colour, PageShapes, type PaintedShape, type Pen } from './page-shapes.ts';
import type { PdfFile } from './pdf-file.ts';
import { type PdfFont, readFont } from './pdf-font.ts';
import { PdfParser } from './pdf-parser.ts';
import { isArray, isString, isWord, nameOf, type PdfDict, PdfFault, type PdfValue } from './pdf-value.ts';

/** Codes of one face, of two bytes each. */
interface ShownCodes {
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
  /** Of a blank behind it that was shown by itself, which is none of its own: points. */
  readonly blankWidth: number;
  /** Type size in points. */
  readonly size: number;
  /** Direction of the baseline, counter-clockwise, in radians; 0 for upright text. */
  readonly angle: number;
  /** Whether something was painted over its middle. */
  readonly covered: boolean;
  readonly colour: Colour;
  readonly overprint?: boolean;
  /** How many painting operators came before on the page. */
  readonly order: number;
  readonly shown: readonly ShownCodes[];
  readonly mark: Mark | undefined;
  /** Its words of which it is told that they are heard otherwise than they stand. */
  readonly spoken: readonly (Spoken & { readonly words: string })[];
}

/** The middle of letters above their baseline, as a share of the size. */
export const LETTER_MIDDLE = 0.35;

const BLACK: Colour = { space: 'DeviceGray', values: [0] };

interface State extends Pen {
  matrix: Matrix;
  font: PdfFont | undefined;
  size: number;
  characterSpace: number;
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
    ...{ matrix: IDENTITY, font: undefined, size: 0, characterSpace: 0 },
    ...{ fill: BLACK, stroke: BLACK, lineWidth: 1, dash: [], overprint: false },
  };
  readonly #saved: State[] = [];
  readonly #marks = new PageMarks();
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
    this.#paths = new PageShapes(origin, (shape) => this.#painted({ ...shape, mark: this.#marks.mark }));
  }

  /** Reads a content stream; throws a PdfFault when it is damaged. Operators that are not known are passed over. */
  read(content: string, resources: PdfDict): void {
    const parser = new PdfParser(content);
    let operands: PdfValue[] = [];
    for (let value = parser.next(); value !== undefined; value = parser.next()) {
      if (!isWord(value)) {
        operands.push(value);
        continue;
      }
      this.#known.operate(value.word, operands);
      this.#operate(value.word, operands, resources);
      operands = [];
    }
  }

  #operate(operator: string, operands: readonly PdfValue[], resources: PdfDict): void {
    const state = this.#state;
    const first = operands[0] ?? null;
    if (operator !== 'Tj' && operator !== 'BDC' && operator !== 'EMC') this.#goesOn = false;
    switch (operator) {
      case 'q':
        this.#saved.push({ ...state });
        break;
      case 'Q':
        this.#state = this.#saved.pop() ?? state;
        break;
      case 'cm':
        state.matrix = product(matrixOf(operands), state.matrix);
        break;
      case 'gs': {
        const states = this.#file.dict(resources.get('ExtGState'));
        state.overprint =
          this.#file.resolve(this.#file.dict(states.get(nameOf(first) ?? '')).get('OP')) === true;
        break;
      }
      case 'w':
        state.lineWidth = numberAt(operands, 0);
        break;
      case 'd':
        state.dash = isArray(first) ? numbersIn(first) : [];
        break;
      case 'rg':
        state.fill = { space: 'DeviceRGB', values: numbersIn(operands) };
        break;
      case 'RG':
        state.stroke = { space: 'DeviceRGB', values: numbersIn(operands) };
        break;
      case 'k':
        state.fill = { space: 'DeviceCMYK', values: numbersIn(operands) };
        break;
      case 'K':
        state.stroke = { space: 'DeviceCMYK', values: numbersIn(operands) };
        break;
      case 'CS':
        state.stroke = { space: nameOf(first) ?? '', values: [] };
        break;
      case 'SCN':
        state.stroke = { space: state.stroke.space, values: numbersIn(operands) };
        break;
      case 'BT':
        this.#text = IDENTITY;
        break;
      case 'BDC':
        this.#marks.begin(operands);
        break;
      case 'EMC':
        this.#marks.end();
        break;
      case 'Tf':
        state.font = this.#font(first, resources);
        state.size = numberAt(operands, 1);
        break;
      case 'Tc':
        state.characterSpace = numberAt(operands, 0);
        break;
      case 'Tm':
        this.#text = matrixOf(operands);
        break;
      case 'Tj':
        if (isString(first)) this.#show(first.bytes);
        break;
      case 'Do':
        this.#paths.image(imageOf(this.#file, first, resources), state.matrix, state, this.#order);
        this.#order++;
        break;
      default:
        this.#paths.operate(operator, operands, state.matrix, state, this.#order);
        if (operator === 'f' || operator === 'S' || operator === 'B') this.#order++;
    }
  }

  #show(bytes: string): void {
    const { font, size, matrix, characterSpace, fill, overprint } = this.#state;
    if (font === undefined) throw new PdfFault('글꼴이 없는 글이 있습니다');
    let text = '';
    let advance = 0;
    const codes: number[] = [];
    for (let index = 0; index + 1 < bytes.length; index += 2) {
      const code = bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1);
      codes.push(code);
      text += font.characters.get(code) ?? '�';
      advance += ((font.widths.get(code) ?? font.defaultWidth) / 1000) * size + characterSpace;
    }
    const [a, b, c, d, e, f] = product(this.#text, matrix);
    const width = advance * Math.hypot(a, b);
    const last = this.pieces.at(-1);
    const told = this.#marks.spoken;
    const spoken = told === undefined ? [] : [{ words: text, ...told }];
    if (this.#goesOn && last !== undefined) {
      // A blank behind a line parts it from the next one for readers, and takes no room.
      const isBlank = text.trim() === '';
      const shown = [...last.shown, { font, codes }];
      this.pieces[this.pieces.length - 1] = isBlank
        ? { ...last, shown, blankWidth: width }
        : {
            ...last,
            text: last.text + text,
            width: last.width + width,
            shown,
            spoken: [...last.spoken, ...spoken],
          };
    } else {
      this.pieces.push({
        page: this.#page,
        text,
        x: e - this.#origin.left,
        y: this.#origin.top - f,
        width,
        blankWidth: 0,
        size: size * Math.hypot(c, d),
        angle: Math.atan2(b, a),
        covered: false,
        colour: fill,
        overprint,
        order: this.#order,
        shown: [{ font, codes }],
        mark: this.#marks.mark,
        spoken,
      });
    }
    this.#order++;
    this.#goesOn = true;
    this.#text = product([1, 0, 0, 1, advance, 0], this.#text);
  }

  #painted(shape: PaintedShape): void {
    this.shapes.push(shape);
    this.#read(shape);
    if (!shape.covers) return;
    this.pieces.forEach((piece, index) => {
      const [x, y] = amidLetters(piece);
      if (x > shape.left && x < shape.right && y > shape.top && y < shape.bottom)
        this.pieces[index] = { ...piece, covered: true };
    });
  }

  /** A path that is read as a letter stands on its foot, as high as it is drawn. */
  #read({ left, right, top, bottom, order, fill, overprint = false }: PaintedShape): void {
    const letter = this.#marks.letter;
    if (letter === undefined || fill === undefined) return;
    const last = this.pieces.at(-1);
    const isSame = last?.order === order;
    const [x, end] = [
      isSame ? Math.min(last.x, left) : left,
      isSame ? Math.max(last.x + last.width, right) : right,
    ];
    const [head, y] = [
      isSame ? Math.min(last.y - last.size, top) : top,
      isSame ? Math.max(last.y, bottom) : bottom,
    ];
    if (isSame) this.pieces.pop();
    this.pieces.push({
      page: this.#page,
      text: letter.trimEnd(),
      ...{ x, y, width: end - x, size: y - head, angle: 0, covered: false, colour: fill, overprint, order },
      blankWidth: letter.endsWith(' ') ? 1 : 0,
      shown: [],
      mark: this.#marks.mark,
      spoken: [],
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
}

function numbersIn(values: readonly PdfValue[]): readonly number[] {
  return values.filter((value) => typeof value === 'number');
}

/** A place amid its letters: so far along, as a share of its width; points from the left and top edges of the page. */
export function amidLetters(
  { x, y, width, size, angle }: Pick<TextPiece, 'x' | 'y' | 'width' | 'size' | 'angle'>,
  share = 0.5,
): readonly [x: number, y: number] {
  const [along, above] = [width * share, size * LETTER_MIDDLE];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x + along * cos - above * sin, y - along * sin - above * cos];
}
