// The source files -> proof that what a file exports is asked for by another one, or by a test.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withoutComments } from './comments.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What stands in place of other packages' modules exports what those are asked for. */
const STAND_INS = /^src\/bundle\/unused-/;

const texts = new Map(
  ['src', 'test'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
      .map((file) => [file, withoutComments(readFileSync(path.join(ROOT, file), 'utf8'))]),
  ),
);

const words = new Map([...texts].map(([file, text]) => [file, new Set(text.match(/\w+/g))]));

/** By file, those that import it. */
const asking = new Map<string, string[]>();
for (const [file, text] of texts)
  for (const [, specifier = ''] of text.matchAll(/(?:from\s*|import\(\s*)'(\.[^']+)'/g)) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    asking.set(target, [...(asking.get(target) ?? []), file]);
  }

it('exports nothing that nobody asks for', () => {
  const left = [...texts].flatMap(([file, text]) =>
    file.startsWith('src/') && !STAND_INS.test(file)
      ? [...text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm)]
          .map(([, name = '']) => name)
          .filter((name) => !asking.get(file)?.some((one) => words.get(one)?.has(name)))
          .map((name) => `${file}: ${name}`)
      : [],
  );
  expect(left).toEqual([]);
});
