// The bundled plan's press file -> proof that it is what a print shop asks for, read back object by object.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import type { LayoutMap } from '../../src/document/layout-map.ts';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { type PressFile, provePress } from '../../src/proof/prove-press.ts';
import { proveReport } from '../../src/proof/prove-report.ts';
import { readPdf } from '../proof/read-pdf.ts';
import { movedText, withPages } from '../proof/sabotage.ts';
import { fontFaults } from '../write/pdf/font-rules.ts';
import { type Operation, operationsOf, pagesOf } from '../write/pdf/page-content.ts';
import { type PdfDict, PdfFile } from '../write/pdf/pdf-file.ts';
import { wellFormed } from '../write/pdf/xml.ts';
import { bundledPlan } from './bundled-plan.ts';

const MM = 72 / 25.4;
const PROFILE = readFileSync(path.join(PROGRAM_FOLDER, 'templates/press/FOGRA39L_coated.icc'));
const OTHER_SPACES = new Set(['rg', 'RG', 'g', 'G', 'sc', 'SC', 'scn', 'cs', 'sh', 'Do']);

interface PressPage {
  readonly id: number;
  readonly dict: PdfDict;
  readonly operations: readonly Operation[];
}

let document: Document;
let layout: LayoutMap;
let press: PressFile;
let file: PdfFile;
let pages: readonly PressPage[];
let screen: readonly { readonly operations: readonly Operation[] }[];
let read: ReturnType<typeof readPdf>;
let report: string;

function readPages(from: PdfFile): readonly PressPage[] {
  return pagesOf(from).map(({ id, dict }) => ({ id, dict, operations: operationsOf(from, dict) }));
}

beforeAll(async () => {
  const { result } = await bundledPlan();
  const { files, document: made } = result;
  const textOf = (name: string) => new TextDecoder().decode(files.find((one) => one.name === name)?.bytes);
  const pdfOf = (name: string) =>
    new PdfFile(files.find((one) => one.name === name)?.bytes ?? new Uint8Array());
  if (made === undefined) throw new Error(JSON.stringify(result.diagnostics));
  document = made;
  if (result.plan === undefined || result.pdf === undefined) throw new Error('no PDF');
  layout = result.pdf.layout;
  const bytes = files.find((one) => one.name === 'plan-print.pdf')?.bytes ?? new Uint8Array();
  const profile = { bytes: PROFILE, registered: 'FOGRA39' };
  press = { ...result.plan.press, profile, name: 'plan-print.pdf', part: 'whole', bytes };
  report = textOf('press.txt');
  file = pdfOf('plan-print.pdf');
  pages = readPages(file);
  read = readPdf(press.bytes);
  screen = readPages(pdfOf('plan.pdf'));
}, 60_000);

describe('the press file', () => {
  it('says that it is PDF/X-4, with the profile it is printed by', () => {
    expect(file.version).toBe('1.6');
    const xmp = file.data(file.root.get('Metadata')).toString('utf8');
    expect(wellFormed(xmp)).toBe(true);
    expect(xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(xmp).not.toContain('pdfaid');
    const info = file.dict(file.trailer.get('Info'));
    expect(file.name(info.get('Trapped'))).toBe('False');
    for (const key of ['Title', 'CreationDate', 'ModDate', 'Producer', 'Creator'])
      expect(file.text(info.get(key)), key).not.toBe(undefined);
    const intents = file.array(file.root.get('OutputIntents')).map((intent) => file.dict(intent));
    expect(intents.map((intent) => file.name(intent.get('S')))).toEqual(['GTS_PDFX']);
    const [intent] = intents;
    expect(file.text(intent?.get('OutputConditionIdentifier'))).toBe('FOGRA39');
    expect(file.data(intent?.get('DestOutputProfile')).equals(PROFILE)).toBe(true);
    expect(fontFaults({ file, pages })).toEqual([]);
  });

  it('has trim, bleed and media boxes on each page, no links, no transparency', () => {
    const { width, height } = document.theme.page;
    const box = (beyond: number) => [-beyond, -beyond, width + beyond, height + beyond].map((mm) => mm * MM);
    const close = (found: readonly number[], wanted: readonly number[]) =>
      found.every((value, index) => Math.abs(value - (wanted[index] ?? Number.NaN)) < 0.001);
    for (const { dict } of pages) {
      const boxOf = (name: string) => file.array(dict.get(name)).map(Number);
      expect(close(boxOf('TrimBox'), box(0))).toBe(true);
      expect(close(boxOf('BleedBox'), box(3))).toBe(true);
      expect(boxOf('MediaBox')).toEqual(boxOf('CropBox'));
      expect(boxOf('MediaBox')[0]).toBeLessThan(boxOf('BleedBox')[0] ?? 0);
      for (const key of ['Annots', 'Group', 'UserUnit', 'ArtBox', 'AA'])
        expect(dict.has(key), key).toBe(false);
      const resources = file.dict(dict.get('Resources'));
      // Black over what lies below, and all else in its place; neither is transparent.
      const states = [...file.dict(resources.get('ExtGState')).values()].map((one) => file.dict(one));
      expect(states.map((state) => [...state.keys()].join(' '))).toEqual([
        'Type OP op OPM',
        'Type OP op OPM',
      ]);
      for (const key of ['XObject', 'Shading', 'Pattern']) expect(resources.has(key), key).toBe(false);
    }
  });

  it('prints with the four inks alone, text in black alone, 260 % and a quarter point at the limits', () => {
    const faults = pages.flatMap(({ operations }, page) =>
      operations.flatMap(({ operator, operands, text, fill }) => {
        const inks = operands.map(Number).reduce((sum, ink) => sum + ink, 0);
        // The operator comes first.
        const coloured = text !== '' && fill.slice(1, 4).some((ink) => ink !== 0);
        const wrong =
          OTHER_SPACES.has(operator) ||
          (/^k$/i.test(operator) && !(inks <= 2.6)) ||
          (operator === 'w' && !(Number(operands[0]) >= 0.25)) ||
          coloured;
        return wrong ? [`page ${page + 1}: ${operator} ${text}`] : [];
      }),
    );
    expect(faults).toEqual([]);
    const used = new Set(
      pages.flatMap(({ operations }) =>
        operations
          .filter(({ operator }) => operator === 'k')
          .map(({ operands }) => operands.map((ink) => Math.round(Number(ink) * 100)).join()),
      ),
    );
    expect(used).toContain(document.theme.colours.main?.cmyk.join());
  });

  it('breaks the same lines on the same pages as the file for the screen', () => {
    const lines = ({ operations }: { readonly operations: readonly Operation[] }) => {
      // Words of another language and blanks at line ends are told apart on the screen only.
      const texts = new Map<string, string>();
      let baseline = '';
      operations.forEach(({ operator, operands, text }) => {
        if (operator === 'Tm') baseline = String(operands[5]);
        if (text !== '') texts.set(baseline, (texts.get(baseline) ?? '') + text.replaceAll(' ', ''));
      });
      return [...texts];
    };
    // Blank pages make the number of pages a multiple.
    expect(pages.map(lines).filter((page) => page.length > 0)).toEqual(screen.map(lines));
  });

  it('binds odd pages at the left and even ones at the right, and bleeds what reaches the edge', () => {
    const { left } = document.theme.page;
    const shiftOf = (index: number): number => {
      const first = (page: { readonly operations: readonly Operation[] } | undefined) =>
        page?.operations
          .filter(({ operator }) => operator === 'Tm')
          .map(({ operands }) => Number(operands[4])) ?? [];
      const shown = first(screen[index === 0 ? 0 : index - 1]);
      const shifts = first(pages[index]).map((x, position) => x - (shown[position] ?? 0));
      return Math.round((shifts.at(-1) ?? Number.NaN) / MM);
    };
    // Behind the front cover stands the blank side of its leaf.
    expect([0, 2, 3, 4].map(shiftOf)).toEqual([0, 26 - left, left - 26, 26 - left]);
    const opener =
      layout.blocks.get(document.blocks.find(({ kind }) => kind === 'part')?.id ?? '')?.[0]?.page ?? -1;
    const bands = pages[opener + 1]?.operations.filter(
      ({ operator, operands }) => operator === 're' && Number(operands[0]) < 0,
    );
    expect(bands?.map(({ operands }) => operands.map((value) => Math.round(Number(value) / MM)))).toEqual([
      [-3, -3, 216, 45],
    ]);
  });

  it('tells the shop what it is', () => {
    expect(report).toContain('재단 크기: 210 × 297 mm, 도련 3 mm');
    expect(report).toContain(`쪽수: ${pages.length} `);
    expect(report).toContain('출력 의도: FOGRA39');
    expect(report).toContain('Pretendard-Regular');
    expect(report.trimEnd().split('\n').slice(-pages.length)[0]).toBe('1\t표지\tCMYK\t220%');
  });
});

describe('the proof of the press file', () => {
  /** Of a file in which a page was changed: what is told, each rule once. */
  const told = (page: number, edit: (texts: string[]) => void) => {
    const bytes = withPages(press.bytes, [page], (contents) => edit(contents.get(page) ?? []));
    const found = provePress(document, layout, { ...press, bytes });
    expect(found.every(({ message }) => message.includes('plan-print.pdf') || message.includes('차례'))).toBe(
      true,
    );
    return [...new Set(found.map(({ rule }) => rule))];
  };

  it('tells nothing of the whole file', () => {
    expect(report.split('\n')[0]).toContain(document.title);
    expect(reported(report)).toEqual([]);
  });

  /** What is told of the report that stands beside it. */
  const reported = (text: string) =>
    provePress(document, layout, { ...press, report: { name: 'press.txt', text } });

  /** The same of the report alone, beside a file that is as it should be, which is read once for all of them. */
  const reportedAlone = (text: string) => {
    const labels = report.split('\n').flatMap((line) => {
      const [, label] = /^\d+\t([^\t]*)\t/.exec(line) ?? [];
      return label === undefined ? [] : [label === '(빈 쪽)' ? undefined : label];
    });
    const own = { ...press, spine: 0, report: { name: 'press.txt', text } };
    return proveReport(document, own, labels, [], read);
  };

  it.each<[string, (text: string) => string]>([
    ['another title', (text) => text.replace('제목: ', '제목: 옛 ')],
    ['another margin', (text) => text.replace(/(?<=안쪽 )\d+/, '99')],
    ['no bleed', (text) => text.replace(/(?<=도련 )\d+/, '0')],
    ['another number of pages', (text) => text.replace(/(?<=쪽수: )\d+/, '8')],
    ['another profile', (text) => text.replace(/(?<=출력 의도: FOGRA39, ).*/, 'Ye old')],
    ['pages the wrong way round', (text) => text.replace('1\t표지', '1\t뒤표지')],
    ['a font that is not in the file', (text) => text.replace('모두 포함): ', '모두 포함): Batang, ')],
    ['a font fewer', (text) => text.replace(/(?<=모두 포함\): )[^,]*, /, '')],
    ['another limit of ink', (text) => text.replace('260%', '300%')],
    ['a plate fewer', (text) => text.replace('\tCMYK\t', '\tCMK\t')],
    ['a plate more', (text) => text.replace('\t-\t0%', '\tK\t0%')],
    ['a little more ink than there is', (text) => text.replace('\t220%', '\t221%')],
    ['less ink than there is', (text) => text.replace('\t220%', '\t219%')],
    ['a page short', (text) => text.replace(/\n[^\n]*\n$/, '\n')],
  ])('tells of a report with %s', (_, change) => {
    expect(change(report)).not.toBe(report);
    expect(reportedAlone(change(report))).toContainEqual(
      expect.objectContaining({ rule: 'press-report', severity: 'error' }),
    );
  });

  it('tells of the report with all else that it tells of the file', () => {
    expect(reportedAlone(report)).toEqual([]);
    expect(reported(report.replace('제목: ', '제목: 옛 '))).toEqual(
      reportedAlone(report.replace('제목: ', '제목: 옛 ')),
    );
  });

  /** The longest text on a page, by its place in drawing order. */
  const longest = (page: number): number => {
    const lengths = (read[page]?.pieces ?? []).map(({ text }) => text.length);
    return lengths.indexOf(Math.max(...lengths));
  };

  it('tells of a text that is gone or moved, on a left-hand page and a right-hand one', () => {
    for (const page of [20, 21]) {
      const at = longest(page);
      expect(told(page, (texts) => texts.splice(at, 1, ''))).not.toEqual([]);
      expect(told(page, (texts) => texts.splice(at, 1, movedText(texts[at] ?? '', 300, 0)))).toContain(
        'text-outside',
      );
    }
  });

  it('tells of pages that are bound at the wrong edge', () => {
    const wrong = provePress(document, layout, { ...press, inner: press.inner - 5 });
    expect(new Set(wrong.map(({ rule }) => rule))).toContain('text-outside');
  });

  it('tells of a text where nothing was laid out', () => {
    const covers = document.blocks.filter(({ kind }) => kind === 'cover');
    const placed = new Map(covers.map(({ id }) => [id, layout.blocks.get(id) ?? []] as const));
    const nothing = { ...layout, blocks: placed, texts: [] };
    const rules = provePress({ ...document, blocks: covers }, nothing, press).map(({ rule }) => rule);
    expect(rules).toContain('text-not-laid-out');
  });
});
