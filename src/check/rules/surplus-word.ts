// surplus-word: 과잉 or 부족 in a row, against the sign of the difference that stands in the row.
import { korean } from '../../diagnostic/particle.ts';
import type { Rule } from '../rule.ts';

export const surplusWord: Rule = {
  title: '과잉과 부족이라는 말은 같은 행의 차이의 부호와 맞아야 합니다.',
  reason: '남는 것을 모자란다고 적으면 대책이 거꾸로 됩니다.',
  severity: 'error',
  *find({ plan, book, labels }) {
    for (const table of plan.tables.values())
      for (const row of table.cells) {
        const figures = row.flatMap((cell) => (cell.kind === 'figure' ? (book.get(cell.address) ?? []) : []));
        const gap = figures.find(({ definition }) => definition.relation?.kind === 'difference');
        if (gap?.effective.kind !== 'quantity' || gap.effective.exact.equals(0)) continue;
        const right = gap.effective.exact.compare(0) > 0 ? '과잉' : '부족';
        for (const cell of row) {
          const said = cell.kind === 'text' ? /과잉|부족/u.exec(cell.text.text)?.[0] : undefined;
          if (cell.kind !== 'text' || said === undefined || said === right) continue;
          const { address, place } = gap.definition;
          yield {
            subject: `${address} ${said}`,
            message: korean`‘${cell.text.text}’(이)라고 적혀 있으나 ${labels(address)}은(는) ${right}입니다.`,
            place: cell.text.place,
            related: [{ place, note: labels(address) }],
            stated: said,
            computed: right,
            remedy: korean`‘${right}’(으)로 고칩니다.`,
          };
        }
      }
  },
};
