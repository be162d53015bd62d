// Laid out pages -> proof that the table of grounds knows every colour of text on every ground.
import { beforeAll, expect, it } from 'vitest';
import { usesOf } from '../../../src/document/text-grounds.ts';
import type { TextStyleName, Theme } from '../../../src/document/theme.ts';
import { layOut } from '../../../src/write/pdf/page/lay-out.ts';
import type { RectItem, TextItem } from '../../../src/write/pdf/type/drawing.ts';
import { bundledPlan } from '../../commands/bundled-plan.ts';

let theme: Theme;
/** `colour on ground`, with a text that stands so. Charts are left out: they name their colours themselves. */
let printed: ReadonlyMap<string, string>;

beforeAll(async () => {
  const { document, sources } = await bundledPlan();
  theme = document.theme;
  const laidOut = (await layOut(document, sources.fonts)).value;
  const charts = new Set(document.blocks.filter(({ kind }) => kind === 'chart').map(({ id }) => id));
  const seen = new Map<string, string>();
  for (const page of laidOut?.pages ?? []) {
    const fills: RectItem[] = [];
    for (const { item, block, role } of page.items) {
      if (item.kind === 'rect' && item.fill !== undefined) fills.push(item);
      if (item.kind !== 'text' || charts.has(block) || role === 'watermark') continue;
      seen.set(`${item.colour} on ${groundOf(item, fills)}`, item.text);
    }
  }
  printed = seen;
}, 60_000);

function groundOf(text: TextItem, fills: readonly RectItem[]): string {
  const [x, y] = [text.x + text.width / 2, text.y - text.size * 0.3];
  const under = fills.findLast(
    (one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height,
  );
  return under?.fill ?? 'paper';
}

it('knows every colour on every ground', () => {
  const known = new Set(
    Object.keys(theme.styles).flatMap((style) =>
      usesOf(style as TextStyleName, theme).map(({ colour, ground }) => `${colour} on ${ground}`),
    ),
  );
  const strange = [...printed].filter(([pair]) => !known.has(pair));
  expect(strange).toEqual([]);
  // The bundled plan has nearly all of them.
  expect(printed.size).toBeGreaterThan(10);
});
