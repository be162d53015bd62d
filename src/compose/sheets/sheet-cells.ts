// The cells of sheets that no template writes.
import type { SheetCell, SheetContent } from '../../document/workbook.ts';

/** Where a cell stands, and what of it differs from a centred cell of data. */
export type Shape = Pick<SheetCell, 'column'> & Partial<SheetCell>;

export function cell(content: SheetContent, shape: Shape): SheetCell {
  return {
    colSpan: 1,
    rowSpan: 1,
    role: 'data',
    align: 'center',
    emphasis: 'none',
    openTop: false,
    content,
    ...shape,
  };
}

/** Empty text makes an empty cell. */
export function text(characters: string, shape: Shape): SheetCell {
  const pieces = [{ text: characters, bold: false, raised: false }];
  return cell(characters === '' ? { kind: 'empty' } : { kind: 'text', pieces }, shape);
}
