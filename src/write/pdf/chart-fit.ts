// A drawing that is wider than the page's text -> the same, smaller.
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
    width: room,
    height: drawing.height * scale,
    ops: drawing.ops.map((op) => scaled(op, scale)),
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
