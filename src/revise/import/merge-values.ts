// What a cell was written with, what was typed, what the plan has now -> whether that is a change, and of what.
import type { Figure, FigureDefinition, Value } from '../../figure/figure.ts';
import { exactDigits, parseQuantity } from '../../figure/quantity.ts';
import { shownValue, showValue } from '../../figure/show.ts';
import { sameScale, type Unit } from '../../figure/unit.ts';
import type { ImportFaults } from './import-faults.ts';
import type { CellSpot, OriginFigure } from './workbook-origin.ts';

/**
 * Of three: nobody touched the cell; it changes what is there; what was typed is there already; or somebody else has changed it
 * otherwise since.
 */
type Merge = 'untouched' | 'changed' | 'there' | 'clash';

export function mergeOf<Kind>(
  { base, typed, now }: { readonly base: Kind; readonly typed: Kind; readonly now: Kind },
  same: (a: Kind, b: Kind) => boolean,
): Merge {
  if (same(typed, base)) return 'untouched';
  if (same(typed, now)) return 'there';
  return same(base, now) ? 'changed' : 'clash';
}

/** What the cell was written with, in the figure's own unit; undefined where words stand for the figure. */
export function exportedValue({ exported, unit }: OriginFigure, own: Unit): Value | undefined {
  if (exported === '') return { kind: 'missing' };
  if (exported === '-') return { kind: 'nil' };
  const value = parseQuantity(exported);
  return value && inUnit(value, unit ?? own, own);
}

/** A number of one unit in another of the same dimension, exact. */
function inUnit(value: Value, from: Unit, to: Unit): Value {
  if (value.kind !== 'quantity' || sameScale(from, to)) return value;
  const exact = value.exact.mul(from.scale).div(to.scale);
  // No more decimals than the number needs.
  return { ...value, exact, digits: exactDigits(exact) ?? value.digits };
}

/** The value as print and workbook agree on it. */
export function shownNow(figure: Figure): Value {
  const { kind } = figure.effective;
  return kind === 'quantity' ? { ...figure.effective, ...shownValue(figure) } : figure.effective;
}

/** Tells (`merge-clash`) all three values, in what the column is in. */
export function tellClash(
  { base, typed, now }: { readonly base: Value; readonly typed: Value; readonly now: Value },
  { origin, spot }: { readonly origin: OriginFigure; readonly spot: CellSpot },
  { unit, place }: FigureDefinition,
  why: string | undefined,
  faults: ImportFaults,
): void {
  const column = origin.unit ?? unit;
  const shown = (value: Value) => {
    const here = inUnit(value, unit, column);
    if (here.kind === 'missing') return '빈칸';
    return here.kind === 'nil' ? '-' : showValue(here, here.digits) + column.label;
  };
  faults.add({
    rule: 'merge-clash',
    place: faults.at(spot),
    message: clashMessage(shown(base), shown(typed), shown(now), why),
    expected: clashExpected(shown(now), why),
    related: [{ place, note: '지금 값' }],
  });
}

export function clashMessage(base: string, typed: string, now: string, why: string | undefined): string {
  return `통합문서를 만든 뒤에 ${why ?? '다른 판에서 바뀐 칸입니다'}. 통합문서를 만들 때 ${base}, 적은 값 ${typed}, 지금 값 ${now}`;
}

export function clashExpected(now: string, why: string | undefined): string {
  return why === undefined
    ? `지금 값을 두려면 ${now}, 다른 값으로 바꾸려면 지금 판으로 새로 만든 통합문서에 적은 값`
    : '통합문서를 만들 때의 값으로 되돌리고, 지금 판으로 새로 만든 통합문서에 적은 값';
}
