// What the contents list of a part -> the same beside its title, in white on its band: seen again, and not read.
import type { PartEntries } from '../../../document/part-entries.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import { MM } from '../type/units.ts';

/** Kept free for page numbers, and between label and title; in mm. */
const NUMBER_WIDTH = 12;
const GAP = 4;

interface PartContents {
  readonly items: readonly DrawItem[];
  /** Where they end, and how wide that leaves the title; in points. */
  readonly bottom: number;
  readonly titleWidth: number;
}

export function partContents(context: LayoutContext, entries: PartEntries): PartContents {
  const { theme, typesetter } = context;
  const { left, top, row, rule } = theme.partContents;
  if (entries.length === 0) return { items: [], bottom: 0, titleWidth: context.width };
  const style = { ...theme.styles.contents3, weight: 'semibold', colour: 'white' } as const;
  const right = theme.page.left * MM + context.width;
  let y = top * MM;
  const items = entries.flatMap(({ label, target }): DrawItem[] => {
    const lines = typesetter.lines(label, style, right - (left + NUMBER_WIDTH) * MM);
    const height = Math.max(row * MM, (lines.length + 0.4) * style.leading);
    const first = y + (height - lines.length * style.leading) / 2;
    y += height;
    return [
      ...lines.flatMap((line, index) =>
        line.items.map((item) => moved(item, left * MM, first + index * style.leading)),
      ),
      // Without dots: from its own right edge on there is no room for them.
      {
        kind: 'page-reference',
        x: right,
        y: first + (lines.length - 1) * style.leading,
        from: right,
        style,
        target,
      },
      { kind: 'line', x1: left * MM, y1: y, x2: right, y2: y, width: rule, colour: 'white' },
    ];
  });
  return { items, bottom: y, titleWidth: (left - theme.page.left - GAP) * MM };
}
