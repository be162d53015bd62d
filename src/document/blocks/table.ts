// A table as a typed grid: cells that tile, header rows, widths, caption, unit line.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import { plainText, type RichText } from '../inline.ts';
import { type CellObject, type CellPart, paragraphs, part, type ReadingNode } from '../reading-node.ts';
import type { ChartBlock } from './chart.ts';
import type { HeadingBlock } from './heading.ts';
import type { ItemBlock } from './item.ts';
import type { LabelBlock } from './label.ts';
import type { MissingBlock } from './missing.ts';
import type { ParagraphBlock } from './paragraph.ts';
import type { RemarkBlock } from './remark.ts';
import type { SwotBlock } from './swot.ts';
import type { VisionBlock } from './vision.ts';

export type CellAlign = 'left' | 'center' | 'right';

/** What a cell may hold: all that begins no page. */
export type CellBlock =
  | ParagraphBlock
  | ItemBlock
  | RemarkBlock
  | HeadingBlock
  | LabelBlock
  | TableBlock
  | ChartBlock
  | MissingBlock
  | SwotBlock
  | VisionBlock;

export interface TableCell extends CellObject {
  /** Index of the leftmost grid column, from 0. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly align: CellAlign;
  /** Bold on a tint (totals) or bold alone (own). */
  readonly emphasis: 'none' | 'total' | 'own';
  /** Paragraphs, nested lists or nested tables; none for an empty cell. */
  readonly blocks: readonly CellBlock[];
  /** Draw no rule above: the lower arm of an L-shaped header. */
  readonly openTop?: boolean;
}

export interface TableBlock extends Identified {
  readonly kind: 'table';
  readonly caption?: RichText;
  readonly unitLine?: RichText;
  /** Relative widths of the grid columns, each > 0. */
  readonly widths: readonly number[];
  /** How many of the first rows are headers, repeated on each page. */
  readonly headerRows: number;
  /** The cells that begin in each grid row, from left to right. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly density: 'normal' | 'dense';
  /** The level of the items whose text it hangs under; unset at the text's own edge. */
  readonly inset?: 1 | 2 | 3 | 4;
  /** Never cut where it fits on a page. */
  readonly whole?: boolean;
  /** Indexes of rows that stay with the next one: the headings inside a table. */
  readonly heldRows?: readonly number[];
}

/** Caption and unit line, rows, and what stands in the cells. */
export const readTable: ReadBlock<TableBlock, CellBlock> = (block, inner) => {
  const titles = [...paragraphs('caption', block.caption), ...paragraphs('unit-line', block.unitLine)];
  const rows = block.rows.map((cells) =>
    part('row', ...cells.map((cell) => readCell(cell, inner(cell.blocks)))),
  );
  const headed = headRows(block);
  return {
    as: 'hanging',
    level: block.inset ?? 0,
    nodes: [
      part(
        'table',
        ...(titles.length === 0 ? [] : [part('caption', ...titles)]),
        ...(headed === 0 ? [] : [part('head', ...rows.slice(0, headed))]),
        part('rows', ...rows.slice(headed)),
      ),
    ],
  };
};

/** The rows of the head: none where a cell reaches from them into the body, or where they are all there is. */
function headRows({ rows, headerRows }: TableBlock): number {
  const reaches = rows
    .slice(0, headerRows)
    .some((row, index) => row.some((cell) => index + cell.rowSpan > headerRows));
  return reaches || headerRows >= rows.length ? 0 : headerRows;
}

/** A cell of one paragraph says its text by itself; one that says nothing heads nothing. */
function readCell(cell: TableCell, nodes: readonly ReadingNode[]): CellPart {
  const { role, colSpan, rowSpan, blocks } = cell;
  const [only] = nodes;
  const alone =
    blocks.length === 1 && blocks[0]?.kind === 'paragraph' && only !== undefined && 'nodes' in only;
  const blank = blocks.every(
    (block) => block.kind === 'paragraph' && plainText(block.content.inlines).trim() === '',
  );
  return {
    kind: 'cell',
    role: blank ? 'data' : role,
    ...{ colSpan, rowSpan },
    of: cell,
    nodes: alone ? only.nodes : nodes,
  };
}
