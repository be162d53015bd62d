// The rows of a chart's tables and the marks of it -> figures that are left out without a word, and lines over values that are not there.
import type { ChartFigure, ChartMark, ChartRef, PlacedChart } from '../../document/chart-marks.ts';
import { operandsOf } from '../../figure/relation.ts';
import { sameUnit } from '../../figure/unit.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows, KnownRow } from './mark-numbers.ts';
import { isTotal } from './names-in-words.ts';
import { runsOf } from './prove-order.ts';
import { isPainted } from './prove-values.ts';
import type { ScaleUse } from './scale-use.ts';

/** What says that not all are drawn. */
const SOME = /제외|뺀|빼고|일부|상위|하위|주요|가운데/u;
const MEAN = /(?:^|\s)평균$/u;

/** A figure that stands in a table. */
interface Cell extends KnownRow {
  readonly named: ChartFigure & { readonly at: NonNullable<ChartFigure['at']> };
}
/** Cells of one column of a table, in the order of its rows, or of one row. */
type Line = readonly Cell[];

/** `said`: the caption and all words of the chart. `typed`: by a specification of its own, which may filter. */
export function proveLeftOut(
  { marks }: PlacedChart,
  rows: ChartRows,
  uses: ReadonlyMap<number, ScaleUse>,
  said: readonly string[],
  typed: boolean,
  faults: ChartFaults,
): void {
  const painted = marks.filter(isPainted);
  const shown = new Map<ChartRef, ChartMark[]>();
  for (const mark of painted)
    for (const ref of mark.rows.flat()) shown.set(ref, [...(shown.get(ref) ?? []), mark]);
  const lines = linesOf(rows);
  proveGaps(painted, lines, shown, faults);
  if (!typed || said.some((text) => SOME.test(text))) return;
  const isShare = ({ measures, shape }: ChartMark): boolean =>
    shape.kind === 'sector' || measures.some(({ scale }) => uses.get(scale)?.shares === true);
  for (const line of lines)
    for (const row of leftOf(line, shown, isShare))
      faults.tell('chart-dropped', 'name', `‘${row.named.label}’의 수치가 이름으로 걸러져 빠졌습니다.`);
}

function linesOf(rows: ChartRows): readonly Line[] {
  const lines = new Map<string, Cell[]>();
  for (const row of rows.all) {
    const { at } = row.named;
    if (at === undefined) continue;
    const data = row.ref.slice(0, row.ref.lastIndexOf(':'));
    for (const key of [
      [data, 'column', at.column],
      [data, 'row', at.row],
    ].map((parts) => JSON.stringify(parts)))
      lines.set(key, [...(lines.get(key) ?? []), { ...row, named: { ...row.named, at } }]);
  }
  return [...lines.values()];
}

/** The figures of a line that belong among those that are drawn, and are not. */
function leftOf(
  line: Line,
  shown: ReadonlyMap<ChartRef, readonly ChartMark[]>,
  isShare: (mark: ChartMark) => boolean,
): readonly Cell[] {
  const marksOf = ({ ref }: Cell): readonly ChartMark[] =>
    (shown.get(ref) ?? []).filter(({ shape }) => shape.kind !== 'words');
  const drawn = line.filter((cell) => marksOf(cell).length > 0);
  const [first, second] = drawn;
  if (first === undefined || second === undefined) return [];
  const addresses = new Set(line.map(({ named }) => named.address));
  const left = line.filter(
    (cell) =>
      !shown.has(cell.ref) &&
      cell.figure.effective.kind === 'quantity' &&
      sameUnit(cell.figure.definition.unit, first.figure.definition.unit) &&
      !isWhole(cell, addresses),
  );
  const years = drawn.flatMap(({ named }) => named.period ?? []);
  if (new Set(years).size === drawn.length) {
    const [from, to] = [Math.min(...years), Math.max(...years)];
    return left.filter(({ named: { period = from } }) => period > from && period < to);
  }
  if (left.length >= drawn.length) return [];
  const marks = drawn.flatMap(marksOf);
  const places = new Set(marks.map((mark) => mark.places.map(({ value }) => value).join(' ')));
  const isSummed = marks.some((mark) => mark.rows.some((group) => group.length > 1));
  return places.size > 1 || isSummed || marks.every(isShare) ? left : [];
}

/** A total, and what follows from others of its line: nobody misses it among its parts. */
function isWhole({ figure, named }: Cell, addresses: ReadonlySet<string>): boolean {
  const { relation } = figure.definition;
  return (
    (relation !== undefined && operandsOf(relation).some((operand) => addresses.has(operand))) ||
    named.words.some((word) => isTotal(word) || MEAN.test(word))
  );
}

/** A line is broken where a value is not there. */
function proveGaps(
  painted: readonly ChartMark[],
  lines: readonly Line[],
  shown: ReadonlyMap<ChartRef, unknown>,
  faults: ChartFaults,
): void {
  const at = new Map<ChartRef, (readonly [Line, number])[]>();
  for (const line of lines)
    line.forEach(({ ref }, index) => at.set(ref, [...(at.get(ref) ?? []), [line, index]]));
  for (const run of runsOf(painted))
    run.slice(1).forEach((mark, index) => {
      const [[from, more] = [], [to, others] = []] = [run[index]?.rows.flat() ?? [], mark.rows.flat()];
      if (from === undefined || to === undefined || more !== undefined || others !== undefined) return;
      const ends = at.get(to) ?? [];
      for (const [line, start] of at.get(from) ?? []) {
        const end = ends.find(([other]) => other === line)?.[1] ?? start;
        const gap = line
          .slice(Math.min(start, end) + 1, Math.max(start, end))
          .find(({ ref, figure }) => figure.effective.kind !== 'quantity' && !shown.has(ref));
        if (gap !== undefined)
          faults.tell('chart-over-gap', mark.set, `값이 없는 ‘${gap.named.label}’ 위로 선이 이어집니다.`);
      }
    });
}
