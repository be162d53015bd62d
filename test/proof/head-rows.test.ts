// A table over two pages -> a heading row that is gone there is told, whatever else says the same words.
import { expect, it } from 'vitest';
import type { Printed } from '../../src/proof/chain.ts';
import type { ExpectedText } from '../../src/proof/expected-text.ts';
import type { Hit } from '../../src/proof/find-texts.ts';
import { headsMissing } from '../../src/proof/prove-heads.ts';

const place = { file: 'tables.yaml', line: 1, column: 1 };
const text = (words: string): ExpectedText => ({ text: words, place, figures: [], notes: [] });
const piece = (words: string, y: number): Printed => ({
  ...{ page: 1, x: 100, y, width: 20, size: 10, angle: 0 },
  ...{ text: words, squeezed: words },
});
const hit = (found: Printed): readonly Hit[] => [{ piece: found, from: 0 }];

const head = text('계');
const [row, number] = [text('계'), text('12')];
const [shownRow, shownNumber] = [piece('계', 200), piece('12', 230)];

it('tells of a heading whose words stand in a row alone', () => {
  const found = new Map([
    [row, hit(shownRow)],
    [number, hit(shownNumber)],
  ]);
  expect(headsMissing([head], found, [shownRow, shownNumber], 1)).toEqual([head]);
});

it('tells nothing where both stand there, whichever was taken for the row', () => {
  const shownHead = piece('계', 100);
  for (const taken of [shownHead, shownRow]) {
    const found = new Map([
      [row, hit(taken)],
      [number, hit(shownNumber)],
    ]);
    expect(headsMissing([head], found, [shownHead, shownRow, shownNumber], 1)).toEqual([]);
  }
});
