// The projects of a task -> those that are in force under one name, which no reader and no sheet could tell apart.
import type { SourceLocation } from '../diagnostic.ts';
import type { Faults } from './faults.ts';
import type { ProjectDraft, TaskDraft } from './task-file.ts';

/**
 * Rule `duplicate-name`, at the place where the later one was typed, added or moved. A warning where a move brought two together: the names
 * are theirs, and neither was typed for this task.
 */
export function refuseSameNames(tasks: Iterable<TaskDraft>, faults: Faults): void {
  for (const { projects } of tasks) {
    const first = new Map<string, ProjectDraft>();
    for (const project of projects) {
      if (project.endedIn !== undefined) continue;
      const { text } = project.name.canonical;
      const seen = text
        .replaceAll(/\*\*|\[\^[^\]\s]*\]?/g, '')
        // Whoever reads both sees one name: letters that fill a place show a blank, the other ones nothing.
        .replaceAll(/(?=\p{Letter})\p{Default_Ignorable_Code_Point}|\u2800/gu, ' ')
        .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
      const before = first.get(seen);
      // What shows nothing is told as that.
      if (seen === '') continue;
      if (before === undefined) first.set(seen, project);
      else
        faults.add({
          rule: 'duplicate-name',
          place: placeOf(project),
          message: `한 과제에 이름이 같은 세부사업이 둘입니다: ${seen}`,
          expected: '한 과제 안에서는 서로 다른 이름',
          related: [{ place: placeOf(before), note: '같은 이름의 세부사업' }],
          ...(isMoved(project) || isMoved(before) ? { severity: 'warning' } : {}),
        });
    }
  }
}

/** Its name's, or that of the change which brought it here. */
function placeOf(project: ProjectDraft): SourceLocation {
  return isMoved(project) ? project.place : project.name.canonical.place;
}

function isMoved({ movedFrom }: ProjectDraft): boolean {
  return movedFrom !== undefined;
}
