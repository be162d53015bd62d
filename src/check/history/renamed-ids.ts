// A record and the names of today -> the same record by the ids of today: what is called by another id and by the same name is the same.
import { parseAddress } from '../../figure/address.ts';
import type { ReadRecord } from './publication-text.ts';

/** Tables, strategies and tasks anywhere, projects within their task; of two of one name neither. */
export function withIdsOf(
  record: ReadRecord,
  now: ReadonlyMap<string, { readonly text: string }>,
): ReadRecord {
  const outer = byIds(record, pairsOf(record, now, /^(tables|strategies|tasks)\/[^/]+$/));
  return byIds(outer, pairsOf(outer, now, /^tasks\/[^/]+\/projects\/[^/]+$/));
}

/** Ids then and now of what has one name, within one parent. */
function pairsOf(
  { names }: ReadRecord,
  now: ReadonlyMap<string, { readonly text: string }>,
  kind: RegExp,
): ReadonlyMap<string, string> {
  const keyOf = (key: string, name: string) => `${key.slice(0, key.lastIndexOf('/'))} ${name}`;
  const only = (
    entries: readonly (readonly [string, string])[],
    other: Pick<Map<string, unknown>, 'has'>,
  ) => {
    const found = new Map<string, string | undefined>();
    for (const [key, name] of entries)
      if (kind.test(key) && !other.has(key))
        found.set(keyOf(key, name), found.has(keyOf(key, name)) ? undefined : key);
    return found;
  };
  const gone = only([...names], now);
  const fresh = only(
    [...now].map(([key, { text }]) => [key, text] as const),
    names,
  );
  return new Map(
    [...gone].flatMap(([name, before]) => {
      const after = fresh.get(name);
      return before === undefined || after === undefined ? [] : [[before, after] as const];
    }),
  );
}

function byIds(record: ReadRecord, pairs: ReadonlyMap<string, string>): ReadRecord {
  if (pairs.size === 0) return record;
  const renamed = (key: string): string => {
    const own = /^(tasks\/[^/]+\/projects\/[^/]+|(?:tables|strategies|tasks)\/[^/]+)(.*)$/s.exec(key);
    const [, id = '', rest = ''] = own ?? [];
    const [, task = '', behind = ''] = /^(tasks\/[^/]+)(\/.*)$/s.exec(key) ?? [];
    const inner = pairs.get(id);
    if (inner !== undefined) return inner + rest;
    const outer = pairs.get(task);
    return outer === undefined ? key : outer + behind;
  };
  const { figures, names, texts, lines } = record;
  return {
    ...record,
    figures: new Map(
      [...figures].map(([address, text]) => [parseAddress(renamed(address)) ?? address, text] as const),
    ),
    names: new Map([...names].map(([key, text]) => [renamed(key), text])),
    texts: texts.map(({ file, text }) => ({
      file,
      text: text.replaceAll(/\{([^{}|\\]+)\|/g, (_, address: string) => {
        const [, before = '', base = address] = /^(compared\/)(.*)$/s.exec(address) ?? [];
        return `{${before}${renamed(base)}|`;
      }),
    })),
    lines: new Map(
      [...lines].map(([key, line]) => {
        const at = key.indexOf(' ') + 1;
        return [key.slice(0, at) + renamed(key.slice(at)), line];
      }),
    ),
  };
}
