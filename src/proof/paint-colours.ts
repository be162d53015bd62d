// Names of colours as the layout says them -> the values that a file must be painted with, and how light those look.
import type { Theme } from '../document/theme.ts';
import type { Colour } from './pdf/page-shapes.ts';
import type { Inks, PdfPurpose } from './pdf-purpose.ts';

type ColourUse = 'text' | 'fill' | 'stroke';

/** Points: letters and lines below are thinner than the dots of a screen; the thinnest line that a plate holds. */
const SMALL = 10;
const THIN = 0.5;
const HAIRLINE = 0.25;
/** Percent of the strongest plate below which a tint is lost. */
const LEAST_TINT = 8;

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

  /** `size` of letters, or width of a line, in points. Undefined for a name that is no colour. */
  of(name: string, use: ColourUse, size = 0): Colour | undefined {
    const isFine = use === 'text' ? size < SMALL : use === 'stroke' && size < THIN;
    const key = `${use} ${isFine} ${name}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#colourOf(name, use, isFine));
    return this.#known.get(key);
  }

  /** How wide a line of the colour is in print: dots need half a point, a thin grey line is the thinnest black one. */
  lineWidth(name: string, width: number): number {
    const inks = this.#purpose.kind === 'press' ? this.#inksOf(name) : undefined;
    if (inks === undefined) return width;
    const isScreened = inks.some((ink) => ink > 0 && ink < 100);
    if (!isScreened || width >= THIN) return Math.max(width, HAIRLINE);
    return isGrey(inks) ? HAIRLINE : THIN;
  }

  #inksOf(name: string): Inks | undefined {
    const { parts, base, part } = this.#named(name);
    if (parts === undefined || this.#purpose.kind !== 'press') return undefined;
    const [first = 0] = parts;
    const grey: Inks = [0, 0, 0, Math.round((1 - first / 255) * 100)];
    const [c, m, y, k] = this.#purpose.inks.get(base) ?? this.#colours[base]?.cmyk ?? grey;
    return [c * part, m * part, y * part, k * part];
  }

  #named(name: string) {
    const [, base = name, percent = '100'] = TINT.exec(name) ?? [];
    const parts = HEX.exec(base.startsWith('#') ? base : (this.#colours[base]?.rgb ?? ''))
      ?.slice(1)
      .map((hex) => Number.parseInt(hex, 16));
    return { base, part: Number(percent) / 100, parts };
  }

  #colourOf(name: string, use: ColourUse, isFine: boolean): Colour | undefined {
    const { part, parts } = this.#named(name);
    const inks = this.#inksOf(name);
    if (inks === undefined)
      return (
        parts && { space: 'DeviceRGB', values: parts.map((value) => (255 - (255 - value) * part) / 255) }
      );
    return { space: 'DeviceCMYK', values: printed(inks, use, isFine).map((ink) => ink / 100) };
  }
}

const isGrey = (inks: Inks): boolean => inks.every((ink, plate) => plate === 3 || ink === 0);

/** Text is printed in black alone: four plates never meet exactly enough for letters. What is fine has no dots, and no tint is lost. */
function printed(inks: Inks, use: ColourUse, isFine: boolean): readonly number[] {
  const black = inks[3];
  if (use === 'text' && !isGrey(inks)) return [0, 0, 0, 100];
  if (use === 'text') return [0, 0, 0, isFine ? (black < 50 ? 0 : 100) : black];
  if (isFine && isGrey(inks) && black > 0) return [0, 0, 0, 100];
  const strongest = Math.max(...inks);
  const most = strongest > 0 ? Math.max(1, LEAST_TINT / strongest) : 1;
  return inks.map((ink) => ink * most);
}

/** Black ink alone, and that whole: such letters and lines are printed over what lies below. */
export function isBlackInk(colour: Colour | undefined): boolean {
  return colour?.space === 'DeviceCMYK' && colour.values.every((ink, plate) => ink === (plate === 3 ? 1 : 0));
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
