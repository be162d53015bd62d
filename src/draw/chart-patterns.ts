// A parsed dataflow -> a pattern in its expressions that may search without end.

/** Functions whose first value is read as a pattern, a text too (vega-expression). */
const SEARCHING: ReadonlySet<unknown> = new Set(['regexp', 'test']);

type Node = Readonly<Record<string, unknown>>;

/**
 * The first pattern that is not known before it runs, or that may take longer than its text squared: that repeats a group, refers back,
 * or has more than one part of any length. Undefined where there is none.
 */
export function endlessPattern(parsed: unknown): string | undefined {
  for (const node of objectsIn(parsed)) {
    const found = patternOf(node);
    if (found !== undefined && (found.source === undefined || isEndless(found.source)))
      return found.source ?? `${found.called}()`;
  }
  return undefined;
}

/** All that is no list, however deep, in no order that means anything. */
export function* objectsIn(parsed: unknown): Generator<Node> {
  const open: unknown[] = [parsed];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isObject(next)) continue;
    if (!Array.isArray(next)) yield next;
    open.push(...Object.values(next).filter(isObject));
  }
}

/** `source` is undefined where it is worked out from the data. */
function patternOf({ type, value, callee, arguments: given }: Node) {
  if (type === 'Literal' && value instanceof RegExp) return { source: value.source, called: '' };
  if (type !== 'CallExpression' || !isObject(callee) || !SEARCHING.has(callee.name)) return undefined;
  const [first] = Array.isArray(given) ? given : [];
  const own = isObject(first) && first.type === 'Literal' ? first.value : undefined;
  const source = own instanceof RegExp ? own.source : typeof own === 'string' ? own : undefined;
  return { source, called: String(callee.name) };
}

function isEndless(source: string): boolean {
  const bare = source.replaceAll(/\[(?:\\.|[^\\\]]){0,99}\]/g, 'x').replaceAll(/\\[^1-9k]/g, 'x');
  const repeats = bare.match(/[*+]|\{\d*,\}/g) ?? [];
  return repeats.length > 1 || /\)(?:[*+?]|\{)|\\[1-9k]/.test(bare);
}

function isObject(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
