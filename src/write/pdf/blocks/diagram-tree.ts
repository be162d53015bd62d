// A tree of boxes -> its upper levels side by side, what is below them one under the other, and the lines between them.
import type { DiagramBox } from '../../../document/blocks/diagram.ts';
import type { DrawItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { Box } from './box.ts';
import type { BoxMaker, DiagramDrawing } from './diagram-boxes.ts';

/** In mm: between columns, between levels, between boxes one under the other. */
const GAP = 2.5;
const LEVEL_GAP = 6;
const LIST_GAP = 1.6;
/** From the left edge of a box to the line down to those listed under it, and to these. */
const TRUNK = 2;
const INDENT = 4.5;
/** Of a box. */
const LEAST_WIDTH = 17;
const FAIR_WIDTH = 27;
const MOST_WIDTH = 46;
/** Boxes under one another before a second column is worth it. */
const LISTED = 4;
/** Of the lines, in points. */
const RULE = 0.8;

/** As many levels as the width holds stand side by side. `width` in points. */
export function treeDrawing(maker: BoxMaker, root: DiagramBox, width: number): DiagramDrawing {
  const tree = new Tree(maker, root, width);
  const height = tree.draw(root, { x: 0, y: 0, width, level: 0 });
  return { height, items: tree.items, notes: tree.notes };
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly level: number;
}

class Tree {
  readonly items: DrawItem[] = [];
  readonly notes: string[] = [];
  readonly #maker: BoxMaker;
  readonly #levels: number;
  /** Levels above this one have those below them side by side. */
  readonly #spread: number;
  /** Of a column, and of the boxes of each level that stand side by side. */
  readonly #column: number;
  readonly #heights: readonly number[];

  constructor(maker: BoxMaker, root: DiagramBox, width: number) {
    this.#maker = maker;
    const all = levelsOf(root);
    this.#levels = all.length;
    const columnFor = (spread: number): number => {
      const count = columnsIn(root, spread);
      return (width - (count - 1) * GAP * MM) / count;
    };
    const needed = (spread: number): number => {
      const listed = all.slice(spread + 1).flat().length > 0 ? (all.length - spread - 1) * INDENT * MM : 0;
      const widest = Math.max(
        ...all.slice(spread).flatMap((boxes) => boxes.map((box) => maker.naturalWidth(box, 'plain'))),
      );
      return Math.min(Math.max(widest, LEAST_WIDTH * MM), FAIR_WIDTH * MM) + listed;
    };
    let spread = all.length - 1;
    while (spread > 0 && columnFor(spread) < needed(spread)) spread--;
    this.#spread = spread;
    this.#column = columnFor(spread);
    // Boxes side by side are as high as the highest of their level.
    this.#heights = all
      .slice(0, spread + 1)
      .map((boxes, level) =>
        Math.max(...boxes.map((box) => this.#box(box, level, this.#roomOf(box, level)).height)),
      );
  }

  /** Draws a box that stands beside others, and all below it; returns how far down that reaches. */
  draw(node: DiagramBox, { x, y, width, level }: Room): number {
    const box = this.#box(node, level, width);
    const boxWidth = widthIn(width);
    const height = this.#heights[level] ?? box.height;
    const left = x + (width - boxWidth) / 2;
    this.#put(box, left, y, height);
    const bottom = y + height;
    if (node.children.length === 0) return bottom;
    const middle = left + boxWidth / 2;
    return level < this.#spread
      ? this.#beside(node, { x, y: bottom, width, level }, middle)
      : this.#columns(node, { x, y: bottom, width, level }, middle, left);
  }

  #beside(node: DiagramBox, { x, y, level }: Room, middle: number): number {
    const top = y + LEVEL_GAP * MM;
    const bus = y + (LEVEL_GAP / 2) * MM;
    let from = x;
    let bottom = y;
    const middles = node.children.map((child) => {
      const width = this.#roomOf(child, level + 1);
      bottom = Math.max(bottom, this.draw(child, { x: from, y: top, width, level: level + 1 }));
      const at = from + width / 2;
      from += width + GAP * MM;
      return at;
    });
    this.#line(middle, y, middle, bus);
    this.#line(Math.min(middle, ...middles), bus, Math.max(middle, ...middles), bus);
    for (const at of middles) this.#line(at, bus, at, top);
    return bottom;
  }

  /** In as many columns as there is room and need for. */
  #columns(node: DiagramBox, { x, y, width }: Room, middle: number, left: number): number {
    const { children } = node;
    const least = Math.max(
      ...children.map((child) => Math.min(this.#maker.naturalWidth(child, 'plain'), FAIR_WIDTH * MM)),
      LEAST_WIDTH * MM,
    );
    const indents = (levelsOf(node).length - 1) * INDENT;
    const room = Math.floor((width + GAP * MM) / (least + (indents + GAP) * MM));
    const lists = sharedOut(children, Math.max(1, room));
    if (lists.length === 1) return this.#list(children, left, y, widthIn(width), y);
    const each = (width - (lists.length - 1) * GAP * MM) / lists.length;
    const bus = y + (LEVEL_GAP / 2) * MM;
    let bottom = y;
    const trunks = lists.map((members, column) => {
      const at = x + column * (each + GAP * MM);
      const listWidth = Math.min(each, (MOST_WIDTH + INDENT) * MM);
      bottom = Math.max(bottom, this.#list(members, at, y + (LEVEL_GAP - LIST_GAP) * MM, listWidth, bus));
      return at + TRUNK * MM;
    });
    this.#line(middle, y, middle, bus);
    this.#line(Math.min(middle, ...trunks), bus, Math.max(middle, ...trunks), bus);
    return bottom;
  }

  /** One under the other beside a line that begins at `trunkFrom`. */
  #list(nodes: readonly DiagramBox[], x: number, y: number, width: number, trunkFrom: number): number {
    const trunk = x + TRUNK * MM;
    const left = x + INDENT * MM;
    let bottom = y;
    let last = trunkFrom;
    for (const node of nodes) {
      const top = bottom + LIST_GAP * MM;
      const boxWidth = width - INDENT * MM;
      const box = this.#maker.make(node, 'plain', boxWidth);
      last = top + box.height / 2;
      this.#line(trunk, last, left, last);
      this.#put(box, left, top, box.height);
      bottom = top + box.height;
      if (node.children.length > 0) bottom = this.#list(node.children, left, bottom, boxWidth, bottom);
    }
    this.#line(trunk, trunkFrom, trunk, last);
    return bottom;
  }

  #box(node: DiagramBox, level: number, width: number): Box {
    const rank = level === 0 ? 'top' : level < this.#levels - 1 ? 'head' : 'plain';
    return this.#maker.make(node, rank, widthIn(width));
  }

  /** What a box and all that stands side by side below it take. */
  #roomOf(node: DiagramBox, level: number): number {
    const count = columnsIn(node, this.#spread - level);
    return count * this.#column + (count - 1) * GAP * MM;
  }

  #put(box: Box, x: number, y: number, height: number): void {
    this.items.push(...box.draw(x, y, height));
    this.notes.push(...box.notes);
  }

  #line(x1: number, y1: number, x2: number, y2: number): void {
    if (x1 === x2 && y1 === y2) return;
    this.items.push({ kind: 'line', x1, y1, x2, y2, width: RULE, colour: 'main' });
  }
}

/** The width of a box that stands beside others, in points. */
function widthIn(room: number): number {
  return Math.min(room, MOST_WIDTH * MM);
}

/** The boxes of each level, from the top. */
function levelsOf(root: DiagramBox): readonly (readonly DiagramBox[])[] {
  const levels: (readonly DiagramBox[])[] = [];
  for (
    let boxes: readonly DiagramBox[] = [root];
    boxes.length > 0;
    boxes = boxes.flatMap(({ children }) => children)
  )
    levels.push(boxes);
  return levels;
}

/** The boxes in lists of about as many boxes with those below them, no more lists than `most`. */
function sharedOut(boxes: readonly DiagramBox[], most: number): readonly (readonly DiagramBox[])[] {
  const sizes = boxes.map((box) => levelsOf(box).flat().length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const count = Math.min(most, Math.ceil(total / LISTED));
  let before = 0;
  const lists = boxes.map((_, index) => {
    const list = Math.floor((before * count) / total);
    before += sizes[index] ?? 0;
    return list;
  });
  return [...new Set(lists)].map((list) => boxes.filter((_, index) => lists[index] === list));
}

/** How many boxes stand side by side below one, `spread` levels down. */
function columnsIn(node: DiagramBox, spread: number): number {
  if (spread <= 0 || node.children.length === 0) return 1;
  return node.children.reduce((sum, child) => sum + columnsIn(child, spread - 1), 0);
}
