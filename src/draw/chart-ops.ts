// What a chart is drawn with: paths and texts in points, y downwards from its top left corner.
import type { ChartMarks } from '../document/chart-marks.ts';

export interface ChartPath {
  readonly kind: 'path';
  /** PDF path operators over absolute coordinates of the chart. */
  readonly operators: string;
  /** Theme colour names or #RRGGBB, or their tints on white (`main 40%`). */
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
}

export interface ChartText {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Clockwise, in degrees. */
  readonly angle: number;
}

export type ChartOp = ChartPath | ChartText;

export interface ChartDrawing extends ChartMarks {
  readonly width: number;
  readonly height: number;
  readonly ops: readonly ChartOp[];
}
