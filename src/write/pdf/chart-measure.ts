// The document's fonts -> the widths of a chart's texts.
import type { Theme } from '../../document/theme.ts';
import type { MeasureText } from './chart.ts';
import { Typeface } from './face.ts';
import { Typesetter } from './typesetter.ts';

/** Measures plain text as the page sets it. Charts have no notes. */
export function measureIn(fonts: ReadonlyMap<string, Uint8Array>, theme: Theme): MeasureText {
  const typesetter = new Typesetter(new Typeface(fonts), theme, () => {
    throw new Error('a chart refers to no note');
  });
  return (text, size, bold) => typesetter.width(text, size, bold ? 'bold' : 'regular');
}
