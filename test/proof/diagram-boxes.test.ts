// A vision map laid out with a box that lies half on another -> it is told.
import { expect, it } from 'vitest';
import type { LayoutMap, PlacedShape } from '../../src/document/layout-map.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { vision } from '../write/pdf/blocks.ts';
import { documentOf, fonts } from '../write/pdf/documents.ts';

it('tells a box of a diagram that crosses another, and none that stands beside or within it', async () => {
  const document = documentOf([vision(3, 4)]);
  const { value } = await writePdf(document, fonts);
  if (value === undefined) throw new Error('nothing printed');
  const told = (layout: LayoutMap) =>
    provePdf(document, layout, value.bytes, 'plan.pdf').diagnostics.filter(
      ({ rule }) => rule === 'shape-overlap',
    );
  expect(told(value.layout)).toEqual([]);

  const boxes = value.layout.shapes.filter(({ outline }) => outline.kind === 'box');
  const right = Math.max(...boxes.map(({ outline }) => (outline.kind === 'box' ? outline.x : 0)));
  const moved = (shape: PlacedShape): PlacedShape =>
    shape.outline.kind === 'box' && shape.outline.x === right
      ? { ...shape, outline: { ...shape.outline, x: right - 12 } }
      : shape;
  const crossed = told({ ...value.layout, shapes: value.layout.shapes.map(moved) });
  expect(crossed.length).toBeGreaterThan(0);
  expect(crossed[0]?.message).toMatch(/^plan\.pdf 1쪽.* 그림 ‘vision.*’의 상자가 다른 상자와 겹칩니다\.$/);
});
