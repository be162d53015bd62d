// The parts of a workbook -> the same with the boxes of cell notes as large as their texts: the library makes all of one size.
import { linesOf } from '../../sheet/text-size.ts';

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

/** Widths of columns in characters and heights of rows in points, by their numbers from 1. */
export interface SheetSizes {
  readonly columns: ReadonlyMap<number, number>;
  readonly rows: ReadonlyMap<number, number>;
}

/** The part of a sheet's note boxes; `comments` is the part that has their texts, in the same order. */
export function withNoteBoxes(drawing: string, comments: string, sizes: SheetSizes): string {
  const texts = [...comments.matchAll(/<comment ref="[A-Z]+\d+".*?(?:<\/comment>|$)/gs)].map(([comment]) =>
    [...comment.matchAll(/<t[^<>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join(''),
  );
  let index = 0;
  return drawing.replaceAll(/<v:shape .*?(?:<\/v:shape>|$)/gs, (shape) => {
    const height = linesOf(texts[index++] ?? '', LINE_CHARACTERS) * LINE_HEIGHT + ROOM;
    return shape
      .replace(/width:[\d.]+pt;height:[\d.]+pt/, `width:${BOX_WIDTH}pt;height:${height}pt`)
      .replace(/<x:Anchor>(\d+), (\d+), (\d+), (\d+),[^<]*/, (_, ...at: string[]) => {
        const [left = 0, inLeft = 0, top = 0, inTop = 0] = at.slice(0, 4).map(Number);
        const right = reach(left, inLeft + BOX_WIDTH * POINT_PIXELS, (column) => pixelsOf(column, sizes));
        const bottom = reach(
          top,
          inTop + height * POINT_PIXELS,
          (row) => (sizes.rows.get(row + 1) ?? ROW_PIXELS / POINT_PIXELS) * POINT_PIXELS,
        );
        return `<x:Anchor>${[left, inLeft, top, inTop, ...right, ...bottom].join(', ')}`;
      });
  });
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
