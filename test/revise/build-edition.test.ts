// A plan built at each of its editions: what the pages, the workbooks and their properties say, and what is marked.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { compareSources } from '../../src/commands/compare.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { plainText } from '../../src/document/inline.ts';
import type { Address } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import { sameValue } from '../../src/figure/quantity.ts';
import { layOut } from '../../src/write/pdf/page/lay-out.ts';
import { joined, readPages } from '../commands/pdf-text.ts';
import { textsOf } from '../commands/walk.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { fonts } from '../write/pdf/documents.ts';
import { opened } from '../write/pdf/print.ts';
import { CASES, revisedSources } from './revised-plan.ts';

const editions = new Map(
  [...textsIn(`${CASES}/three-in-a-row`)].filter(([name]) => name.startsWith('editions/')),
);
const sources = { ...revisedSources(editions), fonts };

async function built(edition: number, final = false): Promise<BuildResult> {
  const result = await build(sources, ['pdf', 'xlsx'], undefined, undefined, {
    edition,
    final,
    proof: edition === 1,
  });
  if (result.files.length === 0) throw new Error(JSON.stringify(result.diagnostics));
  return result;
}

function bytesOf({ files }: BuildResult, name: string): Uint8Array {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no ${name}`);
  return file.bytes;
}

async function workbookOf(result: BuildResult, name: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytesOf(result, name)).buffer as ArrayBuffer);
  return workbook;
}

let first: BuildResult;

beforeAll(async () => {
  first = await built(1);
});

describe('edition 0 of a plan with editions', () => {
  it('has the bytes of the plan without them', async () => {
    const alone = await build(
      { ...revisedSources(new Map()), fonts },
      ['pdf', 'xlsx'],
      undefined,
      undefined,
      {
        proof: false,
      },
    );
    const edition0 = await built(0);
    expect(edition0.files.map(({ name }) => name)).toEqual(alone.files.map(({ name }) => name));
    for (const { name, bytes } of alone.files)
      expect(Buffer.compare(bytesOf(edition0, name), bytes), name).toBe(0);
  });
});

describe('edition 1', () => {
  it('has its label, title and date on the cover, and title and date in the head of each page', async () => {
    const cover = first.document?.blocks.find(({ kind }) => kind === 'cover');
    expect(cover?.kind === 'cover' && cover.edition?.map(({ inlines }) => plainText(inlines))).toEqual([
      '수정공시(1차)',
      '제1회 추가경정예산',
      '2023. 5. 12.',
    ]);
    const pages = await readPages(bytesOf(first, 'plan.pdf'));
    expect(joined(pages[0]?.pieces ?? [])).toContain('수정공시(1차)제1회추가경정예산2023.5.12.');
    const heads = pages.filter(({ pieces }) => joined(pieces).includes('제1회추가경정예산(2023.5.12.)'));
    expect(heads.length).toBeGreaterThan(1);
  });

  it('says what it is in the properties of the file', async () => {
    const title = await opened(bytesOf(first, 'plan.pdf'), async (pdf) => (await pdf.getMetadata()).info);
    expect(title).toMatchObject({ Title: '2023년도 일자리대책 (제1회 추가경정예산)' });
    const budget = await workbookOf(first, 'budget.xlsx');
    expect(budget.title).toBe('2023년도 일자리대책 (제1회 추가경정예산)');
    expect(budget.worksheets[0]?.getCell('B3').value).toBe('제1회 추가경정예산 (2023. 5. 12.)');
    expect(budget.getWorksheet('_iljari')?.getCell('B2').value).toBe(1);
  });

  it('prints what changed in prose, tables and workbooks', async () => {
    const texts = textsOf(first.document ?? fail()).map(({ text }) => plainText(text.inlines));
    expect(texts).toContain('창업 공간: 목표 7명, 예산 1,900천원');
    expect(texts).toContain('취업 카페');
    // A stated sum moves along: 12 where 11 was computed, and 2 more.
    expect(first.book?.get('tasks/startup/target' as never)?.effective).toMatchObject({ kind: 'quantity' });
    expect(texts).toContain('14');
    const targets = await workbookOf(first, 'targets.xlsx');
    const sheet = targets.getWorksheet('세부사업별목표');
    expect(sheet?.getColumn(5).values).toEqual(expect.arrayContaining([7, 6, 40, 10]));
  });

  it('compares in the budget workbook with constants before and references now', async () => {
    const sheet = (await workbookOf(first, 'budget.xlsx')).getWorksheet('변경대비표');
    const row = sheet?.getRow(8);
    const values = ['A', 'C', 'D', 'G', 'H', 'K', 'L'].map((column) => row?.getCell(column).value);
    expect(sheet?.getCell('C3').value).toBe('기정예산액(A)');
    expect(values).toEqual([
      '    창업 공간',
      1800,
      1500,
      // By the project's id: people sort the sheet.
      {
        formula: expect.stringMatching(/^\(SUMIFS\(.+!\$F\$5:.+"tasks\/startup\/projects\/room"/u),
        result: 1900,
      },
      {
        formula: expect.stringMatching(/^\(SUMIFS\(.+!\$G\$5:.+"tasks\/startup\/projects\/room"/u),
        result: 1600,
      },
      { formula: 'G8-C8', result: 100 },
      { formula: 'H8-D8', result: 100 },
    ]);
  });
});

function fail(): never {
  throw new Error('no document');
}

describe('marks of what changed', () => {
  const placed = ({ pdf }: BuildResult) => pdf?.layout.texts ?? [];

  it('stand in a review copy on every changed figure and on no other', () => {
    const { book, document } = first;
    const before = evaluateFigures(
      [...(book ?? new Map()).values()].map(({ definition }) => definition),
    ).value;
    const moved = (address: Address) =>
      !sameValue(
        book?.get(address)?.effective ?? { kind: 'missing' },
        before?.get(address)?.effective ?? { kind: 'missing' },
      );
    const shown = placed(first).filter(({ figures }) => figures.length > 0);
    const own = shown.flatMap(({ figures, marked }) =>
      figures.filter((address) => !address.startsWith('compared/')).map((address) => ({ address, marked })),
    );
    expect(own.filter(({ marked }) => marked).length).toBeGreaterThan(10);
    for (const { address, marked } of own) {
      const isMarked = moved(address) && document?.edition?.marked.has(address) === true;
      expect(marked, address).toBe(isMarked);
    }
  });

  it('are not in a publication', async () => {
    const { value } = await compareSources({ ...sources, fonts }, { to: 1, files: false, places: false });
    expect(value?.document.reviewCopy).toBe(false);
    const layout = value && (await layOut(value.document, fonts)).value?.layout;
    expect(layout?.texts.length).toBeGreaterThan(0);
    expect(layout?.texts.filter(({ marked }) => marked)).toEqual([]);
  });
});

describe('an edition that there is not', () => {
  it('is refused with those that there are', async () => {
    const { files, diagnostics } = await build(sources, ['xlsx'], undefined, undefined, { edition: 7 });
    expect(files).toEqual([]);
    expect(diagnostics.map(({ rule, place, expected }) => [rule, formatLocation(place), expected])).toEqual([
      ['unknown-edition', 'plan/editions/7.yaml:1:1', '0, 1, 2, 3 가운데 하나'],
    ]);
  });
});

describe('an edition with a title as long as a line', () => {
  it('keeps its head inside the page and off the name of the part', async () => {
    const long = new Map([
      ...editions,
      [
        'editions/1.yaml',
        (editions.get('editions/1.yaml') ?? '').replace('제1회 추가경정예산', '긴 이름 '.repeat(40)),
      ],
    ]);
    const { pdf } = await build({ ...revisedSources(long), fonts }, ['pdf'], undefined, undefined, {
      edition: 1,
      proof: false,
    });
    const heads = (pdf?.layout.texts ?? []).filter(({ role, y }) => role === 'furniture' && y < 80);
    const titled = heads.filter(({ text }) => text.includes('긴 이름'));
    expect(titled.length).toBeGreaterThan(0);
    for (const head of titled) {
      const right = heads.filter(({ page, x }) => page === head.page && x > head.x);
      for (const other of right) expect(head.x + head.width).toBeLessThanOrEqual(other.x);
    }
  });
});

describe('an edition with a title that has a character of no font', () => {
  it('is refused at the title, though the head of each page repeats it', async () => {
    const odd = (editions.get('editions/1.yaml') ?? '').replace('제1회 추가경정예산', '제1회 \u{1F004}');
    const files = new Map([...editions, ['editions/1.yaml', odd]]);
    const { diagnostics } = await build({ ...revisedSources(files), fonts }, ['pdf'], undefined, undefined, {
      edition: 1,
    });
    const errors = diagnostics.filter(({ rule }) => rule === 'missing-glyph');
    expect(new Set(errors.map(({ place }) => place.file))).toEqual(new Set(['plan/editions/1.yaml']));
  });
});
