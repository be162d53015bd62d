// A project that comes, goes or is moved -> the files of its tasks, the schedule and the sheets with it, without it.
import { type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { detailEntries } from '../../plan/details.ts';
import type { AddChange, MoveChange, ProjectNumber, TypedValue } from '../../plan/edition.ts';
import { escaped } from '../../plan/literal.ts';
import { typedEnds } from '../../plan/period.ts';
import type { ProjectKey } from '../../plan/programme.ts';
import { sheetParts } from '../../plan/sheet-blocks.ts';
import { valueText } from '../apply/typed-value.ts';
import {
  flowMap,
  mapAt,
  mapsIn,
  openYaml,
  ordersOf,
  plain,
  quoted,
  seqAt,
  standUnder,
  takeProject,
  valueScalar,
} from '../yaml-edit.ts';
import { editText, type Texts } from './plan-texts.ts';

const SCHEDULE = 'schedule.yaml';
const yamlOf = (task: string) => `tasks/${task}.yaml`;
const sheetOf = (task: string) => `tasks/${task}.hbs`;

/** Puts a new project at the end of its task. */
export function addProject(texts: Texts, change: AddChange): void {
  const { name, period, details = {}, target, funding, fundingUnit, figures } = change;
  const item = new YAMLMap();
  const put = (key: string, node: unknown) => item.set(plain(key), node);
  put('id', plain(change.project));
  put('name', words(name.text));
  standUnder(item, change.subtask);
  const untyped = untypedNumbers(texts, change);
  if (target !== undefined) put('target', numberNode(target));
  else if (untyped.target !== undefined) put('target', valueScalar(untyped.target));
  const amounts = Object.entries(funding).flatMap(([kind, typed]) =>
    typed === undefined ? [] : [[kind, valueNode(typed)] as const],
  );
  const unit = fundingUnit === undefined ? [] : [['unit', plain(fundingUnit.text)] as const];
  if (amounts.length > 0) put('funding', flowMap([...unit, ...amounts]));
  else if (untyped.funding !== undefined)
    put('funding', flowMap([[untyped.funding[0], valueScalar(untyped.funding[1])]]));
  const named = (of: RegExp) =>
    figures.flatMap(({ id, number }) => {
      const [, name] = of.exec(id) ?? [];
      return name === undefined ? [] : [[name, numberNode(number)] as const];
    });
  const [targets, others] = [named(/^targets\/(.+)$/), named(/^([^/]+)$/)];
  if (targets.length > 0) put('targets', flowMap(targets));
  if (others.length > 0) put('figures', flowMap(others));
  if (period !== undefined) {
    const months = typedEnds(period).map(([end, typed]) => [end, plain(typed)] as const);
    put('period', flowMap([['text', words(period.text.text)], ...months]));
  }
  for (const [detail, text] of detailEntries(details)) put(detail, words(text.text));
  insertProject(texts, change, item);
}

/**
 * The target and the money that no number was typed for: `-` where somebody said that there is none, else `missing`, unless no project of the
 * task has any or the task says it of itself. What has neither would take the sum from all.
 */
function untypedNumbers(
  texts: Texts,
  { task, none = [] }: AddChange,
): {
  readonly target: string | undefined;
  readonly funding: readonly [source: string, value: string] | undefined;
} {
  const { root } = openYaml(texts.get(yamlOf(task)) ?? '');
  const others = mapsIn(seqAt(root, 'projects'));
  const isAsked = (key: string) =>
    !root.has(key) && (others.length === 0 || others.some((one) => one.has(key)));
  const kinds = others.flatMap((one) => mapAt(one, 'funding')?.items.map(({ key }) => String(key)) ?? []);
  const source = none.find((key) => key !== 'target');
  const usual = kinds.find((kind) => kind !== 'unit' && kind !== 'total') ?? 'district';
  return {
    target: isAsked('target') ? (none.includes('target') ? '-' : 'missing') : undefined,
    funding: isAsked('funding') ? [source ?? usual, source === undefined ? 'missing' : '-'] : undefined,
  };
}

/** Takes a project out of its task, the schedule and its sheet. */
export function removeProject(texts: Texts, key: ProjectKey): void {
  takenFrom(texts, key);
  takeLanes(texts, key);
  takeBlocks(texts, key);
}

/** Takes a project with its lanes and the text of its own to the end of another task. */
export function moveProject(texts: Texts, from: ProjectKey, to: MoveChange['to']): void {
  const item = takenFrom(texts, from);
  const lanes = takeLanes(texts, from);
  const blocks = takeBlocks(texts, from);
  if (item !== undefined) {
    item.set('id', plain(to.project));
    standUnder(item, to.subtask);
    insertProject(texts, to, item);
  }
  if (lanes !== undefined) insertLanes(texts, to, lanes);
  const sheet = texts.get(sheetOf(to.task));
  if (sheet !== undefined && blocks.length > 0) {
    const own = blocks.map((text) => `{{#project "${to.project}"}}\n${text}\n{{/project}}\n`);
    texts.set(sheetOf(to.task), `${sheet.trimEnd()}\n${own.join('')}`);
  }
}

function insertProject(texts: Texts, { task, project }: ProjectKey, item: YAMLMap): void {
  editText(texts, yamlOf(task), (root) => {
    const list = seqAt(root, 'projects') ?? new YAMLSeq();
    list.flow = false;
    list.items.push(item);
    root.set('projects', list);
    for (const order of ordersOf(root)) order.items.push(plain(project));
  });
}

function takenFrom(texts: Texts, { task, project }: ProjectKey): YAMLMap | undefined {
  let taken: YAMLMap | undefined;
  editText(texts, yamlOf(task), (root) => {
    taken = takeProject(root, project);
  });
  return taken;
}

function takeLanes(texts: Texts, { task, project }: ProjectKey): unknown {
  let taken: unknown;
  editText(texts, SCHEDULE, (root) => {
    const tasks = mapAt(root, 'tasks');
    const own = tasks && mapAt(tasks, task);
    taken = own?.get(project, true);
    own?.delete(project);
    if (own?.items.length === 0) tasks?.delete(task);
  });
  return taken;
}

function insertLanes(texts: Texts, { task, project }: ProjectKey, lanes: unknown): void {
  editText(texts, SCHEDULE, (root) => {
    const tasks = mapAt(root, 'tasks');
    if (tasks === undefined) return;
    const own = mapAt(tasks, task) ?? new YAMLMap();
    own.set(plain(project), lanes);
    tasks.set(plain(task), own);
  });
}

/** The texts of the project's own blocks, without their tags, and the sheet without them. */
function takeBlocks(texts: Texts, { task, project }: ProjectKey): readonly string[] {
  const sheet = texts.get(sheetOf(task));
  if (sheet === undefined) return [];
  const { parts } = sheetParts(sheet);
  const own = parts.filter((part) => part.project === project);
  if (own.length === 0) return [];
  const rest = parts.flatMap((part) => {
    if (part.project === project) return [];
    return part.project === undefined
      ? [part.text]
      : [`{{#project "${part.project}"}}\n${part.text}\n{{/project}}`];
  });
  texts.set(sheetOf(task), `${rest.join('\n').trimEnd()}\n`);
  return own.map(({ text }) => text);
}

/** What was typed into a cell is characters and nothing else. */
function words(text: string): Scalar<string> {
  return quoted(escaped(text));
}

function valueNode({ value }: TypedValue): Scalar<string> {
  return valueScalar(valueText(value));
}

function numberNode({ unit, ...typed }: ProjectNumber): unknown {
  if (unit === undefined) return valueNode(typed);
  return flowMap([
    ['value', valueNode(typed)],
    ['unit', plain(unit.text)],
  ]);
}
