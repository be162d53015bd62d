// A part's title of any length -> a band that holds it, with the bar at its foot clear of the letters.
import { expect, it } from 'vitest';
import { part } from './blocks.ts';
import { paragraph, rich } from './documents.ts';
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

it.each([5, 14, 24])('a key figure of %i digits stands on one line of its box', async (digits) => {
  const value = `${'3,827,160,459,372,604,815,937'.slice(0, digits + Math.floor((digits - 1) / 3))}천원`;
  const figures = [{ label: rich('올해 예산'), value: rich(value) }];
  const { layout } = await print([{ kind: 'key-figures', id: 'key', title: rich('한눈에 보기'), figures }]);
  expect(textsIn(layout, 'key').map(({ text }) => text)).toEqual(['한눈에 보기', '올해 예산', value]);
});

it('is not printed where a text of it is read and not drawn', async () => {
  const all = ['가', '나'].map((label) => ({ label: rich(label), value: rich('1') }));
  const block = {
    kind: 'key-figures',
    id: 'key',
    title: rich('한눈에 보기'),
    // Whole where it is read, and short where it is laid out.
    get figures() {
      return /keyFiguresFlow/.test(new Error().stack ?? '') ? all.slice(0, 1) : all;
    },
  } as const;
  await expect(print([block])).rejects.toThrow('‘나’ is read but not drawn');
});
