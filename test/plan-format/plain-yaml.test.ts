// Texts in plain YAML -> the tree that the library makes of them, with every place; all else is left to it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { Faults } from '../../src/plan-format/faults.ts';
import { readPlainYaml } from '../../src/plan-format/plain-yaml.ts';
import { readByLibrary } from '../../src/plan-format/yaml-source.ts';
import { runs } from '../whole.ts';

/** Whether it was read in the plain way, which has to be as the library reads it, and it has nothing to tell. */
function isReadAlike(text: string): boolean {
  const plain = readPlainYaml('a.yaml', text);
  if (plain === undefined) return false;
  const faults = new Faults();
  expect(plain, text).toEqual(readByLibrary('a.yaml', text, faults));
  expect(faults.count, text).toBe(0);
  return true;
}

const texts = ['data', 'templates', 'test/plans', 'test/check/rules'].flatMap((folder) =>
  readdirSync(path.join(PROGRAM_FOLDER, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(path.join(PROGRAM_FOLDER, folder, name), 'utf8')),
);

it('every file of the repository is read alike, and most of them in the plain way', () => {
  const alike = texts.filter(isReadAlike);
  expect(alike.length).toBeGreaterThan(texts.length * 0.75);
});

/** What a text is made of where it may go wrong. */
const PIECES = [
  ...['a', 'b', '가', '0', 'a b', '-', '- ', '- - ', ': ', ':', ', ', ',', '{', '}', '[', ']', '{ ', ' }'],
  ...[
    "'",
    '"',
    "''",
    '""',
    "'a'",
    '"a: b"',
    '\\',
    '#',
    ' #',
    '# c',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\n  ',
    '\n    ',
  ],
  ...[
    'a: ',
    'b:\n',
    'c: 1\n',
    '- a\n',
    '- a: b\n  c: d\n',
    '{ a: b }',
    '[a, b]',
    '&',
    '*',
    '!',
    '|',
    '>',
    '?',
  ],
  ...[
    '? ',
    '%',
    '@',
    '`',
    '~',
    '---',
    '...',
    '<<',
    '__proto__',
    'null',
    '=',
    '\t',
    '\r\n',
    '\u00a0',
    '-1',
    ':a',
  ],
];

it('a random text is read alike, or left to the library', () => {
  const random = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
  let alike = 0;
  fc.assert(
    fc.property(random, (text) => {
      if (isReadAlike(text)) alike++;
    }),
    { numRuns: runs(3_000, 200_000), seed: 1 },
  );
  expect(alike).toBeGreaterThan(runs(30, 2_000));
});

/** The plain texts of files, with a piece put in, taken out or moved in. */
it('a file that is changed anywhere is read alike, or left to the library', () => {
  const short = texts.filter((text) => text.length < 1_500 && readPlainYaml('a.yaml', text) !== undefined);
  const changed = fc
    .tuple(
      fc.constantFrom(...short),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(...PIECES),
      fc.nat(3),
    )
    .map(([text, share, piece, cut]) => {
      const at = Math.floor(share * text.length);
      return text.slice(0, at) + piece + text.slice(at + cut);
    });
  let alike = 0;
  fc.assert(
    fc.property(changed, (text) => {
      if (isReadAlike(text)) alike++;
    }),
    { numRuns: runs(300, 20_000), seed: 1 },
  );
  expect(alike).toBeGreaterThan(runs(60, 4_000));
});
