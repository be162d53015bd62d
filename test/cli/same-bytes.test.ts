// The same plan under other time zones, languages, dates and versions of Node.js -> files of equal bytes.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentsOf, emptyFolder, runIljari } from './run-iljari.ts';

const LATER = new URL('./a-year-later.mjs', import.meta.url).href;

type Surroundings = Parameters<typeof runIljari>[1];

let folder: string;
let first: ReadonlyMap<string, Buffer>;

async function built(name: string, surroundings: Surroundings): Promise<ReadonlyMap<string, Buffer>> {
  const out = path.join(folder, name);
  const ended = await runIljari(['build', '--print', '--out', out], surroundings);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return contentsOf(out);
}

beforeAll(async () => {
  folder = await emptyFolder();
  first = await built('first', { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } });
  expect([...first.keys()]).toEqual([
    'budget.xlsx',
    'figures.json',
    'plan-print.pdf',
    'plan.pdf',
    'press.txt',
    'targets.xlsx',
  ]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each<[string, Surroundings]>([
  ['a second time', { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } }],
  [
    'in Seoul, in Korean, a year later',
    { env: { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' }, node: ['--import', LATER] },
  ],
  // Programs of other versions, as in PATH: `NODES=/opt/node-22/bin/node:/opt/node-24/bin/node`.
  ...(process.env.NODES?.split(path.delimiter) ?? []).map((engine): [string, Surroundings] => [
    `by ${engine}`,
    { engine },
  ]),
])('equal bytes %s', async (name, surroundings) => {
  const again = await built(name, surroundings);
  expect([...again.keys()]).toEqual([...first.keys()]);
  for (const [file, bytes] of again)
    expect(bytes.equals(first.get(file) ?? Buffer.alloc(0)), file).toBe(true);
});
