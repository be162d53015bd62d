// Labels on the bars of charts, and changed figures on dark bands -> those that are hardly read there are told, and may be printed.

import { expect, it } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import type { ChartDrawer } from '../../src/draw/chart-drawer.ts';
import type { ChartOp } from '../../src/draw/chart-ops.ts';
import type { Address } from '../../src/figure/address.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { UNMARKED } from '../draw/unmarked.ts';
import { documentOf, fonts, paragraph, rich } from '../write/pdf/documents.ts';

const label = (x: number, text: string, colour: string, size = 8): ChartOp => ({
  ...{ kind: 'text', x, y: 90, text, size, bold: false, colour },
  ...{ anchor: 'middle', angle: 0 },
});
const bar = (left: number, fill: string): ChartOp => ({
  kind: 'path',
  operators: `${left} 100 m ${left + 60} 100 l ${left + 60} 40 l ${left} 40 l h`,
  fill,
});

async function told(document: Parameters<typeof writePdf>[0], ops: readonly ChartOp[] = []) {
  const drawer: ChartDrawer = {
    draw: () => Promise.resolve({ width: 300, height: 110, ops, ...UNMARKED }),
    close: () => Promise.resolve(),
  };
  const { value, diagnostics } = await writePdf(document, fonts, () => {}, drawer);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics.filter(
    ({ rule }) => rule === 'text-contrast',
  );
}

it.each<[string, readonly ChartOp[], string | undefined]>([
  ['white on a dark bar', [bar(0, 'main'), label(30, '1,234', 'white')], undefined],
  ['dark on a pale bar', [bar(0, 'main 20%'), label(30, '1,234', 'text')], undefined],
  ['white on a pale bar', [bar(0, 'main 50%'), label(30, '1,234', 'white')], '1,234'],
  ['dark on a dark bar', [bar(0, 'main'), label(30, '1,234', 'text')], '1,234'],
  // Large letters may be paler: 3.
  ['large letters on a middling bar', [bar(0, '#7F7F7F'), label(30, '12', 'white', 18)], undefined],
  ['small letters on a middling bar', [bar(0, '#7F7F7F'), label(30, '12', 'white')], '12'],
  // What stands on paper is for the check.
  ['pale letters beside the bars', [bar(0, 'main'), label(160, '1,234', '#C0C0C0')], undefined],
  ['pale letters half on a bar', [bar(0, 'main'), label(60, '1,234', '#C0C0C0')], undefined],
  ['pale letters on a white ground', [bar(0, 'white'), label(30, '1,234', '#C0C0C0')], undefined],
])('labels of charts: %s', async (_, ops, text) => {
  const chart: Block = {
    kind: 'chart',
    id: 'chart',
    caption: rich('연도별 취업자'),
    alt: rich('차트'),
    spec: {},
    rows: {},
  };
  const found = await told(documentOf([chart]), ops);
  expect(found.map(({ severity, message }) => [severity, /‘(.*?)’/.exec(message)?.[1]])).toEqual(
    text === undefined ? [] : [['warning', text]],
  );
});

it('tells many labels of one chart, colour and ground once', async () => {
  const chart: Block = {
    kind: 'chart',
    id: 'chart',
    caption: rich('취업자'),
    alt: rich('차트'),
    spec: {},
    rows: {},
  };
  const pale = [0, 100, 200].flatMap((left) => [bar(left, 'main 50%'), label(left + 30, '1,234', 'white')]);
  expect(await told(documentOf([chart]), pale)).toHaveLength(1);
});

it('changed figures on a dark band in a review copy, and not those on paper', async () => {
  const address = 'tables/population/2022/total' as Address;
  const figure = (text: string) => ({
    ...rich(''),
    inlines: [
      { kind: 'figure', address, text, bold: false, meaning: { kind: 'plain' } } as never,
      ...rich('명의 일자리').inlines,
    ],
  });
  const document = {
    ...documentOf([
      { kind: 'part', id: 'part', numeral: 'Ⅰ', title: figure('1,234') },
      { ...paragraph('text', ''), content: figure('1,234') },
    ]),
    reviewCopy: true,
    edition: { number: 1, title: '제1회 추경', date: '2023. 5. 12.', marked: new Set([address]) },
  };
  expect(await told(document)).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/^plan\.pdf 1쪽 ‘1,234’: .*명암비 [1-4]\.\d\d$/) },
  ]);
  expect(await told({ ...document, reviewCopy: false })).toEqual([]);
});
