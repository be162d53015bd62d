// The parts of a sheet's cell notes -> their texts, and whether the box of each is where its cell is and large enough.
import { linesOf } from '../../sheet/text-size.ts';
import { cellName } from '../cell-name.ts';
import { child } from './read-looks.ts';
import type { Settings } from './settings.ts';
import type { XmlNode } from './xml.ts';

/** What a box says that shows its whole text beside its cell. */
export const WHOLE_BOX = '글이 다 보임';

/** Characters of 9-point type on a line of a box, Hangul counting two, and the pixels of a line. */
const LINE_CHARACTERS = 36;
const LINE_PIXELS = 17;
const BOX_PIXELS = 250;

/** Pixels of a column and a row of no set size; of a character of a column's width, beside the padding; of a point. */
const COLUMN = 64;
const ROW = 20;
const CHARACTER = 7;
const PADDING = 5;
const POINT = 96 / 72;

/** Adds the notes to what is set in the sheet; the sizes of its columns and rows are there already. */
export function readNotes(comments: XmlNode, drawing: XmlNode | undefined, settings: Settings): void {
  const texts = new Map<string, string>();
  for (const comment of child(comments, 'commentList')?.children ?? []) {
    const at = comment.attributes.get('ref') ?? '';
    const text = child(child(child(comment, 'text'), 'r'), 't')?.text ?? '';
    texts.set(at, text);
    settings.set(`메모 ${at}`, text);
  }
  for (const shape of drawing?.children ?? []) {
    const data = child(shape, 'x:ClientData');
    if (data === undefined) continue;
    const [row, column] = ['x:Row', 'x:Column'].map((name) => Number(child(data, name)?.text));
    const anchor = (child(data, 'x:Anchor')?.text ?? '').split(', ').map(Number);
    const [left = 0, inLeft = 0, top = 0, inTop = 0, right = 0, inRight = 0, bottom = 0, inBottom = 0] =
      anchor;
    const width = between(left, inLeft, right, inRight, (index) => widthOf(index, settings));
    const height = between(top, inTop, bottom, inBottom, (index) => heightOf(index, settings));
    const at = cellName(column ?? 0, (row ?? 0) + 1);
    const needed = linesOf(texts.get(at) ?? '', LINE_CHARACTERS) * LINE_PIXELS;
    const isBeside = Math.abs(top - (row ?? 0)) <= 1 && Math.abs(left - (column ?? 0)) <= 1;
    const isWhole = isBeside && width >= BOX_PIXELS && height >= needed;
    settings.set(
      `메모 상자 ${at}`,
      isWhole ? WHOLE_BOX : `${Math.round(width)}×${Math.round(height)}픽셀, ${anchor.join(' ')}`,
    );
  }
}

/** Pixels from a place in one column or row to one in another, both from 0. */
function between(
  from: number,
  inFrom: number,
  to: number,
  inTo: number,
  sizeOf: (index: number) => number,
): number {
  let pixels = inTo - inFrom;
  for (let index = from; index < Math.min(to, from + 100_000); index++) pixels += sizeOf(index);
  return pixels;
}

function widthOf(column: number, settings: Settings): number {
  const width = settings.get(`${column + 1}번째 열 너비`);
  if (settings.get(`${column + 1}번째 열 숨김`) !== undefined) return 0;
  return width === undefined ? COLUMN : Number(width) * CHARACTER + PADDING;
}

function heightOf(row: number, settings: Settings): number {
  const height = settings.get(`행 ${row + 1} 높이`);
  return height === undefined ? ROW : Number(height) * POINT;
}
