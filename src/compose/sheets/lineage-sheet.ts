// What projects are beside last year's plan -> the worksheet 사업이력: 계속, 신규, 통합, 분리, and 종료 for those that are no more.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import type { Programme, Task } from '../../plan/programme.ts';
import { sheet } from './programme-frame.ts';
import { text } from './sheet-cells.ts';

/** Undefined where no project says where it comes from. */
export function lineageSheet({ strategies }: Programme): Sheet | undefined {
  const rows = strategies.flatMap(({ tasks }) => tasks.flatMap(rowsOf));
  if (rows.length === 0) return undefined;
  return sheet({
    name: '사업이력',
    caption: '지난해 계획과 견준 세부사업',
    unit: '(지난해 세부사업은 지난해 계획의 주소)',
    columns: [34, 44, 10, 48],
    labels: ['실천과제', '세부사업', '구분', '지난해 세부사업'],
    headerColumns: 2,
    rows,
  });
}

function rowsOf(task: Task): readonly (readonly SheetCell[])[] {
  const row = (name: string, kind: string, from: readonly string[]): readonly SheetCell[] => [
    text(task.name.canonical.text, { column: 0, role: 'row-header', align: 'left' }),
    text(name, { column: 1, role: 'row-header', align: 'left' }),
    text(kind, { column: 2 }),
    text(from.join(', '), { column: 3, align: 'left' }),
  ];
  const goingOn = task.projects.flatMap(({ name, lineage }) =>
    lineage === undefined ? [] : [row(name.canonical.text, lineage.kind, lineage.from)],
  );
  const gone = task.discontinued.map(({ id, name }) =>
    row(name.text, '종료', [`tasks/${task.id}/projects/${id}`]),
  );
  return [...goingOn, ...gone];
}
