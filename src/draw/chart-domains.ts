// Vega's scales and stacks -> the same, for data that are all alike, all 0 or none: never a division of nothing by nothing.
import { ChartDataFault } from './chart-fault.ts';

/** A scale as Vega and d3 have it, as far as it is changed here. */
interface Scale {
  domain(): readonly unknown[];
  domain(values: readonly unknown[]): Scale;
}
type ScaleMaker = (() => Scale) & { readonly metadata?: Readonly<Record<string, unknown>> };

/** Vega's registry of scales, which its types leave open. */
export interface ScaleRegistry {
  scale(type: string): ScaleMaker | undefined;
  scale(type: string, maker: () => Scale, metadata: readonly string[]): unknown;
}

const LINEAR = ['linear', 'pow', 'sqrt', 'symlog'] as const;
const known = new WeakSet<ScaleRegistry>();

/**
 * Makes scales whose domain is a single number, or none, span something: else d3 sets all in the middle of the range, 0 above the
 * foot, and writes axes of `0.000000`. A log scale refuses a domain that holds 0, with a ChartDataFault. Once a registry.
 */
export function widenDomains(vega: ScaleRegistry): void {
  if (known.has(vega)) return;
  known.add(vega);
  for (const type of LINEAR) replace(vega, type, linearDomain);
  replace(vega, 'log', logDomain);
}

function replace(
  vega: ScaleRegistry,
  type: string,
  sound: (values: readonly unknown[]) => readonly unknown[],
) {
  const make = vega.scale(type);
  if (make === undefined) throw new Error(`no such scale: ${type}`);
  const widened = (): Scale => {
    const scale = make();
    const own = scale.domain.bind(scale) as Scale['domain'];
    function domain(): readonly unknown[];
    function domain(values: readonly unknown[]): Scale;
    function domain(values?: readonly unknown[]): readonly unknown[] | Scale {
      return values === undefined ? own() : own(sound(values));
    }
    return Object.assign(scale, { domain });
  };
  vega.scale(type, widened, Object.keys(make.metadata ?? {}));
}

/** 0 alone, and nothing, is 0 to 1; another number alone stands amid half of itself to both sides. */
function linearDomain(values: readonly unknown[]): readonly unknown[] {
  const numbers = finite(values);
  const [first = 0] = numbers;
  if (numbers.some((value) => value !== first)) return values;
  return first === 0 ? [0, 1] : [first - Math.abs(first) / 2, first + Math.abs(first) / 2];
}

/** Nothing is 1 to 10; a number alone stands amid a tenth and ten times of it. */
function logDomain(values: readonly unknown[]): readonly unknown[] {
  const numbers = finite(values);
  const [first = 0] = numbers;
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  if (numbers.length === 0) return [1, 10];
  if (low <= 0 && high >= 0)
    throw new ChartDataFault(
      `로그 눈금에는 0의 자리가 없는데 축에 0이 들어 있습니다(${Number(low.toPrecision(6))}에서 ${Number(high.toPrecision(6))}까지).`,
      '0보다 큰 값만 있는 자료, 또는 scale의 type을 linear나 symlog로 고친 그림틀',
    );
  return low === high ? [first / 10, first * 10].sort((a, b) => a - b) : values;
}

function finite(values: readonly unknown[]): readonly number[] {
  return values.flatMap((value) => {
    const number = value === null || value === undefined ? Number.NaN : Number(value);
    return Number.isFinite(number) ? [number] : [];
  });
}

/** A field's name that an expression can hold in quotes as it is. */
const PLAIN = /^[^.[\]\\"']+$/;

/**
 * The compiled specification with shares of nothing as 0: where all of a stack is 0 or nil, its parts are 0 of it, and not 0/0. Less than
 * nothing is no part of a whole and has no share, where Vega would draw it as if it were more than nothing. What is no number for another
 * reason stays so, and is refused when it is drawn.
 */
export function withSharesOfNothing(compiled: unknown): unknown {
  if (Array.isArray(compiled)) return compiled.flatMap(sharesOf);
  if (typeof compiled !== 'object' || compiled === null) return compiled;
  return Object.fromEntries(
    Object.entries(compiled).map(([key, value]) => [
      key,
      key === 'values' ? value : withSharesOfNothing(value),
    ]),
  );
}

function sharesOf(member: unknown): readonly unknown[] {
  const own = withSharesOfNothing(member);
  if (typeof member !== 'object' || member === null || !('type' in member) || member.type !== 'stack')
    return [own];
  const { offset, field, as } = member as { offset?: unknown; field?: unknown; as?: unknown };
  if (offset !== 'normalize' || typeof field !== 'string' || !PLAIN.test(field) || !Array.isArray(as))
    return [own];
  const value = `datum["${field}"]`;
  const part = `${field} as a part`;
  const stacked = typeof own === 'object' && own !== null ? { ...own, field: part } : own;
  return [
    { type: 'formula', expr: `isNumber(${value}) ? max(${value}, 0) : ${value}`, as: part },
    stacked,
    ...as.flatMap((end: unknown) =>
      typeof end === 'string' && PLAIN.test(end)
        ? [
            {
              type: 'formula',
              expr: `isFinite(datum["${end}"]) || !(${value} === null || ${value} <= 0) ? datum["${end}"] : 0`,
              as: end,
            },
          ]
        : [],
    ),
  ];
}
