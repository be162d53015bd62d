// The sheet of projects and throws of the dice -> names, periods, states and new projects typed into it, and the changes that they mean.

import type { Change } from '../../src/plan/edition.ts';
import { originOf } from '../../src/revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText, textAt } from '../../src/spreadsheet/spreadsheet.ts';
import type { Content } from '../revise/import-plan.ts';
import type { Dice } from './dice.ts';
import { CHARACTERS } from './mutate.ts';

/** A row that a project stands in, or may. */
export interface ProjectRow {
  /** `tasks/a/projects/b`; of a free row `tasks/a/projects/`, of a whole task `tasks/a`. */
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  /** The cells by what they hold: `C4` by `name`. */
  readonly cells: ReadonlyMap<string, string>;
  /** Their texts. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface RowEdit {
  readonly row: ProjectRow;
  readonly contents: Readonly<Record<string, Content>>;
  /** Whether the words are such as people write. */
  readonly plain: boolean;
  readonly isMadeBy: (changes: readonly Change[]) => boolean;
}

/** None for a workbook without such a sheet. */
export function projectRowsOf(bytes: Uint8Array): readonly ProjectRow[] {
  const read = readSpreadsheet(bytes);
  const origin = read.ok ? originOf(read.sheets) : undefined;
  if (origin === undefined || origin === 'changed') throw new Error('a workbook of ours is not read');
  const home = origin.sheets.find(({ columns }) => columns.has('name'));
  if (home === undefined) return [];
  const { sheet, columns, headerRow } = home;
  return [...sheet.rows.keys()].flatMap((row) => {
    const id = textAt(sheet, row, 1);
    if (row <= headerRow || !id.startsWith('tasks/')) return [];
    const cells = [...columns].map(([key, column]) => [key, cellText(column, row)] as const);
    const texts = [...columns].map(([key, column]) => [key, textAt(sheet, row, column)] as const);
    return [{ id, sheet: sheet.name, row, cells: new Map(cells), texts: new Map(texts) }];
  });
}

export function rowEdit(rows: readonly ProjectRow[], dice: Dice): RowEdit {
  const row = dice.one(rows);
  if (row.id.endsWith('/projects/')) return newProject(row, dice);
  const [, task, project] = /^tasks\/([^/]+)(?:\/projects\/(.+))?$/.exec(row.id) ?? [];
  switch (dice.below(4)) {
    case 0: {
      const edit = typed(row, { state: '종료' }, true);
      return { ...edit, isMadeBy: (all) => all.some((one) => one.kind === 'end' && one.project === project) };
    }
    case 1: {
      const names = rows.map(({ texts }) => texts.get('task') ?? '').filter((name) => name !== '');
      const name = dice.one(names);
      if (name === row.texts.get('task')) return { ...typed(row, {}, true), isMadeBy: () => true };
      const edit = typed(row, { task: name }, true);
      const isMoved = (one: Change) => one.kind === 'move' && one.task === task && one.project === project;
      return { ...edit, isMadeBy: (all) => all.some(isMoved) };
    }
    default: {
      const words = wordsBy(dice);
      const edit = typed(row, { [dice.one(['name', 'period'])]: words.typed }, words.plain);
      const says = (one: Change) => one.kind === 'text' && saysAs(one.after.text, words.read);
      return { ...edit, isMadeBy: (all) => all.some(says) };
    }
  }
}

function newProject(row: ProjectRow, dice: Dice): RowEdit {
  const words = wordsBy(dice);
  const [target, amount] = [dice.below(99), 1 + dice.below(99_999)];
  const source = dice.one(['national', 'province', 'district', 'private', 'other'] as const);
  const edit = typed(row, { name: words.typed, target, [source]: amount }, words.plain);
  return {
    ...edit,
    isMadeBy: (all) =>
      all.some(
        (one) =>
          one.kind === 'add' &&
          one.name.text === words.read &&
          one.funding[source]?.value.kind === 'quantity' &&
          one.funding[source].value.exact.equals(amount),
      ),
  };
}

function typed(
  row: ProjectRow,
  contents: Readonly<Record<string, Content>>,
  plain: boolean,
): Omit<RowEdit, 'isMadeBy'> {
  const placed = Object.entries(contents).map(([key, content]) => [
    `${row.sheet}!${row.cells.get(key)}`,
    content,
  ]);
  return { row, contents: Object.fromEntries(placed), plain };
}

interface Words {
  readonly typed: Content;
  /** As an import takes them: blanks single, characters composed. */
  readonly read: string;
  readonly plain: boolean;
}

function wordsBy(dice: Dice): Words {
  const plain = dice.once(2);
  const [odd, twice] = [dice.one(CHARACTERS), dice.one(CHARACTERS)];
  const text = plain
    ? dice.one([
        '창업 공간 조성',
        '새일센터: "인턴" 지원',
        "'23년 사업 #1",
        '- 찾아가는 상담',
        'null',
        '2023. 3. ~ 11.',
      ])
    : dice.one([`사업${odd}`, `${odd}사업`, `사업 ${odd}${twice} 둘`, odd, `_x0041_${odd}`]);
  const escaped = text
    .replaceAll('_x0041_', '_x005F_x0041_')
    .replaceAll(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
    .replaceAll(/\p{Cc}|\p{Cs}|\uffff/gu, (one) => `_x${hexadecimal(one)}_`);
  return {
    typed: { attributes: ' t="inlineStr"', xml: `<is><t xml:space="preserve">${escaped}</t></is>` },
    read: text.normalize('NFC').replaceAll(/\s+/g, ' ').trim(),
    plain,
  };
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** Whether a line of a YAML file has the words, in whichever spelling. */
function saysAs(line: string, words: string): boolean {
  return line.includes(words) || line.includes(JSON.stringify(words));
}
