// A vision map laid out with a box that lies half on another -> it is told.
import { expect, it } from 'vitest';
import { type Inline, plainRun } from '../../src/document/inline.ts';
import type { LayoutMap, PlacedShape } from '../../src/document/layout-map.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { vision } from '../write/pdf/blocks.ts';
import { documentOf, fonts } from '../write/pdf/documents.ts';

it('tells bold letters of what is plain, and plain ones of what is bold', async () => {
  const inlines = [plainRun('모두 '), { ...plainRun('백 명'), bold: true } as Inline, plainRun('이 일한다')];
  const content = { inlines, place: { file: 'x', line: 1, column: 1 } };
  const document = documentOf([{ kind: 'item', id: 'i1', level: 1, marker: '○', content }]);
  const { value } = await writePdf(document, fonts);
  if (value === undefined) throw new Error('nothing printed');
  const told = (font?: (own: string) => string) => {
    const texts = value.layout.texts.map((one) => (font ? { ...one, font: font(one.font) } : one));
    return provePdf(document, { ...value.layout, texts }, value.bytes, 'plan.pdf')
      .diagnostics.filter(({ rule }) => rule === 'text-look')
      .map(({ message }) => message);
  };
  expect(told()).toEqual([]);
  expect(told(() => 'Pretendard-Bold')).toEqual([expect.stringContaining('‘모두’: 굵은 글씨로 찍혔는데')]);
  expect(told(() => 'Pretendard-Regular')).toEqual([
    expect.stringContaining('‘백 명’: 굵은 글씨로 적은 것이'),
  ]);
});

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

  const narrow = (shape: PlacedShape): PlacedShape =>
    shape.outline.kind === 'box'
      ? {
          ...shape,
          outline: { ...shape.outline, x: shape.outline.x + shape.outline.width / 2 - 6, width: 12 },
        }
      : shape;
  const beyond = told({ ...value.layout, shapes: value.layout.shapes.map(narrow) });
  expect(beyond.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/글자 ‘.+’: 상자 밖으로 나갑니다\.$/),
  );
});
