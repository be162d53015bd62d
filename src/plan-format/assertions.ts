// `asserts:` of a statistics file -> what must hold of which cells.
import type * as v from 'valibot';
import { tableAddress } from '../figure/address.ts';
import { parseQuantity } from '../figure/quantity.ts';
import type { Assertion } from '../plan/statistics-table.ts';
import type { CellEntry } from './cell-entry.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Axis, Leaf } from './leaf.ts';
import type { Scalar } from './node.ts';
import { matchCells } from './pattern.ts';
import { choice, list, mapping, may, number, scalar } from './shape.ts';

export const ASSERTION = mapping({
  sum: may(
    number,
    '더한 값',
    '고른 칸을 열(행 이름을 적었으면 행)마다 더하면 이 값이어야 합니다. 적은 자리까지 봅니다.',
    {
      example: 100,
    },
  ),
  except: may(list(scalar), '빼고 더할 행이나 열', '합계처럼 더하지 않을 행이나 열의 id', {
    example: ['total'],
  }),
  order: may(
    choice('rising', 'falling'),
    '해마다의 차례',
    'rising 줄지 않아야, falling 늘지 않아야 합니다. period가 있는 행이나 열에서 봅니다.',
    {
      example: 'rising',
    },
  ),
  is: may(
    choice('target', 'budget'),
    '올해의 목표나 예산',
    '행(없으면 열)의 id가 가리키는 과제·전략(total은 전체)의 올해 목표나 예산 계와 같아야 합니다.',
    {
      example: 'budget',
    },
  ),
});

interface CellsOf {
  readonly table: string;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly entries: readonly (readonly CellEntry[])[];
}

/** Rules: `missing-key`, `unknown-id`, and those of `matchCells`. */
export function readAssertions(
  file: readonly { readonly key: Scalar; readonly value: v.InferOutput<typeof ASSERTION> }[],
  { table, rows, columns, entries }: CellsOf,
  faults: Faults,
): readonly Assertion[] {
  return file.flatMap(({ key: pattern, value }): readonly Assertion[] => {
    const { place } = pattern;
    const { sum, order, is, except = [] } = value;
    const matched = matchCells(pattern, rows, columns, faults);
    if (sum === undefined && order === undefined && is === undefined)
      faults.add({
        rule: 'missing-key',
        place,
        message: `무엇이어야 하는지 없습니다: ${pattern.text}`,
        expected: 'sum: 100, order: rising, is: budget 가운데 하나',
      });
    for (const { text, place: at } of except)
      if (!rows.byId.has(text) && !columns.byId.has(text))
        faults.add({
          rule: 'unknown-id',
          place: at,
          message: `없는 행이나 열입니다: ${text}`,
          expected: didYouMean(text, [...rows.byId.keys(), ...columns.byId.keys()], '이 표의 행이나 열의 id'),
        });
    if (matched === undefined) return [];
    const holds = (row: Leaf | undefined, column: Leaf | undefined) =>
      row !== undefined && column !== undefined && entries[row.index]?.[column.index]?.kind === 'figure';
    const at = (row: Leaf, column: Leaf) => tableAddress(table, row.id, column.id);
    const cells = matched.rows.flatMap((row) =>
      matched.columns.flatMap((column) => (holds(row, column) ? [{ row, column }] : [])),
    );
    const found: Assertion[] = [];
    const equals = sum && parseQuantity(sum.text);
    if (equals !== undefined) {
      const left = new Set(except.map(({ text }) => text));
      const added = cells.filter(({ row, column }) => !left.has(row.id) && !left.has(column.id));
      const along = matched.exactRow && !matched.exactColumn ? 'row' : 'column';
      for (const leaf of matched[along === 'row' ? 'rows' : 'columns']) {
        const group = added.filter((cell) => cell[along] === leaf);
        if (group.length === 0) continue;
        found.push({ kind: 'sum', cells: group.map(({ row, column }) => at(row, column)), equals, place });
      }
    }
    if (order !== undefined)
      for (const { row, column } of cells) {
        const [before, other] = row.previous === undefined ? [row, column.previous] : [row.previous, column];
        if (other === undefined || !holds(before, other)) continue;
        found.push({
          kind: 'order',
          before: at(before, other),
          after: at(row, column),
          direction: order.text === 'falling' ? 'falling' : 'rising',
          place,
        });
      }
    if (is !== undefined)
      for (const { row, column } of cells)
        found.push({
          kind: 'programme',
          cell: at(row, column),
          ids: [row.ids.at(-1) ?? '', column.ids.at(-1) ?? ''],
          of: is.text === 'budget' ? 'budget' : 'target',
          place,
        });
    return found;
  });
}
