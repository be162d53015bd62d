// A command line -> the exit code and the Korean words a person gets for it.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runHere, runIljari } from './run-iljari.ts';
import { writeSmallPlan } from './write-small-plan.ts';

test.each([[['--help']], [['build', '--help']], [['help', 'build']]])('%j is help', async (args) => {
  const { code, stdout, stderr } = await runHere(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^사용법: iljari/);
  expect(stdout).toContain('선택:');
  expect(stdout).not.toMatch(/Usage|Options|Commands|\[options\]|display help/);
});

test('help texts of the page are told by the words of its screens', async () => {
  const { stdout: all } = await runHere(['help', '화면']);
  for (const word of ['첫 화면', '통계', '추경', '확인', '공시', '되돌리기']) {
    const { code, stdout, stderr } = await runHere(['help', word]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${word}: `));
    expect(all).toContain(stdout);
  }
  // An official's words only.
  expect(all).not.toMatch(/\*\*|^#|\.(?:yaml|md|hbs)|iljari|output\//m);
});

test('--version tells the version', async () => {
  const ended = await runIljari(['--version']);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^iljari \d+\.\d+\.\d+\n$/);
});

test.each([
  { args: ['nothing'], says: "'nothing'는 없는 명령입니다." },
  { args: ['build', '--nothing'], says: "'--nothing'는 없는 선택입니다." },
  { args: ['build', '--only', 'hwp'], says: '값이 바르지 않습니다.' },
  { args: ['build', '--only', 'pdf,hwp'], says: '값이 바르지 않습니다.' },
  { args: ['build', '--only', 'pdf,form'], says: '--only form으로 적습니다' },
  { args: ['build', '--only', 'xlsx,hwpx', '--print'], says: '--print와 --only xlsx,hwpx는 함께' },
  { args: ['build', '--submit', '--only', 'xlsx,hwpx'], says: '--submit과 --only xlsx,hwpx는 함께' },
  { args: ['build', '--only', 'pdf,hwpx', '--task', 'x'], says: '--only hwpx와 함께 씁니다' },
  { args: ['build', '--final', '--no-proof'], says: '함께 쓸 수 없습니다' },
  { args: ['build', '--out'], says: '뒤에 값이 있어야 합니다.' },
  { args: ['check', 'one', 'two'], says: '인자가 너무 많습니다.' },
  { args: ['build', '--print', 'back'], says: '값이 바르지 않습니다. (바른 형식: cover, inside)' },
  { args: ['new', 'office', '--office', '섬'], says: 'metropolitan(특별시·광역시)' },
  { args: ['build', '--only', 'xlsx', '--print'], says: '함께 쓸 수 없습니다' },
  { args: ['build', '--submit', '--only', 'pdf'], says: '--submit과 --only pdf는 함께 쓸 수 없습니다' },
  { args: ['build', '--submit', '--print'], says: '--submit과 --print는 함께 쓸 수 없습니다' },
])('$args is wrong usage', async ({ args, says }) => {
  const { code, stdout, stderr } = await runHere(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(says);
  expect(stderr).toContain('iljari --help');
});

test('the process ends with the code and the words of its command', async () => {
  for (const args of [
    ['build', '--help'],
    ['build', '--nothing'],
    ['check', '--rules'],
  ])
    expect(await runIljari(args)).toEqual(await runHere(args));
});

test('a publication with an error that nobody has decided is not made, and ends with 1', async () => {
  const folder = await emptyFolder();
  await writeSmallPlan(path.join(folder, 'plan'));
  const { code, stdout, stderr } = await runHere(['build', 'plan', '--final'], { folder });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('처리하지 않은 오류가 있어 공시본을 만들지 않았습니다.');
  expect(await readdir(folder)).toEqual(['plan']);
  await rm(folder, { recursive: true });
});
