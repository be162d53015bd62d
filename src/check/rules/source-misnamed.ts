// source-misnamed: an amount that the projects name after one source and the task's sheet after another.

import { sourceLabels } from '../../plan/office.ts';
import { print } from '../relations/wording.ts';
import type { Rule } from '../rule.ts';

export const sourceMisnamed: Rule = {
  title: '세부사업의 재원은 실천과제의 재원별 합계와 이름이 맞아야 합니다.',
  reason: '금액이 맞아도 재원의 이름이 바뀌면 국비와 시비의 합계가 모두 틀립니다.',
  severity: 'error',
  *find({ audit, labels, plan }) {
    const labelled = sourceLabels(plan.office, plan.labels);
    for (const { amount, named, meant, sums, cause } of audit.misnamed) {
      const figure = audit.evidence.book.get(amount);
      if (figure === undefined) continue;
      const names = { named: labelled[named] ?? named, meant: labelled[meant] ?? meant };
      const figures = sums.flatMap((sum) => audit.evidence.book.get(sum) ?? []);
      yield {
        subject: amount,
        message: `${labels(amount)} ${print(figure)}: 과제의 재원별 합계로 보면 ${names.named}가 아니라 ${names.meant}입니다.`,
        place: figure.definition.place,
        related: figures.map((sum) => ({
          place: sum.definition.place,
          note: `${labels(sum.definition.address)}: ${print(sum)}`,
        })),
        stated: names.named,
        computed: names.meant,
        formula: `${plan.programme.sources.map((source) => labelled[source]).join('·')}별 세부사업의 합계 = 과제의 추진계획`,
        remedy: `세부사업의 ${names.named}를 ${names.meant}로 고치면 재원별 합계가 모두 맞습니다.`,
        cause,
      };
    }
  },
};
