// A review copy says on every page that it is one, and is set like the publication, line for line.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import {
  backCover,
  colophon,
  contents,
  cover,
  heading,
  label,
  part,
  phase,
  project,
  schedule,
  sheet,
  vision,
} from './blocks.ts';
import { cell, header, item, rich, table } from './documents.ts';
import { laidOut, print, times, words } from './print.ts';

const blocks: readonly Block[] = [
  cover,
  contents([
    [1, '부', 'p'],
    [2, '과제', 's'],
  ]),
  part('p', '첫째 부'),
  heading('h', '제목'),
  ...Array.from({ length: 36 }, (_, index) => item(`i${index}`, 1, `${words(12 + index, '말')}[^n]`)),
  sheet('s', '과제이름'),
  label('l', '【추진계획】'),
  table('t', 1, [[header(0, '머리')], ...Array.from({ length: 60 }, (_, row) => [cell(0, `행${row}.`)])], 1),
  vision(3, 9),
  schedule([project('사업', [phase(1, 4, '접수'), phase(5, 12, '추진')])]),
  colophon,
  backCover,
];
const notes = new Map([['n', { id: 'n', number: 1, content: rich('각주') }]]);
const settings = { notes, title: '문서제목' };
const copy = await print(blocks, { ...settings, reviewCopy: true });
const publication = await print(blocks, settings);

describe('a review copy', () => {
  it('has the watermark behind every page, covers too', () => {
    expect(copy.pages.length).toBeGreaterThan(6);
    for (const page of copy.pages) {
      const large = page.pieces.filter(({ size }) => size > 80);
      expect(large.map(({ text }) => text)).toEqual(['검토용']);
      expect(page.pieces.indexOf(large[0] as never)).toBe(0);
    }
  });

  it('has its watermark across the middle of the page', () => {
    const page = copy.pages[0];
    const mark = page?.pieces[0];
    if (page === undefined || mark === undefined) throw new Error('nothing printed');
    // Its baseline rises from the lower left to the upper right.
    const middle = {
      x: mark.x + (mark.width * Math.SQRT1_2) / 2,
      y: mark.y - (mark.width * Math.SQRT1_2) / 2,
    };
    expect(Math.abs(middle.x - page.width / 2)).toBeLessThan(40);
    expect(Math.abs(middle.y - page.height / 2)).toBeLessThan(40);
  });

  it('names itself in every running head, and nowhere else', () => {
    // A head stands over its rule.
    const rules = copy.layout.shapes.filter(({ block, stroke }) => block === '' && stroke === 'rule');
    const heads = copy.texts.map((_, index) => rules.filter(({ page }) => page === index).length);
    expect(copy.texts.map((text) => times(text, '[검토본]'))).toEqual(heads);
    expect(heads.filter((count) => count === 1).length).toBeGreaterThan(4);
  });

  it('is not what a publication says of itself', () => {
    for (const text of publication.texts) expect(text).not.toMatch(/검토/u);
    expect(publication.pages.flatMap(({ pieces }) => pieces).every(({ size }) => size < 80)).toBe(true);
  });

  it('has the lines, pages and labels of the publication', () => {
    // The watermark is painted before everything else.
    const body = ({ layout }: typeof copy) =>
      layout.texts.flatMap(({ order: _, ...text }) =>
        text.role === 'furniture' || text.role === 'watermark' ? [] : [text],
      );
    expect(body(copy)).toEqual(body(publication));
    expect(copy.layout.pageLabels).toEqual(publication.layout.pageLabels);
    expect(copy.layout.blocks).toEqual(publication.layout.blocks);
    expect(copy.layout.notes).toEqual(publication.layout.notes);
  });

  it('keeps head and label apart, however long the titles', async () => {
    const layout = await laidOut(
      [part('p', words(30, '부')), ...Array.from({ length: 60 }, (_, index) => item(`i${index}`, 1, '글'))],
      {
        reviewCopy: true,
        title: words(40, '긴'),
      },
    );
    const head = (on: number) =>
      layout.texts
        .filter(({ page, role, y }) => page === on && role === 'furniture' && y < 80)
        .sort((one, other) => one.x - other.x);
    expect(head(1).map(({ text }) => text.slice(-1))).toEqual(['…', ']']);
    expect(head(2).map(({ text }) => text.slice(-1))).toEqual([']', '…']);
    for (const [before, text] of [head(1), head(2)]) {
      expect(text?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) + 2);
    }
  });
});
