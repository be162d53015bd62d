// 본문 of plan.xlsx, typed as a person types it -> the templates of chapters and task sheets.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { newPlan } from '../../src/commands/new-plan.ts';
import { PROGRAM_FOLDER, readNewPlan } from '../../src/files.ts';
import { markedLine, retyped, shownSegments } from '../../src/plan/marked-line.ts';
import { unitsOf } from '../../src/plan/template-units.ts';
import { plainMarker } from '../../src/plan/typed-markers.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText } from '../../src/spreadsheet/spreadsheet.ts';
import { KEPT } from '../kept.ts';
import { type Content, type Files, faultsOf, TEMPLATES, withCells, workbooksOf } from './import-plan.ts';

const SHEET = '본문';
let blank: Files;
let form: Uint8Array;
/** The cell of the n-th line that shows the text; the line below it. */
let at: (text: string, nth?: number) => string;
const below = (cell: string) => cell.replace(/\d+$/, (row) => String(Number(row) + 1));

beforeAll(async () => {
  const { value } = await readNewPlan({ working: PROGRAM_FOLDER, program: PROGRAM_FOLDER });
  const { files } = newPlan(value ?? new Map(), 'hanbit', { office: 'city', issuer: '한빛시', year: 2027 });
  blank = new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  form = (await workbooksOf(blank, 0, 'form')).get('plan.xlsx') ?? new Uint8Array();
  const read = readSpreadsheet(form);
  const sheet = read.ok ? read.sheets.find(({ name }) => name === SHEET) : undefined;
  at = (text, nth = 0) => {
    const rows = [...(sheet?.rows ?? [])].filter(([, cells]) => {
      const value = cells.get(4)?.value;
      return value?.kind === 'text' && value.text === text;
    });
    const row = rows[nth]?.[0];
    if (row === undefined) throw new Error(`no line ${text}`);
    return `${SHEET}!${cellText(4, row)}`;
  };
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

describe('본문', () => {
  it('puts what is typed into the templates, marks where they were, and takes it once', () => {
    const cells = {
      [at('Ⅱ 지역 노동시장 현황')]: 'Ⅱ 한빛시 노동시장',
      [at(FIGURES)]: '○ 한빛시 인구는 2026년 말 미정, 증감률은 미정으로 줄었음',
      [at('○ 인구의 특징을 적습니다.')]: 'ㅇ 청년이 줄고 있음\n- 20대: **크게** 감소\n둘째 줄',
      [at('○ 고용의 특징을 적습니다.')]: null,
      [below(at('○ 현황에서 드러난 과제를 적습니다.'))]: '□ 정책 방향',
      [below(below(at('○ 현황에서 드러난 과제를 적습니다.')))]: '❍ 청년 {{정착}}',
      [at('○ 첫째 세부사업의 이름')]: '○ (신규) 첫째 세부사업의 이름 지원',
      [at('- 사업대상 : 누구를 위한 사업인지 적습니다.', 1)]: '- 사업대상 : 청년',
    };
    const plan = filledWith(cells);
    const market = plan.get('narrative/labour-market.hbs');
    expect(market).toBe(`# Ⅱ 한빛시 노동시장

□ 인구현황

○ 한빛시 인구는 {{year -1}}년 말 {{fig "tables/population/region/latest" unit=true}}, 증감률은 {{fig "tables/population/region/growth" unit=true}}으로 줄었음
ㅇ 청년이 줄고 있음
- 20대: \\*\\*크게\\*\\* 감소 \\
  둘째 줄

{{table "population"}}

□ 고용동향

{{table "job-openings"}}

□ 노동시장의 과제

○ 현황에서 드러난 과제를 적습니다.

□ 정책 방향
❍ 청년 {\\{정착}}
`);
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

  it('tells with their cells what only the file can keep, and lines that print cannot read', () => {
    const cells = {
      [at(FIGURES)]: '○ 인구는 501,000명',
      [at('표: 주민등록인구현황')]: '인구 표',
      [at('Ⅳ 세부 실천 과제')]: null,
      [at('○ 사업의 목적을 적습니다.')]: '◊ 목적',
      [at('□ 기대효과')]: '## 기대효과',
    };
    const order = Object.keys(cells).sort((a, b) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b)));
    const rules = ['text-mark', 'text-mark', 'blank-text', 'unknown-marker', 'heading-form'];
    expect(faultsAt(withCells(form, cells))).toEqual(order.map((cell, index) => `${cell} ${rules[index]}`));
  });
});
