// A drawer that keeps its drawings draws a chart again only where it is another one, was too long ago or could not be drawn.
import { expect, it } from 'vitest';
import type { ChartDrawer } from '../../src/draw/chart-drawer.ts';
import type { ChartDrawing } from '../../src/draw/chart-ops.ts';
import { keptDrawer } from '../../src/draw/kept-drawer.ts';
import { theme } from '../write/pdf/documents.ts';

it('draws what has changed', async () => {
  const asked: unknown[] = [];
  const drawer: ChartDrawer = {
    draw: (spec) => {
      asked.push(spec.value);
      if (spec.value === 'odd') return Promise.reject(new Error('odd'));
      return Promise.resolve({ width: asked.length } as ChartDrawing);
    },
    close: () => Promise.resolve(),
  };
  const kept = keptDrawer(drawer, 2);
  const draw = (value: unknown, look = theme) => kept.draw({ value }, look, new Map());
  const [first, again] = [await draw(1), await draw(1, { ...theme })];
  expect(again).toBe(first);
  await draw(1, { ...theme, letterSpacing: theme.letterSpacing + 1 });
  for (const value of [2, 1, 3, 1, 2]) await draw(value);
  for (const _ of [1, 2]) await expect(draw('odd')).rejects.toThrow('odd');
  expect(asked).toEqual([1, 1, 2, 1, 3, 2, 'odd', 'odd']);
});
