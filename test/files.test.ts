// Folders on a disk -> what the program reads of them, and outputs that are written all or none.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayPath, findPlan, publishFiles, readSources } from '../src/files.ts';

let working: string;
let program: string;

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'iljari-files-'));
  working = path.join(folder, 'working');
  program = path.join(folder, 'program');
  for (const name of ['templates', 'fonts', 'data'])
    await mkdir(path.join(program, name), { recursive: true });
  await mkdir(working);
});

afterEach(() => rm(path.dirname(working), { recursive: true, force: true }));

async function put(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

const bytes = (text: string) => new TextEncoder().encode(text);
const sources = async (folder: string) => await readSources(folder, { working, program }, { fonts: false });

describe('findPlan', () => {
  it('prefers the path, then data/ of the working folder, then data/ of the program', async () => {
    const found = async () => (await findPlan('one', { working, program })).value;
    await put(program, 'data/one/plan.yaml', '');
    expect(await found()).toBe(path.join(program, 'data/one'));
    await put(working, 'data/one/plan.yaml', '');
    expect(await found()).toBe(path.join(working, 'data/one'));
    await mkdir(path.join(working, 'one'));
    expect(await found(), 'a folder without plan.yaml is no plan').toBe(path.join(working, 'data/one'));
    await put(working, 'one/plan.yaml', '');
    expect(await found()).toBe(path.join(working, 'one'));
  });

  it('names the folder, or the file in it, that is not there', async () => {
    const missing = async () => (await findPlan('one', { working, program })).diagnostics;
    expect(await missing()).toMatchObject([{ rule: 'missing-file', place: { file: 'one', line: 1 } }]);
    await mkdir(path.join(working, 'one'));
    expect(await missing()).toMatchObject([{ rule: 'missing-file', place: { file: 'one/plan.yaml' } }]);
  });
});

describe('readSources', () => {
  it('reads texts by their path in the folder, whatever their line ends and byte order mark', async () => {
    await put(working, 'one/plan.yaml', '\uFEFFid: one\r\nyear: 2023\r\n');
    await put(working, 'one/statistics/a.yaml', 'id: a\n');
    await put(working, 'one/.hidden.yaml', 'id: b\n');
    await put(working, 'one/picture.png', 'no text');
    const { value, diagnostics } = await sources(path.join(working, 'one'));
    expect(diagnostics).toEqual([]);
    expect(value?.plan).toEqual({
      displayRoot: 'one',
      files: new Map([
        ['plan.yaml', 'id: one\nyear: 2023\n'],
        ['statistics/a.yaml', 'id: a\n'],
      ]),
    });
  });

  it('tells where the first byte stands that is not UTF-8, in every such file', async () => {
    await put(working, 'one/plan.yaml', Uint8Array.from([...bytes('id: one\ntitle: 일자리 '), 0xb0, 0xa1]));
    await put(working, 'one/notes.yaml', Uint8Array.from([0xff]));
    expect((await sources(path.join(working, 'one'))).diagnostics).toMatchObject([
      { rule: 'not-utf8', place: { file: 'one/notes.yaml', line: 1, column: 1 } },
      { rule: 'not-utf8', place: { file: 'one/plan.yaml', line: 2, column: 12 } },
    ]);
  });
});

describe('publishFiles', () => {
  const files = [
    { name: 'plan.pdf', bytes: bytes('new plan') },
    { name: 'targets.xlsx', bytes: bytes('new targets') },
  ];

  it('makes the folder, replaces what stood there and leaves nothing else behind', async () => {
    const out = path.join(working, 'output/one');
    for (let round = 0; round < 2; round++) {
      const { value, diagnostics } = await publishFiles(out, files, 'replace', working);
      expect(diagnostics).toEqual([]);
      expect(value).toEqual(['output/one/plan.pdf', 'output/one/targets.xlsx']);
      expect((await readdir(out)).sort()).toEqual(['plan.pdf', 'targets.xlsx']);
    }
    expect(await readFile(path.join(out, 'plan.pdf'), 'utf8')).toBe('new plan');
  });

  it('puts everything back when one of the files cannot be replaced', async () => {
    const out = path.join(working, 'out');
    await put(out, 'plan.pdf', 'old plan');
    await mkdir(path.join(out, 'targets.xlsx'));
    const { value, diagnostics } = await publishFiles(out, files, 'replace', working);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'unwritable-file', place: { file: 'out/targets.xlsx' } }]);
    expect(await readFile(path.join(out, 'plan.pdf'), 'utf8')).toBe('old plan');
    expect((await readdir(out)).sort()).toEqual(['plan.pdf', 'targets.xlsx']);
  });

  it('takes a file away again that was not there before', async () => {
    const out = path.join(working, 'out');
    await mkdir(path.join(out, 'targets.xlsx'), { recursive: true });
    await publishFiles(out, files, 'replace', working);
    expect(await readdir(out)).toEqual(['targets.xlsx']);
  });

  it('says so when the folder cannot be made', async () => {
    await put(working, 'file', 'as it was');
    const { diagnostics } = await publishFiles(path.join(working, 'file/out'), files, 'replace', working);
    expect(diagnostics).toMatchObject([{ rule: 'unwritable-folder', place: { file: 'file/out' } }]);
    expect(await readFile(path.join(working, 'file'), 'utf8')).toBe('as it was');
  });
});

describe('displayPath', () => {
  it('is relative inside the working folder and whole elsewhere', () => {
    expect(displayPath(path.join(working, 'a/b.yaml'), working)).toBe('a/b.yaml');
    expect(displayPath(path.join(working, '..a/b.yaml'), working)).toBe('..a/b.yaml');
    expect(displayPath(working, working)).toBe('.');
    expect(displayPath(path.join(program, 'a.yaml'), working)).toBe(
      path.join(program, 'a.yaml').split(path.sep).join('/'),
    );
  });
});
