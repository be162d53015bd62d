// Charts in a finished PDF -> nothing as long as they are printed as drawn, and a word for each mark that is not.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import type { LayoutMap } from '../../src/document/layout-map.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import type { Spec } from '../draw/chart-data.ts';
import { documentOf, fonts } from '../write/pdf/documents.ts';
import { chartOf, type Table } from './chart-plan.ts';
import { EditedPdf } from './edit-pdf.ts';

const ages: Table = {
  unit: '명',
  rows: ['청년', '중장년', '노년'],
  columns: ['남자', '여자'],
  values: [
    ['120', '95'],
    ['480', '510'],
    ['60', '75'],
  ],
};
const x = { field: 'rowLabel', type: 'ordinal', sort: null };
const y = { field: 'value', type: 'quantitative', axis: null };
const color = { field: 'columnName', sort: null, scale: { range: ['theme:main', 'theme:light'] } };
const of = (more: Spec): Spec => ({ width: 300, height: 70, data: { name: 'ages' }, ...more });
const CHARTS: Readonly<Record<string, Spec>> = {
  bars: of({
    encoding: { x, xOffset: { field: 'columnName' }, y },
    layer: [
      { mark: 'bar', encoding: { color } },
      { mark: { type: 'text', dy: -4 }, encoding: { text: { field: 'text' } } },
    ],
  }),
  lines: of({ mark: { type: 'line', point: { filled: true, size: 40 } }, encoding: { x, y, color } }),
  areas: of({ mark: 'area', encoding: { x, y, color } }),
  discs: of({
    transform: [{ filter: "datum.column === 'c0'" }],
    mark: { type: 'arc', innerRadius: 12 },
    encoding: {
      theta: y,
      color: {
        field: 'rowName',
        sort: null,
        scale: { range: ['theme:main', 'theme:light', 'theme:second'] },
      },
    },
  }),
  rules: of({
    transform: [{ filter: "datum.column === 'c0'" }],
    mark: { type: 'rule', color: 'theme:accent', strokeWidth: 3 },
    encoding: { y: { ...x }, x: y },
  }),
};

let document: Document;
let layout: LayoutMap;
let bytes: Uint8Array;
/** The whole page's content, and each thing painted in it, in order. */
let content: string;

const PAINTED = /q 1 0 0 1 \S+ \S+ cm\n[^\n]*\nQ/g;

beforeAll(async () => {
  document = documentOf(Object.entries(CHARTS).map(([id, spec]) => chartOf(id, spec, { ages }).block));
  const { value } = await writePdf(document, fonts);
  if (value === undefined) throw new Error('not written');
  ({ layout, bytes } = value);
  content = new EditedPdf(bytes).content(0);
}, 60_000);

function told(whole: string): readonly string[] {
  expect(whole).not.toBe(content);
  const edited = new EditedPdf(bytes);
  edited.setContent(0, whole);
  return provePdf(document, layout, edited.bytes, 'plan.pdf').diagnostics.map(
    ({ rule, message }) => `${rule} ${message}`,
  );
}

/** The content with the painted things of a chart's mark changed: those that fit, in order. */
function changed(fits: RegExp, change: (painted: readonly string[]) => readonly string[]): string {
  const all = (content.match(PAINTED) ?? []).filter((one) => fits.test(one));
  const after = change(all);
  return content.replaceAll(PAINTED, (one) => {
    const at = all.indexOf(one);
    return at < 0 ? one : (after[at] ?? '');
  });
}

const only = (index: number, change: (one: string) => string) => (all: readonly string[]) =>
  all.map((one, at) => (at === index ? change(one) : one));
const BOX = /(\S+) (\S+) (\S+) (\S+) re f\n/;
const boxed =
  (change: (x: number, y: number, width: number, height: number) => readonly number[]) => (one: string) =>
    one.replace(BOX, (_, ...numbers: string[]) => {
      const [left = 0, top = 0, width = 0, height = 0] = numbers.slice(0, 4).map(Number);
      return `${change(left, top, width, height).join(' ')} re f\n`;
    });

/** Bars, not the squares of a legend; lines; points; sectors; areas. */
const BARS = /\d{2}\.?\d* \S+ re f\n/;
const LINE = /m (?:\S+ \S+ l ){2}S\n/;
const POINT = /c h f\n/;
const SECTOR = /l [^\n]*c h f\n/;
const AREA = /( l [^\n]*){4}l h f\n/;
const RULE = / 3 w [^\n]* l S\n/;

describe('charts in print', () => {
  it('are not spoken of as they were written', () => {
    expect(provePdf(document, layout, bytes, 'plan.pdf').diagnostics).toEqual([]);
    expect(layout.charts.flatMap(({ marks }) => marks).length).toBeGreaterThan(30);
  });

  it.each<[string, RegExp, (painted: readonly string[]) => readonly string[]]>([
    ['a bar gone', BARS, only(1, () => '')],
    [
      'a bar of half the height',
      BARS,
      only(
        2,
        boxed((l, t, w, h) => [l, t + h / 2, w, h / 2]),
      ),
    ],
    [
      'a bar moved',
      BARS,
      only(
        0,
        boxed((l, t, w, h) => [l + 3, t, w, h]),
      ),
    ],
    [
      'a bar a point longer',
      BARS,
      only(
        0,
        boxed((l, t, w, h) => [l, t - 1, w, h + 1]),
      ),
    ],
    [
      'a bar widened',
      BARS,
      only(
        3,
        boxed((l, t, w, h) => [l - 4, t, w + 8, h]),
      ),
    ],
    ['a white bar', BARS, only(1, (one) => one.replace(/\S+ \S+ \S+ rg/, '1 1 1 rg'))],
    [
      'a bar in the colour of the other',
      BARS,
      (all) => [
        (all[0] ?? '').replace(/\S+ \S+ \S+ rg/, /\S+ \S+ \S+ rg/.exec(all[1] ?? '')?.[0] ?? ''),
        ...all.slice(1),
      ],
    ],
    [
      'two bars exchanged',
      BARS,
      (all) => {
        const [one = '', other = ''] = [BOX.exec(all[0] ?? '')?.[0], BOX.exec(all[2] ?? '')?.[0]];
        const [a, b] = [one.split(' '), other.split(' ')];
        const to = (place: readonly string[], size: readonly string[]) =>
          [place[0], size[1], place[2], size[3], ...place.slice(4)].join(' ');
        return all.map((bar, at) =>
          at === 0 ? bar.replace(one, to(a, b)) : at === 2 ? bar.replace(other, to(b, a)) : bar,
        );
      },
    ],
    [
      'a bar under a white box',
      BARS,
      only(
        2,
        (one) =>
          `${one}\n${boxed((l, t, w, h) => [l - 1, t - 1, w + 2, h / 2])(one).replace(/\S+ \S+ \S+ rg/, '1 1 1 rg')}`,
      ),
    ],
    ['a bar that is clipped away', BARS, only(2, (one) => one.replace('re f', 're n'))],
    ['a bar that is only outlined', BARS, only(2, (one) => one.replace('re f', 're S'))],
    ['all bars of half the height', BARS, (all) => all.map(boxed((l, t, w, h) => [l, t + h / 2, w, h / 2]))],
    [
      'a corner of a line moved',
      LINE,
      only(0, (one) =>
        one.replace(/(\S+) (\S+) l /, (_, a: string, b: string) => `${a} ${Number(b) - 5} l `),
      ),
    ],
    ['a line gone', LINE, only(1, () => '')],
    ['a corner of a line left out', LINE, only(0, (one) => one.replace(/\S+ \S+ l /, ''))],
    [
      'a line by a way round',
      LINE,
      only(0, (one) => one.replace(/(\S+) (\S+) l /, (step) => `0 0 l ${step}`)),
    ],
    ['a line as thin as a hair', LINE, only(0, (one) => one.replace(/ \S+ w /, ' 0.1 w '))],
    ['a point gone', POINT, only(1, () => '')],
    ['a point moved', POINT, only(0, (one) => one.replace(/cm\n/, 'cm\n1 0 0 1 0 6 cm '))],
    ['a point made small', POINT, only(0, (one) => one.replace(/cm\n/, 'cm\n0.5 0 0 0.5 0 0 cm '))],
    ['a sector turned', SECTOR, only(0, (one) => one.replace(/cm\n/, 'cm\n0.9 0.1 -0.1 0.9 0 0 cm '))],
    ['a sector gone', SECTOR, only(1, () => '')],
    [
      'an angle changed',
      SECTOR,
      only(0, (one) =>
        one.replace(/(\S+) (\S+) l /, (_, a: string, b: string) => `${Number(a) + 4} ${Number(b) + 4} l `),
      ),
    ],
    [
      'an area cut',
      AREA,
      only(0, (one) =>
        one.replace(/(\S+) (\S+) l /, (_, a: string, b: string) => `${a} ${Number(b) + 7} l `),
      ),
    ],
    [
      'a rule shortened',
      RULE,
      only(0, (one) =>
        one.replace(/(\S+) (\S+) l S/, (_, a: string, b: string) => `${Number(a) - 9} ${b} l S`),
      ),
    ],
  ])('with %s are told of', (_, fits, change) => {
    const lines = told(changed(fits, change));
    expect(lines).toContainEqual(
      expect.stringMatching(/^(chart-mark-not-printed|chart-hidden) plan\.pdf 1?쪽/),
    );
  });

  it('with two values exchanged are told of', () => {
    const texts = content.match(/BT\b[\s\S]*?\bET\b/g) ?? [];
    const codes = texts.map((shown) => /<([0-9a-f]+)>/.exec(shown)?.[1] ?? '');
    const { texts: placed } = layout;
    const at = (text: string) => placed.findIndex((one) => one.block === 'bars' && one.text === text);
    const [one, other] = [codes[at('480')] ?? '', codes[at('510')] ?? ''];
    expect(one).not.toBe(other);
    const lines = told(
      content.replaceAll(/<([0-9a-f]+)>/g, (whole, code: string) =>
        code === one ? `<${other}>` : code === other ? `<${one}>` : whole,
      ),
    );
    expect(lines).toContainEqual(expect.stringContaining('480'));
    expect(lines).toContainEqual(expect.stringContaining('510'));
  });
});

describe('a chart that hides in print', () => {
  const men = { filter: "datum.column === 'c0'" };
  const bar = { type: 'bar', color: 'theme:main' };
  const HIDING: Readonly<Record<string, readonly [string, Spec]>> = {
    'white bars': [
      'chart-hidden',
      of({ transform: [men], mark: { type: 'bar', color: 'theme:white' }, encoding: { x, y } }),
    ],
    'hardly a colour': [
      'chart-hidden',
      of({ transform: [men], mark: { ...bar, opacity: 0.03 }, encoding: { x, y } }),
    ],
    'bars eaten up by their outline': [
      'chart-hidden',
      of({
        transform: [men],
        mark: { ...bar, size: 20, stroke: 'theme:white', strokeWidth: 15 },
        encoding: { x, y },
      }),
    ],
    'bars on their own colour': [
      'chart-hidden',
      of({ view: { fill: 'theme:main' }, transform: [men], mark: bar, encoding: { x, y } }),
    ],
    'a white box over them': [
      'chart-mark-not-printed',
      of({
        layer: [
          { transform: [men], mark: bar, encoding: { x, y } },
          { data: { values: [{}] }, mark: { type: 'rect', color: 'theme:white' }, encoding: {} },
        ],
      }),
    ],
    'bars behind longer ones': [
      'chart-hidden',
      of({ mark: 'bar', encoding: { x, y: { ...y, stack: null }, color } }),
    ],
  };
  it.each(Object.entries(HIDING))('is told of: %s', async (_, [rule, spec]) => {
    const hiding = documentOf([chartOf('hiding', spec, { ages }).block]);
    const { value } = await writePdf(hiding, fonts);
    const { diagnostics } = provePdf(hiding, value?.layout ?? layout, value?.bytes ?? bytes, 'plan.pdf');
    expect(diagnostics.map((one) => one.rule)).toContain(rule);
  });
});
