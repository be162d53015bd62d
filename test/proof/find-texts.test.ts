// Pieces and texts that read alike -> each text has the pieces that stand where it stands.
import { expect, it } from 'vitest';
import type { Printed } from '../../src/proof/chain.ts';
import type { ExpectedText } from '../../src/proof/expected-text.ts';
import { findTexts } from '../../src/proof/find-texts.ts';

const place = { file: 'a.yaml', line: 1, column: 1 };
const text = (words: string): ExpectedText => ({ text: words, place, figures: [], notes: [] });
/** One below the other, far apart. */
const pieces = (...all: readonly string[]): readonly Printed[] =>
  all.map((words, index) => ({
    ...{
      page: 0,
      x: 100,
      y: 100 * (index + 1),
      width: 20,
      blankWidth: 0,
      size: 10,
      angle: 0,
      covered: false,
      mark: undefined,
      spoken: [],
    },
    ...{ text: words, squeezed: words, order: index },
    ...{ colour: { space: 'DeviceGray', values: [0] }, shown: [] },
  }));

it('gives texts that read alike their pieces in reading order, also when the first is met late', () => {
  const texts = ['가', '12', '나', '12'].map(text);
  // The number of the first row is drawn behind the words of the second.
  const { found, missing } = findTexts(pieces('가', '나', '12', '12'), texts);
  expect(missing).toEqual([]);
  expect(texts.map((one) => found.get(one)?.[0]?.piece.y)).toEqual([100, 300, 200, 400]);
});

it('misses the text that has no piece, and not the one that was sought last', () => {
  const texts = ['가', '12', '나', '12', '12'].map(text);
  const { missing, left } = findTexts(pieces('가', '나', '12', '12', '다'), texts);
  expect(missing.map((one) => one.text)).toEqual(['12']);
  expect(left.map(({ squeezed }) => squeezed)).toEqual(['다']);
});
