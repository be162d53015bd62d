// A figure in percent -> whether it is a part of a whole, by its labels, its relations and the values beside it.
import { type Address, addressOf } from '../figure/address.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { figureHome } from '../plan/figure-home.ts';
import type { Plan } from '../plan/plan.ts';
import { type RateKind, type RateWords, rateKindOf } from '../plan/rate-words.ts';
import { leafId, leavesOf } from '../plan/statistics-table.ts';

/** The labels of its row and column decide, then those of its table; without words, what stands in its row and column. */
export function rateKind(address: Address, plan: Plan, book: FigureBook, words: RateWords): RateKind {
  const own = book.get(address);
  if (own !== undefined && isFree(own)) return 'free';
  const home = figureHome(address, plan);
  if (home?.kind !== 'table') return 'unsure';
  const { table, row = [], column = [] } = home;
  const labels = [...row, ...column].map(({ label }) => label.text).join(' ');
  const named = rateKindOf(labels, words);
  if (named !== 'unsure') return named;
  const captioned = rateKindOf(table.caption?.text ?? '', words);
  if (captioned !== 'unsure') return captioned;
  const [, id = '', rowId = '', columnId = ''] = address.split('/');
  const beside = [
    ...leavesOf(table.rows).map((path) => [leafId(path), columnId]),
    ...leavesOf(table.columns).map((path) => [rowId, leafId(path)]),
  ].flatMap(([inRow = '', inColumn = '']) => {
    const figure = book.get(addressOf('tables', id, inRow, inColumn));
    return figure?.definition.unit.dimension === 'percent' ? [figure] : [];
  });
  return beside.some(isFree) ? 'free' : 'unsure';
}

/** It grew out of a comparison, or is more than all or less than nothing as it stands. */
function isFree({ definition: { relation }, effective }: Figure): boolean {
  if (relation?.kind === 'growth' || relation?.kind === 'difference' || relation?.kind === 'ratio')
    return true;
  return effective.kind === 'quantity' && !isShare(effective.exact);
}

/** Whether a number is one of a part of a whole, in percent. */
export function isShare(exact: { readonly s: bigint; compare(other: number): number }): boolean {
  return exact.s >= 0n && exact.compare(100) <= 0;
}
