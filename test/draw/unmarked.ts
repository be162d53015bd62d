// A drawing of which nobody asks what its marks show -> the parts that say so.
import type { ChartDrawing } from '../../src/draw/chart-ops.ts';

/** All of a drawing but its size and what is painted. */
export const UNMARKED = {
  marks: [],
  scales: [],
  categories: [],
  words: [],
  droppedByPlace: [],
  droppedBySize: [],
  couldShow: true,
} as const satisfies Omit<ChartDrawing, 'width' | 'height' | 'ops'>;
