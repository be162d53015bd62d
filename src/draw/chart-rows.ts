// A specification's rows -> the same with their references, kept through whatever Vega does to them.
import { createHash } from 'node:crypto';
import { type ChartRef, refOf } from '../document/chart-marks.ts';

type Rows = Readonly<Record<string, readonly object[]>>;
type Plain = Readonly<Record<string, unknown>>;

/** Deeper than a group within a group no aggregate is looked into. */
const MOST_DEEP = 4;

/**
 * The field that holds a row's reference. A specification cannot name it: it is made of the digest of the whole specification.
 */
export function referenceField(spec: unknown): string {
  return `figure ${createHash('sha256').update(JSON.stringify(spec)).digest('hex')}`;
}

/** The specification with references in the rows of its data. */
export function withReferences(spec: Plain, field: string): Plain {
  const { datasets } = spec;
  if (!isPlain(datasets)) return spec;
  const named = Object.entries(datasets as Rows).map(([data, rows]) => [
    data,
    rows.map((row, index) => ({ ...row, [field]: refOf(data, index) })),
  ]);
  return { ...spec, datasets: Object.fromEntries(named) };
}

/**
 * The compiled specification with references where Vega leaves them behind: an aggregate keeps the rows that it sums up, a lookup
 * takes along the reference of the row that it finds.
 */
export function keepingReferences(compiled: unknown, field: string): unknown {
  let lookups = 0;
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (!isPlain(value)) return value;
    const own = Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, key === 'values' ? member : inside(member)]),
    );
    if (own.type === 'aggregate') return aggregateKeeping(own, field);
    if (own.type === 'lookup' && Array.isArray(own.values)) {
      const as = Array.isArray(own.as) ? own.as : own.values;
      return { ...own, values: [...own.values, field], as: [...as, `${field} found ${lookups++}`] };
    }
    return own;
  };
  return inside(compiled);
}

function aggregateKeeping(own: Plain, field: string): Plain {
  const { ops = ['count'], fields = [null], as: names = [] } = own;
  if (![ops, fields, names].every(Array.isArray)) return own;
  const [all, sources, given] = [ops, fields, names] as readonly (readonly unknown[])[];
  const padded = Array.from({ length: all?.length ?? 0 }, (_, index) => given?.[index] ?? null);
  return {
    ...own,
    ops: [...(all ?? []), 'values'],
    // Vega wants a field, and gives the rows themselves.
    fields: [...(sources ?? []), field],
    as: [...padded, `${field} rows`],
  };
}

/** The references behind a datum, a group for each source: its own row, a found one, all that an aggregate took in. */
export function referencesOf(datum: unknown, field: string): readonly (readonly ChartRef[])[] {
  if (!isPlain(datum)) return [];
  return Object.entries(datum).flatMap(([key, value]): (readonly ChartRef[])[] => {
    if (typeof value === 'string') return key.startsWith(field) ? [[value]] : [];
    const inner = flattened(value, field, MOST_DEEP);
    return inner.length === 0 ? [] : [inner];
  });
}

function flattened(value: unknown, field: string, depth: number): readonly ChartRef[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((member) => flattened(member, field, depth));
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (typeof member === 'string') return key.startsWith(field) ? [member] : [];
    return flattened(member, field, depth - 1);
  });
}

/** Transforms that take each row by itself, or all of a group whatever their order. */
const ROW_BY_ROW: ReadonlySet<unknown> = new Set([
  'formula',
  'filter',
  'stack',
  'aggregate',
  'joinaggregate',
  'extent',
  'bin',
  'timeunit',
  'identifier',
]);

/** Whether what a compiled specification draws may depend on the order of rows: by a window, a lookup, an expression that reads the data. */
export function dependsOnOrder({ data = [] }: { readonly data?: readonly object[] }): boolean {
  const transforms = data.flatMap((one) => ('transform' in one ? (one.transform as readonly Plain[]) : []));
  return (
    transforms.some(({ type }) => !ROW_BY_ROW.has(type)) || /\bdata\s*\(/.test(JSON.stringify(transforms))
  );
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
