// `iljari new` -> a folder that builds at once, or nothing at all.
import { access, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { askedHead } from '../../src/cli/new-head.ts';
import type { NewHead } from '../../src/commands/new-plan.ts';
import { digestOf, emptyFolder, runHere } from './run-iljari.ts';

let folder: string;
const run = (...args: readonly string[]) => runHere(args, { folder });
const inside = (...names: readonly string[]) => path.join(folder, ...names);
const head = (...names: readonly string[]) => readFile(inside(...names, 'plan.yaml'), 'utf8');

beforeEach(async () => {
  folder = await emptyFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a new plan builds without a word, and again with its numbers filled in', async () => {
  const made = await run('new', 'our-plan');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('  our-plan/plan.yaml\n');
  expect(made.stdout).toContain('다음: iljari build our-plan\n');

  const built = await run('build', 'our-plan');
  expect(built).toMatchObject({ code: 0, stderr: '' });
  expect((await readdir(inside('output/our-plan'))).sort()).toEqual([
    'budget.xlsx',
    'figures.json',
    'plan.pdf',
    'targets.xlsx',
  ]);

  // What is printed is looked for in the fonts, and not what stands for it or is no more than a remark.
  const text = inside('our-plan/narrative/targets.hbs');
  await writeFile(text, `${await readFile(text, 'utf8')}\n❍ 가\n{{!-- 😀 --}}\n`);
  expect((await run('doctor', 'our-plan')).stdout).toContain('글꼴에 없는 것 0가지');
  for (const name of await readdir(inside('our-plan'), { recursive: true })) {
    if (!name.endsWith('.yaml')) continue;
    const text = await readFile(inside('our-plan', name), 'utf8');
    await writeFile(inside('our-plan', name), text.replaceAll(/(?<=^[^#]*)\bmissing\b/gm, '1200'));
  }
  expect(await run('build', 'our-plan')).toMatchObject({ code: 0, stderr: '' });
  // No word of the pattern goes out, and nothing else stops it.
  const refused = await run('build', 'our-plan', '--final');
  expect(refused.code).toBe(1);
  const told = [...refused.stderr.matchAll(/새 계획의 틀에 있던 글이 그대로입니다: (.*)/g)].map(
    ([, one]) => one,
  );
  expect(refused.stderr.match(/^ {2}[a-z]+-[a-z]+ /gm)).toEqual(['  untouched-text ']);
  for (const name of await readdir(inside('our-plan'), { recursive: true }))
    if (/(?<!README)\.(yaml|hbs)$/.test(name))
      for (const line of (await readFile(inside('our-plan', name), 'utf8')).split('\n'))
        if (/^[^#].*(적습니다|적는 말|이름['\]]*$)/.test(line))
          expect(
            told.some((one = '?') => line.includes(one)),
            `${name}: ${line}`,
          ).toBe(true);
});

test('what is said of the office stands in the plan, which builds at once', async () => {
  const said = ['--office', 'province', '--issuer', '가람도 *', '--year', '2026', '--term', '4'];
  expect(await run('new', 'term', ...said)).toMatchObject({ code: 0, stderr: '' });
  const text = await head('term');
  expect(text).toMatch(/^issuer: '가람도 \*'$/m);
  expect(text).toMatch(/^office: province$/m);
  expect(text).toMatch(/^year: 2026$/m);
  expect(text).toMatch(/^term: 2026-2029$/m);
  // Its years stay where next year's plan is made of it.
  expect(text).toMatch(/^title: '2026~2029년 일자리대책 종합계획'$/m);
  expect(await readFile(inside('term/colophon.yaml'), 'utf8')).not.toContain('연차별');
  expect(await run('build', 'term', '--only', 'xlsx')).toMatchObject({ code: 0, stderr: '' });
  const checked = await run('check', 'term');
  expect(checked.stdout).not.toContain('cover-text');
});

test('a special city, with no other office below it, asks for no money of any', async () => {
  expect(await run('new', 'sejong', '--office', 'special-city')).toMatchObject({ code: 0, stderr: '' });
  for (const name of await readdir(inside('sejong'), { recursive: true }))
    if (/^(?:tasks|statistics).*\.yaml$/.test(name))
      expect(await readFile(inside('sejong', name), 'utf8')).not.toContain('district');
  expect(await run('build', 'sejong', '--only', 'pdf')).toMatchObject({ code: 0, stderr: '' });
  const figures = await readFile(inside('output/sejong/figures.json'), 'utf8');
  const printed = (JSON.parse(figures) as { figures: { address: string; places: unknown[] }[] }).figures;
  const addresses = printed.filter(({ places }) => places.length > 0).map(({ address }) => address);
  expect(addresses).toContain('tasks/task-1/funding/province');
  expect(addresses.filter((one) => one.endsWith('/district'))).toEqual([]);
});

test.each([
  [['--office', 'village'], '--office'],
  [['--issuer', '\u3164\u0301'], '--issuer'],
  [['--term', '1'], '--term'],
  [['--term', 'four'], '--term'],
  [['--from', 'incheon-seogu-2023', '--office', 'city'], '--office'],
])('%j is no way to begin a plan', async (args, name) => {
  const made = await run('new', 'none', ...args);
  expect(made).toMatchObject({ code: 2 });
  expect(made.stderr).toContain(name);
  await expect(access(inside('none'))).rejects.toThrow();
});

describe('at a terminal', () => {
  const asked = async (said: NewHead, ...answers: readonly string[]) => {
    const prompts: string[] = [];
    const head = await askedHead(said, (prompt) => {
      prompts.push(prompt);
      return Promise.resolve(answers[prompts.length - 1] ?? '');
    });
    return { head, asked: prompts.length };
  };

  it('asks for what was not said', async () => {
    expect(await asked({}, '한빛구', '1', '2027', '')).toEqual({
      head: { issuer: '한빛구', office: 'district', year: 2027 },
      asked: 4,
    });
    expect(await asked({ office: 'city', year: 2026 }, '가온시', '4')).toEqual({
      head: { office: 'city', year: 2026, issuer: '가온시', term: 4 },
      asked: 2,
    });
  });

  it('takes names and keys, asks again for what is none, and leaves what nobody answers', async () => {
    expect((await asked({ issuer: 'x', year: 2027, term: 4 }, '자치군', '군')).head.office).toBe('county');
    expect((await asked({ issuer: 'x', year: 2027, term: 4 }, 'metropolitan')).head.office).toBe(
      'metropolitan',
    );
    expect(await asked({ issuer: 'x', office: 'any', term: 4 }, '내년', '27', '0')).toEqual({
      head: { issuer: 'x', office: 'any', term: 4 },
      asked: 3,
    });
    expect((await asked({})).head).toEqual({});
  });
});

test('the message quotes a path where a shell needs it, and the id is what can be one', async () => {
  const made = await run('new', '우리 구/2027년');
  expect(made.stdout).toContain('다음: iljari build "우리 구/2027년"\n');
  expect(await head('우리 구/2027년')).toMatch(/^id: '2027nyeon'$/m);
});

test.each([
  ['2027', '2027'],
  ['null', 'null'],
  ['Seo-gu', 'seo-gu'],
  ['서구', 'seogu'],
  ['a.b', 'a-b'],
  ['計劃', 'jobs-plan-8a08-5283'],
])('the folder %s makes the plan %s', async (name, id) => {
  expect(await run('new', name)).toMatchObject({ code: 0, stderr: '' });
  expect(await head(name)).toMatch(new RegExp(`^id: '?${id}'?$`, 'm'));
});

test('one cause is told once, wherever else it is missed', async () => {
  await run('new', 'torn');
  const cp949 = [
    'plan.yaml',
    'notes.yaml',
    'strategies.yaml',
    'tasks/task-1.yaml',
    'statistics/population.yaml',
  ];
  // 가나 in CP949.
  for (const name of cp949)
    await writeFile(inside('torn', name), Buffer.from('\xb0\xa1\xb3\xaa: 1\n', 'latin1'));
  await mkdir(inside('torn/swot.yaml'));
  await writeFile(inside('torn/narrative/targets.hbs'), Buffer.from('\xff\xfea\0', 'latin1'));
  const checked = await run('check', 'torn');
  expect(checked.stderr.match(/^torn\S+ {2}오류 \S+/gm)).toEqual(
    [...cp949, 'narrative/targets.hbs', 'swot.yaml']
      .sort()
      .map((name) => `torn/${name}:1:1  오류 ${name === 'swot.yaml' ? 'unreadable-file' : 'not-utf8'}`),
  );
  expect(checked.stderr).toContain('CP949(ANSI)로 저장된');
  expect(checked.stderr).toContain('UTF-16(유니코드)으로 저장된');

  // A folder that is none, and what would have stood in it.
  await run('new', 'folders');
  for (const name of ['tasks', 'narrative']) {
    await rm(inside('folders', name), { recursive: true });
    await writeFile(inside('folders', name), '');
  }
  const folders = await run('check', 'folders');
  expect(folders.stderr.match(/^folders\S+ {2}오류 \S+/gm)).toEqual(
    ['narrative', 'tasks'].map((name) => `folders/${name}:1:1  오류 unreadable-file`),
  );

  await run('new', 'large');
  const task = inside('large/tasks/task-1.yaml');
  await writeFile(
    task,
    (await readFile(task, 'utf8')).replace('target: missing', `target: ${'12'.repeat(13)}`),
  );
  const { stderr } = await run('build', 'large', '--only', 'xlsx');
  expect(stderr.match(/오류 \S+/g)).toEqual(['오류 impossible-value', '오류 1건이']);
});

test('two plans of one id never overwrite each other, nor take the other one away', async () => {
  await run('new', 'one');
  await cp(inside('one'), inside('two'), { recursive: true });
  const build = (name: string) => run('build', name, '--only', 'xlsx');
  expect(await build('one')).toMatchObject({ code: 0 });
  const written = async () => digestOf(await readFile(inside('output/one/budget.xlsx')));
  const before = await written();
  const refused = await build('two');
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('other-plan  id가 같은 다른 계획으로 만든 파일이 있습니다: one');
  expect(await written()).toBe(before);
  expect(await build('one')).toMatchObject({ code: 0 });
  // Moved, or no more, it is no other.
  await rm(inside('one'), { recursive: true });
  expect(await build('two')).toMatchObject({ code: 0 });
});

test('--year moves the years of everything', async () => {
  await run('new', 'one', '--year', '2031');
  expect(await head('one')).toMatch(/^year: 2031\nissue-date: 2031-/m);
  const texts = await Promise.all(
    (await readdir(inside('one'), { recursive: true }))
      .filter((name) => /\.(yaml|hbs)$/.test(name) && name !== 'plan.yaml')
      .map((name) => readFile(inside('one', name), 'utf8')),
  );
  expect(texts.join('\n'), 'only plan.yaml knows a year').not.toMatch(/20\d\d/);
});

test.each(['99', '10000', '2027.5', '이천', '0999'])('--year %s is wrong usage', async (year) => {
  expect(await run('new', 'one', '--year', year)).toMatchObject({ code: 2, stdout: '' });
  expect(await readdir(folder)).toEqual([]);
});

test('an empty folder is taken', async () => {
  await mkdir(inside('empty'));
  expect(await run('new', 'empty')).toMatchObject({ code: 0, stderr: '' });
  await access(inside('empty/plan.yaml'));
});

test('a folder with something in it, and a file, are left alone', async () => {
  await mkdir(inside('full'));
  await writeFile(inside('full/.kept'), '그대로');
  for (const name of ['full', 'full/.kept', 'full/.kept/below']) {
    const ended = await run('new', name);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(new RegExp(`^${name}:1:1 {2}오류 folder-not-empty {2}`));
    expect(ended.stderr).toContain('아무것도 바꾸지 않았습니다.');
  }
  expect(await readdir(inside('full'))).toEqual(['.kept']);
  expect(await readFile(inside('full/.kept'), 'utf8')).toBe('그대로');
});

test('the folder must be named', async () => {
  const ended = await run('new');
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toContain("'폴더'를 적어야 합니다.");
});

test('--from makes the next year of a plan, and says what is to be done', async () => {
  await run('new', 'this-year', '--year', '2030');
  const made = await run('new', 'next-year', '--from', 'this-year');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(
    /^만들었습니다: next-year .*\n새로 넣을 수치 \d+개, 살펴볼 글과 자료 0곳\n할 일: next-year\/renew.md\n/,
  );
  expect(await head('next-year')).toMatch(/^id: 'next-year'$[\s\S]*^year: 2031$/m);
  expect(await readFile(inside('next-year/renew.md'), 'utf8')).toMatch(/^# 2031년 계획에서 새로 넣을 것\n/);
  expect(await run('build', 'next-year', '--only', 'xlsx')).toMatchObject({ code: 0, stderr: '' });
});

test('what cannot be made is not begun', async () => {
  await run('new', 'this-year', '--year', '2030');
  for (const [args, rule] of [
    [['new', 'next', '--from', 'nowhere'], 'missing-file'],
    [['new', 'next', '--from', 'this-year', '--year', '2030'], 'year-not-after'],
    [['new', 'this-year/next', '--from', 'this-year'], 'folder-in-plan'],
  ] as const) {
    const ended = await run(...args);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toContain(rule);
    expect(ended.stderr).toContain('아무것도 바꾸지 않았습니다.');
  }
  expect(await readdir(folder)).toEqual(['this-year']);
});
