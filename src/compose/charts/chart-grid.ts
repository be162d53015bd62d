// A kind of chart and its table -> the categories, the series and the figures where they meet, or why they make no chart.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { showFigure } from '../../figure/show.ts';
import { sameUnit, type Unit } from '../../figure/unit.ts';
import { SHARES, type TableChart } from '../../plan/chart.ts';
import { leafId, leavesOf } from '../../plan/statistics-table.ts';
import {
  chosen,
  chosenIds,
  type GridFault,
  type Member,
  membersOf,
  type TableData,
  unknownIn,
} from './chart-members.ts';

export interface Point {
  /** Undefined where nothing is known (missing), or nothing is to be told (`-`). */
  readonly value: number | undefined;
  readonly text: string;
  readonly missing: boolean;
  readonly digits: number;
}

export interface Grid {
  /** The field of the chart's data that tells categories, and the one that tells series. */
  readonly along: 'row' | 'column';
  readonly across: 'row' | 'column';
  readonly categories: readonly Member[];
  readonly series: readonly Member[];
  /** Series of a second scale. */
  readonly lines: readonly Member[];
  /** Whether the categories are years. */
  readonly isTime: boolean;
  /** Of the series; and of `lines`. */
  readonly unit: Unit;
  readonly lineUnit: Unit | undefined;
  /** The one total of all series, or of all categories, where all of them are drawn and the table has it. */
  readonly totalSeries: Member | undefined;
  readonly totalCategory: Member | undefined;
  readonly place: SourceLocation;
  at(category: Member, series: Member): Point | undefined;
}

interface Cell {
  readonly point: Point;
  readonly unit: Unit;
}

/** `chart` is the id, `place` where it is declared. */
export function gridOf(
  id: string,
  source: TableChart,
  place: SourceLocation,
  data: TableData,
): Grid | GridFault {
  const { table } = data;
  const cells = cellsOf(data);
  const allRows = membersOf(table.rows, source, data);
  const allColumns = membersOf(table.columns, source, data);
  const unknown =
    unknownIn(id, '행', source.rows, table.rows) ??
    unknownIn(id, '열', source.columns, table.columns) ??
    unknownIn(id, '행이나 열', source.line, [...table.rows, ...table.columns]) ??
    unknownIn(id, '행이나 열', source.highlight && [source.highlight], [...table.rows, ...table.columns]);
  if (unknown !== undefined) return unknown;

  const fault = (message: string, expected: string, at: SourceLocation | undefined = place): GridFault => ({
    rule: 'chart-data',
    message: korean`그림 ‘${id}’: ${message}`,
    expected,
    place: at,
  });
  const isTwofold = source.chart === 'bar-line';
  const unitIn = (own: readonly (Cell | undefined)[]): Unit | undefined =>
    own.flatMap((cell) => cell?.unit ?? [])[0];
  const unitOfRow = (row: Member): Unit | undefined =>
    unitIn(allColumns.map((one) => cells.get(keyOf(row, one))));
  const rows = alike(
    chosen(allRows, table.rows, source.rows, (one) => unitOfRow(one) !== undefined),
    source.rows ?? isTwofold,
    unitOfRow,
  );
  const unitOfColumn = (column: Member): Unit | undefined =>
    unitIn(rows.map((one) => cells.get(keyOf(one, column))));
  const columns = alike(
    chosen(allColumns, table.columns, source.columns, (one) => unitOfColumn(one) !== undefined),
    source.columns ?? isTwofold,
    unitOfColumn,
  );
  const lineIds = new Set(source.line?.map(({ text }) => text));
  const isRows =
    source.series === undefined ? areSeriesRows(source, rows, columns) : source.series === 'rows';
  const [every, all, choice] = isRows ? [rows, allRows, source.rows] : [columns, allColumns, source.columns];
  const byLine = chosenIds(isRows ? table.rows : table.columns, lineIds);
  const categories = (isRows ? columns : rows).filter(
    (one) => !chosenIds(isRows ? table.columns : table.rows, lineIds).has(one.id),
  );
  const cellOf = (category: Member, series: Member): Cell | undefined =>
    cells.get(isRows ? keyOf(series, category) : keyOf(category, series));
  const unitsOf = (series: Member): readonly Unit[] =>
    categories.flatMap((category) => cellOf(category, series)?.unit ?? []);
  const candidates = every.filter(({ id: own }) => !byLine.has(own));
  const [unit] = candidates.flatMap(unitsOf);
  if (unit === undefined) return fault('표에서 그릴 수치가 없습니다.', '수치가 있는 행과 열');
  const isOfUnit = (one: Member): boolean => unitsOf(one).every((own) => sameUnit(own, unit));
  const others = candidates.filter((one) => !isOfUnit(one));
  const lines = byLine.size > 0 ? all.filter(({ id: own }) => byLine.has(own)) : isTwofold ? others : [];
  const strange = others.filter((one) => !lines.includes(one)).flatMap(unitsOf);
  if (strange.length > 0)
    return fault(
      `단위가 다른 수치(${[...new Set([unit, ...strange].map(({ label }) => label))].join(', ')})를 한 눈금에 그릴 수 없습니다.`,
      'columns와 rows에 단위가 같은 것만 적거나, kind: bar-line으로 하고 단위가 다른 것을 line에 적음',
      choice?.[0]?.place,
    );
  const [lineUnit, ...lineUnits] = lines.flatMap(unitsOf);
  if (isTwofold && lineUnit === undefined)
    return fault('꺾은선으로 그릴 것이 없습니다.', `line: [${isRows ? '행' : '열'}의 id]`);
  if (lineUnit !== undefined && !lineUnits.every((own) => sameUnit(own, lineUnit)))
    return fault('꺾은선들의 단위가 서로 다릅니다.', 'line에는 단위가 같은 것만', source.line?.[0]?.place);
  const series = candidates.filter(isOfUnit);

  const at = (category: Member, one: Member): Point | undefined => cellOf(category, one)?.point;
  const periods = categories.map(({ period }) => period);
  const isTime = categories.length > 1 && periods.every((period) => period !== undefined);
  const total = (some: readonly Member[], names: unknown, meets: (one: Member) => boolean) => {
    const totals = some.filter((one) => one.total && meets(one));
    return names === undefined && totals.length === 1 ? totals[0] : undefined;
  };
  const [first] = series;
  return {
    along: isRows ? 'column' : 'row',
    across: isRows ? 'row' : 'column',
    categories: isTime
      ? categories.toSorted((one, other) => (one.period ?? 0) - (other.period ?? 0))
      : ordered(categories, source.order, (one) => first && at(one, first)?.value),
    series,
    lines,
    isTime,
    unit,
    lineUnit,
    totalSeries: total(all, choice, (one) => unitsOf(one).length > 0 && isOfUnit(one)),
    totalCategory: total(
      isRows ? allColumns : allRows,
      isRows ? source.columns : source.rows,
      (one) => first !== undefined && at(one, first) !== undefined,
    ),
    place,
    at,
  };
}

function keyOf(row: Member, column: Member): string {
  return `${row.id}/${column.id}`;
}

function cellsOf({ table, figure }: TableData): ReadonlyMap<string, Cell> {
  const columns = leavesOf(table.columns).map(leafId);
  return new Map(
    leavesOf(table.rows).flatMap((path, y) =>
      columns.flatMap((column, x): (readonly [string, Cell])[] => {
        const cell = table.cells[y]?.[x];
        const own = cell?.kind === 'figure' ? figure(cell.address) : undefined;
        if (own === undefined) return [];
        const { effective, definition } = own;
        const isKnown = effective.kind === 'quantity';
        const point: Point = {
          value: isKnown ? effective.exact.valueOf() : undefined,
          text: showFigure(own),
          missing: effective.kind === 'missing',
          digits: isKnown ? effective.digits : 0,
        };
        return [[`${leafId(path)}/${column}`, { point, unit: definition.unit }]];
      }),
    ),
  );
}

/** Where nobody chose, those of the first one's unit. */
function alike(
  all: readonly Member[],
  choice: unknown,
  unitOf: (one: Member) => Unit | undefined,
): readonly Member[] {
  const [unit] = all.flatMap((one) => unitOf(one) ?? []);
  if (choice !== false || unit === undefined) return all;
  return all.filter((one) => sameUnit(unitOf(one) ?? unit, unit));
}

/** Years are the categories; else the columns are the series, unless there is only one row. */
function areSeriesRows({ chart }: TableChart, rows: readonly Member[], columns: readonly Member[]): boolean {
  const areYears = (all: readonly Member[]): boolean =>
    all.length > 1 && all.every(({ period }) => period !== undefined);
  if (chart === 'pyramid') return columns.length !== 2 && rows.length === 2;
  if (rows.length === 1) return columns.length > 1;
  return areYears(columns) && !areYears(rows);
}

function ordered(
  all: readonly Member[],
  order: TableChart['order'],
  sizeOf: (one: Member) => number | undefined,
): readonly Member[] {
  if (order === 'table') return all;
  const sign = order === 'largest' ? 1 : -1;
  // What is not known stands last.
  const place = (one: Member): number => sizeOf(one) ?? -Infinity * sign;
  return all.toSorted((one, other) => sign * (place(other) - place(one)) || 0);
}

/** The points of a category. */
export function seriesPoints(grid: Grid, category: Member, series: readonly Member[]): readonly Point[] {
  return series.flatMap((one) => grid.at(category, one) ?? []);
}

/** The labels of the units that a chart shows; shares are in % too. */
export function unitsIn({ chart }: TableChart, { unit, lineUnit }: Grid): readonly string[] {
  const shares = SHARES.has(chart) ? ['%'] : [];
  return [...new Set([unit.label, ...(lineUnit === undefined ? [] : [lineUnit.label]), ...shares])];
}
