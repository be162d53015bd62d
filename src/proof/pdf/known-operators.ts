// Operators of a page's content, one after the other -> those that this program never writes there.
import { isArray, isDict, isString, nameOf, type PdfDict, type PdfValue } from './pdf-value.ts';

/** Where an operator may stand: between objects, in a path that is being built, in a text. */
type Place = 'page' | 'path' | 'text';

interface Known {
  /** Operands: n a number, s a string of two-byte codes, / a name, a an array of numbers, d a dictionary. */
  readonly operands: string;
  readonly at: readonly Place[];
  /** Where what follows it stands; the same place unless told. */
  readonly next?: Place;
}

const PATH: readonly Place[] = ['page', 'path'];
const DRAWN: readonly Place[] = ['page', 'text'];

/** Everything that content is written with (ISO 32000-1, Annex A): no clip, no other text mode, no shading, no form. */
const KNOWN: Readonly<Record<string, Known>> = {
  q: { operands: '', at: ['page'] },
  Q: { operands: '', at: ['page'] },
  cm: { operands: 'nnnnnn', at: ['page'] },
  gs: { operands: '/', at: DRAWN },
  w: { operands: 'n', at: ['page'] },
  d: { operands: 'an', at: ['page'] },
  rg: { operands: 'nnn', at: DRAWN },
  RG: { operands: 'nnn', at: ['page'] },
  k: { operands: 'nnnn', at: DRAWN },
  K: { operands: 'nnnn', at: ['page'] },
  Do: { operands: '/', at: ['page'] },
  CS: { operands: '/', at: ['page'] },
  SCN: { operands: 'n', at: ['page'] },
  m: { operands: 'nn', at: PATH, next: 'path' },
  re: { operands: 'nnnn', at: PATH, next: 'path' },
  l: { operands: 'nn', at: ['path'] },
  c: { operands: 'nnnnnn', at: ['path'] },
  h: { operands: '', at: ['path'] },
  f: { operands: '', at: ['path'], next: 'page' },
  S: { operands: '', at: ['path'], next: 'page' },
  B: { operands: '', at: ['path'], next: 'page' },
  n: { operands: '', at: ['path'], next: 'page' },
  BT: { operands: '', at: ['page'], next: 'text' },
  ET: { operands: '', at: ['text'], next: 'page' },
  Tf: { operands: '/n', at: ['text'] },
  Tc: { operands: 'n', at: ['text'] },
  Tm: { operands: 'nnnnnn', at: ['text'] },
  Tj: { operands: 's', at: ['text'] },
  BDC: { operands: '/d', at: DRAWN },
  EMC: { operands: '', at: DRAWN },
};

const BY_NAME: ReadonlyMap<string, Known> = new Map(Object.entries(KNOWN));

/** Standard structure types that content is marked with (14.8.4); a `Span` marks words of another language, signs with what they stand for, and letters that are drawn. */
const MARKS: ReadonlySet<string> = new Set(
  'P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table Caption TH TD Figure Note Reference Link TOCI Div Span'.split(
    ' ',
  ),
);
/** What may be told of decoration: its type, and what of a page's furniture it is (14.8.2.2.2). */
const ARTIFACTS: ReadonlySet<string> = new Set([
  'Type Layout',
  'Type Pagination Subtype Header',
  'Type Pagination Subtype Footer',
  'Type Pagination Subtype Watermark',
]);
/** Rounding of sines and cosines to a thousandth. */
const ROUNDING = 0.002;

/** Follows the content of one page; nothing that it does not know is told twice. */
export class KnownOperators {
  readonly #foreign = new Set<string>();
  readonly #height: number;
  readonly #spaces: PdfDict;
  readonly #states: PdfDict;
  #place: Place = 'page';
  #first = true;
  #last = '';
  /** Whether what comes next must be a picture, which the last operator gave its box. */
  #boxed = false;
  /** Whether the text that is open has shown anything. */
  #shows = false;
  /** Saved states, and marks that are open. */
  #saved = 0;
  #marks = 0;

  /** `height`: of the page in points, from its origin to the top. `spaces`: colour spaces in its resources, and `states`. */
  constructor(height: number, spaces: PdfDict, states: PdfDict = new Map()) {
    this.#height = height;
    this.#spaces = spaces;
    this.#states = states;
  }

  operate(operator: string, operands: readonly PdfValue[]): void {
    const known = BY_NAME.get(operator);
    if (this.#boxed && operator !== 'Do') this.#foreign.add('cm');
    const boxed = this.#boxed;
    this.#boxed = false;
    if (operator === 'Do' && !boxed) this.#foreign.add(operator);
    if (known === undefined || !areOf(operands, known.operands) || !known.at.includes(this.#place))
      this.#foreign.add(operator);
    else if (!this.#fits(operator, operands)) this.#foreign.add(written(operator, operands));
    this.#place = known?.next ?? this.#place;
    this.#first = false;
    this.#last = operator;
  }

  /** What is foreign: operators, those of odd values with these. Asked when the content has ended. */
  get foreign(): readonly string[] {
    if (this.#saved !== 0) this.#foreign.add('q');
    if (this.#marks !== 0) this.#foreign.add('BDC');
    if (this.#place === 'text') this.#foreign.add('BT');
    return [...this.#foreign];
  }

  #fits(operator: string, operands: readonly PdfValue[]): boolean {
    switch (operator) {
      case 'q':
        // A path in its place, and dashes in it.
        return ++this.#saved <= 2;
      case 'Q':
        return --this.#saved >= 0 && this.#last !== 'q';
      case 'cm':
        // The first turns the page over, so that it is written from the top; others move a path.
        if (this.#first) return operandsAre(operands, [1, 0, 0, -1, 0, this.#height]);
        if (this.#last !== 'q') return false;
        this.#boxed = isUprightBox(operands);
        return this.#boxed || operandsAre(operands.slice(0, 4), [1, 0, 0, 1]);
      case 'gs':
        return this.#states.has(nameOf(operands[0] ?? null) ?? '');
      case 'w':
        return numberIn(operands, 0) >= 0;
      case 'd':
        return this.#saved > 0 && numberIn(operands, 1) === 0;
      case 'CS':
        return this.#spaces.has(nameOf(operands[0] ?? null) ?? '');
      case 'SCN':
        return this.#last === 'CS' && numberIn(operands, 0) === 1;
      case 'rg':
      case 'RG':
      case 'k':
      case 'K':
        return operands.every((_, index) => numberIn(operands, index) >= 0 && numberIn(operands, index) <= 1);
      case 'BT':
        this.#shows = false;
        return true;
      case 'Tj':
        this.#shows = true;
        return true;
      case 'ET':
        return this.#shows;
      case 'Tf':
        return numberIn(operands, 1) > 0;
      case 'Tm':
        // Turned by an angle, neither stretched nor slanted nor mirrored.
        return (
          Math.abs(Math.hypot(numberIn(operands, 0), numberIn(operands, 1)) - 1) < ROUNDING &&
          Math.abs(numberIn(operands, 0) + numberIn(operands, 3)) < ROUNDING &&
          Math.abs(numberIn(operands, 1) - numberIn(operands, 2)) < ROUNDING
        );
      case 'BDC':
        this.#marks++;
        return this.#marks <= 2 && isMark(operands);
      case 'EMC':
        return --this.#marks >= 0;
      default:
        return true;
    }
  }
}

/** Whether the square of a picture becomes a box that is neither turned nor mirrored: a page counts downwards. */
function isUprightBox(operands: readonly PdfValue[]): boolean {
  const isTurned = numberIn(operands, 1) !== 0 || numberIn(operands, 2) !== 0;
  return !isTurned && numberIn(operands, 0) > 0 && numberIn(operands, 3) < 0;
}

/** Not a number where there is none. */
function numberIn(operands: readonly PdfValue[], index: number): number {
  const operand = operands[index];
  return typeof operand === 'number' ? operand : Number.NaN;
}

function isMark([tag = null, properties = null]: readonly PdfValue[]): boolean {
  const name = nameOf(tag) ?? '';
  if (!isDict(properties)) return false;
  if (name === 'Artifact')
    return ARTIFACTS.has([...properties].map(([key, value]) => `${key} ${nameOf(value)}`).join(' '));
  if (properties.size !== 1) return false;
  if (!MARKS.has(name)) return false;
  if (name === 'Span')
    return isString(properties.get('Lang') ?? properties.get('E') ?? properties.get('ActualText') ?? null);
  return typeof properties.get('MCID') === 'number';
}

/** Whether operands are of the kinds that an operator has. */
function areOf(operands: readonly PdfValue[], kinds: string): boolean {
  return operands.length === kinds.length && operands.every((operand, index) => isOf(operand, kinds[index]));
}

function isOf(operand: PdfValue, kind: string | undefined): boolean {
  switch (kind) {
    case 'n':
      return typeof operand === 'number';
    case 's':
      return isString(operand) && operand.bytes.length % 2 === 0;
    case '/':
      return nameOf(operand) !== undefined;
    case 'a':
      return isArray(operand) && operand.every((item) => typeof item === 'number');
    default:
      return isDict(operand);
  }
}

function operandsAre(operands: readonly PdfValue[], values: readonly number[]): boolean {
  return values.every((value, index) => {
    const operand = operands[index];
    return typeof operand === 'number' && Math.abs(operand - value) < 0.0001;
  });
}

function written(operator: string, operands: readonly PdfValue[]): string {
  const shown = operands.flatMap((operand) => (typeof operand === 'number' ? [String(operand)] : []));
  return [...shown, operator].join(' ');
}
