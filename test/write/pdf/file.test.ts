// What a viewer sees of the file besides its pages: properties, bookmarks, page labels, fonts.

import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { joined, readPages } from '../../commands/pdf-text.ts';
import { getDocument, VerbosityLevel } from '../../pdfjs.ts';
import { documentOf, fonts, item, paragraph, rich } from './documents.ts';

const blocks: readonly Block[] = [
  { kind: 'part', id: 'part', numeral: 'Ⅱ', title: rich('노동시장 & <현황>') },
  { kind: 'section', id: 'section', number: '1', title: rich('인구변화') },
  ...Array.from({ length: 40 }, (_, index) => item(`i${index}`, 1, `문장 ${index}`)),
  { kind: 'heading', id: 'heading', title: rich('인구현황[^n]') },
  item('last', 1, '끝'),
];

async function written(more: readonly Block[] = []) {
  const outcome = await writePdf({ ...documentOf([...blocks, ...more], { n: '각주' }), firstPage: 3 }, fonts);
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

async function opened<T>(
  bytes: Uint8Array,
  read: (pdf: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    return await read(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

describe('the PDF file', () => {
  it('tells title, author, language and the issue date, and nothing of the clock', async () => {
    const { bytes } = await written();
    const { info } = await opened(bytes, (pdf) => pdf.getMetadata());
    expect(info).toMatchObject({
      Title: '시험 문서',
      Author: '시험',
      Language: 'ko-KR',
      CreationDate: 'D:20230331000000Z',
    });
  });

  it('has bookmarks nested by level that lead to the exact place', async () => {
    const { bytes, layout } = await written();
    await opened(bytes, async (pdf) => {
      const [part] = await pdf.getOutline();
      const section = part?.items[0];
      const heading = section?.items[0];
      expect([part?.title, section?.title, heading?.title]).toEqual([
        'Ⅱ. 노동시장 & <현황>',
        '1. 인구변화',
        '인구현황',
      ]);
      const [page, , , top] = (heading?.dest ?? []) as [
        { num: number; gen: number },
        unknown,
        number,
        number,
      ];
      const place = layout.blocks.get('heading')?.[0];
      expect(await pdf.getPageIndex(page)).toBe(place?.page);
      const { height } = (await pdf.getPage((place?.page ?? 0) + 1)).getViewport({ scale: 1 });
      expect(Math.abs(height - top - (place?.y ?? 0))).toBeLessThan(12);
    });
  });

  it('counts its pages from the plan’s first page, in labels and at the foot', async () => {
    const { bytes, pages } = await written();
    const labels = await opened(bytes, (pdf) => pdf.getPageLabels());
    expect(labels).toEqual(Array.from({ length: pages }, (_, index) => String(index + 3)));
    const texts = (await readPages(bytes)).map((page) => joined(page.pieces));
    texts.forEach((text, index) => {
      expect(text.endsWith(String(index + 3))).toBe(true);
    });
  });

  it('sets what the text face lacks in the fallback face, readable again', async () => {
    const { bytes } = await written([paragraph('p', '기호 ◎ ㉠ ☎ 漢字 끝')]);
    const text = (await readPages(bytes)).map((page) => joined(page.pieces)).join('');
    expect(text).toContain('기호◎㉠☎漢字끝');
  });

  it('refuses a character that no face has, and tells which and where', async () => {
    const outcome = await writePdf(documentOf([paragraph('p', '패 🀄 끝')]), fonts);
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics).toHaveLength(1);
    expect(outcome.diagnostics[0]).toMatchObject({
      rule: 'missing-glyph',
      place: { file: 'test', line: 1, column: 1 },
    });
    expect(outcome.diagnostics[0]?.message).toContain('U+1F004');
  });
});
