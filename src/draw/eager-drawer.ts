// A chart drawer -> one that is told of charts ahead, so that they are drawn while the rest is still composed.
import type { ChartDrawer } from './chart-drawer.ts';

/** Draws each spec once: who asks for one that was begun before gets that drawing. */
export function eagerDrawer(drawer: ChartDrawer): ChartDrawer {
  const begun = new Map<Parameters<ChartDrawer['draw']>[0], ReturnType<ChartDrawer['draw']>>();
  return {
    draw: (spec, theme, fonts) => {
      let drawing = begun.get(spec);
      if (drawing === undefined) {
        drawing = drawer.draw(spec, theme, fonts);
        // A failure is told to who asks for the drawing; nobody may, when the document has other faults.
        drawing.catch(() => undefined);
        begun.set(spec, drawing);
      }
      return drawing;
    },
    close: () => drawer.close(),
  };
}
