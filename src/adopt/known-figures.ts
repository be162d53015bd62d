// The figures of an adopted plan -> what its numbers bear out so plainly that nobody is asked: relations of its tables, and where numbers of its texts stand.
import type { Address } from '../figure/address.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { decimalText } from '../figure/quantity.ts';
import type { Unit } from '../figure/unit.ts';
import { type DerivedWords, derivedKind } from '../plan/check-words.ts';
import type { StatisticsTable } from '../plan/statistics-table.ts';
import { proposalsOf } from '../relations/proposals.ts';
import type { Ask } from './block.ts';
import { plain } from './inline-text.ts';

/** A number that stands in a table. */
export interface KnownFigure {
  readonly address: Address;
  readonly unit: Unit;
  readonly table: string;
}

export interface KnownFigures {
  /** By table: the cells, as `relations:` names them, and what they follow. */
  readonly relations: ReadonlyMap<string, readonly (readonly [cells: string, relation: string])[]>;
  /** By the digits that a text writes for it, without commas. */
  readonly figures: ReadonlyMap<string, readonly KnownFigure[]>;
}

/** A relation that so many cells follow, and none does not, with its name or with so many digits, is no chance. */
const FEWEST_CELLS = 3;
/** A number of fewer digits stands in many places by chance. */
const FEWEST_DIGITS = 4;

interface RelationsGiven {
  readonly derived: readonly DerivedWords[];
  /** Where each table stands in the source. */
  readonly places: ReadonlyMap<string, string>;
  readonly ask: Ask;
  /** Tables that cannot be worked out with the relations that were answered. */
  readonly without: ReadonlySet<string>;
}

/** `answered`: the tables that have relations which a person, and not the numbers alone, says that they have. */
export function knownFigures(
  tables: ReadonlyMap<string, StatisticsTable>,
  book: FigureBook,
  { derived, places, ask, without }: RelationsGiven,
): KnownFigures & { readonly answered: ReadonlySet<string> } {
  const relations = new Map<string, (readonly [string, string])[]>();
  const answered = new Set<string>();
  const taken = new Set<Address>();
  for (const { table, proposals } of proposalsOf(tables.values(), book, derived)) {
    const apply = (keys: readonly string[], relation: string) => {
      const own = relations.get(table.id) ?? [];
      for (const key of freeKeys(table, folded(keys, relation), taken)) own.push([key, relation]);
      relations.set(table.id, own);
    };
    for (const { keys, relation, label, hits, misses } of proposals) {
      const isNamed = derivedKind(label, derived) === relation.split('(')[0];
      const isPlain = () => isNamed || keys.some((key) => lengthAt(book, table, key) >= FEWEST_DIGITS);
      if (misses === 0 && hits >= FEWEST_CELLS && isPlain()) {
        apply(keys, relation);
        continue;
      }
      const answer = ask({
        at: places.get(table.id) ?? '1',
        what: `이 표의 ‘${label}’에 산식이 있는 듯합니다(맞는 칸 ${hits}개, 어긋나는 칸 ${misses}개).`,
        excerpt: `${plain((table.caption ?? table.corner).text)}: ${label} 【${firstNumber(book, table, keys)}】`,
        proposal: `산식을 둡니다: ${inWords(table, relation)} (statistics/${table.id}.yaml의 relations에 '${keys[0] ?? ''}': ${relation})`,
        others: ['산식을 두지 않습니다.'],
        weight: hits + misses,
      });
      if (answer !== 1 || without.has(table.id)) continue;
      apply(keys, relation);
      answered.add(table.id);
    }
  }
  return { relations, figures: figuresOf(tables, book), answered };
}

const KINDS: Readonly<Record<string, string>> = {
  share: '비율',
  growth: '증감률',
  difference: '차',
  ratio: '배수',
  sum: '합',
};
const POSITIONS: Readonly<Record<string, string>> = { '.': '', previous: '앞', next: '뒤' };

/** `share(./count, total/count)` -> 비율(사람, 합계 사람) */
function inWords({ rows, columns }: StatisticsTable, relation: string): string {
  const labels = new Map<string, string>();
  const visit = ({ id, label, period, children }: StatisticsTable['rows'][number]): void => {
    labels.set(id, plain(label.text) || `${period ?? id}년`);
    children.forEach(visit);
  };
  [...rows, ...columns].forEach(visit);
  const [kind = '', operands = ''] = relation.slice(0, -1).split('(');
  const named = (operand: string) =>
    operand
      .split('/')
      .map((id) => labels.get(id) ?? POSITIONS[id] ?? id)
      .join(' ')
      .trim();
  const all = operands.split(', ').map((one) => one.split(' .. ').map(named).join('부터 '));
  return `${KINDS[kind] ?? kind}(${all.join(', ')})`;
}

function firstNumber(book: FigureBook, table: StatisticsTable, [key = '']: readonly string[]): string {
  const numbers = cellsAt(table, key).map((address) => numberOf(book.get(address)));
  return numbers.find((number) => number !== undefined) ?? '';
}

/** In decimals as it is printed, without commas; undefined where no number stands. */
function numberOf(figure: Figure | undefined): string | undefined {
  const value = figure?.effective;
  return value?.kind === 'quantity' ? decimalText(value.exact, value.digits) : undefined;
}

function lengthOf(number: string): number {
  return number.replaceAll(/\D/g, '').length;
}

/** Of cells that all but the first of their line have, the whole line: what has no year before it follows nothing. */
function folded(keys: readonly string[], relation: string): readonly string[] {
  const lines = new Set(keys.map((key) => key.split('/')[1]));
  const [line] = lines;
  const rows = new Set(keys.map((key) => key.split('/')[0]));
  if (!relation.includes('previous') || keys.length < FEWEST_CELLS) return keys;
  if (lines.size === 1) return [`*/${line}`];
  return rows.size === 1 ? [`${[...rows][0]}/*`] : keys;
}

/** The keys, or of those that meet others their other cells: one cell follows one relation. */
function freeKeys(table: StatisticsTable, keys: readonly string[], taken: Set<Address>): readonly string[] {
  return keys.flatMap((key) => {
    const cells = cellsAt(table, key);
    const free = cells.filter((cell) => !taken.has(cell));
    for (const cell of free) taken.add(cell);
    return free.length === cells.length ? [key] : free.map((cell) => cell.split('/').slice(-2).join('/'));
  });
}

/** The figures of a line, or of one cell. */
function cellsAt({ cells }: StatisticsTable, key: string): readonly Address[] {
  const [row = '', column = ''] = key.split('/');
  return cells.flat().flatMap((cell) => {
    if (cell.kind !== 'figure') return [];
    const [own = '', other = ''] = cell.address.split('/').slice(-2);
    return (row === '*' || row === own) && (column === '*' || column === other) ? [cell.address] : [];
  });
}

/** Digits of the shortest number of a line, or of one cell. */
function lengthAt(book: FigureBook, table: StatisticsTable, key: string): number {
  const lengths = cellsAt(table, key).flatMap((address) => {
    const number = numberOf(book.get(address));
    return number === undefined ? [] : [lengthOf(number)];
  });
  return lengths.length === 0 ? 0 : Math.min(...lengths);
}

function figuresOf(tables: ReadonlyMap<string, StatisticsTable>, book: FigureBook): KnownFigures['figures'] {
  const found = new Map<string, KnownFigure[]>();
  for (const [table, { cells }] of tables)
    for (const cell of cells.flat()) {
      const figure = cell.kind === 'figure' ? book.get(cell.address) : undefined;
      const digits = numberOf(figure);
      if (figure === undefined || digits === undefined || figure.definition.inferred) continue;
      if (lengthOf(digits) < FEWEST_DIGITS || digits.startsWith('-')) continue;
      const { address, unit } = figure.definition;
      found.set(digits, [...(found.get(digits) ?? []), { address, unit, table }]);
    }
  return found;
}
