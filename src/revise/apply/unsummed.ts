// Projects that come and go -> what is told of tasks whose amounts do not follow from their projects.
import { korean } from '../../diagnostic/particle.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { type Address, projectAddress, taskAddress } from '../../figure/address.ts';
import type { FigureDefinition, Value } from '../../figure/figure.ts';
import { operandsOf } from '../../figure/relation.ts';
import type { AddChange, Edition, EndChange, MoveChange } from '../../plan/edition.ts';
import { figureLabel } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';

/**
 * A task's target or amount that is no sum over its projects stays as it is when one comes or goes (`unsummed-task`, a
 * warning), unless the same edition sets it.
 */
export function unsummedTasks(
  edition: Edition,
  change: AddChange | EndChange | MoveChange,
  plan: Plan,
  definitions: ReadonlyMap<Address, FigureDefinition>,
  current: (address: Address) => Value,
): readonly Diagnostic[] {
  const { sources, targets, years } = plan.programme;
  const set = new Set(edition.changes.flatMap((one) => (one.kind === 'set' ? [one.address] : [])));
  const places = change.kind === 'move' ? [change, change.to] : [change];
  const kinds = ['total', ...sources];
  return places.flatMap(({ task, project }) =>
    [
      ['target'],
      ...targets.map(({ id }) => ['targets', id]),
      ...kinds.map((kind) => ['funding', kind]),
      ...years.flatMap((year) => kinds.map((kind) => ['yearly', String(year), kind])),
    ].flatMap((path): Diagnostic[] => {
      const own = definitions.get(projectAddress({ task, project }, ...path));
      const whole = definitions.get(taskAddress(task, ...path));
      if (own === undefined || whole === undefined || set.has(whole.address)) return [];
      // A total without sources is in a task's total only where each of its projects has amounts.
      const isSummed =
        whole.relation !== undefined &&
        (path.at(-1) !== 'total' || operandsOf(whole.relation).includes(own.address));
      if (own.relation !== undefined || isSummed || current(own.address).kind !== 'quantity') return [];
      return [
        {
          rule: 'unsummed-task',
          subject: `${whole.address} in edition ${edition.number}`,
          severity: 'warning',
          message: korean`${figureLabel(whole.address, plan)}은(는) 세부사업의 합이 아니어서 저절로 바뀌지 않습니다.`,
          expected:
            whole.relation === undefined
              ? `바뀐다면 { set: ${whole.address}, before: …, after: … }`
              : '재원별로 나누어 적은 금액',
          place: change.place,
          related: [{ place: whole.place, note: '과제에 적은 값' }],
        },
      ];
    }),
  );
}
