// A text of a budget line -> whether it says that the line is a sum.
import { type BudgetWords, bareLabel } from '../../../plan/budget-words.ts';

/** 소계, [소 계], 소·계, 복지과 합계, 총계(국비) … */
export function isSumText(text: string, { sums, sumEndings }: BudgetWords): boolean {
  const bare = bareLabel(text).replaceAll(/[^가-힣a-z]/g, '');
  return bare !== '' && (sums.has(bare) || sumEndings.some((ending) => bare.endsWith(ending)));
}
