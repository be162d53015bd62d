// names.yaml -> canonical names with their published spellings.
import * as v from 'valibot';
import type { Name } from '../plan/plan.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { entriesOf, list, mapping, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';

const NAMES_FILE = entriesOf(mapping({ canonical: named, published: v.exactOptional(list(text)) }));

export function readNamesFile(root: Mapping, faults: Faults): ReadonlyMap<string, Name> | undefined {
  const entries = readShape(root, NAMES_FILE, faults);
  return (
    entries &&
    new Map(
      entries.map(({ key, value }) => [
        key.text,
        {
          id: key.text,
          canonical: value.canonical.text,
          published: (value.published ?? []).map((spelling) => spelling.text),
          place: key.place,
        },
      ]),
    )
  );
}
