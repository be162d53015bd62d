// A chart under its caption.
import type { ReadBlock } from '../block-reading.ts';
import type { ChartFigure } from '../chart-marks.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { figure, paragraphs } from '../reading-node.ts';

/** A chart: a Vega-Lite spec with its data in it. Colours are `theme:NAME` strings. */
export interface ChartBlock extends Identified {
  readonly kind: 'chart';
  readonly caption: RichText;
  readonly unitLine?: RichText;
  /** What the picture shows, for who cannot see it. */
  readonly alt: RichText;
  /** A complete Vega-Lite specification; width and height in points are set by the spec itself. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** The file of that specification, where it has one. */
  readonly specFile?: string;
  /** The figures of the rows in the spec's datasets, by the dataset's name and in their order. */
  readonly rows: Readonly<Record<string, readonly ChartFigure[]>>;
}

export const readChart: ReadBlock<ChartBlock> = (block) => ({
  as: 'text',
  nodes: [
    figure(
      block,
      block.alt,
      ...paragraphs('caption', block.caption),
      ...paragraphs('unit-line', block.unitLine),
    ),
  ],
});
