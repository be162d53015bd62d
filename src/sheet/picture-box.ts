// A picture of a sheet -> where it begins and how large it is, in the units of drawings.
import type { Sheet, SheetPicture } from '../document/workbook.ts';
import { rowsAbove } from './cell-places.ts';

const MM_PER_INCH = 25.4;
/** Of spreadsheet programs. */
const PIXELS_PER_INCH = 96;

interface PictureBox {
  /** Of the sheet, from 0; it begins at the left end of the first column. */
  readonly row: number;
  /** Pixels of a screen. */
  readonly width: number;
  readonly height: number;
}

export function pictureBox(sheet: Sheet, { row, width, picture }: SheetPicture): PictureBox {
  const pixels = Math.round((width / MM_PER_INCH) * PIXELS_PER_INCH);
  return {
    row: rowsAbove(sheet) + row,
    width: pixels,
    height: Math.round((pixels * picture.height) / picture.width),
  };
}
