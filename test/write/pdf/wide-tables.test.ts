// Tables too wide for their page: every number in one piece, closer, smaller, across the page or in parts that show the heads of the rows again.
import { describe, expect, it } from 'vitest';
import type { FigureRun } from '../../../src/document/inline.ts';
import type { TableBlock } from '../../../src/document/table.ts';
import { provePdf } from '../../../src/proof/prove-pdf.ts';
import { type LayoutMap, writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { WHOLE } from '../../whole.ts';
import { cell, documentOf, fonts, header, paragraph, rich, table, theme } from './documents.ts';
import { print, textsIn } from './print.ts';

const figure = { figure: 'tables/t/a/b' as never, align: 'right' } as const;
const numberOf = (row: number, column: number, digits: number) =>
  (10 ** (digits - 1) + row * 1000 + column).toLocaleString('en');

/** A head of rows, and columns of numbers under heads over two of them each. */
function wide(columns: number, digits: number, more: Partial<TableBlock> = {}): TableBlock {
  const over = Array.from({ length: Math.ceil(columns / 2) }, (_, pair) =>
    header(1 + pair * 2, `${pair + 1}분기`, { colSpan: Math.min(2, columns - pair * 2) }),
  );
  const heads = Array.from({ length: columns }, (_, column) => header(column + 1, `항목 ${column + 1}`));
  const rows = Array.from({ length: 4 }, (_, row) => [
    cell(0, `읍면${row}[^n]`),
    ...Array.from({ length: columns }, (_, column) =>
      cell(column + 1, numberOf(row, column, digits), figure),
    ),
  ]);
  return {
    ...table('t', 2, [[header(0, '구분', { rowSpan: 2 }), ...over], heads, ...rows], columns + 1),
    caption: rich('읍면별 현황'),
    ...more,
  };
}

const notes = documentOf([], { n: '읍과 면이다.' }).notes;

/** The numbers of the table that do not stand in one piece, and how often each head of a row stands there. */
function broken(layout: LayoutMap, columns: number, digits: number) {
  const texts = textsIn(layout, 't').map(({ text }) => text);
  const whole = new Set(texts);
  const numbers = Array.from({ length: 4 * columns }, (_, at) =>
    numberOf(at % 4, Math.floor(at / 4), digits),
  );
  return {
    cut: numbers.filter((number) => !whole.has(number)),
    parts: texts.filter((text) => text.startsWith('읍면0')).length,
  };
}

const COLUMNS = WHOLE ? Array.from({ length: 14 }, (_, index) => index + 7) : [7, 12, 20];

describe('a table too wide for its page', () => {
  it.each(
    COLUMNS.flatMap((columns) => (['normal', 'dense'] as const).map((density) => ({ columns, density }))),
  )('of $columns columns ($density) prints every number whole, and passes the proof', async ({
    columns,
    density,
  }) => {
    for (const digits of [5, 9]) {
      const { layout } = await print(
        [paragraph('before', '앞글'), wide(columns, digits, { density }), paragraph('after', '뒷글')],
        { notes },
      );
      expect(broken(layout, columns, digits)).toEqual({ cut: [], parts: expect.any(Number) });
    }
  });

  it('is set closer, then smaller, then across the page, then in parts', async () => {
    const looks = await Promise.all(
      [6, 9, 10, 14, 40].map(async (columns) => {
        const { layout } = await print(
          [paragraph('before', '앞글'), wide(columns, 7), paragraph('after', '뒷글')],
          { notes },
        );
        const [number] = textsIn(layout, 't').filter(({ text }) => text === numberOf(0, 0, 7));
        const pageOf = (block: string) => layout.blocks.get(block)?.[0]?.page ?? -1;
        return {
          size: number?.height,
          turned: layout.turned[pageOf('t')],
          after: layout.turned[pageOf('after')],
          parts: broken(layout, columns, 7).parts,
        };
      }),
    );
    const { table: normal, tableDense: dense } = theme.styles;
    expect(looks).toEqual([
      { size: normal.size, turned: false, after: false, parts: 1 },
      { size: normal.size, turned: false, after: false, parts: 1 },
      { size: dense.size, turned: false, after: false, parts: 1 },
      { size: expect.any(Number), turned: true, after: false, parts: 1 },
      { size: dense.size, turned: false, after: false, parts: expect.any(Number) },
    ]);
    expect(looks.at(-1)?.parts).toBeGreaterThan(1);
  });

  it('takes its heading and its remarks with it', async () => {
    const { layout } = await print(
      [
        paragraph('before', '앞글'),
        { kind: 'heading', id: 'over', title: rich('표의 제목') },
        wide(14, 7),
        { kind: 'remark', id: 'below', level: 1, marker: '※', content: rich('표의 풀이') },
        paragraph('after', '뒷글'),
      ],
      { notes },
    );
    const pages = ['before', 'over', 't', 'below', 'after'].map((id) => layout.blocks.get(id)?.[0]?.page);
    expect(pages).toEqual([0, 1, 1, 1, 2]);
  });

  it('is refused with the column that no page holds', async () => {
    const { value, diagnostics } = await writePdf(documentOf([wide(3, 300)], { n: '풀이' }), fonts);
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        rule: 'column-too-wide',
        message: expect.stringContaining('‘읍면별 현황’의 2번째 열 ‘1분기’가'),
      }),
    ]);
  });

  it.each([
    ['12'.repeat(200), ['figure-cut']],
    ['12 '.repeat(200).trim(), []],
  ])('the proof tells of a figure that a line cuts, and of none at a blank', async (text, rules) => {
    const run: FigureRun = {
      kind: 'figure',
      address: 'tables/t/a/b' as never,
      text,
      bold: false,
      typed: true,
    };
    const content = { ...rich(''), inlines: [run] };
    const document = documentOf([{ kind: 'paragraph', id: 'p', content }]);
    const { value } = await writePdf(document, fonts);
    if (value === undefined) throw new Error('not written');
    const told = provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics.map(
      ({ rule }) => rule,
    );
    expect(told).toEqual(rules);
  });

  it('widens a column of words for the number in it', async () => {
    const words = [cell(0, '가'), cell(1, '융자 10,000,000,000원'), cell(2, '설명 '.repeat(30).trim())];
    const { layout } = await print([{ ...table('t', 0, [words], 3), widths: [10, 1, 60] }]);
    expect(textsIn(layout, 't').map(({ text }) => text)).toContain('10,000,000,000원');
  });
});
