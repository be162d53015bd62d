// A task -> the table of what is said of its projects, or of all of it: department, contact, body, target group, contents.
import type { TableBlock } from '../../document/table.ts';
import { DETAILS, type Detail, detailsOf } from '../../plan/details.ts';
import { printLabels } from '../../plan/labels.ts';
import { groupsAt, nameAt, type Task } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

const NAME_WIDTH = 26;
const SUBTASK_WIDTH = 18;
const WIDTHS: Readonly<Record<Detail, number>> = {
  department: 18,
  contact: 20,
  'executing-body': 18,
  'target-group': 22,
  contents: 40,
};

/** A row for each project, beside its subtask, where one has something of its own, one row for the task else; no table where nothing is said. */
export function composeDetails(
  session: Session,
  renderer: TemplateRenderer,
  task: Task,
): TableBlock | undefined {
  const groups = groupsAt(task, 'sheet');
  const isEach = groups.some(({ projects }) => projects.some(({ details }) => details !== undefined));
  const isGrouped = isEach && groups.some(({ subtask }) => subtask !== undefined);
  const eachLine = groups.flatMap(({ subtask, projects }) =>
    projects.map((project, index) => ({
      ...(subtask && { subtask: nameAt(subtask.name, 'sheet') }),
      // Below the first of them its name stands already.
      rows: index === 0 ? projects.length : 0,
      name: nameAt(project.name, 'sheet'),
      details: detailsOf(task, project),
    })),
  );
  const lines = isEach
    ? eachLine
    : [{ subtask: undefined, rows: 0, name: undefined, details: detailsOf(task, undefined) }];
  const given = DETAILS.filter((detail) => lines.some(({ details }) => details[detail] !== undefined));
  if (given.length === 0) return undefined;
  const id = `task-${task.id}-details`;
  const cells = new CellMaker(session, id);
  const words = printLabels(session.plan.labels);
  const first = isGrouped ? 2 : isEach ? 1 : 0;
  return {
    kind: 'table',
    id,
    widths: [
      ...(isGrouped ? [SUBTASK_WIDTH] : []),
      ...(isEach ? [NAME_WIDTH] : []),
      ...given.map((detail) => WIDTHS[detail]),
    ],
    headerRows: 1,
    rows: [
      [
        ...(isGrouped ? [words.levels.subtask] : []),
        ...(isEach ? [words.levels.project] : []),
        ...given.map((detail) => words.details[detail]),
      ].map((text, column) => cells.label(text, task.place, { column, role: 'column-header' })),
      ...lines.map(({ subtask, rows, name, details }) => [
        ...(subtask === undefined || rows === 0
          ? []
          : [
              cells.text(richText(session, renderer, subtask), {
                column: 0,
                rowSpan: rows,
                role: 'row-header',
              }),
            ]),
        ...(name === undefined
          ? []
          : [
              cells.text(richText(session, renderer, name), {
                column: subtask === undefined ? 0 : 1,
                colSpan: isGrouped && subtask === undefined ? 2 : 1,
                role: 'row-header',
              }),
            ]),
        ...given.map((detail, index) => {
          const said = details[detail];
          const content = said ? richText(session, renderer, said) : { inlines: [], place: task.place };
          return cells.text(content, { column: first + index });
        }),
      ]),
    ],
    density: 'normal',
  };
}
