// The text of a cell note -> its box, as large as the text: programs make none fit by themselves.
import { linesOf } from './text-size.ts';

/** In points. */
const BOX_WIDTH = 190;
const LINE_HEIGHT = 13;
const ROOM = 16;
/** Characters of 9-point type, Hangul counting two, on a line of the box. */
const LINE_CHARACTERS = 36;

/** What a column and a row take where the sheet does not say, in pixels. */
const COLUMN_PIXELS = 64;
const ROW_PIXELS = 20;
/** Pixels of a character of a column's width, beside 5 for its padding; and of a point. */
const CHARACTER_PIXELS = 7;
const POINT_PIXELS = 96 / 72;

/** Widths of columns in characters, 0 for one that is hidden, and heights of rows in points, by their numbers from 1. */
export interface SheetSizes {
  readonly columns: ReadonlyMap<number, number>;
  readonly rows: ReadonlyMap<number, number>;
}

/** Where a box begins: in which column and row, from 0, and how many pixels in it. */
type BoxStart = readonly [left: number, inLeft: number, top: number, inTop: number];

interface NoteBox {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Where it begins and ends, as drawings write it. */
  readonly anchor: string;
}

/** `text` as the part writes it: what is escaped takes a little more room. */
export function noteBox(text: string, start: BoxStart, sizes: SheetSizes): NoteBox {
  const [left, inLeft, top, inTop] = start;
  const height = linesOf(text, LINE_CHARACTERS) * LINE_HEIGHT + ROOM;
  const right = reach(left, inLeft + BOX_WIDTH * POINT_PIXELS, (column) => pixelsOf(column, sizes));
  const bottom = reach(
    top,
    inTop + height * POINT_PIXELS,
    (row) => (sizes.rows.get(row + 1) ?? ROW_PIXELS / POINT_PIXELS) * POINT_PIXELS,
  );
  return { width: BOX_WIDTH, height, anchor: [...start, ...right, ...bottom].join(', ') };
}

function pixelsOf(column: number, { columns }: SheetSizes): number {
  const width = columns.get(column + 1);
  if (width === undefined) return COLUMN_PIXELS;
  return width === 0 ? 0 : Math.round(width * CHARACTER_PIXELS) + 5;
}

/** The column or row, from 0, that lies so many pixels behind the beginning of one, and how far in it. */
function reach(from: number, pixels: number, sizeOf: (index: number) => number): readonly [number, number] {
  let at = from;
  let rest = pixels;
  for (let size = sizeOf(at); rest >= size; size = sizeOf(at)) {
    rest -= size;
    at++;
  }
  return [at, Math.floor(rest)];
}
