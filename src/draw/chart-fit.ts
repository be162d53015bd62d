// A drawing that is wider than the page's text -> the same, smaller.
import type { ChartChannel, ChartMark, ChartScale } from '../document/chart-marks.ts';
import type { ChartDrawing, ChartOp } from './chart-ops.ts';

/** Below this, labels of 8.5 points could hardly be read in print. */
const LEAST_SCALE = 0.8;
const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/gu;

/** A drawing no wider than `room` points; undefined when it would have to be too small to be read. */
export function fittedChart(drawing: ChartDrawing, room: number): ChartDrawing | undefined {
  const scale = room / drawing.width;
  if (scale >= 1) return drawing;
  if (scale < LEAST_SCALE) return undefined;
  return {
    ...drawing,
    width: room,
    height: drawing.height * scale,
    ops: drawing.ops.map((op) => scaled(op, scale)),
    marks: drawing.marks.map((mark) => scaledMark(mark, scale)),
    words: drawing.words.map((word) => ({ ...word, size: word.size * scale })),
    scales: drawing.scales.map((one) => scaledRange(one, scale)),
  };
}

/** Its lengths; angles stay. */
function scaledMark(mark: ChartMark, scale: number): ChartMark {
  const shape = Object.entries(mark.shape).map(([key, value]: readonly [string, unknown]) => [
    key,
    typeof value === 'number' && key !== 'start' && key !== 'end' ? value * scale : value,
  ]);
  const dash = mark.dash.map((length) => length * scale);
  return { ...mark, dash, shape: Object.fromEntries(shape) as ChartMark['shape'] };
}

function scaledRange(one: ChartScale, scale: number): ChartScale {
  const by = { x: scale, y: scale, radius: scale, size: scale * scale, angle: 1 } as const satisfies Record<
    ChartChannel,
    number
  >;
  const factor = by[one.channel];
  return {
    ...one,
    range: one.range.map((place) => place * factor),
    labels: one.labels.map((label) => ({ ...label, at: label.at * factor })),
  };
}

function scaled(op: ChartOp, scale: number): ChartOp {
  switch (op.kind) {
    case 'path':
      return {
        ...op,
        operators: op.operators.replaceAll(NUMBER, (length) => String(Number(length) * scale)),
      };
    case 'text':
      return { ...op, x: op.x * scale, y: op.y * scale, size: op.size * scale };
  }
}
