// A task -> the table of what is said of its projects, or of all of it: department, contact, body, target group, contents.
import type { TableBlock } from '../../document/table.ts';
import { DETAILS, type Detail, detailsOf } from '../../plan/details.ts';
import { printLabels } from '../../plan/labels.ts';
import { nameAt, projectsAt, type Task } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

const NAME_WIDTH = 26;
const WIDTHS: Readonly<Record<Detail, number>> = {
  department: 18,
  contact: 20,
  'executing-body': 18,
  'target-group': 22,
  contents: 40,
};

/** A row for each project where one has something of its own, one row for the task else; no table where nothing is said. */
export function composeDetails(
  session: Session,
  renderer: TemplateRenderer,
  task: Task,
): TableBlock | undefined {
  const projects = projectsAt(task, 'sheet');
  const isEach = projects.some(({ details }) => details !== undefined);
  const lines = (isEach ? projects : [undefined]).map((project) => ({
    name: project && nameAt(project.name, 'sheet'),
    details: detailsOf(task, project),
  }));
  const given = DETAILS.filter((detail) => lines.some(({ details }) => details[detail] !== undefined));
  if (given.length === 0) return undefined;
  const id = `task-${task.id}-details`;
  const cells = new CellMaker(session, id);
  const words = printLabels(session.plan.labels);
  const first = isEach ? 1 : 0;
  return {
    kind: 'table',
    id,
    widths: [...(isEach ? [NAME_WIDTH] : []), ...given.map((detail) => WIDTHS[detail])],
    headerRows: 1,
    rows: [
      [...(isEach ? [words.levels.project] : []), ...given.map((detail) => words.details[detail])].map(
        (text, column) => cells.label(text, task.place, { column, role: 'column-header' }),
      ),
      ...lines.map(({ name, details }) => [
        ...(name === undefined
          ? []
          : [cells.text(richText(session, renderer, name), { column: 0, role: 'row-header' })]),
        ...given.map((detail, index) => {
          const said = details[detail];
          const align = detail === 'contents' || detail === 'target-group' ? 'left' : 'center';
          const content = said ? richText(session, renderer, said) : { inlines: [], place: task.place };
          return cells.text(content, { column: first + index, align });
        }),
      ]),
    ],
    density: 'normal',
  };
}
