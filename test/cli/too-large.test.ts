// Plans far larger than any, as folders on the disk -> refused where they are too large, or made in a moment.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAN } from '../revise/import-plan.ts';
import { emptyFolder, runHere } from './run-iljari.ts';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, edits: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries({ ...Object.fromEntries(PLAN), ...edits })) {
    await mkdir(path.dirname(path.join(folder, name, file)), { recursive: true });
    await writeFile(path.join(folder, name, file), text);
  }
}

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

const TABLE = (columns: string) =>
  `caption: 표\nunit-line: '(단위 : 건)'\ncorner: 구분\nunit: 건\n${columns}rows: [{ id: r, label: 가 }]\n`;

it('is refused with exit code 3, each fault where it stands', async () => {
  await write('large', {
    'tasks/startup.yaml': (PLAN.get('tasks/startup.yaml') ?? '').replace('to: 12', 'to: 999999'),
    'tasks/intern.yaml': (PLAN.get('tasks/intern.yaml') ?? '').replace('행정 인턴', '가'.repeat(24_000)),
    'notes.yaml': `a: ${'[ '.repeat(300)}${'] '.repeat(300)}\n`,
    'swot.yaml': `x:\n  ${'- '.repeat(20_000)}1\n`,
    'statistics/openings.yaml': (PLAN.get('statistics/openings.yaml') ?? '').replace(
      'digits: 1',
      'digits: 1000000000',
    ),
    'statistics/figures.yaml':
      'one: { unit: 명, digits: 1000000000, is: sum(figures/two) }\ntwo: { unit: 명, value: 2 }\n',
    'statistics/wide.yaml': `id: wide\n${TABLE(`columns:\n${many(300, (index) => `  - { id: c${index}, label: 열 }\n`)}`)}cells: {}\n`,
    'statistics/deep.yaml': `id: deep\n${TABLE(`columns: [${many(12, (index) => `{ id: g${index}, label: 묶음, columns: [`)}{ id: x, label: 끝 }${']}'.repeat(12)}]\n`)}cells: {}\n`,
    'statistics/long.yaml': `id: long\n${TABLE('columns: [{ id: c, label: 열, width: 1000000000000 }]\n')}cells: { r: [{ text: 가, across: 99999 }] }\n`,
  });
  const { code, stderr } = await runHere(['check', 'large'], { folder });
  expect(code).toBe(3);
  const told = (place: string, words: string) =>
    expect(
      stderr.split('\n').some((line) => line.startsWith(`large/${place}`) && line.includes(words)),
      `${place} ${words}\n${stderr}`,
    ).toBe(true);
  told('swot.yaml:', '지나치게 깊습니다');
  told('tasks/startup.yaml:6:', '1에서 12까지');
  told('tasks/intern.yaml:5:', 'word-too-long');
  told('notes.yaml:1:', 'too-much-data');
  told('statistics/openings.yaml:9:', '0에서 9까지');
  told('statistics/figures.yaml:1:', '0에서 9까지');
  told('statistics/wide.yaml:207:', '200개까지의 열');
  told('statistics/deep.yaml:6:', '6단계까지');
  told('statistics/long.yaml:6:', '10,000까지');
  told('statistics/long.yaml:8:', '2에서 40까지');
});

it('in lines, entries and pages is refused with exit code 3', async () => {
  await write('lines', {
    'plan.yaml': `${PLAN.get('plan.yaml')?.replace('issue-date: 2', 'issue-date: 0')}first-page: 99999999\nterm: 0001-0004\n`,
    'notes.yaml': many(20_500, (index) => `n${index}: 가\n`),
  });
  const pages = await runHere(['check', 'lines'], { folder });
  expect(pages.code).toBe(3);
  expect(pages.stderr).toMatch(/^lines\/plan\.yaml:7:13 .*1에서 9999까지/m);
  expect(pages.stderr).toMatch(/^lines\/plan\.yaml:\d:13 .*있는 날짜/m);
  expect(pages.stderr).toMatch(/^lines\/plan\.yaml:8:7 .*: 0001-0004/m);
  expect(pages.stderr).toMatch(/^lines\/notes\.yaml:1:1 .*too-much-data .*20500개.*20000개까지/m);
  await write('lines', {
    'plan.yaml': PLAN.get('plan.yaml') ?? '',
    'notes.yaml': '',
    'narrative/labour-market.hbs': '□ 현황\n{{> other}}\n',
    'narrative/other.hbs': '○ 가\n'.repeat(32_000),
  });
  const lines = await runHere(['check', 'lines'], { folder });
  expect(lines.code).toBe(3);
  expect(lines.stderr).toMatch(/^lines\/narrative\/other\.hbs:\d+:1 .*too-much-text .*30000줄까지/m);
});

it('in what has no bound is made: marks, partials, chains of sums, notes of blanks', async () => {
  const blanks = `취업률 =${' 가'.repeat(100)} ${' '.repeat(100)}`;
  await write('much', {
    'narrative/labour-market.hbs': `□ 현황\n○ ${'**가** '.repeat(4000)}[^blanks]\n${'{{> other}} '.repeat(800)}\n{{table "openings"}}\n○ {{fig "figures/f1500"}}명\n`,
    'narrative/other.hbs': '나',
    'notes.yaml': `blanks: '${blanks}'\n`,
    'statistics/figures.yaml': `f0: { unit: 명, value: 1 }\n${many(1500, (index) => `f${index + 1}: { unit: 명, is: sum(figures/f${index}) }\n`)}`,
  });
  const { code, stderr } = await runHere(['build', 'much', '--out', 'much-out'], { folder });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
});
