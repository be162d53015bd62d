// What introduces something stays on its page; and a task sheet that is a little too long for its page loses space, not text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import type { LayoutMap } from '../../../src/write/pdf/write-pdf.ts';
import { runs, WHOLE } from '../../whole.ts';
import { heading, label, part, sheet } from './blocks.ts';
import { cell, header, item, paragraph, rich, table } from './documents.ts';
import { area, laidOut, pagesWith, textsIn, words } from './print.ts';
import { type Dice, diceOf } from './random-author.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => item(`i${index}`, 1, '글'));

function small(id: string, rows: number, more: object = {}): Block {
  const body = Array.from({ length: rows }, (_, index) => [cell(0, `${id}${index}.`)]);
  return { ...table(id, 1, [[header(0, '머리')], ...body], 1), ...more };
}

/** The page of a block's first and of its last piece. */
function ends(layout: LayoutMap, id: string): { readonly first: number; readonly last: number } {
  const pages = pagesWith(layout, id);
  return { first: Math.min(...pages), last: Math.max(...pages) };
}

/** With how many lines above a block does not end on the page on which the next one begins. */
async function parted(
  blocks: readonly Block[],
  pairs: readonly (readonly [string, string])[],
  step = runs(2, 1),
): Promise<string[]> {
  const wrong: string[] = [];
  for (let above = 24; above < 36; above += step) {
    const layout = await laidOut([...lines(above), ...blocks]);
    for (const [leader, follower] of pairs) {
      if (ends(layout, leader).last !== ends(layout, follower).first) wrong.push(`${leader} at ${above}`);
    }
  }
  return wrong;
}

describe('an item', () => {
  it.each([1, 20, 60, 140])('of %i words stays with its first sub-item', async (count) => {
    const blocks = [item('a', 1, words(count, '위')), item('b', 2, words(30, '아래')), item('c', 2, '끝')];
    expect(await parted(blocks, [['a', 'b']])).toEqual([]);
  });

  it('stays with its sub-item down all levels', async () => {
    const blocks = [item('a', 1, '가'), item('b', 2, '나'), item('c', 3, '다'), item('d', 4, '라')];
    const pairs = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ] as const;
    expect(await parted(blocks, pairs)).toEqual([]);
    expect(await parted([heading('h', '제목'), ...blocks], [['h', 'a'], ...pairs])).toEqual([]);
  });

  it.each([1, 5, 60])('stays with the table of %i rows that hangs under it', async (rows) => {
    expect(
      await parted([item('a', 1, words(30, '위')), small('t', rows, { inset: 1 })], [['a', 't']]),
    ).toEqual([]);
    const captioned = small('t', rows, { inset: 1, caption: rich('표제목'), whole: rows < 30 });
    expect(await parted([item('a', 1, '위'), captioned], [['a', 't']])).toEqual([]);
  });

  it('may be parted from what it does not introduce', async () => {
    expect(await parted([item('a', 1, '위'), item('b', 1, '아래')], [['a', 'b']])).not.toEqual([]);
    expect(await parted([item('a', 2, '위'), item('b', 1, '아래')], [['a', 'b']])).not.toEqual([]);
    expect(await parted([item('a', 1, '위'), small('t', 30)], [['a', 't']])).not.toEqual([]);
  });

  it('moves on with a sub-item whose note needs the room', async () => {
    const notes = new Map([['n', { id: 'n', number: 1, content: rich(words(60, '각주')) }]]);
    for (let above = 16; above < 30; above += runs(2, 1)) {
      const layout = await laidOut([...lines(above), item('a', 1, '위'), item('b', 2, '아래[^n]')], {
        notes,
      });
      expect(ends(layout, 'a').last, `${above} above`).toBe(ends(layout, 'b').first);
      expect(layout.notes.get('n')?.pages[0]).toBe(layout.notes.get('n')?.references[0]);
    }
  });
});

describe('a label', () => {
  it('stays with what follows', async () => {
    expect(await parted([label('l', '【계획】'), item('a', 1, words(40, '글'))], [['l', 'a']])).toEqual([]);
    expect(await parted([label('l', '【계획】'), small('t', 40)], [['l', 't']])).toEqual([]);
    expect(
      await parted([label('l', words(40, '긴')), small('t', 12, { whole: true })], [['l', 't']]),
    ).toEqual([]);
  });

  it.each([1, 2, 4])('and its whole table stay with the heading and %i items before', async (count) => {
    const ids = Array.from({ length: count }, (_, index) => `a${index}`);
    const blocks = [
      heading('h', '현황'),
      ...ids.map((id, index) => item(id, index % 2 === 0 ? 1 : 2, words(12, '글'))),
      label('l', '【계획】'),
      small('t', 9, { whole: true }),
    ];
    const chain = ['h', ...ids, 'l', 't'];
    const pairs = chain.slice(1).map((id, index) => [chain[index] ?? '', id] as const);
    expect(await parted(blocks, pairs)).toEqual([]);
  });

  it('takes no longer section along, and none before a table that may be cut', async () => {
    const section = (count: number, more: object) => [
      heading('h', '현황'),
      ...Array.from({ length: count }, (_, index) => item(`a${index}`, 1, '글')),
      label('l', '【계획】'),
      small('t', 20, more),
    ];
    expect(await parted(section(7, { whole: true }), [['a6', 'l']], 1)).not.toEqual([]);
    expect(await parted(section(7, { whole: true }), [['l', 't']])).toEqual([]);
    expect(await parted(section(2, {}), [['a1', 'l']], 1)).not.toEqual([]);
  });

  it('is not left behind by a whole table that fills a page', async () => {
    const wrong: number[] = [];
    for (let rows = 30; rows < 36; rows++) {
      const layout = await laidOut([label('l', '【계획】'), small('t', rows, { whole: true })]);
      if (ends(layout, 'l').last !== ends(layout, 't').first) wrong.push(rows);
    }
    expect(wrong).toEqual([]);
  });

  it('is not left behind by a whole table that fits with it, but not with its section', async () => {
    const wrong: number[] = [];
    for (let rows = 24; rows < 33; rows++) {
      const group = [
        heading('h', '현황'),
        item('a', 1, words(60, '글')),
        item('b', 1, words(60, '글')),
        label('l', '【계획】'),
      ];
      const layout = await laidOut([...lines(3), ...group, small('t', rows, { whole: true })]);
      const { first, last } = ends(layout, 't');
      // Its section stays behind, so that it need not be cut.
      if (ends(layout, 'l').last !== first || first !== last) wrong.push(rows);
    }
    expect(wrong).toEqual([]);
  });
});

type More = Parameters<typeof laidOut>[1];

/** A sheet as it is without losing any space: one before a page break is left alone. */
const naturally = (blocks: readonly Block[], more: More = {}) =>
  laidOut([...blocks, { kind: 'page-break', id: 'end' }], more);

async function both(blocks: readonly Block[], more: More = {}) {
  return { squeezed: await laidOut(blocks, more), natural: await naturally(blocks, more) };
}

const body = (layout: LayoutMap) => layout.texts.filter(({ role }) => role !== 'furniture');
const pagesOf = ({ pageLabels }: LayoutMap) => pageLabels.length;

/** A sheet of headings, items, labels and tables, about a page long. */
function randomSheet(dice: Dice): Block[] {
  const blocks: Block[] = [sheet('s', words(1 + dice(8), '과제'))];
  const count = 10 + dice(16);
  for (let index = 0; index < count; index++) {
    const id = `b${index}`;
    switch (dice(8)) {
      case 0:
        blocks.push(heading(id, '제목'));
        break;
      case 1:
        blocks.push(label(id, '【계획】'));
        break;
      case 2:
        blocks.push(
          small(id, 1 + dice(6), {
            ...(dice(2) === 0 ? { inset: 1, whole: true } : { caption: rich('표제목') }),
          }),
        );
        break;
      case 3:
        blocks.push(paragraph(id, words(1 + dice(30), '문장')));
        break;
      default:
        blocks.push(item(id, ([1, 2, 3] as const)[dice(3)] ?? 1, words(1 + dice(20), '글월')));
    }
  }
  return blocks;
}

describe('a task sheet that is too long for its page', () => {
  it('fits when a little is too much, and is left as it is when much is', async () => {
    let fits = 0;
    while (pagesOf(await naturally([sheet('s', '과제'), ...lines(fits + 1)])) === 1) fits++;
    const pages: number[] = [];
    for (let over = 1; over <= 8; over++) {
      const { squeezed, natural } = await both([sheet('s', '과제'), ...lines(fits + over)]);
      pages.push(pagesOf(squeezed));
      if (pagesOf(squeezed) === 2) expect(squeezed).toEqual(natural);
    }
    expect(pages.slice(0, 2)).toEqual([1, 1]);
    expect(pages.slice(5)).toEqual([2, 2, 2]);
    expect([...pages].sort()).toEqual(pages);
  });

  it('loses nothing: all its text stands within the page, with half of each gap at least', async () => {
    const seen = { fitting: 0, squeezed: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 0x7fffffff }), async (seed) => {
        const { squeezed, natural } = await both(randomSheet(diceOf(seed)));
        expect(body(squeezed).map(({ text }) => text)).toEqual(body(natural).map(({ text }) => text));
        for (const { y, height } of body(squeezed)) expect(y + height).toBeLessThan(area.bottom + 2);
        if (pagesOf(squeezed) === pagesOf(natural)) {
          if (pagesOf(natural) === 1) seen.fitting++;
          else seen.left++;
          expect(squeezed).toEqual(natural);
          return;
        }
        seen.squeezed++;
        expect(pagesOf(squeezed)).toBe(1);
        const before = [...natural.blocks.values()].flat();
        const after = [...squeezed.blocks.values()].flat();
        expect(after.map(({ height }) => height.toFixed(3))).toEqual(
          before.map(({ height }) => height.toFixed(3)),
        );
        after.slice(1).forEach((box, index) => {
          const [above, was, wasAbove] = [after[index], before[index + 1], before[index]];
          if (above === undefined || was === undefined || wasAbove === undefined) throw new Error('no box');
          const gap = box.y - above.y - above.height;
          expect(gap).toBeGreaterThan(-0.01);
          if (was.page !== wasAbove.page) return;
          const full = was.y - wasAbove.y - wasAbove.height;
          expect(gap).toBeLessThan(full + 0.01);
          expect(gap).toBeGreaterThan(full * 0.5 - 0.01);
        });
      }),
      { numRuns: runs(18, 60), seed: 20230331, endOnFailure: true },
    );
    for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(WHOLE ? 4 : 0);
  });

  it('is left as it is with notes, and so is what no sheet opens', async () => {
    const notes = new Map([['n', { id: 'n', number: 1, content: rich('각주') }]]);
    const noted = await both([sheet('s', '과제'), item('n', 1, '글[^n]'), ...lines(28)], { notes });
    expect(noted.squeezed).toEqual(noted.natural);
    expect(pagesOf(noted.squeezed)).toBe(2);
    const opened = await both([part('p', '부'), ...lines(22)]);
    expect(opened.squeezed).toEqual(opened.natural);
  });

  it('is squeezed by itself: the sheets before and behind it are not', async () => {
    const short = [item('x', 1, '글'), item('y', 1, '글')];
    const gap = (layout: LayoutMap, upper: string, lower: string) =>
      (textsIn(layout, lower)[0]?.y ?? 0) - (textsIn(layout, upper)[0]?.y ?? 0);
    const layout = await laidOut([
      sheet('a', '과제'),
      ...short,
      sheet('b', '과제'),
      ...lines(31),
      sheet('c', '과제'),
      item('z', 1, '글'),
      item('w', 1, '글'),
    ]);
    expect(pagesOf(layout)).toBe(3);
    expect(gap(layout, 'x', 'y')).toBeCloseTo(gap(layout, 'z', 'w'), 2);
    expect(gap(layout, 'i0', 'i1')).toBeLessThan(gap(layout, 'x', 'y') - 0.5);
  });

  it('is left as it is with a note in its title', async () => {
    const notes = new Map([['n', { id: 'n', number: 1, content: rich(words(60, '각주')) }]]);
    const { squeezed, natural } = await both([sheet('s', '과제[^n]'), ...lines(29)], { notes });
    expect(pagesOf(squeezed)).toBe(2);
    expect(squeezed).toEqual(natural);
  });
});
