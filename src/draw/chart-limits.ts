// Vega's functions, formats and transforms -> the same, each stopped before it makes more than a chart can show.
import { ChartDataFault } from './chart-fault.ts';

/** Letters of a text, members of a list, rows: what a chart draws has some hundreds. */
const MOST = 10_000;
/** Rows of transforms that look at all rows for each. */
const MOST_PAIRED = 1000;
/** Lists within lists. */
const MOST_NESTED = 3;
/** More digits than that in a format ask for a width that no page has. */
const WIDE_FORMAT = /\d{4}/;

type Call = (this: unknown, ...given: readonly unknown[]) => unknown;
interface Context {
  readonly functions: Readonly<Record<string, Call>>;
}
type Evaluate = (...given: readonly unknown[]) => unknown;
type Read = (context: Context, code: unknown) => Evaluate;

/** The interpreter of Vega's expressions, by what it reads. Nothing that it gives is larger than a chart can show. */
export function boundedInterpreter<Interpreter extends object>(interpreter: Interpreter): Interpreter {
  const readers = Object.entries(interpreter as Readonly<Record<string, Read>>).map(([kind, read]) => {
    const bounded: Read = (context, code) => {
      const evaluate = read({ ...context, functions: boundedFunctions(context.functions) }, code);
      return (...given) => checked(evaluate(...given), '식');
    };
    return [kind, bounded];
  });
  return Object.fromEntries(readers) as Interpreter;
}

/** Every function that Vega adds to the interpreter's own; those make no more than they are given. */
function boundedFunctions(functions: Readonly<Record<string, Call>>): Readonly<Record<string, Call>> {
  return new Proxy(functions, {
    get(own, name: string) {
      const call = own[name];
      if (typeof call !== 'function') return call;
      const bounded: Call = function (...given) {
        for (const one of given) checked(one, name);
        if (name === 'pad') refuseBeyond(Number(given[1]), name);
        if (name === 'sequence') refuseBeyond(lengthOf(given.map(Number)), name);
        return checked(call.apply(this, [...given]), name);
      };
      return bounded;
    },
  });
}

/** As many steps as d3's `range` goes. */
function lengthOf([start = 0, stop, step = 1]: readonly number[]): number {
  return stop === undefined ? start : (stop - start) / step;
}

function checked<Value>(value: Value, what: string, depth = 0): Value {
  if (typeof value === 'string') refuseBeyond(value.length, what);
  if (!Array.isArray(value)) return value;
  refuseBeyond(value.length, what);
  if (depth > MOST_NESTED) throw tooLarge(what);
  if (value.some(Array.isArray)) for (const member of value) checked(member, what, depth + 1);
  return value;
}

function refuseBeyond(count: number, what: string, most = MOST): void {
  if (count > most || Number.isNaN(count)) throw tooLarge(what);
}

function tooLarge(what: string): ChartDataFault {
  const named = what === '식' ? what : `식의 ${what}()`;
  return new ChartDataFault(
    `그림틀의 ${named}에서 너무 긴 글이나 목록이 나옵니다.`,
    `${MOST}까지의 글자나 항목을 만드는 식`,
  );
}

/** A text that is measured, and so drawn. */
export function boundedText(text: unknown): string {
  return checked(String(text ?? ''), '식');
}

/** Formats of numbers as Vega's locales have them, of no width that only fills memory. */
export function boundedFormats<Formats extends object>(formats: Formats): Formats {
  const bounded = Object.entries(formats as Readonly<Record<string, Call>>).map(([name, format]) => {
    if (!name.startsWith('format')) return [name, format];
    const own: Call = function (...specifiers) {
      for (const one of specifiers)
        if (typeof one === 'string' && WIDE_FORMAT.test(one))
          throw new ChartDataFault(
            `그림틀의 수 모양(format)이 너무 넓습니다: ‘${one.slice(0, 40)}’.`,
            '‘,.1f’처럼 짧은 모양',
          );
      return format.apply(this, [...specifiers]);
    };
    return [name, own];
  });
  return Object.fromEntries(bounded) as Formats;
}

interface Row {
  readonly [key: string]: unknown;
}
interface Pulse {
  readonly SOURCE: number;
  visit(flags: number, each: (row: Row) => void): void;
}
interface Parameters {
  readonly fields?: readonly ((row: Row) => unknown)[];
}
interface Bins {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}
interface Transform {
  transform(this: { readonly value?: unknown }, given: Parameters, pulse: Pulse): unknown;
}
/** Vega's registry of transforms, as far as it is changed here. */
export type Transforms = Readonly<Record<string, { readonly prototype: Transform } | undefined>>;

const known = new WeakSet<object>();

/** Stops transforms that make rows of rows, or look at all for each, before they do. Once a registry. */
export function boundTransforms(transforms: Transforms): void {
  if (known.has(transforms)) return;
  known.add(transforms);
  const rows =
    (of: (row: Row, given: Parameters) => number, most: number) => (given: Parameters, pulse: Pulse) => {
      let count = 0;
      pulse.visit(pulse.SOURCE, (row) => {
        count += of(row, given);
      });
      if (count > most)
        throw new ChartDataFault(
          `그림틀의 변환(transform)에서 행이 너무 많아집니다(${count}).`,
          `${most}행까지의 자료`,
        );
    };
  const longest = (row: Row, { fields = [] }: Parameters): number =>
    Math.max(0, ...fields.map((field) => lengthIn(field(row))));
  before(transforms, ['flatten'], rows(longest, MOST));
  before(
    transforms,
    ['fold'],
    rows((_, { fields = [] }) => fields.length, MOST),
  );
  before(
    transforms,
    ['window', 'loess', 'kde', 'density', 'impute'],
    rows(() => 1, MOST_PAIRED),
  );
  const { bin } = transforms;
  if (bin === undefined) return;
  const own = bin.prototype.transform;
  bin.prototype.transform = function (given, pulse) {
    const result = own.call(this, given, pulse);
    const { start, stop, step } = this.value as Bins;
    refuseBeyond((stop - start) / step, 'bin');
    return result;
  };
}

function lengthIn(value: unknown): number {
  return Array.isArray(value) || typeof value === 'string' ? value.length : 0;
}

function before(
  transforms: Transforms,
  names: readonly string[],
  check: (given: Parameters, pulse: Pulse) => void,
): void {
  for (const name of names) {
    const prototype = transforms[name]?.prototype;
    if (prototype === undefined) continue;
    const own = prototype.transform;
    prototype.transform = function (given, pulse) {
      check(given, pulse);
      return own.call(this, given, pulse);
    };
  }
}
