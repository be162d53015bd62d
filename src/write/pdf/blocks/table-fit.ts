// A table and the room for it -> how it is set so that no number is cut: as it is, closer, in smaller type, or in parts that follow each other.
import type { TableBlock } from '../../../document/table.ts';
import { type PartColumns, partOf } from '../../../document/table-part.ts';
import { type ColumnMeasure, columnWidths, leastWidths } from './table-columns.ts';
import { sum } from './table-rows.ts';

/** How the cells of a table are set. */
export interface TableSetting {
  readonly density: TableBlock['density'];
  /** Whether the texts stand closer to the rules than the theme says. */
  readonly narrow: boolean;
}

interface TablePart {
  readonly table: TableBlock;
  /** Its columns, where it is not the whole table. */
  readonly cut?: PartColumns;
  /** Of its columns, in points. */
  readonly widths: readonly number[];
}

export interface TableFit {
  readonly setting: TableSetting;
  readonly parts: readonly TablePart[];
  /** The first column that has no room beside the heads of the rows: its numbers are cut. */
  readonly tooWide: number | undefined;
}

type MeasureOf = (setting: TableSetting) => ColumnMeasure;

/** Rooms tried for parts that are about as wide as each other. */
const STEPS = 100;

/** Tried one after the other. */
const settingsOf = ({ density }: TableBlock): readonly TableSetting[] => [
  { density, narrow: false },
  { density, narrow: true },
  { density: 'dense', narrow: true },
];

/** The whole table `width` points wide; undefined where its numbers do not fit. */
export function fitWhole(table: TableBlock, width: number, measureOf: MeasureOf): TableFit | undefined {
  for (const setting of settingsOf(table)) {
    const widths = columnWidths(table, width, measureOf(setting));
    if (widths !== undefined) return { setting, parts: [{ table, widths }], tooWide: undefined };
  }
  return undefined;
}

/** The table whole, or cut between columns into as few parts as there can be; each shows the heads of the rows. */
export function fitTable(table: TableBlock, width: number, measureOf: MeasureOf): TableFit {
  const whole = fitWhole(table, width, measureOf);
  if (whole !== undefined) return whole;
  let tooWide = 0;
  const cuts = settingsOf(table).flatMap((setting) => {
    const least = leastWidths(table, measureOf(setting));
    const heads = headsOf(table, least, width);
    const groups = groupsOf(table, width, heads, least);
    if (typeof groups !== 'number') return [{ setting, heads, groups }];
    tooWide = groups;
    return [];
  });
  const fewest = Math.min(...cuts.map(({ groups }) => groups.length));
  const cut = cuts.find(({ groups }) => groups.length === fewest);
  if (cut !== undefined) {
    const measure = measureOf(cut.setting);
    const parts = cut.groups.map((columns): TablePart => {
      const part = partOf(table, columns, cut.heads);
      const widths = columnWidths(part, width, measure);
      if (widths === undefined) throw new Error(`a part of table ${table.id} is wider than measured`);
      return { table: part, cut: { columns, heads: cut.heads }, widths };
    });
    return { setting: cut.setting, parts, tooWide: undefined };
  }
  const setting: TableSetting = { density: 'dense', narrow: true };
  const least = leastWidths(table, measureOf(setting));
  const needed = sum(least);
  return {
    setting,
    parts: [{ table, widths: least.map((need) => (need / needed) * width) }],
    tooWide,
  };
}

/** The columns of each part, or the first column that has no room beside the heads of the rows. */
function groupsOf(
  table: TableBlock,
  width: number,
  headCount: number,
  least: readonly number[],
): readonly (readonly number[])[] | number {
  const wide = (columns: readonly number[]) => sum(columns.map((column) => least[column] ?? 0));
  const heads = [...least.keys()].slice(0, headCount);
  const bundles = bundlesOf(table, headCount);
  const room = width - wide(heads);
  const tooWide = bundles.find((bundle) => wide(bundle) >= room);
  if (tooWide !== undefined) return tooWide[0] ?? 0;
  const filled = (within: number): number[][] => {
    const groups: number[][] = [];
    for (const bundle of bundles) {
      const last = groups.at(-1);
      if (last !== undefined && wide([...last, ...bundle]) < within) last.push(...bundle);
      else groups.push([...bundle]);
    }
    return groups;
  };
  // The narrowest room that makes no more parts: they are about as wide as each other.
  const most = filled(room).length;
  const rooms = Array.from({ length: STEPS }, (_, step) => (room * (step + 1)) / STEPS);
  const narrowest = rooms.find((within) => filled(within).length <= most) ?? room;
  return filled(narrowest).map((columns) => [...heads, ...columns]);
}

/** Columns that stay together: what a cell of the body spans is not parted. */
function bundlesOf(table: TableBlock, from: number): readonly (readonly number[])[] {
  const joined = new Set<number>();
  for (const cell of table.rows.slice(table.headerRows).flat())
    for (let column = cell.column + 1; column < cell.column + cell.colSpan; column++) joined.add(column);
  const bundles: number[][] = [];
  for (let column = from; column < table.widths.length; column++) {
    const last = bundles.at(-1);
    if (last !== undefined && joined.has(column)) last.push(column);
    else bundles.push([column]);
  }
  return bundles;
}

/** How many of the first columns are shown in each part: heads of rows, words and no figures, where they leave half of the room. At least one column is none. */
function headsOf({ rows, headerRows, widths }: TableBlock, least: readonly number[], width: number): number {
  const body = rows.slice(headerRows).flat();
  const figures = body.flatMap((cell) => (cell.figure === undefined ? [] : [cell.column]));
  const words = Math.min(widths.length - 1, ...(figures.length === 0 ? [1] : figures));
  const fits = [words, 1, 0].find((count) => sum(least.slice(0, count)) <= width / 2 && count <= words) ?? 0;
  return body
    .toReversed()
    .reduce(
      (heads, { column, colSpan }) => (column < heads && column + colSpan > heads ? column : heads),
      fits,
    );
}
