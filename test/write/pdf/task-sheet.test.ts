// A task sheet: its own page with banner and boxed title, a head and a number, and its place among the bookmarks.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { overlaps } from '../../commands/pdf-text.ts';
import { cover, heading, part, sheet } from './blocks.ts';
import { item, rich } from './documents.ts';
import { area, laidOut, opened, outside, pagesWith, print, textsIn, words } from './print.ts';

describe('a task sheet', () => {
  it('begins a page, however little stands on the one before', async () => {
    const layout = await laidOut([
      item('a', 1, '글'),
      sheet('s', '과제'),
      item('b', 1, '글'),
      sheet('t', '과제'),
    ]);
    expect(['a', 's', 'b', 't'].map((id) => pagesWith(layout, id))).toEqual([[0], [1], [1], [2]]);
  });

  it('begins the first page when it comes first, and the body behind a cover', async () => {
    expect((await laidOut([sheet('s', '과제')])).pageLabels).toEqual(['1']);
    expect((await laidOut([cover, sheet('s', '과제')])).pageLabels).toEqual(['표지', '1']);
    expect((await laidOut([cover, { kind: 'page-break', id: 'x' }, sheet('s', '과제')])).pageLabels).toEqual([
      '표지',
      '1',
    ]);
  });

  it('has a running head and a number, unlike the page that opens a part', async () => {
    const { texts } = await print([part('p', '첫째 부'), sheet('s', '과제')], { title: '문서제목' });
    expect(texts[0]).not.toContain('문서제목');
    expect(texts[1]).toMatch(/문서제목2$/u);
    const odd = await print([part('p', '첫째 부'), sheet('s', '과제'), sheet('t', '과제')]);
    expect(odd.texts[2]).toMatch(/Ⅰ\.첫째부3$/u);
  });

  it('has one tier or two, one below the other', async () => {
    const two = textsIn(await laidOut([sheet('s', '과제', { purpose: rich('위에서') })]), 's');
    expect(two.map(({ text }) => text)).toEqual(['[전략1. 청년]', '위에서', '과제']);
    const [banner, purpose, title] = two;
    for (const text of [banner, purpose, title]) expect(text?.x).toBeCloseTo(area.left, 1);
    expect(purpose?.y).toBeGreaterThan((banner?.y ?? 0) + (banner?.height ?? 0));
    expect(title?.y).toBeGreaterThan((purpose?.y ?? 0) + (purpose?.height ?? 0));
    const one = textsIn(await laidOut([sheet('s', '과제')]), 's');
    expect(one.map(({ text }) => text)).toEqual(['[전략1. 청년]', '과제']);
    expect(one[1]?.y).toBeLessThan(title?.y ?? 0);
  });

  it('holds very long names, and what follows stands below them', async () => {
    for (const count of [20, 50, 80]) {
      const more = { banner: rich(words(count, '전략')), purpose: rich(words(count, '목적')) };
      const made = await print([sheet('s', words(count, '과제'), more), item('i', 1, '끝글')]);
      expect(made.pages.flatMap(overlaps)).toEqual([]);
      const text = textsIn(made.layout, 's')
        .map((piece) => piece.text)
        .join(' ');
      expect(text).toBe([words(count, '전략'), words(count, '목적'), words(count, '과제')].join(' '));
      const lowest = Math.max(...textsIn(made.layout, 's').map(({ y, height }) => y + height));
      expect(textsIn(made.layout, 'i')[0]?.y).toBeGreaterThan(lowest);
      expect(
        textsIn(made.layout, 's').every(({ x, width }) => x >= area.left && x + width <= area.right),
      ).toBe(true);
    }
  });

  it('is refused when its names fill more than a page', async () => {
    await expect(laidOut([sheet('s', words(400, '과제'))])).rejects.toThrow('block-taller-than-page');
  });

  it('carries the notes of its names', async () => {
    const notes = new Map([['n', { id: 'n', number: 1, content: rich('각주글') }]]);
    const made = await print([item('a', 1, '글'), sheet('s', '과제[^n]'), item('b', 1, '끝')], { notes });
    expect(made.texts[1]).toContain('각주글');
    expect(made.layout.notes.get('n')).toEqual({ pages: [1], references: [1] });
    expect(made.pages.flatMap((page) => outside(page).filter((text) => text.includes('각주')))).toEqual([]);
  });

  it('stands among the bookmarks below its strategy and above its headings', async () => {
    const blocks: Block[] = [
      part('p', '부'),
      heading('h0', '개요'),
      sheet('a', '과제 하나', { opensStrategy: '전략1. 청년' }),
      heading('h1', '현황'),
      heading('h2', '계획'),
      sheet('b', '과제 둘'),
      heading('h3', '현황'),
      sheet('c', '과제 셋', { opensStrategy: '전략2. 여성' }),
    ];
    const { bytes, layout } = await print(blocks);
    interface Entry {
      readonly title: string;
      readonly items: readonly Entry[];
    }
    const outline = ({ title, items }: Entry): unknown =>
      items.length === 0 ? title : { [title]: items.map(outline) };
    await opened(bytes, async (pdf) => {
      const entries = await pdf.getOutline();
      expect(entries.map(outline)).toEqual([
        {
          'Ⅰ. 부': [
            '개요',
            { '전략1. 청년': [{ '과제 하나': ['현황', '계획'] }, { '과제 둘': ['현황'] }] },
            { '전략2. 여성': ['과제 셋'] },
          ],
        },
      ]);
      const [, strategy] = entries[0]?.items ?? [];
      const sheetPage = layout.blocks.get('a')?.[0]?.page;
      for (const entry of [strategy, strategy?.items[0]]) {
        const [page] = entry?.dest as [{ num: number; gen: number }];
        expect(await pdf.getPageIndex(page)).toBe(sheetPage);
      }
    });
  });
});
