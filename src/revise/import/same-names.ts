// Names that were typed into rows of projects -> those that another project of the task has, told at their cells.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Change } from '../../plan/edition.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';
import { collapsed } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import type { TextEdit } from './project-edit.ts';

/** Rule `duplicate-row`. What goes to another task is looked at when the plan reads the edition. */
export function tellSameNames(
  { programme }: Plan,
  changes: readonly Change[],
  edits: readonly TextEdit[],
  faults: ImportFaults,
): void {
  for (const { id, projects } of tasksOf(programme)) {
    const isGone = (project: string) =>
      changes.some(
        (change) =>
          (change.kind === 'end' || change.kind === 'move') &&
          change.task === id &&
          change.project === project,
      );
    const kept = projects.filter((project) => !isGone(project.id));
    const names: { readonly name: string; readonly typed?: SourceLocation }[] = kept.map((project) => {
      const edit = edits.find((one) => one.project === project && one.what === 'name');
      return edit === undefined
        ? { name: project.name.canonical.text }
        : { name: edit.after, typed: edit.place };
    });
    for (const change of changes)
      if (change.kind === 'add' && change.task === id)
        names.push({ name: change.name.text, typed: change.name.place });
    names.forEach(({ name, typed }, index) => {
      const isTwin = names.some(
        (other, at) =>
          collapsed(other.name) === collapsed(name) &&
          (at < index || (at > index && other.typed === undefined)),
      );
      if (typed === undefined || !isTwin) return;
      faults.add({
        rule: 'duplicate-row',
        place: typed,
        message: `같은 과제에 같은 이름의 세부사업이 이미 있습니다: ${name}`,
        expected: '한 행만 남기거나 다른 이름을 적습니다.',
      });
    });
  }
}
