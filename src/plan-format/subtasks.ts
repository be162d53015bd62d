// The subtasks of a task as typed, and what its projects say of them -> the subtasks, each id once.
import { isId } from '../figure/address.ts';
import type { Subtask } from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { placedName } from './placed-name.ts';
import type { ProjectShape, SubtaskShape } from './task-shape.ts';

/** Rules `duplicate-id`, `duplicate-name`, `unknown-id`, `missing-key`. */
export function readSubtasks(
  typed: readonly SubtaskShape[] = [],
  projects: readonly ProjectShape[],
  faults: Faults,
): readonly Subtask[] {
  const subtasks: Subtask[] = [];
  for (const { id, name, published } of typed) {
    const twin = subtasks.find((one) => one.id === id.text);
    const namesake = subtasks.find((one) => one.name.canonical.text === name.text);
    const first = twin?.place ?? namesake?.name.canonical.place;
    if (first !== undefined)
      faults.add({
        rule: twin === undefined ? 'duplicate-name' : 'duplicate-id',
        place: twin === undefined ? name.place : id.place,
        message: `${twin === undefined ? '이름이 같은' : '같은'} 세부과제가 두 번 나옵니다: ${(twin === undefined ? name : id).text}`,
        expected: `한 과제 안에서는 서로 다른 ${twin === undefined ? '이름' : 'id'}`,
        related: [{ place: first, note: '먼저 나온 곳' }],
      });
    if (twin === undefined && isId(id.text))
      subtasks.push({ id: id.text, name: placedName(name, published), place: id.place });
  }
  for (const { id, subtask } of projects) {
    if (subtask !== undefined) checkSubtask(subtask, subtasks, faults);
    else if (typed.length > 0)
      faults.add({
        rule: 'missing-key',
        severity: 'warning',
        place: id.place,
        message: `세부과제가 있는 과제인데 어느 세부과제에도 들지 않은 세부사업입니다: ${id.text}`,
        expected: `subtask: ${subtasks.map((one) => one.id).join(', ')} 가운데 하나`,
      });
  }
  for (const { id, place } of subtasks)
    if (projects.every(({ subtask }) => subtask?.text !== id))
      faults.add({
        rule: 'missing-key',
        severity: 'warning',
        place,
        message: `세부사업이 없는 세부과제라 찍지 않습니다: ${id}`,
        expected: `세부사업의 subtask: ${id}`,
      });
  return subtasks;
}

/** Rule `unknown-id`. */
export function checkSubtask(
  { text, place }: Pick<Scalar, 'text' | 'place'>,
  subtasks: readonly Subtask[],
  faults: Faults,
): void {
  if (subtasks.some(({ id }) => id === text)) return;
  const known = subtasks.map(({ id }) => id);
  faults.add({
    rule: 'unknown-id',
    place,
    message: `과제의 subtasks에 없는 세부과제입니다: ${text}`,
    expected: didYouMean(text, known, known.join(', ') || 'subtasks: [{ id: …, name: … }]'),
  });
}
