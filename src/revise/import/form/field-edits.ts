// The columns of 세부사업별(입력) that only plan.xlsx has, as typed -> the changes of the tasks' files.
import { formOf } from '../../../figure/address.ts';
import { isDetail } from '../../../plan/details.ts';
import type { Plan } from '../../../plan/plan.ts';
import { type Project, type Task, tasksOf } from '../../../plan/programme.ts';
import { projectFields } from '../../../plan/project-fields.ts';
import { taskLabels } from '../../../plan/task-labels.ts';
import { itemPath, setText, wordsOf } from '../../fill/set-text.ts';
import type { ImportFaults } from '../import-faults.ts';
import type { WorkbookOrigin } from '../workbook-origin.ts';
import { changedText, type FormEdit } from './form-edit.ts';
import { type FormCell, rowsOf, sameWords } from './form-rows.ts';

/** `plan`: with the projects that the workbook adds, where it can have them. */
export function fieldEdits(origin: WorkbookOrigin, plan: Plan, faults: ImportFaults): readonly FormEdit[] {
  const home = origin.sheets.find(({ columns }) => columns.has('name'));
  if (home === undefined) return [];
  const fields = projectFields(plan).filter(({ key }) => home.columns.has(key));
  return rowsOf(home, origin, faults).flatMap(({ id, at }): readonly FormEdit[] => {
    const name = at('name');
    if (name.text === '' || at('state').text === '종료') return [];
    const found = projectAt(id, at('task'), name, plan);
    return fields.flatMap(({ key, head, words, alone = {}, shown, marked }): FormEdit[] => {
      const now = found === undefined ? '' : shown(found.project);
      const cell = withWords(at(key), now, alone[now]);
      const options = { now, marked: found !== undefined && marked(found.project), optional: true };
      const typed = changedText(cell, options, faults);
      if (typed === undefined) return [];
      const choice = words && Object.entries(words).find(([, word]) => sameWords(word, typed))?.[0];
      if (words !== undefined && choice === undefined && typed !== '') {
        const meant = Object.keys(alone).filter((word) => sameWords(alone[word] ?? '', typed));
        faults.add({
          rule: 'wrong-text',
          place: cell.place,
          message:
            meant.length === 0
              ? `목록에 없는 ${head}입니다: ${typed}`
              : `${head}에 같은 이름이 여럿이라 어느 것인지 알 수 없습니다: ${typed}`,
          expected: meant.length === 0 ? Object.values(words).join(', ') : meant.join(' 또는 '),
        });
        return [];
      }
      const value = choice === undefined ? wordsOf(typed) : ({ kind: 'plain', text: choice } as const);
      return [
        {
          ...{ what: `${name.text} › ${head}`, before: now, after: typed, place: cell.place },
          isAdded: found === undefined && isDetail(key),
          write: (texts) => {
            const file = `tasks/${found?.task.id}.yaml`;
            const path = found && itemPath(texts.get(file) ?? '', ['projects'], found.project.id);
            if (path !== undefined) setText(texts, file, [...path, key], value);
          },
        },
      ];
    });
  });
}

/** `alone`, which other choices are called too, is the present one where that is called so: older workbooks say no more. */
function withWords(cell: FormCell, now: string, alone: string | undefined): FormCell {
  if (alone === undefined) return cell;
  const worded = (text: string) => (sameWords(text, alone) ? now : text);
  return { ...cell, text: worded(cell.text), base: worded(cell.base) };
}

interface Found {
  readonly task: Task;
  readonly project: Project;
}

/** The project of a row: by the id that it was written with while it is there, else by the names of its task and its own. */
export function projectAt(
  id: string | undefined,
  task: FormCell,
  name: FormCell,
  { programme }: Plan,
): Found | undefined {
  const form = id === undefined ? undefined : formOf(id);
  const known = form?.kind === 'project' ? find(programme, form.task, form.project) : undefined;
  if (known !== undefined && sameWords(task.text, task.base)) return known;
  const labels = taskLabels(programme);
  const found = tasksOf(programme).flatMap((one): Found[] => {
    const isTask =
      task.text === '' ||
      [labels.get(one.id) ?? '', one.name.canonical.text].some((word) => sameWords(word, task.text));
    const project = one.projects.find((each) => sameWords(each.name.canonical.text, name.text));
    return isTask && project !== undefined ? [{ task: one, project }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function find(programme: Plan['programme'], task: string, id: string): Found | undefined {
  const home = tasksOf(programme).find((one) => one.id === task);
  const project = home?.projects.find((one) => one.id === id);
  return home !== undefined && project !== undefined ? { task: home, project } : undefined;
}
