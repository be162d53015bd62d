// A chart drawer -> one that draws each chart once as long as it stays as it is, for who lays a plan out after each edit.
import type { Theme } from '../document/theme.ts';
import type { ChartDrawer } from './chart-drawer.ts';
import type { ChartDrawing } from './chart-ops.ts';

/** Of some ten plans. */
const ROOM = 200;

/** Asked in the same fonts each time; the drawing that was asked for longest ago goes first. What could not be drawn is tried again. */
export function keptDrawer(drawer: ChartDrawer, room = ROOM): ChartDrawer {
  const drawn = new Map<string, Promise<ChartDrawing>>();
  const themes = new WeakMap<Theme, string>();
  return {
    draw: (spec, theme, fonts) => {
      const look = themes.get(theme) ?? JSON.stringify(theme);
      themes.set(theme, look);
      const key = `${JSON.stringify(spec)}${look}`;
      const known = drawn.get(key);
      const drawing = known ?? drawer.draw(spec, theme, fonts);
      drawn.delete(key);
      drawn.set(key, drawing);
      if (known === undefined) drawing.catch(() => drawn.delete(key));
      for (const oldest of drawn.keys()) {
        if (drawn.size <= room) break;
        drawn.delete(oldest);
      }
      return drawing;
    },
    close: () => drawer.close(),
  };
}
