// Printed figures -> those whose characters, counted in the unit that they stand in, are not the value of the figure.
import type { Diagnostic } from '../diagnostic.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { parseQuantity, roundHalfUp } from '../figure/quantity.ts';
import { valueIn } from '../figure/show.ts';
import type { PdfFaults, ShownFigure } from './pdf-faults.ts';

/**
 * The number in print times its unit is the figure's value: 786 in a column of 천원 is no 786백만원. What was typed as published says
 * what it says, and stands for no value.
 */
export function proveFigures(
  faults: PdfFaults,
  book: FigureBook,
  printed: readonly ShownFigure[],
): readonly Diagnostic[] {
  return printed.flatMap((shown) => {
    const figure = book.get(shown.address);
    return figure === undefined || isRight(figure, shown) ? [] : [faults.otherValue(shown, figure)];
  });
}

function isRight(
  { definition, effective, changed }: Figure,
  { text, unit, typed, magnitude }: ShownFigure,
): boolean {
  if (typed === true || effective.kind !== 'quantity') return true;
  if (unit === undefined && definition.published !== undefined && !changed) return true;
  const value = valueIn(effective, definition.unit, unit ?? definition.unit);
  const number = numberIn(text);
  if (value.kind !== 'quantity') return false;
  const rounded = roundHalfUp(value.exact, value.digits);
  return number?.equals(magnitude === true ? rounded.abs() : rounded) === true;
}

/** The number that the characters spell; a unit may stand behind it. */
function numberIn(text: string) {
  const [whole = '', sign, digits = ''] = /^(△?)(\d[\d,]*(?:\.\d+)?)/u.exec(text) ?? [];
  if (/\d/u.test(text.slice(whole.length))) return undefined;
  return parseQuantity(`${sign === '△' ? '-' : ''}${digits.replaceAll(',', '')}`)?.exact;
}
