// The editions of a plan -> its task files and schedule with the projects that there are in the end.

import { isMap, isScalar, type Pair, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { formOf, projectAddress } from '../../figure/address.ts';
import { detailEntries } from '../../plan/details.ts';
import type { AddChange, Edition, ProjectNumber, SetChange } from '../../plan/edition.ts';
import { markupOf } from '../../plan/literal.ts';
import { typedEnds } from '../../plan/period.ts';
import type { ProjectKey } from '../../plan/programme.ts';
import { valueText } from '../apply/typed-value.ts';
import {
  flowMap,
  mapAt,
  mapsIn,
  ordersOf,
  plain,
  quoted,
  seqAt,
  standUnder,
  stringAt,
  takeProject,
} from '../yaml-edit.ts';
import type { EndedProject } from './renewed.ts';

interface ProjectMoves {
  /** `tasks/a/projects/b` -> where it went; undefined when it ended. */
  readonly projects: ReadonlyMap<string, string | undefined>;
  readonly ended: readonly EndedProject[];
}

/** Edits the roots of the tasks, by id, and of the schedule. Figures stay as they are: all of them are to be renewed. */
export function moveProjects(
  editions: readonly Edition[],
  tasks: ReadonlyMap<string, YAMLMap>,
  schedule: YAMLMap | undefined,
): ProjectMoves {
  const projects = new Map<string, string | undefined>();
  const ended: EndedProject[] = [];
  const days = schedule && mapAt(schedule, 'tasks');
  for (const change of editions.flatMap(({ changes }) => changes)) {
    const root = 'task' in change ? tasks.get(change.task) : undefined;
    switch (change.kind) {
      case 'add':
        if (root !== undefined) append(root, added(change), change.project);
        break;
      case 'end': {
        const project = root && takeProject(root, change.project);
        takeDays(days, change);
        follow(projects, projectAddress(change), undefined);
        ended.push({
          task: change.task,
          project: change.project,
          name: (project && stringAt(project, 'name')) ?? change.project,
        });
        break;
      }
      case 'move': {
        const project = root && takeProject(root, change.project);
        const target = tasks.get(change.to.task);
        if (project === undefined || target === undefined) break;
        project.set('id', plain(change.to.project));
        standUnder(project, change.to.subtask);
        append(target, project, change.to.project);
        giveDays(days, change.to, takeDays(days, change));
        follow(projects, projectAddress(change), projectAddress(change.to));
        break;
      }
      case 'set':
        addAmount(change, tasks);
        break;
      case 'text':
        break;
    }
  }
  return { projects, ended };
}

/** What went to a place goes on with it. */
function follow(projects: Map<string, string | undefined>, from: string, to: string | undefined): void {
  for (const [first, now] of projects) if (now === from) projects.set(first, to);
  projects.set(from, to);
}

function added(change: AddChange): YAMLMap {
  const { project, name, period, details, target, funding, fundingUnit, figures } = change;
  const map = new YAMLMap();
  map.set('id', plain(project));
  map.set('name', quoted(markupOf(name)));
  standUnder(map, change.subtask);
  if (period !== undefined) {
    const months = typedEnds(period).map(([end, typed]) => [end, plain(typed)] as const);
    const years = period.years === undefined ? [] : ([['years', plain(period.years)]] as const);
    map.set('period', flowMap([['text', quoted(markupOf(period.text))], ...months, ...years]));
  }
  for (const [detail, text] of detailEntries(details ?? {})) map.set(detail, quoted(markupOf(text)));
  if (target !== undefined) map.set('target', inUnit(plain('missing'), target.unit?.text ?? '명'));
  const amounts = Object.keys(funding);
  if (amounts.length > 0)
    map.set(
      'funding',
      flowMap([
        ...(fundingUnit === undefined ? [] : [['unit', plain(fundingUnit.text)] as const]),
        ...amounts.map((kind) => [kind, plain('missing')] as const),
      ]),
    );
  const targets = figures.flatMap(({ id }) => /^targets\/(.+)$/.exec(id)?.[1] ?? []);
  if (targets.length > 0) map.set('targets', flowMap(targets.map((id) => [id, plain('missing')])));
  for (const { id, number } of figures) addYear(map, id, number);
  const others = figures.filter(({ id }) => !id.includes('/'));
  if (others.length > 0)
    map.set(
      'figures',
      flowMap(others.map(({ id, number }) => [id, inUnit(plain('missing'), number.unit?.text ?? '명')])),
    );
  return map;
}

/** An amount of a project's `yearly`, as an edition gave it; what stands there stays. */
function addYear(project: YAMLMap, id: string, { value, unit }: ProjectNumber): void {
  const [, year, kind] = /^yearly\/([^/]+)\/(.+)$/.exec(id) ?? [];
  if (year === undefined || kind === undefined) return;
  const yearly = mapAt(project, 'yearly') ?? flowMap([]);
  const ofYear = kind === 'total' ? yearly : (mapAt(yearly, year) ?? flowMap([]));
  const key = kind === 'total' ? year.replace('all', 'total') : kind;
  const amount = plain(valueText(value));
  if (!ofYear.has(key)) ofYear.set(plain(key), unit === undefined ? amount : inUnit(amount, unit.text));
  if (ofYear !== yearly && ofYear.items.length > 0 && !yearly.has(year)) yearly.set(plain(year), ofYear);
  project.set('yearly', yearly);
}

function inUnit(value: Scalar<string>, unit: string): YAMLMap {
  return flowMap([
    ['value', value],
    ['unit', plain(unit)],
  ]);
}

function append(task: YAMLMap, project: YAMLMap, id: string): void {
  const list = seqAt(task, 'projects') ?? new YAMLSeq();
  list.items.push(project);
  task.set('projects', list);
  for (const order of ordersOf(task)) order.items.push(plain(id));
}

/** A source that an edition brought to a project that had none from it. */
function addAmount({ address, after }: SetChange, tasks: ReadonlyMap<string, YAMLMap>): void {
  const form = formOf(address);
  if (form.kind !== 'project') return;
  const [item, source = ''] = form.item;
  const root = tasks.get(form.task);
  const project = mapsIn(root && seqAt(root, 'projects')).find((one) => stringAt(one, 'id') === form.project);
  if (project !== undefined && item === 'yearly') addYear(project, form.item.join('/'), after);
  if (item !== 'funding') return;
  const funding = project && mapAt(project, 'funding');
  if (funding !== undefined && !funding.has(source)) funding.set(source, plain('missing'));
  // Nothing came from it, and now something does.
  else if (funding !== undefined && source !== 'total' && isNone(funding.get(source)))
    funding.set(source, plain('missing'));
}

function isNone(value: unknown): boolean {
  return value === '-' || (isMap(value) && value.get('value') === '-');
}

function takeDays(days: YAMLMap | undefined, { task, project }: ProjectKey): Pair | undefined {
  const lines = days && mapAt(days, task);
  const pair = lines?.items.find(({ key }) => isScalar(key) && key.value === project);
  if (lines !== undefined) lines.items = lines.items.filter((one) => one !== pair);
  if (lines?.items.length === 0) days?.delete(task);
  return pair;
}

function giveDays(days: YAMLMap | undefined, { task, project }: ProjectKey, pair: Pair | undefined): void {
  if (days === undefined || pair === undefined) return;
  const lines = mapAt(days, task) ?? new YAMLMap();
  lines.set(plain(project), pair.value);
  days.set(task, lines);
}
