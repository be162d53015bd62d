// Looks as the writer says them -> one line each, in the units of a file for 한글; what the proof's reader makes of a header is written the same way.
import type { BorderLook, CharacterLook, ParagraphLook, Side } from '../../document/hwpx-map.ts';
import type { TextStyle, Theme } from '../../document/theme.ts';

/** HWPUNIT of a millimetre. */
const UNITS = 7200 / 25.4;
/** Widths of rules by their names, in mm. */
const RULES = [0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 1, 1.5, 2, 3, 4, 5];
const TINT = /^(.+) ([\d.]+)%$/;

export function units(mm: number): number {
  return Math.round(mm * UNITS);
}

/** `#RRGGBB` of a theme's colour or of so much of it on white. */
export function hexOf({ colours }: Pick<Theme, 'colours'>, name: string): string {
  const [, base = name, percent = '100'] = TINT.exec(name) ?? [];
  const rgb = base.startsWith('#') ? base : (colours[base]?.rgb ?? '');
  const parts = rgb.match(/[0-9a-f]{2}/gi) ?? [];
  const tinted = parts.map((part) =>
    Math.round(255 - ((255 - Number.parseInt(part, 16)) * Number(percent)) / 100),
  );
  return `#${tinted.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

export function lettersLine({
  size,
  bold,
  colour,
  shade,
  spacing,
  raised,
  underlined,
}: CharacterLook): string {
  const signs = [bold && 'bold', raised && 'raised', underlined && 'underlined'].filter(Boolean);
  return [Math.round(size * 100), colour, shade ?? 'none', spacing, ...signs].join(' ');
}

export function ruleWidth(points: number): string {
  const mm = (points * 25.4) / 72;
  const [nearest = 0] = RULES.toSorted((a, b) => Math.abs(a - mm) - Math.abs(b - mm));
  return nearest < 1 ? `${nearest} mm` : `${nearest.toFixed(1)} mm`;
}

export function borderLine({ left, right, top, bottom, fill }: BorderLook): string {
  const side = (one: Side | undefined) =>
    one === undefined ? 'NONE' : `${one.dashed ? 'DASH' : 'SOLID'} ${ruleWidth(one.width)} ${one.colour}`;
  return [...[left, right, top, bottom].map(side), fill ?? 'none'].join(', ');
}

export function paragraphLine(look: ParagraphLook): string {
  const {
    align,
    left,
    hang,
    right = 0,
    before,
    after,
    line,
    keepWithNext,
    outline,
    border = {},
    inset,
    tab,
  } = look;
  return [
    ...[align, left, -hang, right, before, after, line],
    keepWithNext ? 'keep' : '',
    outline ?? '',
    borderLine(border),
    ...[inset?.top ?? 0, inset?.bottom ?? 0],
    tab === undefined ? '' : `${tab.at}${tab.dots ? '…' : ''}`,
  ].join('|');
}

/** How a theme's style sets letters and paragraphs, where nothing departs from it. */
export function styleLook(
  { letterSpacing, colours }: Theme,
  style: TextStyle,
): { readonly letters: CharacterLook; readonly look: ParagraphLook } {
  const { size, weight, align, indent, before, after, leading } = style;
  return {
    letters: {
      size,
      bold: weight !== 'regular',
      colour: hexOf({ colours }, style.colour),
      spacing: Math.round(letterSpacing * 100),
    },
    look: {
      ...{ align, left: units(indent), hang: 0 },
      ...{ before: units(before), after: units(after), line: Math.round((leading / size) * 100) },
    },
  };
}
