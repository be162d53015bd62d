// Documents printed with one head and proven as another -> what is told of heads and feet.
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/document.ts';
import type { LayoutMap } from '../../src/document/layout-map.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { contents, part, sheet } from '../write/pdf/blocks.ts';
import { documentOf, fonts, paragraph } from '../write/pdf/documents.ts';

const LONG = '아주 긴 제목이 머리글의 자리를 넘습니다 '.repeat(8).trim();
const breakOf = (id: string): Block => ({ kind: 'page-break', id });
const edition = { number: 1, title: '제1회 추가경정예산', date: '2023. 5. 12.', marked: new Set<never>() };

function written(title: string, partTitle: string, more: Partial<Document> = {}): Document {
  const blocks: Block[] = [
    paragraph('before', '어느 부에도 들지 않는 쪽이다.'),
    part('one', partTitle),
    paragraph('text', '부를 여는 쪽이다.'),
    breakOf('break'),
    paragraph('last', '머리글이 있는 쪽이다.'),
    sheet('sheet', '과제'),
    sheet('other', '과제'),
    sheet('third', '과제'),
  ];
  return { ...documentOf(blocks), title, ...more };
}

async function printed(document: Document) {
  const { value, diagnostics } = await writePdf(document, fonts);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** What is told of heads and feet where the document is this one and the file was printed of the other. */
async function told(
  document: Document,
  other: Document,
  change: (map: LayoutMap) => LayoutMap = (map) => map,
) {
  const { bytes, layout } = await printed(other);
  return provePdf(document, change(layout), bytes, 'plan.pdf')
    .diagnostics.filter(({ rule }) => rule === 'running-head' || rule === 'page-number')
    .map(({ rule, message }) => `${rule} ${message}`);
}

describe('running heads', () => {
  it.each([
    ['short', '일자리대책', '현황', {}],
    ['a long title', LONG, '현황', {}],
    ['a long part', '일자리대책', LONG, {}],
    ['both long, in a review copy of an edition', LONG, LONG, { reviewCopy: true, edition }],
    [
      'a title of several fonts, with blanks where it is cut',
      `漢字${' '.repeat(60)}제목 `.repeat(6),
      '현황 漢字',
      {},
    ],
    ['an edition that alone is too long', '제목', '현황', { edition: { ...edition, title: LONG } }],
    ['a title that has the sign of a cut in itself', '일자리…대책 漢…', '현황…', {}],
  ])('that are as they should be are not told: %s', async (_, title, partTitle, more) => {
    const document = written(title, partTitle, more);
    expect(await told(document, document)).toEqual([]);
  });

  it.each([
    ['a title cut short though it fits', written('일자리대책', '현황'), written('일자리…', '현황')],
    ['a part cut short though it fits', written('일자리대책', '현황'), written('일자리대책', '현…')],
    ['another title', written('일자리대책', '현황'), written('일자리대척', '현황')],
    ['another part', written('일자리대책', '현황'), written('일자리대책', '현왕')],
    ['no edition', written('일자리대책', '현황', { edition }), written('일자리대책', '현황')],
    [
      'another edition',
      written('가', '현황', { edition }),
      written('가', '현황', { edition: { ...edition, date: '2024. 5. 12.' } }),
    ],
  ])('are told: %s', async (_, document, other) => {
    // Of the page before the part, the one after it and the sheets, those at one side.
    expect((await told(document, other)).length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['running-head', 'runningHead', '머리글이 테마가 정한 줄에 있지 않습니다'],
    ['page-number', 'pageNumber', '쪽 번호가 없습니다'],
  ] as const)('are told where they stand on another line: %s', async (rule, line, said) => {
    const document = written('일자리대책', '현황');
    const page = { ...document.theme.page, [line]: document.theme.page[line] / 2 };
    const messages = await told(document, { ...document, theme: { ...document.theme, page } });
    expect(messages.length).toBeGreaterThanOrEqual(3);
    for (const message of messages) {
      expect(message).toContain(rule);
      expect(message).toContain(said);
    }
  });

  it('are told where a part’s own contents are not those of the document, or stand elsewhere', async () => {
    const blocks: Block[] = [
      contents([
        [1, '부', 'one'],
        [2, '첫째 절', 'text'],
        [2, '둘째 절', 'last'],
      ]),
      ...written('일자리대책', '현황').blocks.slice(1),
    ];
    const document = documentOf(blocks);
    const shown = (map: LayoutMap) =>
      map.texts.filter(({ role, page }) => role === 'furniture' && page === 1);
    const { bytes, layout } = await printed(document);
    expect(shown(layout).map(({ text }) => text)).toEqual(['첫째 절', '1', '둘째 절', '2', '1']);
    const rules = (map: LayoutMap) =>
      provePdf(document, map, bytes, 'plan.pdf').diagnostics.map(({ rule }) => rule);
    expect(rules(layout)).toEqual([]);
    const [, number] = shown(layout);
    const texts = layout.texts.map((text) => (text === number ? { ...text, text: '3' } : text));
    expect(rules({ ...layout, texts })).toContain('part-contents');
    // A page that lies at the other side than it is bound for.
    const leftHand = layout.leftHand.map((isLeft) => !isLeft);
    expect(rules({ ...layout, leftHand })).toContain('running-head');
  });

  it('are told where a line goes through their letters', async () => {
    const document = written('일자리대책', '현황', { reviewCopy: true });
    const moved = (by: number) => (map: LayoutMap) => ({
      ...map,
      shapes: map.shapes.map((shape) =>
        shape.block === '' && shape.outline.kind === 'box' && shape.stroke !== undefined
          ? { ...shape, outline: { ...shape.outline, y: shape.outline.y + by } }
          : shape,
      ),
    });
    expect(await told(document, document, moved(-1))).toEqual([]);
    expect(await told(document, document, moved(8))).toEqual([expect.stringContaining('머리글')]);
  });

  it('are told where a page has none, and so is a foot without its number', async () => {
    const document = written('일자리대책', '현황');
    const without = (fits: (text: LayoutMap['texts'][number]) => boolean) => (map: LayoutMap) => ({
      ...map,
      texts: map.texts.filter((text) => text.role !== 'furniture' || !fits(text)),
    });
    const heads = await told(
      document,
      document,
      without(({ text }) => text.includes('일자리')),
    );
    expect(heads.length).toBeGreaterThanOrEqual(3);
    expect(heads[0]).toContain('머리글이 다릅니다');
    expect(
      await told(
        document,
        document,
        without(({ text }) => text === '4'),
      ),
    ).toEqual([expect.stringMatching(/^page-number .*쪽 번호가 없습니다\. 4쪽이어야 합니다\.$/)]);
  });
});
