// A document with a little of everything that is heard -> its PDF, made once.
import type { Block, Document } from '../../src/document/document.ts';
import type { ChartDrawer } from '../../src/draw/chart-drawer.ts';
import type { Address } from '../../src/figure/address.ts';
import { type PdfResult, writePdf } from '../../src/write/pdf/write-pdf.ts';
import { contents, cover, part, phase, project, schedule, sheet, vision } from '../write/pdf/blocks.ts';
import { cell, documentOf, fonts, header, item, paragraph, rich, table } from '../write/pdf/documents.ts';

const figure = (row: string, shown: string) => ({
  address: `tables/data/${row}/count` as Address,
  ...{ label: `${row} 취업자`, shown, names: [row], words: [row] },
});

const chart = (id: string, alt: string): Block => ({
  kind: 'chart',
  id,
  caption: rich(`그림 ${id}`),
  alt: rich(alt),
  spec: {},
  rows: { data: [figure('남자', '△3명'), figure('여자', '5명')] },
});

const mark = {
  ...{
    set: 'bars',
    style: 'bar',
    measures: [],
    names: [],
    colours: [],
    places: [],
    plot: '',
    outside: false,
    dash: [],
    lineWidth: 0,
    rows: [['data:0'], ['data:1']],
  },
  shape: { kind: 'box', left: 20, top: 10, right: 60, bottom: 50 },
} as const;
const none = {
  marks: [mark],
  scales: [],
  categories: [],
  words: [],
  droppedByPlace: [],
  droppedBySize: [],
  couldShow: true,
};
const drawer: ChartDrawer = {
  draw: () =>
    Promise.resolve({
      width: 200,
      height: 60,
      ops: [{ kind: 'path', operators: '20 50 m 60 50 l 60 10 l 20 10 l h', fill: 'main' }],
      ...none,
    }),
  close: () => Promise.resolve(),
};

export const heardDocument: Document = documentOf(
  [
    cover,
    contents([
      [1, 'Ⅰ. 현황', 'one'],
      [2, '청년', 'sheet-a'],
      [3, '과제 하나', 'sheet-a'],
    ]),
    part('one', '현황'),
    { kind: 'heading', id: 'head', title: rich('인구[^a]') },
    paragraph('text', '취업자는[^b] 늘었다. Green Growth 사업[^a]과 Привет, おすすめ를 △5.2%로 줄인다.'),
    item('i1', 1, '첫째 항목'),
    item('i2', 2, '둘째 항목'),
    item('i3', 1, '셋째 항목'),
    table(
      'table',
      1,
      [
        [header(0, '구분'), header(1, '2022년[^c]'), header(2, '2023년')],
        [cell(0, '취업자', { role: 'row-header' }), cell(1, '171'), cell(2, '172')],
        [cell(0, '실업자', { role: 'row-header' }), cell(1, '미공개', { colSpan: 2 })],
      ],
      3,
    ),
    chart('first', '막대 하나가 있다'),
    chart('second', '막대 둘이 있다'),
    vision(2, 3),
    schedule([
      { kind: 'strategy', label: rich('1. 청년') },
      { kind: 'task', label: rich('과제 하나') },
      project('① 사업', [phase(1, 3, '접수'), phase(5, 12, '운영')]),
      { kind: 'task', label: rich('과제 둘') },
      project('② 사업', [phase(2, 4, '모집')]),
    ]),
    sheet('sheet-a', '과제 하나', { opensStrategy: '1. 청년' }),
    paragraph('last', '마지막 글은 두 줄에 걸친다. '.repeat(5).trim()),
    sheet('sheet-b', '과제 둘', {}),
    paragraph('end', '끝이다.'),
  ],
  { a: '통계청 자료', b: '고용부 자료', c: '연말 기준' },
);

let made: Promise<PdfResult> | undefined;

export function heardPdf(): Promise<PdfResult> {
  made ??= make();
  return made;
}

async function make(): Promise<PdfResult> {
  const { value, diagnostics } = await writePdf(heardDocument, fonts, () => {}, drawer);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}
