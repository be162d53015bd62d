// Two colours -> how well one is read on the other.
// Source: WCAG 2.2, relative luminance and contrast ratio; the threshold of the curve as in IEC 61966-2-1.

/** Parts of red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** WCAG 2.2, success criterion 1.4.3: least contrast of text, and of large text (18 pt, or bold of 14 pt). */
export const LEAST_CONTRAST = 4.5;
export const LEAST_LARGE = 3;

export const PAPER: Rgb = [255, 255, 255];

/** From `#RRGGBB`; undefined where it is none. */
export function rgbOf(hex: string): Rgb | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

/** What inks (percents of cyan, magenta, yellow, black) look like on white paper, by the plain formula. */
export function printedRgb([cyan, magenta, yellow, black]: Inks): Rgb {
  const part = (ink: number) => 255 * (1 - ink / 100) * (1 - black / 100);
  return [part(cyan), part(magenta), part(yellow)];
}

type Inks = readonly [number, number, number, number];

/** The inks of letters: black alone, since four plates never meet exactly enough for them; none where they are nearly white. */
export function textInks(inks: Inks): Inks {
  const [cyan, magenta, yellow] = inks;
  if (cyan + magenta + yellow === 0) return inks;
  return luminance(printedRgb(inks)) > NEARLY_WHITE ? [0, 0, 0, 0] : [0, 0, 0, 100];
}

/** Lighter than this, letters are meant for a dark ground. */
const NEARLY_WHITE = 0.8;

/** From 1 (the same) to 21 (black and white). */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** A part of a colour in sRGB, 0 to 1, as so much light. */
export function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** From 0 (black) to 1 (white). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => linear(part / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
