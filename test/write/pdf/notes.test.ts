import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { joined, readPages, squeeze } from '../../commands/pdf-text.ts';
import { cell, documentOf, fonts, header, item, rich, table } from './documents.ts';

async function layout(blocks: readonly Block[], notes: Readonly<Record<string, string>>) {
  const outcome = await writePdf(documentOf(blocks, notes), fonts);
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

const filler = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => item(`filler-${index}`, 1, `채움 문장 ${index}`));
const words = (count: number, prefix: string): string =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ');

describe('page-foot notes', () => {
  it('stand on the page of their reference, in prose, captions and header cells', async () => {
    const captioned = {
      ...table('table', 1, [[header(0, '구분[^head]')], [cell(0, '값')]], 1),
      caption: rich('< 표[^caption] >'),
    };
    const { layout: map } = await layout([item('a', 1, '본문[^prose]'), ...filler(40), captioned], {
      prose: '본문 각주',
      caption: '표제 각주',
      head: '머리 각주',
    });
    for (const id of ['prose', 'caption', 'head']) {
      const note = map.notes.get(id);
      expect(note?.pages).toEqual(note?.references);
    }
    expect(map.notes.get('prose')?.pages).not.toEqual(map.notes.get('head')?.pages);
  });

  it('are printed once when they are referred to twice', async () => {
    const { bytes, layout: map } = await layout(
      [item('a', 1, '하나[^n]'), ...filler(60), item('b', 1, '둘[^n]')],
      { n: '되풀이각주' },
    );
    expect(map.notes.get('n')?.pages).toEqual([0]);
    expect(map.notes.get('n')?.references).toHaveLength(2);
    const text = (await readPages(bytes)).map((page) => joined(page.pieces)).join('');
    expect(text.split('되풀이각주')).toHaveLength(2);
  });

  it('take their line along when the room left is too small for both', async () => {
    for (let count = 30; count < 45; count++) {
      const { layout: map } = await layout([...filler(count), item('a', 1, '끝[^n]')], {
        n: words(60, '각주'),
      });
      expect(map.notes.get('n')?.pages).toEqual(map.notes.get('n')?.references);
    }
  });

  it('go on over pages when they are longer than one, whole and in order', async () => {
    const long = words(1500, '긴각주');
    const { bytes, layout: map } = await layout([item('a', 1, '앞[^n]'), item('b', 1, '뒤[^m]')], {
      n: long,
      m: '둘째각주',
    });
    expect(map.notes.get('n')?.pages[0]).toBe(0);
    expect(map.notes.get('n')?.pages.length).toBeGreaterThan(1);
    const notes = map.texts.filter((text) => text.block === 'n').map((text) => squeeze(text.text));
    expect(notes.join('')).toBe(squeeze(`1)${long}`));
    const pages = await readPages(bytes);
    expect(pages.map((page) => joined(page.pieces)).join('')).toContain('둘째각주');
  });

  it('never reach into the text above them', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`n${index}`, words(30, '주')]),
    );
    const { layout: map } = await layout(
      Object.keys(notes).flatMap((id) => [...filler(4), item(id, 1, `문장[^${id}]`)]),
      notes,
    );
    for (const page of map.pageLabels.keys()) {
      const on = map.texts.filter((text) => text.page === page);
      const body = Math.max(...on.filter((text) => text.role === 'body').map((text) => text.y + text.height));
      const foot = Math.min(...on.filter((text) => text.role === 'note').map((text) => text.y));
      expect(body).toBeLessThan(foot);
    }
  });
});
