// What no one handled, streams that close, builds that were interrupted -> plain words and the right exit code.
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crashText, PhaseError } from '../../src/cli/crash.ts';
import { publishFiles } from '../../src/files/publish.ts';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { faultyDisk } from '../files/faulty-disk.ts';
import { emptyFolder, runHere, runIljari } from './run-iljari.ts';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an internal error tells the place, and all that the maintainers need', async () => {
  const error = new PhaseError('배치', new Error(`broken at ${PROGRAM_FOLDER}src/x.ts\u001b[2J`));
  const text = await crashText(error, { args: ['build', 'seogu'], command: 'build', subject: 'seogu' });
  expect(text).toMatch(/iljari \d+\.\d+\.\d+, Node\.js v\d+/);
  expect(text).toContain('명령: iljari build seogu');
  expect(text).toContain('계획: seogu');
  expect(text).toContain('단계: 배치');
  expect(text).toContain('broken at src/x.ts(보이지 않는 글자 U+001B)[2J');
});

test.each([
  ['memory', new RangeError('Array buffer allocation failed'), /^기억장치가 모자랍니다/],
  ['a text too long', new RangeError('Invalid string length'), /^한 번에 다룰 수 있는 크기를/],
  ['open files', Object.assign(new Error('x'), { code: 'EMFILE' }), /^한꺼번에 열 수 있는 파일 수를/],
  [
    'room',
    new Error('x', { cause: Object.assign(new Error('y'), { code: 'ENOSPC' }) }),
    /^디스크에 빈 공간이/,
  ],
  ['none of these', new RangeError('Maximum call stack size exceeded'), /^프로그램 내부의 오류로/],
])('what ran out is called what it is: %s', async (_, error, words) => {
  const text = await crashText(new PhaseError('배치', error), { args: ['build'] });
  expect(text).toMatch(words);
  expect(text).toContain('단계: 배치');
});

test('what ran out ends with exit code 3', async () => {
  const fault = path.join(folder, 'shortage.mjs');
  await writeFile(
    fault,
    `process.stdout.write = () => { throw new RangeError('Array buffer allocation failed'); };`,
  );
  const ended = await runIljari(['check', '--rules'], { node: ['--import', fault] });
  expect(ended.stderr).toMatch(/^기억장치가 모자랍니다/);
  expect(ended.code).toBe(3);
});

test.each([
  ['throws', "setTimeout(() => { throw new Error('thrown late'); }, 1);", 'thrown late'],
  ['rejects', "void Promise.reject(new Error('rejected'));", 'rejected'],
])('what %s behind everyone’s back ends with exit code 4', async (_, program, message) => {
  const fault = path.join(folder, 'fault.mjs');
  // At the first word of the program: before, there is no one yet to handle it.
  await writeFile(
    fault,
    `const write = process.stdout.write.bind(process.stdout);
     process.stdout.write = (...args) => { ${program} return write(...args); };`,
  );
  const ended = await runIljari(['check', '--rules'], { node: ['--import', fault] });
  expect(ended.stderr).toContain(message);
  expect(ended.stderr).toMatch(/프로그램 내부의 오류로 멈췄습니다/);
  expect(ended.code).toBe(4);
});

test('what Node.js and libraries say of themselves is not printed', async () => {
  const talk = path.join(folder, 'talk.mjs');
  await writeFile(
    talk,
    `process.once('beforeExit', () => { console.error('said'); console.log('said'); process.emitWarning('said'); new Buffer(1); });`,
  );
  const { stdout, stderr, code } = await runIljari(['check', '--rules'], { node: ['--import', talk] });
  expect(stderr).toBe('');
  expect(stdout).not.toContain('said');
  expect(code).toBe(0);
});

test('a reader that goes away is no error', async () => {
  const program = path.join(PROGRAM_FOLDER, 'dist/cli.js');
  const small = path.join(import.meta.dirname, '../plans/small');
  const child = spawn(process.execPath, [program, 'check', small, '--all', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stdout.destroy();
  await new Promise((resolve) => child.on('close', resolve));
  expect(said).not.toMatch(/내부의 오류|EPIPE/);
});

test('what was interrupted stops those that read, who change nothing, and is put right by those that write', async () => {
  const out = path.join(folder, 'output/one');
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, 'plan.pdf'), 'old');
  const files = [{ name: 'plan.pdf', bytes: new TextEncoder().encode('new') }];
  const whole = faultyDisk(-1, 'kill');
  await publishFiles(path.join(folder, 'elsewhere'), files, 'replace', folder, whole);
  // The first move of a finished file, which follows that of the journal.
  const at = whole.asked.lastIndexOf('rename') + 1;
  await publishFiles(out, files, 'replace', folder, faultyDisk(at, 'kill'));
  await rm(path.join(folder, 'elsewhere'), { recursive: true });
  // This process lives on, so its lock would be kept.
  for (const name of await readdir(out)) if (name.startsWith('.iljari-lock')) await rm(path.join(out, name));
  const before = await readdir(folder, { recursive: true });
  for (const args of [['check'], ['check', '--json'], ['compare'], ['doctor']]) {
    const { code, stderr, stdout } = await runHere([...args], { folder });
    expect(stdout + stderr, args.join()).toMatch(
      /output\/one:1:1 {2}오류 interrupted-build {2}전에 끊긴 만들기가/,
    );
    expect(code, args.join()).toBe(3);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  }
  const written = await runHere(['new', 'next'], { folder });
  expect(written.stderr).toMatch(/^output\/one:1:1 {2}참고 interrupted-build {2}전에 끊긴 만들기를/);
  expect(['old', 'new']).toContain(await readFile(path.join(out, 'plan.pdf'), 'utf8'));
  const ended = await runHere(['doctor', 'incheon-seogu-2023'], { folder });
  expect(ended.stderr).toBe('');
  expect(ended.stdout).toMatch(/^정상 {2}프로그램: iljari \d/m);
  expect(ended.stdout).toMatch(/^정상 {2}글자: 계획의 글자 \d+가지/m);
  expect(ended.stdout).toMatch(/^정상 {2}결과 폴더: output\/incheon-seogu-2023/m);
  expect(ended.code).toBe(0);
});

test('doctor names a character that no font has, and a folder that cannot be written to', async () => {
  const working = path.join(folder, 'bad');
  await mkdir(path.join(working, 'plan'), { recursive: true });
  await writeFile(
    path.join(working, 'plan/plan.yaml'),
    'id: one\ntitle: 가\u{1F004}\nissuer: 한빛구\nyear: 2023\nissue-date: 2023-03-31\n',
  );
  await writeFile(path.join(working, 'output'), 'a file');
  const { code, stdout } = await runHere(['doctor', 'plan'], { folder: working });
  expect(stdout).toMatch(/문제 {2}글자: .*1가지\n +plan\/plan\.yaml:2 {2}‘\u{1F004}’ \(U\+1F004\)/u);
  expect(stdout).toMatch(/문제 {2}결과 폴더: output/);
  expect(code).toBe(3);
});
