// A figure's cell of a workbook that is read back -> what stands there, and whether it is what was written.
import type { Figure, Value } from '../../figure/figure.ts';
import { meantNumber } from '../../figure/meant-number.ts';
import { parseQuantity, sameValue } from '../../figure/quantity.ts';
import { shownValue } from '../../figure/show.ts';
import { isCompared } from '../../plan/comparison.ts';
import { type CellValue, type PlainCell, textOf } from '../../spreadsheet/spreadsheet.ts';
import { valueText } from '../apply/typed-value.ts';
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
export function shows(value: CellValue, exported: string): boolean {
  if (textOf(value) === exported) return true;
  const typed = spelt(value);
  const expected = exported === '' ? MISSING : spelt({ kind: 'text', text: exported });
  if (typed === undefined || expected === undefined) return false;
  return sameValue(typed, expected) || isNilAsZero(typed, expected);
}

const MISSING: Value = { kind: 'missing' };

/** The number that a cell shows, whatever it is of; undefined for words. */
export function spelt(cell: CellValue): Value | undefined {
  if (cell.kind === 'number') {
    const stored = parseQuantity(cell.text);
    if (stored === undefined || cell.form === 'date') return undefined;
    return cell.form === 'plain' ? stored : { ...stored, exact: stored.exact.mul(100) };
  }
  const text = textOf(cell);
  if (text === '') return MISSING;
  if (/^[-–−]$/.test(text.normalize('NFKC'))) return { kind: 'nil' };
  return cell.kind === 'text' ? parseQuantity(meantNumber(text) ?? '') : undefined;
}
