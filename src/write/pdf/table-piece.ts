// Placed cells with row heights -> one slug: fills, text, rules.
import { type DrawItem, moved, type Slug } from './drawing.ts';
import { type PlacedCell, stackHeight, type TableShape } from './table-shape.ts';
import { MM } from './units.ts';

/** Draws one piece. `complete` tells that the table ends with it. */
export function drawPiece(
  shape: TableShape,
  cells: readonly PlacedCell[],
  heights: readonly number[],
  notes: readonly string[],
  complete: boolean,
): Slug {
  const { table } = shape.context.theme;
  const xs = edges(shape.widths);
  const ys = edges(heights);
  const width = xs.at(-1) ?? 0;
  const height = ys.at(-1) ?? 0;
  const headerFoot = ys[shape.headerRows] ?? 0;
  const fills: DrawItem[] = [];
  const texts: DrawItem[] = [];
  const rules: DrawItem[] = [];
  for (const placed of cells) {
    const { cell } = placed;
    const left = xs[cell.column] ?? 0;
    const right = xs[cell.column + cell.colSpan] ?? width;
    const top = ys[placed.row] ?? 0;
    const bottom = ys[placed.row + placed.rowSpan] ?? height;
    const fill = cell.role === 'column-header' ? 'header' : cell.emphasis === 'total' ? 'total' : undefined;
    if (fill !== undefined) {
      fills.push({ kind: 'rect', x: left, y: top, width: right - left, height: bottom - top, fill });
    }
    texts.push(...cellItems(placed, left + table.paddingX * MM, top, bottom - top, table.paddingY * MM));
    if (left > 0.01) rules.push(line(left, top, left, bottom, table.innerRule, 'rule'));
    if (placed.row > 0 && placed.row !== shape.headerRows && cell.openTop !== true) {
      rules.push(line(left, top, right, top, table.innerRule, 'rule'));
    }
  }
  rules.push(line(0, 0, width, 0, table.outerRule, 'main'));
  if (shape.headerRows > 0 && headerFoot < height) {
    rules.push(line(0, headerFoot, width, headerFoot, table.headRule, 'main'));
  }
  rules.push(
    complete
      ? line(0, height, width, height, table.outerRule, 'main')
      : line(0, height, width, height, table.innerRule, 'rule'),
  );
  return {
    height,
    items: [...fills, ...rules, ...texts],
    notes,
    before: 0,
    after: 0,
    keepWithNext: false,
    block: shape.block,
  };
}

function cellItems(placed: PlacedCell, x: number, top: number, height: number, padding: number): DrawItem[] {
  const free = height - stackHeight(placed.slugs);
  let y = top + (placed.split ? padding : Math.max(free / 2, 0));
  return placed.slugs.flatMap((slug, index) => {
    if (index > 0) y += slug.before;
    const items = slug.items.map((item) => moved(item, x, y));
    y += slug.height + slug.after;
    return items;
  });
}

function edges(sizes: readonly number[]): number[] {
  const result = [0];
  for (const size of sizes) result.push((result.at(-1) ?? 0) + size);
  return result;
}

function line(x1: number, y1: number, x2: number, y2: number, width: number, colour: string): DrawItem {
  return { kind: 'line', x1, y1, x2, y2, width, colour };
}
