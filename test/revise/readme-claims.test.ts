// The README's section on supplementary budgets -> what it says of typed amounts and of the dry run is what happens.
import { readFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText, type PlainSheet, textAt } from '../../src/spreadsheet/spreadsheet.ts';
import { emptyFolder, runHere } from '../cli/run-iljari.ts';
import { bundledWorkbooks } from '../commands/bundled-plan.ts';
import { type Content, changesOf, faultsOf, imported, PLAN, withCells, workbooksOf } from './import-plan.ts';

const INPUT = '세부사업별(입력)';
const readme = readFileSync(path.join(PROGRAM_FOLDER, 'README.md'), 'utf8');

/** The rows of the table of typed amounts: what is typed, between backticks, and what the README says of it. */
const typed = readme
  .slice(readme.indexOf('| 적은 것 |'), readme.indexOf('수식은 저장된 결과를'))
  .split('\n')
  .slice(2)
  .flatMap((line) => {
    const [, forms = '', result = ''] = line.split('|').map((part) => part.trim());
    return forms === ''
      ? []
      : [{ forms: [...forms.matchAll(/`([^`]+)`/g)].map(([, form = '']) => form), result }];
  });

describe('amounts in a cell of 천원', () => {
  let budget: Uint8Array;
  beforeAll(async () => {
    budget = (await workbooksOf(PLAN)).get('budget.xlsx') ?? new Uint8Array();
  });
  /** 국비 of the first project, which has 1,500; with a reason, so that its size is no matter. */
  const typedInto = (form: string) =>
    imported(withCells(budget, { [`${INPUT}!G6`]: form, [`${INPUT}!M6`]: '추경 반영' }));

  const [units, plain, nothing, refused] = typed;
  it('are read as the table says', () => {
    const wanted = [
      ...(units?.forms ?? []).map((form, index) => [form, units?.result.split(' · ')[index]]),
      ...(plain?.forms ?? []).map((form) => [form, plain?.result]),
      ...(nothing?.forms ?? []).map((form) => [form, "'-'"]),
    ];
    expect(wanted.length).toBeGreaterThan(7);
    for (const [form = '', amount = ''] of wanted)
      expect(changesOf(typedInto(form)), form).toEqual([
        `{ set: tasks/startup/projects/room/funding/national, before: 1500, after: ${amount.replaceAll(',', '')}, reason: 추경 반영 }`,
      ]);
  });

  it.each(refused?.forms ?? [])('%s is refused at its cell', (form) => {
    expect(faultsOf(typedInto(form))).toContain(`${INPUT}!G6 wrong-number`);
  });
});

describe('the dry run of the bundled plan', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await emptyFolder();
    await cp(path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023'), path.join(folder, 'plan'), {
      recursive: true,
    });
    const { budget } = await bundledWorkbooks();
    await writeFile(path.join(folder, 'budget.xlsx'), withCells(budget, editsOf(budget)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints what the README shows', async () => {
    const from = readme.indexOf('$ iljari import budget.xlsx plan');
    const [, ...lines] = readme.slice(from, readme.indexOf('```', from)).split('\n');
    const said = [
      '--title',
      '제1회 추가경정예산',
      '--date',
      '2023-05-12',
      '--reason',
      '추경 반영',
      '--dry-run',
    ];
    const { code, stdout } = await runHere(['import', 'budget.xlsx', 'plan', ...said], { folder });
    expect(code).toBe(0);
    const printed = new Set(stdout.split('\n').map((line) => line.trimEnd()));
    const shown = lines.map((line) => line.replace(/^ {3}/, '').trimEnd()).filter((line) => line !== '…');
    expect(shown.length).toBeGreaterThan(12);
    for (const line of shown) expect(printed, line).toContain(line);
  });
});

/** The edits that the README's example has, by the names of rows and columns. */
function editsOf(bytes: Uint8Array): Readonly<Record<string, Content>> {
  const read = readSpreadsheet(bytes);
  const sheet = read.ok ? read.sheets.find(({ name }) => name === INPUT) : undefined;
  if (sheet === undefined) throw new Error(`no sheet ${INPUT}`);
  const rows = [...sheet.rows.keys()];
  const head = rows.find((row) => columnOf(sheet, row, '세부사업') !== undefined) ?? 0;
  const at = (column: string, is: (text: (name: string) => string) => boolean): string => {
    const text = (row: number) => (name: string) => textAt(sheet, row, columnOf(sheet, head, name) ?? 0);
    const row = rows.find((one) => one > head && is(text(one))) ?? 0;
    return `${INPUT}!${cellText(columnOf(sheet, head, column) ?? 0, row)}`;
  };
  const project = (name: string) => (text: (column: string) => string) => text('세부사업') === name;
  const spare = (text: (column: string) => string) =>
    text('실천과제') === '청년 일자리 발굴 및 창출' && text('세부사업') === '';
  return {
    [at('목표', project('취업성공 디딤돌 청년인턴사업'))]: 60,
    [at('구비', project('취업성공 디딤돌 청년인턴사업'))]: '786백만원',
    [at('사유', project('취업성공 디딤돌 청년인턴사업'))]: '인원 확대',
    [at('상태', project('결혼이민자 외국인 강사 파견'))]: '종료',
    [at('사유', project('결혼이민자 외국인 강사 파견'))]: '사업 폐지',
    [at('세부사업', spare)]: '청년 면접수당 지원',
    [at('목표', spare)]: 120,
    [at('구비', spare)]: 60_000,
  };
}

function columnOf(sheet: PlainSheet, row: number, head: string): number | undefined {
  return [...(sheet.rows.get(row)?.keys() ?? [])].find((column) => textAt(sheet, row, column) === head);
}
