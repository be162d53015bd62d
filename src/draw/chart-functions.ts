// A parsed dataflow -> the first function in it that a chart may not call: a list of what it may, so that what Vega adds later is none of it.
import { objectsIn } from './chart-patterns.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Of Vega's expressions (vega-expression, vega-functions, vega-interpreter): they only work out a value of what they are given. */
const WORKING_OUT = words(`
  isNaN isFinite abs acos asin atan atan2 ceil cos exp floor hypot log max min pow round sin sqrt tan clamp if
  utc datetime date day year month hours minutes seconds milliseconds time timezoneoffset
  utcdate utcday utcyear utcmonth utchours utcminutes utcseconds utcmilliseconds
  length join indexof lastindexof slice reverse sort parseFloat parseInt upper lower substring split replace trim
  btoa atob encodeURIComponent regexp test
  cumulativeNormal cumulativeLogNormal cumulativeUniform densityNormal densityLogNormal densityUniform
  quantileNormal quantileLogNormal quantileUniform
  isArray isBoolean isDate isDefined isNumber isObject isRegExp isString isTuple isValid toBoolean toDate toNumber toString
  flush lerp interpolateLinear merge pad peek pluck span inrange truncate clampRange extent sequence
  rgb lab hcl hsl luminance contrast
  format utcFormat utcParse utcOffset timeFormat timeParse timeOffset timeUnitSpecifier
  monthFormat monthAbbrevFormat dayFormat dayAbbrevFormat quarter utcquarter week utcweek isoweek utcisoweek dayofyear utcdayofyear
  bandwidth bandspace copy domain range invert scale gradient data indata`);
/** What Vega-Lite writes for a chart that is pointed at, which print is not: it is called by events, and none come. */
const OF_EVENTS = words(`
  event view item group xy x y inScope modify vlSelectionTest vlSelectionIdTest vlSelectionResolve vlSelectionTuples
  panLinear panLog panPow panSymlog zoomLinear zoomLog zoomPow zoomSymlog`);
/** Another value each time, by chance or the clock; they are told by themselves. */
const CHANGING: ReadonlySet<string> = new Set(words('random now sampleUniform sampleNormal sampleLogNormal'));

const DRAWING: ReadonlySet<string> = new Set([
  ...WORKING_OUT,
  ...words('inScope vlSelectionTest vlSelectionIdTest vlSelectionResolve'),
]);
const HANDLING: ReadonlySet<string> = new Set([...WORKING_OUT, ...OF_EVENTS]);

/** Throws at a call of what is none of a chart's, and at a sample, in Korean: also what an expression writes with escapes. */
export function refuseFunctions(parsed: object): void {
  const { updates, ...drawing } = parsed as { readonly updates?: unknown };
  for (const [part, allowed] of [
    [drawing, DRAWING],
    [updates, HANDLING],
  ] as const)
    for (const { type, callee, ops, arguments: given } of objectsIn(part)) {
      if (type === 'sample') throw new Error(changes('sample'));
      const sampled = Array.isArray(ops) ? ops.find((op) => op === 'ci0' || op === 'ci1') : undefined;
      if (sampled !== undefined) throw new Error(changes(String(sampled)));
      if (type !== 'CallExpression' || typeof callee !== 'object' || callee === null) continue;
      // What encoders call begins so.
      const name = String((callee as { readonly name?: unknown }).name).replace(/^_/, '');
      // Without a date it is the clock's.
      const isClock = name === 'datetime' && Array.isArray(given) && given.length === 0;
      if (isClock || CHANGING.has(name)) throw new Error(changes(`${name}()`));
      if (!allowed.has(name)) throw new Error(`그림틀의 식에 쓸 수 없는 함수입니다: ${name}().`);
    }
}

function changes(what: string): string {
  return `부를 때마다 값이 달라지는 것은 쓸 수 없습니다: ${what}.`;
}
