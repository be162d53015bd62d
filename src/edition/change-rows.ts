// The changes of an edition -> the rows of a table that shows them before they are written.
import type { Value } from '../figure/figure.ts';
import { showValue } from '../figure/show.ts';
import type { Change } from '../plan/edition.ts';
import { figureLabel } from '../plan/figure-name.ts';
import type { Plan } from '../plan/plan.ts';
import { FUNDING_SOURCES, tasksOf } from '../plan/programme.ts';

/** 구분, 대상, 변경 전, 변경 후, 증감, 사유 */
export const CHANGE_COLUMNS = ['구분', '대상', '변경 전', '변경 후', '증감', '사유'] as const;

export function changeRows(
  changes: readonly Change[],
  plan: Plan,
  reason: string | undefined,
): readonly (readonly string[])[] {
  const tasks = tasksOf(plan.programme);
  const taskName = (id: string) => tasks.find((task) => task.id === id)?.name.canonical.text ?? id;
  const nameOf = ({ task, project }: { readonly task: string; readonly project: string }) => {
    const found = tasks.find(({ id }) => id === task)?.projects.find(({ id }) => id === project);
    return `${taskName(task)} › ${found?.name.canonical.text ?? project}`;
  };
  const why = (change: Change) => change.reason?.text ?? reason ?? '';
  return changes.map((change) => {
    switch (change.kind) {
      case 'set': {
        const { before, after, address } = change;
        return [
          '변경',
          figureLabel(address, plan),
          shown(before.value),
          shown(after.value),
          difference(before.value, after.value),
          why(change),
        ];
      }
      case 'add': {
        const { funding } = change;
        const given = (['total', ...FUNDING_SOURCES] as const).flatMap((kind) => funding[kind]?.value ?? []);
        const sum = given.reduce<Value>(added, { kind: 'nil' });
        const target = change.target === undefined ? '' : ` 목표 ${shown(change.target.value)}`;
        return [
          '신규',
          `${taskName(change.task)} › ${change.name.text}${target}`,
          '-',
          shown(sum),
          shown(sum),
          why(change),
        ];
      }
      case 'end':
        return ['종료', nameOf(change), '', '', '', why(change)];
      case 'move':
        return ['이동', nameOf(change), taskName(change.task), taskName(change.to.task), '', why(change)];
      case 'text':
        return [
          '글',
          change.file,
          lastLine(change.before.text),
          lastLine(change.after.text),
          '',
          why(change),
        ];
    }
  });
}

function shown(value: Value): string {
  return value.kind === 'missing' ? '미정' : showValue(value, value.kind === 'quantity' ? value.digits : 0);
}

function added(sum: Value, value: Value): Value {
  if (value.kind !== 'quantity') return sum;
  if (sum.kind !== 'quantity') return value;
  return { ...value, exact: sum.exact.add(value.exact), digits: Math.max(sum.digits, value.digits) };
}

/** B - A: increases unsigned, decreases with △; from nothing 순증. */
function difference(before: Value, after: Value): string {
  if (before.kind === 'missing' || after.kind === 'missing') return '';
  if (before.kind === 'nil') return after.kind === 'quantity' ? '순증' : '';
  const to = after.kind === 'quantity' ? after : { ...before, exact: before.exact.mul(0) };
  return showValue({ ...to, exact: to.exact.sub(before.exact) }, Math.max(before.digits, to.digits));
}

function lastLine(text: string): string {
  return (text.split('\n').at(-1) ?? '').trim();
}
