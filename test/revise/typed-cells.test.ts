// Cells typed into as people do -> the value that was meant, or a word at the cell; never another value in silence.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/commands/import-edition.ts';
import {
  type Content,
  changesOf,
  type Files,
  faultsOf,
  HEAD,
  imported,
  PLAN,
  packed,
  partNameOf,
  partsOf,
  withCells,
  workbooksOf,
} from './import-plan.ts';
import { crossing, inputCell } from './input-cell.ts';

let budget: Uint8Array;
let targets: Uint8Array;

/** Rates of every kind beside the plan's other tables. */
const RATES = `id: rates
caption: '< 주요 지표 >'
unit-line: '(단위 : %)'
corner: 구 분
unit: '%'
columns:
  - { id: employment, label: 고용률 }
  - { id: growth, label: 전년 대비 증감률 }
  - { id: goal, label: 목표 달성률 }
  - { id: cover, label: 체감도 }
rows:
  - { id: 2021, period: 2021 }
  - { id: 2022, period: 2022 }
cells:
  2021: [68.1, 3.2, 98.0, 71.0]
  2022: [69.5, 2.1, 97.0, 72.5]
`;
const FILES: Files = new Map([
  ...PLAN,
  ['statistics/rates.yaml', RATES],
  ['narrative/labour-market.hbs', '□ 지역 노동시장 현황\n{{table "openings"}}\n{{table "rates"}}\n'],
]);

beforeAll(async () => {
  const books = await workbooksOf(FILES);
  budget = books.get('budget.xlsx') ?? new Uint8Array();
  targets = books.get('targets.xlsx') ?? new Uint8Array();
});

const NATIONAL = ['창업 공간', '국비'] as const;
const cell = ([row, heading]: readonly [string, string]) => inputCell(budget, row, heading);

function typed(content: Content, place: readonly [string, string] = NATIONAL, reason?: string): ImportResult {
  const beside = reason === undefined ? {} : { [inputCell(budget, place[0], '사유')]: reason };
  return imported(withCells(budget, { [cell(place)]: content, ...beside }), FILES);
}

const set = (after: string) =>
  `{ set: tasks/startup/projects/room/funding/national, before: 1500, after: ${after} }`;

describe('a unit typed with the amount', () => {
  it.each<[string, string, string]>([
    ['1,700천원', '1700', ''],
    ['1백만원', '1000', '1백만원 → 1,000천원'],
    ['0.02억원', '2000', '0.02억원 → 2,000천원'],
    ['1,650,000원', '1650', '1,650,000원 → 1,650천원'],
    ['2백만 5천원', '2005', '2백만 5천원 → 2,005천원'],
    ['약 2,000천원', '2000', '약 2,000천원 → 약 2,000천원'],
    ['２，０００', '2000', '２，０００ → 2,000천원'],
  ])('%s', (text, after, understood) => {
    const result = typed(text);
    expect(changesOf(result)).toEqual([set(after)]);
    const said = result.diagnostics.filter(({ rule }) => rule === 'typed-quantity');
    expect(said.map(({ severity, message }) => `${severity} ${message}`)).toEqual(
      understood === '' ? [] : [`information 적은 값을 이렇게 읽었습니다: ${understood}`],
    );
  });

  it('of another dimension is refused at the cell, and both are named', () => {
    for (const text of ['95%', '1,700명', '3건']) {
      const result = typed(text);
      expect(faultsOf(result)).toEqual([`${cell(NATIONAL)} wrong-number`]);
      expect(result.diagnostics[0]?.message).toContain(text);
      expect(result.diagnostics[0]?.message).toContain('천원');
    }
  });

  it('scales targets too; jobs are counted in 명 and 개', () => {
    const target = ['행정 인턴', '목표'] as const;
    expect(changesOf(typed('0.05천명', target))).toEqual([
      '{ set: tasks/intern/projects/office/target, before: 40, after: 50 }',
    ]);
    expect(changesOf(typed('50개', target))).toEqual([
      '{ set: tasks/intern/projects/office/target, before: 40, after: 50 }',
    ]);
    expect(faultsOf(typed('50천원', target))).toEqual([`${cell(target)} wrong-number`]);
  });

  it.each(['1,7', '1,700, 1,800', '1,700.12345', '1.7.0', '1,700 내지 1,800'])('%s is refused', (text) => {
    expect(faultsOf(typed(text))).toEqual([`${cell(NATIONAL)} wrong-number`]);
  });
});

describe('a change to 20 times or a twentieth', () => {
  it.each<[Content, boolean]>([
    [30_000, true],
    [29_999, false],
    [75, true],
    [76, false],
    ['30백만원', true],
    [0, false],
    [null, false],
  ])('%s', (content, isRefused) => {
    expect(faultsOf(typed(content))).toEqual(isRefused ? [`${cell(NATIONAL)} implausible-change`] : []);
  });

  it('is told with both values, and taken with words for it', () => {
    const result = typed(1_500_000);
    expect(result.diagnostics[0]?.message).toContain('1,500천원 → 1,500,000천원');
    expect(faultsOf(typed(1_500_000, NATIONAL, '국비 공모 선정'))).toEqual([]);
    expect(faultsOf(typed(1_500_000, NATIONAL, '-'))).toContain(`${cell(NATIONAL)} implausible-change`);
    const bytes = withCells(budget, { [cell(NATIONAL)]: 1_500_000 });
    expect(faultsOf(imported(bytes, FILES, 'budget.xlsx', { ...HEAD, reason: '공모 선정' }))).toEqual([]);
  });

  it('is none from nothing on', () => {
    expect(faultsOf(typed(90_000, ['창업 공간', '시비']))).toEqual([]);
  });

  it('is one in statistics, where --reason has the words', () => {
    const place = crossing(targets, sheetOf('구인'), '2021년', '구인');
    const bytes = withCells(targets, { [place]: 4_240_500 });
    expect(faultsOf(imported(bytes, FILES, 'targets.xlsx'))).toEqual([`${place} implausible-change`]);
    const head = { ...HEAD, reason: '집계 기준 변경' };
    expect(faultsOf(imported(bytes, FILES, 'targets.xlsx', head))).toEqual([]);
  });
});

describe('a formula', () => {
  it('gives its stored result, with a word', () => {
    const result = typed({ xml: '<f>1000+650</f><v>1650</v>' });
    expect(changesOf(result)).toEqual([set('1650')]);
    expect(result.diagnostics.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning 수식을 두지 않고 저장된 결과를 값으로 씁니다: =1000+650 → 1650',
    ]);
  });

  it('that comes to what is there changes nothing', () => {
    expect(changesOf(typed({ xml: '<f>1000+500</f><v>1500</v>' }))).toEqual([]);
  });

  it('without a result, or with an error, is refused', () => {
    expect(faultsOf(typed({ xml: '<f>1000+650</f>' }))).toEqual([`${cell(NATIONAL)} formula-in-input`]);
    const wrong = { attributes: ' t="e"', xml: '<f>1/0</f><v>#DIV/0!</v>' };
    expect(faultsOf(typed(wrong))).toEqual([`${cell(NATIONAL)} wrong-number`]);
  });

  it('that gives more digits than won has is refused', () => {
    expect(faultsOf(typed({ xml: '<f>5000/3</f><v>1666.66666666667</v>' }))).toEqual([
      `${cell(NATIONAL)} wrong-number`,
    ]);
  });
});

describe('a format', () => {
  /** The cell with a number under a format of its own. */
  function formatted(code: string, number: number, reason?: string): ImportResult {
    const beside = reason === undefined ? {} : { [inputCell(budget, NATIONAL[0], '사유')]: reason };
    const parts = partsOf(withCells(budget, { [cell(NATIONAL)]: number, ...beside }));
    const styles = parts.get('xl/styles.xml') ?? '';
    const count = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1]);
    const escaped = code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;');
    const format = `<numFmt numFmtId="990" formatCode="${escaped}"/>`;
    parts.set(
      'xl/styles.xml',
      styles
        .replace('</numFmts>', `${format}</numFmts>`)
        .replace('</cellXfs>', '<xf numFmtId="990"/></cellXfs>'),
    );
    const [sheet = '', at = ''] = cell(NATIONAL).split('!');
    const name = partNameOf(parts, sheet);
    parts.set(
      name,
      (parts.get(name) ?? '').replace(new RegExp(`<c r="${at}"( s="\\d+")?`), `<c r="${at}" s="${count}"`),
    );
    return imported(packed(parts), FILES);
  }

  it.each([
    '#,##0,',
    '#,##0.0,',
    '0.0,,"백만"',
    '#,##0"원"',
    '#,##0"백만원"',
    '[>=1000]#,##0,"천";0',
    '_-"₩"* #,##0_-',
    '#,##0"명"',
    '#,##0,;[Red]-#,##0,',
  ])('that shows another scale than the column is told: %s', (code) => {
    expect(faultsOf(formatted(code, 1700))).toEqual([`${cell(NATIONAL)} scaled-format`]);
    const taken = formatted(code, 1700, '서식은 그대로 둠');
    expect(taken.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning scaled-format',
    ]);
    expect(changesOf(taken)).toHaveLength(1);
  });

  it.each([
    '#,##0',
    '#,##0"천원"',
    '#,##0,"백만원"',
    '#,##0;"△"#,##0;"-"',
    '[Red]#,##0.0',
    'General',
    '"약 "#,##0',
  ])('that shows the column’s is not: %s', (code) => {
    expect(faultsOf(formatted(code, 1700))).toEqual([]);
  });
});

/** The sheet of targets.xlsx that has the heading. */
function sheetOf(heading: string): string {
  for (let number = 1; number < 10; number++) {
    const name = `표0${number}`;
    try {
      crossing(targets, name, '2021년', heading);
      return name;
    } catch {
      // Another table.
    }
  }
  throw new Error(`no table with ${heading}`);
}

describe('a rate', () => {
  const at = (heading: string) => crossing(targets, sheetOf(heading), '2022년', heading);
  const rate = (heading: string, content: Content) =>
    faultsOf(imported(withCells(targets, { [at(heading)]: content }), FILES, 'targets.xlsx')).map(
      (fault) => fault.split(' ')[1],
    );

  it('of a part of a whole is 0 to 100', () => {
    expect(rate('고용률', 690)).toEqual(['wrong-number']);
    expect(rate('고용률', -1)).toEqual(['wrong-number']);
    expect(rate('고용률', '69,5')).toEqual(['wrong-number']);
    expect(rate('고용률', '7할')).toEqual(['wrong-number']);
    expect(rate('고용률', 70)).toEqual([]);
    expect(rate('고용률', '70.2%')).toEqual([]);
  });

  it('of growth or of a goal reached may be any', () => {
    expect(rate('전년 대비 증감률', -12.5)).toEqual([]);
    expect(rate('목표 달성률', 130)).toEqual([]);
  });

  it('of which nobody says what it is asks for a reason', () => {
    expect(rate('체감도', 130)).toEqual(['implausible-rate']);
    const bytes = withCells(targets, { [at('체감도')]: 130 });
    const head = { ...HEAD, reason: '기준연도 변경' };
    expect(imported(bytes, FILES, 'targets.xlsx', head).edition?.changes).toHaveLength(1);
  });
});
