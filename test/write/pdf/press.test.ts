// Small documents -> press files of a cover, an inside and a whole, and what cannot be printed.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/document.ts';
import { provePress } from '../../../src/proof/prove-press.ts';
import type { PressJob } from '../../../src/write/pdf/press/press-job.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { UNMARKED } from '../../draw/unmarked.ts';
import { edited } from '../../proof/edit-pdf.ts';
import { backCover, cover, part } from './blocks.ts';
import { cell, documentOf, fonts, header, paragraph, rich, table, theme } from './documents.ts';
import { operationsOf, pagesOf } from './page-content.ts';
import { PdfFile } from './pdf-file.ts';

const place = { file: 'plan.yaml', line: 3, column: 2 };
const FOGRA39 = readFileSync(new URL('../../../templates/press/FOGRA39L_coated.icc', import.meta.url));
const JOB: PressJob = {
  part: 'whole',
  bleed: 3,
  inner: 26,
  multiple: 4,
  paper: 0.1,
  inks: new Map(),
  profile: { bytes: FOGRA39, registered: 'FOGRA39', place },
};
const TABLE: Block = {
  ...table(
    't',
    1,
    [
      [header(0, '구분'), header(1, '값')],
      [cell(0, '합계', { emphasis: 'total' }), cell(1, '12')],
    ],
    2,
  ),
  caption: rich('표'),
  unitLine: rich('(단위 : 명)'),
};
const BOOK: readonly Block[] = [cover, part('one', '첫째 부'), paragraph('p', '본문'), backCover];

function printed(blocks: readonly Block[], job: Partial<PressJob>, look: Document['theme'] = theme) {
  return writePdf({ ...documentOf(blocks), theme: look }, fonts, () => {}, undefined, {
    press: { ...JOB, ...job },
  });
}

/** The text of each page, without blanks. */
async function textsOf(job: Partial<PressJob>): Promise<string[]> {
  const { value, diagnostics } = await printed(BOOK, job);
  if (value?.press === undefined) throw new Error(JSON.stringify(diagnostics));
  const file = new PdfFile(value.press.bytes);
  return pagesOf(file).map(({ dict }) =>
    operationsOf(file, dict)
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', ''),
  );
}

/** The file with another content of the first page that has it. */
function harmed(bytes: Uint8Array, from: RegExp, to: string): Uint8Array {
  return edited(bytes, (pdf) => {
    for (let page = 0; ; page++)
      if (from.test(pdf.content(page))) return pdf.setContent(page, pdf.content(page).replace(from, to));
  });
}

describe('the press file', () => {
  it('is filled with blank pages, the back cover outside', async () => {
    // Neither the other side of the front cover nor that of the back cover has anything on it.
    const [front, second, inside, ...rest] = await textsOf({});
    expect(front).toContain('일자리대책연차별세부계획');
    expect(inside).toContain('본문');
    expect([second, ...rest.slice(0, -1)].join('')).toBe('');
    expect(rest.length).toBe(5);
    expect(rest.at(-1)).toContain('가람시청');
  });

  it('prints cover and inside apart', async () => {
    const [outside, ...other] = await textsOf({ part: 'cover' });
    expect(outside).toMatch(/가람시청.*일자리대책연차별세부계획/);
    expect(other).toEqual(['']);
    const inside = await textsOf({ part: 'inside', multiple: 8 });
    expect(inside.map((text) => text !== '')).toEqual([true, ...new Array(7).fill(false)]);
  });

  it.each<[string, Partial<PressJob>]>([
    ['the narrowest binding and no bleed', { inner: 10, bleed: 0, multiple: 1 }],
    ['the widest binding and bleed', { inner: 36, bleed: 20, multiple: 32 }],
  ])('is proven with %s', async (_, settings) => {
    const blocks = [...BOOK.slice(0, -1), TABLE, backCover];
    const { value, diagnostics } = await printed(blocks, settings);
    if (value?.press === undefined) throw new Error(JSON.stringify(diagnostics));
    const job = { ...JOB, ...settings };
    const press = { ...job, name: 'print.pdf', bytes: value.press.bytes };
    const told = (bytes: Uint8Array) =>
      provePress(documentOf(blocks), value.layout, { ...press, bytes }).map(({ rule }) => rule);
    expect(told(press.bytes)).toEqual([]);
    // Black that is not printed over its ground, and colour that is.
    for (const [from, to] of [
      [/\/Over gs (?=0 0 0 1 k)/, '/Out gs '],
      [/\/Over gs (?=0 0 0 1 K)/, '/Out gs '],
      [/\/Out gs (?=1 0\.75 0\.25 0\.2 K)/, '/Over gs '],
    ] as const)
      expect(told(harmed(press.bytes, from, to))).toEqual([
        /k\)$/.test(from.source) ? 'text-changed' : 'shape-changed',
      ]);
    expect(value.press.pages % job.multiple).toBe(0);
  });

  it('has no dots in small letters and thin lines, no tint that is lost, and black over what lies below', async () => {
    const { colours } = theme;
    const pale = { rgb: '#FAFAFA', cmyk: [4, 2, 0, 0], place } as const;
    const look = { ...theme, colours: { ...colours, total: pale } };
    const { value, diagnostics } = await printed([TABLE], { part: 'inside', multiple: 1 }, look);
    if (value?.press === undefined) throw new Error(JSON.stringify(diagnostics));
    const file = new PdfFile(value.press.bytes);
    const [page] = pagesOf(file);
    if (page === undefined) throw new Error('no page');
    const states = file.dict(file.dict(page.dict.get('Resources')).get('ExtGState'));
    let [over, size, inks] = [false, 0, ''];
    const seen = new Set<string>();
    for (const { operator, operands } of operationsOf(file, page.dict)) {
      if (operator === 'gs') over = file.dict(states.get(file.name(operands[0]) ?? '')).get('OP') === true;
      if (operator === 'Tf') size = Number(operands[1]);
      // Printer's marks are of all plates.
      if (operator === 'CS') inks = 'All';
      if (/^k$/i.test(operator)) inks = operands.map(Number).join(' ');
      if (operator === 'w') size = Number(operands[0]);
      if (/^(Tj|f|S)$/.test(operator))
        seen.add(`${operator === 'f' ? '' : `${size} `}${operator} ${inks}${over ? ' over' : ''}`);
    }
    expect([...seen].sort()).toEqual([
      '0.25 S 0 0 0 1 over',
      '0.25 S All',
      '0.6 S 1 0.75 0.25 0.2',
      '1 S 1 0.75 0.25 0.2',
      '10 Tj 0 0 0 1 over',
      '10.5 Tj 0 0 0 1 over',
      '8.5 Tj 0 0 0 1 over',
      '9.5 Tj 0 0 0 1 over',
      'f 0.08 0.04 0 0',
      'f 0.18 0.06 0 0',
    ]);
  });

  it('prints the cover as one sheet, as wide as its spine asks, and is told of one folded elsewhere', async () => {
    const { value, diagnostics } = await printed(BOOK, { part: 'cover', paper: 0.5, multiple: 32 });
    if (value?.press === undefined) throw new Error(JSON.stringify(diagnostics));
    const { bytes, report } = value.press;
    // 32 pages are 16 leaves.
    expect(report).toContain('재단 크기: 428 × 297 mm');
    expect(report).toContain('책등: 8 mm (내지 한 장 0.5 mm)');
    const file = new PdfFile(bytes);
    const [page] = pagesOf(file);
    const [left = 0, , right = 0] = file.array(page?.dict.get('TrimBox')).map(Number);
    expect(right - left).toBeCloseTo((428 / 25.4) * 72, 2);
    const text = { name: 'press-cover.txt', text: report };
    const press = {
      ...JOB,
      part: 'cover',
      paper: 0.5,
      multiple: 32,
      name: 'cover.pdf',
      bytes,
      report: text,
    } as const;
    const told = (paper: number) => [
      ...new Set(provePress(documentOf(BOOK), value.layout, { ...press, paper }).map(({ rule }) => rule)),
    ];
    expect(told(0.5)).toEqual([]);
    expect(told(0.4)).toEqual(expect.arrayContaining(['page-box', 'press-marks', 'press-report']));
  });

  it('is the same twice', async () => {
    const [one, other] = [await printed(BOOK, {}), await printed(BOOK, {})];
    const bytes = Buffer.from(one.value?.press?.bytes ?? []);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.equals(other.value?.press?.bytes ?? new Uint8Array())).toBe(true);
  });

  it('takes inks, bleed and profile from the plan', async () => {
    const profile = { bytes: FOGRA39, registered: undefined, place };
    const { value } = await printed(BOOK, { bleed: 5, profile, inks: new Map([['main', [90, 60, 0, 0]]]) });
    expect(value?.press?.report).toContain('도련 5 mm');
    expect(value?.press?.report).toContain('출력 의도: Custom, FOGRA39L Coated');
    expect(value?.press?.report).toContain('1\t표지\tCMYK\t165%');
  });

  it('prints black beside no more ink than paper takes', async () => {
    const chart: Block = {
      ...{ kind: 'chart', id: 'chart-bars', spec: {}, rows: {} },
      ...{ caption: rich('막대'), alt: rich('막대 그림') },
    };
    const words = (text: string, x: number) =>
      ({
        kind: 'text',
        text,
        x,
        y: 30,
        size: 9,
        bold: false,
        colour: 'text',
        anchor: 'middle',
        angle: 0,
      }) as const;
    const drawing = {
      ...{
        width: 200,
        height: 50,
        ...UNMARKED,
      },
      ops: [
        { kind: 'path', operators: '0 0 m 80 0 l 80 50 l 0 50 l h', fill: 'accent' } as const,
        { kind: 'path', operators: '100 0 m 180 0 l 180 50 l 100 50 l h', fill: 'light' } as const,
        words('무거운', 40),
        words('가벼운', 140),
      ],
    };
    const drawer = { draw: () => Promise.resolve(drawing), close: () => Promise.resolve() };
    const { value } = await writePdf(documentOf([chart]), fonts, () => {}, drawer, { press: JOB });
    const file = new PdfFile(value?.press?.bytes ?? new Uint8Array());
    const [page] = pagesOf(file);
    let state = '';
    const states = (page === undefined ? [] : operationsOf(file, page.dict)).flatMap(
      ({ operator, operands, text }) => {
        if (operator === 'gs') state = file.name(operands[0]) ?? '';
        return /운/.test(text) ? [`${text} ${state}`] : [];
      },
    );
    expect(states).toEqual(['무거운 Out', '가벼운 Over']);
    if (value?.press === undefined) throw new Error('no press file');
    const press = { ...JOB, name: 'print.pdf', bytes: value.press.bytes };
    expect(provePress(documentOf([chart]), value.layout, press)).toEqual([]);
    const over = harmed(press.bytes, /\/Out gs (?=0 0 0 1 k)/, '/Over gs ');
    expect(provePress(documentOf([chart]), value.layout, { ...press, bytes: over })).toMatchObject([
      { rule: 'text-changed' },
    ]);
  });

  it('tells which chart, drawn by which file, has a colour without inks', async () => {
    const chart: Block = {
      ...{ kind: 'chart', id: 'chart-jobs', spec: {}, specFile: 'charts/jobs.vl.json', rows: {} },
      ...{ caption: { ...rich('일자리'), place }, alt: rich('막대 그림') },
    };
    const drawing = {
      ...{
        width: 100,
        height: 50,
        ...UNMARKED,
      },
      ops: [{ kind: 'path', operators: '0 0 m 9 9 l h', fill: '#4c78a8 40%' } as const],
    };
    const drawer = { draw: () => Promise.resolve(drawing), close: () => Promise.resolve() };
    const { diagnostics } = await writePdf(documentOf([chart]), fonts, () => {}, drawer, { press: JOB });
    expect(diagnostics).toMatchObject([
      { rule: 'press-colour', place, related: [{ place: { file: 'charts/jobs.vl.json' } }] },
    ]);
    expect(diagnostics[0]?.message).toBe('그림 ‘jobs’에 쓴 색 #4c78a8에는 잉크 값이 없습니다.');
  });

  it.each([
    ['press-ink', { inks: new Map([['main', [100, 100, 80, 20] as const]]) }],
    ['unknown-colour', { inks: new Map([['mian', [100, 0, 0, 0] as const]]) }],
    ['press-margin', { inner: 44 }],
  ] as const)('is not printed with %s', async (rule, job) => {
    const outcome = await printed(BOOK, job);
    expect(outcome.value).toBe(undefined);
    expect(outcome.diagnostics.map((one) => [one.rule, one.place])).toEqual([[rule, place]]);
  });
});
