// A page's notes -> items at its foot.
import type { Theme } from '../../../document/theme.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { MadePage, PlacedItem } from './made-page.ts';

/** The notes of a page as items, set at its foot under a short rule. */
export function noteItems(page: MadePage, theme: Theme): PlacedItem[] {
  if (page.notes.lines.length === 0) return [];
  const left = theme.page.left * MM;
  const bottom = (theme.page.height - theme.page.bottom) * MM;
  const { ruleWidth, ruleLength, gap } = theme.footnote;
  const top = bottom - page.notes.height();
  const rule: DrawItem = {
    kind: 'line',
    x1: left,
    y1: top + (gap / 2) * MM,
    x2: left + ruleLength * MM,
    y2: top + (gap / 2) * MM,
    width: ruleWidth,
    colour: 'text',
  };
  let y = top + gap * MM;
  return [
    { item: rule, role: 'decoration', block: '' },
    ...page.notes.lines.flatMap((line) => {
      const items = line.items.map((item) => ({
        item: moved(item, left, y),
        role: 'note' as const,
        block: line.note,
      }));
      y += line.height;
      return items;
    }),
  ];
}
