// Tables under items: where their left edge stands, and what of them no page break cuts.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../src/document/table.ts';
import type { LayoutMap, PlacedText } from '../../../src/write/pdf/write-pdf.ts';
import { overlaps } from '../../commands/pdf-text.ts';
import { WHOLE } from '../../whole.ts';
import { cell, header, item, rich, table, theme } from './documents.ts';
import { area, areaOn, laidOut, pagesWith, print, textsIn, times } from './print.ts';

const MM = 72 / 25.4;
const LEVELS = [1, 2, 3, 4] as const;

function rowsTable(id: string, count: number, more: Partial<TableBlock> = {}): TableBlock {
  const rows = Array.from({ length: count }, (_, index) => [cell(0, `${id}${index}.`), cell(1, '값')]);
  return { ...table(id, 1, [[header(0, '머리'), header(1, '값머리')], ...rows], 2), ...more };
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => item(`i${index}`, 1, '글'));

function start(layout: LayoutMap, block: string, text: string): PlacedText {
  const drawn = textsIn(layout, block).find((one) => one.text === text);
  if (drawn === undefined) throw new Error(`not printed: ${text}`);
  return drawn;
}

/** A table's left edge, from the text of a left-set cell in its first column. */
function leftEdge(layout: LayoutMap, id: string): number {
  return start(layout, id, `${id}0.`).x - theme.table.paddingX * MM;
}

/** Where the rules of a table begin: its texts stand closer to them where it is full. */
function rulesFrom({ shapes }: LayoutMap, id: string): number {
  return Math.min(
    ...shapes.flatMap(({ block, outline }) => (block === id && outline.kind === 'line' ? [outline.x1] : [])),
  );
}

describe('a table under an item', () => {
  it.each(LEVELS)('of level %i begins where the item’s text does', async (level) => {
    const layout = await laidOut([item('a', level, '글월'), rowsTable('t', 3, { inset: level })]);
    expect(leftEdge(layout, 't')).toBeCloseTo(start(layout, 'a', '글월').x, 2);
  });

  it('begins at the text’s edge without an inset', async () => {
    const layout = await laidOut([item('a', 2, '글월'), rowsTable('t', 3)]);
    expect(leftEdge(layout, 't')).toBeCloseTo(area.left, 2);
  });

  it('ends at the right edge of the text either way', async () => {
    for (const more of [{}, { inset: 1 }, { inset: 4 }] as const) {
      const block = rowsTable('t', 1, more);
      const rows = [...block.rows.slice(0, 1), [cell(0, 't0.'), cell(1, '끝', { align: 'right' })]];
      const end = start(await laidOut([{ ...block, rows }]), 't', '끝');
      expect(Math.abs(end.x + end.width + theme.table.paddingX * MM - area.right)).toBeLessThan(0.5);
    }
  });

  it('takes the whole width when its words do not fit beside the inset', async () => {
    const edges: number[] = [];
    for (let columns = 4; columns <= 18; columns++) {
      const figures = Array.from({ length: columns }, (_, column) =>
        column === 0 ? cell(0, '앞') : cell(column, '1,234,56', { figure: 'tables/t/a/b' as never }),
      );
      const made = await print([item('a', 3, '글'), { ...table('t', 0, [figures], columns), inset: 3 }]);
      // Where it takes a landscape page there is room for the inset again.
      if (made.layout.turned.includes(true)) continue;
      edges.push(rulesFrom(made.layout, 't'));
      expect(times(made.texts.join(''), '1,234,56')).toBe(columns - 1);
    }
    const inset = (theme.styles.item3.indent + theme.styles.item3.hang) * MM + area.left;
    expect(edges[0]).toBeCloseTo(inset, 2);
    expect(edges.at(-1)).toBeCloseTo(area.left, 2);
    // Never anything between, and never back again.
    const wide = edges.findIndex((edge) => Math.abs(edge - area.left) < 0.1);
    edges.forEach((edge, index) => {
      expect(edge).toBeCloseTo(index < wide ? inset : area.left, 2);
    });
  });

  it('keeps its inset on every page', async () => {
    const made = await print([item('a', 2, '글월'), rowsTable('t', 120, { inset: 2 })]);
    expect(pagesWith(made.layout, 't').length).toBeGreaterThan(2);
    const rows = textsIn(made.layout, 't').filter(({ text }) => text.startsWith('t'));
    expect(rows).toHaveLength(120);
    expect(new Set(rows.map(({ page, x }) => (x - areaOn(page).left).toFixed(2)))).toHaveLength(1);
    for (const text of made.texts) expect(times(text, '머리값머리')).toBe(1);
    expect(made.pages.flatMap(overlaps)).toEqual([]);
  });
});

describe('a whole table', () => {
  it('is never cut where it fits on a page', async () => {
    for (let above = 0; above < 34; above += 3) {
      for (const count of [8, 22, 33]) {
        const layout = await laidOut([...lines(above), rowsTable('t', count, { whole: true })]);
        expect(pagesWith(layout, 't'), `${above} above ${count}`).toHaveLength(1);
      }
    }
  });

  it('stays where it fits, and moves on where it does not', async () => {
    expect(pagesWith(await laidOut([...lines(5), rowsTable('t', 20, { whole: true })]), 't')).toEqual([0]);
    expect(pagesWith(await laidOut([...lines(25), rowsTable('t', 20, { whole: true })]), 't')).toEqual([1]);
    expect(pagesWith(await laidOut([...lines(20), rowsTable('t', 20)]), 't')).toEqual([0, 1]);
  });

  it('is cut like any other when it is taller than a page', async () => {
    const made = await print([...lines(10), rowsTable('t', 90, { whole: true })]);
    expect(pagesWith(made.layout, 't')).toEqual([0, 1, 2]);
    for (let index = 0; index < 90; index++) expect(times(made.texts.join(''), `t${index}.`)).toBe(1);
  });

  it('moves on with its caption and unit line', async () => {
    const captioned = { whole: true, caption: rich('표제목'), unitLine: rich('(단위)') };
    for (let above = 18; above < 34; above += 2) {
      const layout = await laidOut([...lines(above), rowsTable('t', 20, captioned)]);
      expect(pagesWith(layout, 't'), `${above} above`).toHaveLength(1);
    }
  });

  it('that leaves no room for its caption is not parted from it', async () => {
    const wrong: number[] = [];
    for (let count = 30; count < 36; count++) {
      const layout = await laidOut([rowsTable('t', count, { whole: true, caption: rich('표제목') })]);
      if (start(layout, 't', '표제목').page !== start(layout, 't', 't0.').page) wrong.push(count);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps within the page of an earlier long note', async () => {
    const note = { id: 'n', number: 1, content: rich('각주 '.repeat(900)) };
    const made = await print([item('a', 1, '글[^n]'), rowsTable('t', 30, { whole: true })], {
      notes: new Map([['n', note]]),
    });
    expect(pagesWith(made.layout, 't')).toHaveLength(1);
    expect(made.pages.flatMap(overlaps)).toEqual([]);
  });
});

describe('held rows', () => {
  /** Headings in a table: every fourth row is one and stays with the next. */
  const held = (count: number, every: number, more: Partial<TableBlock> = {}) => {
    const heads = Array.from({ length: count }, (_, index) => index).filter((index) => index % every === 0);
    return rowsTable('t', count, { heldRows: heads.map((index) => index + 1), ...more });
  };

  it.each(WHOLE ? [2, 3, 4, 7] : [2, 7])('every %i rows are never last on a page', async (every) => {
    for (let above = 0; above < 36; above += 2) {
      const layout = await laidOut([...lines(above), held(80, every)]);
      const rows = textsIn(layout, 't').filter(({ text }) => text.startsWith('t'));
      expect(rows).toHaveLength(80);
      rows.forEach(({ page }, index) => {
        if (index % every === 0 && index < 79)
          expect(rows[index + 1]?.page, `${above} above, row ${index}`).toBe(page);
      });
    }
  });

  it('held to each other move on together', async () => {
    for (let above = 20; above < 36; above++) {
      const layout = await laidOut([...lines(above), rowsTable('t', 60, { heldRows: [1, 2, 3, 4] })]);
      const pages = textsIn(layout, 't')
        .filter(({ text }) => /^t[0-4]\.$/u.test(text))
        .map(({ page }) => page);
      expect(new Set(pages).size, `${above} above`).toBe(1);
    }
  });

  it('lose nothing even when every row is held', async () => {
    const made = await print([...lines(7), held(90, 1)]);
    for (let index = 0; index < 90; index++) expect(times(made.texts.join(''), `t${index}.`)).toBe(1);
    expect(made.pages.flatMap(overlaps)).toEqual([]);
  });

  it('stay with a tall row, which is cut instead', async () => {
    const tall = Array.from({ length: 500 }, (_, index) => `낱말${index}.`).join(' ');
    const rows = [
      [header(0, '머리')],
      [cell(0, '위.')],
      [cell(0, '제목.')],
      [cell(0, tall)],
      [cell(0, '끝.')],
    ];
    for (let above = 24; above < 34; above += 2) {
      const made = await print([...lines(above), { ...table('t', 1, rows, 1), heldRows: [2] }]);
      expect(start(made.layout, 't', '제목.').page, `${above} above`).toBe(
        textsIn(made.layout, 't').find(({ text }) => text.startsWith('낱말0.'))?.page,
      );
      for (let index = 0; index < 500; index += 7)
        expect(times(made.texts.join(''), `낱말${index}.`)).toBe(1);
    }
  });
});
