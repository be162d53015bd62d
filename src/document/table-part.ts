// A table and some of its columns -> a table of them, which shows heads of rows again that another part has.
import type { Block, Document } from './document.ts';
import type { RichText } from './inline.ts';
import type { TableBlock, TableCell } from './table.ts';

/** Columns of a table that stand side by side, in their order, of which the first `heads` are heads of rows. */
export interface PartColumns {
  readonly columns: readonly number[];
  readonly heads: number;
}

/** The document with each of these tables, by id, as its parts: the first one has caption and unit line. */
export function withParts(document: Document, parts: ReadonlyMap<string, readonly PartColumns[]>): Document {
  if (parts.size === 0) return document;
  const blocks = document.blocks.flatMap((block): readonly Block[] => {
    const own = block.kind === 'table' ? parts.get(block.id) : undefined;
    if (block.kind !== 'table' || own === undefined) return [block];
    const { caption: _caption, unitLine: _unitLine, ...bare } = block;
    return own.map(({ columns, heads }, index) => partOf(index === 0 ? block : bare, columns, heads));
  });
  return { ...document, blocks };
}

/**
 * Columns in their order, of which the first `heads` are heads of rows. Cells are cut at the edges of the part. What the part before shows is a text of its own
 * here, seen and not read again, and refers to no note.
 */
export function partOf(table: TableBlock, columns: readonly number[], heads: number): TableBlock {
  const places = new Map(columns.map((column, index) => [column, index]));
  const first = columns[heads] ?? 0;
  const cut = (cell: TableCell): TableCell[] => {
    const covered = Array.from({ length: cell.colSpan }, (_, index) =>
      places.get(cell.column + index),
    ).filter((place) => place !== undefined);
    const [column] = covered;
    if (column === undefined) return [];
    const isAgain = first > heads && cell.column < first;
    const shown = isAgain ? again(cell) : cell;
    return [{ ...shown, column, colSpan: covered.length }];
  };
  return {
    ...table,
    widths: columns.map((column) => table.widths[column] ?? 1),
    rows: table.rows.map((row) => row.flatMap(cut)),
  };
}

/** The cell with its words as other texts: seen once more, not read again, and referring to no note. */
export function again(cell: TableCell): TableCell {
  return {
    ...cell,
    blocks: cell.blocks.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'remark'
        ? [{ ...block, content: shownAgain(block.content) }]
        : [],
    ),
  };
}

/** The same words as another text, without the notes that it refers to. */
export function shownAgain({ inlines, place }: RichText): RichText {
  return { inlines: inlines.filter(({ kind }) => kind !== 'note-reference'), place };
}
