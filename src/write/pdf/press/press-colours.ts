// Names of theme colours -> inks of the press by the theme's own values, and a record of what each page takes.
import { textInks } from '../../../document/contrast.ts';
import type { Theme } from '../../../document/theme.ts';
import { type ColourUse, type ColourWriter, screenColour, tintOf } from '../file/colours.ts';

/** Percents of cyan, magenta, yellow and black. */
export type Inks = readonly [number, number, number, number];

export class PressColours implements ColourWriter {
  /** Colours that have no inks: neither of the theme nor grey. */
  readonly unknown = new Set<string>();
  readonly #theme: Pick<Theme, 'colours'>;
  readonly #own: ReadonlyMap<string, Inks>;
  #page: Inks[] = [];

  /** `own`: inks by colour name that stand in place of the theme's. */
  constructor(theme: Pick<Theme, 'colours'>, own: ReadonlyMap<string, Inks>) {
    this.#theme = theme;
    this.#own = own;
  }

  operator(name: string, use: ColourUse): string {
    const [cyan, magenta, yellow, black] = this.inksOf(name, use);
    const inks: Inks = [tenths(cyan), tenths(magenta), tenths(yellow), tenths(black)];
    this.#page.push(inks);
    const operands = inks.map((ink) => String(Math.round(ink * 10) / 1000)).join(' ');
    return `${operands} ${use === 'stroke' ? 'K' : 'k'}`;
  }

  /** The inks of a colour. */
  inksOf(name: string, use: ColourUse): Inks {
    const inks = this.#inks(name);
    return use === 'text' ? textInks(inks) : inks;
  }

  /** The inks since it was last asked, for one page. */
  takePage(): readonly Inks[] {
    const page = this.#page;
    this.#page = [];
    return page;
  }

  #inks(name: string): Inks {
    const { base, part } = tintOf(name);
    const inks = this.#own.get(base) ?? this.#theme.colours[base]?.cmyk ?? this.#grey(base);
    const [cyan, magenta, yellow, black] = inks;
    return [cyan * part, magenta * part, yellow * part, black * part];
  }

  #grey(name: string): Inks {
    const [red = 0, green = 0, blue = 0] = screenColour(this.#theme, name);
    if (red !== green || green !== blue) this.unknown.add(name);
    return [0, 0, 0, Math.round((1 - red / 255) * 100)];
  }
}

/** A percent as files have it. */
function tenths(percent: number): number {
  return Math.round(percent * 10) / 10;
}

/** Percent of all inks together. */
export function inkSum(inks: Inks): number {
  return inks.reduce((sum, ink) => sum + ink, 0);
}
