// The figures of an edition -> the tasks' targets and amounts that its changes brought below 0.
import type { Diagnostic } from '../../diagnostic.ts';
import { taskAddress } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { showValue } from '../../figure/show.ts';
import { figureLabel } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';

/**
 * Rule `below-zero`, a warning: a stated sum keeps its difference to its projects, and so falls below 0 when more leaves them than it said that
 * they have.
 */
export function belowZero(plan: Plan, book: FigureBook): readonly Diagnostic[] {
  const kinds = [
    ['target'],
    ...plan.programme.targets.map(({ id }) => ['targets', id]),
    ...['total', ...plan.programme.sources].map((kind) => ['funding', kind]),
  ];
  return tasksOf(plan.programme).flatMap(({ id }) =>
    kinds.flatMap((path): Diagnostic[] => {
      const figure = book.get(taskAddress(id, ...path));
      const value = figure?.effective;
      if (figure === undefined || value?.kind !== 'quantity' || value.exact.s >= 0n || value.exact.n === 0n)
        return [];
      const { address, unit, place } = figure.definition;
      return [
        {
          rule: 'below-zero',
          subject: address,
          severity: 'warning',
          message: `변경을 따라간 합계가 0보다 작습니다: ${figureLabel(address, plan)} ${showValue(value, value.digits)}${unit.label}`,
          expected:
            '0 이상의 합계. 당초에 적은 합계가 세부사업의 합과 다르면 iljari check --rule sum-mismatch가 보이는 대로 먼저 처리합니다.',
          place,
        },
      ];
    }),
  );
}
