// Two plans of the same publication -> how far the programme of one is that of the other.
import type { Plan } from '../../src/plan/plan.ts';
import { nameAt, type Project, type Task, tasksOf } from '../../src/plan/programme.ts';
import type { Composed } from './adopted-tables.ts';

export interface ProgrammeCounts {
  strategies: number;
  tasks: number;
  projects: number;
  /** Of the truth's, those that the other has in the same places by the same names. */
  named: number;
  /** Amounts of task sheets, of projects, and targets of projects: how many there are, and are the same. */
  grid: number;
  sameGrid: number;
  funding: number;
  sameFunding: number;
  targets: number;
  sameTargets: number;
  phases: number;
  samePhases: number;
  months: number;
}

export function compareProgrammes(
  truth: Composed,
  made: Composed,
  told: (line: string) => void = () => {},
): ProgrammeCounts {
  const [mine, theirs] = [tasksOf(truth.plan.programme), tasksOf(made.plan.programme)];
  const counts: ProgrammeCounts = {
    ...{ strategies: made.plan.programme.strategies.length, tasks: theirs.length, projects: 0, named: 0 },
    ...{
      grid: 0,
      sameGrid: 0,
      funding: 0,
      sameFunding: 0,
      targets: 0,
      sameTargets: 0,
      phases: 0,
      samePhases: 0,
      months: 0,
    },
  };
  const amount = ({ book }: Composed, address: Parameters<typeof book.get>[0] | undefined) => {
    const value = address === undefined ? undefined : book.get(address)?.effective;
    const unit = address === undefined ? undefined : book.get(address)?.definition.unit;
    return value?.kind === 'quantity' ? value.exact.mul(unit?.scale ?? 1).toString() : undefined;
  };
  for (const task of theirs) counts.projects += task.projects.length;
  for (const [index, task] of mine.entries()) {
    const other = theirs[index];
    const places = (one: Task | undefined) =>
      one === undefined
        ? []
        : [one.target.address, ...Object.values(one.funding).map((cell) => cell?.address)];
    const [own, its] = [places(task), places(other)];
    for (const [position, address] of own.entries()) {
      const value = amount(truth, address);
      if (value === undefined) continue;
      counts.grid++;
      if (value === amount(made, its[position])) counts.sameGrid++;
      else told(`${task.id}: grid ${address} ${value}, not ${amount(made, its[position])}`);
    }
    for (const [position, project] of task.projects.entries()) {
      const same = other?.projects[position];
      if (same !== undefined && nameOf(same) === nameOf(project)) counts.named++;
      else told(`${task.id}: ${nameOf(project)}, not ${same && nameOf(same)}`);
      compareProject(truth, made, { task, project, other, same }, counts, amount, told);
    }
  }
  return counts;
}

function nameOf({ name }: Project): string {
  return nameAt(name, 'overview').text.replaceAll(/\s/g, '');
}

function compareProject(
  truth: Composed,
  made: Composed,
  {
    task,
    project,
    other,
    same,
  }: {
    readonly task: Task;
    readonly project: Project;
    readonly other: Task | undefined;
    readonly same: Project | undefined;
  },
  counts: ProgrammeCounts,
  amount: (
    one: Composed,
    address: Project['target'] extends infer _ ? Parameters<Composed['book']['get']>[0] | undefined : never,
  ) => string | undefined,
  told: (line: string) => void,
): void {
  const address = (of: Task | undefined, one: Project | undefined, path: string) =>
    of === undefined || one === undefined
      ? undefined
      : (`tasks/${of.id}/projects/${one.id}/${path}` as Parameters<Composed['book']['get']>[0]);
  for (const path of [
    'target',
    'funding/total',
    'funding/national',
    'funding/province',
    'funding/district',
    'funding/private',
  ]) {
    const value = amount(truth, address(task, project, path));
    if (value === undefined) continue;
    const isSame = value === amount(made, address(other, same, path));
    if (!isSame)
      told(`${task.id}/${project.id}: ${path} ${value}, not ${amount(made, address(other, same, path))}`);
    if (path === 'target') {
      counts.targets++;
      counts.sameTargets += isSame ? 1 : 0;
    } else {
      counts.funding++;
      counts.sameFunding += isSame ? 1 : 0;
    }
  }
  const lanes = (plan: Plan, of: Task | undefined, one: Project | undefined) =>
    (of === undefined || one === undefined
      ? []
      : (plan.schedule?.lanes.get(`${of.id}/${one.id}`) ?? [])
    ).flat();
  const [own, its] = [lanes(truth.plan, task, project), lanes(made.plan, other, same)];
  for (const [index, { from, to, text }] of own.entries()) {
    counts.phases++;
    const phase = its[index];
    if (phase?.text.text.replaceAll(/\s/g, '') === text.text.replaceAll(/\s/g, '')) counts.samePhases++;
    if (phase?.from === from && phase.to === to) counts.months++;
    else told(`${task.id}/${project.id}: ${text.text} ${from}-${to}, not ${phase?.from}-${phase?.to}`);
  }
}
