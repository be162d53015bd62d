// Steps -> boxes of one height in rows, with an arrow before each but the first.
import type { DiagramBox } from '../../../document/blocks/diagram.ts';
import type { DrawItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { BoxMaker, DiagramDrawing } from './diagram-boxes.ts';

/** In mm. */
const ARROW = 2.4;
const ARROW_ROOM = 5;
const ROW_GAP = 3;
const LEAST_WIDTH = 24;
const MOST_WIDTH = 48;

export function stepsDrawing(maker: BoxMaker, steps: readonly DiagramBox[], width: number): DiagramDrawing {
  const room = ARROW_ROOM * MM;
  const most = Math.max(1, Math.floor((width + room) / (LEAST_WIDTH * MM + room)));
  const rows = Math.max(1, Math.ceil(steps.length / most));
  // A further row opens with its arrow, so its boxes stand under those above with room before the first one.
  const columns = Math.max(1, Math.ceil(steps.length / rows));
  const left = rows === 1 ? 0 : room;
  const boxWidth = Math.min(MOST_WIDTH * MM, (width - left - (columns - 1) * room) / columns);
  const used = left + columns * boxWidth + (columns - 1) * room;
  const from = (width - used) / 2 + left;
  const boxes = steps.map((step) => maker.make(step, 'head', boxWidth));
  const height = Math.max(0, ...boxes.map((box) => box.height));
  const rowHeight = height + ROW_GAP * MM;
  return {
    height: rows * rowHeight - ROW_GAP * MM,
    items: boxes.flatMap((box, index) => {
      const x = from + (index % columns) * (boxWidth + room);
      const y = Math.floor(index / columns) * rowHeight;
      return [...(index === 0 ? [] : [arrow(x - room / 2, y + height / 2)]), ...box.draw(x, y, height)];
    }),
    notes: boxes.flatMap(({ notes }) => notes),
  };
}

/** A triangle to the right around its middle. */
function arrow(x: number, y: number): DrawItem {
  const half = (ARROW / 2) * MM;
  return {
    kind: 'path',
    x: x - half,
    y: y - half,
    operators: `0 0 m ${2 * half} ${half} l 0 ${2 * half} l h`,
    fill: 'main',
  };
}
