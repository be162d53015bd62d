// `iljari publish` and `iljari prove`: what they write, say and refuse, and with which exit code.
import { readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFolder, runHere } from './run-iljari.ts';

let folder = '';
const run = (...args: readonly string[]) => runHere(args, { folder });

/** Every file with the time of its last change. */
async function everything(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const all = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return `${path.relative(folder, file)} ${(await stat(file)).mtimeMs}`;
    }),
  );
  return all.sort();
}

async function edit(name: string, before: string, after: string): Promise<void> {
  const file = path.join(folder, name);
  const text = await readFile(file, 'utf8');
  expect(text.split(before)).toHaveLength(2);
  await writeFile(file, text.replace(before, after));
}

beforeAll(async () => {
  folder = await emptyFolder();
  expect((await run('new', 'plan', '--year', '2024')).code).toBe(0);
  // What has gone out is asked here, not whether it should have.
  const off = ['untouched-text', 'missing-data'].map((rule) => `  - { rule: ${rule}, reason: 시험 }\n`);
  await writeFile(path.join(folder, 'plan/dispositions.yaml'), `rules-off:\n${off.join('')}`);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('builds the publication and says in the plan that it went out, once', { timeout: 600_000 }, async () => {
  const final = await run('build', 'plan', '--final', '--only', 'xlsx');
  expect(final.code).toBe(0);
  expect(await readdir(path.join(folder, 'plan'))).not.toContain('published');

  // A link is replaced; nothing is written to where it leads.
  await symlink('../../elsewhere.pdf', path.join(folder, 'output/plan/plan.pdf'));
  const { code, stdout } = await run('publish', 'plan', '--date', '2024-03-31');
  expect([code, await readdir(folder)]).toEqual([0, ['output', 'plan']]);
  expect(stdout).toContain('  output/plan/plan.pdf\n');
  expect(stdout).toContain('공시했습니다(2024. 3. 31.): plan/published/0.json에 적었습니다.\n');
  const record = await readFile(path.join(folder, 'plan/published/0.json'), 'utf8');
  expect(record).toContain('"date": "2024-03-31",\n');

  const before = await everything();
  const again = await run('publish', 'plan', '--date', '2024-04-30');
  expect([again.code, again.stdout]).toEqual([3, '']);
  expect(again.stderr).toContain('이미 공시한 판입니다 (당초, 2024. 3. 31. 공시).');
  expect((await run('publish', 'plan', '--date', '2024-02-30')).code).toBe(2);
  expect(await everything()).toEqual(before);
});

it('proves what lies there without touching it', { timeout: 600_000 }, async () => {
  await writeFile(path.join(folder, 'output/plan/메모.txt'), '담당자의 메모');
  await symlink('plan.pdf', path.join(folder, 'output/plan/plan.hwpx'));
  const before = await everything();
  const same = await run('prove', 'plan');
  expect([same.code, same.stderr]).toEqual([0, '']);
  expect(same.stdout).toMatchInlineSnapshot(`
    "판: 당초 (2024. 3. 31.)
    확인한 폴더: output/plan (공시본)
    그대로   plan.pdf
    그대로   budget.xlsx
    그대로   targets.xlsx
    그대로   figures.json
    그 밖    plan.hwpx (확인하지 않는 파일)
    그 밖    메모.txt (확인하지 않는 파일)
    모두 그대로입니다: 파일 4개 (확인하지 않은 것 2개)
    "
  `);
  const none = await run('prove', 'plan', '--out', 'elsewhere');
  expect([none.code, none.stderr]).toEqual([3, '확인할 파일이 없습니다: elsewhere\n']);
  expect(await everything()).toEqual(before);
});

it('tells of a change and keeps a publication back, never a review copy', { timeout: 600_000 }, async () => {
  await edit('plan/strategies.yaml', '첫째 추진전략', '처음 추진전략');
  const check = await run('check', 'plan', '--rule', 'published-changed');
  expect(check.code).toBe(1);
  expect(check.stdout).toContain('공시한 이름이 바뀌었습니다(당초, 2024. 3. 31. 공시)');
  const final = await run('build', 'plan', '--final', '--only', 'xlsx');
  expect(final.code).toBe(1);
  expect(final.stderr).toContain('published-changed');
  expect((await run('build', 'plan', '--only', 'xlsx', '--out', 'draft')).code).toBe(0);
  const proof = await run('prove', 'plan', '--out', 'output/plan');
  expect(proof.code).toBe(1);
  expect(proof.stdout).toContain('다름     plan.pdf\n');
});
