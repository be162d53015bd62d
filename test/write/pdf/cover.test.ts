// Cover, colophon and back cover: nothing lies on top of anything else, whatever the plan says; and how pages are counted.
import { describe, expect, it } from 'vitest';
import type { Block, CoverBlock } from '../../../src/document/document.ts';
import { overlaps, squeeze } from '../../commands/pdf-text.ts';
import { backCover, colophon, contents, cover, heading, part } from './blocks.ts';
import { item, rich } from './documents.ts';
import { area, opened, type Print, print, words } from './print.ts';

/** Faults of the first page: texts on top of each other, texts off the page. */
function faults({ pages }: Print): string[] {
  const page = pages[0];
  if (page === undefined) return ['no page'];
  const off = page.pieces.filter(
    ({ x, y, width, size }) => x < 20 || x + width > page.width - 20 || y - size < 0 || y > page.height - 20,
  );
  return [...overlaps(page), ...off.map(({ text }) => `off the page: ${text}`)];
}

const long = (count: number): string => words(count, '낱말');
const covered = (more: Partial<CoverBlock>) => print([{ ...cover, ...more }]);

describe('the cover', () => {
  it('prints every part of it once, in reading order', async () => {
    const made = await covered({});
    expect(made.pages).toHaveLength(1);
    expect(faults(made)).toEqual([]);
    const { texts, layout } = made;
    for (const text of ['52-4710000-000001-01', '수정공시(1차)', '목표공시제', '내일', '2023년도', '가람시'])
      expect(texts[0]?.split(text), text).toHaveLength(2);
    expect(layout.texts.map(({ text }) => squeeze(text)).join('')).toMatch(/일자리대책.*사람이.*가람시$/u);
  });

  it('leaves out what the plan does not say', async () => {
    const bare: CoverBlock = { kind: 'cover', id: 'cover', title: rich('제목뿐'), issuer: rich('기관') };
    const made = await print([bare]);
    expect(made.texts).toEqual(['제목뿐기관']);
    expect(faults(made)).toEqual([]);
    const { registration, tag, slogan, series, vision, edition } = cover;
    const parts = { registration, tag, slogan, series, vision, edition };
    for (const name of Object.keys(parts)) {
      const { [name as keyof typeof parts]: _, ...rest } = cover;
      const without = await print([rest as CoverBlock]);
      expect(faults(without), name).toEqual([]);
      expect(without.texts[0]).toContain('일자리대책');
    }
    expect((await covered({ edition: [] })).texts[0]).not.toContain('수정공시');
  });

  it.each<[string, Partial<CoverBlock>]>([
    ['title', { title: rich(long(24)) }],
    ['title without a blank', { title: rich('가나다라마바사'.repeat(9)) }],
    ['vision', { vision: rich(long(60)) }],
    ['issuer', { issuer: rich(long(20)) }],
    ['tag', { tag: rich(long(12)) }],
    ['slogan', { slogan: rich(long(40)) }],
    ['series', { series: rich(long(12)) }],
    ['vision and issuer', { vision: rich(long(50)), issuer: rich(long(12)) }],
    ['series, title and vision', { series: rich(long(9)), title: rich(long(14)), vision: rich(long(40)) }],
  ])('keeps a long %s apart from the rest and on the page', async (_, more) => {
    expect(faults(await covered(more))).toEqual([]);
  });

  it.each<[string, Partial<CoverBlock>]>([
    ['registration', { registration: rich(long(80)) }],
    ['edition box', { edition: [rich(long(8)), rich(long(8))], tag: rich(long(12)) }],
  ])('keeps a far too long %s apart from the rest', async (_, more) => {
    expect(faults(await covered(more))).toEqual([]);
  });

  it.each<[string, Partial<CoverBlock>]>([
    ['title', { title: rich(long(60)) }],
    ['title and vision', { title: rich(long(40)), vision: rich(long(100)) }],
  ])('is refused when its %s fill more than a page', async (_, more) => {
    await expect(covered(more)).rejects.toThrow('block-taller-than-page');
  });

  it('keeps a registration of a whole line and a long edition box apart', async () => {
    expect(faults(await covered({ registration: rich(long(20)) }))).toEqual([]);
    expect(faults(await covered({ edition: [rich(long(8)), rich(long(8))] }))).toEqual([]);
  });

  it('prints the note that its title refers to', async () => {
    const note = { id: 'n', number: 1, content: rich('각주글') };
    const made = await print([{ ...cover, title: rich('제목[^n]') }, item('a', 1, '본문')], {
      notes: new Map([['n', note]]),
    });
    expect(made.texts.join('')).toContain('각주글');
  });
});

describe('the colophon and the back cover', () => {
  it('are pages of their own behind the text, without heads and numbers', async () => {
    const made = await print([item('a', 1, '본문'), colophon, backCover], { title: '머리글' });
    expect(made.texts).toEqual([
      '○본문머리글1',
      '세부계획판권발행인가람시장발행일2023.3.31.',
      '가람시청일자리정책과가람시가운데길1',
    ]);
  });

  it('keep long rows and lines apart and on the page', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      label: rich(index % 3 === 0 ? long(5) : '이름'),
      text: rich(long(1 + index * 4)),
    }));
    expect(faults(await print([{ ...colophon, title: rich(long(14)), rows }]))).toEqual([]);
    const lines = Array.from({ length: 14 }, (_, index) => rich(long(1 + index)));
    expect(faults(await print([{ ...backCover, issuer: rich(long(10)), lines }]))).toEqual([]);
  });

  it('do not leave the page when there is too much on them', async () => {
    const rows = Array.from({ length: 40 }, () => ({ label: rich('이름'), text: rich(long(20)) }));
    await expect(print([{ ...colophon, rows }]).then(faults)).rejects.toThrow('block-taller-than-page');
  });
});

async function labelsOf(blocks: readonly Block[], firstPage = 1) {
  const made = await print(blocks, { firstPage });
  const labels = await opened(made.bytes, (pdf) => pdf.getPageLabels());
  expect(labels).toEqual(made.layout.pageLabels);
  // What is printed at the foot is the label of the body's pages, and no other page has any.
  made.texts.forEach((text, index) => {
    const label = labels?.[index] ?? '';
    if (/^\d+$/.test(label)) expect(text.endsWith(label), label).toBe(true);
    else
      expect(
        made.layout.texts.filter(
          ({ page, role, y }) => page === index && role === 'furniture' && y > area.bottom,
        ),
        label,
      ).toEqual([]);
  });
  return labels;
}

const body = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => item(`i${index}`, 1, `문장 ${index}`));
const entries = (count: number) =>
  contents(Array.from({ length: count }, (_, index) => [2, `줄 ${index}`, 'i0'] as const));

describe('page labels', () => {
  it('name covers and colophon, count contents in Roman and the body from its first page', async () => {
    expect(await labelsOf([cover, entries(90), ...body(70), colophon, backCover], 7)).toEqual([
      '표지',
      'i',
      'ii',
      'iii',
      '7',
      '8',
      '9',
      '판권',
      '뒤표지',
    ]);
  });

  it('count the contents from i to any number', async () => {
    const labels = await labelsOf([entries(1700), ...body(1)]);
    const roman = labels?.slice(0, -1) ?? [];
    expect(roman.length).toBeGreaterThan(40);
    for (const [at, name] of [
      [3, 'iv'],
      [8, 'ix'],
      [9, 'x'],
      [13, 'xiv'],
      [18, 'xix'],
      [39, 'xl'],
    ] as const)
      expect(roman[at]).toBe(name);
    expect(labels?.at(-1)).toBe('1');
  });

  it('begin the body behind a cover without contents, on a page of its own', async () => {
    expect(await labelsOf([cover, ...body(2)], 5)).toEqual(['표지', '5']);
    expect(await labelsOf([cover, heading('h', '제목'), ...body(40)], 5)).toEqual(['표지', '5', '6']);
    expect(await labelsOf([cover, part('p', '제목'), ...body(2)])).toEqual(['표지', '1']);
    expect(await labelsOf([cover, { kind: 'page-break', id: 'x' }, ...body(2)])).toEqual(['표지', '1']);
    expect(await labelsOf([cover, backCover])).toEqual(['표지', '뒤표지']);
    expect(await labelsOf([cover])).toEqual(['표지']);
  });

  it('are all numbers without a cover', async () => {
    expect(await labelsOf(body(70))).toEqual(['1', '2', '3']);
    expect(await labelsOf([])).toEqual(['1']);
    expect(await labelsOf([...body(2), colophon])).toEqual(['1', '판권']);
  });

  it('take the pages that only finish a note for body pages', async () => {
    const note = { id: 'n', number: 1, content: rich(long(900)) };
    const made = await print([item('a', 1, '본문[^n]'), colophon], { notes: new Map([['n', note]]) });
    expect(made.layout.pageLabels).toEqual(['1', '2', '판권']);
  });
});
