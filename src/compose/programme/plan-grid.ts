// A task -> the grid of its sheet: job target, and funding by source.
import type { TableBlock, TableCell } from '../../document/table.ts';
import { printLabels } from '../../plan/labels.ts';
import { sourceLabels } from '../../plan/office.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  type GridCell,
  type Task,
  tasksOf,
} from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

/** Relative widths: 사업비, source, source below 지방비, the amounts. */
const WIDTHS = [18, 18, 18, 46];

/** Sources beside 국비 and 지방비, in order: each has its row in every grid once a task of the edition has money from it. */
const OTHER_SOURCES = FUNDING_SOURCES.filter(
  (source) => source !== 'national' && source !== 'province' && source !== 'district',
);
/** The ministry's form has this row whether it holds money or not. */
const ALWAYS: FundingSource = 'private';

function holdsMoney({ plan, book }: Session, source: FundingSource): boolean {
  return tasksOf(plan.programme).some(
    ({ funding }) => book.get(funding[source].address)?.effective.kind === 'quantity',
  );
}

export function composePlanGrid(session: Session, renderer: TemplateRenderer, task: Task): TableBlock {
  const id = `task-${task.id}-plan`;
  const cells = new CellMaker(session, id);
  const label = (text: string, shape: Parameters<CellMaker['label']>[2]) =>
    cells.label(text, task.place, { role: 'row-header', ...shape });
  const amount = (cell: GridCell, shape: Partial<TableCell> = {}) =>
    cells.figure(
      cell.address,
      cell.place,
      { column: 3, ...shape },
      {
        unit: cell.withUnit,
        ...(cell.suffix === undefined ? {} : { suffix: richText(session, renderer, cell.suffix) }),
      },
    );
  const total = { emphasis: 'total' } as const;
  const { funding } = task;
  const names = { ...sourceLabels(session.plan.office, session.plan.labels), ...session.plan.gridSources };
  const { sheet: words } = printLabels(session.plan.labels);
  const tail = OTHER_SOURCES.filter((source) => source === ALWAYS || holdsMoney(session, source));
  const rows: TableCell[][] = [
    [
      label(words.item, { column: 0, colSpan: 3, role: 'column-header' }),
      label(words.amounts, { column: 3, role: 'column-header' }),
    ],
    [label(words.target, { column: 0, colSpan: 3 }), amount(task.target)],
    [
      label(words.budget, { column: 0, rowSpan: 4 + tail.length }),
      label(words.total, { column: 1, colSpan: 2, ...total }),
      amount(funding.total, total),
    ],
    [label(names.national, { column: 1, colSpan: 2 }), amount(funding.national)],
    [
      label(words.local, { column: 1, rowSpan: 2 }),
      label(names.province, { column: 2 }),
      amount(funding.province),
    ],
    [label(names.district, { column: 2 }), amount(funding.district)],
    ...tail.map((source) => [label(names[source], { column: 1, colSpan: 2 }), amount(funding[source])]),
  ];
  return {
    kind: 'table',
    id,
    ...(task.unitLine === undefined ? {} : { unitLine: richText(session, renderer, task.unitLine) }),
    widths: WIDTHS,
    headerRows: 1,
    rows,
    density: 'normal',
    whole: true,
  };
}
