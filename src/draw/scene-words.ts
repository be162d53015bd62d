// A Vega scenegraph -> what is written beside its marks.
import type { ChartWord } from '../document/chart-marks.ts';
import type { InkOf } from './chart-ink.ts';
import { wordsOf } from './chart-shapes.ts';
import type { SceneItem, SceneMark } from './scene-item.ts';

/** The corner of the group that a word belongs to, in points of the drawing. */
interface Corner {
  readonly x?: number;
  readonly y?: number;
}

/** Titles and labels that are painted, of the chart, its axes and legends. */
export function wordsIn(root: SceneMark, inkOf: InkOf): readonly ChartWord[] {
  return wordsAt(root, { x: -root.bounds.x1, y: -root.bounds.y1 }, inkOf);
}

function wordsAt(
  { role = '', marktype, items }: SceneMark,
  corner: Corner,
  inkOf: InkOf,
): readonly ChartWord[] {
  if (marktype === 'group')
    return items.flatMap((item) =>
      (item.items ?? []).flatMap((mark) => wordsAt(mark, cornerOf(role, item, corner), inkOf)),
    );
  if (marktype !== 'text' || role === 'mark') return [];
  return items.flatMap((item) => {
    const { fill, opacity = 1, fillOpacity = 1, fontSize = 11, angle = 0 } = item;
    const colour = inkOf(fill, opacity * fillOpacity);
    const text = wordsOf(item).trim();
    if (colour === undefined || text === '') return [];
    const { x, y } = corner;
    const plot = {
      ...(x !== undefined && { x: x.toFixed(1) }),
      ...(y !== undefined && { y: y.toFixed(1) }),
    };
    const kind = role.endsWith('label') ? ('label' as const) : ('title' as const);
    const part = role === 'axis-title' ? 'axis' : role === 'legend-title' ? 'legend' : 'chart';
    return [{ kind, part, text, size: fontSize, angle, colour, plot }];
  });
}

/** Heads and feet of columns of small charts stand over and under all plots of theirs; titles, axes and legends belong to their group. */
function cornerOf(role: string, { x: right = 0, y: down = 0 }: SceneItem, { x, y }: Corner): Corner {
  if (/^(?:column|row)-title$/u.test(role)) return {};
  if (role.startsWith('column-')) return x === undefined ? {} : { x: x + right };
  if (role.startsWith('row-')) return y === undefined ? {} : { y: y + down };
  if (role !== 'mark' && role !== 'scope' && role !== 'frame' && role !== '')
    return { ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
  return { ...(x !== undefined && { x: x + right }), ...(y !== undefined && { y: y + down }) };
}
