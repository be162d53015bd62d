// A cell's role, emphasis and place in the grid -> its type, fill, rules and alignment in a workbook.
import type { CellAlign } from '../document/table.ts';
import type { SheetCell, TextPiece, Workbook } from '../document/workbook.ts';

export type Colours = Workbook['colours'];

/** Size in points, colour as #RRGGBB. */
export interface Face {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly underlined: boolean;
  /** A note's number. */
  readonly raised: boolean;
}

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;

export type Edge = 'none' | 'thin' | 'medium';

type Edges = Readonly<Record<(typeof SIDES)[number], Edge>>;

/** All that a reader sees of a cell beside what it holds. Every cell stands in the middle of its height. */
export interface Look {
  readonly face: Face;
  readonly align: CellAlign;
  /** Between a rule and text or number beside it, in characters. */
  readonly indent: number;
  readonly wrap: boolean;
  /** #RRGGBB; none where nothing is filled. */
  readonly fill: string | undefined;
  readonly edges: Edges;
  /** The code of its number format. */
  readonly format: string;
}

/** Fill of cells that are typed into: as budget forms mark them. */
const INPUT = '#FFF9DB';

/** Of a table's type, in points. */
export const TABLE_SIZE = 10;

export const INDENT = 1;

export const NO_EDGES: Edges = { left: 'none', right: 'none', top: 'none', bottom: 'none' };

/** Plain type. */
export function faceOf(size: number, bold: boolean, colour: string): Face {
  return { size, bold, colour, underlined: false, raised: false };
}

/** Of one place of the grid; a merged cell has one at each place that it covers. */
export function lookOf(cell: SheetCell, edges: Edges, colours: Colours, format = 'General'): Look {
  const { role, emphasis, align, input, content } = cell;
  const tint = role === 'column-header' ? colours.header : emphasis === 'total' ? colours.total : undefined;
  const isWords = content.kind === 'live' && typeof content.comes === 'string';
  const bold = role === 'column-header' || emphasis !== 'none' || (content.kind === 'figure' && content.bold);
  return {
    face:
      content.kind === 'link'
        ? { ...faceOf(TABLE_SIZE, false, colours.main), underlined: true }
        : faceOf(TABLE_SIZE, bold, colours.text),
    align,
    indent: align === 'center' ? 0 : INDENT,
    wrap: content.kind === 'text' || isWords,
    fill: input === undefined ? tint : INPUT,
    edges,
    format,
  };
}

/** The stretches of a text, each in its face; one stretch where it is in that of its cell as a whole. */
export function stretchesOf(
  pieces: readonly TextPiece[],
  face: Face,
): readonly { readonly text: string; readonly face: Face }[] {
  return pieces.flatMap(({ text, bold, raised }) =>
    text === '' ? [] : [{ text, face: { ...face, bold: face.bold || bold, raised } }],
  );
}

/** Which rules are drawn around a place of the grid: heavy above and below the table, none within a merged cell. */
export function edgesAt(grid: readonly (readonly SheetCell[])[], row: number, column: number): Edges {
  const line = grid[row];
  const cell = line?.[column];
  const above = grid[row - 1]?.[column];
  const below = grid[row + 1]?.[column];
  return {
    left: between(cell, line?.[column - 1]),
    right: between(cell, line?.[column + 1]),
    top: above === undefined ? 'medium' : cell?.openTop ? 'none' : between(cell, above),
    bottom: below === undefined ? 'medium' : below !== cell && below.openTop ? 'none' : between(cell, below),
  };
}

function between(cell: SheetCell | undefined, neighbour: SheetCell | undefined): Edge {
  return neighbour === cell ? 'none' : 'thin';
}
