// What can be typed only once it has its cells -> said where it is begun.
import type { ImportFaults } from '../import-faults.ts';
import type { FormCell } from './form-rows.ts';

/** Rule `next-form`. */
export function tellNextForm(
  { place }: Pick<FormCell, 'place'>,
  message: string,
  faults: ImportFaults,
): void {
  faults.add({
    rule: 'next-form',
    severity: 'information',
    place,
    message,
    expected: '넣은 뒤 iljari build --only form으로 다시 만든 plan.xlsx',
  });
}
