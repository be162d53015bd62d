// 본문 of plan.xlsx, typed as a person types it -> the templates of chapters and task sheets.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectPlan } from '../../src/commands/check.ts';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { newPlan } from '../../src/commands/new-plan.ts';
import { isWrittenName } from '../../src/files/inside.ts';
import { PROGRAM_FOLDER, readNewPlan } from '../../src/files.ts';
import { markedLine, retyped, shownSegments } from '../../src/plan/marked-line.ts';
import { unitsOf } from '../../src/plan/template-units.ts';
import { plainMarker } from '../../src/plan/typed-markers.ts';
import { renewText } from '../../src/revise/next-year/renew-text.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText, type PlainSheet } from '../../src/spreadsheet/spreadsheet.ts';
import { bundledSources } from '../commands/bundled-plan.ts';
import { KEPT } from '../kept.ts';
import { type Content, type Files, faultsOf, TEMPLATES, withCells, workbooksOf } from './import-plan.ts';

const SHEET = '본문';
let blank: Files;
let form: Uint8Array;
let sheets: readonly PlainSheet[];
/** The cell of the n-th line that shows the text, by default in 본문; the line below it. */
function at(text: string, nth = 0, name = SHEET, search = 4, column = search): string {
  const rows = sheets.find((one) => one.name === name)?.rows ?? new Map();
  const found = [...rows].filter(([, cells]) => {
    const value = cells.get(search)?.value;
    return value?.kind === 'text' && value.text.trim() === text;
  });
  const row = found[nth]?.[0];
  if (row === undefined) throw new Error(`no line ${text}`);
  return `${name}!${cellText(column, row)}`;
}
const below = (cell: string) => cell.replace(/\d+$/, (row) => String(Number(row) + 1));

beforeAll(async () => {
  const { value } = await readNewPlan({ working: PROGRAM_FOLDER, program: PROGRAM_FOLDER });
  const { files } = newPlan(value ?? new Map(), 'hanbit', { office: 'city', issuer: '한빛시', year: 2027 });
  blank = new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  form = (await workbooksOf(blank, 0, 'form')).get('plan.xlsx') ?? new Uint8Array();
  const read = readSpreadsheet(form);
  sheets = read.ok ? read.sheets : [];
});

function filled(bytes: Uint8Array, files: Files = blank) {
  return fillPlan({ name: 'plan.xlsx', bytes }, { displayRoot: 'plan', kept: KEPT, files }, {}, TEMPLATES);
}

function filledWith(cells: Readonly<Record<string, Content>>): Files {
  const result = filled(withCells(form, cells));
  if (result.filled === undefined)
    throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return new Map([...blank, ...result.filled.files]);
}

function faultsAt(bytes: Uint8Array, files?: Files): readonly string[] {
  const { filled: made, diagnostics } = filled(bytes, files);
  expect(made).toBeUndefined();
  return faultsOf({ edition: undefined, diagnostics });
}

const FIGURES = '○ 우리 지역의 인구는 2026년 미정, 전년대비 증감률은 미정';

describe('lines of templates', () => {
  it('are the same when what they show is typed again, and keep their marks when words are exchanged', () => {
    const folders = ['data', 'templates/new-plan', 'test/plans'].map((name) =>
      path.join(PROGRAM_FOLDER, name),
    );
    const texts = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
        name.endsWith('.hbs') ? [readFileSync(path.join(folder, name), 'utf8')] : [],
      ),
    );
    const values = ['1,234명', '미정', '2026년', '서구', '12'];
    const marksIn = (source: string) => markedLine(source).segments.filter(({ kind }) => kind !== 'words');
    for (const { source, isCall } of texts.flatMap(unitsOf)) {
      if (isCall) continue;
      const plain = plainMarker(source);
      const line = markedLine(plain);
      const all = line.segments.map(({ kind, text }, index) =>
        kind === 'words' ? text : kind === 'value' ? (values[index % values.length] ?? '') : '',
      );
      const shown = shownSegments(line, all.join('')) ?? [];
      const typed = shown.join('');
      const written = (text: string) => {
        const made = retyped(line, shown, text);
        return 'source' in made ? made.source.replaceAll(' \\\n  ', '\n') : made.lost.join();
      };
      expect(written(typed)).toBe(plain);
      expect(written(`${typed} 추가`)).toBe(`${plain} 추가`);
      const [word] = /[가-힣]{3,}/.exec(line.segments.find(({ kind }) => kind === 'words')?.text ?? '') ?? [];
      if (word !== undefined)
        expect(marksIn(written(typed.replace(word, '바꾼 말')))).toEqual(marksIn(plain));
    }
  });
});

it('lines with a comment are known, and what is a comment is no line', () => {
  const units = unitsOf('○ 글{{!-- 뒤 --}}\n{{!-- 홀로 --}}\n○ 다른\n  글\n{{!-- 새\n줄 --}}\n');
  expect(units.map(({ source, isRemarked }) => [source, isRemarked])).toEqual([
    ['○ 글', true],
    ['○ 다른 글', false],
  ]);
});

describe('본문', () => {
  it('puts what is typed into the templates, marks where they were, and takes it once', () => {
    const cells = {
      [at('Ⅱ 지역 노동시장 현황')]: 'Ⅱ 한빛시 노동시장\n들어가는 글',
      [at(FIGURES)]: '○ 한빛시 인구는 2026년 말 미정, 증감률은 미정으로 줄었음',
      [at('○ 인구의 특징을 적습니다.')]: 'ㅇ 청년이 줄고 있음\n- 20대: **크게** 감소\n둘째 줄',
      [at('○ 고용의 특징을 적습니다.')]: null,
      [at('표: 연도별 구인·구직·취업건수')]: null,
      [below(at('○ 현황에서 드러난 과제를 적습니다.'))]: '□ 정책 방향',
      [below(below(at('○ 현황에서 드러난 과제를 적습니다.')))]: '❍ 청년 {{정착}}',
      [at('○ 첫째 세부사업의 이름')]: '○ (신규) 첫째 세부사업의 이름 지원',
      [at('- 사업대상 : 누구를 위한 사업인지 적습니다.', 1)]: '- 사업대상 : 청년',
    };
    const plan = filledWith(cells);
    const market = plan.get('narrative/labour-market.hbs');
    expect(market).toBe(`# Ⅱ 한빛시 노동시장
들어가는 글

□ 인구현황

○ 한빛시 인구는 {{year -1}}년 말 {{fig "tables/population/region/latest" unit=true}}, 증감률은 {{fig "tables/population/region/growth" unit=true}}으로 줄었음
ㅇ 청년이 줄고 있음
- 20대: \\*\\*크게\\*\\* 감소 \\
  둘째 줄

{{table "population"}}

□ 고용동향

□ 노동시장의 과제

○ 현황에서 드러난 과제를 적습니다.

□ 정책 방향
❍ 청년 {\\{정착}}
`);
    expect(['publication.hbs', 'partials/a.hbs'].every((name) => isWrittenName(name, 'fill'))).toBe(true);
    const sheet = plan.get('tasks/task-1.hbs') ?? '';
    expect(sheet).toContain('\n○ (신규) **{{project "project-1"}}** 지원\n');
    expect(sheet.split('{{#project "project-2"}}')[1]).toContain('- 사업대상 : 청년\n');
    expect(sheet).toContain('- 사업대상 : 누구를');
    const again = filled(withCells(form, cells), plan);
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(again.filled?.edits).toEqual([]);
  });

  it('finds its lines where the file has gone on, and takes nothing for lines that were changed there', () => {
    const name = 'narrative/labour-market.hbs';
    const text = blank.get(name) ?? '';
    const moved = new Map([...blank, [name, text.replace('□ 인구현황\n', '□ 인구현황\n○ 새 줄\n')]]);
    const cell = at('○ 인구의 특징을 적습니다.');
    const typed = withCells(form, { [cell]: '○ 청년 감소' });
    expect(filled(typed, moved).filled?.files.get(name)).toContain('○ 새 줄\n\n○ 우리');
    expect(filled(typed, moved).filled?.files.get(name)).toContain('}}\n○ 청년 감소\n');
    const other = new Map([...blank, [name, text.replace('인구의 특징을 적습니다', '인구가 늘었음')]]);
    expect(faultsAt(typed, other)).toEqual([`${cell} merge-clash`]);
    expect(filled(form, other).filled?.edits).toEqual([]);
  });

  it('knows a value from another number that is spelt so', () => {
    const line = markedLine('- 목표 {{fig "a"}}명, {{fig "b"}}곳');
    const shown = shownSegments(line, '- 목표 12명, 3곳') ?? [];
    const made = (typed: string) => retyped(line, shown, typed);
    expect(made('- 올해 목표는 12명, 모두 3곳에서')).toEqual({
      source: '- 올해 목표는 {{fig "a"}}명, 모두 {{fig "b"}}곳에서',
    });
    expect(made('- 목표 15명(2027. 12. 까지), 3곳')).toEqual({ lost: ['12'] });
    expect(made('- 목표 120명, 3곳')).toEqual({ lost: ['12'] });
  });

  it('tells with their cells what only the file can keep, and lines that print cannot read', () => {
    const cells = {
      [at(FIGURES)]: '○ 인구는 501,000명',
      [at('- 목표인원 : 미정')]: '- 목표인원 : 2027. 12. 12명',
      [at('표: 주민등록인구현황')]: '인구 표',
      [at('Ⅳ 세부 실천 과제')]: null,
      [at('○ 사업의 목적을 적습니다.')]: '◊ 목적',
      [at('□ 기대효과')]: '## 기대효과',
      [at('○ 기대하는 효과를 적습니다.')]: '○ 효과\n★ 별표',
      [at('○ 기대하는 효과를 적습니다.', 1)]: '－ 효과\n○둘',
    };
    const order = Object.keys(cells).sort((a, b) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b)));
    const rules: Readonly<Record<string, string>> = {
      [at('Ⅳ 세부 실천 과제')]: 'blank-text',
      [at('□ 기대효과')]: 'heading-form',
      [at('○ 사업의 목적을 적습니다.')]: 'unknown-marker',
      [at('○ 기대하는 효과를 적습니다.')]: 'unknown-marker',
      [at('○ 기대하는 효과를 적습니다.', 1)]: 'unknown-marker',
    };
    expect(faultsAt(withCells(form, cells))).toEqual(
      order.map((cell) => `${cell} ${rules[cell] ?? 'text-mark'}`),
    );
  });
});

it('a plan that is filled in Excel alone can be published', async () => {
  const basic = (label: string, text: string, nth = 0) => [[at(label, nth, '기본정보', 2, 3), text] as const];
  const input = (row: number, ...cells: readonly Content[]) =>
    cells.map((cell, index) => [`세부사업별(입력)!${'BCDEGHIJ'[index]}${row}`, cell] as const);
  const line = (sheet: string, row: number, ...cells: readonly Content[]) =>
    cells.map((cell, index) => [`${sheet}!${'BCDEF'[index]}${row}`, cell] as const);
  const body = (text: string, ...typed: readonly string[]) =>
    typed.map((one, nth) => [at(text, nth), one] as const);
  const cells = Object.fromEntries<Content>([
    ...basic('표지 구호', '일하는 시민'),
    ...basic('표지 비전', '일자리로 빛나는 한빛시'),
    ...basic('비전', '일자리로 빛나는 한빛시'),
    ...basic('발행일', '2027년 3월'),
    ...basic('발행처', '한빛시'),
    ...basic('담당부서', '한빛시 일자리경제과'),
    ...basic('각주', '출처: 행정안전부 주민등록인구통계(2026년 12월)'),
    ...basic('각주', '출처: 한국고용정보원 워크넷 구인·구직 통계(2026년)', 1),
    ...line('추진전략', 4, '청년이 머무는 일자리'),
    ...line('추진전략', 5, '산업이 키우는 일자리'),
    ...line('실천과제', 4, '청년이 머무는 일자리', '청년 취업 지원', '청년의 첫 일자리를 돕는 과제'),
    ...line('실천과제', 5, '청년이 머무는 일자리', '청년 창업 지원', '청년의 창업을 돕는 과제'),
    ...line('실천과제', 6, '산업이 키우는 일자리', '제조업 인력 양성', '제조업의 사람을 키우는 과제'),
    ...input(6, '청년 취업 지원', '청년 인턴', '2027. 3. ~ 11.', 40, 120000, 30000, 60000),
    ...input(7, '청년 취업 지원', '취업 아카데미', '2027. 4. ~ 10.', 60, '-', '-', 45000),
    // Money of a source that the pattern's table has no column for.
    ...input(8, '청년 창업 지원', '창업 공간 운영', '2027. 1. ~ 12.', 15, '-', 20000, 80000, 10000),
    ...input(9, '제조업 인력 양성', '용접 기능 훈련', '2027. 2. ~ 12.', 30, 90000, '-', 30000),
    ...line('공통목표', 4, 68.5, 69),
    ...line('공통목표', 5, 41.2, 42),
    ...line('공통목표', 6, 55.1, 55.6),
    ...line('공통목표', 7, 255000, 257000),
    ...line('공통목표', 8, 150000, 151500),
    ...line('공통목표', 9, 98000, 99000),
    ...line('표01', 4, 501000, 499500),
    ...line('표02', 4, 12000, 15000, 8000),
    ...line('표02', 5, 12500, 14800, 8300),
    ...line('추진일정', 4, '청년 취업 지원', '청년 인턴', '3월', '3월', '참여자 모집'),
    ...line('추진일정', 5, '청년 취업 지원', '청년 인턴', '4월', '11월', '인턴 근무'),
    ...line('추진일정', 6, '청년 취업 지원', '취업 아카데미', '4월', '10월', '강의 운영'),
    ...line('추진일정', 7, '청년 창업 지원', '창업 공간 운영', '1월', '12월', '입주 지원'),
    ...line('추진일정', 8, '제조업 인력 양성', '용접 기능 훈련', '2월', '11월', '훈련'),
    ...line('추진일정', 9, '제조업 인력 양성', '용접 기능 훈련', '12월', '12월', '평가'),
    ...line('홍보', 4, '청년 인턴', '3월', '#청년인턴', '시 누리집'),
    ...body('○ 인구의 특징을 적습니다.', '○ 청년이 줄고 노인이 늘고 있음'),
    ...body('○ 고용의 특징을 적습니다.', '○ 구직자보다 구인이 적음'),
    ...body('○ 현황에서 드러난 과제를 적습니다.', '○ 첫 일자리를 늘려야 함'),
    ...body('○ 사업의 목적을 적습니다.', '○ 첫 취업을 앞당김', '○ 창업을 도움', '○ 빈자리를 채움'),
    ...body(
      '○ 사업이 필요한 까닭을 적습니다.',
      '○ 취업이 늦어짐',
      '○ 문을 닫는 곳이 많음',
      '○ 은퇴가 이어짐',
    ),
    ...body('○ 기대하는 효과를 적습니다.', '○ 청년이 머묾', '○ 새 기업이 생김', '○ 공장이 사람을 구함'),
    ...body(
      '- 사업대상 : 누구를 위한 사업인지 적습니다.',
      ...'청년 대학생 창업자 시민'.split(' ').map((one) => `- 사업대상 : ${one}`),
    ),
    ...body(
      '- 사업내용 : 무엇을 하는지 적습니다.',
      ...'인턴 강의 공간 훈련'.split(' ').map((one) => `- 사업내용 : ${one}`),
    ),
  ]);
  const typed = filled(withCells(form, cells));
  expect(typed.diagnostics.filter(({ severity }) => severity !== 'information')).toEqual([]);
  const files = new Map([...blank, ...(typed.filled?.files ?? [])]);
  const sources = { ...(await bundledSources(false)), plan: { displayRoot: 'plan', kept: KEPT, files } };
  const { value, diagnostics } = inspectPlan(sources);
  expect(diagnostics).toEqual([]);
  expect(value?.findings.map(({ message }) => message)).toEqual([]);
});

it('the text of a project that came by Excel prints what the data say at any time, and goes along to the next year', async () => {
  const bodyOf = async (files: Files) => {
    const bytes = (await workbooksOf(files, 0, 'form')).get('plan.xlsx') ?? new Uint8Array();
    const read = readSpreadsheet(bytes);
    const rows = (read.ok ? read.sheets : []).find(({ name }) => name === SHEET)?.rows ?? new Map();
    const lines = [...rows.values()].map((cells) => cells.get(4)?.value?.text?.trim() ?? '');
    const first = lines.findIndex((line) => line.startsWith('○ 청년 농부 학교'));
    return { bytes, lines: lines.slice(first, first + 3) };
  };
  const input = '세부사업별(입력)';
  const begun = filledWith({ [`${input}!C10`]: '청년 농부 학교', [`${input}!D10`]: '미정' });
  const before = await bodyOf(begun);
  expect(before.lines).toEqual(['○ 청년 농부 학교(미정)', '- 사업기간 : 미정', '- 사업예산 : 미정']);
  const typed = {
    [`${input}!D8`]: '3, 6, 9월',
    [`${input}!E8`]: 40,
    [`${input}!G8`]: '1억원',
    [`${input}!I8`]: 20000,
  };
  const { filled: made } = filled(withCells(before.bytes, typed), begun);
  const after = await bodyOf(new Map([...begun, ...(made?.files ?? [])]));
  expect(after.lines).toEqual([
    '○ 청년 농부 학교(40명)',
    '- 사업기간 : 3, 6, 9월',
    '- 사업예산 : 120,000천원(국비 100,000, 시비 20,000)',
  ]);
  const shift = {
    years: 1,
    tables: new Map(),
    figures: new Map(),
    projects: new Map([
      ['tasks/a/projects/b', 'tasks/c/projects/d'],
      ['tasks/a/projects/e', undefined],
    ]),
  };
  const renewed = (text: string) =>
    renewText(text, { shift: shift as never, task: 'a', endedNames: new Map() });
  expect(
    renewed(
      '{{fact "./projects/b/target"}} {{fact "tasks/a/projects/e/period"}} {{fact "./projects/f/funding"}}',
    ),
  ).toBe('{{fact "tasks/c/projects/d/target"}} (종료) {{fact "./projects/f/funding"}}');
});
