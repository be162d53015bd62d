// Totals that say no sources, in tasks whose sources were typed for all of their projects -> what is told where such a total changes or goes.

import { formOf, projectAddress, taskAddress } from '../../figure/address.ts';
import { operandsOf } from '../../figure/relation.ts';
import type { Change } from '../../plan/edition.ts';
import type { ProjectKey } from '../../plan/programme.ts';
import type { Current } from './current.ts';
import type { ImportFaults } from './import-faults.ts';

/**
 * Such a total is within the task's sources, nobody knows in which. The task stays as it is when it changes (a warning), and it cannot
 * go elsewhere, since it would be counted there as well (`not-importable`).
 */
export function tellWithinSources(
  changes: readonly Change[],
  { book }: Pick<Current, 'book'>,
  faults: ImportFaults,
): void {
  for (const change of changes) {
    if (change.kind === 'move' && isWithin(change, book))
      faults.add({
        rule: 'not-importable',
        place: change.place,
        message:
          '합계 하나로 적힌 세부사업이고 그 금액이 과제의 재원별 금액 가운데 어디에 들어 있는지 알 수 없어 옮길 수 없습니다.',
        expected: `계획 자료 tasks/${change.task}.yaml에서 합계를 재원별로 나누어 적은 뒤 옮깁니다.`,
      });
    const form = change.kind === 'set' ? formOf(change.address) : undefined;
    if (form?.kind === 'project' && form.item.join('/') === 'funding/total' && isWithin(form, book))
      faults.add({
        rule: 'not-importable',
        severity: 'warning',
        place: change.place,
        message:
          '합계 하나로 적힌 세부사업이고 과제는 재원별 금액을 더하므로, 이 금액을 고쳐도 과제와 전체의 합계는 그대로입니다.',
        expected: '과제의 금액도 바뀌면 그 과제의 다른 행에서 재원별로 고칩니다.',
      });
  }
}

function isWithin(key: ProjectKey, book: Current['book']): boolean {
  const own = book.get(projectAddress(key, 'funding', 'total'));
  const whole = book.get(taskAddress(key.task, 'funding', 'total'))?.definition.relation;
  if (own === undefined || own.effective.kind !== 'quantity' || own.definition.relation !== undefined)
    return false;
  return whole !== undefined && !operandsOf(whole).includes(own.definition.address);
}
