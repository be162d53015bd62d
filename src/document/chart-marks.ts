// What a chart draws, mark by mark: which figures each stands for, by which scale, and where. Told by who draws, judged by who proves.
import type { Address } from '../figure/address.ts';

/** The name of the data that holds the free-standing figures. */
export const FIGURES = 'figures';

/** A row of a chart's data: a figure, and what it is called. */
export interface ChartFigure {
  readonly address: Address;
  /** For messages, and for who cannot see the chart. */
  readonly label: string;
  /** As it is shown, with its unit; nothing where it is not known. */
  readonly shown: string;
  /** Labels, names, ids and period of its row and column, as a specification can show them. */
  readonly names: readonly string[];
  /** Those of them that a reader knows it by: no ids. */
  readonly words: readonly string[];
  /** The ids of its row and column; a free-standing figure has none. */
  readonly at?: { readonly row: string; readonly column: string };
  /** The year that it is of. */
  readonly period?: number;
}

/** A row by the name of its data and its index there. */
export type ChartRef = string;

export function refOf(data: string, index: number): ChartRef {
  return `${data}:${index}`;
}

/** The figures of a chart by reference. */
export function figuresByRef(
  rows: Readonly<Record<string, readonly ChartFigure[]>>,
): ReadonlyMap<ChartRef, ChartFigure> {
  return new Map(
    Object.entries(rows).flatMap(([data, figures]) =>
      figures.map((figure, index) => [refOf(data, index), figure] as const),
    ),
  );
}

/** A category and the words that an axis or a legend has for it. */
export interface CategoryLabel {
  /** Labels of one scale are told apart by each other. */
  readonly scale: string;
  readonly value: string;
  readonly text: string;
  /** Points along the axis between it and the middle of its category. */
  readonly away?: number;
  /** The years that a place in time lies in: one, or two at their border. */
  readonly years?: readonly number[];
  /** What its symbol in a legend is painted with, a theme colour, its tint or #RRGGBB. */
  readonly symbol?: string;
}

/** What is written beside the marks: a title of the chart, an axis or a legend, or a label. */
export interface ChartWord {
  readonly kind: 'title' | 'label';
  readonly part: 'chart' | 'axis' | 'legend';
  readonly text: string;
  /** In points. */
  readonly size: number;
  /** In degrees, clockwise. */
  readonly angle: number;
  /** A theme colour, its tint or #RRGGBB. */
  readonly colour: string;
  /** The corner of the plot that it belongs to, as `plot` of its marks; the head of a row or column of small charts has one side of it alone. */
  readonly plot: { readonly x?: string; readonly y?: string };
}

/** A label of an axis: the value that it stands at, its words, and where it stands along the axis, in points of the drawing. */
export interface AxisLabel {
  readonly value: number;
  readonly text: string;
  readonly at: number;
}

/** A scale of numbers as it was used in one place. */
export interface ChartScale {
  readonly channel: ChartChannel;
  readonly type: 'linear' | 'log' | 'pow' | 'sqrt' | 'symlog';
  /** Values, and the places of the same index: points of the drawing, radians of an angle, an area of a point. Two of each, or it is broken. */
  readonly domain: readonly number[];
  readonly range: readonly number[];
  /** Of `pow`, and of `symlog`; 1 elsewhere. */
  readonly exponent: number;
  readonly constant: number;
  /** Of all its axes. */
  readonly labels: readonly AxisLabel[];
  /** What its axes are titled. */
  readonly titles: readonly string[];
}

/** How a mark shows a number: `x` and `y` by place or length, `angle` of a sector, `size` of a point's area, `radius` of a sector. */
export type ChartChannel = 'x' | 'y' | 'angle' | 'size' | 'radius';

export interface ChartMeasure {
  readonly channel: ChartChannel;
  /** Index of its scale. */
  readonly scale: number;
  /** Whether its middle is the place, and its width only how it looks. */
  readonly centred: boolean;
  /** Whether it would show another number if the figures were others: a place by rank, or a line at 0, would not. */
  readonly follows: boolean;
}

/** Points of the drawing, y downwards; angles in radians, clockwise from above. */
export type ChartShape =
  | {
      readonly kind: 'box';
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
  /** Around x, y; `side` is its width, `form` Vega's name of its form: circle, square, diamond … */
  | {
      readonly kind: 'point';
      readonly x: number;
      readonly y: number;
      readonly side: number;
      readonly form: string;
    }
  | {
      readonly kind: 'segment';
      readonly x: number;
      readonly y: number;
      readonly x2: number;
      readonly y2: number;
    }
  /** A corner of a line, or a pair of corners of an area; whether it is joined to the corner before. */
  | {
      readonly kind: 'corner';
      readonly x: number;
      readonly y: number;
      readonly x2?: number;
      readonly y2?: number;
      readonly joined: boolean;
    }
  | {
      readonly kind: 'sector';
      readonly x: number;
      readonly y: number;
      readonly inner: number;
      readonly outer: number;
      readonly start: number;
      readonly end: number;
    }
  /**
   * `moved` is how far it was moved from the place of its value, `size` that of its letters, `angle` in degrees, clockwise; `middle` where its
   * letters have their middle.
   */
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly moved: number;
      readonly angle: number;
      readonly middle: readonly [x: number, y: number];
    };

/** A place on a scale that is none of numbers: a category's, or a time's, which has no name. */
export interface ChartPlace {
  readonly scale: string;
  readonly value?: string;
  /** Of a time: the years that it lies in, one, or two at their border. */
  readonly years?: readonly number[];
}

export interface ChartMark {
  /** Marks of one set are drawn alike. */
  readonly set: string;
  /** What the specification calls it: bar, rect, line, point, text … */
  readonly style: string;
  /** The rows behind it, a group for each source: one row, or all that were summed up. */
  readonly rows: readonly (readonly ChartRef[])[];
  readonly measures: readonly ChartMeasure[];
  /** The categories at whose place, or in whose colour, it stands. */
  readonly names: readonly string[];
  /** Those of them in whose colour it stands. */
  readonly colours: readonly string[];
  /** Where it stands on scales that are none of numbers. */
  readonly places: readonly ChartPlace[];
  /** Marks of one plot have the same; whether its middle lies outside of it. */
  readonly plot: string;
  readonly outside: boolean;
  readonly shape: ChartShape;
  /** Theme colours, their tints or #RRGGBB; neither where nothing is painted. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth: number;
  /** Lengths in points, drawn and left out by turns; none where the line is whole. */
  readonly dash: readonly number[];
}

/** All marks of a chart, in the order of drawing. */
export interface ChartMarks {
  readonly marks: readonly ChartMark[];
  readonly scales: readonly ChartScale[];
  readonly categories: readonly CategoryLabel[];
  readonly words: readonly ChartWord[];
  /** Figures that are left out for their row's place in the table: in another order of rows they would be drawn. */
  readonly droppedByPlace: readonly ChartRef[];
  /** Figures that are left out for their size: with other values they would be drawn. */
  readonly droppedBySize: readonly ChartRef[];
  /** Whether it would draw a figure if all had values. */
  readonly couldShow: boolean;
}

/** A chart's marks where they came to stand. */
export interface PlacedChart extends ChartMarks {
  /** The chart's id. */
  readonly block: string;
  /** Index of the page, from 0; where the drawing's corner stands on it, in points. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}
