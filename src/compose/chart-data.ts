// A chart specification -> the data that it names.

/** What a specification says of data, each name once. */
interface DataNames {
  /** Named as `{ "name": … }`, or in an expression. */
  readonly used: ReadonlySet<string>;
  /** Named by a text alone, which stands for no data. */
  readonly bare: ReadonlySet<string>;
  /** Names of data that the specification holds itself. */
  readonly held: ReadonlySet<string>;
}

/** Data of a specification's own (vega-lite 6.4, `Data`). */
const CONTENTS = ['values', 'sequence', 'graticule', 'sphere'];
/** `data('NAME')` and `indata('NAME', …)` of Vega's expressions. */
const CALL = /\b(?:in)?data\s*\(\s*(?:'([^']*)'|"([^"]*)")/gu;
/** Names that Vega-Lite gives while it compiles; an expression may know them. */
const COMPILED = /_(?:\d+|store|main)$/u;

/** Looks everywhere but in the rows of data. */
export function dataNames(spec: Readonly<Record<string, unknown>>): DataNames {
  const { datasets, ...rest } = spec;
  const used = new Set<string>();
  const bare = new Set<string>();
  const held = new Set(isObject(datasets) ? Object.keys(datasets) : []);
  const look = (node: unknown): void => {
    if (typeof node === 'string') {
      for (const [, single, double] of node.matchAll(CALL)) {
        const name = single ?? double ?? '';
        if (!COMPILED.test(name)) used.add(name);
      }
    } else if (Array.isArray(node)) node.forEach(look);
    else if (isObject(node)) {
      const { data, ...others } = node;
      // A scale's domain refers to data by a text, beside the field.
      if (typeof data === 'string') ('field' in node ? used : bare).add(data);
      else if (isObject(data) && typeof data.name === 'string')
        (CONTENTS.some((key) => key in data) ? held : used).add(data.name);
      Object.values(others).forEach(look);
    }
  };
  look(rest);
  return { used, bare, held };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
