// A workbook edited as people do -> exactly these changes in the next edition.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { KEPT } from '../kept.ts';
import {
  type Content,
  changesOf,
  faultsOf,
  HEAD,
  imported,
  PLAN,
  packed,
  partNameOf,
  partsOf,
  type Workbook,
  withCells,
  withRowOrder,
  workbooksOf,
} from './import-plan.ts';

const INPUT = '세부사업별(입력)';
let books: ReadonlyMap<string, Uint8Array>;
const book = (name: Workbook) => books.get(name) ?? new Uint8Array();

beforeAll(async () => {
  books = await workbooksOf(PLAN);
});

/** The changes that come of edits in the sheet of projects. */
function changed(edits: Readonly<Record<string, Content>>): readonly string[] {
  const placed = Object.fromEntries(
    Object.entries(edits).map(([cell, content]) => [`${INPUT}!${cell}`, content]),
  );
  return changesOf(imported(withCells(book('budget.xlsx'), placed)));
}

describe('nothing changed', () => {
  it.each(['budget.xlsx', 'targets.xlsx'] as const)('%s', (name) => {
    const result = imported(book(name), PLAN, name);
    expect([faultsOf(result), result.edition?.changes]).toEqual([[], []]);
  });

  it('a name that looks like an escaped character, which Excel would show as that', async () => {
    const named = new Map(PLAN).set(
      'tasks/intern.yaml',
      (PLAN.get('tasks/intern.yaml') ?? '').replace('행정 인턴', '행정_x0041_인턴'),
    );
    const bytes = (await workbooksOf(named)).get('budget.xlsx') ?? new Uint8Array();
    expect(partsOf(bytes).get('xl/sharedStrings.xml')).toContain('행정_x005F_x0041_인턴');
    const result = imported(bytes, named);
    expect([faultsOf(result), result.edition?.changes]).toEqual([[], []]);
  });

  // Made once from these workbooks by LibreOffice 7 (`soffice --headless --convert-to xlsx`), which writes every part its own way.
  it.each(['budget', 'targets'])('%s.xlsx, saved by LibreOffice', (name) => {
    const bytes = readFileSync(new URL(`../fixtures/import/${name}-libreoffice.xlsx`, import.meta.url));
    const result = imported(bytes, PLAN, `${name}.xlsx`);
    expect([faultsOf(result), result.edition?.changes]).toEqual([[], []]);
  });
});

describe('an amount', () => {
  it.each<[string, Content]>([
    ['a number', 16000],
    ['a binary number of 17 digits', { xml: '<v>16000.000000000002</v>' }],
    ['an exponent', { xml: '<v>1.6E4</v>' }],
    ['a text with commas', '16,000'],
    ['a text with blanks and a unit', ' 16,000 천원'],
    ['full-width digits', '１６，０００'],
    ['a text that a formula would give', { attributes: ' t="str"', xml: '<v>16000</v>' }],
    [
      'runs of rich text',
      { attributes: ' t="inlineStr"', xml: '<is><r><t>16</t></r><r><t>,000</t></r></is>' },
    ],
  ])('typed as %s', (_, content) => {
    expect(changed({ G6: content })).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 16000 }',
    ]);
  });

  it('given up, and given where a project had none from that source', () => {
    expect(changed({ G6: null, H7: 400, I7: '-' })).toEqual([
      "{ set: tasks/startup/projects/room/funding/national, before: 1500, after: '-' }",
      "{ set: tasks/startup/projects/school/funding/district, before: 700, after: '-' }",
      "{ set: tasks/startup/projects/school/funding/province, before: '-', after: 400 }",
    ]);
  });

  it('of a task as a whole, with the reason beside it', () => {
    expect(changed({ G10: 2500, H10: 100, M10: '국비 증액: 2차' })).toEqual([
      '{ set: tasks/course/funding/national, before: 2000, after: 2500, reason: "국비 증액: 2차" }',
      '{ set: tasks/course/funding/province, before: \'-\', after: 100, reason: "국비 증액: 2차" }',
    ]);
  });
});

describe('a project', () => {
  it('is added in a spare row', () => {
    expect(changed({ C11: '청년 인턴(2기)', D11: '5. ~ 12.', E11: 4, G11: '1,000', I11: 500 })).toEqual([
      '{ add: tasks/startup/projects/cheongnyeon-inteon-2gi, name: 청년 인턴(2기), period: { text: "5. ~ 12.", from: 5, to: 12 }, target: 4, funding: { national: 1000, district: 500 } }',
    ]);
  });

  it('is added with a total alone, in another task than the spare row was kept for', () => {
    expect(changed({ B11: '여성 교육', C11: '새 사업', F11: 900 })).toEqual([
      '{ add: tasks/course/projects/sae-saeop, name: 새 사업, funding: { total: 900 } }',
    ]);
  });

  it('is ended, moved, renamed, given a period', () => {
    expect(changed({ L6: '종료', G6: 1, B7: '청년 인턴', C8: "창업 '새' 점포", D9: '3. ~ 6.' })).toEqual([
      String.raw`{ text: tasks/startup.yaml, before: "  - { id: shop, name: 창업 점포, target: 3, funding: { district: 90 } }", after: "  - { id: shop, name: \"창업 '새' 점포\", target: 3, funding: { district: 90 } }" }`,
      String.raw`{ text: tasks/intern.yaml, before: "    name: 행정 인턴", after: "    name: 행정 인턴\n    period: { text: \"3. ~ 6.\" }" }`,
      '{ move: tasks/startup/projects/school, to: tasks/intern }',
      '{ end: tasks/startup/projects/room }',
    ]);
  });

  it('is found by its name and task where its id was lost', () => {
    const result = imported(withCells(book('budget.xlsx'), { [`${INPUT}!A6`]: null, [`${INPUT}!G6`]: 1600 }));
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
    ]);
    expect(result.diagnostics.map(({ rule, place }) => [rule, 'cell' in place && place.cell])).toEqual([
      ['row-without-id', `${INPUT}!C6`],
    ]);
  });
});

describe('statistics and targets', () => {
  const edited = (edits: Readonly<Record<string, Content>>) =>
    changesOf(imported(withCells(book('targets.xlsx'), edits), PLAN, 'targets.xlsx'));

  it('are read from their tables: numbers, nil and what was not known', () => {
    expect(edited({ '표01!B5': '△42,500', '표01!C6': 57558, '표01!E5': 60.5, '표01!E6': '61.0%' })).toEqual([
      '{ set: tables/openings/2021/openings, before: 42405, after: -42500 }',
      '{ set: tables/openings/2021/rate, before: 60.4, after: 60.5 }',
      "{ set: tables/openings/2022/seekers, before: '-', after: 57558 }",
      '{ set: tables/openings/2022/rate, before: missing, after: 61.0 }',
    ]);
  });

  it('keep their decimals where Excel drops them', () => {
    expect(edited({ '표01!E5': 61 })).toEqual([
      '{ set: tables/openings/2021/rate, before: 60.4, after: 61.0 }',
    ]);
  });
});

describe('rows in another order', () => {
  it('of projects', () => {
    const sorted = withRowOrder(
      withCells(book('budget.xlsx'), { [`${INPUT}!G6`]: 1600, [`${INPUT}!I9`]: 1700 }),
      INPUT,
      6,
      [9, 11, 8, 10, 7, 6, 12, 13, 14, 15, 16],
    );
    expect(changesOf(imported(sorted))).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
      '{ set: tasks/intern/projects/office/funding/district, before: 1600, after: 1700 }',
    ]);
  });

  it('of statistics', () => {
    const edited = withCells(book('targets.xlsx'), { '표01!B4': 41500 });
    const sorted = withRowOrder(edited, '표01', 4, [6, 5, 4]);
    expect(changesOf(imported(sorted, PLAN, 'targets.xlsx'))).toEqual([
      '{ set: tables/openings/2020/openings, before: 41000, after: 41500 }',
    ]);
  });
});

describe('a workbook in another form', () => {
  /** As Excel does it: cells move, and with them the references that lead to them. */
  function withInsertedRow(bytes: Uint8Array, sheet: string, at: number, name = sheet): Uint8Array {
    const parts = partsOf(bytes);
    const part = partNameOf(parts, sheet);
    const later = (row: string) => (Number(row) >= at ? Number(row) + 1 : Number(row));
    parts.set(
      part,
      (parts.get(part) ?? '')
        .replaceAll(/<row r="(\d+)"/g, (_, row: string) => `<row r="${later(row)}"`)
        .replaceAll(
          /<c r="([A-Z]+)(\d+)"/g,
          (_, column: string, row: string) => `<c r="${column}${later(row)}"`,
        )
        .replaceAll(/<mergeCell ref="[^"]*"\/>/g, '')
        .replaceAll(/<mergeCells[^>]*><\/mergeCells>/g, ''),
    );
    const origin = partNameOf(parts, '_iljari');
    const reference = new RegExp(
      `(?:'|&apos;)${sheet.replace(/[()]/g, '.')}(?:'|&apos;)!\\$([A-Z]+)\\$(\\d+)`,
      'g',
    );
    parts.set(
      origin,
      (parts.get(origin) ?? '').replaceAll(
        reference,
        (_, column: string, row: string) => `'${name}'!$${column}$${later(row)}`,
      ),
    );
    const book = parts.get('xl/workbook.xml') ?? '';
    parts.set('xl/workbook.xml', book.replace(`name="${sheet}"`, `name="${name}"`));
    return packed(parts);
  }

  it('with a row inserted, its sheet renamed, and no cells merged any more', () => {
    const edited = withCells(book('targets.xlsx'), { '표01!C4': 52500 });
    const moved = withInsertedRow(edited, '표01', 3, '구인 구직');
    expect(changesOf(imported(moved, PLAN, 'targets.xlsx'))).toEqual([
      '{ set: tables/openings/2020/seekers, before: 52000, after: 52500 }',
    ]);
    const projects = withInsertedRow(withCells(book('budget.xlsx'), { [`${INPUT}!I9`]: 1700 }), INPUT, 7);
    expect(changesOf(imported(projects))).toEqual([
      '{ set: tasks/intern/projects/office/funding/district, before: 1600, after: 1700 }',
    ]);
  });

  it('with numbers in the percentages of the program', () => {
    const parts = partsOf(withCells(book('targets.xlsx'), { '표01!E5': 0.62 }));
    const styles = parts.get('xl/styles.xml') ?? '';
    const count = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1]);
    parts.set('xl/styles.xml', styles.replace('</cellXfs>', '<xf numFmtId="10"/></cellXfs>'));
    const name = partNameOf(parts, '표01');
    const sheet = parts.get(name) ?? '';
    parts.set(name, sheet.replace(/<c r="E5" s="\d+"/, `<c r="E5" s="${count}"`));
    expect(changesOf(imported(packed(parts), PLAN, 'targets.xlsx'))).toEqual([
      '{ set: tables/openings/2021/rate, before: 60.4, after: 62.0 }',
    ]);
  });
});

describe('any inputs', () => {
  const places: Readonly<Record<string, string>> = {
    E6: 'tasks/startup/projects/room/target',
    G6: 'tasks/startup/projects/room/funding/national',
    I6: 'tasks/startup/projects/room/funding/district',
    I7: 'tasks/startup/projects/school/funding/district',
    E9: 'tasks/intern/projects/office/target',
    H9: 'tasks/intern/projects/office/funding/province',
    E10: 'tasks/course/target',
    I10: 'tasks/course/funding/district',
  };

  it('come back as the changes that were made, and no others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Object.keys(places)), { minLength: 1 }),
        fc.array(fc.integer({ min: 100_000, max: 99_999_999 }), { minLength: 8, maxLength: 8 }),
        fc.constantFrom(
          (value: number): Content => value,
          (value: number): Content => value.toLocaleString('en-US'),
        ),
        (cells, values, spell) => {
          const wanted = new Map(cells.map((cell, index) => [places[cell], values[index] ?? 0]));
          const edits = cells.map((cell, index) => [`${INPUT}!${cell}`, spell(values[index] ?? 0)]);
          const head = { ...HEAD, reason: '본예산 편성' };
          const bytes = withCells(book('budget.xlsx'), Object.fromEntries(edits));
          const { edition } = imported(bytes, PLAN, 'budget.xlsx', head);
          const changes = new Map(
            edition?.changes.map((change) =>
              change.kind === 'set' && change.after.value.kind === 'quantity'
                ? [change.address as string, Number(change.after.value.exact.toString())]
                : [change.kind, 0],
            ),
          );
          expect(changes).toEqual(wanted);
        },
      ),
      { seed: 20261130, numRuns: 8 },
    );
  });
});

describe('the workbook of an edition', () => {
  it('leads to the next one; the amounts of the last, which it shows beside, are no inputs', async () => {
    const { edition } = imported(withCells(book('budget.xlsx'), { [`${INPUT}!G6`]: 1600 }));
    const files = new Map(PLAN).set('editions/1.yaml', edition?.text ?? '');
    const first = (await workbooksOf(files, 1)).get('budget.xlsx') ?? new Uint8Array();
    const read = (edits: Readonly<Record<string, Content>>) => imported(withCells(first, edits), files);
    expect(read({}).edition).toMatchObject({ number: 2, changes: [] });
    expect(changesOf(read({ [`${INPUT}!G6`]: 1700 }))).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1600, after: 1700 }',
    ]);
    expect(changesOf(read({ '변경대비표!D8': 1 }))).toEqual(['변경대비표!D8 derived-typed-over']);
  });
});

describe('the edition', () => {
  it('is one that the plan takes: its figures have the new values', () => {
    const { edition } = imported(
      withCells(book('budget.xlsx'), {
        [`${INPUT}!H7`]: 400,
        [`${INPUT}!C11`]: '새 사업',
        [`${INPUT}!I11`]: 50,
        [`${INPUT}!L8`]: '종료',
      }),
    );
    const files = new Map([...PLAN, ['editions/1.yaml', edition?.text ?? '']]);
    const plan = readPlan({ displayRoot: 'plan', kept: KEPT, files }, { edition: 1 });
    const figures = plan.value && reviseFigures(plan.value);
    expect([...plan.diagnostics, ...(figures?.diagnostics ?? [])]).toEqual([]);
    const totals = [...(figures?.value?.book ?? [])].flatMap(([address, { effective }]) =>
      address === 'tasks/startup/funding/total' && effective.kind === 'quantity'
        ? [effective.exact.toString()]
        : [],
    );
    expect(totals).toEqual(['2950']);
  });
});
