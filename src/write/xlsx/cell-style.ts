// A cell's role, emphasis and place in the grid -> its fill, borders, type and alignment in the workbook.
import type { Border, Borders, Font, Style } from 'exceljs';
import type { SheetCell, Workbook } from '../../document/workbook.ts';

export type Colours = Workbook['colours'];

/** Fill of cells that are typed into: as budget forms mark them. */
const INPUT = '#FFF9DB';

/** Installed wherever Korean Office is. */
const TYPE = '맑은 고딕';

/** ARGB from #RRGGBB. */
function argb(rgb: string): string {
  return `FF${rgb.slice(1).toUpperCase()}`;
}

/** Type of a size in points. */
export function font(size: number, bold: boolean, colour: string): Partial<Font> {
  return { name: TYPE, family: 2, charset: 129, size, bold, color: { argb: argb(colour) } };
}

export const TABLE_SIZE = 10;

/** Between a rule and text or number beside it, in characters. */
export const INDENT = 1;

/** Whether the cell's text is bold as a whole. */
export function isBold({ role, emphasis, content }: SheetCell): boolean {
  return role === 'column-header' || emphasis !== 'none' || (content.kind === 'figure' && content.bold);
}

/**
 * Styles for the places of a workbook's grids, one object a look: exceljs compares whole styles only where the objects differ, and that is
 * most of its time.
 */
export class CellStyles {
  readonly #colours: Colours;
  readonly #made = new Map<string, Partial<Style>>();

  constructor(colours: Colours) {
    this.#colours = colours;
  }

  /** Not to be changed: other cells have it too. */
  of(cell: SheetCell, edges: Edges, format: string): Partial<Style> {
    const { role, emphasis, align, input, content } = cell;
    const { top, bottom, left, right } = edges;
    const face = `${role} ${emphasis} ${align} ${input !== undefined} ${content.kind} ${isWords(content)} ${isBold(cell)}`;
    const key = `${face} ${top} ${bottom} ${left} ${right} ${format}`;
    let style = this.#made.get(key);
    if (style === undefined) {
      style = { ...cellStyle(cell, edges, this.#colours), ...(format === '' ? {} : { numFmt: format }) };
      this.#made.set(key, style);
    }
    return style;
  }
}

function isWords(content: SheetCell['content']): boolean {
  return content.kind === 'live' && typeof content.comes === 'string';
}

/** The style of one place of the grid; a merged cell has one at each place that it covers. */
function cellStyle(cell: SheetCell, edges: Edges, colours: Colours): Partial<Style> {
  const tint =
    cell.input !== undefined
      ? INPUT
      : cell.role === 'column-header'
        ? colours.header
        : cell.emphasis === 'total'
          ? colours.total
          : undefined;
  return {
    font:
      cell.content.kind === 'link'
        ? { ...font(TABLE_SIZE, false, colours.main), underline: true }
        : font(TABLE_SIZE, isBold(cell), colours.text),
    alignment: {
      horizontal: cell.align,
      vertical: 'middle',
      ...(cell.align === 'center' ? {} : { indent: INDENT }),
      wrapText: cell.content.kind === 'text' || isWords(cell.content),
    },
    border: borders(edges, colours),
    ...(tint === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(tint) } } }),
  };
}

export type Edge = 'none' | 'thin' | 'medium';

export interface Edges {
  readonly top: Edge;
  readonly bottom: Edge;
  readonly left: Edge;
  readonly right: Edge;
}

function borders(edges: Edges, colours: Colours): Partial<Borders> {
  const line = (edge: Edge): Partial<Border> | undefined =>
    edge === 'none'
      ? undefined
      : { style: edge, color: { argb: argb(edge === 'medium' ? colours.main : colours.rule) } };
  const sides = (['top', 'bottom', 'left', 'right'] as const).flatMap((side) => {
    const drawn = line(edges[side]);
    return drawn === undefined ? [] : [[side, drawn] as const];
  });
  return Object.fromEntries(sides);
}

/** Which rules are drawn around a place of the grid: heavy above and below the table, none within a merged cell. */
export function edgesAt(grid: readonly (readonly SheetCell[])[], row: number, column: number): Edges {
  const line = grid[row];
  const cell = line?.[column];
  const above = grid[row - 1]?.[column];
  const below = grid[row + 1]?.[column];
  return {
    top: above === undefined ? 'medium' : cell?.openTop ? 'none' : between(cell, above),
    bottom: below === undefined ? 'medium' : below !== cell && below.openTop ? 'none' : between(cell, below),
    left: between(cell, line?.[column - 1]),
    right: between(cell, line?.[column + 1]),
  };
}

function between(cell: SheetCell | undefined, neighbour: SheetCell | undefined): Edge {
  return neighbour === cell ? 'none' : 'thin';
}
