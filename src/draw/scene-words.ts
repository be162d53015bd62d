// A Vega scenegraph -> what is written beside its marks.
import type { ChartWord } from '../document/chart-marks.ts';
import type { InkOf } from './chart-ink.ts';
import { wordsOf } from './chart-shapes.ts';
import type { SceneMark } from './scene-item.ts';

/** Titles and labels that are painted, of the chart, its axes and legends. */
export function wordsIn({ role = '', marktype, items }: SceneMark, inkOf: InkOf): readonly ChartWord[] {
  if (marktype === 'group')
    return items.flatMap(({ items: marks = [] }) => marks.flatMap((mark) => wordsIn(mark, inkOf)));
  if (marktype !== 'text' || role === 'mark') return [];
  return items.flatMap((item) => {
    const { fill, opacity = 1, fillOpacity = 1, fontSize = 11 } = item;
    const colour = inkOf(fill, opacity * fillOpacity);
    const text = wordsOf(item).trim();
    if (colour === undefined || text === '') return [];
    return [
      {
        kind: role.endsWith('label') ? ('label' as const) : ('title' as const),
        text,
        size: fontSize,
        colour,
      },
    ];
  });
}
