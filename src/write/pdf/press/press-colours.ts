// Names of theme colours -> inks of the press by the theme's own values, and a record of what each page takes.
import type { Theme } from '../../../document/theme.ts';
import { type ColourUse, type ColourWriter, screenColour, tintOf } from '../file/colours.ts';
import type { DrawItem } from '../type/drawing.ts';
import { HeavyGrounds } from './heavy-grounds.ts';
import {
  type Inks,
  isBlack,
  KNOCK_OUT,
  letterInks,
  lineInks,
  lineWidth,
  OVERPRINT,
  tintInks,
} from './press-inks.ts';

export class PressColours implements ColourWriter {
  /** Colours that have no inks: neither of the theme nor grey. */
  readonly unknown = new Set<string>();
  readonly #theme: Pick<Theme, 'colours'>;
  readonly #own: ReadonlyMap<string, Inks>;
  #page: Inks[] = [];
  readonly #grounds = new HeavyGrounds();
  #isHeavy = false;

  /** `own`: inks by colour name that stand in place of the theme's. */
  constructor(theme: Pick<Theme, 'colours'>, own: ReadonlyMap<string, Inks>) {
    this.#theme = theme;
    this.#own = own;
  }

  draws(item: DrawItem): void {
    this.#isHeavy = this.#grounds.lies(item, (fill) => this.inksOf(fill, 'fill'));
  }

  operator(name: string, use: ColourUse, size = 0): string {
    const [cyan, magenta, yellow, black] = this.inksOf(name, use, size);
    const inks: Inks = [tenths(cyan), tenths(magenta), tenths(yellow), tenths(black)];
    this.#page.push(inks);
    const operands = inks.map((ink) => String(Math.round(ink * 10) / 1000)).join(' ');
    const paint = `${operands} ${use === 'stroke' || use === 'outline' ? 'K' : 'k'}`;
    // An outline is painted with its ground, which is not printed over anything.
    if (use === 'outline') return paint;
    const isOver = use !== 'fill' && isBlack(inks) && !this.#isHeavy;
    return `/${isOver ? OVERPRINT : KNOCK_OUT} gs ${paint}`;
  }

  lineWidth(name: string, width: number): number {
    return lineWidth(this.#inks(name), width);
  }

  /** The inks of a colour; `size` of letters, or width of a line, in points. */
  inksOf(name: string, use: ColourUse, size = 0): Inks {
    const inks = this.#inks(name);
    switch (use) {
      case 'text':
        return letterInks(inks, size);
      case 'fill':
        return tintInks(inks);
      default:
        return lineInks(inks, size);
    }
  }

  /** The inks since it was last asked, for one page. */
  takePage(): readonly Inks[] {
    const page = this.#page;
    this.#page = [];
    this.#grounds.clear();
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
