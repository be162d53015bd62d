// Which of the existing names a misspelt one probably meant.
import { describe, expect, it } from 'vitest';
import { nearestOf } from '../../src/figure/nearest.ts';

const NAMES = ['tables/population/seogu/total', 'tables/population/nation/total', 'figures/districts'];

describe('nearestOf', () => {
  it.each([
    ['tables/populaton/seogu/total', 'tables/population/seogu/total'],
    ['tables/population/nation/totals', 'tables/population/nation/total'],
    ['figure/district', 'figures/districts'],
  ])('%s was meant to be %s', (text, meant) => {
    expect(nearestOf(text, NAMES)).toBe(meant);
  });

  it('offers nothing that is too far off', () => {
    expect(nearestOf('notes/eis', NAMES)).toBeUndefined();
    expect(nearestOf('x', [])).toBeUndefined();
  });
});
