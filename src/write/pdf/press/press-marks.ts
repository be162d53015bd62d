// The size of a page and its bleed -> crop and registration marks around it.
import type { PDFDocument, PdfReference } from 'pdfmake/js/PDFDocument.js';
import { MM } from '../type/units.ts';
import { HAIRLINE } from './press-job.ts';

/** Length of a crop mark; room that marks need beyond the bleed; size of a registration mark. All in mm. */
const CROP = 5;
const ROOM = 8;
const CIRCLE = 1.5;
const CROSS = 2.5;
/** Circle by four Bézier curves. */
const KAPPA = 0.5523;
/** The name of the colour that all plates print, in each page's resources. */
const ALL_PLATES = 'All';

/** Points from the trimmed edge to the edge of the sheet. */
export function slug(bleed: number): number {
  return (bleed + ROOM) * MM;
}

/** The colour that every plate prints alike (ISO 32000-1, 8.6.6.4), once a file. */
export function allPlates(pdf: PDFDocument): PdfReference {
  const tint = pdf.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  tint.end();
  const space = pdf.ref(['Separation', 'All', 'DeviceCMYK', tint]);
  space.end();
  return space;
}

/** Draws the marks on the page that the document is on; lengths in points, y downwards. `folds`: where it is folded, from the left. */
export function drawMarks(
  pdf: PDFDocument,
  all: PdfReference,
  { width, height }: { readonly width: number; readonly height: number },
  bleed: number,
  folds: readonly number[] = [],
): void {
  pdf.page.colorSpaces[ALL_PLATES] = all;
  const near = bleed * MM;
  const far = near + CROP * MM;
  const lines: number[][] = [];
  for (const x of [0, ...folds, width]) {
    lines.push([x, -near, x, -far], [x, height + near, x, height + far]);
  }
  for (const y of [0, height]) {
    lines.push([-near, y, -far, y], [width + near, y, width + far, y]);
  }
  const away = near + (ROOM / 2) * MM;
  const cross = CROSS * MM;
  const circles: string[] = [];
  for (const [x, y] of [
    [width / 2, -away],
    [width / 2, height + away],
    [-away, height / 2],
    [width + away, height / 2],
  ] as const) {
    lines.push([x - cross, y, x + cross, y], [x, y - cross, x, y + cross]);
    circles.push(circle(x, y, CIRCLE * MM));
  }
  const strokes = lines.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => `${at(x1, y1)} m ${at(x2, y2)} l`);
  pdf.addContent(`q /${ALL_PLATES} CS 1 SCN ${HAIRLINE} w ${[...strokes, ...circles].join(' ')} S Q`);
}

function circle(x: number, y: number, r: number): string {
  const k = r * KAPPA;
  return [
    `${at(x + r, y)} m`,
    `${at(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${at(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${at(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${at(x + k, y - r, x + r, y - k, x + r, y)} c`,
  ].join(' ');
}

function at(...values: readonly number[]): string {
  return values.map((value) => Math.round(value * 1000) / 1000).join(' ');
}
