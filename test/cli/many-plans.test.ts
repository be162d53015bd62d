// Several plans on one command line -> all of them built, as each would be alone; one that is broken stops no other.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf, emptyFolder, runHere, runIljari } from './run-iljari.ts';
import { writeSmallPlan } from './write-small-plan.ts';

let folder = '';
beforeAll(async () => {
  folder = await emptyFolder();
  const plans = path.join(folder, 'plans');
  await writeSmallPlan(path.join(plans, 'a'));
  await cp(path.join(plans, 'a'), path.join(folder, 'twin'), { recursive: true });
  await writeSmallPlan(path.join(plans, 'c'));
  await rename(path.join(plans, 'c'), 'other');
  await mkdir(path.join(plans, 'b'));
  await writeFile(path.join(plans, 'b/plan.yaml'), 'title: [\n');
  await mkdir(path.join(plans, '.backup'));
  await writeFile(path.join(plans, '.backup/plan.yaml'), 'id: hidden\n');
  await writeFile(path.join(plans, '안내.txt'), '계획이 아닙니다.\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Gives a plan another id. */
async function rename(plan: string, id: string): Promise<void> {
  const file = path.join(plan, 'plan.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^id: .*$/m, `id: ${id}`));
}

it('builds a folder of plans as each alone, a line for each in the order of their names, and tells what failed', async () => {
  const many = await runIljari(['build', 'plans', '--only', 'pdf', '--jobs', '2'], { folder });
  expect(many.code).toBe(3);
  const lines = many.stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/ \(.*/, ''))).toEqual([
    '[1/3] 만들었습니다: output/small',
    '[2/3] 만들지 못했습니다: plans/b',
    '[3/3] 만들었습니다: output/other',
    '계획 3개 가운데 2개를 만들었습니다. 만들지 못한 계획:',
    '  plans/b',
  ]);
  expect(many.stderr).toMatch(/^\[2\/3\] plans\/b\nplans\/b\/plan\.yaml:/m);
  const alone = await runHere(['build', 'plans/c', '--only', 'pdf', '--out', 'alone'], { folder });
  expect(alone.code).toBe(0);
  expect(await contentsOf(path.join(folder, 'output/other'))).toEqual(
    await contentsOf(path.join(folder, 'alone')),
  );
}, 120_000);

it('lets no plan write over another of the same id, and keeps them apart in a folder that is named', async () => {
  const args = ['plans/a', 'twin', 'plans/a', '--only', 'xlsx', '--no-proof'];
  const same = await runIljari(['build', ...args], { folder });
  expect(same.code).toBe(3);
  expect(same.stderr).toContain('두 번 적힌 계획은 한 번만 만듭니다: plans/a\n');
  expect(same.stderr.match(/other-plan/g)).toHaveLength(1);
  const apart = await runIljari(['build', ...args, '--out', 'apart', '--jobs', '1'], { folder });
  expect(apart).toMatchObject({ code: 0, stdout: expect.stringContaining('계획 2개를 모두 만들었습니다.') });
  expect([...(await contentsOf(path.join(folder, 'apart/a'))).keys()]).toContain('budget.xlsx');
}, 120_000);

it.each([
  [['--timings'], '--timings와 여러 계획은 함께 쓸 수 없습니다'],
  [['--jobs', '0'], '1에서 64까지'],
  [['--out', 'same', 'twin/../plans/a/../../other/a'], 'other/a'],
])('refuses %j with several plans', async (args, why) => {
  const { code, stderr } = await runIljari(['build', 'plans/a', 'twin', ...args], { folder });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
});
