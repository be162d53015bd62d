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

/** Everything that content is written with (ISO 32000-1, Annex A): no clip, no other text mode, no shading, image or form. */
const KNOWN: Readonly<Record<string, Known>> = {
  q: { operands: '', at: ['page'] },
  Q: { operands: '', at: ['page'] },
  cm: { operands: 'nnnnnn', at: ['page'] },
  w: { operands: 'n', at: ['page'] },
  d: { operands: 'an', at: ['page'] },
  rg: { operands: 'nnn', at: DRAWN },
  RG: { operands: 'nnn', at: ['page'] },
  k: { operands: 'nnnn', at: DRAWN },
  K: { operands: 'nnnn', at: ['page'] },
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

/** Standard structure types that content is marked with (14.8.4); a `Span` marks words of another language. */
const MARKS: ReadonlySet<string> = new Set(
  'P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table Caption TH TD Figure Note Reference Link TOCI Div Span'.split(
    ' ',
  ),
);
const ARTIFACTS: ReadonlySet<string> = new Set(['Pagination', 'Layout']);
/** Rounding of sines and cosines to a thousandth. */
const ROUNDING = 0.002;

/** Follows the content of one page; nothing that it does not know is told twice. */
export class KnownOperators {
  readonly #foreign = new Set<string>();
  readonly #height: number;
  readonly #spaces: PdfDict;
  #place: Place = 'page';
  #first = true;
  #last = '';
  /** Saved states, and marks that are open. */
  #saved = 0;
  #marks = 0;

  /** `height`: of the page in points, from its origin to the top. `spaces`: colour spaces in its resources. */
  constructor(height: number, spaces: PdfDict) {
    this.#height = height;
    this.#spaces = spaces;
  }

  operate(operator: string, operands: readonly PdfValue[]): void {
    const known = Object.hasOwn(KNOWN, operator) ? KNOWN[operator] : undefined;
    if (known === undefined || known.operands !== shapeOf(operands) || !known.at.includes(this.#place))
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
    const at = (index: number): number =>
      typeof operands[index] === 'number' ? operands[index] : Number.NaN;
    switch (operator) {
      case 'q':
        return ++this.#saved === 1;
      case 'Q':
        return --this.#saved === 0;
      case 'cm':
        // The first turns the page over, so that it is written from the top; others move a path.
        if (this.#first) return operandsAre(operands, [1, 0, 0, -1, 0, this.#height]);
        return this.#last === 'q' && operandsAre(operands.slice(0, 4), [1, 0, 0, 1]);
      case 'w':
        return at(0) >= 0;
      case 'd':
        return this.#saved === 1 && at(1) === 0;
      case 'CS':
        return this.#spaces.has(nameOf(operands[0] ?? null) ?? '');
      case 'SCN':
        return this.#last === 'CS' && at(0) === 1;
      case 'rg':
      case 'RG':
      case 'k':
      case 'K':
        return operands.every((_, index) => at(index) >= 0 && at(index) <= 1);
      case 'Tf':
        return at(1) > 0;
      case 'Tm':
        // Turned by an angle, neither stretched nor slanted nor mirrored.
        return (
          Math.abs(Math.hypot(at(0), at(1)) - 1) < ROUNDING &&
          Math.abs(at(0) + at(3)) < ROUNDING &&
          Math.abs(at(1) - at(2)) < ROUNDING
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

function isMark([tag = null, properties = null]: readonly PdfValue[]): boolean {
  const name = nameOf(tag) ?? '';
  if (!isDict(properties) || properties.size !== 1) return false;
  if (name === 'Artifact') return ARTIFACTS.has(nameOf(properties.get('Type') ?? null) ?? '');
  if (!MARKS.has(name)) return false;
  if (name === 'Span' && properties.has('Lang')) return isString(properties.get('Lang') ?? null);
  return typeof properties.get('MCID') === 'number';
}

function shapeOf(operands: readonly PdfValue[]): string {
  let shape = '';
  for (const operand of operands) {
    if (typeof operand === 'number') shape += 'n';
    else if (operand === null || typeof operand !== 'object') return '?';
    else if (isDict(operand)) shape += 'd';
    else if (isArray(operand)) shape += operand.every((item) => typeof item === 'number') ? 'a' : '?';
    else if (operand.kind === 'string') shape += operand.bytes.length % 2 === 0 ? 's' : '?';
    else shape += operand.kind === 'name' ? '/' : '?';
  }
  return shape;
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
