// The power fails at each operation, and the disk forgets what was not synced -> the earlier files or the new ones, whole.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manner } from '../../src/files/manner.ts';
import { publishFiles, removeFiles } from '../../src/files/publish.ts';
import { recoverBelow } from '../../src/files/recover.ts';
import { diceOf } from '../fuzz/dice.ts';
import { runs } from '../whole.ts';
import { ForgetfulDisk } from './forgetful-disk.ts';

const WORKING = '/work';
const OUTPUT = path.join(WORKING, 'output');
const OUT = path.join(OUTPUT, 'one');

/** As a schema is, so that it may be replaced by the next. */
const textOf = (text: string) => `{ "$schema": "", "$comment": "iljari schema ${text}" }`;

function textsOf(text: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, textOf(`${text} ${name}`)]));
}

interface Step {
  /** What stands there before; where nothing does, not even the folder. */
  readonly before: readonly string[];
  readonly manner: Manner;
  readonly written?: readonly string[];
  readonly gone?: readonly string[];
  /** The fault of doing it again when it is done, or none. */
  readonly again: string;
}

const STEPS: Readonly<Record<string, Step>> = {
  'files that are replaced and added': {
    before: ['budget.xlsx', 'inner/plan.pdf'],
    manner: 'replace',
    written: ['inner/plan.pdf', 'other/figures.json', 'targets.xlsx'],
    again: '',
  },
  'files that are to go': {
    before: ['budget.xlsx', 'inner/plan.pdf', 'inner/sheet.pdf', 'other/figures.json', 'targets.xlsx'],
    manner: 'replace',
    gone: ['inner/plan.pdf', 'other/figures.json', 'targets.xlsx'],
    again: '',
  },
  'files of a new folder': {
    before: [],
    manner: 'new',
    written: ['inner/projects.yaml', 'plan.yaml'],
    again: 'folder-not-empty',
  },
  'files that are added to a plan': {
    before: ['plan.yaml', 'published/1.json'],
    manner: 'add',
    written: ['editions/2.yaml', 'published/2.json'],
    again: 'existing-file',
  },
  'files that are taken out of a plan': {
    before: ['plan.yaml', 'editions/2.yaml', 'published/1.json', 'published/2.json'],
    manner: 'add',
    gone: ['published/2.json', 'editions/2.yaml'],
    again: '',
  },
  'schemas that are made again': {
    before: ['plan.yaml', 'schema/plan.schema.json', 'schema/project.schema.json'],
    manner: 'refresh',
    written: ['schema/plan.schema.json', 'schema/product.schema.json', 'schema/project.schema.json'],
    again: '',
  },
};

/** A disk on which the files lie for good. */
async function laid(texts: Readonly<Record<string, string>>): Promise<ForgetfulDisk> {
  const disk = new ForgetfulDisk();
  await disk.makeFolder(WORKING);
  const folders = new Set(['/', WORKING]);
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(OUT, name);
    await disk.makeFolder(path.dirname(file));
    await disk.write(file, new TextEncoder().encode(text));
    for (let folder = path.dirname(file); folder !== '/'; folder = path.dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) await disk.sync(folder);
  return disk;
}

const within = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [path.join('output/one', name), text] as const)
      .sort(),
  );

const SEEDS = Array.from({ length: runs(3, 30) }, (_, seed) => seed);
/** None of what was not synced is kept, or what the dice say. */
const FORGETFUL = [undefined, ...SEEDS];

const recovered = (disk: ForgetfulDisk) => recoverBelow(OUTPUT, WORKING, disk);

/** How many operations there are when nothing fails. */
async function countOf(disk: ForgetfulDisk, work: (disk: ForgetfulDisk) => Promise<unknown>) {
  disk.crashAfter(Number.POSITIVE_INFINITY);
  await work(disk);
  return disk.asked;
}

describe.each(Object.entries(STEPS))('%s', (_, { before, manner, written = [], gone = [], again }) => {
  const old = textsOf('old', before);
  const fresh = textsOf('new', written);
  const kept = Object.fromEntries(Object.entries(old).filter(([name]) => !gone.includes(name)));
  const after = within({ ...kept, ...fresh });
  const ways = [within(old), after];
  const run = (disk: ForgetfulDisk) => {
    if (manner !== 'new' && gone.length > 0) return removeFiles(OUT, gone, manner, WORKING, disk);
    const bytes = new TextEncoder();
    const files = Object.entries(fresh).map(([name, text]) => ({ name, bytes: bytes.encode(text) }));
    return publishFiles(OUT, files, manner, WORKING, disk);
  };

  it('are done for good when it is said so', async () => {
    const disk = await laid(old);
    expect((await run(disk)).diagnostics).toEqual([]);
    disk.crash();
    await recovered(disk);
    expect(disk.texts(WORKING)).toEqual(after);
  });

  it('are not done again when one was removed, or put there again, by hand', async () => {
    const disk = await laid(old);
    await run(disk);
    const name = [...written, ...gone][0] ?? '';
    const file = path.join(OUT, name);
    if (written.length > 0) await disk.remove(file);
    else await disk.write(file, new TextEncoder().encode(old[name]));
    // A folder in which the stage does not stand: its own is not on the disk by this.
    await disk.sync(path.dirname(file));
    const found = disk.texts(WORKING);
    disk.crash();
    await recovered(disk);
    expect(disk.texts(WORKING)).toEqual(found);
  });

  it.each(FORGETFUL)('are the earlier ones or the new ones after a cut at any moment (%s)', async (seed) => {
    const begun = await laid(old);
    const whole = await countOf(begun.copy(), run);
    const seen = new Set<string>();
    for (let at = (seed ?? 0) % 2; at < whole; at += runs(2, 1)) {
      const disk = begun.copy();
      disk.crashAfter(at);
      await run(disk);
      disk.crash(seed === undefined ? undefined : diceOf(seed * 1000 + at));
      await recovered(disk);
      const found = disk.texts(WORKING);
      expect(ways, `${at}: ${JSON.stringify(found)}`).toContainEqual(found);
      seen.add(JSON.stringify(found));
      const { diagnostics } = await run(disk);
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      const fault = JSON.stringify(found) === JSON.stringify(after) ? again : '';
      // Of a stage of which the disk has kept no more than the name no one knows whose it is.
      expect([fault, 'foreign-journal'], `${at}`).toContain([...new Set(errors)].join());
      expect(disk.texts(WORKING), `${at}`).toEqual(errors.length === 0 ? after : found);
    }
    expect(seen.size).toBe(2);
  });

  it.each(SEEDS.slice(0, 10))('are so after a second cut, while it is put right (%s)', async (seed) => {
    const begun = await laid(old);
    const whole = await countOf(begun.copy(), run);
    for (let at = 10; at < whole; at += runs(7, 1)) {
      const cut = begun.copy();
      cut.crashAfter(at);
      await run(cut);
      cut.crash(diceOf(seed * 1000 + at));
      const rest = await countOf(cut.copy(), recovered);
      for (let then = 0; then < rest; then += runs(6, 1)) {
        const disk = cut.copy();
        disk.crashAfter(then);
        await recovered(disk);
        disk.crash(diceOf((seed * 1000 + at) * 1000 + then));
        await recovered(disk);
        const found = disk.texts(WORKING);
        expect(ways, `${at}, ${then}: ${JSON.stringify(found)}`).toContainEqual(found);
      }
    }
  });
});

describe('files that are put back', () => {
  const kept = 'budget.xlsx';
  const replaced = 'inner/plan.pdf';
  const [added, taken] = ['other/figures.json', 'targets.xlsx'];
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  /** The new file stands in its place, and in another's has come a file by hand: what was begun is to be undone. */
  async function halfDone(): Promise<ForgetfulDisk> {
    const begun = await laid(textsOf('old', [kept, replaced]));
    const files = [replaced, added, taken].map((name) => ({ name, bytes: bytesOf(`new ${name}`) }));
    for (let at = 0; ; at++) {
      const disk = begun.copy();
      disk.crashAfter(at);
      await publishFiles(OUT, files, 'replace', WORKING, disk);
      disk.crash();
      if (disk.texts(OUT)[replaced] !== `new ${replaced}`) continue;
      await disk.write(path.join(OUT, taken), bytesOf('by hand'));
      await disk.sync(OUT);
      return disk;
    }
  }

  it.each(FORGETFUL)('are so, and none is published again, after a cut at any moment (%s)', async (seed) => {
    const begun = await halfDone();
    const rest = await countOf(begun.copy(), recovered);
    const seen = new Set<boolean>();
    for (let killed = 0; killed < rest; killed += runs(rest, seed === undefined ? 1 : 11))
      for (let at = 0; at < rest; at++) {
        const disk = begun.copy();
        disk.crashAfter(killed);
        await recovered(disk);
        // A process that was killed is followed by one that goes on, before the power fails.
        disk.crashAfter(Number.POSITIVE_INFINITY);
        for (const name of await disk.list(OUT))
          if (name.startsWith('.iljari-lock')) await disk.unclaim(path.join(OUT, name));
        disk.crashAfter(at);
        await recovered(disk);
        disk.crash(seed === undefined ? undefined : diceOf((seed * 1000 + killed) * 1000 + at));
        const back = disk.texts(OUT)[replaced] !== `new ${replaced}`;
        seen.add(back);
        if (back) {
          await disk.remove(path.join(OUT, replaced));
          await disk.write(path.join(OUT, replaced), bytesOf('edited'));
          // Now all could be published.
          await disk.remove(path.join(OUT, taken));
        }
        await recovered(disk);
        const earlier = textsOf('old', [kept, replaced]);
        expect(disk.texts(OUT), `${killed}, ${at}`).toEqual(
          back ? { ...earlier, [replaced]: 'edited' } : { ...earlier, [taken]: 'by hand' },
        );
      }
    expect(seen.size).toBe(2);
  });
});
