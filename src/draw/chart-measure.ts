// The document's fonts -> the widths of a chart's texts.
import type { Theme } from '../document/theme.ts';
import { Typeface } from '../document/typeface.ts';
import type { MeasureText } from './draw-chart.ts';

/** Measures plain text as the page sets it. */
export function measureIn(fonts: ReadonlyMap<string, Uint8Array>, theme: Theme): MeasureText {
  const typeface = new Typeface(fonts);
  return (text, size, bold) => typeface.width(text, size, bold ? 'bold' : 'regular', theme.letterSpacing);
}
