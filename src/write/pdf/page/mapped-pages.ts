// Made pages -> the map of where everything came to stand.
import type { PlacedChart } from '../../../document/chart-marks.ts';
import type { Document } from '../../../document/document.ts';
import type {
  Fragment,
  LayoutMap,
  NotePlace,
  PlacedShape,
  PlacedText,
} from '../../../document/layout-map.ts';
import { FACES } from '../../../document/typeface.ts';
import type { DrawItem, PathItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { MadePage, PlacedItem } from './made-page.ts';
import { pageNames } from './page-names.ts';

const MAPPED: Readonly<Record<PlacedItem['role'], PlacedText['role']>> = {
  body: 'body',
  note: 'note',
  decoration: 'furniture',
  header: 'furniture',
  footer: 'furniture',
  watermark: 'watermark',
};

export function layoutMap(document: Document, pages: readonly MadePage[]): LayoutMap {
  const blocks = new Map<string, Fragment[]>();
  const notes = new Map<string, { pages: number[]; references: number[] }>();
  const texts: PlacedText[] = [];
  const shapes: PlacedShape[] = [];
  const charts: PlacedChart[] = [];
  const noteOf = (id: string): { pages: number[]; references: number[] } => {
    const known = notes.get(id) ?? { pages: [], references: [] };
    notes.set(id, known);
    return known;
  };
  pages.forEach((made, index) => {
    const box = { x: made.context.theme.page.left * MM, width: made.context.width };
    for (const { block, y, height } of made.fragments) {
      blocks.set(block, [...(blocks.get(block) ?? []), { page: index, ...box, y, height }]);
    }
    for (const note of made.references) noteOf(note).references.push(index);
    for (const note of new Set(made.notes.lines.map((line) => line.note))) noteOf(note).pages.push(index);
    made.items.forEach(({ item, role, block }, order) => {
      if (item.kind === 'chart')
        charts.push({ ...item.marks, block: item.block, page: index, x: item.x, y: item.y });
      const shape = shapeOf(item);
      if (shape !== undefined) shapes.push({ ...shape, page: index, block, order });
      if (item.kind === 'path')
        texts.push(...drawnText(item, { page: index, role: MAPPED[role], block, order }));
      if (item.kind !== 'text') return;
      const { x, y, width, size, text, figures = [], underlined = false, face, colour, angle = 0 } = item;
      texts.push({
        page: index,
        x,
        y: y - size * 0.8,
        width,
        height: size,
        text,
        role: MAPPED[role],
        block,
        figures,
        marked: underlined,
        order,
        font: FACES[face].file.replace(/\.ttf$/, ''),
        colour,
        angle,
      });
    });
  });
  return {
    pageLabels: pageNames(document, pages),
    turned: pages.map(({ context }) => context.turned),
    leftHand: pages.map(({ isLeft }) => isLeft),
    blocks,
    notes: notes as ReadonlyMap<string, NotePlace>,
    texts,
    shapes,
    charts,
  };
}

/** What is read of a path. */
function drawnText(
  { letter, x, y, fill = '' }: PathItem,
  at: Pick<PlacedText, 'page' | 'role' | 'block' | 'order'>,
): PlacedText[] {
  if (letter === undefined) return [];
  const { text, width, height } = letter;
  const place = { x, y: y + height - height * 0.8, width, height };
  return [
    { ...at, ...place, text, figures: [], marked: false, font: '', colour: fill, angle: 0, drawn: true },
  ];
}

/** What is painted of an item that is no text; undefined where nothing is. */
function shapeOf(item: DrawItem): Omit<PlacedShape, 'page' | 'block' | 'order'> | undefined {
  switch (item.kind) {
    case 'rect': {
      const { x, y, width, height, radius = 0, fill, stroke, lineWidth = 1 } = item;
      return { outline: { kind: 'box', x, y, width, height, radius }, fill, stroke, lineWidth, dash: [] };
    }
    case 'line': {
      const { x1, y1, x2, y2, width: lineWidth, colour: stroke, dash = [] } = item;
      return { outline: { kind: 'line', x1, y1, x2, y2 }, stroke, lineWidth, dash };
    }
    case 'path': {
      const { x, y, operators, fill, stroke, lineWidth = 1, dash = [] } = item;
      return { outline: { kind: 'path', x, y, operators }, fill, stroke, lineWidth, dash };
    }
    case 'image': {
      const { x, y, width, height, picture } = item;
      return { outline: { kind: 'box', x, y, width, height, radius: 0 }, picture, lineWidth: 1, dash: [] };
    }
    default:
      return undefined;
  }
}
