// What formulas work with: numbers and texts of cells, as spreadsheets count and compare them.
import { placeOf } from '../cell-name.ts';

/** Undefined: an empty cell. */
export type Scalar = number | string | boolean | undefined;

/** What a spreadsheet would show as an error, and what no formula of this program is. The message says which, in Korean. */
export class FormulaFault extends Error {}

/** Cells of one sheet; columns from 0, rows from 1. */
export interface Area {
  /** The same for the same cells. */
  readonly key: string;
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The values of an area, row by row within each column. */
export class Cells {
  readonly values: readonly Scalar[];
  readonly #matching = new Map<Scalar, ReadonlySet<number>>();

  constructor(values: readonly Scalar[]) {
    this.values = values;
  }

  /** Indexes of the values that meet a criterion of SUMIFS or COUNTIF. */
  matching(criterion: Scalar): ReadonlySet<number> {
    let found = this.#matching.get(criterion);
    if (found === undefined) {
      const meets = meeting(criterion);
      found = new Set(this.values.flatMap((value, index) => (meets(value) ? [index] : [])));
      this.#matching.set(criterion, found);
    }
    return found;
  }
}

export type Value = Scalar | Cells;

const NUMBER = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/** The longest criterion that Excel takes. */
const MOST_CRITERION = 255;

/** An equal number, or a text of that pattern, letter case apart; criteria that begin with an operator are none of ours. */
function meeting(criterion: Scalar): (value: Scalar) => boolean {
  const text = textOf(criterion);
  if (text.length > MOST_CRITERION) throw new FormulaFault('찾는 말이 255자를 넘습니다');
  if (NUMBER.test(text))
    return (value) =>
      value === Number(text) ||
      (typeof value === 'string' && NUMBER.test(value) && Number(value) === Number(text));
  if (/^[<>=]/.test(text)) throw new FormulaFault('찾는 말이 연산자로 읽힙니다');
  if (!/[?*~]/.test(text)) return (value) => typeof value === 'string' && isSame(value, text);
  const form = text.toLowerCase().match(/~[?*~]|[\s\S]/g) ?? [];
  return (value) => typeof value === 'string' && fits(value.toLowerCase(), form);
}

/** `?` is any character and `*` any number of them; the last `*` takes one more each time that the rest does not fit. */
function fits(value: string, form: readonly string[]): boolean {
  let at = 0;
  let star: { readonly at: number; readonly from: number } | undefined;
  for (let index = 0; index < value.length; ) {
    const part = form[at];
    if (part === '*') star = { at, from: index };
    else if (part === '?' || part?.at(-1) === value[index]) index += 1;
    else if (star === undefined) return false;
    else {
      star = { at: star.at, from: star.from + 1 };
      index = star.from;
      at = star.at;
    }
    at += 1;
  }
  return form.slice(at).every((part) => part === '*');
}

function isSame(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** `'표'!B3:C4`; columns to ZZZ. Undefined for what is no area. */
export function areaOf(sheet: string, first: string, last: string): Area | undefined {
  const [from, to] = [placeOf(first), placeOf(last)];
  if (from === undefined || to === undefined || from.column > to.column || from.row > to.row)
    return undefined;
  const key = `${from.column},${from.row},${to.column},${to.row},${sheet}`;
  return { key, sheet, left: from.column, right: to.column, top: from.row, bottom: to.row };
}

/** Spreadsheets keep and compare 15 digits. */
export function inFifteen(number: number): number {
  // A whole number of fifteen digits has no others.
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? number : Number(number.toPrecision(15));
}

export function numberOf(value: Scalar): number {
  if (typeof value === 'string') throw new FormulaFault('글로 셈할 수 없습니다');
  return Number(value ?? 0);
}

export function textOf(value: Scalar): string {
  return typeof value === 'number' ? String(inFifteen(value)) : String(value ?? '');
}

/** Below, at or above 0, as the first stands to the second: numbers before texts, an empty cell as nothing of the other's kind. */
export function orderOf(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' || typeof b === 'string') {
    const [left, right] = [a ?? '', b ?? ''].map((one) =>
      typeof one === 'string' ? one.toLowerCase() : undefined,
    );
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    return left < right ? -1 : Number(left > right);
  }
  return Math.sign(inFifteen(numberOf(a)) - inFifteen(numberOf(b)));
}
