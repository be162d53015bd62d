// Two marks of a chart -> whether their looks tell them apart.
import type { ChartMark } from '../../document/chart-marks.ts';
import { linear } from '../../document/contrast.ts';
import type { Theme } from '../../document/theme.ts';
import { PaintColours } from '../paint-colours.ts';

/** Steps of CIE 1976 lightness and hue below which side by side two colours look alike; 2.3 are just seen where they touch. */
const ALIKE = 6;
/** Steps above which nobody takes them for one. */
const UNLIKE = 20;

export class Looks {
  readonly #colours: PaintColours;

  constructor(theme: Pick<Theme, 'colours'>) {
    this.#colours = new PaintColours(theme, { kind: 'plain' });
  }

  areAlike(one: ChartMark, other: ChartMark): boolean {
    const [a, b] = [one.shape, other.shape];
    if (a.kind !== b.kind || (a.kind === 'point' && b.kind === 'point' && a.form !== b.form)) return false;
    return (
      String(one.dash) === String(other.dash) &&
      this.#isNear(one.fill, other.fill) &&
      // An outline around a fill is the same for all of them.
      (one.fill !== undefined || this.#isNear(one.stroke, other.stroke))
    );
  }

  /** Whether nobody would take one colour for the other. */
  differ(one: string, other: string): boolean {
    return this.#distance(one, other) > UNLIKE;
  }

  #isNear(one: string | undefined, other: string | undefined): boolean {
    if (one === undefined || other === undefined) return one === other;
    if (one === other) return true;
    return this.#distance(one, other) < ALIKE;
  }

  #distance(one: string, other: string): number {
    const [a, b] = [this.#lab(one), this.#lab(other)];
    return Math.hypot(...a.map((part, index) => part - (b[index] ?? 0)));
  }

  /** CIE 1976 L*a*b* of an sRGB colour under D65. */
  #lab(name: string): readonly [number, number, number] {
    const [red = 0, green = 0, blue = 0] = (this.#colours.of(name, 'fill')?.values ?? []).map(linear);
    const even = (part: number): number => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
    const x = even((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
    const y = even(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = even((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  }
}
