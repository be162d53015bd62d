import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import type { TableCell } from '../../../src/document/table.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { joined, readPages, squeeze } from '../../commands/pdf-text.ts';
import { cell, documentOf, fonts, header, item, rich, table } from './documents.ts';
import { print } from './print.ts';

async function pagesOf(blocks: readonly Block[], notes: Readonly<Record<string, string>> = {}) {
  const outcome = await writePdf(documentOf(blocks, notes), fonts);
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  const texts = (await readPages(outcome.value.bytes)).map((page) => joined(page.pieces));
  return { texts, layout: outcome.value.layout };
}

const rows = (count: number, more: (index: number) => TableCell[]): TableCell[][] =>
  Array.from({ length: count }, (_, index) => more(index));
const times = (text: string, needle: string): number => text.split(needle).length - 1;
const words = (count: number, prefix: string): string =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}.`).join(' ');

describe('tables over pages', () => {
  it('repeat their header rows on each page, and each body row stands once', async () => {
    const { texts } = await pagesOf([
      table(
        't',
        2,
        [
          [header(0, '머리', { colSpan: 2 })],
          [header(0, '왼'), header(1, '오른')],
          ...rows(90, (i) => [cell(0, `행${i}.`), cell(1, `값${i}.`)]),
        ],
        2,
      ),
    ]);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(times(text, '머리왼오른')).toBe(1);
    for (let i = 0; i < 90; i++) {
      expect(times(texts.join(''), `행${i}.`)).toBe(1);
      expect(times(texts.join(''), `값${i}.`)).toBe(1);
    }
  });

  it('repeat their heads without the marks of notes, which stand on the first page', async () => {
    const content = [
      [header(0, '구분[^n]'), header(1, '값[^m]')],
      ...rows(90, (i) => [cell(0, `행${i}.`), cell(1, `값${i}.`)]),
    ];
    const notes = documentOf([], { n: '첫 풀이', m: '둘째 풀이' }).notes;
    const { texts } = await print([table('t', 1, content, 2)], { notes });
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.map((text) => [times(text, '구분1)값2)'), times(text, '구분값')])).toEqual(
      texts.map((_, page) => (page === 0 ? [1, 0] : [0, 1])),
    );
  });

  it('begin a merged label again on the next page, marked (계속)', async () => {
    const { texts } = await pagesOf([
      table(
        't',
        1,
        [
          [header(0, '구분'), header(1, '값')],
          ...rows(80, (i) => [...(i === 0 ? [cell(0, '구인 과잉', { rowSpan: 80 })] : []), cell(1, `${i}.`)]),
        ],
        2,
      ),
    ]);
    expect(times(texts[0] ?? '', '구인과잉')).toBe(1);
    expect(times(texts[0] ?? '', '(계속)')).toBe(0);
    for (const text of texts.slice(1)) expect(times(text, '구인과잉(계속)')).toBe(1);
  });

  it('split a cell taller than a page and lose nothing of it, beside a merged cell as well', async () => {
    const tall = words(900, '낱말');
    const { texts } = await pagesOf([
      table(
        't',
        1,
        [
          [header(0, '가'), header(1, '나')],
          [cell(0, '합친 칸', { rowSpan: 2 }), cell(1, tall)],
          [cell(1, '다음 행')],
        ],
        2,
      ),
    ]);
    expect(texts.length).toBeGreaterThan(2);
    const all = texts.join('');
    for (let i = 0; i < 900; i++) expect(times(all, `낱말${i}.`)).toBe(1);
    expect(times(all, '다음행')).toBe(1);
  });

  it('show all of a merged cell that is taller than its rows', async () => {
    const tall = words(700, '긴');
    const { texts } = await pagesOf([
      table(
        't',
        1,
        [
          [header(0, '가'), header(1, '나')],
          [cell(0, tall, { rowSpan: 3 }), cell(1, '하나')],
          [cell(1, '둘')],
          [cell(1, '셋')],
        ],
        2,
      ),
    ]);
    for (let i = 0; i < 700; i++) expect(times(texts.join(''), `긴${i}.`)).toBe(1);
    for (const text of ['하나', '둘', '셋']) expect(times(texts.join(''), text)).toBe(1);
  });

  it('keep caption and unit line with the header and first rows', async () => {
    for (let count = 20; count < 36; count++) {
      const { texts } = await pagesOf([
        ...Array.from({ length: count }, (_, index) => item(`f${index}`, 1, `채움${index}`)),
        {
          ...table('t', 1, [[header(0, '머리칸')], ...rows(60, (i) => [cell(0, `행${i}.`)])], 1),
          caption: rich('< 표제목 >'),
          unitLine: rich('(단위: 명)'),
        },
      ]);
      const page = texts.find((text) => text.includes('<표제목>'));
      expect(page).toContain('(단위:명)');
      expect(page).toContain('행0.');
      expect(page).toContain('행1.');
    }
  });

  it('put a note of a body cell on the page of its row', async () => {
    const ids = Array.from({ length: 70 }, (_, index) => `n${index}`);
    const { layout } = await pagesOf(
      [table('t', 1, [[header(0, '머리')], ...ids.map((id) => [cell(0, `행[^${id}]`)])], 1)],
      Object.fromEntries(ids.map((id) => [id, `각주 ${id}`])),
    );
    for (const id of ids) expect(layout.notes.get(id)?.pages).toEqual(layout.notes.get(id)?.references);
  });

  it('set a table inside a cell, cut between its rows', async () => {
    const inner = table('inner', 1, [[header(0, '속머리')], ...rows(60, (i) => [cell(0, `속행${i}.`)])], 1);
    const { texts } = await pagesOf([
      table(
        't',
        1,
        [
          [header(0, '가'), header(1, '나')],
          [cell(0, '겉'), { ...cell(1, ''), blocks: [inner] }],
        ],
        2,
      ),
    ]);
    for (let i = 0; i < 60; i++) expect(times(texts.join(''), `속행${i}.`)).toBe(1);
  });

  it('never break a figure, however narrow its column', async () => {
    const figures = Array.from({ length: 12 }, (_, column) =>
      cell(column, `1,234,5${column}`, { figure: 'tables/t/a/b' as never }),
    );
    const { texts } = await pagesOf([table('t', 0, [figures], 12)]);
    for (let column = 0; column < 12; column++) expect(squeeze(texts.join(''))).toContain(`1,234,5${column}`);
  });
});
