// A document of a few pages with a little of everything that is painted -> its PDF, made once.

import type { Block, Document } from '../../src/document/document.ts';
import type { ChartDrawer } from '../../src/draw/chart-drawer.ts';
import type { ChartOp } from '../../src/draw/chart-ops.ts';
import { type PdfResult, writePdf } from '../../src/write/pdf/write-pdf.ts';
import { UNMARKED } from '../draw/unmarked.ts';
import { contents, part } from '../write/pdf/blocks.ts';
import { cell, documentOf, fonts, header, item, paragraph, rich, table } from '../write/pdf/documents.ts';

const chart: Block = {
  kind: 'chart',
  id: 'chart',
  caption: rich('연도별 취업자'),
  alt: rich('차트'),
  spec: {},
  rows: {},
};

/** Two bars over a dashed line, and a label. */
const ops: readonly ChartOp[] = [
  { kind: 'path', operators: '20 100 m 60 100 l 60 40 l 20 40 l h', fill: 'main' },
  { kind: 'path', operators: '80 100 m 120 100 l 120 60 l 80 60 l h', fill: 'main 40%' },
  { kind: 'path', operators: '0 70 m 200 70 l', stroke: 'rule', lineWidth: 0.5, dash: [2, 2] },
  {
    ...{ kind: 'text', x: 40, y: 90, text: '1,234', size: 8, bold: false, colour: 'white' },
    ...{ anchor: 'middle', angle: 0 },
  },
];
const drawer: ChartDrawer = {
  draw: () => Promise.resolve({ width: 200, height: 110, ops, ...UNMARKED }),
  close: () => Promise.resolve(),
};

/** The page of the text, and of the table and the chart; the first one has contents. */
export const TEXT_PAGE = 1;

export const smallDocument: Document = {
  ...documentOf(
    [
      contents([[1, 'Ⅰ. 현황', 'one']]),
      part('one', '현황'),
      paragraph('text', '취업자는 17만 1천명이고[^a] 실업자는 7천명이다. **굵은 글자**와 漢字도 있다.'),
      item('item', 1, '일자리를 만든다.'),
      table(
        'table',
        1,
        [
          [header(0, '구분'), header(1, '2023년')],
          [cell(0, '취업자'), cell(1, '171,234')],
          [cell(0, '실업자', { emphasis: 'total' }), cell(1, '7,111', { emphasis: 'total' })],
        ],
        2,
      ),
      chart,
      { kind: 'page-break', id: 'break' },
      paragraph('last', '마지막 쪽이다.'),
    ],
    { a: '통계청 자료' },
  ),
  reviewCopy: true,
};

let made: Promise<PdfResult> | undefined;

export function smallPdf(): Promise<PdfResult> {
  made ??= make();
  return made;
}

async function make(): Promise<PdfResult> {
  const { value, diagnostics } = await writePdf(smallDocument, fonts, () => {}, drawer);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}
