// A table's cells as printed -> texts that do not stand in the row and column of their cell, rules and grounds that are not there.
import type { Diagnostic } from '../diagnostic.ts';
import { gridOf, type TableBlock, type TableCell } from '../document/table.ts';
import type { ExpectedBlock, ExpectedText } from './expected-text.ts';
import type { Findings, Hit } from './find-texts.ts';
import type { PageLook } from './page-look.ts';
import { isColour, type PaintColours } from './paint-colours.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** Where a cell's texts stand on one page: edges left and right, first and last baseline. */
interface Extent {
  left: number;
  right: number;
  first: number;
  last: number;
}

/** Baselines of one line differ by less, in type sizes: numbers of notes are raised. */
const ONE_LINE = 0.6;
/** Of a text, as a share of its width. */
const MIDDLE = 0.5;
/** Cells without rule or ground that are told one by one. */
const MOST_TOLD = 5;
/** Points by which neighbours may reach into each other: letters stand out of their advance. */
const SLACK = 1;

/**
 * On each page, a cell's texts stand right of those of the cell before it and below those of the cell above it. Asked of texts of one
 * line, as all figures are: longer ones are found by how their lines follow each other.
 */
export function proveTable(
  faults: PdfFaults,
  table: TableBlock,
  cells: ExpectedBlock['cells'],
  { found }: Findings,
  looks: readonly PageLook[],
  colours: PaintColours,
): readonly Diagnostic[] {
  const extents = new Map<TableCell, ReadonlyMap<number, Extent>>();
  for (const [cell, texts] of cells) extents.set(cell, extentsOf(texts, found));
  const grid = gridOf(table);
  const parts = partsOf(grid, extents);
  const moved = new Map<TableCell, number>();
  /** Cells without a rule or a ground that they must have. */
  const bare = new Map<TableCell, number>();
  const compare = (
    cell: TableCell,
    before: TableCell | undefined,
    apart: (before: Extent, cell: Extent) => boolean,
    ruled: (look: PageLook, before: Extent, cell: Extent) => boolean,
  ): void => {
    if (before === undefined || before === cell) return;
    for (const [page, extent] of extents.get(cell) ?? []) {
      const other = extents.get(before)?.get(page);
      if (other === undefined) continue;
      const look = looks[page];
      if (!apart(other, extent)) moved.set(cell, page);
      else if (look !== undefined && !ruled(look, other, extent)) bare.set(cell, page);
    }
  };
  grid.forEach((row, y) => {
    row.forEach((cell, x) => {
      compare(
        cell,
        isParted(row[x - 1], x, parts) ? undefined : row[x - 1],
        (before, here) => before.right <= here.left + SLACK,
        (look, before, here) =>
          y < table.headerRows === look.hasDown(before.right - SLACK, here.left + SLACK, here.first),
      );
      compare(
        cell,
        grid[y - 1]?.[x],
        (above, here) => above.last < here.first - SLACK,
        (look, above, here) =>
          cell.openTop === true || look.hasAcross(above.last, here.first, (here.left + here.right) / 2),
      );
    });
  });
  for (const [cell, texts] of cells) {
    const name = cell.role === 'column-header' ? 'header' : cell.emphasis === 'total' ? 'total' : undefined;
    const piece = texts.flatMap((text) => found.get(text) ?? [])[0]?.piece;
    if (name === undefined || piece === undefined) continue;
    const ground = looks[piece.page]?.groundOf(piece, MIDDLE);
    if (!isColour(ground, colours.of(name, 'fill'))) bare.set(cell, piece.page);
  }
  const faultsOf = (
    faulty: ReadonlyMap<TableCell, number>,
    tell: (text: ExpectedText, page: number) => Diagnostic,
  ): readonly Diagnostic[] =>
    [...faulty].flatMap(([cell, page]) => {
      const text = cells.get(cell)?.[0];
      return text === undefined ? [] : [tell(text, page)];
    });
  return [
    ...faultsOf(moved, (text, page) => faults.cellMoved(table, text, page)),
    ...faultsOf(bare, (text, page) => faults.cellBare(text, page)).slice(0, MOST_TOLD),
  ];
}

/**
 * Columns with which a part of a table begins that is cut between columns: all of their cells stand below all of those of the column before, where both are on one
 * page.
 */
function partsOf(
  grid: readonly (readonly TableCell[])[],
  extents: ReadonlyMap<TableCell, ReadonlyMap<number, Extent>>,
): readonly number[] {
  const pairsAt = (x: number) =>
    grid.flatMap((row) => {
      const [before, cell] = [row[x - 1], row[x]];
      if (before === undefined || cell === undefined || before === cell) return [];
      return [...(extents.get(cell) ?? [])].flatMap(([page, here]) => {
        const other = extents.get(before)?.get(page);
        return other === undefined ? [] : [{ page, last: other.last, first: here.first }];
      });
    });
  return [...(grid[0] ?? []).keys()].filter((x) => {
    const pairs = pairsAt(x);
    return (
      pairs.length > 1 &&
      pairs.every(({ page, first }) => pairs.every((pair) => pair.page !== page || pair.last < first - SLACK))
    );
  });
}

/** Whether the cell before column `x` stands in another part of the table: its head is seen again, and found where it is read. */
function isParted(before: TableCell | undefined, x: number, parts: readonly number[]): boolean {
  return before !== undefined && parts.some((part) => before.column < part && part <= x);
}

function extentsOf(texts: readonly ExpectedText[], found: Findings['found']): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>();
  const hits = texts.map((text) => found.get(text) ?? []);
  if (!hits.every(onOneLine)) return extents;
  for (const { piece } of hits.flat()) {
    const { page, x, y, width } = piece;
    const extent = extents.get(page);
    if (extent === undefined) {
      extents.set(page, { left: x, right: x + width, first: y, last: y });
      continue;
    }
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x + width);
    extent.first = Math.min(extent.first, y);
    extent.last = Math.max(extent.last, y);
  }
  return extents;
}

function onOneLine(hits: readonly Hit[]): boolean {
  const first = hits[0]?.piece;
  return hits.every(
    ({ piece }) => first?.page === piece.page && Math.abs(piece.y - first.y) < piece.size * ONE_LINE,
  );
}
