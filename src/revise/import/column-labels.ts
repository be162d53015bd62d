// The sheet that projects are typed into -> what its columns are called, and which of them a figure stands in.
import { type Address, formOf } from '../../figure/address.ts';
import { printLabels } from '../../plan/labels.ts';
import { sourceLabels } from '../../plan/office.ts';
import type { Plan } from '../../plan/plan.ts';

/** Headings by the keys of columns. */
export function columnLabels({
  office,
  labels,
}: Pick<Plan, 'office' | 'labels'>): ReadonlyMap<string, string> {
  const { levels } = printLabels(labels);
  return new Map(
    Object.entries({
      task: levels.task,
      name: levels.project,
      period: '기간',
      target: '목표',
      total: '계',
      ...sourceLabels(office, labels),
      state: '상태',
      reason: '사유',
    }),
  );
}

/** The key of the column of a task's or project's figure: `target`, `total`, a source. */
export function columnOf(address: Address): string | undefined {
  const form = formOf(address);
  if (form.kind !== 'task' && form.kind !== 'project') return undefined;
  const [key, ...more] = form.item[0] === 'funding' ? form.item.slice(1) : form.item;
  return more.length === 0 ? key : undefined;
}
