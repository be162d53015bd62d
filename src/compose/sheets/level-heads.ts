// A sheet of the programme -> the same with its caption and heads in the plan's own words for strategies, tasks and projects.
import type { Sheet, SheetCell, TextPiece } from '../../document/workbook.ts';
import { type Labels, withLevels } from '../../plan/labels.ts';

export function withLevelHeads(sheet: Sheet, labels: Labels | undefined): Sheet {
  if (labels?.levels === undefined) return sheet;
  const pieces = (list: readonly TextPiece[]) =>
    list.map((piece) => ({ ...piece, text: withLevels(piece.text, labels) }));
  const head = (cell: SheetCell): SheetCell =>
    cell.role !== 'column-header' || cell.content.kind !== 'text'
      ? cell
      : { ...cell, content: { ...cell.content, pieces: pieces(cell.content.pieces) } };
  return { ...sheet, caption: pieces(sheet.caption), rows: sheet.rows.map((row) => row.map(head)) };
}
