// Cells that hold what a task has more than its listed projects -> how much more or less was typed there.

import Fraction from 'fraction.js';
import type { SourceLocation } from '../../diagnostic.ts';
import { type Address, formOf, isOfProjects } from '../../figure/address.ts';
import { amountIn } from '../../figure/compute.ts';
import type { Figure, FigureBook, Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import type { TypedValue } from '../../plan/edition.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { Current } from './current.ts';
import { typedAt } from './figure-changes.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import { exportedValue, tellClash } from './merge-values.ts';
import { isUntouched, tellStale } from './since-export.ts';

export interface RestEdit {
  /** Of the whole. */
  readonly address: Address;
  /** In its unit. */
  readonly more: Fraction;
  readonly place: SourceLocation;
  readonly reason?: SourceText;
  /** What the cell was written with, and what was typed. */
  readonly before: TypedValue;
  readonly after: TypedValue;
}

/** Merged with what the plan has now. Rules: those of typed values, `merge-clash`, `stale-workbook`. */
export function restEdits(
  found: FoundCells,
  current: Pick<Current, 'plan' | 'book' | 'rateWords'>,
  faults: ImportFaults,
): readonly RestEdit[] {
  const { book } = current;
  return found.figures.flatMap((one): RestEdit[] => {
    const { origin, spot } = one;
    if (origin.kind !== 'rest') return [];
    const { address } = origin;
    const place = faults.at(spot);
    const whole = book.get(address);
    const base = whole && exportedValue(origin, whole.definition.unit);
    if (whole === undefined || base === undefined) {
      if (!isUntouched(one)) tellStale(address, place, faults);
      return [];
    }
    const after = typedAt(one, { ...whole, effective: base }, current, faults);
    if (after === undefined) return [];
    const { value: typed } = after;
    const now = restOf(whole, book);
    const amount = (value: Value) => (value.kind === 'quantity' ? value.exact : now.exact.mul(0));
    if (amount(typed).equals(now.exact)) return [];
    if (!amount(base).equals(now.exact) && !sameValue(base, now)) {
      tellClash({ base, typed, now }, one, whole.definition, undefined, faults);
      return [];
    }
    const more = amount(typed).sub(amount(base));
    return [{ address, more, place, before: { value: base, place }, after }];
  });
}

/** What the whole has now more than its projects together. */
function restOf({ definition, effective }: Figure, book: FigureBook): Value & { readonly kind: 'quantity' } {
  const { address, unit } = definition;
  const form = formOf(address);
  const parts = [...book.values()].filter(
    (figure) => form.kind === 'task' && isOfProjects(figure.definition.address, form.task, form.item),
  );
  const whole = amountIn(unit, { value: effective, unit }) ?? new Fraction(0);
  const rest = parts.reduce(
    (sum, figure) => sum.sub(amountIn(unit, { value: figure.effective, unit: figure.definition.unit }) ?? 0),
    whole,
  );
  // What was stated for the whole may be less than its projects have.
  const exact = rest.s < 0n ? new Fraction(0) : rest;
  return { kind: 'quantity', exact, digits: effective.kind === 'quantity' ? effective.digits : 0 };
}
