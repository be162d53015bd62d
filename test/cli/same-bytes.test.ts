// The same plan under other time zones, languages, dates and versions of Node.js -> files of equal bytes.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { WHOLE } from '../whole.ts';
import { contentsOf, digestOf, emptyFolder, runIljari } from './run-iljari.ts';

const LATER = new URL('./a-year-later.mjs', import.meta.url).href;

type Surroundings = Parameters<typeof runIljari>[1];

let folder: string;
let first: ReadonlyMap<string, string>;

const lineFor = (name: string) => ['build', '--print', '--out', path.join(folder, name)];

beforeAll(async () => {
  folder = await emptyFolder();
  const { files } = (await bundledPlan()).result;
  first = new Map(files.map(({ name, bytes }) => [name, digestOf(bytes)]));
  expect([...first.keys()].sort()).toEqual([
    'budget.xlsx',
    'figures.json',
    'plan-print.pdf',
    'plan.pdf',
    'press.txt',
    'targets.xlsx',
  ]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const AGAIN: [string, Surroundings] = ['a second time', { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } }];

// The first files are this process's own, made from the sources; these are the compiled program's.
test.each<[string, Surroundings]>([
  [
    'in Seoul, in Korean, a year later',
    { env: { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' }, node: ['--import', LATER] },
  ],
  // Programs of other versions, as in PATH: `NODES=/opt/node-22/bin/node:/opt/node-24/bin/node`.
  ...(process.env.NODES?.split(path.delimiter) ?? []).map((engine): [string, Surroundings] => [
    `by ${engine}`,
    { engine },
  ]),
  ...(WHOLE ? [AGAIN] : []),
])('equal bytes %s', async (name, surroundings) => {
  const ended = await runIljari(lineFor(name), surroundings);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(await contentsOf(path.join(folder, name))).toEqual(first);
});
