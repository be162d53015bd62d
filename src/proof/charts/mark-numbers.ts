// The figures behind a chart's mark -> the numbers that it may show.
import type { ChartFigure, ChartMark, ChartRef } from '../../document/chart-marks.ts';
import type { Figure, FigureBook } from '../../figure/figure.ts';
import { Names } from './names-in-words.ts';

/** A row behind a mark, with its figure. */
export interface KnownRow {
  readonly ref: ChartRef;
  readonly named: ChartFigure;
  readonly figure: Figure;
  /** Undefined where it is missing; `-` is nothing. */
  readonly value: number | undefined;
}

export class ChartRows {
  readonly all: readonly KnownRow[];
  /** What rows are called, of all of them. */
  readonly names: Names;
  readonly #byRef: ReadonlyMap<ChartRef, KnownRow>;

  constructor(byRef: ReadonlyMap<ChartRef, ChartFigure>, book: FigureBook) {
    this.all = [...byRef].flatMap(([ref, named]): readonly KnownRow[] => {
      const figure = book.get(named.address);
      if (figure === undefined) return [];
      const { effective } = figure;
      const value =
        effective.kind === 'quantity' ? effective.exact.valueOf() : effective.kind === 'nil' ? 0 : undefined;
      return [{ ref, named, figure, value }];
    });
    this.#byRef = new Map(this.all.map((row) => [row.ref, row]));
    this.names = new Names(this.all.flatMap(({ named }) => named.words));
  }

  row(ref: ChartRef): KnownRow | undefined {
    return this.#byRef.get(ref);
  }

  /** The rows behind a mark, a group for each source. */
  groups({ rows }: ChartMark): readonly (readonly KnownRow[])[] {
    return rows.map((group) => group.flatMap((ref) => this.row(ref) ?? []));
  }

  /** A figure's own number, and of several together what sums them up: sum, mean, median, quartiles, least, most, how many. */
  numbersOf(mark: ChartMark): readonly number[] {
    return this.groups(mark).flatMap((group) => (group.length === 1 ? valuesOf(group) : summaries(group)));
  }

  /** The years and other numbers that the rows are called by. */
  numericNamesOf(mark: ChartMark): readonly number[] {
    return this.groups(mark)
      .flat()
      .flatMap(({ named }) => named.names.map(Number).filter(Number.isFinite));
  }
}

export function valuesOf(rows: readonly KnownRow[]): readonly number[] {
  return rows.flatMap(({ value }) => value ?? []);
}

/** Lengths of whiskers beyond the middle half, in its own lengths (Tukey's, as Vega-Lite has them). */
const WHISKER = 1.5;

/** What is nothing or missing counts as a row, and in no mean. */
function summaries(rows: readonly KnownRow[]): readonly number[] {
  const numbers = rows.filter(({ figure }) => figure.effective.kind === 'quantity');
  const sorted = valuesOf(numbers).toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, value) => total + value, 0);
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  const counts = [rows.length, sorted.length];
  if (below === undefined || above === undefined) return [0, ...counts];
  return [
    sum,
    sum / sorted.length,
    (below + above) / 2,
    sorted[0] ?? below,
    sorted.at(-1) ?? above,
    ...boxOf(sorted),
    ...counts,
  ];
}

/** The quartiles, between which half of the sorted numbers lie, and the outermost numbers that whiskers reach. */
function boxOf(sorted: readonly number[]): readonly number[] {
  // By linear interpolation between neighbours (Hyndman and Fan's definition 7), as Vega takes them.
  const quantile = (part: number): number => {
    const at = (sorted.length - 1) * part;
    const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return below + (above - below) * (at - Math.floor(at));
  };
  const [low, high] = [quantile(0.25), quantile(0.75)];
  const reach = (high - low) * WHISKER;
  const inside = sorted.filter((number) => number >= low - reach && number <= high + reach);
  return [low, high, ...inside.slice(0, 1), ...inside.slice(-1)];
}
