// What a layout placed and what a file paints -> lines, boxes and paths that are lost, foreign, moved or of another colour, and
// texts that look otherwise than they were set.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { pageOf } from '../document/theme.ts';
import { type ExpectedPaint, expectedPaint } from './expected-paint.ts';
import { type Ground, heavyGrounds, isPathOn, isTextOn } from './heavy-grounds.ts';
import { isBlackInk, isColour, type PaintColours } from './paint-colours.ts';
import type { PaintedImage, PaintedShape, Segment } from './pdf/page-shapes.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';
import { type PdfPurpose, type Shift, UNMOVED } from './pdf-purpose.ts';
import { provePressMarks } from './press-marks.ts';
import type { PrintedPages } from './printed-pages.ts';

/** Points by which a file may round a place or a width; degrees of an angle. */
const ROUNDING = 0.01;
const ANGLE = 0.1;
/** Points that a text may be off its width, and that for each of its letters. */
const WIDTH = 0.05;
const LETTER = 0.002;
/** Share of its size that a turned text may be off: sines are rounded. */
const SIZE = 0.0005;
/** Of one kind that are told on one page. */
const MOST_TOLD = 3;
/** Pairs that are tried on one page, at most: beyond that one fault is told for all. */
const MOST_TRIED = 1_000_000;

/** A path as the file paints it. */
interface OwnPaint extends Omit<ExpectedPaint, 'block'> {
  /** How many painting operators came before on the page. */
  readonly order: number;
}

/** What the proof of the paint looks at. */
interface Painted {
  readonly document: Document;
  readonly layout: LayoutMap;
  /** As read, in the places of the layout. */
  readonly pages: readonly ReadPage[];
  readonly purpose: PdfPurpose;
  readonly colours: PaintColours;
  /** How far each page was moved back for that. */
  readonly shifts: readonly Shift[];
  readonly printed: Pick<PrintedPages, 'placed' | 'lost' | 'foreign'>;
}

export function provePaint(faults: PdfFaults, painted: Painted): readonly Diagnostic[] {
  const { document, layout, pages, purpose, colours, shifts, printed } = painted;
  const otherTexts = new Set([...printed.lost, ...printed.foreign].map(({ page }) => page));
  const expected = expectedPaint(document, layout, purpose, colours, shifts);
  return [
    ...pages.flatMap((page, index) => {
      const [marks, shapes] = partitioned(page.shapes, ({ stroke }) => stroke?.space === 'All');
      const own = pathsOf(shapes, page.pieces);
      const told = provePage(
        faults,
        index,
        own,
        expected[index] ?? [],
        !otherTexts.has(index),
        heavyGrounds(shapes),
      );
      const paper = pageOf(document.theme.page, layout.turned[index] === true);
      const shift = shifts[index] ?? UNMOVED;
      return [...told, ...provePressMarks(faults, paper, index, marks, purpose, shift)];
    }),
    ...proveLooks(faults, painted),
  ];
}

/** Stretches of one path together again. */
function pathsOf(shapes: readonly PaintedShape[], pieces: ReadPage['pieces']): readonly OwnPaint[] {
  const paths: OwnPaint[] = [];
  let textsBefore = 0;
  let last: number | undefined;
  for (const { order, segments, fill, stroke, image, lineWidth, dash, overprint = false } of shapes) {
    while ((pieces[textsBefore]?.order ?? Number.POSITIVE_INFINITY) < order) textsBefore++;
    const before = paths.at(-1);
    if (order === last && before !== undefined)
      paths[paths.length - 1] = { ...before, segments: [...before.segments, ...segments] };
    else {
      const look = { fill, stroke, ...(image && { image }), lineWidth, dash };
      paths.push({ segments, ...look, overprint: overprint && image === undefined, order, textsBefore });
    }
    last = order;
  }
  return paths;
}

function provePage(
  faults: PdfFaults,
  page: number,
  own: readonly OwnPaint[],
  expected: readonly ExpectedPaint[],
  ordered: boolean,
  grounds: readonly Ground[],
): readonly Diagnostic[] {
  const place = (block: string) => faults.placeOfBlock(block);
  const { pairs, lost, foreign } = paired(own, expected);
  const changed = pairs.filter(([one, right]) => !isSameLook(one, right, grounds));
  const told = [
    ...lost.slice(0, MOST_TOLD).map((one) => faults.look.shapeLost(page, middleOf(one), place(one.block))),
    ...foreign.slice(0, MOST_TOLD).map((one) => faults.look.shapeForeign(page, middleOf(one))),
    ...changed
      .slice(0, MOST_TOLD)
      .map(([one, right]) => faults.look.shapeChanged(page, middleOf(one), place(right.block))),
  ];
  // Texts that are gone or moved are told of by themselves.
  if (told.length > 0 || !ordered) return told;
  const order = pairs.find(
    ([one, right], index) => one !== own[index] || one.textsBefore !== right.textsBefore,
  );
  return order === undefined ? [] : [faults.look.paintOrder(page, middleOf(order[0]), place(order[1].block))];
}

interface Pairs {
  /** In the order of the layout. */
  readonly pairs: readonly (readonly [OwnPaint, ExpectedPaint])[];
  readonly lost: readonly ExpectedPaint[];
  readonly foreign: readonly OwnPaint[];
}

/** Each expected path with the first free one in its place: mostly the next. */
function paired(own: readonly OwnPaint[], expected: readonly ExpectedPaint[]): Pairs {
  const pairs: (readonly [OwnPaint, ExpectedPaint])[] = [];
  const lost: ExpectedPaint[] = [];
  const free = [...own];
  let tried = 0;
  for (const right of expected) {
    const at = free.findIndex((one) => ++tried < MOST_TRIED && isSamePlace(one.segments, right.segments));
    const [one] = at < 0 ? [] : free.splice(at, 1);
    if (one === undefined) lost.push(right);
    else pairs.push([one, right]);
  }
  return { pairs, lost, foreign: free };
}

function isSamePlace(own: readonly Segment[], right: readonly Segment[]): boolean {
  return (
    own.length === right.length &&
    own.every(({ operator, points }, index) => {
      const other = right[index];
      return (
        operator === other?.operator &&
        points.length === other.points.length &&
        points.every((value, at) => Math.abs(value - (other.points[at] ?? 0)) < ROUNDING)
      );
    })
  );
}

function isSameLook(own: OwnPaint, right: ExpectedPaint, grounds: readonly Ground[]): boolean {
  const near = (one: number, other: number | undefined): boolean => Math.abs(one - (other ?? 0)) < ROUNDING;
  return (
    own.overprint === (right.overprint && !isPathOn(grounds, own.segments, own.order)) &&
    isColour(own.fill, right.fill) &&
    isColour(own.stroke, right.stroke) &&
    isSameImage(own.image, right.image) &&
    (right.stroke === undefined ||
      (near(own.lineWidth, right.lineWidth) &&
        own.dash.length === right.dash.length &&
        own.dash.every((length, index) => near(length, right.dash[index]))))
  );
}

function isSameImage(own: PaintedImage | undefined, right: PaintedImage | undefined): boolean {
  if (own === undefined || right === undefined) return own === right;
  return (
    own.width === right.width &&
    own.height === right.height &&
    own.space === right.space &&
    own.filter === right.filter &&
    Buffer.compare(own.data, right.data) === 0
  );
}

function middleOf({ segments }: Pick<OwnPaint, 'segments'>): readonly [x: number, y: number] {
  const points = segments.flatMap((segment) => segment.points);
  const middle = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  return [
    middle(points.filter((_, index) => index % 2 === 0)),
    middle(points.filter((_, index) => index % 2 === 1)),
  ];
}

/** Texts in their places that are not in the font, size, colour, width and direction that they were set in. */
function proveLooks(faults: PdfFaults, { colours, printed, pages }: Painted): readonly Diagnostic[] {
  const grounds = pages.map(({ shapes }) => heavyGrounds(shapes));
  const told = new Map<number, number>();
  return printed.placed.flatMap(([piece, text]) => {
    const off = Math.min(
      Math.abs(piece.width - text.width),
      Math.abs(piece.width + piece.blankWidth - text.width),
    );
    const turned = Math.abs((piece.angle * 180) / Math.PI - text.angle) % 360;
    const isOver = piece.overprint === true;
    const what = !isColour(piece.colour, colours.of(text.colour, text.drawn ? 'fill' : 'text', text.height))
      ? '색'
      : isOver !== (!text.drawn && isBlackInk(piece.colour) && !isTextOn(grounds[piece.page] ?? [], piece))
        ? '겹침'
        : (text.drawn === true) !== (piece.shown.length === 0) ||
            piece.shown.some(({ font }) => font.name !== text.font)
          ? '글꼴'
          : Math.abs(piece.size - text.height) > ROUNDING + SIZE * text.height
            ? '크기'
            : off > WIDTH + LETTER * text.text.length
              ? '너비'
              : Math.min(turned, 360 - turned) > ANGLE
                ? '방향'
                : undefined;
    if (what === undefined) return [];
    const count = (told.get(piece.page) ?? 0) + 1;
    told.set(piece.page, count);
    return count > MOST_TOLD ? [] : [faults.look.otherLook(piece, what, text.block)];
  });
}

function partitioned<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const one of all) (fits(one) ? yes : no).push(one);
  return [yes, no];
}
