// Made pages -> the press file and the report beside it, or why it cannot be printed.

import type { PdfReference } from 'pdfmake/js/PDFDocument.js';
import { korean } from '../../../diagnostic/particle.ts';
import type { Diagnostic, Outcome } from '../../../diagnostic.ts';
import type { ChartBlock, Document } from '../../../document/document.ts';
import { placeOf, withInner } from '../../../document/reading.ts';
import { pageOf } from '../../../document/theme.ts';
import { FACES } from '../../../document/typeface.ts';
import { tintOf } from '../file/colours.ts';
import { bytesOf, pdfSettings, xmpProperties } from '../file/printer.ts';
import { GlyphRenderer } from '../file/renderer.ts';
import type { MadePage } from '../page/made-page.ts';
import { MM } from '../type/units.ts';
import { PressColours } from './press-colours.ts';
import { PressDocument } from './press-document.ts';
import { inkSum, KNOCK_OUT, OVERPRINT } from './press-inks.ts';
import { INK_LIMIT, type PressJob } from './press-job.ts';
import { allPlates, drawMarks, slug } from './press-marks.ts';
import { pressPages } from './press-pages.ts';
import { type PrintedPage, pressReport } from './press-report.ts';

/** Of the outer margin, in mm: what a knife that cuts a little beside its line leaves. */
const LEAST_OUTER = 5;
/** What a running head takes above its baseline, in mm. */
const HEAD = 3;

export interface PressResult {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the shop is told, as press.txt. */
  readonly report: string;
}

/** Draws the same pages as for the screen, line by line, with bleed, marks and inks. */
export async function printPress(
  document: Document,
  made: readonly MadePage[],
  names: readonly string[],
  fonts: ReadonlyMap<string, Uint8Array>,
  job: PressJob,
): Promise<Outcome<PressResult>> {
  const { theme } = document;
  const narrow = [...marginFaults(document, job), ...turnedFaults(document, job)];
  if (narrow.length > 0) return { value: undefined, diagnostics: narrow };
  const pdf = new PressDocument(...pdfSettings(document, fonts, 'press'));
  pdf.properties = xmpProperties(document);
  pdf.profile = job.profile;
  const colours = new PressColours(theme, job.inks);
  const renderer = new GlyphRenderer(pdf, fonts, { colours, isPress: true });
  const all = allPlates(pdf);
  const [over, out] = [overprinting(pdf, true), overprinting(pdf, false)];
  const printed = pressPages(document, made, names, job).map((page): PrintedPage => {
    const { size } = page;
    renderer.renderPages([{ pageSize: size, items: page.items.map((item) => ({ type: 'vector', item })) }]);
    setBoxes(pdf, size, job.bleed);
    pdf.page.ext_gstates[OVERPRINT] = over;
    pdf.page.ext_gstates[KNOCK_OUT] = out;
    drawMarks(pdf, all, size, job.bleed, page.folds);
    return { page, inks: colours.takePage() };
  });
  const diagnostics = inkFaults(document, job, colours, printed);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const faces = [...renderer.faces].map((face) => FACES[face].file.replace(/\.ttf$/, '')).sort();
  const report = pressReport(document.title, theme, job, printed, faces);
  return { value: { bytes: await bytesOf(pdf), pages: printed.length, report }, diagnostics };
}

/** Whether what is painted leaves the plates that it does not use as they are (ISO 32000-1, 8.6.7). */
function overprinting(pdf: PressDocument, over: boolean): PdfReference {
  const state = pdf.ref({ Type: 'ExtGState', OP: over, op: over, OPM: 1 });
  state.end();
  return state;
}

/** The origin stays at the trimmed corner, so that every length is the one of the layout (ISO 32000-1, 14.11.2). */
function setBoxes(pdf: PressDocument, { width, height }: { width: number; height: number }, bleed: number) {
  const box = (beyond: number): number[] => [-beyond, -beyond, width + beyond, height + beyond];
  const { data } = pdf.page.dictionary;
  data.MediaBox = box(slug(bleed));
  data.CropBox = box(slug(bleed));
  data.BleedBox = box(bleed * MM);
  data.TrimBox = box(0);
  delete data.UserUnit;
}

/** The first chart that is painted in the colour. */
function chartWith(
  { blocks }: Document,
  colour: string,
  printed: readonly PrintedPage[],
): ChartBlock | undefined {
  const users = new Set(
    printed.flatMap(({ page }) =>
      page.items.flatMap(({ item, block }) => {
        const used = [
          'fill' in item ? item.fill : undefined,
          'stroke' in item ? item.stroke : undefined,
          'colour' in item ? item.colour : undefined,
        ];
        return used.some((name) => name !== undefined && tintOf(name).base === colour) ? [block] : [];
      }),
    ),
  );
  for (const outer of blocks.filter(({ id }) => users.has(id)))
    for (const block of withInner(outer)) if (block.kind === 'chart') return block;
  return undefined;
}

/** The outer margin takes what the inner one leaves of both. */
function marginFaults({ theme: { page } }: Document, { inner, profile }: PressJob): Diagnostic[] {
  const outer = page.left + page.right - inner;
  if (outer >= LEAST_OUTER) return [];
  return [
    {
      rule: 'press-margin',
      severity: 'error',
      message: `안쪽 여백이 넓어 바깥 여백이 ${outer}mm밖에 남지 않습니다: ${inner}mm`,
      expected: `plan.yaml의 press: inner: ${page.left + page.right - LEAST_OUTER} 이하`,
      place: profile.place,
    },
  ];
}

/** A turned page is bound at its head or its foot; what moves away from there must not leave it at the other edge. */
function turnedFaults({ theme, blocks }: Document, { inner, profile }: PressJob): Diagnostic[] {
  if (!blocks.some(({ kind }) => kind === 'page-turn')) return [];
  const { top, bottom, runningHead, pageNumber } = pageOf(theme.page, true);
  const most = Math.min(top + pageNumber, bottom + runningHead - HEAD) - LEAST_OUTER;
  if (inner <= most) return [];
  return [
    {
      rule: 'press-margin',
      severity: 'error',
      message: `안쪽 여백이 넓어 가로 쪽의 머리글이나 쪽 번호가 재단선에 걸립니다: ${inner}mm`,
      expected: `plan.yaml의 press: inner: ${most} 이하`,
      place: profile.place,
    },
  ];
}

function inkFaults(
  document: Document,
  job: PressJob,
  colours: PressColours,
  printed: readonly PrintedPage[],
): Diagnostic[] {
  const { place } = job.profile;
  const unknown = [...colours.unknown].map((name): Diagnostic => {
    const chart = chartWith(document, name, printed);
    const from = chart?.specFile === undefined ? [] : [{ file: chart.specFile, line: 1, column: 1 }];
    return {
      rule: 'press-colour',
      severity: 'error',
      message: korean`${chart === undefined ? '그림' : `그림 ‘${chart.id.replace(/^chart-/, '')}’`}에 쓴 색 ${name}에는 잉크 값이 없습니다.`,
      expected: '모양(theme.yaml)의 색 이름 (theme:main)',
      place: (chart && placeOf(chart)) ?? place,
      ...(from.length > 0 && { related: from.map((one) => ({ note: '그림틀', place: one })) }),
    };
  });
  const strange = [...job.inks.keys()]
    .filter((name) => !Object.hasOwn(document.theme.colours, name))
    .map(
      (name): Diagnostic => ({
        rule: 'unknown-colour',
        severity: 'error',
        message: korean`press: inks:의 ‘${name}’은(는) 모양(theme.yaml)에 없는 색입니다.`,
        expected: Object.keys(document.theme.colours).join(', '),
        place,
      }),
    );
  const faults = [...unknown, ...strange];
  const heavy = printed.some(({ inks }) => inks.some((one) => inkSum(one) > INK_LIMIT));
  if (!heavy) return faults;
  const over = Object.keys(document.theme.colours).filter(
    (name) => inkSum(colours.inksOf(name, 'fill')) > INK_LIMIT,
  );
  return [
    ...faults,
    {
      rule: 'press-ink',
      severity: 'error',
      message: `색 ${over.join(', ')}의 잉크가 모두 합쳐 ${INK_LIMIT}%를 넘습니다.`,
      expected: `plan.yaml의 press: inks:에 합이 ${INK_LIMIT} 이하인 [C, M, Y, K]`,
      place,
    },
  ];
}
