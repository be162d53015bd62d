// plan.xlsx, filled as a person fills it -> the data of a plan that began as the blank pattern.
import { beforeAll, describe, expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { newPlan } from '../../src/commands/new-plan.ts';
import { PROGRAM_FOLDER, readNewPlan } from '../../src/files.ts';
import { changeRows } from '../../src/revise/compare/change-rows.ts';
import { totalRows } from '../../src/revise/import/total-rows.ts';
import { KEPT } from '../kept.ts';
import {
  type Content,
  changesOf,
  type Files,
  faultsOf,
  imported,
  packed,
  partNameOf,
  partsOf,
  TEMPLATES,
  withCells,
  withRowOrder,
  workbooksOf,
} from './import-plan.ts';

const INPUT = '세부사업별(입력)';
let blank: Files;
let form: Uint8Array;

beforeAll(async () => {
  const { value } = await readNewPlan({ working: PROGRAM_FOLDER, program: PROGRAM_FOLDER });
  const { files } = newPlan(value ?? new Map(), 'hanbit', { office: 'city', issuer: '한빛시', year: 2027 });
  blank = new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  form = await formOf(blank);
});

async function formOf(files: Files): Promise<Uint8Array> {
  return (await workbooksOf(files, 0, 'form')).get('plan.xlsx') ?? new Uint8Array();
}

function filled(bytes: Uint8Array, files: Files = blank) {
  return fillPlan({ name: 'plan.xlsx', bytes }, { displayRoot: 'plan', kept: KEPT, files }, {}, TEMPLATES);
}

/** The plan with what was typed; throws where it was refused. */
function filledWith(cells: Readonly<Record<string, Content>>): Files {
  const result = filled(withCells(form, cells));
  if (result.filled === undefined)
    throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  const { files, gone } = result.filled;
  return new Map([...blank, ...files].filter(([name]) => !gone.includes(name)));
}

/** `cell rule` of each fault. */
function faultsAt(bytes: Uint8Array, files?: Files): readonly string[] {
  const { filled: made, diagnostics } = filled(bytes, files);
  expect(made).toBeUndefined();
  return faultsOf({ edition: undefined, diagnostics });
}

/** A plan with everything that the workbook can say. */
const FILLED: Readonly<Record<string, Content>> = {
  '기본정보!C4': '한빛시 일자리대책',
  '기본정보!C8': '2027~2030',
  '기본정보!C9': 46476,
  '기본정보!C10': '청년, 돌봄',
  '기본정보!C12': '버림',
  '기본정보!C16': null,
  '기본정보!C20': '일하는 "한빛": 모두 **함께**',
  '추진전략!B4': '청년 일자리',
  '추진전략!B6': '제조업 고용 안정',
  '실천과제!C4': '청년 창업',
  '실천과제!E5': '종료',
  '실천과제!B7': '제조업 고용 안정',
  '실천과제!C7': '중소기업 인력 지원',
  [`${INPUT}!C6`]: '창업 공간',
  [`${INPUT}!D6`]: '2027. 3. ~ 11.',
  [`${INPUT}!E6`]: 25,
  [`${INPUT}!G6`]: '1억원',
  [`${INPUT}!V6`]: '창업지원',
  [`${INPUT}!W6`]: '청년정책과',
  [`${INPUT}!B16`]: '중소기업 인력 지원',
  [`${INPUT}!C16`]: '고용유지 컨설팅',
  [`${INPUT}!E16`]: 30,
  [`${INPUT}!I16`]: 10000,
  [`${INPUT}!V16`]: '기타(민간부문)',
  [`${INPUT}!AA16`]: '컨설팅',
  '표01!B4': 501000,
  '새표1!C4': '연도별 방문자 수',
  '새표1!C5': '명',
  '새표1!C6': '출처: 시 통계연보',
  '새표1!C8': '방문자',
  '새표1!D8': '내국인',
  '새표1!B9': '2025년',
  '새표1!C9': '1,200',
  '새표1!D9': '-',
  '새표1!B10': '2026년',
  '새표1!C10': 1340,
  '추진일정!F4': '공고',
  '추진일정!E5': '11월',
  '추진일정!D6': null,
  '추진일정!E6': null,
  '추진일정!F6': null,
  '추진일정!B10': '중소기업 인력 지원',
  '추진일정!C10': '고용유지 컨설팅',
  '추진일정!D10': 4,
  '추진일정!E10': '6월',
  '추진일정!F10': '컨설팅',
  '홍보!B4': '창업 공간',
  '홍보!D4': '#창업 #공간',
  '홍보!B5': '컨설팅',
  '홍보!C5': '연중',
  '홍보!D5': '#고용',
  '홍보!E5': '누리집',
};

describe('a plan from nothing', () => {
  let plan: Files;
  const line = (file: string, start: string) =>
    (plan.get(file) ?? '').split('\n').find((one) => one.trimStart().startsWith(start));

  it('what is typed stands in the data, comments and order kept, and comes out again', async () => {
    plan = filledWith(FILLED);
    expect(line('plan.yaml', 'title')).toBe('title: 한빛시 일자리대책');
    expect(line('plan.yaml', 'term')).toBe('term: 2027-2030');
    expect(line('plan.yaml', 'issue-date')).toBe('issue-date: 2027-03-30');
    expect(line('plan.yaml', 'keywords')).toBe("keywords: [ '청년', '돌봄' ]");
    expect(line('strategies.yaml', 'rounding')).toBe('rounding: truncate');
    expect(line('cover.yaml', 'slogan')).toBeUndefined();
    expect(line('vision.yaml', 'text: "일')).toBe(
      '    text: "일하는 \\"한빛\\": 모두 \\\\*\\\\*함께\\\\*\\\\*"',
    );
    expect(plan.get('tasks/task-1.yaml')?.split('\n')[1]).toBe(
      blank.get('tasks/task-1.yaml')?.split('\n')[1],
    );
    expect([...plan.keys()].filter((name) => name.startsWith('tasks/task-2'))).toEqual([]);
    expect(plan.get('strategies.yaml')?.split('strategies:\n')[1]).toBe(`  - id: strategy-1
    name: 청년 일자리
    tasks: [ task-1 ]
  - id: strategy-2
    name: 둘째 추진전략의 이름
    tasks: [ task-3 ]
  - id: jejoeop-goyong-anjeong
    name: '제조업 고용 안정'
    tasks: [ jungsogieop-illyeok-jiwon ]
rounding: truncate
`);
    expect(
      plan.get('tasks/task-1.yaml')?.split('projects:\n')[1]?.split('  - id: project-2')[0],
    ).toBe(`  - id: project-1
    name: 창업 공간
    period: { text: "2027. 3. ~ 11.", from: 3, to: 11 }
    target: 25
    funding: { national: 100000, province: missing, district: missing }
    category: startup
    department: '청년정책과'
`);
    expect(plan.get('tasks/jungsogieop-illyeok-jiwon.yaml')).toBe(`id: jungsogieop-illyeok-jiwon
name: '중소기업 인력 지원'
projects:
  - id: goyongyuji-keonseolting
    name: '고용유지 컨설팅'
    target: 30
    funding: { district: 10000 }
    contents: '컨설팅'
    category: private-other
`);
    expect(plan.get('tasks/jungsogieop-illyeok-jiwon.hbs')).toContain(
      '{{#project "goyongyuji-keonseolting"}}',
    );
    expect(plan.get('statistics/population.yaml')).toContain('region: [501000, missing, computed]');
    const table = 'yeondobyeol-bangmunja-su';
    expect(plan.get(`statistics/${table}.yaml`)).toBe(`id: ${table}
caption: "< 연도별 방문자 수[^${table}-source] >"
unit-line: "(단위 : 명)"
corner: 구 분
unit: 명
columns:
  - { id: column-1, label: 방문자 }
  - { id: column-2, label: 내국인 }
rows:
  - { id: 2025, period: 2025 }
  - { id: 2026, period: 2026 }
cells:
  2025: [1200, '-']
  2026: [1340, missing]
`);
    expect(plan.get('notes.yaml')).toContain(`${table}-source: '출처: 시 통계연보'`);
    expect(plan.get('narrative/labour-market.hbs')).toMatch(new RegExp(`\\{\\{table "${table}"\\}\\}\n$`));
    expect(plan.get('schedule.yaml')?.split('tasks:\n')[1]).toBe(`  task-1:
    project-1:
      - [ { months: 1-2, text: '공고' }, { months: 3-11, text: '사업 추진' } ]
  task-3:
    project-1:
      - [ { months: 1-11, text: 사업 추진 }, { months: 12, text: 평가 } ]
  jungsogieop-illyeok-jiwon:
    goyongyuji-keonseolting:
      - [ { months: 4-6, text: '컨설팅' } ]
`);
    expect(plan.get('outreach.yaml')).toContain("keywords: [ '#창업', '#공간' ]");
    expect(plan.get('outreach.yaml')).toContain("  - subject: 컨설팅\n    timing: '연중'\n");
    // The same workbook handed in again changes nothing, and what is typed into it since does.
    const twice = withCells(form, { ...FILLED, '실천과제!D7': '기업을 돕는 과제', '홍보!C5': '3월' });
    const second = filled(twice, plan);
    expect(second.diagnostics.filter(({ severity }) => severity !== 'information')).toEqual([]);
    expect(second.filled?.edits.map(({ what, after }) => `${what} ${after}`)).toEqual([
      '중소기업 인력 지원 › 목적 기업을 돕는 과제',
      '홍보 › 컨설팅 3월',
    ]);
    expect(second.filled?.changes).toEqual([]);
    // Older workbooks have the category's name alone: the present one's stays.
    const bare = filled(withCells(form, { ...FILLED, [`${INPUT}!V16`]: '기타' }), plan);
    expect([bare.diagnostics.filter(({ severity }) => severity === 'error'), bare.filled?.edits]).toEqual([
      [],
      [],
    ]);
    // Built, proven, and nothing to be changed by what was just written.
    const again = filled(await formOf(plan), plan);
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([...(again.filled?.files.keys() ?? [])]).toEqual([]);
    expect(again.filled?.edits).toEqual([]);
  });

  it('is the same file each time, and says nothing where nothing was typed', async () => {
    expect(Buffer.from(await formOf(blank)).equals(form)).toBe(true);
    const { filled: made, diagnostics } = filled(form);
    expect(diagnostics).toEqual([]);
    expect(made).toMatchObject({ changes: [], edits: [], gone: [] });
  });

  it('tells titles that stay while the years change, and names its rows in the words of print', () => {
    const name = 'tasks/task-1.yaml';
    const yearly = (blank.get(name) ?? '').replace('첫째 세부사업의 이름', "'{{year 0}}년 청년 인턴'");
    const cells = {
      '기본정보!C8': '2027-2030',
      '기본정보!C4': '종합계획',
      [`${INPUT}!E6`]: 5,
      '추진일정!F4': '공고',
    };
    const made = filled(withCells(form, cells), new Map([...blank, [name, yearly]]));
    expect(faultsOf({ edition: undefined, diagnostics: made.diagnostics })).toEqual([
      '기본정보!C18 title-stays',
      '기본정보!C22 title-stays',
    ]);
    if (made.filled === undefined) throw new Error('refused');
    const { changes, edits, plan } = made.filled;
    const rows = [...changeRows(changes, plan, undefined), ...edits.map(({ what, after }) => [what, after])];
    expect(rows.flat().filter((one) => /청년 인턴|공고/.test(one))).toEqual([
      '첫째 실천과제의 이름 › 2027년 청년 인턴 목표',
      '추진일정 › 첫째 실천과제의 이름 › 2027년 청년 인턴',
      '1월~2월 공고, 3월~12월 사업 추진',
    ]);
  });

  it('is merged with what the data has become since', () => {
    const title = (text: string) =>
      new Map([
        ...blank,
        ['plan.yaml', (blank.get('plan.yaml') ?? '').replace(/title: .*/, `title: ${text}`)],
      ]);
    const typed = withCells(form, { '기본정보!C4': '새 제목' });
    expect(faultsAt(typed, title('다른 제목'))).toEqual(['기본정보!C4 merge-clash']);
    expect(filled(typed, title('새 제목')).filled?.edits).toEqual([]);
    expect(filled(form, title('다른 제목')).filled?.edits).toEqual([]);
  });

  it('numbers and periods are kept as they were typed, and can be unknown again', async () => {
    const typed = filled(
      withCells(form, {
        ...{ '공통목표!B4': 68.5, '공통목표!C4': 69, '공통목표!C5': '42.0' },
        ...{ [`${INPUT}!D6`]: '27. 3. ~ 28. 2.', [`${INPUT}!D7`]: '5/1~9/30', [`${INPUT}!D8`]: '2027/5 ~ 9' },
        ...{
          [`${INPUT}!G6`]: 100000,
          [`${INPUT}!I7`]: 200000,
          [`${INPUT}!I8`]: '1.5억원',
          [`${INPUT}!J9`]: 150,
        },
        ...{ [`${INPUT}!B16`]: '첫째 실천과제의 이름', [`${INPUT}!C16`]: '새 사업' },
        ...{ [`${INPUT}!B17`]: '둘째 실천과제의 이름', [`${INPUT}!C17`]: '새 모임' },
        ...{ [`${INPUT}!E17`]: '-', [`${INPUT}!I17`]: '-' },
      }),
    );
    if (typed.filled === undefined) throw new Error('refused');
    const rules = typed.diagnostics.map(({ rule, place }) => `${'cell' in place ? place.cell : ''} ${rule}`);
    expect(rules).toContain(`${INPUT}!J9 implausible-scale`);
    expect(rules).toContain(`${INPUT}!G6 first-total`);
    const known = new Map([...blank, ...typed.filled.files]);
    expect(known.get('statistics/common-targets.yaml')).toContain('employment-rate: [68.5, 69.0,');
    expect(known.get('statistics/common-targets.yaml')).toContain('youth-employment-rate: [missing, 42.0,');
    const ends = [...known.values()].flatMap((text) => [...text.matchAll(/from: \S+, to: \S+/g)].map(String));
    expect(ends).toEqual([
      ...['from: 2027-03, to: 2028-02', 'from: 5, to: 9', 'from: 5, to: 9', 'from: 1, to: 12'],
    ]);
    // What nobody knows of a new project takes nothing from its task.
    expect(known.get('tasks/task-1.yaml')).toContain('target: missing\n    funding: { national: missing }\n');
    expect(known.get('tasks/task-2.yaml')).toMatch(/target: '-'\n {4}funding: \{ district: '-' \}\n/);
    const again = filled(
      withCells(await formOf(known), { '공통목표!C4': '미정', [`${INPUT}!G6`]: '미정' }),
      known,
    ).filled?.files;
    expect(again?.get('statistics/common-targets.yaml')).toContain('employment-rate: [68.5, missing,');
    expect(again?.get('tasks/task-1.yaml')).toContain(
      'national: missing, province: missing, district: missing',
    );
  });

  it('tells what goes with a task, and the totals without it', () => {
    const known = (blank.get('tasks/task-2.yaml') ?? '').replace('target: missing', 'target: 30');
    const made = filled(
      withCells(form, { '실천과제!E5': '종료' }),
      new Map([...blank, ['tasks/task-2.yaml', known]]),
    );
    if (made.filled === undefined) throw new Error('refused');
    const { plan, before, after, earlier, gone, edits } = made.filled;
    expect(gone).toEqual(['tasks/task-2.hbs', 'tasks/task-2.yaml']);
    expect(edits.map(({ what, after: goes }) => `${what}: ${goes}`)).toEqual([
      '실천과제 종료: 세부사업 1개, 과제 시트의 글, 추진일정까지 지움',
    ]);
    expect(totalRows(plan, before, after, earlier)).toContainEqual([
      ...['첫째 추진전략의 이름 › 둘째 실천과제의 이름', '목표', '명', '30', '-', '△30'],
    ]);
  });

  it('begins sources and targets of the plan, which have their columns in the next workbook', async () => {
    const begun = filledWith({
      '기본정보!C13': '지방소멸대응기금, 균특',
      '기본정보!C14': '수혜자, 참여기업(개사)',
    });
    expect(begun.get('plan.yaml')).toContain(
      "sources: [ national, province, district, { id: jibangsomyeoldaeeunggigeum, label: '지방소멸대응기금' }, { id: gyunteuk, label: '균특' } ]\n",
    );
    expect(begun.get('plan.yaml')).toContain(
      "targets: [ { id: suhyeja, label: '수혜자' }, { id: chamnyeogieop, label: '참여기업', unit: '개사' } ]\n",
    );
    const next = await formOf(begun);
    const more = { '기본정보!C13': '지방소멸대응기금，균특\n복권기금', [`${INPUT}!J6`]: 500 };
    const { filled: made } = filled(withCells(next, more), begun);
    expect(made?.files.get('plan.yaml')).toContain("{ id: bokgwongigeum, label: '복권기금' } ]\n");
    expect(made?.files.get('tasks/task-1.yaml')).toContain('jibangsomyeoldaeeunggigeum: 500');
    const wrong = { '기본정보!C13': '기금, 국비', '기본정보!C14': '수혜자(없는단위)' };
    expect(faultsAt(withCells(form, wrong))).toEqual(['기본정보!C13 wrong-text', '기본정보!C14 wrong-text']);
    expect(faultsAt(withCells(next, { '기본정보!C13': '균특' }), begun)).toEqual(['기본정보!C13 wrong-text']);
  });

  it('knows the task of rows whose cells were merged, and tells where they were of others', () => {
    const merged = (from: number, to: number) => {
      const blanks = Array.from({ length: to - from }, (_, index) => [`${INPUT}!B${from + index + 1}`, null]);
      const parts = partsOf(withCells(form, Object.fromEntries(blanks)));
      const name = partNameOf(parts, INPUT);
      const range = `<mergeCell ref="B${from}:B${to}"/></mergeCells>`;
      parts.set(
        name,
        (parts.get(name) ?? '')
          .replace('</mergeCells>', range)
          .replace(/<mergeCells count="\d+">/, '<mergeCells>'),
      );
      return packed(parts);
    };
    const { filled: made, diagnostics } = filled(merged(6, 7));
    expect([made?.files.size, diagnostics]).toEqual([0, []]);
    expect(faultsAt(merged(7, 8))).toEqual([`${INPUT}!B8 unknown-task`]);
  });

  it('knows its rows after sorting, and refuses names under the ids of others', () => {
    const sorted = withRowOrder(form, '실천과제', 4, [6, 4, 5]);
    expect(filled(sorted).filled?.edits).toEqual([]);
    const renamed = filled(withCells(sorted, { '실천과제!C4': '돌봄' })).filled;
    expect(renamed?.files.get('tasks/task-3.yaml')).toContain('name: 돌봄\n');
    const swapped = { '실천과제!C4': '셋째 실천과제의 이름', '실천과제!C6': '첫째 실천과제의 이름' };
    expect(faultsAt(withCells(form, swapped))).toEqual([
      '실천과제!C4 ids-out-of-order',
      '실천과제!C6 ids-out-of-order',
    ]);
  });
});

describe('what cannot be taken is told with its cell', () => {
  it.each<[string, Readonly<Record<string, Content>>, readonly string[]]>([
    ['a year that is none', { '기본정보!C7': '내년' }, ['기본정보!C7 wrong-text']],
    ['a day that is none', { '기본정보!C9': '2027-02-30' }, ['기본정보!C9 wrong-text']],
    ['a choice that is none', { '기본정보!C6': '읍' }, ['기본정보!C6 wrong-text']],
    ['a title that is emptied', { '기본정보!C4': null }, ['기본정보!C4 blank-text']],
    ['what only the file can say', { '기본정보!C21': '일자리 12명' }, ['기본정보!C21 text-mark']],
    [
      'a formula without its result',
      { '기본정보!C5': { xml: '<f>A1</f>' }, '추진일정!F4': { xml: '<f>A1</f>' } },
      ['기본정보!C5 formula-in-input', '추진일정!F4 formula-in-input'],
    ],
    [
      'an error',
      { '추진전략!B4': { attributes: ' t="e"', xml: '<v>#REF!</v>' } },
      ['추진전략!B4 formula-in-input'],
    ],
    ['a strategy without tasks', { '추진전략!B6': '새 전략' }, ['추진전략!B6 not-importable']],
    ['a strategy that ends and has tasks', { '추진전략!C5': '종료' }, ['추진전략!C5 not-importable']],
    ['a strategy that is none', { '실천과제!B6': '없는 전략' }, ['실천과제!B6 unknown-strategy']],
    ['a state that is none', { '실천과제!E6': '중단' }, ['실천과제!E6 not-importable']],
    [
      'a task of a name that is taken',
      { '실천과제!B7': '첫째 추진전략의 이름', '실천과제!C7': '첫째 실천과제의 이름' },
      ['실천과제!C7 duplicate-row'],
    ],
    ['a project of no task', { [`${INPUT}!C16`]: '새 사업' }, [`${INPUT}!B16 unknown-task`]],
    ['a category that is none', { [`${INPUT}!V6`]: '없는 분류' }, [`${INPUT}!V6 wrong-text`]],
    ['a category of two sectors', { [`${INPUT}!V6`]: '기타' }, [`${INPUT}!V6 wrong-text`]],
    [
      'bars of no project, and of no month',
      {
        '추진일정!C10': '없는 사업',
        '추진일정!D10': 1,
        '추진일정!E4': '13월',
        '추진일정!D7': '12월',
        '추진일정!E7': '3월',
      },
      ['추진일정!E4 wrong-text', '추진일정!E7 wrong-text', '추진일정!C10 unknown-project'],
    ],
    [
      'a table without a unit, a head, or the name of a row',
      { '새표2!C4': '새 표', '새표2!C5': '없는단위', '새표2!C9': 5 },
      ['새표2!C5 wrong-text', '새표2!C8 wrong-text', '새표2!B9 wrong-text'],
    ],
    [
      'units, heads and rows in the place of others',
      {
        '공통목표!A2': '(단위 : %, %p, 천명)',
        '공통목표!A7': '취업자 수(천명)',
        [`${INPUT}!A2`]: '(단위 : 명, 백만원)',
        '표02!C3': '구인건수',
        '기본정보!B4': '기관',
        '기본정보!D26': '표 ‘연도별 구인·구직·취업건수’의 각주',
      },
      [
        '기본정보!B4 ids-out-of-order',
        '기본정보!B26 ids-out-of-order',
        '공통목표!A7 label-changed',
        '표02!C3 heads-exchanged',
        `${INPUT}!A2 unit-changed`,
        '공통목표!A2 unit-changed',
        '공통목표!A7 unit-changed',
        `${INPUT}!A2 text-not-taken`,
        '공통목표!A2 text-not-taken',
      ],
    ],
    [
      'names that were cleared',
      { '추진전략!B4': null, '실천과제!C5': null, [`${INPUT}!C7`]: null },
      ['추진전략!B4 blank-text', '실천과제!C5 blank-text', `${INPUT}!C7 blank-text`],
    ],
    [
      'a plan that cannot be read with some of it, and all else that is wrong',
      {
        '추진전략!B6': '과제 없는 전략',
        ...{ '실천과제!B7': '없는 전략', '실천과제!C7': '새 과제' },
        ...{ [`${INPUT}!B16`]: '새 과제', [`${INPUT}!C16`]: '새 사업', [`${INPUT}!E16`]: '많이' },
        [`${INPUT}!E6`]: '많이',
        '표01!B4': '많이',
        '추진일정!E4': '13월',
        '본문!D7': '◊ 글',
      },
      [
        '실천과제!B7 unknown-strategy',
        '추진전략!B6 not-importable',
        `${INPUT}!E16 wrong-number`,
        `${INPUT}!E6 wrong-number`,
        '표01!B4 wrong-number',
        '본문!D7 unknown-marker',
        '추진일정!E4 wrong-text',
      ],
    ],
    ['outreach for nothing', { '홍보!C5': '연중' }, ['홍보!B5 blank-text']],
  ])('%s', (_, cells, faults) => {
    expect(faultsAt(withCells(form, cells))).toEqual(faults);
  });

  it('what an edition cannot hold, and what it can goes into one', () => {
    const other = { '기본정보!C4': '새 제목', '추진일정!F4': '공고', [`${INPUT}!W6`]: '청년과' };
    expect(faultsOf(imported(withCells(form, other), blank, 'plan.xlsx'))).toEqual([
      '기본정보!C4 not-importable',
      `${INPUT}!W6 not-importable`,
      '추진일정!F4 not-importable',
    ]);
    const added = {
      ...{ [`${INPUT}!B16`]: '첫째 실천과제의 이름', [`${INPUT}!C16`]: '새 사업', [`${INPUT}!I16`]: 90 },
      ...{ [`${INPUT}!E6`]: 25, [`${INPUT}!W16`]: '청년과' },
    };
    const first = imported(withCells(form, added), blank, 'plan.xlsx');
    expect(changesOf(first)[0]).toBe(
      '{ set: tasks/task-1/projects/project-1/target, before: missing, after: 25 }',
    );
    expect(first.edition?.text).toContain('department: 청년과');
    // The next one will be printed with it.
    const next = new Map([...blank, ['editions/1.yaml', first.edition?.text ?? '']]);
    const second = imported(withCells(form, { [`${INPUT}!E7`]: 5 }), next, 'plan.xlsx');
    expect(second.diagnostics.map(({ rule }) => rule)).toEqual(['older-workbook', 'unpublished-editions']);
  });
});
