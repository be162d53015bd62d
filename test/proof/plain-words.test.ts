// Why a finished file cannot be read -> plain Korean: a person who asked for `prove` reads it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const PROOF = path.resolve(import.meta.dirname, '../../src/proof');

it('every fault of a file that cannot be read is told in Korean', () => {
  const words = readdirSync(PROOF, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(path.join(PROOF, name), 'utf8').matchAll(/new \w+Fault\((['`])(.*?)\1\)/g),
    ])
    .map(([, , said = '']) => said.replaceAll(/\$\{[^}]*\}/g, ''));
  // What is told elsewhere already is handed on.
  expect(words.length).toBeGreaterThan(30);
  expect(
    words.filter((said) => (/\w/.test(said) && !/[가-힣]/.test(said)) || /[a-z]+ [a-z]+/.test(said)),
  ).toEqual([]);
});
