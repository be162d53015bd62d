// Colours as the drawing names them and as a file sets them -> whether a mark has its own, and is seen on its ground.
import type { Theme } from '../../document/theme.ts';
import { PaintColours } from '../paint-colours.ts';
import type { Colour, PaintedShape } from '../pdf/page-shapes.ts';

/** Parts of full by which two colours are the same: writers round to a thousandth. */
const ROUNDED = 0.004;
/** Parts by which a colour has to differ from its ground to be seen at all. */
const SEEN = 0.09;

/** Points below which an outline alone is not seen. */
const THINNEST = 0.15;

const PAPER = { DeviceRGB: [1, 1, 1], DeviceCMYK: [0, 0, 0, 0], DeviceGray: [1] } as const;

/** The colours of one file: on a screen the theme's; of a press the inks that the first mark of that name has. */
export class MarkColours {
  readonly #screen: PaintColours;
  readonly #inks = new Map<string, Colour>();

  constructor(theme: Pick<Theme, 'colours'>) {
    this.#screen = new PaintColours(theme, { kind: 'plain' });
  }

  isOwn(name: string, colour: Colour): boolean {
    if (colour.space === 'DeviceRGB')
      return isNear(this.#screen.of(name, 'fill')?.values ?? [], colour.values, ROUNDED);
    if (colour.space !== 'DeviceCMYK') return false;
    const known = this.#inks.get(name) ?? colour;
    this.#inks.set(name, known);
    return isNear(known.values, colour.values, ROUNDED);
  }
}

function isNear(some: readonly number[], others: readonly number[], slack: number): boolean {
  return (
    some.length === others.length &&
    some.every((value, index) => Math.abs(value - (others[index] ?? 9)) <= slack)
  );
}

/** Whether an outline in the colour of the paper eats up what is filled: it reaches half its width inwards from both sides. */
export function isEatenUp({ stroke, lineWidth }: PaintedShape, across: number): boolean {
  const paper = PAPER[(stroke?.space ?? '') as keyof typeof PAPER] ?? [];
  return stroke !== undefined && lineWidth >= across / 2 && isNear(paper, stroke.values, SEEN);
}

/** Whether it can be told from what lies below it: what was painted there before, or the paper. */
export function isSeenOn(shape: PaintedShape, below: readonly PaintedShape[]): boolean {
  const x = (shape.left + shape.right) / 2;
  const y = (shape.top + shape.bottom) / 2;
  const ground = below.findLast(
    (one) =>
      one.order < shape.order &&
      one.covers &&
      one.left <= x &&
      one.right >= x &&
      one.top <= y &&
      one.bottom >= y,
  )?.fill;
  const differs = (colour: Colour | undefined): boolean => {
    if (colour === undefined) return false;
    const paper = PAPER[colour.space as keyof typeof PAPER] ?? [];
    return !isNear(ground?.space === colour.space ? ground.values : paper, colour.values, SEEN);
  };
  return differs(shape.fill) || (shape.lineWidth >= THINNEST && differs(shape.stroke));
}
