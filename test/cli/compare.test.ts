// `iljari compare`, and `iljari build` and `check` of an edition: what they print, what they write, how they end, what they load.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLANS } from '../plan-format/plan-folders.ts';
import { CASES } from '../revise/revised-plan.ts';
import { emptyFolder, runHere, runIljari } from './run-iljari.ts';

const CASE = path.join(CASES, 'three-in-a-row');
let folder: string;
const run = (...args: readonly string[]) => runHere(args, { folder });

async function sectionsOf(file: string): Promise<readonly string[]> {
  const parts = Object.entries(unzipSync(await readFile(file)));
  return parts.flatMap(([name, part]) => (name.startsWith('Contents/section') ? [strFromU8(part)] : []));
}

/** What Node's own record says was run. */
async function partsLoaded(...args: readonly string[]): Promise<string> {
  const coverage = await mkdtemp(path.join(folder, 'coverage-'));
  await runIljari(['compare', 'plan', ...args], { folder, env: { NODE_V8_COVERAGE: coverage } });
  const names = await readdir(coverage);
  return (await Promise.all(names.map((name) => readFile(path.join(coverage, name), 'utf8')))).join('');
}

beforeAll(async () => {
  folder = await emptyFolder();
  await cp(path.join(PLANS, 'revised'), path.join(folder, 'plan'), { recursive: true });
  await cp(path.join(CASE, 'editions'), path.join(folder, 'plan/editions'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('iljari compare', () => {
  it('prints the tables of the last edition against the last published one', async () => {
    const { code, stdout, stderr } = await run('compare', 'plan');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(await readFile(path.join(CASE, 'expected.txt'), 'utf8'));
  });

  it('prints JSON with each changed figure and each place that prints it', async () => {
    const { code, stdout } = await run('compare', 'plan', '--from', '0', '--to', '1', '--json');
    expect(code).toBe(0);
    const { from, to, figures } = JSON.parse(stdout);
    expect([from.number, to.number, to.title]).toEqual([0, 1, '제1회 추가경정예산']);
    const target = figures.find(
      (one: { address: string }) => one.address === 'tasks/startup/projects/room/target',
    );
    expect(target).toMatchObject({
      unit: '명',
      before: '5',
      after: '7',
      input: true,
      reasons: ['정원 확대'],
    });
    expect(target.pages.length).toBeGreaterThan(1);
    expect(target.cells).toEqual([
      'budget.xlsx 세부사업별(입력)!E6',
      expect.stringMatching(/^targets\.xlsx 세부사업별목표!E\d$/),
    ]);
  });

  it('writes a PDF and a workbook where it is told to', async () => {
    const loaded = await partsLoaded('--out', 'difference');
    expect(loaded).toContain('dist/printer-');
    expect((await readdir(path.join(folder, 'difference'))).sort()).toEqual([
      'comparison.hwpx',
      'comparison.pdf',
      'comparison.xlsx',
    ]);
  });

  it('sets short texts side by side for 한글', async () => {
    await cp(path.join(PLANS, 'revised'), path.join(folder, 'renamed'), { recursive: true });
    const change = `{ text: tasks/startup.yaml, before: 'name: 창업 공간', after: 'name: 창업 누리집', reason: 개명 }`;
    const edition = `number: 1\ntitle: 정정\nkind: 정정\ndate: 2023-05-01\npublished: true\nchanges:\n  - ${change}\n`;
    await mkdir(path.join(folder, 'renamed/editions'));
    await writeFile(path.join(folder, 'renamed/editions/1.yaml'), edition);
    expect((await run('compare', 'renamed', '--out', 'texts')).code).toBe(0);
    const [section = ''] = await sectionsOf(path.join(folder, 'texts/comparison.hwpx'));
    const texts = [...section.matchAll(/<hp:t>([^<]+)<\/hp:t>/g)].map(([, text]) => text);
    expect(texts.slice(-8)).toEqual([
      ...['자 리', '현 행', '개 정 안', '사 유'],
      ...['청년 창업', '세부사업명: 창업 공간', '세부사업명: 창업 누리집', '개명'],
    ]);
  });

  it('makes the sheet of one task by itself, for its department', async () => {
    const task = ['--only', 'hwpx', '--out', 'sheet', '--task'];
    expect((await run('build', 'plan', ...task, '청년 인턴')).code).toBe(0);
    expect(await readdir(path.join(folder, 'sheet'))).toEqual(['task-intern.hwpx']);
    const sections = await sectionsOf(path.join(folder, 'sheet/task-intern.hwpx'));
    expect(sections).toHaveLength(1);
    expect(sections[0]).toContain('<hp:newNum num="1" numType="PAGE"/>');
    const bytes = await readFile(path.join(folder, 'sheet/task-intern.hwpx'));
    expect((await run('build', 'plan', ...task, 'intern')).code).toBe(0);
    expect(bytes.equals(await readFile(path.join(folder, 'sheet/task-intern.hwpx')))).toBe(true);
    const unknown = await run('build', 'plan', ...task, '없는 과제');
    expect(unknown.code).toBe(3);
    expect(unknown.stderr).toContain('실천과제 ‘없는 과제’가 없습니다.');
  });

  it('refuses editions in the wrong order and numbers that are none', async () => {
    const turned = await run('compare', 'plan', '--from', '2', '--to', '2');
    expect(turned.code).toBe(3);
    expect(turned.stderr).toContain('same-edition');
    expect((await run('compare', 'plan', '--to', '9')).stderr).toContain('unknown-edition');
    expect((await run('compare', 'plan', '--from', 'one')).code).toBe(2);
  });

  it('loads the PDF library for a PDF alone', async () => {
    const loaded = await partsLoaded('--json');
    expect(loaded).toContain('dist/lay-out-');
    expect(loaded).not.toContain('dist/printer-');
  });
});

describe('iljari build --edition', () => {
  it('puts an edition into a folder of its own', async () => {
    const { code, stdout } = await run('build', 'plan', '--edition', '1', '--only', 'xlsx');
    expect([code, stdout]).toEqual([0, expect.stringContaining('output/revised/edition-1/budget.xlsx')]);
  });

  it('takes the latest where none is named, says which it is, and 당초 where that is asked for', async () => {
    const latest = await run('build', 'plan', '--only', 'xlsx', '--no-proof');
    const lines = latest.stdout.split('\n');
    expect([latest.code, ...lines.slice(0, 2)]).toEqual([
      0,
      '판: 제2회 추가경정예산 (2023. 9. 1.)',
      '만들었습니다: output/revised/edition-3',
    ]);
    const first = await run('build', 'plan', '--only', 'xlsx', '--no-proof', '--edition', '0');
    expect(first.stdout.split('\n').slice(0, 2)).toEqual([
      '판: 당초 (2023. 3. 31.)',
      '만들었습니다: output/revised',
    ]);
    // A plan without editions has nothing to say of them.
    await cp(path.join(PLANS, 'revised'), path.join(folder, 'alone'), { recursive: true });
    expect(
      (await run('build', 'alone', '--only', 'xlsx', '--no-proof', '--out', 'alone-out')).stdout,
    ).toMatch(/^만들었습니다: alone-out\n/);
  });

  it('refuses an edition whose change does not fit, and writes nothing', async () => {
    const copy = path.join(folder, 'stale');
    await cp(path.join(PLANS, 'revised'), copy, { recursive: true });
    await cp(path.join(CASES, 'bad-changes/editions'), path.join(copy, 'editions'), { recursive: true });
    const { code, stderr } = await run('build', 'stale', '--edition', '1', '--out', 'none');
    expect(code).toBe(3);
    expect(stderr).toMatch(/stale\/editions\/1\.yaml:7:\d+ .*stale-change/);
    expect(await readdir(folder)).not.toContain('none');
  });
});

describe('iljari check and doctor', () => {
  it('take the latest edition and say so, but for what programs read or people paste', async () => {
    expect((await run('check', 'plan')).stdout).toMatch(/^판: 제2회 추가경정예산 \(2023\. 9\. 1\.\)\n/);
    expect((await run('check', 'plan', '--edition', '1')).stdout).toMatch(
      /^판: 제1회 추가경정예산 \(2023\. 5\. 12\.\)\n/,
    );
    expect((await run('check', 'plan', '--draft')).stdout).toMatch(/^# 판: /);
    const { stdout } = await run('check', 'plan', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      edition: 3,
      title: '제2회 추가경정예산',
      date: '2023-09-01',
    });
    expect(JSON.parse((await run('check', 'plan', '--json', '--edition', '0')).stdout)).toMatchObject({
      edition: 0,
      title: '당초',
    });
    expect((await run('doctor', 'plan')).stdout).toContain('판: 제2회 추가경정예산 (2023. 9. 1.)');
  });
});
