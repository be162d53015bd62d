// A mark of a Vega scene -> its shape in the drawing.

import type { ChartShape } from '../document/chart-marks.ts';
import { placeOfText } from './chart-scene.ts';
import type { SceneItem } from './scene-item.ts';

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Undefined where nothing is drawn, or what is none of a chart's marks. `joined`: to the corner before. */
export function shapeOf(
  marktype: string,
  item: SceneItem,
  scope: Corner,
  joined: boolean,
): ChartShape | undefined {
  const x = scope.x + (item.x ?? 0);
  const y = scope.y + (item.y ?? 0);
  const x2 = scope.x + (item.x2 ?? item.x ?? 0);
  const y2 = scope.y + (item.y2 ?? item.y ?? 0);
  switch (marktype) {
    case 'rect':
      return { kind: 'box', left: x, top: y, right: x + (item.width ?? 0), bottom: y + (item.height ?? 0) };
    case 'rule':
      return { kind: 'segment', x, y, x2, y2 };
    case 'symbol':
      return { kind: 'point', x, y, side: Math.sqrt(item.size ?? 64), form: item.shape ?? 'circle' };
    case 'line':
      return item.defined === false ? undefined : { kind: 'corner', x, y, joined };
    case 'area': {
      if (item.defined === false) return undefined;
      const isLying = item.orient === 'horizontal';
      return {
        kind: 'corner',
        joined,
        x,
        y,
        ...(isLying ? { x2: x + (item.width ?? 0) } : { y2: y + (item.height ?? 0) }),
      };
    }
    case 'arc': {
      const { innerRadius = 0, outerRadius = 0, startAngle = 0, endAngle = 0 } = item;
      return {
        kind: 'sector',
        x,
        y,
        inner: innerRadius,
        outer: outerRadius,
        start: startAngle,
        end: endAngle,
      };
    }
    case 'text':
      return {
        kind: 'words',
        x: scope.x + placeOfText(item)[0],
        y: scope.y + placeOfText(item)[1],
        text: wordsOf(item),
        size: item.fontSize ?? 11,
        moved: Math.hypot(item.dx ?? 0, item.dy ?? 0),
        angle: item.angle ?? 0,
        middle: middleOf(item, scope),
      };
    default:
      return undefined;
  }
}

function middleOf({ x = 0, y = 0, bounds }: SceneItem, scope: Corner): readonly [number, number] {
  const { x1, x2, y1, y2 } = bounds ?? { x1: x, x2: x, y1: y, y2: y };
  return [scope.x + (x1 + x2) / 2, scope.y + (y1 + y2) / 2];
}

/** What a text says, its lines joined by blanks. */
export function wordsOf({ text }: SceneItem): string {
  return Array.isArray(text) ? text.map((line) => String(line ?? '')).join(' ') : String(text ?? '');
}
