// Texts as they come from other machines, merges and copies -> read as what is meant, or refused with their place.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newPlanId } from '../../src/commands/new-plan.ts';
import { readTemplates } from '../../src/commands/read-templates.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { decodeAll } from '../../src/files/decode.ts';
import { readNamedFile } from '../../src/files/named-file.ts';
import { readFolder } from '../../src/files/read-folder.ts';
import { findPlan } from '../../src/files/sources.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { KEPT } from '../kept.ts';
import { type Files, PROGRAMME } from './programme-files.ts';

const BASE: Files = {
  ...PROGRAMME,
  'notes.yaml': 'source: 고용노동부\n',
  'statistics/people.yaml': `id: people
caption: 인구
corner: 구분
unit: 명
columns: [{ id: all, label: 전체 }]
rows: [{ id: own, label: 서구 }]
cells: { own: [5] }
`,
};
const EDITION = `number: 1
title: 제1회 추가경정예산
kind: 추경
date: 2023-05-12
published: true
changes:
`;

/** The faults as `file:line:column rule`, without the folder. */
function faultsOf(over: Files): readonly string[] {
  const files = new Map(Object.entries({ ...BASE, ...over }));
  const { diagnostics } = readPlan({ displayRoot: 'data', kept: KEPT, files }, { edition: 'latest' });
  return diagnostics.map(({ rule, place }) => `${formatLocation(place).slice(5)} ${rule}`);
}

function changed(file: string, before: string, after: string): Files {
  const text = BASE[file] ?? '';
  expect(text).toContain(before);
  return { [file]: text.replace(before, () => after) };
}

describe('a title, name or label without anything to see is refused', () => {
  const SEEN_AS_NOTHING = [
    "''",
    "' '",
    '\u00a0',
    "'\u00a0\u2003'",
    '"\\u3164"',
    "'****'",
    '"\\u0301\\u034F\\u20DD"',
    '"\\u115F\\u1160\\uFFA0"',
    '"\\u2800\\U0001D159"',
  ];

  it.each(SEEN_AS_NOTHING)('%j', (blank) => {
    expect(faultsOf(changed('plan.yaml', 'title: 일자리대책', `title: ${blank}`))).toEqual([
      'plan.yaml:2:8 blank-text',
    ]);
  });

  it.each<[string, string, string, string]>([
    ['plan.yaml', '한빛구', 'plan.yaml:3:9', 'issuer'],
    ['strategies.yaml', '청년 일자리', 'strategies.yaml:3:11', 'strategy'],
    ['tasks/intern.yaml', '청년 인턴', 'tasks/intern.yaml:2:7', 'task'],
    ['tasks/intern.yaml', '행정 인턴', 'tasks/intern.yaml:5:11', 'project'],
    ['statistics/people.yaml', '인구', 'statistics/people.yaml:2:10', 'caption'],
    ['statistics/people.yaml', '전체', 'statistics/people.yaml:5:29', 'column'],
    ['statistics/people.yaml', '서구', 'statistics/people.yaml:6:26', 'row'],
    ['notes.yaml', '고용노동부', 'notes.yaml:1:9', 'note'],
  ])('%s: %s', (file, before, place) => {
    expect(faultsOf(changed(file, before, "'\u00a0'"))).toEqual([`${place} blank-text`]);
  });

  it('of an edition, and of what it adds', () => {
    const edition = EDITION.replace('제1회 추가경정예산', "' '");
    expect(faultsOf({ 'editions/1.yaml': `${edition}  []\n` })).toEqual(['editions/1.yaml:2:8 blank-text']);
    const add = "  - { add: tasks/intern/projects/new, name: '\u00a0' }\n";
    expect(faultsOf({ 'editions/1.yaml': EDITION + add })).toEqual(['editions/1.yaml:7:45 blank-text']);
  });

  it('and a head that is left empty on purpose is none', () => {
    expect(faultsOf(changed('statistics/people.yaml', 'label: 전체', "label: ''"))).toEqual([]);
  });
});

describe('two projects of one task have two names', () => {
  it.each([
    '창업 공간',
    "'창업  공간'",
    '창업 공간'.normalize('NFD'),
    "'**창업 공간**'",
    '창업\u1160공간',
  ])('%s', (name) => {
    const { diagnostics } = readPlan({
      displayRoot: 'data',
      files: new Map(Object.entries({ ...BASE, ...changed('tasks/startup.yaml', '창업 학교', name) })),
    });
    expect(diagnostics.map(({ rule, place }) => `${formatLocation(place)} ${rule}`)).toEqual([
      'data/tasks/startup.yaml:10:11 duplicate-name',
    ]);
    expect(diagnostics[0]?.related?.map(({ place }) => formatLocation(place))).toEqual([
      'data/tasks/startup.yaml:6:11',
    ]);
  });

  it('and those that show nothing are told as that alone', () => {
    const [file, text = ''] = ['tasks/startup.yaml', BASE['tasks/startup.yaml']];
    const blank = text.replace('창업 공간', "'\u00a0'").replace('창업 학교', "'\u200b'");
    expect(faultsOf({ [file]: blank }).filter((fault) => !fault.endsWith('unusable-character'))).toEqual([
      `${file}:6:11 blank-text`,
      `${file}:10:11 blank-text`,
    ]);
  });

  it('after an edition, too', () => {
    const add = '  - { add: tasks/startup/projects/new, name: 창업 학교 }\n';
    expect(faultsOf({ 'editions/1.yaml': EDITION + add })).toEqual(['editions/1.yaml:7:46 duplicate-name']);
    const rename = '  - { text: tasks/startup.yaml, before: "창업 학교", after: "창업 공간" }\n';
    expect(faultsOf({ 'editions/1.yaml': EDITION + rename })).toEqual([
      'tasks/startup.yaml:10:11 duplicate-name',
    ]);
    const end = '  - { end: tasks/startup/projects/school }\n';
    expect(faultsOf({ 'editions/1.yaml': EDITION + end + add })).toEqual([]);
  });
});

describe('Korean letters in pieces are read as those that they are', () => {
  it('a whole plan, with places as they are seen', () => {
    const pieces = Object.entries(BASE).map(([name, text]) => [name, text.normalize('NFD')] as const);
    const files = new Map(pieces);
    const { value, diagnostics } = readPlan({ displayRoot: 'data', kept: KEPT, files });
    expect(diagnostics).toEqual([]);
    expect(value?.title.text).toBe('일자리대책');
    files.set(
      'strategies.yaml',
      BASE['strategies.yaml']?.replace('name: 청년 일자리', '{ 청년: 일, x }').normalize('NFD') ?? '',
    );
    const whole = new Map(
      Object.entries({ ...BASE, 'strategies.yaml': files.get('strategies.yaml')?.normalize('NFC') ?? '' }),
    );
    expect(readPlan({ displayRoot: 'data', kept: KEPT, files }).diagnostics).toEqual(
      readPlan({ displayRoot: 'data', files: whole }).diagnostics,
    );
  });

  it('names of files, of which two may become one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'iljari-pieces-'));
    try {
      await mkdir(path.join(folder, '그림'.normalize('NFD')));
      await writeFile(path.join(folder, '그림/표.yaml'.normalize('NFD')), 'a: 가'.normalize('NFD'));
      const one = await readFolder(folder, folder, /\.yaml$/);
      expect([...one.files.keys()]).toEqual(['그림/표.yaml']);
      expect(decodeAll(one.files, 'x').texts.get('그림/표.yaml')).toBe('a: 가');
      expect(one.diagnostics).toEqual([]);
      await writeFile(path.join(folder, '그림/plan.yaml'.normalize('NFD')), '');
      const found = await findPlan('그림', { working: folder, program: folder });
      expect(found.value).toBe(path.join(folder, '그림'.normalize('NFD')));
      const named = await readNamedFile('그림/표.yaml', folder);
      expect(named.diagnostics).toEqual([]);
      await rm(path.join(folder, '그림/plan.yaml'.normalize('NFD')));
      await mkdir(path.join(folder, '그림'));
      await writeFile(path.join(folder, '그림/표.yaml'), 'a: 나');
      const two = await readFolder(folder, folder, /\.yaml$/);
      expect(two.diagnostics.map(({ rule }) => rule)).toEqual(['same-file-name']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('what a merge left is refused', () => {
  const TORN = '<<<<<<< HEAD\n가\n=======\n나\n>>>>>>> branch\n';

  it.each<[string, Files, readonly string[]]>([
    ['in prose', { 'narrative/labour.hbs': TORN }, ['1:1', '3:1', '5:1']],
    [
      'in the text of a task',
      { 'tasks/startup.hbs': `□ 내용\n${TORN.replace('=======', '||||||| base\n=======')}` },
      ['2:1', '4:1', '5:1', '7:1'],
    ],
    ['in data', { 'notes.yaml': `a: 가\n${TORN}` }, ['2:1', '4:1', '6:1']],
    [
      'in a block of text',
      { 'notes.yaml': `a: |\n  ${TORN.trim().replaceAll('\n', '\n  ')}\n` },
      ['2:3', '4:3', '6:3'],
    ],
    ['half of it', { 'narrative/labour.hbs': '□ 가\n나\n>>>>>>> 0a1b2c3\n' }, ['3:1']],
  ])('%s', (_, files, places) => {
    const [file] = Object.keys(files);
    expect(faultsOf(files)).toEqual(places.map((place) => `${file}:${place} conflict-marker`));
  });

  it('in the program’s templates', () => {
    const files = new Map([
      ['publication.hbs', TORN],
      ['partials/a.hbs', TORN],
      ['theme.yaml', ''],
    ]);
    const { diagnostics } = readTemplates({ displayRoot: 't', files });
    expect(diagnostics.filter(({ rule }) => rule === 'conflict-marker')).toHaveLength(6);
  });

  it.each(['□ 제목\n=======\n가\n', '가 <<<<<<< 나\n', '<<<<<<<<<\n'])('and %j is no such thing', (text) => {
    expect(faultsOf({ 'narrative/labour.hbs': text })).toEqual([]);
  });
});

it('what lies beside a file as its backup is told and not read', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'iljari-backups-'));
  const backups = [
    '10.yaml.orig',
    '10.yaml.rej',
    'plan.yaml~',
    'notes.yaml.bak',
    'a.hbs.swp',
    'plan.yaml - 복사본',
    'plan.yaml (1)',
    'plan.yaml 사본',
    'plan.yaml.mine',
    'plan.yaml.r12',
    '#plan.yaml#',
    '.#plan.yaml',
    '.plan.yaml.swp',
    '~$plan.yaml',
    '.~lock.plan.yaml#',
    "plan (user's conflicted copy 2026-11-30).yaml",
    'plan (홍길동의 충돌된 사본 2026-11-30).yaml',
    'plan-DESKTOP-AB12CD3.yaml',
    'plan.sync-conflict-20261130-120000-ABCDEFG.yaml',
    '._notes.yaml',
  ];
  try {
    const others = ['메모.txt', 'orig', '사진 (1).png', 'Thumbs.db', '.travis.yaml', '._plan.yaml'];
    const read = ['plan-b.yaml', 'plan.yaml', 'plan_c.yaml'];
    for (const name of [...backups, ...others, ...read]) await writeFile(path.join(folder, name), '');
    const { files, diagnostics } = await readFolder(folder, folder, /\.(yaml|hbs)$/);
    expect([...files.keys()]).toEqual(read);
    // A disk that is not a Mac's own has one beside every file.
    expect(diagnostics.filter(({ message }) => message.includes('모두 2개입니다'))).toHaveLength(1);
    expect(
      diagnostics.map(({ severity, rule, place }) => `${severity} ${rule} ${place.file}`).sort(),
    ).toEqual(backups.map((name) => `warning backup-file ${name}`).sort());
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('a character that nobody sees is refused wherever it stands', () => {
  const HIDDEN = ['\u202e', '\u2066', '\u200b', '\u200d', '\u00ad', '\u2028', '\u{e0041}', '\u061c'];

  it.each(HIDDEN)('%j', (character) => {
    const files = {
      ...changed('tasks/intern.yaml', '행정 인턴', `행정${character} 인턴`),
      'narrative/labour.hbs': `□ 가${character}나 {{fig "tasks/intern/target" as="${character}12"}}\n`,
    };
    expect(faultsOf(files)).toEqual([
      'narrative/labour.hbs:1:4 unusable-character',
      expect.stringMatching(/^narrative\/labour\.hbs:1:\d+ unusable-character$/),
      'tasks/intern.yaml:5:13 unusable-character',
    ]);
  });

  it('a selector of variants behind nothing, and none behind what has variants', () => {
    expect(faultsOf({ 'notes.yaml': 'a: 가 \ufe0f나\n' })).toEqual(['notes.yaml:1:6 unusable-character']);
    expect(faultsOf({ 'notes.yaml': 'a: 전화 ☎\ufe0e 葛\u{e0100}\n' })).toEqual([]);
  });

  it('in the name of a file, and by an escape', () => {
    expect(faultsOf({ 'tasks/st\u200bart.yaml': 'id: a\n' })).toContain(
      'tasks/st\u200bart.yaml:1:1 unusable-character',
    );
    expect(faultsOf({ 'notes.yaml': 'a: "가\\u202E나"\n' })).toEqual(['notes.yaml:1:4 unusable-character']);
    const spec = '{ "title": "\\ud83d\\ude00 \\u00e9",\n "mark": "a\\u202eb" }';
    const files = new Map([
      ['publication.hbs', ''],
      ['charts/a.vl.json', spec],
      ['theme.yaml', ''],
    ]);
    const { diagnostics } = readTemplates({ displayRoot: 't', files });
    expect(
      diagnostics
        .filter(({ rule }) => rule === 'unusable-character')
        .map(({ place }) => formatLocation(place)),
    ).toEqual(['t/charts/a.vl.json:2:12']);
  });

  it('but the mark at the beginning of a file', () => {
    expect(faultsOf({ 'notes.yaml': '\ufeffa: 가\n' })).toEqual([]);
    expect(faultsOf({ 'notes.yaml': 'a: 가\ufeff나\n' })).toEqual(['notes.yaml:1:5 unusable-character']);
  });
});

it.each(['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'])('a plan is not called %s', (id) => {
  expect(faultsOf(changed('plan.yaml', 'id: small', `id: ${id}`))).toEqual(['plan.yaml:1:5 wrong-type']);
  expect(newPlanId(`/work/${id}`)).not.toBe(id);
});
