// A part's title of any length -> a band that holds it, with the bar at its foot clear of the letters.
import { expect, it } from 'vitest';
import { part } from './blocks.ts';
import { paragraph } from './documents.ts';
import { print, textsIn } from './print.ts';

it.each([1, 4, 9, 18])('the band of a part holds a title of %i words', async (count) => {
  const { layout } = await print([part('p', '지역일자리 '.repeat(count).trim()), paragraph('a', '글')]);
  const lines = textsIn(layout, 'p').filter(({ text }) => text.includes('지역일자리'));
  const foot = Math.max(...lines.map(({ y, height }) => y + height));
  const boxes = layout.shapes.flatMap(({ block, outline }) =>
    block === 'p' && outline.kind === 'box' ? [outline] : [],
  );
  const [band, bar] = boxes.toSorted((one, other) => other.height - one.height);
  expect(bar?.y ?? 0).toBeGreaterThan(foot);
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(band?.height ?? 0, 2);
  expect(textsIn(layout, 'a')[0]?.y).toBeGreaterThan(band?.height ?? Number.POSITIVE_INFINITY);
});
