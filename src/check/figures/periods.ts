// Plan and document -> the year that a figure is about.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import type { AxisEntry, StatisticsTable } from '../../plan/statistics-table.ts';
import type { CheckInput } from '../rule.ts';
import { yearsIn } from '../text/years.ts';
import { type Cells, figuresOf } from './cells.ts';
import { datedEntries, yearInId } from './dated-entries.ts';
import type { PrintedAt } from './headings.ts';
import { measuredOf } from './measured.ts';

const PROGRAMME = /^(?:strategies|tasks)\/.*\/(?:targets?|budget|funding)(?:\/|$)/u;

const YEARLY = /^(?:strategies|tasks)\/.*\/(?:yearly|budget)\/(\d{4})\//u;

/** What says of which year a table without years in its headers is. */
export interface TableYear {
  readonly kind: 'figure' | 'unit-line' | 'caption' | 'note';
  readonly year: number;
  readonly place: SourceLocation;
  /** What says it, as printed; of a figure that states the same, nothing. */
  readonly text?: string;
  readonly figure?: Address;
}

/** The year of a row or column: its period, or an id that is a year. */
export function yearOf(path: readonly AxisEntry[]): number | undefined {
  return path.flatMap(({ period, id }) => period ?? yearInId(id) ?? []).at(-1);
}

export class Periods {
  readonly #input: CheckInput;
  readonly #headers = new Map<string, ReadonlyMap<AxisEntry, number>>();
  readonly #cells: Cells;
  readonly #printed: PrintedAt;
  readonly #years = new Map<Address, number | undefined>();
  readonly #tables = new Map<string, readonly TableYear[]>();
  /** The figures outside a table that state the same as one in it. */
  readonly #restated = new Map<Address, Address[]>();

  constructor(input: CheckInput) {
    this.#input = input;
    this.#cells = input.cells;
    this.#printed = input.printed;
    for (const { address, equals, relation } of input.plan.figures) {
      for (const other of [...equals, ...(relation?.kind === 'same' ? [relation.as] : [])]) {
        this.#restated.set(other, [...(this.#restated.get(other) ?? []), address]);
        this.#restated.set(address, [...(this.#restated.get(address) ?? []), other]);
      }
    }
  }

  /** Undefined where nothing says it. */
  of(address: Address): number | undefined {
    if (this.#years.has(address)) return this.#years.get(address);
    this.#years.set(address, undefined);
    const year =
      this.#headed(address) ?? this.#related(address) ?? this.#labelled(address) ?? this.#tableYear(address);
    this.#years.set(address, year);
    return year;
  }

  /** The year that a growth, or a difference of two years or of two growths, starts from. */
  baseOf(address: Address): number | undefined {
    const relation = this.#input.book.get(address)?.definition.relation;
    if (relation?.kind === 'growth') return this.of(relation.previous);
    if (relation?.kind !== 'difference') return undefined;
    const [from, to] = [this.of(relation.subtrahend), this.of(relation.minuend)];
    return from !== to ? from : this.baseOf(relation.minuend);
  }

  /** What its period, its relation, the programme or another table says of it, whatever its headers are called. */
  evidenceOf(address: Address): number | undefined {
    const cell = this.#cells.get(address);
    const said = this.#headed(address) ?? this.#programme(address) ?? this.#related(address);
    if (said !== undefined || cell === undefined) return said;
    return this.#stated(new Set([address]))[0]?.year ?? this.#tableYear(address);
  }

  /** The years that the headers of a table say, by their periods, ids and labels; with `rolling`, of those that move with the plan's year. */
  headerYears(table: StatisticsTable, which: 'all' | 'rolling' = 'all'): readonly number[] {
    return [...this.#datedHeaders(table)].flatMap(([{ years }, year]) =>
      which === 'all' || years === undefined ? [year] : [],
    );
  }

  /** Whether its year is one that stays, like that of a base. */
  isFixed(address: Address): boolean {
    const cell = this.#cells.get(address);
    return [...(cell?.row ?? []), ...(cell?.column ?? [])].some(({ years }) => years === 'fixed');
  }

  /** Everything that says of which year the table is; none when its own headers do. */
  tableYears(table: StatisticsTable): readonly TableYear[] {
    const known = this.#tables.get(table.id);
    if (known !== undefined) return known;
    this.#tables.set(table.id, []);
    const own = new Set(figuresOf(table));
    const headed = this.#datedHeaders(table).size > 0;
    const years = headed ? [] : [...this.#stated(own), ...this.#written(table)];
    this.#tables.set(table.id, years);
    return years;
  }

  #headed(address: Address): number | undefined {
    const cell = this.#cells.get(address);
    return cell && (yearOf(cell.column) ?? yearOf(cell.row));
  }

  #labelled(address: Address): number | undefined {
    const cell = this.#cells.get(address);
    const dated = cell && this.#datedHeaders(cell.table);
    return dated && [...cell.row, ...cell.column].flatMap((entry) => dated.get(entry) ?? []).at(-1);
  }

  #datedHeaders(table: StatisticsTable): ReadonlyMap<AxisEntry, number> {
    const known = this.#headers.get(table.id);
    if (known !== undefined) return known;
    const found = new Map([
      ...datedEntries(table.columns, this.#printed, this.#input.plan.year),
      ...datedEntries(table.rows, this.#printed, this.#input.plan.year),
    ]);
    this.#headers.set(table.id, found);
    return found;
  }

  /** What the programme sets out is of the plan's year: a figure that restates it is too. */
  #programme(address: Address): number | undefined {
    const [, year] = YEARLY.exec(address) ?? [];
    if (year !== undefined) return Number(year);
    return this.isProgramme(address) ? this.#input.plan.year : undefined;
  }

  /** Whether it is a target or money of a strategy, task or project, or restates one. */
  isProgramme(address: Address): boolean {
    const relation = this.#input.book.get(address)?.definition.relation;
    const restated = [
      ...(relation?.kind === 'same' || relation?.kind === 'rounded' ? measuredOf(relation) : []),
      ...(this.#restated.get(address) ?? []),
    ];
    return [address, ...restated].some((one) => PROGRAMME.test(one));
  }

  #related(address: Address): number | undefined {
    const relation = this.#input.book.get(address)?.definition.relation;
    if (relation === undefined) return undefined;
    const years = new Set(measuredOf(relation).map((operand) => this.of(operand)));
    const [year] = years;
    return years.size === 1 ? year : undefined;
  }

  #tableYear(address: Address): number | undefined {
    const table = this.#cells.get(address)?.table;
    return table && this.tableYears(table)[0]?.year;
  }

  /** Figures of other tables, with years in their headers, that state the same or are the whole of a share. */
  #stated(own: ReadonlySet<Address>): TableYear[] {
    return [...own].flatMap((address) => {
      const relation = this.#input.book.get(address)?.definition.relation;
      const wholes = relation?.kind === 'share' ? [relation.whole] : [];
      return [...(this.#restated.get(address) ?? []), ...wholes].flatMap((other): TableYear[] => {
        const year = own.has(other) ? undefined : this.#headed(other);
        const place = this.#input.book.get(other)?.definition.place;
        return year === undefined || place === undefined
          ? []
          : [{ kind: 'figure', year, place, figure: other }];
      });
    });
  }

  #written({ unitLine, caption }: StatisticsTable): TableYear[] {
    const { plan, document } = this.#input;
    const says = (
      kind: TableYear['kind'],
      place: SourceLocation | undefined,
      text = place && this.#printed(place),
    ): TableYear[] => {
      if (text === undefined) return [];
      const years = yearsIn(text, plan.year);
      // 2022~2026년 is a span, and what is compared is of two years.
      if (new Set(years.map(({ year }) => year)).size > 1) return [];
      return years.map((one) => ({ kind, year: one.year, place: text.place, text: one.text }));
    };
    const title = caption && this.#printed(caption.place);
    const notes = (title?.inlines ?? []).flatMap((inline) =>
      inline.kind === 'note-reference' ? (document.notes.get(inline.note) ?? []) : [],
    );
    return [
      ...says('unit-line', unitLine?.place),
      ...says('caption', caption?.place),
      ...notes.flatMap(({ content }) => says('note', content.place, content)),
    ];
  }
}
