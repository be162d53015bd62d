// How charts of a kind look: colours by the theme's names, sizes in points. The one place of it.
import type { Theme } from '../../document/theme.ts';
import type { Member } from './chart-members.ts';
import { widest, widthOf } from './text-size.ts';

export type Spec = Readonly<Record<string, unknown>>;

/** The fill of a series, and the colour of letters on it. */
interface Ink {
  readonly fill: string;
  readonly letters: 'theme:white' | 'theme:text';
}

/** The palest last: lines, of which there are fewer, are never drawn in them. */
const SERIES = [
  { fill: 'theme:main', letters: 'theme:white' },
  { fill: 'theme:light', letters: 'theme:text' },
  { fill: 'theme:third', letters: 'theme:white' },
  { fill: 'theme:grey', letters: 'theme:white' },
  { fill: 'theme:fifth', letters: 'theme:white' },
  { fill: 'theme:fourth', letters: 'theme:white' },
  { fill: 'theme:second', letters: 'theme:white' },
  { fill: 'theme:bar', letters: 'theme:text' },
  { fill: 'theme:grid', letters: 'theme:text' },
] as const satisfies readonly Ink[];
/** What stands out, and what it stands out of. */
export const OWN: Ink = { fill: 'theme:accent', letters: 'theme:text' };
export const QUIET = 'theme:light';

/** More series than colours cannot be told apart. */
export const MOST_SERIES = SERIES.length;
/** The widest bar. */
export const WIDEST_BAR = 40;
/** Between what is drawn and its label. */
export const GAP = 3;
/** White between parts of a whole. */
export const PART = { stroke: 'theme:white', strokeWidth: 0.7 } as const;
/** The smallest letters of a chart in print. */
const LEAST_SIZE = 8;
const POINTS_PER_MM = 72 / 25.4;
/** What rounding and estimated widths may add to a drawing. */
const SPARE = 2;

/** The colour that a series has in all charts of the publication, by its name. */
type ColourIndexes = Map<string, number>;

export class Look {
  /** Of the page's text. */
  readonly width: number;
  readonly size: number;
  readonly leading: number;
  readonly #indexes: ColourIndexes;

  constructor({ page, styles }: Pick<Theme, 'page' | 'styles'>, indexes: ColourIndexes) {
    this.width = Math.floor((page.width - page.left - page.right) * POINTS_PER_MM) - SPARE;
    this.size = styles.chart.size;
    this.leading = styles.chart.leading;
    this.#indexes = indexes;
  }

  /** The size below which letters are not set, for where they are many. */
  get smaller(): number {
    return Math.min(this.size, LEAST_SIZE);
  }

  /** Inks by the ids of series: a name has one colour in the whole publication, where another one of the chart has it not. */
  inksOf(series: readonly Member[]): ReadonlyMap<string, Ink> {
    const taken = new Set<number>();
    const indexes = new Map<string, number>();
    for (const { label } of series) {
      const known = this.#indexes.get(label);
      if (known === undefined || taken.has(known)) continue;
      taken.add(known);
      indexes.set(label, known);
    }
    for (const { label } of series) {
      if (indexes.has(label)) continue;
      const free = SERIES.findIndex((_, index) => !taken.has(index));
      taken.add(free);
      indexes.set(label, free);
      if (!this.#indexes.has(label)) this.#indexes.set(label, free);
    }
    return new Map(
      series.map(({ id, label, own }) => [id, own ? OWN : (SERIES[indexes.get(label) ?? 0] ?? OWN)]),
    );
  }

  widthOf(text: string, bold = false): number {
    return widthOf(text, this.size, bold);
  }

  widest(texts: readonly string[], bold = false): number {
    return widest(texts, this.size, bold);
  }
}

/** A scale's ends and its steps, in figures that are easy to read. `least` and `most` may be alike. */
export function easyScale(
  least: number,
  most: number,
  steps = 4,
): { readonly ends: readonly [number, number]; readonly ticks: readonly number[] } {
  const [low, high] = least === most ? [Math.min(0, least), Math.max(0, most) || 1] : [least, most];
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((one) => one * power >= rough) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) =>
    Number(((from + index) * step).toPrecision(12)),
  );
  return { ends: [ticks[0] ?? low, ticks.at(-1) ?? high], ticks };
}
