// The axes of a table and what a chart names of them -> the rows and columns that it is drawn of.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure } from '../../figure/figure.ts';
import { nearestOf } from '../../figure/nearest.ts';
import type { TableChart } from '../../plan/chart.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { type AxisEntry, leafId, leavesOf, type StatisticsTable } from '../../plan/statistics-table.ts';

/** A row or column of the table. */
export interface Member {
  readonly id: string;
  readonly label: string;
  readonly period: number | undefined;
  /** The office's own, or what the chart says stands out. */
  readonly own: boolean;
  readonly total: boolean;
}

export interface GridFault {
  readonly rule: string;
  readonly message: string;
  readonly expected: string;
  readonly place: SourceLocation;
}

/** What a table has: the labels of its axes as they are printed, and its figures. */
export interface TableData {
  readonly table: StatisticsTable;
  labels(path: readonly AxisEntry[]): readonly string[];
  figure(address: Address): Figure | undefined;
}

/** Called by the last of its labels where no other one of the axis is, else by all of them. */
export function membersOf(
  axis: readonly AxisEntry[],
  { highlight }: TableChart,
  { labels }: TableData,
): readonly Member[] {
  const leaves = leavesOf(axis).map((path) => ({ path, labels: labels(path) }));
  const lasts = leaves.map((leaf) => leaf.labels.at(-1) ?? '');
  const isPlain = new Set(lasts).size === lasts.length;
  return leaves.map(({ path, labels: own }, index) => ({
    id: leafId(path),
    label: (isPlain ? lasts[index] : own.join(' ')) ?? '',
    period: path.findLast((entry) => entry.period !== undefined)?.period,
    own:
      highlight === undefined
        ? path.some((entry) => entry.emphasis === 'own')
        : isNamed(path, new Set([highlight.text])),
    total: path.some((entry) => entry.emphasis === 'total'),
  }));
}

/** Whether an id names a leaf, or a group that it is in. */
function isNamed(path: readonly AxisEntry[], ids: ReadonlySet<string>): boolean {
  return path.some((_, index) => ids.has(leafId(path.slice(0, index + 1))));
}

export function chosenIds(axis: readonly AxisEntry[], ids: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(leavesOf(axis).flatMap((path) => (isNamed(path, ids) ? [leafId(path)] : [])));
}

/** Those that are named, in that order; else all but totals. */
export function chosen(
  all: readonly Member[],
  axis: readonly AxisEntry[],
  names: readonly SourceText[] | undefined,
  isUsable: (one: Member) => boolean,
): readonly Member[] {
  const some = names
    ? [...new Set(names.flatMap(({ text }) => [...chosenIds(axis, new Set([text]))]))].flatMap(
        (id) => all.find((one) => one.id === id) ?? [],
      )
    : all.filter((one) => !one.total);
  return some.filter(isUsable);
}

/** The fault of a name that the axis does not have. */
export function unknownIn(
  chart: string,
  what: string,
  names: readonly SourceText[] | undefined,
  axis: readonly AxisEntry[],
): GridFault | undefined {
  const known = new Set(
    leavesOf(axis).flatMap((path) => path.map((_, index) => leafId(path.slice(0, index + 1)))),
  );
  const wrong = names?.find(({ text }) => !known.has(text));
  if (wrong === undefined) return undefined;
  return {
    rule: 'unknown-id',
    message: korean`그림 ‘${chart}’: 표에 없는 ${what}입니다: ${wrong.text}`,
    expected: nearestOf(wrong.text, known) ?? [...known].slice(0, 12).join(', '),
    place: wrong.place,
  };
}
