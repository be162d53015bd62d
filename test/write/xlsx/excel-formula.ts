// A tiny reader of the formulas that the writer makes, in exact fractions: to prove their cached results.
import Fraction from 'fraction.js';
import { roundHalfUp } from '../../../src/figure/quantity.ts';

/** The formula's result; `cell` gives a cell's value by sheet (undefined: the formula's own) and name. */
export function evaluateFormula(
  formula: string,
  cell: (sheet: string | undefined, name: string) => Fraction,
): Fraction {
  const tokens = formula.match(/'[^']+'!|[A-Z]+\d+|[A-Z]+|\d+(?:\.\d+)?|[-+*/(),:]/g) ?? [];
  if (tokens.join('') !== formula) throw new Error(`unreadable formula: ${formula}`);
  let next = 0;
  const peek = () => tokens[next];
  const take = (expected?: string) => {
    const token = tokens[next++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`expected ${expected ?? 'more'} in ${formula}`);
    }
    return token;
  };

  function addition(): Fraction {
    let value = product();
    while (peek() === '+' || peek() === '-')
      value = take() === '+' ? value.add(product()) : value.sub(product());
    return value;
  }
  function product(): Fraction {
    let value = factor();
    while (peek() === '*' || peek() === '/')
      value = take() === '*' ? value.mul(factor()) : value.div(factor());
    return value;
  }
  function factor(): Fraction {
    const token = take();
    if (token === '-') return factor().neg();
    if (token === '(') {
      const value = addition();
      take(')');
      return value;
    }
    if (token === 'SUM') return call().reduce((sum, value) => sum.add(value), new Fraction(0));
    if (token === 'ROUND') {
      const [value, digits] = call();
      if (value === undefined || digits === undefined) throw new Error(`ROUND takes two: ${formula}`);
      return roundHalfUp(value, Number(digits.valueOf()));
    }
    if (/^\d/.test(token)) return new Fraction(token);
    return token.endsWith('!') ? cell(token.slice(1, -2), take()) : cell(undefined, token);
  }
  function call(): Fraction[] {
    take('(');
    const values = argument();
    while (peek() === ',') {
      take();
      values.push(...argument());
    }
    take(')');
    return values;
  }
  function argument(): Fraction[] {
    const quoted = peek()?.endsWith('!') === true ? 1 : 0;
    if (tokens[next + quoted + 1] !== ':') return [addition()];
    const sheet = quoted === 1 ? take().slice(1, -2) : undefined;
    const first = take();
    take(':');
    return rangeNames(first, take()).map((name) => cell(sheet, name));
  }

  const value = addition();
  if (next !== tokens.length) throw new Error(`left over in ${formula}`);
  return value;
}

function rangeNames(first: string, last: string): string[] {
  const [, fromColumn = '', fromRow = ''] = /^([A-Z])(\d+)$/.exec(first) ?? [];
  const [, toColumn = '', toRow = ''] = /^([A-Z])(\d+)$/.exec(last) ?? [];
  const names: string[] = [];
  for (let column = fromColumn.charCodeAt(0); column <= toColumn.charCodeAt(0); column++) {
    for (let row = Number(fromRow); row <= Number(toRow); row++)
      names.push(`${String.fromCharCode(column)}${row}`);
  }
  return names;
}
