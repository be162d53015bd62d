import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/compose/json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonFault', () => {
  it.each([
    ['{"a": 1 "b": 2}', 8],
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['{a: 1}', 1],
    ['"a\nb"', 0],
    ['01', 1],
    ['', 0],
    ['{} x', 3],
  ])('finds where %j stops being JSON', (text, offset) => {
    expect(jsonFault(text)).toBe(offset);
  });

  it('agrees with JSON.parse on what is JSON', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(...' ,:[]{}"\\0.-e\n\u0001한'),
        (json, at, character) => {
          const cut = at % (json.length + 1);
          const spoilt = json.slice(0, cut) + character + json.slice(cut + 1);
          expect(jsonFault(json)).toBeUndefined();
          expect(jsonFault(spoilt) === undefined).toBe(isJson(spoilt));
        },
      ),
      { seed: 20261130, numRuns: 300 },
    );
  });
});
