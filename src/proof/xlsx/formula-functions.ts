// The functions that workbooks of this program use -> what they give (ECMA-376 part 1, 18.17.7).
import {
  type Area,
  Cells,
  FormulaFault,
  inFifteen,
  numberOf,
  type Scalar,
  textOf,
  type Value,
} from './formula-value.ts';

/** Arguments are worked out when asked for: of IF only one branch is. */
type Argument = () => Value;

type SheetFunction =
  | { readonly of: 'values'; readonly work: (args: readonly Argument[]) => Value }
  | { readonly of: 'area'; readonly work: (area: Area) => Scalar };

/** Undefined for a function that is none of ours. */
export function functionNamed(name: string): SheetFunction | undefined {
  if (name === 'ROWS') return { of: 'area', work: ({ top, bottom }) => bottom - top + 1 };
  const work = FUNCTIONS.get(name);
  return work && { of: 'values', work };
}

/** SUBTOTAL: the sum of what is not hidden. No row of a finished file is. */
const SHOWN_SUM = 109;

const FUNCTIONS = new Map<string, (args: readonly Argument[]) => Value>([
  ['SUM', (args) => total(all(args))],
  ['MAX', (args) => extreme(args, 1)],
  ['MIN', (args) => extreme(args, -1)],
  ['SUBTOTAL', ([kind, ...rest]) => (one(kind) === SHOWN_SUM ? total(all(rest)) : refused())],
  ['SUMPRODUCT', (args) => (args.length === 1 ? total(all(args)) : refused())],
  ['SUMIFS', sumIfs],
  ['COUNT', (args) => all(args).filter((value) => typeof value === 'number').length],
  ['COUNTA', (args) => all(args).filter((value) => value !== undefined).length],
  ['COUNTIF', ([range, criterion]) => cells(range).matching(one(criterion)).size],
  ['IF', ([test, yes, no]) => (one(test) ? one(yes) : one(no))],
  ['AND', (args) => all(args).every(Boolean)],
  ['OR', (args) => all(args).some(Boolean)],
  [
    'N',
    ([value]) => {
      const is = one(value);
      return typeof is === 'number' ? is : 0;
    },
  ],
  ['ABS', ([value]) => Math.abs(number(value))],
  ['SIGN', ([value]) => Math.sign(number(value))],
  ['INT', ([value]) => Math.floor(inFifteen(number(value)))],
  ['MOD', ([value, by]) => remainder(number(value), number(by))],
  ['ROUND', ([value, digits]) => rounded(number(value), number(digits))],
  ['TRUNC', ([value, digits]) => (number(digits) === 0 ? Math.trunc(inFifteen(number(value))) : refused())],
  [
    'MID',
    ([text, from, count]) => textOf(one(text)).slice(number(from) - 1, number(from) - 1 + number(count)),
  ],
  ['SUBSTITUTE', ([text, old, by]) => textOf(one(text)).replaceAll(textOf(one(old)), () => textOf(one(by)))],
]);

function refused(): never {
  throw new FormulaFault('이 함수를 이렇게 쓸 수 없습니다');
}

function one(argument: Argument | undefined): Scalar {
  const value = argument === undefined ? refused() : argument();
  return value instanceof Cells ? refused() : value;
}

function number(argument: Argument | undefined): number {
  return numberOf(one(argument));
}

function cells(argument: Argument | undefined): Cells {
  const value = argument?.();
  return value instanceof Cells ? value : new Cells([value]);
}

function all(args: readonly Argument[]): readonly Scalar[] {
  return args.flatMap((argument) => cells(argument).values);
}

/** The greatest, or for -1 the least, of the numbers; 0 of none. */
function extreme(args: readonly Argument[], sign: 1 | -1): number {
  const numbers = all(args).filter((value) => typeof value === 'number');
  return numbers.length === 0 ? 0 : numbers.reduce((best, one) => ((one - best) * sign > 0 ? one : best));
}

/** Texts count nothing. */
function total(values: readonly Scalar[]): number {
  let sum = 0;
  for (const value of values) if (typeof value === 'number') sum += value;
  return sum;
}

function sumIfs([sums, ...pairs]: readonly Argument[]): number {
  const { values } = cells(sums);
  const sets: ReadonlySet<number>[] = [];
  for (let index = 0; index < pairs.length; index += 2)
    sets.push(cells(pairs[index]).matching(one(pairs[index + 1])));
  const [fewest, ...others] = sets.sort((a, b) => a.size - b.size);
  if (fewest === undefined) return refused();
  const wanted = [...fewest].filter((index) => others.every((set) => set.has(index)));
  return total(wanted.map((index) => values[index]));
}

/** As Excel: of the divisor's sign. */
function remainder(value: number, by: number): number {
  if (by === 0) throw new FormulaFault('0으로 나눕니다');
  return inFifteen(value - by * Math.floor(inFifteen(value / by)));
}

/** Halves away from 0, of the number in 15 digits. */
function rounded(value: number, digits: number): number {
  const power = 10 ** digits;
  return (Math.sign(value) * Math.floor(inFifteen(Math.abs(value) * power) + 0.5)) / power;
}
