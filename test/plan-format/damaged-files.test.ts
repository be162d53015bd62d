// Any damage to any file of a plan -> diagnostics with places in the files, never an exception.
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { runs } from '../whole.ts';
import { PLANS, textsIn } from './plan-folders.ts';

const small = textsIn(path.join(PLANS, 'small'));
const texts = [...small.keys()].filter((name) => name.endsWith('.yaml'));

const piece = fc.oneof(
  fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\t',
    "'",
    '"',
    '&a ',
    '*a',
    '!!x ',
    '? ',
    '| ',
    '#',
    ',',
  ),
  fc.constantFrom(
    '../',
    '*',
    '/',
    '.',
    'previous',
    '..',
    '()',
    '~',
    '-',
    '1,000',
    '012',
    '\uE000',
    '\0',
    '\uFEFF',
    '\r\n',
  ),
  fc.constantFrom('constructor', '__proto__', 'toString', '<<', '---\n', '...\n', '%YAML 1.1\n'),
  fc.string({ maxLength: 3, unit: 'binary' }),
);
const damage = fc.record({
  file: fc.constantFrom(...texts),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 12 }),
  insert: piece,
});

it('a damaged plan is reported, whatever the damage', () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const files = new Map(small);
      for (const { file, at, cut, insert } of damages) {
        const text = files.get(file) ?? '';
        const start = Math.floor(at * text.length);
        files.set(file, text.slice(0, start) + insert + text.slice(start + cut));
      }
      const { value, diagnostics } = readPlan({ displayRoot: 'x', files });
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
      for (const { place, message, expected } of diagnostics) {
        expect(message).not.toMatch(/undefined|\[object/);
        expect(expected).toBeTruthy();
        if ('cell' in place) throw new Error('no workbook was read');
        expect(place.line).toBeGreaterThan(0);
        expect(place.column).toBeGreaterThan(0);
      }
    }),
    { seed: 20261130, numRuns: runs(80, 200) },
  );
});

it.each([
  ['brackets within brackets', `source: ${'['.repeat(20_000)}`],
  ['mappings within mappings', `source: ${'{a: '.repeat(5_000)}`],
  ['strings within nothing', 'a: "\n\n"'.repeat(20_000)],
  ['aliases of aliases', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c]\n`],
])('%s are refused without much ado', (_, text) => {
  const { diagnostics } = readPlan({ displayRoot: 'x', files: new Map([...small, ['notes.yaml', text]]) });
  expect(diagnostics.length).toBeGreaterThan(0);
});

it('an edition that is missing between others is not taken for the one before it', () => {
  const files = new Map([...small, ['editions/2.yaml', '']]);
  const { diagnostics } = readPlan({ displayRoot: 'x', files }, { edition: 1 });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
    'unknown-edition',
  ]);
});
