// The power fails at each operation, and the disk forgets what was not synced -> the earlier files or the new ones, whole.
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishFiles, removeFiles } from '../../src/files/publish.ts';
import { recoverBelow } from '../../src/files/recover.ts';
import { diceOf } from '../fuzz/dice.ts';
import { runs } from '../whole.ts';
import { ForgetfulDisk } from './forgetful-disk.ts';

const WORKING = '/work';
const OUT = path.join(WORKING, 'output/one');

function set(text: string, names: readonly string[]) {
  return names.map((name) => ({ name, bytes: new TextEncoder().encode(`${text} ${name}`) }));
}

const BEFORE = { 'budget.xlsx': 'old budget.xlsx', 'inner/plan.pdf': 'old inner/plan.pdf' };
const OLD = set('old', ['budget.xlsx', 'inner/plan.pdf']);
const NEW = set('new', ['inner/plan.pdf', 'other/figures.json', 'targets.xlsx']);

/** What is done, and what stands there then. */
const STEPS = {
  'files that are replaced and added': {
    run: (disk: ForgetfulDisk) => publishFiles(OUT, NEW, 'replace', WORKING, disk),
    after: {
      'budget.xlsx': 'old budget.xlsx',
      ...Object.fromEntries(NEW.map(({ name }) => [name, `new ${name}`])),
    },
  },
  'files that are to go': {
    run: (disk: ForgetfulDisk) =>
      removeFiles(OUT, ['budget.xlsx', 'inner/plan.pdf'], 'replace', WORKING, disk),
    after: {},
  },
} as const;

let old: ForgetfulDisk;
/** A disk on which the old files lie for good. */
const begun = () => old.copy();

beforeAll(async () => {
  const disk = new ForgetfulDisk();
  await disk.makeFolder(WORKING);
  await disk.sync('/');
  expect((await publishFiles(OUT, OLD, 'replace', WORKING, disk)).diagnostics).toEqual([]);
  disk.crash();
  expect(disk.texts(WORKING)).toEqual(within(BEFORE));
  old = disk;
});

const within = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [path.join('output/one', name), text]));

/** None of what was not synced is kept, or what the dice say. */
const FORGETFUL = [undefined, ...Array.from({ length: runs(3, 30) }, (_, seed) => seed)];

describe.each(Object.entries(STEPS))('%s', (_, { run, after }) => {
  const ways = [within(BEFORE), within(after)];
  const recovered = (disk: ForgetfulDisk) => recoverBelow(path.join(WORKING, 'output'), WORKING, disk);

  it('are done for good when it is said so', async () => {
    const disk = begun();
    expect((await run(disk)).value).toBeDefined();
    disk.crash();
    await recovered(disk);
    expect(disk.texts(WORKING)).toEqual(within(after));
  });

  it.each(FORGETFUL)('are the earlier ones or the new ones after a cut at any moment (%s)', async (seed) => {
    const whole = begun();
    whole.crashAfter(Number.POSITIVE_INFINITY);
    await run(whole);
    const seen = new Set<string>();
    for (let at = (seed ?? 0) % 2; at < whole.asked; at += runs(2, 1)) {
      const disk = begun();
      disk.crashAfter(at);
      await run(disk);
      disk.crash(seed === undefined ? undefined : diceOf(seed * 1000 + at));
      await recovered(disk);
      const found = disk.texts(WORKING);
      expect(ways, `${at}: ${JSON.stringify(found)}`).toContainEqual(found);
      seen.add(JSON.stringify(found));
      const { diagnostics } = await run(disk);
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      // Of a stage of which the disk has kept no more than the name no one knows whose it is.
      expect(['', 'foreign-journal']).toContain(errors.join());
      expect(disk.texts(WORKING), `${at}`).toEqual(errors.length === 0 ? within(after) : found);
    }
    expect(seen.size).toBe(2);
  });

  it('are so after a second cut, while it is put right', async () => {
    const whole = begun();
    whole.crashAfter(Number.POSITIVE_INFINITY);
    await run(whole);
    for (let at = 10; at < whole.asked; at += runs(4, 1))
      for (let again = 0; again < 40; again += runs(5, 1)) {
        const disk = begun();
        disk.crashAfter(at);
        await run(disk);
        disk.crash(diceOf(at));
        disk.crashAfter(again);
        await recovered(disk);
        disk.crash(diceOf(at + again));
        await recovered(disk);
        const found = disk.texts(WORKING);
        expect(ways, `${at}, ${again}: ${JSON.stringify(found)}`).toContainEqual(found);
      }
  });
});
