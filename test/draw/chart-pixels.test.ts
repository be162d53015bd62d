// Drawing operations -> pixels at 300 dpi: as much colour as is covered, holes, dashes, letters; and back from PNG.

import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Typeface } from '../../src/document/typeface.ts';
import type { ChartDrawing, ChartOp } from '../../src/draw/chart-ops.ts';
import { drawPixels } from '../../src/draw/chart-pixels.ts';
import { readPng } from '../../src/picture/png.ts';
import { encodePng } from '../../src/picture/write-png.ts';
import { fonts } from '../write/pdf/documents.ts';
import { UNMARKED } from './unmarked.ts';

/** Points of so many pixels. */
const px = (pixels: number): number => (pixels * 72) / 300;

function drawn(width: number, height: number, ...ops: readonly ChartOp[]) {
  const drawing: ChartDrawing = {
    width: px(width),
    height: px(height),
    ops,
    ...UNMARKED,
  };
  const pixels = drawPixels(drawing, {
    typeface: new Typeface(fonts),
    letterSpacing: 0,
    rgb: (name) => (name === 'red' ? [255, 0, 0] : [0, 0, 0]),
  });
  const red = (x: number, y: number) => pixels.data[3 * (y * pixels.width + x)] ?? -1;
  return { pixels, at: red };
}

const box = (x: number, y: number, width: number, height: number) =>
  `${[x, y, width, height].map(px).join(' ')} re`;

it('covers a pixel by as much as lies in it', () => {
  const { pixels, at } = drawn(20, 6, { kind: 'path', operators: box(2, 1, 10.5, 3), fill: 'black' });
  expect([pixels.width, pixels.height]).toEqual([20, 6]);
  expect([at(1, 2), at(2, 2), at(11, 2), at(12, 2), at(13, 2)]).toEqual([255, 0, 0, 128, 255]);
  expect([at(5, 0), at(5, 1), at(5, 3), at(5, 4)]).toEqual([255, 0, 0, 255]);
});

it('leaves holes, gaps between dashes and what lies outside', () => {
  const ring = `${box(0, 0, 12, 12)} ${[3, 3].map(px).join(' ')} m ${[3, 9].map(px).join(' ')} l ${[9, 9].map(px).join(' ')} l ${[9, 3].map(px).join(' ')} l h`;
  const holed = drawn(12, 12, { kind: 'path', operators: ring, fill: 'black' });
  expect([holed.at(1, 6), holed.at(6, 6), holed.at(10, 6)]).toEqual([0, 255, 0]);
  const line = `${[-10, 2].map(px).join(' ')} m ${[40, 2].map(px).join(' ')} l`;
  const dashed = drawn(30, 4, {
    kind: 'path',
    operators: line,
    stroke: 'red',
    lineWidth: px(2),
    dash: [px(10), px(5)],
  });
  const green = (x: number) => dashed.pixels.data[3 * (30 + x) + 1];
  expect([green(2), green(7), green(12), green(17), green(22)]).toEqual([255, 0, 0, 255, 0]);
});

it('draws letters by their outlines, turned too', () => {
  const text = { kind: 'text', text: 'ㅁ', size: px(40), bold: false, colour: 'black' } as const;
  const upright = drawn(50, 50, { ...text, x: px(25), y: px(40), anchor: 'middle', angle: 0 });
  const row = Array.from({ length: 50 }, (_, x) => upright.at(x, 25));
  // Two strokes, and white between them.
  expect(row.filter((value) => value < 64).length).toBeGreaterThan(3);
  expect([row[0], row[25], row[49]]).toEqual([255, 255, 255]);
  const turned = drawn(50, 50, { ...text, x: px(10), y: px(25), anchor: 'middle', angle: 90 });
  const ink = ({ pixels }: typeof upright) => pixels.data.reduce((sum, value) => sum + 255 - value, 0);
  expect(Math.abs(ink(turned) / ink(upright) - 1)).toBeLessThan(0.01);
});

it('frames a chart that has nothing to show, and is read back from PNG pixel by pixel', () => {
  const { pixels, at } = drawn(20, 10);
  expect(at(0, 5)).toBeLessThan(255);
  expect(at(10, 5)).toBe(255);
  const png = encodePng(pixels.data, { ...pixels, components: 3 });
  const read = readPng(png);
  expect([read.width, read.height, read.components]).toEqual([20, 10, 1]);
  expect([...inflateSync(read.data)]).toEqual([...pixels.data].filter((_, index) => index % 3 === 0));
});
