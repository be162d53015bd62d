// The text of a formula -> what it works out, in the few functions that workbooks of this program have; any other is refused.
import { functionNamed } from './formula-functions.ts';
import {
  type Area,
  areaOf,
  Cells,
  FormulaFault,
  numberOf,
  orderOf,
  type Scalar,
  textOf,
  type Value,
} from './formula-value.ts';

export type ReadArea = (area: Area) => Cells;

export interface Formula {
  /** Every area that it names. */
  readonly areas: readonly Area[];
  /** Throws a FormulaFault where a spreadsheet would show an error. */
  readonly work: (read: ReadArea) => Value;
}

type Work = Formula['work'];

const TOKEN =
  /'[^']+'!|\$?[A-Z]{1,3}\$?\d{1,7}(?![\d(])|[A-Z]{1,20}(?=\()|\d{1,40}(?:\.\d{1,40})?|"(?:[^"]|"")*"|<>|<=|>=|[-+*/&=<>(),:]/gy;

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

const COUNTED: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => {
    if (b === 0) throw new FormulaFault('0으로 나눕니다');
    return a / b;
  },
};

/** How tightly signs bind (ECMA-376 part 1, 18.17.2.2). */
const RANKS = new Map(
  [Object.keys(COMPARE), ['&'], ['+', '-'], ['*', '/']].flatMap((signs, rank) =>
    signs.map((sign) => [sign, rank] as const),
  ),
);

/** Throws a FormulaFault for what this program does not write. `sheet`: the one that the formula stands on. */
export function parseFormula(text: string, sheet: string): Formula {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('') !== text) throw new FormulaFault('읽을 수 없는 산식입니다');
  const areas: Area[] = [];
  let next = 0;
  const takes = (token: string): boolean => tokens[next] === token && next++ >= 0;
  const expect = (token: string): void => {
    if (!takes(token)) throw new FormulaFault('읽을 수 없는 산식입니다');
  };

  /** What is joined by signs of this rank and tighter ones, from left to right. */
  function level(loosest: number): Work {
    let left = factor();
    for (;;) {
      const sign = tokens[next] ?? '';
      const rank = RANKS.get(sign) ?? -1;
      if (rank < loosest) return left;
      next++;
      left = operation(sign, left, level(rank + 1));
    }
  }
  function factor(): Work {
    if (takes('-')) {
      const inner = factor();
      return (read) => onEach(inner(read), 0, (value) => -numberOf(value));
    }
    if (takes('(')) {
      const inner = level(0);
      expect(')');
      return inner;
    }
    const token = tokens[next++] ?? '';
    if (token.startsWith('"')) return constant(token.slice(1, -1).replaceAll('""', '"'));
    if (/^\d/.test(token)) return constant(Number(token));
    if (tokens[next] === '(') return call(token);
    next--;
    const area = reference();
    areas.push(area);
    const isOne = area.left === area.right && area.top === area.bottom;
    return isOne ? (read) => read(area).values[0] : (read) => read(area);
  }
  function call(name: string): Work {
    const made = functionNamed(name);
    if (made === undefined) throw new FormulaFault(`쓸 수 없는 함수 ${name}입니다`);
    expect('(');
    if (made.of === 'area') {
      const result = made.work(reference());
      expect(')');
      return constant(result);
    }
    const values: Work[] = [];
    do values.push(level(0));
    while (takes(','));
    expect(')');
    return (read) => made.work(values.map((value) => () => value(read)));
  }
  function reference(): Area {
    const quoted = tokens[next]?.endsWith('!') === true ? tokens[next++] : undefined;
    const first = tokens[next++] ?? '';
    const last = takes(':') ? (tokens[next++] ?? '') : first;
    const area = areaOf(quoted?.slice(1, -2) ?? sheet, first, last);
    if (area === undefined) throw new FormulaFault('읽을 수 없는 산식입니다');
    return area;
  }

  const work = level(0);
  if (next !== tokens.length) throw new FormulaFault('읽을 수 없는 산식입니다');
  return { areas, work };
}

function constant(value: Scalar): Work {
  return () => value;
}

function operation(sign: string, left: Work, right: Work): Work {
  const compare = COMPARE[sign];
  const count = COUNTED[sign];
  const both = (a: Scalar, b: Scalar): Scalar => {
    if (compare !== undefined) return compare(orderOf(a, b));
    return count === undefined ? textOf(a) + textOf(b) : count(numberOf(a), numberOf(b));
  };
  return (read) => onEach(left(read), right(read), both);
}

/** On the values, or on each of an area's. */
function onEach(left: Value, right: Value, work: (a: Scalar, b: Scalar) => Scalar): Value {
  if (left instanceof Cells) {
    return new Cells(
      left.values.map((value, index) => work(value, right instanceof Cells ? right.values[index] : right)),
    );
  }
  if (right instanceof Cells) return new Cells(right.values.map((value) => work(left, value)));
  return work(left, right);
}
