// Names of theme colours -> the operators that set them.
import type { Theme } from '../../../document/theme.ts';
import type { DrawItem } from '../type/drawing.ts';

/** What a colour is for: text is printed in black alone on a press, an outline belongs to what is filled. */
export type ColourUse = 'text' | 'fill' | 'stroke' | 'outline';

/** How one file sets colours. */
export interface ColourWriter {
  /** The operator with its operands; `size` of letters, or width of a line, in points. Throws on a name that is no colour. */
  operator(name: string, use: ColourUse, size?: number): string;
  /** Told of each item before it is drawn. */
  draws?(item: DrawItem): void;
  /** How wide a line is drawn, in points. */
  lineWidth(name: string, width: number): number;
}

/** A theme colour or its tint on white (`main 40%`), or `#RRGGBB`: its parts of red, green and blue, 0 to 255. */
export function screenColour(theme: Pick<Theme, 'colours'>, name: string): readonly number[] {
  const { base, part } = tintOf(name);
  const rgb = base.startsWith('#') ? base : theme.colours[base]?.rgb;
  const match = rgb === undefined ? null : /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(rgb);
  if (match === null) throw new Error(`unknown colour: ${name}`);
  const parts = match.slice(1).map((hex) => Number.parseInt(hex, 16));
  return part === 1 ? parts : parts.map((value) => Math.round(255 - (255 - value) * part));
}

/** A colour's name and how much of it is printed, from 0 to 1. */
export function tintOf(name: string): { readonly base: string; readonly part: number } {
  const match = /^(.+) ([\d.]+)%$/.exec(name);
  const [, base = name, percent = '100'] = match ?? [];
  return { base, part: Number(percent) / 100 };
}

/** sRGB, for files that are read on screens. */
export class ScreenColours implements ColourWriter {
  readonly #theme: Pick<Theme, 'colours'>;
  /** Each is worked out once a file. */
  readonly #known = new Map<string, string>();

  constructor(theme: Pick<Theme, 'colours'>) {
    this.#theme = theme;
  }

  operator(name: string, use: ColourUse): string {
    let channels = this.#known.get(name);
    if (channels === undefined) {
      channels = screenColour(this.#theme, name)
        .map((value) => Math.round((value / 255) * 1000) / 1000)
        .join(' ');
      this.#known.set(name, channels);
    }
    return `${channels} ${use === 'stroke' || use === 'outline' ? 'RG' : 'rg'}`;
  }

  lineWidth(_: string, width: number): number {
    return width;
  }
}
