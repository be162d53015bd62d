// Signs of templates, bold letters and notes typed into cells -> printed as they were typed, in every file, and no change when they come back.
import { describe, expect, it, vi } from 'vitest';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { type ImportResult, importEdition } from '../../src/commands/import-edition.ts';
import { plainText } from '../../src/document/inline.ts';
import { escaped, fromMarkup, markupOf } from '../../src/plan/literal.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { textAt } from '../../src/spreadsheet/spreadsheet.ts';
import { textsOf } from '../commands/walk.ts';
import { diceOf } from '../fuzz/dice.ts';
import { type Content, faultsOf, HEAD, withCells } from './import-plan.ts';
import { revisedSources, revisedTemplates } from './revised-plan.ts';
import { places } from './sheet-places.ts';

vi.setConfig({ testTimeout: 600_000 });

const sources = revisedSources(new Map());
const BACK = String.fromCharCode(92);

/** By where it is typed. */
const TYPED: Readonly<Record<string, string>> = {
  'room name': '{{fig "tasks/intern/target"}} **공간** [^source]',
  'room period': `${BACK}{{year 0}} ~ 12. ***`,
  'room reason': '{{{constructor}}} 때문',
  'school name': '□ 학교 {{#project "room"}}',
  'office name': `# C:${BACK}일자리${BACK}[^1]`,
  'startup+0 name': '○ {{> toString}} }} ****',
  'startup+0 period': '3월 ~ 6월 *** {{!-- 연중 --}}',
  'startup+0 reason': `**중요** ${BACK}*`,
};

async function made(files: ReadonlyMap<string, string>): Promise<BuildResult> {
  const plan = { ...sources.plan, files };
  const result = await build({ ...sources, plan }, ['xlsx']);
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return result;
}

function budgetOf({ files }: BuildResult): Uint8Array {
  return files.find(({ name }) => name === 'budget.xlsx')?.bytes ?? expect.unreachable('no workbook');
}

function back(bytes: Uint8Array, files: ReadonlyMap<string, string>, title = HEAD.title): ImportResult {
  const plan = { ...sources.plan, files };
  return importEdition({ name: 'budget.xlsx', bytes }, plan, { ...HEAD, title }, revisedTemplates);
}

function xml(text: string): Content {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { attributes: ' t="inlineStr"', xml: `<is><t xml:space="preserve">${safe}</t></is>` };
}

it('are printed as they were typed, wherever they are printed, and come back as no change', async () => {
  const before = budgetOf(await made(sources.plan.files));
  const at = places(before);
  const edits = Object.fromEntries(Object.entries(TYPED).map(([cell, text]) => [at(cell), xml(text)]));
  const typed = withCells(before, { ...edits, [at('startup+0 national')]: 7 });
  const title = '제1회 **추경** {{year 0}}';
  const { edition, diagnostics } = back(typed, sources.plan.files, title);
  expect(diagnostics.filter(({ severity }) => severity !== 'information')).toEqual([]);
  const files = new Map(sources.plan.files).set('editions/1.yaml', edition?.text ?? '');

  const result = await made(files);
  const { document } = result;
  if (document === undefined) throw new Error('no document');
  const texts = textsOf(document).map(({ text }) => plainText(text.inlines));
  for (const text of [...Object.values(TYPED), title])
    expect(
      texts.filter((one) => one.includes(text)),
      text,
    ).not.toHaveLength(0);
  const bold = textsOf(document).flatMap(({ text }) =>
    text.inlines.filter((one) => 'bold' in one && one.bold),
  );
  expect(
    bold.filter((one) => 'text' in one && Object.values(TYPED).some((text) => text.includes(one.text))),
  ).toEqual([]);

  const bytes = budgetOf(result);
  const read = readSpreadsheet(bytes);
  const cells = new Set(
    read.ok
      ? read.sheets.flatMap((sheet) =>
          [...sheet.rows].flatMap(([row, cells]) =>
            [...cells.keys()].map((column) => textAt(sheet, row, column)),
          ),
        )
      : [],
  );
  for (const [cell, text] of Object.entries(TYPED))
    if (!cell.endsWith('reason')) expect([...cells], cell).toContain(text);

  const again = back(bytes, files);
  expect(again.diagnostics.filter(({ severity }) => severity !== 'information')).toEqual([]);
  expect(again.edition?.changes).toEqual([]);

  // What was renamed once can be renamed again.
  const third = back(withCells(bytes, { [places(bytes)('room name')]: xml('{{공간}}') }), files);
  expect(third.edition?.text).toContain(String.raw`{\\\\{공간}}`);
});

it('a name that has marks of its own is changed in its file', async () => {
  const file = (sources.plan.files.get('tasks/startup.yaml') ?? '').replace('창업 학교', '"**창업** 학교"');
  const files = new Map(sources.plan.files).set('tasks/startup.yaml', file);
  const bytes = budgetOf(await made(files));
  const result = back(withCells(bytes, { [places(bytes)('school name')]: '창업 학교' }), files);
  expect(faultsOf(result)).toEqual([`${places(bytes)('school name')} text-mark`]);
  expect(back(bytes, files).edition?.changes).toEqual([]);
});

it('what nobody sees is told at its cell', async () => {
  const bytes = budgetOf(await made(sources.plan.files));
  const at = places(bytes);
  const edits = {
    'room name': '창업\u202e 공간',
    'school period': '1.\u200b ~ 3.',
    'office reason': '\u3164',
    'startup+0 name': '새\u{e0041} 일',
  };
  const cells = Object.entries(edits).map(([cell, text]) => [at(cell), xml(text)]);
  const result = back(
    withCells(bytes, {
      ...Object.fromEntries(cells),
      [at('office target')]: 41,
      [at('startup+0 national')]: 3,
    }),
    sources.plan.files,
  );
  expect(faultsOf(result).toSorted()).toEqual(
    [
      `${at('room name')} unusable-character`,
      `${at('school period')} unusable-character`,
      `${at('office reason')} blank-text`,
      `${at('startup+0 name')} unusable-character`,
    ].toSorted(),
  );
});

it('a name that another project of the task has is told at its cell', async () => {
  const bytes = budgetOf(await made(sources.plan.files));
  const at = places(bytes);
  const typed = (edits: Readonly<Record<string, Content>>) =>
    faultsOf(
      back(
        withCells(bytes, Object.fromEntries(Object.entries(edits).map(([cell, text]) => [at(cell), text]))),
        sources.plan.files,
      ),
    );
  expect(typed({ 'school name': '창업 공간' })).toEqual([`${at('school name')} duplicate-row`]);
  expect(typed({ 'school name': '새 이름', 'startup+0 name': '새 이름', 'startup+0 national': 5 })).toEqual([
    `${at('startup+0 name')} duplicate-row`,
  ]);
  expect(typed({ 'school state': '종료', 'room name': '창업 학교' })).toEqual([]);
});

describe('any characters', () => {
  it.each([1, 2, 3])('seed %i', (seed) => {
    const dice = diceOf(seed);
    const place = { file: 'x', line: 1, column: 1 };
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: dice.below(10) }, () =>
        dice.one(['{', '{', '}', '*', '*', '[', '^', ']', BACK, 'a', '가', ' ']),
      ).join('');
      const read = fromMarkup(escaped(text), place);
      expect(read.text).toBe(text);
      expect(markupOf(read)).toBe(escaped(text) === text ? text : escaped(text));
      expect(escaped(text)).not.toMatch(/\{\{/);
    }
  });
});
