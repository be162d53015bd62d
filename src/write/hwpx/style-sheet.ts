// A theme -> named styles that an official finds in the list of 한글, and the looks that depart from them.
import type { BorderLook, CharacterLook, ParagraphLook } from '../../document/hwpx-map.ts';
import { type HwpxStyle, OUTLINE, STYLE_NAMES } from '../../document/hwpx-styles.ts';
import type { TextStyle, Theme } from '../../document/theme.ts';
import { screenColour } from '../pdf/file/colours.ts';
import { Looks } from './looks.ts';
import { mm } from './units.ts';

/** Of a table's own paragraph: as low as a line can be. */
const HOLDER_SIZE = 1;

/** How a run departs from its style. */
export interface RunVariation {
  readonly bold?: boolean;
  /** A theme colour's name. */
  readonly colour?: string;
  readonly shade?: string;
  readonly raised?: boolean;
  readonly underlined?: boolean;
}

export class StyleSheet {
  readonly looks = new Looks();
  readonly theme: Theme;
  readonly #ids = new Map<HwpxStyle, number>();
  /** Each is worked out once a file. */
  readonly #letters = new Map<string, number>();
  readonly #holder: number;

  constructor(theme: Theme) {
    this.theme = theme;
    const plain = theme.styles.paragraph;
    const paragraph = this.paragraph(plain, { before: 0, after: 0 });
    this.looks.style('바탕글', 'Normal', paragraph, this.character(plain));
    for (const [name, korean] of Object.entries(STYLE_NAMES) as [HwpxStyle, string][]) {
      const style = theme.styles[name];
      const outline = OUTLINE[name];
      const look = this.paragraph(style, outline === undefined ? {} : { outline });
      this.#ids.set(name, this.looks.style(korean, name, look, this.character(style)));
    }
    this.#holder = this.character({ ...plain, size: HOLDER_SIZE });
  }

  /** The id of a named style. */
  style(name: HwpxStyle): number {
    return this.#ids.get(name) ?? 0;
  }

  /** The id of what holds a table or a picture. */
  get holder(): number {
    return this.#holder;
  }

  /** The id of a style's letters. */
  character(style: TextStyle, variation: RunVariation = {}): number {
    const { bold, colour = style.colour, shade, raised, underlined } = variation;
    const key = [style.size, style.weight, bold, colour, shade, raised, underlined].join();
    const known = this.#letters.get(key);
    if (known !== undefined) return known;
    const id = this.looks.character(this.letters(style, variation));
    this.#letters.set(key, id);
    return id;
  }

  letters(style: TextStyle, variation: RunVariation = {}): CharacterLook {
    const { bold = false, colour = style.colour, shade, raised = false, underlined = false } = variation;
    return {
      size: style.size,
      bold: bold || style.weight !== 'regular',
      colour: this.colour(colour),
      ...(shade !== undefined && { shade: this.colour(shade) }),
      spacing: Math.round(this.theme.letterSpacing * 100),
      raised,
      underlined,
    };
  }

  /** The id of a style's paragraphs; lengths of `more` in HWPUNIT. */
  paragraph(style: TextStyle, more: Partial<ParagraphLook> = {}): number {
    return this.looks.paragraph(this.lookOf(style, more));
  }

  lookOf(style: TextStyle, more: Partial<ParagraphLook> = {}): ParagraphLook {
    return {
      align: style.align,
      left: mm(style.indent),
      hang: 0,
      before: mm(style.before),
      after: mm(style.after),
      line: Math.round((style.leading / style.size) * 100),
      ...more,
    };
  }

  /** `#RRGGBB` of a theme colour or its tint. */
  colour(name: string): string {
    const parts = screenColour(this.theme, name).map((part) => part.toString(16).padStart(2, '0'));
    return `#${parts.join('').toUpperCase()}`;
  }

  /** A rule all around, and the ground within. */
  frame(colour: string, points: number, fill?: string, dashed = false): BorderLook {
    const side = { width: points, colour: this.colour(colour), dashed };
    return {
      left: side,
      right: side,
      top: side,
      bottom: side,
      ...(fill !== undefined && { fill: this.colour(fill) }),
    };
  }
}
