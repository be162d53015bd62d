// A figure's address -> what a person calls it, from the plan's names.
import type { Address } from '../figure/address.ts';
import { sourceLabels } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { leafId, leavesOf } from '../plan/statistics-table.ts';

/** `신중년 일자리 창출 및 확대 › 신중년 사회공헌 사업 구비`; the address itself where the plan has no names for it. */
export function figureLabel(address: Address, plan: Plan): string {
  const [kind, id = '', ...rest] = address.split('/');
  if (kind === 'tables') {
    const table = plan.tables.get(id);
    const [row, column] = [table?.rows, table?.columns].map((axis, index) => {
      const leaf = leavesOf(axis ?? []).find((path) => leafId(path) === rest[index]);
      return leaf?.map(({ label }) => label.text).join(' ');
    });
    if (table !== undefined && row !== undefined && column !== undefined)
      return `${table.caption?.text ?? table.id} › ${row} ${column}`.replaceAll(/\s+/g, ' ').trim();
  }
  if (kind === 'tasks') {
    const task = plan.programme.strategies.flatMap(({ tasks }) => tasks).find((one) => one.id === id);
    const [level, projectId, ...item] = rest;
    if (task === undefined) return address;
    const name = task.name.canonical.text;
    if (level !== 'projects') return `${name} ${itemLabel(rest, plan)}`;
    const project = [...task.projects, ...task.ended].find((one) => one.id === projectId);
    return `${name} › ${project?.name.canonical.text ?? projectId} ${itemLabel(item, plan)}`.trim();
  }
  return address;
}

function itemLabel(path: readonly string[], plan: Plan): string {
  const labels: Readonly<Record<string, string>> = { total: '예산 계', ...sourceLabels(plan.office) };
  const [kind = '', source = ''] = path;
  if (kind === 'target') return '목표';
  return kind === 'funding' ? (labels[source] ?? source) : path.join('/');
}
