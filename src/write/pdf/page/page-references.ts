// Made pages with references to blocks -> the same with page numbers, dotted lines and the places that links lead to.
import { type DrawItem, moved, type PageReferenceItem } from '../type/drawing.ts';
import type { Typesetter } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';
import type { MadePage, PlacedItem } from './made-page.ts';

/** Space on both sides of the dotted line, in mm; its dots, in points. */
const LEADER_GAP = 2;
const LEADER: Pick<Extract<DrawItem, { kind: 'line' }>, 'width' | 'colour' | 'dash'> = {
  width: 0.7,
  colour: 'rule',
  dash: [0.7, 2.6],
};

/** Where each block begins: the index of its page, and points from the page's top edge. */
export function beginningsOf(
  pages: readonly Pick<MadePage, 'fragments'>[],
): ReadonlyMap<string, { readonly page: number; readonly y: number }> {
  const places = new Map<string, { readonly page: number; readonly y: number }>();
  pages.forEach(({ fragments }, page) => {
    for (const { block, y } of fragments) if (!places.has(block)) places.set(block, { page, y });
  });
  return places;
}

/** Puts the numbers of pages into their references, and anchors where links lead. Throws on a reference to a block that was not placed. */
export function resolveReferences(
  typesetter: Typesetter,
  pages: readonly MadePage[],
  names: readonly string[],
): void {
  const places = beginningsOf(pages);
  const targets = new Set<string>();
  for (const page of pages) {
    const items = page.items.flatMap((placed): PlacedItem[] => {
      const { item } = placed;
      if (item.kind === 'link') targets.add(item.target);
      if (item.kind !== 'page-reference') return [placed];
      const place = places.get(item.target);
      if (place === undefined) throw new Error(`no page has the block ${item.target}`);
      return numbered(typesetter, item, names[place.page] ?? '').map((drawn) => ({ ...placed, item: drawn }));
    });
    page.items.splice(0, page.items.length, ...items);
  }
  for (const target of targets) {
    const place = places.get(target);
    if (place === undefined) throw new Error(`a link leads to the block ${target}, which no page has`);
    pages[place.page]?.items.push({
      item: { kind: 'anchor', x: 0, y: Math.max(0, place.y - LEADER_GAP * MM), target },
      role: 'decoration',
      block: '',
    });
  }
}

function numbered(typesetter: Typesetter, reference: PageReferenceItem, name: string): DrawItem[] {
  const { x, y, from, style, leaf } = reference;
  const label = typesetter.label(name, style, { tabular: true, ...(leaf && { leaves: [leaf] }) });
  const left = from + LEADER_GAP * MM;
  const right = x - label.width - LEADER_GAP * MM;
  const baseline = y + style.leading * 0.5 + style.size * 0.35;
  const leader: DrawItem[] =
    right > left ? [{ kind: 'line', x1: left, y1: baseline, x2: right, y2: baseline, ...LEADER }] : [];
  return [...leader, ...label.items.map((item) => moved(item, x - label.width, y))];
}
