// A relation's text in a certain cell -> the relation with the addresses of its operands.
import { type Address, addressOf, tableAddress } from '../figure/address.ts';
import { type Relation, relationOf } from '../figure/relation.ts';
import { namesPrevious } from './cell-rules.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Axis, Leaf } from './leaf.ts';
import type { Reference, RelationText } from './relation-text.ts';
import type { TableDraft } from './statistics-file.ts';

/** What references may name. */
export interface References {
  readonly tables: ReadonlyMap<string, TableDraft>;
  readonly figures: ReadonlySet<string>;
  /** The figures of strategies, tasks and projects. */
  readonly programme: ReadonlySet<Address>;
  /** Tables whose files could not be read, and whether figures.yaml was one: what names them is not at fault. */
  readonly lostTables: ReadonlySet<string>;
  readonly figuresLost: boolean;
  /** Whether a file of strategies or tasks could not be read. */
  readonly programmeLost: boolean;
}

/** The cell in which a relation stands; free-standing figures stand in none. */
interface Here {
  readonly table: string;
  readonly row: Leaf;
  readonly column: Leaf;
}

/** What a reference leads to: a figure; nothing, because the cell of an earlier period is empty; or a fault, reported. */
type Target = Address | 'no-previous' | 'fault';

interface Cell {
  readonly table: TableDraft;
  readonly row: Leaf;
  readonly column: Leaf;
}

/** Undefined when the relation does not apply here, or when an operand is at fault. */
export function resolveRelation(
  { name, operands, scalar }: RelationText,
  here: Here | undefined,
  references: References,
  faults: Faults,
): Relation | undefined {
  const lists: (readonly Address[])[] = [];
  for (const [from, to] of operands) {
    if (to === undefined) {
      const target = resolveReference(from, here, references, faults);
      if (target === 'no-previous' || target === 'fault') return undefined;
      lists.push([target]);
    } else {
      const range = resolveRange(from, to, here, references, faults);
      if (range === undefined) return undefined;
      lists.push(range);
    }
  }
  const addresses = lists.flat();
  const [first] = addresses;
  if (first === undefined) return undefined;
  if (name === 'weighted') {
    const [values = [], weights = []] = lists;
    if (values.length === weights.length) return { kind: name, values, weights };
    faults.add({
      rule: 'relation-syntax',
      place: scalar.place,
      message: `값은 ${values.length}개인데 무게는 ${weights.length}개입니다: ${scalar.text}`,
      expected: 'weighted(값 .. 값, 무게 .. 무게)처럼 서로 같은 개수',
    });
    return undefined;
  }
  if (name === 'product' || name === 'max' || name === 'min' || name === 'average')
    return { kind: name, operands: addresses };
  if (name === 'same') return { kind: name, as: first };
  const relation = relationOf(name, addresses);
  if (relation === undefined) throw new Error(`operands of ${scalar.text} were not counted`);
  return relation;
}

/** The one figure that a reference names. */
export function resolveReference(
  reference: Reference,
  here: Here | undefined,
  references: References,
  faults: Faults,
): Target {
  if (reference.kind === 'figure') {
    if (references.figures.has(reference.id)) return addressOf('figures', reference.id);
    if (!references.figuresLost)
      unknown(reference, didYouMean(reference.id, references.figures, 'figures.yaml에 있는 이름'), faults);
    return 'fault';
  }
  if (reference.kind === 'address') {
    if (references.programme.has(reference.address)) return reference.address;
    if (!references.programmeLost)
      unknown(
        reference,
        didYouMean(reference.address, references.programme, '전략이나 실천과제에 있는 수치의 주소'),
        faults,
      );
    return 'fault';
  }
  const cell = resolveCell(reference, here, references, faults);
  if (cell === undefined) return 'fault';
  const { table, row, column } = cell;
  if (table.entries[row.index]?.[column.index]?.kind === 'figure')
    return tableAddress(table.table.id, row.id, column.id);
  if (namesPrevious(reference.row) || namesPrevious(reference.column)) return 'no-previous';
  faults.add({
    rule: 'unknown-figure',
    place: reference.place,
    message: `수치가 없는 칸을 가리킵니다: ${reference.text}`,
    expected: '수치가 있는 칸',
  });
  return 'fault';
}

function resolveCell(
  reference: Reference & { readonly kind: 'cell' },
  here: Here | undefined,
  references: References,
  faults: Faults,
): Cell | undefined {
  const id = reference.table ?? here?.table;
  if (id === undefined) {
    faults.add({
      rule: 'relation-syntax',
      place: reference.place,
      message: `어느 표인지 알 수 없습니다: ${reference.text}`,
      expected: 'tables/표/행/열',
    });
    return undefined;
  }
  const table = references.tables.get(id);
  if (table === undefined) {
    if (!references.lostTables.has(id))
      unknown(reference, didYouMean(id, references.tables.keys(), 'statistics/에 있는 표'), faults);
    return undefined;
  }
  const row = resolveLeaf(reference, reference.row, table.rows, here?.row, faults);
  const column = resolveLeaf(reference, reference.column, table.columns, here?.column, faults);
  return row && column && { table, row, column };
}

/** The row or column that a part of a reference names, seen from the row or column in which it stands. */
function resolveLeaf(
  reference: Reference,
  part: string,
  axis: Axis,
  own: Leaf | undefined,
  faults: Faults,
): Leaf | undefined {
  const id = /[.]|previous/.test(part) && !axis.byId.has(part) ? relativeId(part, own) : part;
  const leaf = id === undefined ? undefined : axis.byId.get(id);
  if (leaf === undefined)
    unknown(
      reference,
      didYouMean(id ?? part, axis.byId.keys(), [...axis.byId.keys()].join(', ') || '표의 행과 열'),
      faults,
    );
  return leaf;
}

/** `.`, `previous`, or one of them as the first or last id of a path (`.-count`): with the ids they stand for here. */
function relativeId(part: string, own: Leaf | undefined): string | undefined {
  if (own === undefined) return undefined;
  const standIn = (word: string) => (word === '.' ? own : own.previous);
  if (part === '.' || part === 'previous') return standIn(part)?.id;
  const [, first, rest] = /^(\.|previous)-(.+)$/.exec(part) ?? [];
  if (first !== undefined) return `${standIn(first)?.ids[0]}-${rest}`;
  const [, path, last] = /^(.+)-(\.|previous)$/.exec(part) ?? [];
  return last === undefined ? undefined : `${path}-${standIn(last)?.ids.at(-1)}`;
}

/** The figures between two cells of one row or one column, ends included. Empty cells and texts between are passed over. */
function resolveRange(
  from: Reference,
  to: Reference,
  here: Here | undefined,
  references: References,
  faults: Faults,
): readonly Address[] | undefined {
  const fault = (message: string, expected: string): undefined => {
    faults.add({ rule: 'relation-syntax', place: from.place, message, expected });
  };
  const text = `${from.text} .. ${to.text}`;
  if (from.kind !== 'cell' || to.kind !== 'cell')
    return fault(`표 밖의 수치에는 범위를 쓸 수 없습니다: ${text}`, '쉼표로 나눈 figures/이름');
  const first = resolveCell(from, here, references, faults);
  const last = resolveCell(to, here, references, faults);
  if (first === undefined || last === undefined) return undefined;
  const { table } = first;
  const along = first.column === last.column ? 'rows' : first.row === last.row ? 'columns' : undefined;
  if (table !== last.table || along === undefined)
    return fault(`한 행이나 한 열 안의 범위가 아닙니다: ${text}`, '행/. .. 행/. 또는 ./열 .. ./열');
  const start = along === 'rows' ? first.row.index : first.column.index;
  const end = along === 'rows' ? last.row.index : last.column.index;
  if (start > end) return fault(`범위의 처음이 끝보다 뒤에 있습니다: ${text}`, `${to.text} .. ${from.text}`);

  const addresses = table[along].leaves.slice(start, end + 1).flatMap((leaf) => {
    const row = along === 'rows' ? leaf : first.row;
    const column = along === 'rows' ? first.column : leaf;
    const entry = table.entries[row.index]?.[column.index];
    return entry?.kind === 'figure' ? [tableAddress(table.table.id, row.id, column.id)] : [];
  });
  if (addresses.length === 0) {
    unknown(from, '수치가 있는 칸의 범위', faults);
    return undefined;
  }
  return addresses;
}

function unknown(reference: Reference, expected: string, faults: Faults): void {
  faults.add({
    rule: 'unknown-figure',
    place: reference.place,
    message: `없는 수치를 가리킵니다: ${reference.text}`,
    expected,
  });
}
