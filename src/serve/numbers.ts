// A plan's figures in two of its editions -> the totals that every screen shows.

import { addressOf } from '../figure/address.ts';
import { valueIn, valueWords } from '../figure/show.ts';
import { columnUnit } from '../plan/column-unit.ts';
import { amountChange } from '../revise/compare/change-rows.ts';
import type { Total } from './api.ts';
import type { EditionLook } from './look.ts';

const TOTALS = [
  { label: '총계 목표', path: ['strategies', 'all', 'target'] },
  { label: '총계 예산', path: ['strategies', 'all', 'funding', 'total'] },
] as const;

/** `before`: the edition that it is compared with; none for the first. */
export function totalsOf({ book }: EditionLook, before: EditionLook | undefined): readonly Total[] {
  return TOTALS.flatMap(({ label, path }): readonly Total[] => {
    const address = addressOf(...path);
    const figure = book.get(address);
    if (figure === undefined) return [];
    const own = figure.definition.unit;
    const unit = columnUnit(address, own);
    const value = valueIn(figure.effective, own, unit);
    const earlier = before?.book.get(address)?.effective;
    const change = earlier && signed(amountChange(valueIn(earlier, own, unit), value));
    return [{ label, value: valueWords(value), unit: unit.label, ...(change !== undefined && { change }) }];
  });
}

/** `+35`, `△1,200`, `0`; undefined where nothing is known. */
export function signed(change: string): string | undefined {
  if (change === '') return undefined;
  return /^\d/.test(change) && /[1-9]/.test(change) ? `+${change}` : change;
}
