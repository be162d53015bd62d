// A finished xlsx file -> its parts, as text.
import { strFromU8, unzipSync } from 'fflate';

export function partsIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** The part of the name; fails when there is none. */
export function partNamed(parts: ReadonlyMap<string, string>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part;
}
