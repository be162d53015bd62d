// The bundle, unpacked anywhere -> a program that needs nothing but Node.js and makes what the checkout makes.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { WHOLE } from '../whole.ts';
import { contentsOf, type Ended, emptyFolder, runHere } from './run-iljari.ts';
import { rightsIn, unpack } from './unpack.ts';
import { writeSmallPlan } from './write-small-plan.ts';

let folder: string;
let program: string;
let work: string;
let archive: Buffer;
/** All that a browser is sent, gzipped. */
const MOST_PAGE_BYTES = 250_000;
const NODE_ONLY = 'node only';
const BUNDLED = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');
const SMALL = 'small';
const inside = (...names: readonly string[]) => path.join(folder, ...names);

/** Runs a file with these surroundings alone, from the work folder. */
function start(file: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: work, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

const iljari = (...args: readonly string[]) =>
  start(path.join(program, 'iljari.sh'), args, { PATH: inside(NODE_ONLY) });

async function makeBundle(to: string, timeZone: string): Promise<Buffer> {
  const args = ['--import', 'tsx', path.join(PROGRAM_FOLDER, 'src/bundle.ts'), to];
  const made = await new Promise<Error | null>((resolve) => {
    const env = { ...process.env, TZ: timeZone };
    execFile(process.execPath, args, { cwd: PROGRAM_FOLDER, env }, (error) => resolve(error));
  });
  expect(made).toBeNull();
  const [name = ''] = await readdir(to);
  expect(name).toMatch(/^iljari-\d+\.\d+\.\d+\.zip$/);
  return readFile(path.join(to, name));
}

async function expectSameFiles(one: string, other: string): Promise<void> {
  const [files, others] = await Promise.all([contentsOf(one), contentsOf(other)]);
  expect([...files.keys()]).toEqual(['budget.xlsx', 'figures.json', 'plan.pdf', 'targets.xlsx']);
  expect(others).toEqual(files);
}

beforeAll(async () => {
  folder = await emptyFolder();
  work = inside('다른 곳');
  await mkdir(work);
  await writeSmallPlan(path.join(work, SMALL));
  await mkdir(inside(NODE_ONLY));
  await symlink(process.execPath, inside(NODE_ONLY, 'node'));
  archive = await makeBundle(inside('bundle'), 'UTC');
  await unpack(archive, inside('한글 폴더'));
  program = inside('한글 폴더/iljari');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.runIf(WHOLE)('the same bytes in another time zone', async () => {
  expect((await makeBundle(inside('again'), 'Asia/Seoul')).equals(archive)).toBe(true);
});

test.each(WHOLE ? [BUNDLED, SMALL] : [SMALL])('%s, with no code from anywhere else', async (plan) => {
  const id = path.basename(plan);
  const coverage = inside(`coverage-${id}`);
  const built = await start(path.join(program, 'iljari.sh'), ['build', plan], {
    PATH: inside(NODE_ONLY),
    NODE_V8_COVERAGE: coverage,
  });
  expect(built).toMatchObject({ code: 0 });
  const loaded = new Set<string>();
  for (const name of await readdir(coverage)) {
    for (const [url] of (await readFile(path.join(coverage, name), 'utf8')).matchAll(/file:[^"]+/g))
      loaded.add(url);
  }
  const own = pathToFileURL(`${program}/dist/`).href;
  expect([...loaded].filter((url) => !url.startsWith(own))).toEqual([]);
  expect([...loaded]).toContain(`${own}chart-thread.js`);

  expect(await runHere(['build', plan, '--out', inside('checkout')], { folder: work })).toMatchObject({
    code: 0,
  });
  await expectSameFiles(path.join(work, 'output', id), inside('checkout'));
});

test('a new plan', async () => {
  expect(await iljari('new', '우리 구')).toMatchObject({ code: 0, stderr: '' });
  expect(await runHere(['new', '다른 구'], { folder: work })).toMatchObject({ code: 0, stderr: '' });
  const made = await readdir(path.join(work, '다른 구'), { recursive: true });
  expect(await readdir(path.join(work, '우리 구'), { recursive: true })).toEqual(made);
  expect(await iljari('check', '우리 구')).toMatchObject({ code: 1, stderr: '' });
});

test('without Node.js it says what to do; one beside it is enough', async () => {
  const nowhere = { PATH: inside('nowhere') };
  const launch = () => start(path.join(program, 'iljari.sh'), ['--version'], nowhere);
  const refused = await launch();
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('Node.js를 찾을 수 없습니다.');
  await mkdir(path.join(program, 'node/bin'), { recursive: true });
  await symlink(process.execPath, path.join(program, 'node/bin/node'));
  const started = await launch();
  await rm(path.join(program, 'node'), { recursive: true });
  expect(started).toMatchObject({ code: 0, stderr: '' });
  expect(started.stdout).toMatch(/^iljari \d/);
});

test('the start files', async () => {
  const rights = rightsIn(archive);
  expect(rights.get('iljari/iljari.sh')).toBe(0o755);
  expect(rights.get('iljari/dist/cli.js')).toBe(0o644);
  const windows = await readFile(path.join(program, 'iljari.cmd'), 'utf8');
  expect(windows.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(windows).toContain('"%NODE%" "%~dp0dist\\cli.js" %*');
});

test('it names the licence of what is in it, and no place on this machine', async () => {
  const licences = await readFile(path.join(program, 'licences.txt'), 'utf8');
  const about: { dependencies: Record<string, string> } = JSON.parse(
    await readFile(path.join(PROGRAM_FOLDER, 'package.json'), 'utf8'),
  );
  for (const name of Object.keys(about.dependencies).filter((name) => name !== 'esbuild'))
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
  for (const { name, bytes } of await programFiles())
    expect(bytes.toString(), name).not.toContain(PROGRAM_FOLDER);
});

test('its page is the checkout’s, and small enough', async () => {
  const page = (await programFiles()).filter(({ name }) => name.startsWith('page/'));
  expect(page.map(({ name }) => name).sort()).toEqual(['page/index.html', 'page/page.css', 'page/page.js']);
  for (const { name, bytes } of page)
    expect(bytes.equals(await readFile(path.join(PROGRAM_FOLDER, 'dist', name))), name).toBe(true);
  const sent = page.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0);
  expect(sent).toBeLessThan(MOST_PAGE_BYTES);
});

async function programFiles(): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const folder = path.join(program, 'dist');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => ({
      name: path.relative(folder, file).split(path.sep).join('/'),
      bytes: await readFile(file),
    })),
  );
}
