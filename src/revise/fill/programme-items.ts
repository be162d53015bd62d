// Strategies and tasks that come, go or belong elsewhere -> strategies.yaml, the files of the tasks, the schedule.
import { isMap, YAMLMap, YAMLSeq } from 'yaml';
import { escaped } from '../../plan/literal.ts';
import { mapAt, mapsIn, openYaml, plain, quoted, seqAt, stringAt, yamlText } from '../yaml-edit.ts';
import { editText, type Texts } from './plan-texts.ts';

const STRATEGIES = 'strategies.yaml';
const SCHEDULE = 'schedule.yaml';

/** Puts a new strategy, which has no tasks yet, behind the others. */
export function addStrategy(texts: Texts, id: string, name: string): void {
  editText(texts, STRATEGIES, (root) => {
    const list = seqAt(root, 'strategies') ?? new YAMLSeq();
    const item = new YAMLMap();
    item.set(plain('id'), plain(id));
    item.set(plain('name'), quoted(escaped(name)));
    const tasks = new YAMLSeq();
    tasks.flow = true;
    item.set(plain('tasks'), tasks);
    list.items.push(item);
    root.set('strategies', list);
  });
}

export function removeStrategy(texts: Texts, id: string): void {
  editText(texts, STRATEGIES, (root) => {
    const list = seqAt(root, 'strategies');
    if (list !== undefined)
      list.items = list.items.filter((item) => !(isMap(item) && stringAt(item, 'id') === id));
  });
}

/** Puts the task at the end of the strategy, and takes it out of any other. */
export function placeTask(texts: Texts, task: string, strategy: string | undefined): void {
  editText(texts, STRATEGIES, (root) => {
    for (const one of mapsIn(seqAt(root, 'strategies'))) {
      const tasks = seqAt(one, 'tasks');
      if (tasks === undefined) continue;
      tasks.items = tasks.items.filter((item) => String(item) !== task);
      if (stringAt(one, 'id') === strategy) tasks.items.push(plain(task));
    }
  });
}

/** A task without projects, with a sheet that has the headings of another. */
export function addTask(
  texts: Texts,
  {
    id,
    name,
    purpose,
    strategy,
  }: { readonly id: string; readonly name: string; readonly purpose: string; readonly strategy: string },
): void {
  const { document, root } = openYaml('');
  root.set(plain('id'), plain(id));
  root.set(plain('name'), quoted(escaped(name)));
  if (purpose !== '') root.set(plain('purpose'), quoted(escaped(purpose)));
  const model = [...texts].find(([file]) => /^tasks\/[^/]+\.hbs$/.test(file))?.[1] ?? '';
  const headings = model.split('\n').filter((line) => /^□/u.test(line));
  texts.set(`tasks/${id}.yaml`, yamlText(document));
  texts.set(`tasks/${id}.hbs`, headings.map((line) => `${line}\n`).join('\n'));
  placeTask(texts, id, strategy);
}

/** Takes the task with all that is its own. */
export function removeTask(texts: Texts, id: string): void {
  placeTask(texts, id, undefined);
  texts.delete(`tasks/${id}.yaml`);
  texts.delete(`tasks/${id}.hbs`);
  editText(texts, SCHEDULE, (root) => {
    mapAt(root, 'tasks')?.delete(id);
  });
}
