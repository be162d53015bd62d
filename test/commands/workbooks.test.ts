// The bundled plan's workbooks, read back: every formula proved, the tables equal to the printed ones, inputs marked and listed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { importEdition } from '../../src/commands/import-edition.ts';
import { composeBudget } from '../../src/compose/compose-targets.ts';
import type { Workbook } from '../../src/document/workbook.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { partNamed, partsIn } from '../write/xlsx/parts.ts';
import { schemaFaults } from '../write/xlsx/schema.ts';
import { proveFormulas, readBack } from '../write/xlsx/sheets.ts';
import { type BundledWorkbooks, bundledWorkbooks } from './bundled-plan.ts';

type File = Awaited<ReturnType<typeof readBack>>;

async function written(workbook: Workbook): Promise<File> {
  const { value, diagnostics } = await writeWorkbook(workbook);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error('nothing was written');
  return readBack(value);
}

/** The row of the last project or whole task of the input sheet. */
const LAST_PROJECT = 40;

let plan: BundledWorkbooks;
let composed: Workbook;
let budget: File;
let targets: File;

beforeAll(async () => {
  plan = await bundledWorkbooks();
  composed = composeBudget(plan.plan, plan.book, plan.document);
  budget = await readBack(plan.budget);
  targets = await readBack(plan.targets);
}, 60_000);

/** What each cell of a row shows: numbers, results of formulas, texts. */
function row(file: File, sheet: string, number: number): readonly unknown[] {
  const found = file.getWorksheet(sheet)?.getRow(number);
  const values: unknown[] = [];
  found?.eachCell({ includeEmpty: true }, (cell) => {
    values.push(cell.formula === undefined ? cell.value : cell.result);
  });
  return values;
}

function visible(file: File) {
  return file.worksheets.filter(({ state }) => state === 'visible');
}

/** Every number of a sheet, merged cells once. */
function numbersOf(sheet: ReturnType<File['getWorksheet']>): number[] {
  const numbers: number[] = [];
  sheet?.eachRow((one) =>
    one.eachCell((cell) => {
      const held = cell.formula === undefined ? cell.value : cell.result;
      if (typeof held === 'number' && cell.master === cell) numbers.push(held);
    }),
  );
  return numbers;
}

/** The same, sums together with their 공시차이: what they were published as. */
function publishedNumbersOf(sheet: ExcelJS.Worksheet): number[] {
  const model = composed.sheets.find(({ name }) => name === sheet.name);
  const number = (row: number, column: number): number => {
    const cell = sheet.getCell(row, column + 1);
    return Number((cell.formula === undefined ? cell.value : cell.result) ?? 0);
  };
  return (model?.rows ?? []).flatMap((row, index) => {
    const at = index + 3;
    return row.flatMap(({ column, content }) => {
      if (content.kind !== 'figure') return [];
      const more = row.find(
        (one) => one.content.kind === 'difference' && one.content.address === content.address,
      );
      return [number(at, column) + (more === undefined ? 0 : number(at, more.column))];
    });
  });
}

describe('targets.xlsx', () => {
  it('has the targets first and then every captioned table in the order of the publication', () => {
    const names = visible(targets).map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(['표지', '공통목표', '분야별목표', '실천과제별목표', '세부사업별목표']);
    expect(names.slice(5)).toEqual([
      ...Array.from({ length: 18 }, (_, index) => `표${String(index + 1).padStart(2, '0')}`),
      '실천과제별예산',
      '그밖의수치(입력)',
    ]);
  });

  it('has no constant among its targets and budgets of fields: they follow from the tasks', () => {
    const sheet = targets.getWorksheet('분야별목표') ?? expect.unreachable();
    for (let number = 5; number <= 10; number++)
      for (let column = 2; column <= 6; column++)
        expect(sheet.getRow(number).getCell(column).formula, `${number} ${column}`).toBeTypeOf('string');
    expect(sheet.getCell('D5').formula).toBe('(SUM(D6:D10))');
    expect(targets.getWorksheet('실천과제별예산')?.getCell('D5').formula).toBe('SUM(D6:D7)');
  });

  it('computes what it shows, across sheets too', () => {
    expect(proveFormulas(targets)).toBeGreaterThan(250);
    expect(targets.getWorksheet('분야별목표')?.getCell('B6').formula).toContain("'실천과제별목표'!");
  });
});

describe('the inputs of targets.xlsx', () => {
  const YELLOW = 'FFFFF9DB';

  it('are yellow, and nothing else is', () => {
    const listed = new Set<string>();
    targets.getWorksheet('_iljari')?.eachRow((one) => {
      if (one.getCell(1).value !== 'input') return;
      const [, sheet, cell = ''] = /^'(.+)'!(.+)$/.exec(one.getCell(3).formula) ?? [];
      listed.add(`${sheet}!${cell.replaceAll('$', '')}`);
    });
    const yellow: string[] = [];
    for (const sheet of visible(targets)) {
      sheet.eachRow((one) =>
        one.eachCell({ includeEmpty: true }, (cell) => {
          const { fill, master, address, value } = cell;
          if (fill?.type !== 'pattern' || fill.fgColor?.argb !== YELLOW || master !== cell) return;
          expect(cell.dataValidation, address).toMatchObject({ promptTitle: '입력', showInputMessage: true });
          // A project without a target has no figure yet, and a place for one.
          if (value === null && sheet.name === '세부사업별목표') return;
          yellow.push(`${sheet.name}!${address}`);
        }),
      );
    }
    expect(yellow.toSorted()).toEqual([...listed].toSorted());
  });

  it('are told in words where no table has them', () => {
    const sheet = targets.getWorksheet('그밖의수치(입력)');
    const labels: string[] = [];
    sheet?.eachRow((one, number) => {
      if (number > 3) labels.push(one.getCell(2).text);
    });
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('안정적인 일자리 〔60,247〕개 창출');
    for (const label of labels) expect(label).toMatch(/[가-힣]/);
  });
});

describe('the tables as they were published', () => {
  const { tables } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../fixtures/publication.json'), 'utf8'),
  ) as { readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly string[])[] }[] };
  /** The sheets that hold what the overview, the summary and the targets say; statistics follow from T03 on as 표01 … 표18. */
  const SHEETS: Readonly<Record<string, readonly string[]>> = {
    T01: ['총괄', '실천과제별'],
    T02: ['총괄', '공통목표'],
    T21: ['공통목표'],
    T22: ['분야별목표'],
    T23: ['세부사업별목표'],
  };

  it.each(tables.slice(0, 23))('hold every number of $id as a number', ({ id, rows }) => {
    const names = SHEETS[id] ?? [`표${String(Number(id.slice(1)) - 2).padStart(2, '0')}`];
    const held = names.flatMap((name) => {
      const sheet = budget.getWorksheet(name);
      return sheet === undefined ? numbersOf(targets.getWorksheet(name)) : publishedNumbersOf(sheet);
    });
    const published = rows.flat().flatMap((cell) => {
      const [, number] = /^(△?[\d,]+(?:\.\d+)?)(?:명|개|%)?$/u.exec(cell) ?? [];
      return number === undefined ? [] : [Number(number.replace('△', '-').replaceAll(',', ''))];
    });
    // The table of projects says names only.
    if (id !== 'T23') expect(published.length).toBeGreaterThan(4);
    for (const number of published) {
      const at = held.indexOf(number);
      expect(at, `${number} of ${published.join(' ')}`).toBeGreaterThanOrEqual(0);
      held.splice(at, 1);
    }
  });
});

describe('both workbooks', () => {
  it('have a cell for every input of the plan but the counts of its parts', () => {
    const held = new Set(
      [budget, targets].flatMap((file) => {
        const listed: unknown[] = [];
        file.getWorksheet('_iljari')?.eachRow((one) => {
          if (one.getCell(1).value === 'input') listed.push(one.getCell(2).value);
        });
        return listed;
      }),
    );
    const inputs = plan.plan.figures.filter(({ relation }) => relation === undefined);
    const missing = inputs.map(({ address }) => address).filter((address) => !held.has(address));
    const counts = ['strategy-count', 'task-count', 'project-count'].map((name) => `strategies/all/${name}`);
    expect(missing.filter((address) => address.startsWith('strategies/'))).toEqual(counts);
    // A task whose projects have all of its amounts has no row of its own for a source that none of them has.
    for (const address of missing.filter((one) => !counts.includes(one))) {
      expect(address).toMatch(/^tasks\/[^/]+\/funding\/[a-z]+$/);
      expect([address, plan.book.get(address)?.effective.kind]).toEqual([address, 'nil']);
    }
  });

  it('say nothing new when they come back as they are', () => {
    for (const [name, bytes] of [
      ['budget.xlsx', plan.budget],
      ['targets.xlsx', plan.targets],
    ] as const) {
      const { edition, diagnostics } = importEdition({ name, bytes }, plan.folder, {
        ...{ title: '제1회 추가경정예산', kind: '추경', date: '2023-05-12', published: true },
      });
      expect([name, diagnostics, edition?.changes]).toEqual([name, [], []]);
    }
  });

  it('open with a cover that leads to every other sheet', () => {
    for (const [file, bytes] of [
      [budget, plan.budget],
      [targets, plan.targets],
    ] as const) {
      const shown = visible(file).map(({ name }) => name);
      const cover = partNamed(partsIn(bytes), 'xl/worksheets/sheet1.xml');
      const links = [...cover.matchAll(/<hyperlink ref="B\d+" location="&apos;(.+?)&apos;!A1"\/>/g)];
      expect(links.map(([, name]) => name)).toEqual(shown.slice(1));
      expect(partsIn(bytes).has('xl/worksheets/_rels/sheet1.xml.rels')).toBe(false);
    }
  });

  it('say behind each link what the sheet is about', () => {
    for (const file of [budget, targets]) {
      const lines = Array.from({ length: visible(file).length - 1 }, (_, index) =>
        row(file, '표지', 6 + index),
      );
      for (const [, link, caption] of lines) {
        const text = String(link);
        const shown = file
          .getWorksheet(text)
          ?.getCell('A1')
          .text.replaceAll(/^[\s<〈]+|\d+\)|[\s>〉]+$/g, '');
        expect([text, caption]).toEqual([text, shown?.trim()]);
      }
    }
    expect(row(targets, '표지', 10).slice(1)).toEqual(['표01', '주민등록인구현황']);
  });

  it('show no address, id of the data or template outside of hidden columns', () => {
    for (const file of [budget, targets]) {
      for (const sheet of visible(file)) {
        sheet.eachRow((one) =>
          one.eachCell(({ text, address, col }) => {
            if (sheet.getColumn(col).hidden) return;
            expect(text, `${sheet.name}!${address}`).not.toMatch(/[a-z0-9-]+\/[a-z0-9-]+|\{\{|\[\^/);
          }),
        );
      }
    }
  });

  it('say on the cover what they are', () => {
    for (const file of [budget, targets]) {
      expect(row(file, '표지', 1)[0]).toBe('2023년도 일자리대책 연차별 세부계획');
      expect([2, 3, 4].map((number) => row(file, '표지', number).slice(0, 2))).toEqual([
        ['기관', '인천광역시 서구'],
        ['판', '당초'],
        ['공시일', '2023. 3. 31.'],
      ]);
      expect([file.title, file.creator]).toEqual(['2023년도 일자리대책 연차별 세부계획', '인천광역시 서구']);
    }
  });

  it('are valid by the transitional schemas of ECMA-376', async () => {
    for (const bytes of [plan.budget, plan.targets]) expect(await schemaFaults(partsIn(bytes))).toEqual([]);
  });

  it('print each sheet whole on A4 across one page, with page numbers and repeated headers', () => {
    for (const [file, bytes] of [
      [budget, plan.budget],
      [targets, plan.targets],
    ] as const) {
      const workbook = partNamed(partsIn(bytes), 'xl/workbook.xml');
      for (const sheet of visible(file)) {
        const { columnCount, rowCount } = sheet;
        // Rows to spare and columns for the program are left out.
        const isInput = sheet.name === '세부사업별(입력)';
        const printed = isInput ? { row: LAST_PROJECT, column: 14 } : { row: rowCount, column: columnCount };
        const last = sheet.getCell(printed.row, printed.column).address.replace(/^([A-Z]+)/, '$1$$');
        expect(workbook).toContain(`&apos;${sheet.name}&apos;!$A$1:$${last}<`);
        expect(sheet.pageSetup).toMatchObject({
          paperSize: 9,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        });
        expect(sheet.headerFooter.oddFooter).toBe('&C- &P -');
        if (sheet.name !== '표지') expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
      }
    }
  });

  it('have columns wide enough for their numbers, which Excel would print as ####', () => {
    let count = 0;
    for (const file of [budget, targets]) {
      for (const sheet of file.worksheets.filter(({ state }) => state === 'visible')) {
        sheet.eachRow((one) =>
          one.eachCell((cell) => {
            const held = cell.formula === undefined ? cell.value : cell.result;
            if (typeof held !== 'number' || cell.isMerged) return;
            const [, decimals = '', unit = ''] = /^#,##0(?:\.(0+))?(?:"(.*?)")?;/u.exec(cell.numFmt) ?? [];
            const number = held.toLocaleString('en', {
              minimumFractionDigits: decimals.length,
              maximumFractionDigits: decimals.length,
            });
            // △ and the letters of a unit are two characters wide; a character is kept free beside a rule.
            const needed = number.length + (held < 0 ? 1 : 0) + 2 * unit.length + 1;
            expect(sheet.getColumn(cell.col).width, `${sheet.name}!${cell.address}`).toBeGreaterThanOrEqual(
              needed,
            );
            count++;
          }),
        );
      }
    }
    expect(count).toBeGreaterThan(900);
  });

  it('hold no number as text', () => {
    for (const file of [budget, targets]) {
      for (const sheet of visible(file)) {
        if (sheet.name === '표지') continue;
        sheet.eachRow((one) =>
          one.eachCell(({ value, address }) => {
            if (typeof value === 'string')
              expect(value, `${sheet.name}!${address}`).not.toMatch(/^△?[\d,]+(\.\d+)?$/u);
          }),
        );
      }
    }
  });
});

describe('budget.xlsx', () => {
  it('has the summary as its parts come to now, the exact amounts beside, and what was published as more', () => {
    const all = row(budget, '총괄', 5);
    expect(all.slice(0, 15)).toEqual([
      ...['총 계', 13970],
      ...[82963, 47261, 35702, 15962, 19740, 0, 0],
      ...[82964056, 47261163, 15962726, 19740167, 0, 0],
    ]);
    // Published: 82,964백만원 of 47,111, 35,853, 16,113 and 19,740; 82,964,359천원 of 47,110,965, 16,113,327 and 19,740,067.
    expect(row(budget, '총괄', 3).filter((text) => String(text).startsWith('공시차이'))).toHaveLength(8);
    expect(all.slice(15)).toEqual([1, -150, 151, 151, 303, -150198, 150601, -100]);
    expect(row(budget, '총괄', 6).slice(0, 9)).toEqual([
      ...['청년 일자리 확대', 2298],
      ...[1186, 240, 946, 87, 859, 0, 0],
    ]);
  });

  it('calls the sources as a 자치구 does, and names the totals', () => {
    expect(row(budget, '총괄', 4).slice(2, 7)).toEqual(['합계', '국비', '지방비', '시비', '구비']);
    expect(budget.getWorksheet('총괄')?.getCell('C5').names).toEqual(['예산_합계_백만원']);
    expect(budget.definedNames.getRanges('일자리목표_총계').ranges).toEqual(["'총괄'!$B$5"]);
    expect(targets.definedNames.getRanges('일자리목표_총계').ranges).toEqual(["'실천과제별목표'!$C$4"]);
  });

  it('computes what it shows: sums by the name of the task, and beside them what they were published as more', () => {
    expect(proveFormulas(budget)).toBeGreaterThan(80);
    const sheet = budget.getWorksheet('실천과제별');
    // 국비 of the youth jobs: stated 34,380 where the projects give 184,380.
    expect(sheet?.getCell('E6').formula).toMatch(/^SUMIFS\(.+,\$B6\)-SUMIFS\(.+,\$B6,.+,"종료"\)$/u);
    expect([sheet?.getCell('E6').result, sheet?.getCell('M6').value]).toEqual([184380, -150000]);
    for (const file of visible(budget))
      file.eachRow((one) => {
        one.eachCell(({ formula, note }) => {
          // Nothing refers to a column of differences, and no number hides in a sum.
          expect(formula ?? '').not.toMatch(/'실천과제별'!\$?[K-Z]|\)[+-]\d/u);
          expect(note).toBeUndefined();
        });
      });
  });

  it('keeps a project in another unit in that of its column', () => {
    // 21,356백만원.
    const sheet = budget.getWorksheet('세부사업별(입력)');
    const cells = ['C21', 'F21', 'G21', 'H21'].map((name) => sheet?.getCell(name));
    expect(cells.map((cell) => cell?.result ?? cell?.value)).toEqual([
      ...['노인 일자리 및 사회활동 지원 사업', 21356000, 10678000, 5339000],
    ]);
    expect(cells[2]?.numFmt).toBe('#,##0;"△"#,##0;"-"');
  });

  it('takes numbers from 0 on, three words and the names of tasks, and hides what is there for the program', () => {
    const sheet = budget.getWorksheet('세부사업별(입력)') ?? expect.unreachable();
    expect([1, 14, 15, 21].map((column) => sheet.getColumn(column).hidden)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(sheet.getCell('A6').value).toBe('tasks/youth-startup/projects/good-value');
    expect(sheet.getCell('G6').dataValidation).toMatchObject({
      ...{ type: 'decimal', operator: 'greaterThanOrEqual' },
      ...{ promptTitle: '입력', prompt: expect.stringContaining('천원') },
    });
    expect(sheet.getCell('L6').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"유지,신규,종료"'],
    });
    expect(sheet.getCell('B6').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'실천과제별'!$B$5:$B$18"],
    });
    expect(['C6', 'D6', 'L6', 'M6', 'M41'].map((name) => sheet.getCell(name).numFmt)).toEqual(
      Array(5).fill('@'),
    );
    expect(['H6', 'J41', 'E41'].map((name) => sheet.getCell(name).numFmt)).toEqual(
      Array(3).fill('#,##0;"△"#,##0;"-"'),
    );
    expect(sheet.autoFilter).toBe('A5:U68');
  });

  it('keeps two rows free for each task below all projects, with their own total', () => {
    const sheet = budget.getWorksheet('세부사업별(입력)') ?? expect.unreachable();
    expect(row(budget, '세부사업별(입력)', LAST_PROJECT)[2]).toBe('과제 전체');
    const free = Array.from({ length: 28 }, (_, index) => sheet.getRow(LAST_PROJECT + 1 + index));
    const tasks = plan.plan.programme.strategies.flatMap((one) => one.tasks);
    expect(free.map((one) => one.getCell(1).value)).toEqual(
      tasks.flatMap(({ id }) => Array(2).fill(`tasks/${id}/projects/`)),
    );
    expect(free.map((one) => one.getCell(2).value)).toEqual(
      tasks.flatMap(({ name }) => Array(2).fill(name.canonical.text)),
    );
    for (const one of free) {
      expect(one.getCell(6).formula).toBe(`SUM(G${one.number}:K${one.number})`);
      for (const column of [3, 4, 5, 7, 8, 9, 10, 11, 12, 13]) expect(one.getCell(column).value).toBeNull();
    }
    expect(sheet.rowCount).toBe(LAST_PROJECT + 28);
  });

  it('lists every figure with its kind, its address, a reference to its cell and the value that it was written with', () => {
    for (const [file, least] of [
      [budget, 100],
      [targets, 250],
    ] as const) {
      const sheet = file.getWorksheet('_iljari');
      expect(sheet?.state).toBe('veryHidden');
      expect(row(file, '_iljari', 1)).toEqual(['plan', 'incheon-seogu-2023']);
      expect(row(file, '_iljari', 2)).toEqual(['edition', 0]);
      let inputs = 0;
      sheet?.eachRow((listed) => {
        const [kind, address] = [listed.getCell(1).value, String(listed.getCell(2).value)];
        if (kind !== 'input' && kind !== 'derived' && kind !== 'rest') return;
        const [, name = '', place = ''] = /^'(.+)'!(.+)$/.exec(listed.getCell(3).formula) ?? [];
        const cell = file.getWorksheet(name)?.getCell(place.replaceAll('$', ''));
        if (kind === 'input') {
          inputs++;
          expect([address, cell?.formula]).toEqual([address, undefined]);
        }
        const held = cell?.formula === undefined ? cell?.value : cell.result;
        const exported = listed.getCell(4).value;
        if (typeof held === 'number')
          expect([address, exported === '-' ? 0 : Number(exported)]).toEqual([address, held]);
        else if (held === null) expect([address, exported]).toEqual([address, null]);
      });
      expect(inputs).toBeGreaterThan(least);
    }
  });

  it('moves with one changed input what follows from it, and nothing else', async () => {
    const address = 'tasks/youth-startup/projects/good-value/funding/national' as never;
    const change = parseQuantity('66160');
    if (change === undefined) throw new Error('no quantity');
    const changed = evaluateFigures(plan.plan.figures, new Map([[address, change]])).value;
    if (changed === undefined) throw new Error('nothing was evaluated');
    const after = await written(composeBudget(plan.plan, changed, plan.document));
    const moved: string[] = [];
    for (const sheet of visible(budget)) {
      sheet.eachRow((one) => {
        one.eachCell((cell) => {
          const other = after.getWorksheet(sheet.name)?.getCell(cell.address);
          const [before, now] = [cell, other].map((held) =>
            held?.formula === undefined ? held?.value : held.result,
          );
          if (typeof before === 'number' && before !== now) moved.push(`${sheet.name}!${cell.address}`);
        });
      });
    }
    expect(moved.sort()).toEqual(
      [
        '총괄!C5',
        '총괄!D5',
        '총괄!C6',
        '총괄!D6',
        '총괄!J5',
        '총괄!K5',
        '총괄!J6',
        '총괄!K6',
        '실천과제별!D4',
        '실천과제별!E4',
        '실천과제별!J4',
        '실천과제별!D5',
        '실천과제별!E5',
        '실천과제별!J5',
        ...['F3', 'G3', 'F4', 'G4', 'F6', 'G6'].map((cell) => `세부사업별(입력)!${cell}`),
      ].sort(),
    );
  });
});
