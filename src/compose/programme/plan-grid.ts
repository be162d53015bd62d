// A task -> the grid of its sheet: job target, and funding by source.
import type { TableBlock, TableCell } from '../../document/table.ts';
import { FUNDING_SOURCES, type FundingSource, type GridCell, type Task } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

/** The sources as the sheets of all offices call them. */
const LABELS = {
  national: '국비',
  province: '시도비',
  district: '시군구비',
  private: '민자',
  other: '기타',
} as const satisfies Record<FundingSource, string>;

/** Relative widths: 사업비, source, source below 지방비, the amounts. */
const WIDTHS = [18, 18, 18, 46];

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
  const other = session.plan.programme.strategies.some(({ tasks }) =>
    tasks.some(({ funding }) => session.book.get(funding.other.address)?.effective.kind === 'quantity'),
  );
  const { funding } = task;
  const sources = FUNDING_SOURCES.filter((source) => source !== 'other' || other);
  const tail = sources.filter((source) => source === 'private' || source === 'other');
  const rows: TableCell[][] = [
    [
      label('구 분', { column: 0, colSpan: 3, role: 'column-header' }),
      label('목표인원 및 예산', { column: 3, role: 'column-header' }),
    ],
    [label('일자리 창출 성과목표', { column: 0, colSpan: 3 }), amount(task.target)],
    [
      label('사업비', { column: 0, rowSpan: 4 + tail.length }),
      label('계', { column: 1, colSpan: 2, ...total }),
      amount(funding.total, total),
    ],
    [label(LABELS.national, { column: 1, colSpan: 2 }), amount(funding.national)],
    [
      label('지방비', { column: 1, rowSpan: 2 }),
      label(LABELS.province, { column: 2 }),
      amount(funding.province),
    ],
    [label(LABELS.district, { column: 2 }), amount(funding.district)],
    ...tail.map((source) => [label(LABELS[source], { column: 1, colSpan: 2 }), amount(funding[source])]),
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
