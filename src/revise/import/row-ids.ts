// The rows of the sheet that projects are typed into -> which of the rows that were written each is.
import { textAt, wordsAt, wordsOver } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import { sameName } from './task-names.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

/** A row below the headings. */
export interface SheetRow {
  readonly row: number;
  /** As the hidden column has it; of a copied row none. */
  readonly id: string;
  readonly task: string;
  readonly name: string;
}

interface RowIds {
  /** The row of each line that was written and is still there, by its id. */
  readonly placed: ReadonlyMap<string, number>;
  /** All other rows, from top to bottom. */
  readonly others: readonly SheetRow[];
}

/** The id of a line kept free for projects of a task, and the task; of any where that is empty. */
export const SPARE = /^(tasks\/[a-z0-9-]*)\/projects\/$/;
/** So many rows under each other's names were sorted; one may be a slip. */
const SORTED = 2;

/**
 * A row is what its hidden id says. Rows that lost it, and rows that were sorted without it, are found by task and name, and told to be.
 * Rules: `duplicate-row`, `row-without-id`, `ids-out-of-order`.
 */
export function rowIds(origin: WorkbookOrigin, home: OriginSheet, faults: ImportFaults): RowIds {
  const sorter = new RowSorter(origin, home, faults);
  const { rows, refused } = sorter.withoutCopies();
  const placed = sorter.inOrder(rows) ?? sorter.byName(rows, refused);
  const taken = new Set(placed.values());
  for (const one of rows) {
    const isFree = (one.id === '' || SPARE.test(one.id)) && one.name !== '';
    const id = isFree && !taken.has(one.row) ? sorter.lostIdOf(one, placed) : undefined;
    if (id === undefined) continue;
    placed.set(id, one.row);
    taken.add(one.row);
    faults.add({
      rule: 'row-without-id',
      severity: 'information',
      place: sorter.placeOf(one.row, 'name'),
      message: `id가 없는 행을 이름과 과제로 찾았습니다: ${id}`,
    });
  }
  return { placed, others: rows.filter(({ row }) => !taken.has(row) && !refused.has(row)) };
}

class RowSorter {
  readonly #home: OriginSheet;
  readonly #faults: ImportFaults;
  /** What the rows were written with, by id. */
  readonly #written: ReadonlyMap<string, { readonly task: string; readonly name: string }>;
  /** Ids by what their rows were written with. */
  readonly #byPair = new Map<string, string[]>();

  constructor(origin: WorkbookOrigin, home: OriginSheet, faults: ImportFaults) {
    this.#home = home;
    this.#faults = faults;
    this.#written = writtenRows(origin);
    for (const [id, pair] of this.#written)
      this.#byPair.set(keyOf(pair), [...(this.#byPair.get(keyOf(pair)) ?? []), id]);
  }

  placeOf(row: number, key?: string) {
    const { sheet, columns, keyColumns } = this.#home;
    return this.#faults.at({ sheet, row, column: columns.get(key ?? '') ?? keyColumns[0] ?? 1 });
  }

  /** The rows, copies without their id; `refused` are rows of which it cannot be told which is the copy. */
  withoutCopies(): { readonly rows: readonly SheetRow[]; readonly refused: ReadonlySet<number> } {
    const { sheet, headerRow, columns, keyColumns } = this.#home;
    const all = [...sheet.rows.keys()]
      .filter((row) => row > headerRow)
      .sort((a, b) => a - b)
      .map((row) => ({
        row,
        id: textAt(sheet, row, keyColumns[0] ?? 1),
        task: wordsOver(sheet, row, columns.get('task') ?? 0),
        name: wordsAt(sheet, row, columns.get('name') ?? 0),
      }));
    const refused = new Set<number>();
    const copies = new Set<SheetRow>();
    for (const [id, pair] of this.#written) {
      const same = all.filter((one) => one.id === id);
      const own = same.filter((one) => keyOf(one) === keyOf(pair));
      if (same.length < 2) continue;
      // A copy under another name is how people add a row like it.
      if (own.length === 1) for (const one of same) if (one !== own[0]) copies.add(one);
      if (own.length === 1) continue;
      const [first, ...more] = same.map(({ row }) => row);
      for (const row of more) refused.add(row);
      this.#faults.add({
        rule: 'duplicate-row',
        place: this.placeOf(first ?? 1),
        message: `같은 행이 여럿 있습니다: ${id}`,
        expected: '한 행만 남깁니다. 새 세부사업이면 그 행에 다른 이름을 적습니다.',
        related: more.map((row) => ({ place: this.placeOf(row), note: '같은 행' })),
      });
    }
    const rows = all.filter(({ row }) => !refused.has(row));
    return { rows: rows.map((one) => (copies.has(one) ? { ...one, id: '' } : one)), refused };
  }

  /** The rows by their ids; undefined when they were sorted without the column of ids. */
  inOrder(rows: readonly SheetRow[]): Map<string, number> | undefined {
    const placed = new Map(rows.filter(({ id }) => this.#written.has(id)).map(({ id, row }) => [id, row]));
    const byRow = new Map(rows.map((one) => [one.row, one]));
    const isOwn = (id: string) => {
      const [one, pair] = [byRow.get(placed.get(id) ?? 0), this.#written.get(id)];
      return one !== undefined && pair !== undefined && keyOf(one) === keyOf(pair);
    };
    const strange = rows.filter((one) => {
      if (!placed.has(one.id) || isOwn(one.id)) return false;
      const owner = this.#ownerOf(one);
      // Under the name of a row that still has it stands a second one of that name, which is told elsewhere.
      return owner !== undefined && owner !== one.id && !isOwn(owner);
    });
    if (strange.length === 0) return placed;
    if (strange.length >= SORTED) return undefined;
    for (const { row, id, name } of strange) {
      this.#faults.add({
        rule: 'ids-out-of-order',
        place: this.placeOf(row, 'name'),
        message: `숨은 A열의 id는 ${id}인데 다른 세부사업의 이름이 적혀 있습니다: ${name}`,
        expected: '숨은 A열까지 함께 정렬한 통합문서, 이름을 바꾸었다면 다른 세부사업의 것이 아닌 이름',
      });
    }
    return placed;
  }

  /** The rows by task and name. */
  byName(rows: readonly SheetRow[], refused: ReadonlySet<number>): Map<string, number> {
    const placed = new Map<string, number>();
    const strangers: SheetRow[] = [];
    for (const one of rows) {
      if (one.name === '') continue;
      const owner = this.#ownerOf(one);
      if (owner !== undefined && !placed.has(owner)) placed.set(owner, one.row);
      else if (owner === undefined) strangers.push(one);
    }
    const isWhole = [...this.#written.keys()].every((id) => placed.has(id));
    this.#faults.add({
      rule: 'ids-out-of-order',
      severity: 'warning',
      place: this.placeOf(rows[0]?.row ?? 1),
      message: `숨은 A열을 빼고 정렬한 것으로 보여 ${placed.size}행을 실천과제와 이름으로 찾았습니다.`,
    });
    // Where all that was written is there, what is left is new.
    for (const { row, name, id } of isWhole ? [] : strangers) {
      if (id === '' || refused.has(row)) continue;
      this.#faults.add({
        rule: 'ids-out-of-order',
        place: this.placeOf(row, 'name'),
        message: `숨은 A열을 빼고 정렬되어 어느 세부사업의 행인지 알 수 없습니다: ${name}`,
        expected: '통합문서를 만들 때의 실천과제와 이름, 또는 숨은 A열까지 함께 정렬한 통합문서',
      });
    }
    return placed;
  }

  /** The id that no row has and that was written with the row's task and name. */
  lostIdOf({ task, name }: SheetRow, placed: ReadonlyMap<string, number>): string | undefined {
    return [...this.#written].find(
      ([id, pair]) => !placed.has(id) && pair.task === task && sameName(pair.name, name),
    )?.[0];
  }

  /** The one id that was written with the row's task and name. */
  #ownerOf(one: SheetRow): string | undefined {
    const ids = this.#byPair.get(keyOf(one)) ?? [];
    return ids.length === 1 || !ids.includes(one.id) ? ids[0] : one.id;
  }
}

/** What each row was written with, by its id. */
function writtenRows({ texts }: WorkbookOrigin) {
  const tasks = new Map(
    texts.flatMap(({ key, rowKey, exported }) => (key === 'task' ? [[rowKey, exported]] : [])),
  );
  return new Map(
    texts.flatMap(({ key, rowKey, exported }) =>
      key === 'name' ? [[rowKey, { task: tasks.get(rowKey) ?? '', name: exported }] as const] : [],
    ),
  );
}

function keyOf({ task, name }: { readonly task: string; readonly name: string }): string {
  return `${task}\n${name}`;
}
