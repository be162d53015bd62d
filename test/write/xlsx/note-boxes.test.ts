// The boxes of cell notes: as large as their texts, over columns and rows of any size.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withNoteBoxes } from '../../../src/write/xlsx/note-boxes.ts';

const shapeAt = (column: number, row: number) =>
  `<v:shape style="position:absolute;width:97.8pt;height:59.1pt;z-index:1"><x:Anchor>${column}, 6, ${row}, 14, ${column + 2}, 2, ${row + 4}, 16</x:Anchor></v:shape>`;
const comment = (text: string) =>
  `<comment ref="A1" authorId="0"><text><r><t>${text}</t></r></text></comment>`;

function boxOf(drawing: string): {
  readonly width: number;
  readonly height: number;
  readonly anchor: number[];
} {
  const [, width, height] = /width:([\d.]+)pt;height:([\d.]+)pt/.exec(drawing) ?? [];
  const [, anchor = ''] = /<x:Anchor>([^<]*)</.exec(drawing) ?? [];
  return { width: Number(width), height: Number(height), anchor: anchor.split(', ').map(Number) };
}

it('are higher where there is more to say', () => {
  const sizes = { columns: new Map(), rows: new Map() };
  const heights = ['짧은 글', '글'.repeat(60), '글'.repeat(200), '한 줄\n두 줄\n석 줄'].map(
    (text) => boxOf(withNoteBoxes(shapeAt(3, 2), comment(text), sizes)).height,
  );
  expect(heights).toEqual([29, 68, 172, 55]);
});

it('reach over as many columns and rows as their size takes, each with its own text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 3, max: 60 })), { minLength: 8, maxLength: 8 }),
      fc.array(fc.integer({ min: 10, max: 120 }), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 5 }),
      fc.string({ minLength: 1, maxLength: 400 }).map((text) => text.replaceAll(/[<&]/g, '')),
      (widths, heights, column, row, text) => {
        const sizes = {
          columns: new Map(widths.map((width, index) => [index + 1, width])),
          rows: new Map(heights.map((height, index) => [index + 1, height])),
        };
        const { width, height, anchor } = boxOf(withNoteBoxes(shapeAt(column, row), comment(text), sizes));
        const [left = 0, inLeft = 0, top = 0, inTop = 0, right = 0, inRight = 0, bottom = 0, inBottom = 0] =
          anchor;
        const columnAt = (index: number) =>
          widths[index] === undefined ? 64 : widths[index] === 0 ? 0 : widths[index] * 7 + 5;
        const rowAt = (index: number) => (heights[index] ?? 15) * (4 / 3);
        const span = (from: number, to: number, sizeAt: (index: number) => number) =>
          Array.from({ length: to - from }, (_, index) => sizeAt(from + index)).reduce((a, b) => a + b, 0);
        expect(Math.abs(span(left, right, columnAt) - inLeft + inRight - (width * 4) / 3)).toBeLessThan(
          1.001,
        );
        expect(Math.abs(span(top, bottom, rowAt) - inTop + inBottom - (height * 4) / 3)).toBeLessThan(1.001);
      },
    ),
    { seed: 20261130 },
  );
});
