// A figure's cell of a workbook that is read back -> what stands there, and whether it is what was written.
import type { Figure, Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { shownValue } from '../figure/show.ts';
import { isCompared } from '../plan/comparison.ts';
import { type PlainCell, textOf } from '../spreadsheet/spreadsheet.ts';
import { typedNumber, valueText } from './typed-value.ts';
import type { CellSpot, OriginFigure } from './workbook-origin.ts';

/** What an edition may set: not the earlier values beside which a comparison puts the present ones. */
export function isTyped({ kind, address }: OriginFigure): boolean {
  return kind === 'input' && !isCompared(address);
}

export function cellAt({ sheet, row, column }: CellSpot): PlainCell | undefined {
  return sheet.rows.get(row)?.get(column);
}

/** What the hidden sheet would keep of the figure today. */
export function exportedForm(figure: Figure): string {
  const shown = shownValue(figure);
  if (shown.kind === 'missing') return '';
  return shown.kind === 'nil' ? '-' : valueText({ ...shown });
}

/** Nil is written as a 0 that shows as `-`. */
export function isNilAsZero(value: Value, before: Value): boolean {
  return (
    before.kind === 'nil' && (value.kind === 'missing' || (value.kind === 'quantity' && value.exact.n === 0n))
  );
}

/** Whether a cell shows the exported form: the same number in any spelling, nil as 0 or `-`. */
export function shows(value: NonNullable<PlainCell['value']>, exported: string): boolean {
  if (textOf(value) === exported) return true;
  const typed = typedNumber(value, { digits: 0, percentage: true });
  if (typed.kind === 'fault') return false;
  const expected = typedNumber(exported === '' ? undefined : { kind: 'text', text: exported }, {
    digits: 0,
    percentage: true,
  });
  if (expected.kind === 'fault') return false;
  return sameValue(typed.value, expected.value) || isNilAsZero(typed.value, expected.value);
}
