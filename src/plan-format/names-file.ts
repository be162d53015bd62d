// names.yaml -> canonical names with their published spellings.
import type { Name } from '../plan/plan.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { entriesOf, list, mapping, may, must, named } from './shape.ts';
import { readShape } from './shape-fault.ts';

export const NAMES_FILE = entriesOf(
  must(
    mapping({
      canonical: must(named, '바른 이름', '어디에서나 적을 이름', { example: '인천광역시 서구' }),
      published: may(list(named), '공시된 이름', '바른 이름과 달리 공시된 것들', { example: ['인천 서구'] }),
    }),
    '이름',
    '곳에 따라 달리 적힌 이름 하나',
  ),
);

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
