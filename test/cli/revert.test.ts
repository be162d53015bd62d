// `iljari revert`: what it asks, says, takes away and leaves.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { PLANS } from '../plan-format/plan-folders.ts';
import { CASES } from '../revise/revised-plan.ts';
import { emptyFolder, runHere } from './run-iljari.ts';

let folder = '';
const made: string[] = [];
const run = (...args: readonly string[]) => runHere(args, { folder });
const TITLE = '제2회 추가경정예산 (2023. 9. 1.)';

async function everything(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .sort();
}

beforeEach(async () => {
  folder = await emptyFolder();
  made.push(folder);
  await cp(path.join(PLANS, 'revised'), path.join(folder, 'plan'), { recursive: true });
  await cp(path.join(CASES, 'three-in-a-row/editions'), path.join(folder, 'plan/editions'), {
    recursive: true,
  });
});
afterAll(() => Promise.all(made.map((one) => rm(one, { recursive: true, force: true }))));

it('says in a pipe what it would take away, and takes nothing', async () => {
  const before = await everything();
  const { code, stdout, stderr } = await run('revert', 'plan');
  expect([code, stdout]).toEqual([2, `되돌릴 판: 제3차 판, ${TITLE}\n  지울 파일: plan/editions/3.yaml\n`]);
  expect(stderr).toContain('--yes');
  expect(await everything()).toEqual(before);
});

it('takes the edition and what was built of it, and leaves what is not ours', async () => {
  const { code: built } = await run('build', 'plan', '--only', 'xlsx');
  expect(built).toBe(0);
  await run('build', 'plan', '--only', 'xlsx', '--edition', '1');
  expect((await run('build', 'plan', '--submit')).code).toBe(0);
  const output = path.join(folder, 'output/revised');
  await writeFile(path.join(output, 'edition-3/메모.txt'), '담당자의 메모');
  const before = await everything();
  const asked = await run('revert', 'plan');
  expect(asked.stdout).toContain('  지울 파일: output/revised/edition-3/budget.xlsx\n');
  expect(asked.stdout).toContain(
    '  남길 파일: output/revised/edition-3/메모.txt (iljari가 만든 파일이 아님)\n',
  );
  const { code, stdout, stderr } = await run('revert', 'plan', '--yes');
  expect([code, stderr]).toEqual([0, '']);
  const gone = [
    'budget.xlsx',
    'figures.json',
    'targets.xlsx',
    'submit/budget.xlsx',
    'submit/targets.xlsx',
  ].map((name) => `output/revised/edition-3/${name}`);
  expect(stdout).toBe(
    [
      ...[...gone, 'plan/editions/3.yaml'].map((file) => `지웠습니다: ${file}\n`),
      '남겼습니다: output/revised/edition-3/메모.txt (iljari가 만든 파일이 아님)\n',
      `되돌렸습니다: 제3차 판, ${TITLE}\n`,
    ].join(''),
  );
  expect(await everything()).toEqual(
    before.filter((file) => ![...gone, 'plan/editions/3.yaml'].includes(file)),
  );
  // The one before is the latest now.
  const next = await run('build', 'plan', '--only', 'xlsx', '--no-proof');
  expect(next.stdout).toContain('판: 내부 조정안 (2023. 6. 1.)\n');
});

it('goes on to 당초, and then has nothing to take', async () => {
  for (const _ of [3, 2, 1]) expect((await run('revert', 'plan', '--yes')).code).toBe(0);
  expect(await readdir(path.join(folder, 'plan'))).not.toContain('editions');
  const { code, stdout } = await run('revert', 'plan', '--yes');
  expect([code, stdout]).toEqual([0, '되돌릴 판이 없습니다: 당초뿐입니다.\n']);
});

it('refuses an edition that has gone out, and names the way on', async () => {
  await mkdir(path.join(folder, 'plan/published'));
  await writeFile(path.join(folder, 'plan/published/3.json'), '{}\n');
  const before = await everything();
  for (const sure of [[], ['--yes']]) {
    const { code, stdout, stderr } = await run('revert', 'plan', ...sure);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`제3차 판은 이미 나간 판이라 되돌릴 수 없습니다: ${TITLE}`);
    expect(stderr).toContain('--kind 정정');
  }
  expect(await everything()).toEqual(before);
  // That record is no stray file of the plan.
  expect((await run('check', 'plan')).stderr).not.toContain('published');
});

it('takes a damaged edition too', async () => {
  await writeFile(path.join(folder, 'plan/editions/3.yaml'), 'number: [3\n');
  const { code, stdout } = await run('revert', 'plan', '--yes');
  expect([code, stdout]).toEqual([
    0,
    '지웠습니다: plan/editions/3.yaml\n되돌렸습니다: 제3차 판, (읽을 수 없는 판)\n',
  ]);
  expect(await readFile(path.join(folder, 'plan/editions/2.yaml'), 'utf8')).toContain('내부 조정안');
});
