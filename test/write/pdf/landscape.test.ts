// Small documents with landscape pages -> sizes, notes, tables, bookmarks, and the boxes and margins of the press file.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/document.ts';
import type { ChartDrawer } from '../../../src/draw/chart-drawer.ts';
import type { Address } from '../../../src/figure/address.ts';
import { provePdf } from '../../../src/proof/prove-pdf.ts';
import { provePress } from '../../../src/proof/prove-press.ts';
import type { PressJob } from '../../../src/write/pdf/press/press-job.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { UNMARKED } from '../../draw/unmarked.ts';
import { part } from './blocks.ts';
import { cell, documentOf, fonts, header, item, paragraph, rich, table, theme } from './documents.ts';
import { pagesOf } from './page-content.ts';
import { PdfFile } from './pdf-file.ts';

const MM = 72 / 25.4;
const place = { file: 'plan.yaml', line: 3, column: 2 };
const JOB: PressJob = {
  ...{ part: 'inside', bleed: 3, inner: 32, paper: 0.1, multiple: 1, inks: new Map() },
  profile: {
    bytes: readFileSync(new URL('../../../templates/press/FOGRA39L_coated.icc', import.meta.url)),
    registered: 'FOGRA39',
    place,
  },
};

const turn = (landscape: boolean): Block => ({ kind: 'page-turn', id: `turn-${landscape}`, landscape });
const across = (...blocks: readonly Block[]): Block[] => [turn(true), ...blocks, turn(false)];
const wide = table(
  'wide',
  1,
  [
    Array.from({ length: 16 }, (_, column) => header(column, `머리${column}`)),
    ...Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 16 }, (_, column) => cell(column, String(1000 * row + column))),
    ),
  ],
  16,
);

async function made(document: Document, press?: PressJob, drawer?: ChartDrawer) {
  const { value, diagnostics } = await writePdf(document, fonts, () => {}, drawer, press && { press });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  expect(provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics).toEqual([]);
  return value;
}

/** Of each page, in mm: its MediaBox or another one, rounded. */
function boxes(bytes: Uint8Array, key = 'MediaBox'): number[][] {
  const file = new PdfFile(bytes);
  return pagesOf(file).map(({ dict }) =>
    file.array(dict.get(key)).map((edge) => Math.round((Number(edge) / MM) * 10) / 10),
  );
}

const UPRIGHT = [0, 0, 210, 297];
const ACROSS = [0, 0, 297, 210];

describe('landscape pages', () => {
  it('stand between upright ones, each group on its own, without an empty page', async () => {
    const { bytes } = await made(
      documentOf([
        paragraph('a', '앞'),
        ...across(paragraph('b', '하나')),
        ...across(paragraph('c', '둘')),
        { kind: 'page-break', id: 'break' },
        paragraph('d', '뒤'),
        ...across(paragraph('e', '셋')),
        part('one', '부'),
      ]),
    );
    expect(boxes(bytes)).toEqual([UPRIGHT, ACROSS, ACROSS, UPRIGHT, ACROSS, UPRIGHT]);
  });

  it.each([
    ['first', across(paragraph('a', '글'))],
    [
      'first and last',
      [...across(paragraph('a', '글')), paragraph('b', '글'), ...across(paragraph('c', '글'))],
    ],
  ])('may come %s', async (_, blocks) => {
    const { layout } = await made(documentOf(blocks));
    expect(layout.turned.length).toBe(blocks.filter(({ kind }) => kind === 'paragraph').length);
    expect(layout.turned[0]).toBe(true);
  });

  it('have tables as wide as they are, with the head again on each', async () => {
    const { layout } = await made(documentOf([paragraph('a', '앞'), ...across(wide)]));
    const fragments = layout.blocks.get('wide') ?? [];
    expect(fragments.length).toBeGreaterThan(1);
    const { left, right, height } = theme.page;
    for (const { width } of fragments) expect(width).toBeCloseTo((height - left - right) * MM);
    const rules = layout.shapes.flatMap(({ block, outline }) =>
      block === 'wide' && outline.kind === 'line' ? [outline.x2] : [],
    );
    expect(Math.max(...rules)).toBeCloseTo((height - right) * MM);
  });

  it.each([10, 16, 20])('cut no figure of a table of %i columns for want of room', async (columns) => {
    const figure = 'tables/t/a/b' as Address;
    const count = Array.from({ length: columns }, (_, column) => column);
    const rows = [
      count.map((column) => header(column, column === 0 ? '구분되는이름' : '머리글이길다')),
      count.map((column) => (column === 0 ? cell(0, '이름이길다고') : cell(column, '1,234', { figure }))),
    ];
    const { layout } = await made(documentOf(across(table('t', 1, rows, columns))));
    const figures = layout.texts.filter(({ text }) => /\d/.test(text) && text.length > 1);
    expect(figures.filter(({ block }) => block === 't').map(({ text }) => text)).toEqual(
      new Array(columns - 1).fill('1,234'),
    );
  });

  it('keep notes on pages that are turned as those that refer to them', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `각주${index}`).join(' ');
    const { layout } = await made(
      documentOf([item('a', 1, '앞[^n]'), ...across(item('b', 1, '가로[^m]')), item('c', 1, '뒤')], {
        n: long,
        m: long,
      }),
    );
    const turned = (note: string) =>
      new Set(layout.notes.get(note)?.pages.map((page) => layout.turned[page]));
    expect(layout.notes.get('n')?.pages.length).toBeGreaterThan(1);
    expect(turned('n')).toEqual(new Set([false]));
    expect(layout.notes.get('m')?.pages.length).toBeGreaterThan(1);
    expect(turned('m')).toEqual(new Set([true]));
  });

  it('hold a chart that is too wide for an upright page', async () => {
    const chart: Block = {
      ...{ kind: 'chart', id: 'chart', caption: rich('차트'), alt: rich('차트'), spec: {}, rows: {} },
    };
    const drawer: ChartDrawer = {
      draw: () => Promise.resolve({ width: 700, height: 100, ops: [], ...UNMARKED }),
      close: () => Promise.resolve(),
    };
    const told = async (blocks: readonly Block[]) =>
      (await writePdf(documentOf(blocks), fonts, () => {}, drawer)).diagnostics.map(({ rule }) => rule);
    expect(await told(across(chart))).toEqual([]);
    expect(await told([chart])).not.toEqual([]);
  });

  it('are refused where the margins leave no height for text', async () => {
    const page = { ...theme.page, top: 80, bottom: 70, turned: {} };
    const document = { ...documentOf(across(paragraph('a', '글'))), theme: { ...theme, page } };
    const { value, diagnostics } = await writePdf(document, fonts);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule, expected }) => [rule, expected])).toEqual([
      ['landscape-margins', expect.stringContaining('140 이하')],
    ]);
  });

  it('are told by the proof where they are not turned as the document says', async () => {
    const blocks = [paragraph('a', '앞'), ...across(paragraph('b', '가로'))];
    const { bytes, layout } = await made(documentOf(blocks));
    const rules = (document: Document, map = layout) =>
      new Set(provePdf(document, map, bytes, 'plan.pdf').diagnostics.map(({ rule }) => rule));
    const upright = documentOf(blocks.filter(({ kind }) => kind !== 'page-turn'));
    expect(rules(upright)).toEqual(new Set(['page-turned']));
    expect(rules(documentOf(blocks), { ...layout, turned: [false, false] })).toContain('page-box');
  });
});

describe('landscape pages for the press', () => {
  const book = documentOf([
    paragraph('a', '앞'),
    ...across(paragraph('b', '왼쪽 면'), { kind: 'page-break', id: 'break' }, paragraph('c', '오른쪽 면')),
  ]);

  it('have boxes of their own and keep the inner margin at the head or the foot', async () => {
    const { layout, press } = await made(book, JOB);
    if (press === undefined) throw new Error('no press file');
    expect(boxes(press.bytes, 'TrimBox')).toEqual([UPRIGHT, ACROSS, ACROSS]);
    expect(boxes(press.bytes, 'BleedBox')[1]).toEqual([-3, -3, 300, 213]);
    expect(boxes(press.bytes)[2]).toEqual([-11, -11, 308, 221]);
    const proven = provePress(book, layout, {
      ...{
        name: 'print.pdf',
        bytes: press.bytes,
        part: 'inside',
        inner: JOB.inner,
        multiple: 1,
        bleed: 3,
        paper: 0.1,
      },
      ...{ inks: JOB.inks, profile: JOB.profile },
      report: { name: 'press.txt', text: press.report },
    });
    expect(proven).toEqual([]);
    // Where the proof looks for the text with another inner margin, it is not there.
    const other = provePress(book, layout, {
      ...{
        name: 'print.pdf',
        bytes: press.bytes,
        part: 'inside',
        inner: 27,
        multiple: 1,
        bleed: 3,
        paper: 0.1,
      },
      ...{ inks: JOB.inks, profile: JOB.profile },
    });
    expect(other.filter(({ message }) => message.includes('3쪽')).length).toBeGreaterThan(0);
  });

  it('are refused where the inner margin moves the head or the foot to the edge', async () => {
    const { value, diagnostics } = await writePdf(book, fonts, () => {}, undefined, {
      press: { ...JOB, inner: 38 },
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule, expected }) => [rule, expected])).toEqual([
      ['press-margin', 'plan.yaml의 press: inner: 37 이하'],
    ]);
  });
});
