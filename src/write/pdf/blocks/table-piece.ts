// Placed cells with row heights -> one slug: fills, text, rules.
import { type DrawItem, type LineItem, moved, type Slug, untagged } from '../type/drawing.ts';
import { type PlacedCell, stackHeight, type TableShape } from './table-shape.ts';

/** White joint between bars, dashed end of a bar and its distance from the edge, in points. */
const JOINT = 0.6;
const DASHED = 0.9;
const DASHED_INSET = 0.8;

/** Draws one piece. `complete` tells that the table ends with it. */
export function drawPiece(
  shape: TableShape,
  cells: readonly PlacedCell[],
  heights: readonly number[],
  notes: readonly string[],
  complete: boolean,
): Slug {
  const { table } = shape.context.theme;
  const { offset, padding } = shape;
  const xs = edges(shape.widths, offset);
  const ys = edges(heights);
  const width = xs.at(-1) ?? 0;
  const across = (y: number, rule: number, colour: string) => line(offset, y, width, y, rule, colour);
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
    const look = shape.look(cell);
    const fill =
      look.fill ??
      (cell.role === 'column-header' ? 'header' : cell.emphasis === 'total' ? 'total' : undefined);
    if (fill !== undefined) {
      fills.push({
        kind: 'rect',
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        fill,
        ...(look.leaf && placed.again !== true && { leaf: look.leaf }),
      });
    }
    texts.push(...cellItems(placed, left + (look.paddingX ?? padding.x), top, bottom - top, padding.y));
    // Columns part by their alignment; a rule between them stands in the head alone, or where they are time.
    if (left > offset + 0.01 && (shape.ruledDown || placed.row < shape.headerRows || look.joint === true)) {
      rules.push(
        look.joint === true
          ? line(left, top, left, bottom, JOINT, 'white')
          : line(left, top, left, bottom, table.innerRule, 'rule'),
      );
    }
    if (look.dashedEnd === true) {
      const x = right - DASHED_INSET;
      rules.push({ ...line(x, top, x, bottom, DASHED, 'change'), dash: [2, 1.4] });
    }
    if (placed.row > 0 && placed.row !== shape.headerRows && cell.openTop !== true) {
      rules.push(line(left, top, right, top, table.innerRule, 'rule'));
    }
  }
  rules.push(across(0, table.outerRule, 'main'));
  if (shape.headerRows > 0 && headerFoot < height) {
    rules.push(across(headerFoot, table.headRule, 'main'));
  }
  rules.push(complete ? across(height, table.outerRule, 'main') : across(height, table.innerRule, 'rule'));
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
    const shown = placed.again ? slug.items.flatMap(untagged) : slug.items;
    const items = shown.map((item) => moved(item, x, y));
    y += slug.height + slug.after;
    return items;
  });
}

function edges(sizes: readonly number[], from = 0): number[] {
  const result = [from];
  for (const size of sizes) result.push((result.at(-1) ?? 0) + size);
  return result;
}

function line(x1: number, y1: number, x2: number, y2: number, width: number, colour: string): LineItem {
  return { kind: 'line', x1, y1, x2, y2, width, colour };
}
