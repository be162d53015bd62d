// Rows whose names stand under each other's ids -> said: they were sorted without the hidden column.
import type { ImportFaults } from '../import-faults.ts';
import { type FormRow, sameWords } from './form-rows.ts';

/** Rule `ids-out-of-order`. */
export function tellSorted(rows: readonly FormRow[], faults: ImportFaults): void {
  const titles = rows.flatMap((row) => (row.id === undefined ? [] : [row.at('title')]));
  for (const { text, base, place } of titles)
    if (!sameWords(text, base) && titles.some((one) => sameWords(one.base, text)))
      faults.add({
        rule: 'ids-out-of-order',
        place,
        message: `다른 행의 이름이 적혀 있어 어느 것인지 알 수 없습니다: ${base} → ${text}`,
        expected: '숨은 A열까지 함께 정렬한 통합문서',
      });
}
