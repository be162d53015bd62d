// The look of a cell -> a style of exceljs.
import type { Border, Font, Style } from 'exceljs';
import { type Colours, type Edge, type Face, type Look, SIDES } from '../../sheet/cell-look.ts';

/** Installed wherever Korean Office is. */
const TYPE = '맑은 고딕';

/** ARGB from #RRGGBB. */
function argb(rgb: string): string {
  return `FF${rgb.slice(1).toUpperCase()}`;
}

export function font({ size, bold, colour, underlined, raised }: Face): Partial<Font> {
  return {
    name: TYPE,
    family: 2,
    charset: 129,
    size,
    bold,
    color: { argb: argb(colour) },
    ...(underlined && { underline: true }),
    ...(raised && { vertAlign: 'superscript' as const }),
  };
}

/**
 * Styles for the cells of a workbook, one object a look: exceljs compares whole styles only where the objects differ, and that is most of
 * its time.
 */
export class CellStyles {
  readonly #colours: Colours;
  readonly #made = new Map<string, Partial<Style>>();

  constructor(colours: Colours) {
    this.#colours = colours;
  }

  /** Not to be changed: other cells have it too. */
  of(look: Look): Partial<Style> {
    const key = JSON.stringify(look);
    const style = this.#made.get(key) ?? this.#styleOf(look);
    this.#made.set(key, style);
    return style;
  }

  #styleOf({ face, align, indent, wrap, fill, edges, format }: Look): Partial<Style> {
    return {
      font: font(face),
      alignment: {
        horizontal: align,
        vertical: 'middle',
        ...(indent > 0 && { indent }),
        wrapText: wrap,
      },
      border: Object.fromEntries(
        SIDES.flatMap((side) => {
          const edge = edges[side];
          return edge === 'none' ? [] : [[side, this.#rule(edge)]];
        }),
      ),
      ...(fill !== undefined && {
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } },
      }),
      ...(format !== 'General' && { numFmt: format }),
    };
  }

  #rule(style: Exclude<Edge, 'none'>): Partial<Border> {
    const { main, rule } = this.#colours;
    return { style, color: { argb: argb(style === 'medium' ? main : rule) } };
  }
}
