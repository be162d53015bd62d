// Names of colours as the layout says them -> the values that a file must be painted with, and how light those look.
import type { Theme } from '../document/theme.ts';
import type { Colour } from './pdf/page-shapes.ts';
import type { Inks, PdfPurpose } from './pdf-purpose.ts';

type ColourUse = 'text' | 'fill' | 'stroke';

/** A colour's name, and percents of it on white. */
const TINT = /^(.+) ([\d.]+)%$/;
const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
/** What files round a part of a colour to. */
const ROUNDING = 0.0011;

export class PaintColours {
  readonly #colours: Theme['colours'];
  readonly #purpose: PdfPurpose;
  readonly #known = new Map<string, Colour | undefined>();

  constructor({ colours }: Pick<Theme, 'colours'>, purpose: PdfPurpose) {
    this.#colours = colours;
    this.#purpose = purpose;
  }

  /** Undefined for a name that is no colour. */
  of(name: string, use: ColourUse): Colour | undefined {
    const key = `${use === 'text' ? use : ''} ${name}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#colourOf(name, use));
    return this.#known.get(key);
  }

  #colourOf(name: string, use: ColourUse): Colour | undefined {
    const [, base = name, percent = '100'] = TINT.exec(name) ?? [];
    const part = Number(percent) / 100;
    const parts = HEX.exec(base.startsWith('#') ? base : (this.#colours[base]?.rgb ?? ''))
      ?.slice(1)
      .map((hex) => Number.parseInt(hex, 16));
    if (parts === undefined) return undefined;
    if (this.#purpose.kind !== 'press')
      return { space: 'DeviceRGB', values: parts.map((value) => (255 - (255 - value) * part) / 255) };
    const [first = 0] = parts;
    const grey: Inks = [0, 0, 0, (1 - first / 255) * 100];
    const inks = this.#purpose.inks.get(base) ?? this.#colours[base]?.cmyk ?? grey;
    // Text is printed in black alone: four plates never meet exactly enough for letters.
    const coloured = use === 'text' && inks.some((ink, plate) => plate < 3 && ink * part > 0);
    return { space: 'DeviceCMYK', values: coloured ? [0, 0, 0, 1] : inks.map((ink) => (ink * part) / 100) };
  }
}

/** Whether a file's colour is the one that it must be; tints are rounded to a step of 255 on the way. */
export function isColour(own: Colour | undefined, right: Colour | undefined): boolean {
  if (own === undefined || right === undefined) return own === right;
  const slack = own.space === 'DeviceRGB' ? ROUNDING + 0.5 / 255 : ROUNDING + 0.005;
  return (
    own.space === right.space &&
    own.values.length === right.values.length &&
    own.values.every((value, index) => Math.abs(value - (right.values[index] ?? 0)) < slack)
  );
}

/** Relative luminance (WCAG 2.1), from 0 for black to 1 for white; inks as if they were filters. */
export function luminanceOf({ space, values }: Colour): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = values;
  const rgb =
    space === 'DeviceCMYK'
      ? [first, second, third].map((ink) => (1 - ink) * (1 - fourth))
      : space === 'DeviceRGB'
        ? [first, second, third]
        : [first, first, first];
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two luminances (WCAG 2.1), from 1 to 21. */
export function contrastOf(first: number, second: number): number {
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
