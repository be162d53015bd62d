// The numbers of a table, each with its unit -> the unit said once for the table, a row or a column, as far as they agree.
import type { TableUnits } from './cell-units.ts';
import { withDifferences } from './differences.ts';
import { decimalsOf } from './number-cell.ts';
import { type CellDraft, eachLeaf, type LineDraft, type TableDraft } from './table-draft.ts';

type NumberDraft = Extract<CellDraft, { kind: 'number' }>;

/** Cells whose unit nobody has said. */
interface Doubtful {
  readonly unit: string;
  readonly count: number;
  /** The first of them, with the lines that it stands in. */
  readonly first: string;
}

/** `doubt` is told each unit that was guessed, and may say another. */
export function withCommonUnits(
  draft: TableDraft,
  units: TableUnits,
  doubt: (doubtful: Doubtful) => string | undefined,
): TableDraft {
  const [rows, columns] = [draft.labels ? paths(draft.rows) : [], paths(draft.columns)];
  const [beside, over] = [
    rows.map((labels) => units.line(labels)),
    columns.map((labels) => units.line(labels)),
  ];
  const doubtful = new Map<string, Doubtful>();
  const guessed = draft.cells.map((row, y) =>
    row.map((cell, x) => {
      if (cell.kind !== 'number') return undefined;
      if (cell.unit !== undefined) return { label: cell.unit, sure: true };
      const { unit, sure } = units.of(decimalsOf(cell.value), over[x], beside[y]);
      if (!sure) {
        const { count = 0, first } = doubtful.get(unit.label) ?? {};
        const words = [...(rows[y] ?? []), ...(columns[x] ?? []), `【${cell.as ?? cell.value}】`];
        doubtful.set(unit.label, { unit: unit.label, count: count + 1, first: first ?? words.join(' ') });
      }
      return { label: unit.label, sure };
    }),
  );
  const said = new Map([...doubtful].map(([unit, one]) => [unit, doubt(one) ?? unit]));
  const own = withDifferences(
    draft.cells,
    guessed.map((row) => row.map((one) => one && (one.sure ? one.label : said.get(one.label)))),
  );
  const table = mostCommon(own.flat());
  const ofColumns = columns.map((_, x) => only(own.map((row) => row[x])));
  const ofRows = own.map((row) => only(row.filter((_, x) => ofColumns[x] === undefined)));
  const hasRows = ofRows.some((unit) => unit !== undefined && unit !== table);
  const ownOfColumns = ofColumns.map((unit) => (unit === table && !hasRows ? undefined : unit));
  const cells = draft.cells.map((row, y) =>
    row.map((cell, x): CellDraft => {
      if (cell.kind !== 'number') return cell;
      const inherited = ownOfColumns[x] ?? (ofRows[y] === table ? undefined : ofRows[y]) ?? table;
      return { ...cell, unit: own[y]?.[x] === inherited ? undefined : own[y]?.[x] };
    }),
  );
  const withUnits = columns.map((_, x) =>
    numbersIn(draft.cells.map((row) => row[x])).every(({ withUnit }) => withUnit),
  );
  return {
    ...draft,
    unit: table,
    cells: cells.map((row) =>
      row.map((cell, x) =>
        cell.kind === 'number' && withUnits[x] === true ? { ...cell, withUnit: false } : cell,
      ),
    ),
    columns: eachLeaf(draft.columns, (line, x) => {
      const column = draft.cells.map((row) => row[x]);
      if (numbersIn(column).length === 0) return line;
      return { ...line, unit: ownOfColumns[x], digits: digitsOf(column), withUnit: withUnits[x] === true };
    }),
    rows: eachLeaf(draft.rows, (line, y) => (ofRows[y] === table ? line : { ...line, unit: ofRows[y] })),
  };
}

function paths(lines: readonly LineDraft[], above: readonly string[] = []): readonly (readonly string[])[] {
  return lines.flatMap((line) => {
    const own = [...above, line.label ?? String(line.period ?? '')];
    return line.children.length === 0 ? [own] : paths(line.children, own);
  });
}

function numbersIn(cells: readonly (CellDraft | undefined)[]): readonly NumberDraft[] {
  return cells.flatMap((cell) => (cell?.kind === 'number' ? cell : []));
}

/** How many decimals those numbers have that have some, where all of these have as many. */
function digitsOf(cells: readonly (CellDraft | undefined)[]): number | undefined {
  const digits = new Set(numbersIn(cells).map(({ value }) => decimalsOf(value)));
  digits.delete(0);
  return digits.size === 1 ? [...digits][0] : undefined;
}

function only(units: readonly (string | undefined)[]): string | undefined {
  const said = new Set(units.filter((unit) => unit !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
}

function mostCommon(units: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  )?.[0];
}
