// A PDF's objects, from the trailer on -> what this program never writes, and what nothing leads to.
import { knownObject } from './known-objects.ts';
import type { Rule } from './object-rule.ts';
import type { PdfFile } from './pdf-file.ts';
import { isArray, isDict, isStream, isString, nameOf, type PdfValue, refOf } from './pdf-value.ts';

/** A thing by the way to it: `Catalog/OpenAction`. */
interface ForeignObject {
  /** Index of the page that it belongs to. */
  readonly page: number | undefined;
  readonly path: string;
}

interface Visit {
  readonly value: PdfValue;
  readonly rule: Rule;
  readonly key: string;
  readonly above: Visit | undefined;
  readonly page: number | undefined;
}

/** Each thing once, in no order that means anything. Throws a PdfFault where the file cannot be read. */
export function foreignObjects(file: PdfFile): readonly ForeignObject[] {
  const foreign: ForeignObject[] = [];
  /** What each object was met as; the streams that hold the others are met first. */
  const met = new Map<number, string>([...file.containers].map((number) => [number, 'Container']));
  const start: Rule = { kind: 'object', type: 'Trailer' };
  const queue: Visit[] = [
    { value: file.trailer, rule: start, key: 'Trailer', above: undefined, page: undefined },
  ];
  // No recursion: a structure may be as deep as its document.
  for (let visit = queue.pop(); visit !== undefined; visit = queue.pop()) {
    const { value, rule, page } = visit;
    if (!isVisited(value, rule, met) && !follow(file, visit, queue))
      foreign.push({ page, path: pathOf(visit) });
  }
  for (const number of file.numbers) {
    if (met.has(number)) continue;
    const value = file.resolve({ kind: 'ref', number });
    // The library reserves objects that it then has no use for.
    if (value !== null && !(isDict(value) && value.size === 0))
      foreign.push({ page: undefined, path: `${number} 0 obj` });
  }
  return foreign;
}

/** Whether a reference leads to what was followed before, as the same thing. */
function isVisited(value: PdfValue, rule: Rule, met: Map<number, string>): boolean {
  const number = refOf(value);
  if (number === undefined || rule.kind === 'any') return false;
  const kind = rule.kind === 'object' ? rule.type : rule.kind;
  const known = met.get(number);
  if (known === undefined) met.set(number, kind);
  return known === kind;
}

/** Whether the value fits its rule at first sight; what is in it goes on the queue. */
function follow(file: PdfFile, visit: Visit, queue: Visit[]): boolean {
  const { rule, page } = visit;
  const value = file.resolve(visit.value);
  const put = (inner: PdfValue, of: Rule, key: string, on = page): void => {
    queue.push({ value: inner, rule: of, key, above: visit, page: on });
  };
  /** A plain value that is as it must be needs no visit of its own. */
  const isPlain = (inner: PdfValue, of: Rule): boolean =>
    (of.kind === 'number' || of.kind === 'integer' || of.kind === 'name' || of.kind === 'text') &&
    refOf(inner) === undefined &&
    fits(file, inner, of);
  switch (rule.kind) {
    case 'any': {
      const fitting = rule.of.find((one) => fits(file, value, one));
      if (fitting === undefined) return false;
      queue.push({ ...visit, rule: fitting });
      return true;
    }
    case 'list':
      if (!isArray(value)) return false;
      // Pages are met here, one after the other.
      value.forEach((item, index) => {
        if (!isPlain(item, rule.of))
          put(item, rule.of, '', visit.key === 'Kids' && page === undefined ? index : page);
      });
      return true;
    case 'tuple':
      if (!isArray(value) || value.length !== rule.of.length) return false;
      rule.of.forEach((of, index) => {
        put(value[index] ?? null, of, String(index));
      });
      return true;
    case 'pairs':
      if (!isArray(value) || value.length % 2 !== 0) return false;
      value.forEach((item, index) => {
        const of = rule.of[index % 2 === 0 ? 0 : 1];
        if (!isPlain(item, of)) put(item, of, String(index));
      });
      return true;
    case 'map':
      if (!isDict(value)) return false;
      for (const [key, item] of value) {
        if (!rule.names.test(key)) put(item, NOTHING, key);
        else put(item, rule.of, key);
      }
      return true;
    case 'object': {
      const known = knownObject(rule.type);
      const dict = isStream(value) ? value.dict : value;
      // The trailer may be the dictionary of a stream.
      if (!isDict(dict) || (rule.type !== 'Trailer' && isStream(value) !== (known.stream === true)))
        return false;
      for (const [key, item] of dict) {
        if (item === null) continue;
        const of = Object.hasOwn(known.keys, key) ? (known.keys[key] ?? NOTHING) : NOTHING;
        if (!isPlain(item, of)) put(item, of, key);
      }
      return (
        known.required.every((key) => file.resolve(dict.get(key)) !== null) &&
        (known.agrees?.(file, dict, isStream(value) ? value : undefined) ?? true)
      );
    }
    default:
      return fits(file, value, rule);
  }
}

const NOTHING: Rule = { kind: 'any', of: [] };

/** Whether a value is of the kind that a rule wants; what is in it is looked at later. */
function fits(file: PdfFile, unresolved: PdfValue, rule: Rule): boolean {
  const value = file.resolve(unresolved);
  switch (rule.kind) {
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'text':
      return isString(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'exactly':
      return value === rule.value;
    case 'name': {
      const name = nameOf(value);
      return name !== undefined && (rule.names === undefined || rule.names.includes(name));
    }
    case 'numbers':
      return (
        isArray(value) &&
        value.length === rule.values.length &&
        value.every((item, index) => item === rule.values[index])
      );
    case 'list':
    case 'tuple':
    case 'pairs':
      return isArray(value);
    case 'map':
      return isDict(value);
    case 'object': {
      if (!isDict(value)) return isStream(value) && knownObject(rule.type).stream === true;
      // Dictionaries of several kinds are told apart by their type, or by what they must have.
      const { keys, required } = knownObject(rule.type);
      const [own, type] = [value.get('Type'), keys.Type];
      if (own !== undefined) return type !== undefined && fits(file, own, type);
      return required.every((key) => value.has(key));
    }
    case 'any':
      return rule.of.some((one) => fits(file, value, one));
  }
}

function pathOf(visit: Visit): string {
  const keys: string[] = [];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.above) {
    const { rule, key } = at;
    if (rule.kind === 'object') {
      keys.unshift(key === rule.type || key === '' || /^\d+$/.test(key) ? rule.type : `${key}`);
      // What it is called tells enough of where it is.
      if (at !== visit) break;
    } else keys.unshift(key);
  }
  return keys.filter((key) => key !== '').join('/');
}
