// What an edition sets of a project or a task that had no such figure -> the drafts with it, nil in edition 0.
import { formOf } from '../figure/address.ts';
import type { SetChange } from '../plan/edition.ts';
import { type FundingSource, type FurtherTarget, sourcesIn } from '../plan/programme.ts';
import type { KnownSources } from './funding.ts';
import type { KnownTargets } from './further-targets.ts';
import { type StatedNumber, unstated } from './stated-number.ts';
import type { ProjectDraft, TaskDraft } from './task-file.ts';
import { YEARLY_FIGURE } from './yearly.ts';

const NIL = { kind: 'nil' } as const;

/** What a project had no figure of begins with nil, so that it can be set. */
export function addFigure(
  { address, place }: SetChange,
  tasks: Map<string, TaskDraft>,
  { sources, targets }: { readonly sources?: KnownSources; readonly targets?: KnownTargets },
): void {
  const form = formOf(address);
  if (form.kind !== 'project') return;
  const [item, kind, ofYear = ''] = form.item;
  const task = tasks.get(form.task);
  const project = task?.projects.find((one) => one.id === form.project);
  if (task === undefined || project === undefined) return;
  const source = item === 'funding' ? sources?.find((one) => one === kind) : undefined;
  const nil = { ...unstated(place), given: NIL };
  const further = item === 'targets' ? targets?.find(({ id }) => id === kind) : undefined;
  let wider: ProjectDraft | undefined;
  if (item === 'target') wider = withTarget(project, nil);
  else if (source !== undefined) wider = withSource(project, source, nil);
  else if (further !== undefined) wider = withFurther(project, further, nil);
  else if (
    item === 'yearly' &&
    /^[12]\d{3}$/.test(kind ?? '') &&
    ['total', ...(sources ?? [])].includes(ofYear)
  )
    wider = withYear(project, `${YEARLY_FIGURE}${kind}`, ofYear, nil);
  if (wider === undefined) return;
  tasks.set(form.task, { ...task, projects: task.projects.map((one) => (one === project ? wider : one)) });
}

/** A figure of a task itself that an edition sets stays one that can be set. */
export function markSet({ address }: SetChange, tasks: Map<string, TaskDraft>): void {
  const form = formOf(address);
  if (form.kind !== 'task') return;
  const [item, source] = form.item;
  const task = item === 'target' || item === 'funding' ? tasks.get(form.task) : undefined;
  if (task !== undefined) tasks.set(form.task, { ...task, set: [...(task.set ?? []), source ?? 'target'] });
}

function withTarget(project: ProjectDraft, target: StatedNumber): ProjectDraft | undefined {
  if (project.target !== undefined) return undefined;
  return { ...project, target, late: [...(project.late ?? []), 'target'] };
}

function withFurther(
  project: ProjectDraft,
  { id, unit }: FurtherTarget,
  nil: StatedNumber,
): ProjectDraft | undefined {
  const item = `targets/${id}`;
  if (project.figures.some((one) => one.id === item)) return undefined;
  const { place } = nil;
  const number = {
    ...nil,
    unit: { kind: 'scalar', text: unit.label, plain: true, verbatim: false, place },
  } as const;
  return {
    ...project,
    figures: [...project.figures, { id: item, number }],
    late: [...(project.late ?? []), item],
  };
}

/** A year of which nothing is said, or a source beside the others of a year. */
function withYear(
  project: ProjectDraft,
  year: string,
  kind: string,
  nil: StatedNumber,
): ProjectDraft | undefined {
  const given = project.yearly.filter(({ id }) => id.startsWith(`${year}/`)).map(({ id }) => id);
  const id = `${year}/${kind}`;
  if (given.includes(id) || (given.length > 0 && [id, given[0]].includes(`${year}/total`))) return undefined;
  const late = project.yearly.length === 0 ? ['yearly'] : [];
  return {
    ...project,
    yearly: [...project.yearly, { id, number: nil }],
    late: [...(project.late ?? []), ...late],
  };
}

/** A source beside others, or the first of a project without any money; not beside a total of nobody knows which sources. */
function withSource(
  project: ProjectDraft,
  source: FundingSource,
  amount: StatedNumber,
): ProjectDraft | undefined {
  const { funding, late = [] } = project;
  if (funding === undefined)
    return {
      ...project,
      funding: { unit: undefined, amounts: { [source]: amount } },
      late: [...late, 'funding'],
    };
  const given = sourcesIn(funding.amounts);
  if (given.includes(source) || given.length === 0) return undefined;
  return { ...project, funding: { ...funding, amounts: { ...funding.amounts, [source]: amount } } };
}
