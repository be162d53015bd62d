// A plan's tables of amounts by source -> the same with a column for every source that holds money and has none.
import { parseAddress } from '../figure/address.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { type Amount, amountOf, type Part, publicSources, sourcesOf } from '../plan/amount-of.ts';
import { sourceLabels } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { type FundingSource, tasksOf } from '../plan/programme.ts';
import {
  type AxisEntry,
  leavesOf,
  type StatisticsCell,
  type StatisticsTable,
} from '../plan/statistics-table.ts';

/** The plan whose tables show where all of their money comes from. */
export function withSourcesInUse(plan: Plan, book: FigureBook): Plan {
  const tables = new Map([...plan.tables].map(([id, table]) => [id, widened(table, plan, book)]));
  return { ...plan, tables };
}

function widened(table: StatisticsTable, plan: Plan, book: FigureBook): StatisticsTable {
  // What a text covers has no column of its own to stand beside.
  if (table.cells.some((row) => row.some((cell) => cell.kind === 'text' && cell.across > 1))) return table;
  const amounts = table.cells.map((row) =>
    row.map((cell) => (cell.kind === 'figure' ? amountOf(book, cell.address) : undefined)),
  );
  const parts = leavesOf(table.columns).map((_, column) => partOf(amounts.map((row) => row[column])));
  const { spare } = table;
  const covered = new Set(
    spare === undefined
      ? parts.flatMap((part) => (part === undefined ? [] : sourcesOf(part)))
      : plan.programme.sources.filter((source) => !spare.cells.has(source)),
  );
  // What shows less says what one source gives, and not where the money comes from.
  if (spare === undefined && !publicSources(plan.office).every((source) => covered.has(source))) return table;
  const own = amounts.map((row) => row.find((amount) => amount !== undefined)?.holder);
  const holders = own.map((holder, y) => holder ?? summedHolder(table, y, own, plan, book));
  const missing = plan.programme.sources.filter(
    (source) =>
      !covered.has(source) &&
      (holders.some((holder) => holder && holdsMoney(book, holder, source)) ||
        spare?.cells.get(source)?.some((cell) => cell.kind === 'figure' && isMoney(book.get(cell.address)))),
  );
  const last = spare?.after ?? parts.findLastIndex((part) => part !== undefined && part !== 'total');
  const labels = sourceLabels(plan.office, plan.labels);
  const cells = table.cells.map((row, y) => [
    ...row.slice(0, last + 1),
    ...missing.map((source) => spare?.cells.get(source)?.[y] ?? cellOf(row[last], holders[y], source, book)),
    ...row.slice(last + 1),
  ]);
  return missing.length === 0
    ? table
    : {
        ...table,
        cells,
        columns: inserted(table.columns, last, (entry) =>
          missing.map((source) => ({
            ...entry,
            id: source,
            label: { ...entry.label, text: labels[source] ?? source },
          })),
        ),
        mergedColumns: table.mergedColumns.map((column) =>
          column > last ? column + missing.length : column,
        ),
      };
}

/** Whose amounts a row shows that adds up other rows of the table: of all strategies, or of all tasks of one, or of all. */
function summedHolder(
  { cells }: StatisticsTable,
  y: number,
  holders: readonly (string | undefined)[],
  { programme }: Plan,
  book: FigureBook,
): string | undefined {
  const added = (cells[y] ?? []).flatMap((cell): readonly (readonly number[])[] => {
    const relation = cell.kind === 'figure' ? book.get(cell.address)?.definition.relation : undefined;
    if (relation?.kind !== 'sum') return [];
    const rows = relation.operands.map((operand) =>
      cells.findIndex((row) => row.some((one) => one.kind === 'figure' && one.address === operand)),
    );
    return rows.includes(-1) || rows.includes(y) ? [] : [rows];
  });
  const parts = new Set(added[0]?.map((row) => holders[row]));
  const isAll = (all: readonly string[]) => parts.size === all.length && all.every((one) => parts.has(one));
  const { strategies } = programme;
  for (const what of ['budget', 'funding'])
    if (isAll(strategies.map(({ id }) => `strategies/${id}/${what}`))) return `strategies/all/${what}`;
  // Rounded tasks do not add up to the rounded sources of their strategy.
  const ofTasks = (tasks: readonly { readonly id: string }[]) =>
    tasks.length > 0 && isAll(tasks.map(({ id }) => `tasks/${id}/funding`));
  if (ofTasks(tasksOf(programme))) return 'strategies/all/funding';
  const one = strategies.find(({ tasks }) => ofTasks(tasks));
  return one && `strategies/${one.id}/funding`;
}

/** What all amounts of a column are; undefined where they are different things, or none. */
function partOf(column: readonly (Amount | undefined)[]): Part | undefined {
  const parts = new Set(column.flatMap((amount) => amount?.part ?? []));
  const [only] = parts;
  return parts.size === 1 ? only : undefined;
}

/** Also an amount that rounds to nothing in the unit of the table. */
function holdsMoney(book: FigureBook, holder: string, source: FundingSource): boolean {
  return [holder, holder.replace(/budget$/, 'funding')].some((one) => isMoney(figureAt(book, one, source)));
}

function isMoney(figure: Figure | undefined): boolean {
  const value = figure?.effective;
  return value?.kind === 'quantity' && !value.exact.equals(0);
}

function figureAt(book: FigureBook, holder: string, source: FundingSource) {
  const address = parseAddress(`${holder}/${source}`);
  return address && book.get(address);
}

/** The source's amount in the look of the cell beside it, if that is one. */
function cellOf(
  beside: StatisticsCell | undefined,
  holder: string | undefined,
  source: FundingSource,
  book: FigureBook,
): StatisticsCell {
  const figure = holder === undefined ? undefined : figureAt(book, holder, source);
  if (figure === undefined) return { kind: 'empty' };
  const { address, place } = figure.definition;
  const look = beside?.kind === 'figure' ? beside : { bold: false, withUnit: false, place };
  return { ...look, kind: 'figure', address };
}

/** The axis with entries behind a leaf, beside it in its group. */
function inserted(
  axis: readonly AxisEntry[],
  leaf: number,
  make: (beside: AxisEntry) => readonly AxisEntry[],
): readonly AxisEntry[] {
  let before = 0;
  return axis.flatMap((entry) => {
    const width = leavesOf([entry]).length;
    const at = leaf - before;
    before += width;
    if (at < 0 || at >= width) return [entry];
    if (entry.children.length === 0) return [entry, ...make(entry)];
    return [{ ...entry, children: inserted(entry.children, at, make) }];
  });
}
