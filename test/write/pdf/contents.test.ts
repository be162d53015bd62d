// The contents: each line names the page that its block came to stand on, and leads there.
import { describe, expect, it } from 'vitest';
import type { Block, ContentsEntry } from '../../../src/document/document.ts';
import { overlaps, squeeze } from '../../commands/pdf-text.ts';
import { WHOLE } from '../../whole.ts';
import { contents, cover, heading, part, sheet } from './blocks.ts';
import { item } from './documents.ts';
import { areaOn, laidOut, opened, type Print, print, textsIn, words } from './print.ts';

/** Parts, sheets and headings with text between; an entry for each. */
function publication(size: number): {
  readonly blocks: Block[];
  readonly entries: Parameters<typeof contents>[0];
} {
  const blocks: Block[] = [];
  const entries: (readonly [ContentsEntry['level'], string, string])[] = [];
  for (let index = 0; index < size; index++) {
    const level = index % 12 === 0 ? 1 : index % 4 === 0 ? 2 : 3;
    const id = `target${index}`;
    const title = `제목${index}.`;
    blocks.push({ 1: part(id, title), 2: sheet(id, title), 3: heading(id, title) }[level]);
    for (let line = 0; line < (index * 7) % 11; line++) blocks.push(item(`${id}-${line}`, 1, `문장 ${line}`));
    entries.push([level, `항목${index}. ${index % 9 === 5 ? words(40, '긴') : ''}`, id]);
  }
  return { blocks, entries };
}

async function published(size: number, firstPage: number): Promise<Print & { readonly targets: string[] }> {
  const { blocks, entries } = publication(size);
  const made = await print([cover, contents(entries), ...blocks], { firstPage });
  return { ...made, targets: entries.map(([, , target]) => target) };
}

const sizes = [
  [1, 1],
  [40, 3],
  [110, 7],
] as const;

describe('the contents', () => {
  it.each(sizes)('of %i entries print the label of each target’s page, in order', async (size, firstPage) => {
    const { layout, targets } = await published(size, firstPage);
    const printed = textsIn(layout, 'contents')
      .map(({ text }) => squeeze(text))
      .join('');
    const expected = targets.map((target, index) => {
      const filler = index % 9 === 5 ? squeeze(words(40, '긴')) : '';
      return `항목${index}.${filler}${layout.pageLabels[layout.blocks.get(target)?.[0]?.page ?? -1]}`;
    });
    expect(printed).toBe(`차례${expected.join('')}`);
    const pages = new Set(textsIn(layout, 'contents').map(({ page }) => page));
    if (size === 110) expect(pages.size).toBe(3);
    expect(layout.pageLabels[1 + pages.size]).toBe(String(firstPage));
  });

  it.each(
    WHOLE ? sizes : sizes.slice(0, 2),
  )('of %i entries lead to the page and place of each target', async (size, firstPage) => {
    const { bytes, layout, targets } = await published(size, firstPage);
    const numbers = textsIn(layout, 'contents').filter(
      // Behind the cover.
      ({ page, x, width, text }) =>
        Math.abs(x + width - areaOn(page - 1).right) < 2 && /^[0-9]+$/u.test(text),
    );
    expect(numbers).toHaveLength(size);
    await opened(bytes, async (pdf) => {
      for (const [index, number] of numbers.entries()) {
        const page = await pdf.getPage(number.page + 1);
        const { height } = page.getViewport({ scale: 1 });
        const links = (await page.getAnnotations()).filter(({ subtype, rect }) => {
          const middle = height - (number.y + number.height / 2);
          return (
            subtype === 'Link' &&
            rect[1] < middle &&
            middle < rect[3] &&
            rect[0] < number.x &&
            number.x < rect[2]
          );
        });
        expect(links, targets[index]).toHaveLength(1);
        const destination = await pdf.getDestination(links[0]?.dest);
        const [ref, , , top] = destination as [{ num: number; gen: number }, unknown, number, number];
        const place = layout.blocks.get(targets[index] ?? '')?.[0];
        expect(await pdf.getPageIndex(ref)).toBe(place?.page);
        const above = (place?.y ?? 0) - (height - top);
        expect(above, targets[index]).toBeGreaterThanOrEqual(0);
        expect(above, targets[index]).toBeLessThan(12);
      }
    });
  });

  it('have a link over every line of a wrapped entry', async () => {
    const { bytes, layout } = await print([contents([[2, words(60, '긴'), 'h']]), heading('h', '제목')]);
    const lines = layout.blocks.get('contents')?.slice(1) ?? [];
    expect(lines.length).toBeGreaterThan(2);
    const links = await opened(bytes, async (pdf) => (await pdf.getPage(1)).getAnnotations());
    expect(links).toHaveLength(lines.length);
    expect(new Set(links.map(({ dest }) => dest))).toHaveLength(1);
  });

  it('wrap a long label, which never meets the number', async () => {
    for (const level of [1, 2, 3] as const) {
      for (let count = 8; count < 44; count += 12) {
        const { pages, layout } = await print(
          [contents([[level, `${words(count, '긴')} ${'가'.repeat(count)}`, 'h']]), heading('h', '제목')],
          { firstPage: 1234 },
        );
        const drawn = textsIn(layout, 'contents');
        const number = drawn.find(({ text }) => text === '1234');
        for (const text of drawn) {
          if (text === number) continue;
          expect(text.x + text.width).toBeLessThan((number?.x ?? 0) - 2);
        }
        expect(pages.flatMap(overlaps)).toEqual([]);
      }
    }
  });

  it('never part a part from its first entry', async () => {
    for (let count = 34; count < 56; count += 2) {
      const entries = Array.from({ length: count }, (_, index) => [2, `줄${index}`, 'h'] as const);
      const layout = await laidOut([
        contents([...entries, [1, '부.', 'h'], [2, '첫째.', 'h']]),
        heading('h', '제목'),
      ]);
      const [first, second] = ['부.', '첫째.'].map(
        (name) => layout.texts.find(({ text }) => text === name)?.page,
      );
      expect(first).toBeDefined();
      expect(first).toBe(second);
    }
  });

  it('may lead to a cover or to themselves, by what viewers call the page', async () => {
    const { layout } = await print([
      cover,
      contents([
        [1, '표지로.', 'cover'],
        [2, '차례로.', 'contents'],
      ]),
    ]);
    expect(textsIn(layout, 'contents').map(({ text }) => text)).toEqual([
      '차례',
      '표지로.',
      '표지',
      '차례로.',
      'i',
    ]);
  });

  it('refuse an entry whose target is missing', async () => {
    await expect(print([contents([[1, '부', 'nowhere']])])).rejects.toThrow('nowhere');
  });
});
