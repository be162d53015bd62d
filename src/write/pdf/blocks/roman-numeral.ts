// Ⅰ … Ⅻ -> outlines with stems between a head rule and a foot rule: in large type the letters of a face without serifs read as bars.
import type { PathItem, TextItem } from '../type/drawing.ts';

const LETTERS = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const WRITTEN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Of the height: capitals in the type size; the rules, the stems, the room between stems, the width of V and X, what the rules stand out. */
const CAPITALS = 0.715;
const RULE = 0.085;
const STEM = 0.14;
const BETWEEN = 0.14;
const SLANTED = 0.62;
const BEYOND = 0.09;

type Corner = readonly [x: number, y: number];

/** The numeral as it is drawn in place of its letter; undefined for what is none. */
export function drawnNumeral(letter: TextItem): PathItem | undefined {
  const written = WRITTEN[[...LETTERS].indexOf(letter.text)];
  if (written === undefined) return undefined;
  const height = letter.size * CAPITALS;
  const shapes: (readonly Corner[])[] = [];
  let x = BEYOND;
  for (const [index, stroke] of [...written].entries()) {
    if (index > 0) x += BETWEEN;
    shapes.push(...(stroke === 'I' ? [upright(x)] : stroke === 'V' ? [vee(x)] : cross(x)));
    x += stroke === 'I' ? STEM : SLANTED;
  }
  const width = x + BEYOND;
  shapes.push(box(0, width, 0, RULE), box(0, width, 1 - RULE, 1));
  const { leaf, blankAfter } = letter;
  return {
    kind: 'path',
    x: letter.x,
    y: letter.y - height,
    operators: shapes.map((corners) => outline(corners, height)).join(' '),
    fill: letter.colour,
    ...(leaf && { leaf }),
    letter: { text: letter.text, width: width * height, height, blankAfter: blankAfter === true },
  };
}

function box(left: number, right: number, top: number, foot: number): readonly Corner[] {
  return [
    [left, top],
    [right, top],
    [right, foot],
    [left, foot],
  ];
}

function upright(x: number): readonly Corner[] {
  return box(x, x + STEM, 0, 1);
}

function vee(x: number): readonly Corner[] {
  const middle = x + SLANTED / 2;
  return [
    [x, 0],
    [x + STEM, 0],
    [middle, 1 - STEM * 1.8],
    [x + SLANTED - STEM, 0],
    [x + SLANTED, 0],
    [middle + STEM / 2, 1],
    [middle - STEM / 2, 1],
  ];
}

function cross(x: number): readonly (readonly Corner[])[] {
  const end = x + SLANTED;
  return [
    [
      [x, 0],
      [x + STEM, 0],
      [end, 1],
      [end - STEM, 1],
    ],
    [
      [end - STEM, 0],
      [end, 0],
      [x + STEM, 1],
      [x, 1],
    ],
  ];
}

/** All in one direction, so that where they cross they are filled. */
function outline(corners: readonly Corner[], height: number): string {
  const at = ([x, y]: Corner): string =>
    [x, y].map((part) => Math.round(part * height * 1000) / 1000).join(' ');
  return `${corners.map((corner, index) => `${at(corner)} ${index === 0 ? 'm' : 'l'}`).join(' ')} h`;
}
