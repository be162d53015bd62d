// The short forms of a statistics file -> the long ones: rows of years, and cells beside the names of their rows.

import { MOST_YEARS, yearRange } from '../plan/year-range.ts';
import type { Faults } from './faults.ts';
import type { Entry, Mapping, Node, Scalar, Sequence } from './node.ts';

/** `year`: the plan's, from which short years count. Undefined where there are none. Rules: `wrong-type`, `duplicate-id`. */
export function longForm(root: Mapping, year: number, faults: Faults): Mapping | undefined {
  const before = faults.count;
  const entries = root.entries.map((entry): Entry => {
    const { key, value } = entry;
    if ((key.text !== 'rows' && key.text !== 'columns') || value.kind !== 'scalar') return entry;
    return { ...entry, value: yearsOf(value, year, faults) };
  });
  return faults.count > before ? undefined : withCells({ ...root, entries }, faults);
}

/** A row or column for each year. */
function yearsOf(written: Scalar, year: number, faults: Faults): Node {
  const years = yearRange(written.text, year);
  if (years === undefined && !written.text.startsWith('years')) return written;
  if (years === undefined || years.length === 0 || years.length > MOST_YEARS) {
    faults.add({
      rule: 'wrong-type',
      place: written.place,
      message: `해의 차례가 아닙니다: ${written.text}`,
      expected: `앞의 해에서 뒤의 해까지 ${MOST_YEARS}해 이하 (예: years -5 .. -1, years 2021 .. 2025)`,
    });
    return written;
  }
  const items = years.map((one, index): Mapping => {
    // Who looks for a label by its place finds each year's: one column further on.
    const { place: at } = written;
    const place = 'cell' in at ? at : { ...at, column: at.column + index };
    const scalar = (text: string): Scalar => ({ ...written, text, plain: true, place });
    const entry = (key: string): Entry => ({ kind: 'entry', key: scalar(key), value: scalar(String(one)) });
    return { kind: 'mapping', entries: [entry('id'), entry('period')], place };
  });
  return { kind: 'sequence', items, place: written.place };
}

/** The cells that rows have with them, as one mapping by the rows' ids; those of rows in groups by their whole names. */
function withCells(root: Mapping, faults: Faults): Mapping {
  const own: Entry[] = [];
  const without = (rows: Sequence, above: string): Sequence => ({
    ...rows,
    items: rows.items.map((row) => {
      if (row.kind !== 'mapping') return row;
      const id = row.entries.find(({ key }) => key.text === 'id')?.value;
      const name = id?.kind === 'scalar' ? `${above}${id.text}` : above;
      const entries = row.entries.flatMap((entry): readonly Entry[] => {
        if (entry.key.text === 'rows' && entry.value.kind === 'sequence')
          return [{ ...entry, value: without(entry.value, `${name}-`) }];
        if (entry.key.text !== 'cells' || id?.kind !== 'scalar') return [entry];
        own.push({ ...entry, key: { ...id, text: name } });
        return [];
      });
      return { ...row, entries };
    }),
  });
  const entries = root.entries.map((entry) =>
    entry.key.text === 'rows' && entry.value.kind === 'sequence'
      ? { ...entry, value: without(entry.value, '') }
      : entry,
  );
  const [first] = own;
  if (first === undefined) return root;
  const typed = root.entries.find(({ key }) => key.text === 'cells');
  if (typed?.value.kind !== 'mapping') {
    const cells: Mapping = { kind: 'mapping', entries: own, place: first.key.place };
    const key: Scalar = { ...first.key, text: 'cells' };
    return { ...root, entries: [...entries, { kind: 'entry', key, value: cells }] };
  }
  const { value } = typed;
  for (const { key } of own) {
    const twin = value.entries.find((one) => one.key.text === key.text);
    if (twin !== undefined)
      faults.add({
        rule: 'duplicate-id',
        place: key.place,
        message: `행 ‘${key.text}’의 칸이 두 곳에 있습니다.`,
        expected: '행에 적은 cells나 표의 cells 가운데 한 곳',
        related: [{ place: twin.key.place, note: '표의 cells' }],
      });
  }
  const both = { ...value, entries: [...value.entries, ...own] };
  return {
    ...root,
    entries: entries.map((entry) => (entry.key.text === 'cells' ? { ...entry, value: both } : entry)),
  };
}
