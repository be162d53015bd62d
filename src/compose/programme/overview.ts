// The programme -> the tables of all strategies, tasks and projects: with targets and budgets, and without.
import type { CellBlock } from '../../document/blocks/table.ts';
import type { Block } from '../../document/document.ts';
import type { TableBlock, TableCell } from '../../document/table.ts';
import { printLabels } from '../../plan/labels.ts';
import { groupsAt, type NamePlace, nameAt, type PlacedName, type Task } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

export const SUBTASK_MARKER = '▪';
const PROJECT_MARKER = '▷';

/** □ 핵심 전략: strategy, task, projects, job target, budget. */
export function composeOverview(session: Session, renderer: TemplateRenderer): readonly Block[] {
  return [listTable(session, renderer, 'overview', true)];
}

/** The projects by strategy and task. */
export function composeProjects(session: Session, renderer: TemplateRenderer): readonly Block[] {
  return [listTable(session, renderer, 'projects', false)];
}

function listTable(
  session: Session,
  renderer: TemplateRenderer,
  place: Extract<NamePlace, 'overview' | 'projects'>,
  figures: boolean,
): TableBlock {
  const { strategies, overview } = session.plan.programme;
  const cells = new CellMaker(session, place);
  const at = session.plan.title.place;
  const { levels, overview: words } = printLabels(session.plan.labels);
  const heads = [
    levels.strategy,
    levels.task,
    words.projects,
    ...(figures ? [words.target, words.budget] : []),
  ];
  const rows: TableCell[][] = [
    heads.map((head, column) => cells.label(head, at, { column, role: 'column-header' })),
  ];
  if (figures) {
    const total = { emphasis: 'total' } as const;
    rows.push([
      cells.label(words.total, at, { column: 0, colSpan: 3, role: 'row-header', ...total }),
      cells.figure(overview.target, at, { column: 3, ...total }),
      cells.figure(overview.budget, at, { column: 4, ...total }),
    ]);
  }
  const listed = (name: PlacedName, level: 1 | 2, marker: string): CellBlock => ({
    kind: 'item',
    id: cells.id(),
    level,
    marker,
    content: richText(session, renderer, nameAt(name, place)),
  });
  const list = (task: Task): readonly CellBlock[] =>
    groupsAt(task, place).flatMap(({ subtask, projects }) => [
      ...(subtask === undefined ? [] : [listed(subtask.name, 1, SUBTASK_MARKER)]),
      ...projects.map(({ name }) => listed(name, subtask === undefined ? 1 : 2, PROJECT_MARKER)),
    ]);
  for (const strategy of strategies) {
    strategy.tasks.forEach((task, index) => {
      const row: TableCell[] = [];
      if (index === 0) {
        row.push(
          cells.text(richText(session, renderer, nameAt(strategy.name, place)), {
            column: 0,
            rowSpan: strategy.tasks.length,
            role: 'row-header',
          }),
        );
      }
      row.push(
        cells.text(richText(session, renderer, nameAt(task.name, place)), { column: 1, role: 'row-header' }),
        cells.blocks(list(task), { column: 2, align: 'left' }),
      );
      if (figures) {
        row.push(
          cells.figure(task.overview.target, task.place, { column: 3 }),
          cells.figure(task.overview.budget, task.place, { column: 4 }),
        );
      }
      rows.push(row);
    });
  }
  return {
    kind: 'table',
    id: place,
    widths: figures ? [19, 23, 36, 11, 11] : [24, 28, 48],
    headerRows: 1,
    rows,
    density: 'normal',
  };
}
