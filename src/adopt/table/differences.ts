// The units that the words of a table say -> the same, where the numbers of a column are the differences of two others, with the units of those.
import type { CellDraft } from './table-draft.ts';

type Units = readonly (readonly (string | undefined)[])[];

/** By chance fewer numbers come to such a difference. */
const FEWEST = 3;

/** Words lie, numbers do not: what is left of so many 건 and so many is 건, whatever it is called. */
export function withDifferences(cells: readonly (readonly CellDraft[])[], units: Units): Units {
  const width = cells[0]?.length ?? 0;
  const numbers = cells.map((row) =>
    row.map((cell) => (cell.kind === 'number' ? Number(cell.value) : undefined)),
  );
  const columns = Array.from({ length: width }, (_, x) => {
    const said = new Set(units.flatMap((row) => row[x] ?? []));
    return { x, unit: said.size === 1 ? [...said][0] : undefined };
  });
  const corrected = new Map<number, string>();
  for (const { x, unit: own } of columns) {
    if (own === undefined) continue;
    for (const { x: a, unit } of columns) {
      if (unit === undefined || unit === own || corrected.has(x)) continue;
      if (columns.some((b) => b.unit === unit && b.x !== a && isDifference(numbers, x, a, b.x)))
        corrected.set(x, unit);
    }
  }
  if (corrected.size === 0) return units;
  return units.map((row) => row.map((unit, x) => (unit === undefined ? unit : (corrected.get(x) ?? unit))));
}

/** In every row that has all three, and in enough of them. */
function isDifference(
  numbers: readonly (readonly (number | undefined)[])[],
  x: number,
  a: number,
  b: number,
): boolean {
  const known = numbers.flatMap((row) => {
    const [own, one, other] = [row[x], row[a], row[b]];
    return own === undefined || one === undefined || other === undefined ? [] : [[own, one - other] as const];
  });
  return known.length >= FEWEST && known.every(([own, made]) => own === made);
}
