// What sums were published as and what their parts come to now -> the cells 공시차이 beside them.
import type { SheetCell } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { Unit } from '../../figure/unit.ts';
import { cell, type Shape } from './sheet-cells.ts';

/** The figures of an edition as published, and with sums as their parts come to now. */
export interface Books {
  readonly published: FigureBook;
  readonly live: FigureBook;
}

/** What the columns are, for who wonders; below a table that has some. */
export const DIFFERENCE_NOTE = [
  {
    text: '※ 공시차이: 공시한 값에서 지금의 합계를 뺀 값입니다. 합계에 들지 않으므로 지워도 됩니다.',
    bold: false,
    raised: false,
  },
] as const;

/** Whether the two differ; nil counts as 0, and what is not known yet was not published. */
export function differs(address: Address | undefined, { published, live }: Books): boolean {
  if (address === undefined || published.get(address)?.effective.kind === 'missing') return false;
  const [stated, now] = [published, live].map((book) => {
    const value = book.get(address)?.effective;
    return value?.kind === 'quantity' ? value.exact : 0;
  });
  return stated === 0 ? now !== 0 && now?.equals(0) === false : stated?.equals(now ?? 0) === false;
}

/** Whether the figure was stated beside what it follows from, so that the two may differ. */
export function isStated(address: Address | undefined, { published }: Books): boolean {
  const figure = address === undefined ? undefined : published.get(address);
  return figure?.stated !== undefined && figure.definition.relation !== undefined;
}

/** Empty where there is nothing that could differ. */
export function difference(address: Address | undefined, books: Books, unit: Unit, shape: Shape): SheetCell {
  if (address === undefined || !(isStated(address, books) || differs(address, books)))
    return cell({ kind: 'empty' }, shape);
  return cell({ kind: 'difference', address, unit }, { align: 'right', ...shape });
}
