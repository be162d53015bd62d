// A task -> the grid of its sheet: job target, and funding by source.
import type { TableBlock, TableCell } from '../../document/table.ts';
import { printLabels } from '../../plan/labels.ts';
import { LOWEST_TIER, sourceLabels } from '../../plan/office.ts';
import { type FundingSource, type GridCell, type Task, tasksOf } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

/** Relative widths: 사업비, source, source below 지방비, the amounts. */
const WIDTHS = [18, 18, 18, 46];

/** 지방비: together under one head. */
const LOCAL: readonly FundingSource[] = ['province', 'district'];
/** The ministry's form has these rows whether they hold money or not. */
const ALWAYS: readonly FundingSource[] = ['national', ...LOCAL, 'private'];

/** Others have a row in every grid once a task of the edition has money from them. */
function hasRow({ plan, book }: Session, source: FundingSource): boolean {
  if (ALWAYS.includes(source) && !(source === 'district' && LOWEST_TIER.has(plan.office))) return true;
  return tasksOf(plan.programme).some(({ funding }) => {
    const cell = funding[source];
    return cell !== undefined && book.get(cell.address)?.effective.kind === 'quantity';
  });
}

export function composePlanGrid(session: Session, renderer: TemplateRenderer, task: Task): TableBlock {
  const id = `task-${task.id}-plan`;
  const cells = new CellMaker(session, id);
  const label = (text: string, shape: Parameters<CellMaker['label']>[2]) =>
    cells.label(text, task.place, { role: 'row-header', ...shape });
  const amount = (cell: GridCell | undefined, shape: Partial<TableCell> = {}) =>
    cell === undefined
      ? cells.label('', task.place, { column: 3, ...shape })
      : cells.figure(
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
  const sources = session.plan.programme.sources.filter((source) => hasRow(session, source));
  const local = sources.filter((source) => LOCAL.includes(source));
  const rows: TableCell[][] = [
    [
      label(words.item, { column: 0, colSpan: 3, role: 'column-header' }),
      label(words.amounts, { column: 3, role: 'column-header' }),
    ],
    [label(words.target, { column: 0, colSpan: 3 }), amount(task.target)],
    ...session.plan.programme.targets.flatMap(({ id, label: name }) => {
      const cell = task.targets[id];
      return cell === undefined ? [] : [[label(name, { column: 0, colSpan: 3 }), amount(cell)]];
    }),
    [
      label(words.budget, { column: 0, rowSpan: 1 + sources.length }),
      label(words.total, { column: 1, colSpan: 2, ...total }),
      amount(funding.total, total),
    ],
    ...sources.flatMap((source): TableCell[][] => {
      const name = names[source] ?? source;
      if (!LOCAL.includes(source)) return [[label(name, { column: 1, colSpan: 2 }), amount(funding[source])]];
      // Wherever the first of them stands, the others stand with it.
      if (source !== local[0]) return [];
      return local.map((one, index) => [
        ...(index === 0 ? [label(words.local, { column: 1, rowSpan: local.length })] : []),
        label(names[one] ?? one, { column: 2 }),
        amount(funding[one]),
      ]);
    }),
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
