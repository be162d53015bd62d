// A chart specification -> the first part of it that reaches beyond the plan or grows without bound.

interface UnsafePart {
  /** The key at which it stands. */
  readonly key: string;
  readonly message: string;
  readonly expected: string;
}

/** Deeper than any chart; what walks the specification later does so by recursion. */
const MOST_DEEP = 40;
/** The most rows that a specification may make by itself, and the most of anything it may ask for by number. */
const MOST_ROWS = 10_000;

/** The highest power of a trend, which takes its cube of steps. */
const MOST_POWERS = 10;

/** Keys of values that are reached from outside the plan. */
const OUTSIDE: ReadonlySet<string> = new Set(['url', 'href', 'usermeta']);
/** Keys that would reach into a JavaScript object. */
const OBJECT_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);
/** Keys whose number says how many of something are made. */
const COUNTS: ReadonlySet<string> = new Set([
  'maxbins',
  'tickCount',
  'steps',
  'count',
  'maxsteps',
  'minsteps',
  'symbolLimit',
]);
/** Intervals of time of which there would be millions of ticks. */
const SHORT: ReadonlySet<unknown> = new Set(['week', 'day', 'hour', 'minute', 'second', 'millisecond']);
/** Maps, which are not drawn, and lists that only grow. */
const GROWING: ReadonlySet<string> = new Set(['graticule', 'sphere']);

/**
 * Looks at the whole specification. What cannot be seen here, such as an expression that never ends, is ended by the limits of
 * the chart thread.
 */
export function unsafePart(spec: unknown): UnsafePart | undefined {
  return inside(spec, '$schema', 0);
}

/** Functions of Vega's expressions that give another value each time: chance, and the clock (vega-expression, vega-functions). */
const CHANGING = /(?:^|[^\w$.])((?:random|now|sampleUniform|sampleNormal|sampleLogNormal)\s*\()/u;
/** Keys of words for the reader, which are no expressions. */
const WORDS: ReadonlySet<string> = new Set(['title', 'subtitle', 'text', 'description', 'name']);

/** The call in an expression that would print other bytes each time; how it is drawn is looked at again once it is compiled. */
function changingCall(key: string, value: unknown): string | undefined {
  if (key === 'sample' && typeof value === 'number') return 'sample';
  if (typeof value !== 'string' || WORDS.has(key)) return undefined;
  const plain = value.replace(/\\u([0-9a-f]{4})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const call = CHANGING.exec(plain)?.[1];
  return call === undefined ? undefined : `${call})`;
}

function inside(value: unknown, key: string, depth: number): UnsafePart | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MOST_DEEP)
    return { key, message: '지나치게 깊습니다.', expected: `${MOST_DEEP}단계까지의 그림틀` };
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((member: unknown) => [key, member])
    : Object.entries(value);
  for (const [name, member] of entries) {
    const found = refused(name, member) ?? inside(member, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function refused(key: string, value: unknown): UnsafePart | undefined {
  if (OUTSIDE.has(key))
    return {
      key,
      message: '그림은 계획 밖의 것을 읽지 않습니다.',
      expected: 'charts.yaml의 tables에 적은 표',
    };
  if (OBJECT_KEYS.has(key)) return { key, message: '프로그램의 이름입니다.', expected: '다른 이름' };
  const call = changingCall(key, value);
  if (call !== undefined)
    return {
      key,
      message: `부를 때마다 값이 달라집니다(${call}). 같은 계획은 늘 같은 그림이어야 합니다.`,
      expected: '우연이나 지금의 시각을 쓰지 않는 식',
    };
  const tooMany = { key, message: '너무 많습니다.', expected: `${MOST_ROWS}까지의 수` };
  if (COUNTS.has(key) && !isFew(value)) return tooMany;
  if (key === 'order' && typeof value === 'number' && value > MOST_POWERS)
    return { ...tooMany, expected: `${MOST_POWERS}까지의 수` };
  if (key === 'step' && typeof value === 'number' && Math.abs(value) * MOST_ROWS < 1 && value !== 0)
    return { ...tooMany, expected: `${1 / MOST_ROWS} 이상의 수` };
  if (GROWING.has(key)) return { key, message: '지도는 그리지 않습니다.', expected: '표의 자료' };
  if (key === 'bins' && typeof value === 'object' && !Array.isArray(value))
    return { ...tooMany, expected: '수의 목록([0, 10, 20])' };
  if (isRange(value)) {
    const { start = 0, stop, step = 1 } = value;
    const rows = (numberOf(stop) - numberOf(start)) / numberOf(step);
    if (!(Math.abs(rows) <= MOST_ROWS)) return tooMany;
  }
  return undefined;
}

/** A generator of rows: `sequence` of data, `keyvals` of `impute`. */
function isRange(value: unknown): value is { start?: unknown; stop: unknown; step?: unknown } {
  return typeof value === 'object' && value !== null && 'stop' in value;
}

/** No number that is too large, no short interval of time, and nothing that is worked out only while it is drawn. */
function isFew(value: unknown): boolean {
  if (typeof value === 'object' && value !== null)
    return !('expr' in value || 'signal' in value || ('interval' in value && SHORT.has(value.interval)));
  return !SHORT.has(value) && !(Math.abs(numberOf(value)) > MOST_ROWS);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
}
