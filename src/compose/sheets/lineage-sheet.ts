// What projects are beside last year's plan -> the worksheet 사업이력: 계속, 신규, 통합, 분리, and 종료 for those that are no more.

import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { projectAddress } from '../../figure/address.ts';
import { type Programme, type Task, tasksOf } from '../../plan/programme.ts';
import { sheet } from './programme-frame.ts';
import { text } from './sheet-cells.ts';

/** A project that this plan has no name for. */
export const GONE = '이 계획에 없는 세부사업';

/** Undefined where no project says where it comes from. */
export function lineageSheet(programme: Programme): Sheet | undefined {
  const names = namesOf(programme);
  const rows = tasksOf(programme).flatMap((task) => rowsOf(task, names));
  if (rows.length === 0) return undefined;
  return sheet({
    name: '사업이력',
    caption: '지난해 계획과 견준 세부사업',
    unit: '(지난해 세부사업의 이름은 이 계획에서 부르는 대로)',
    columns: [34, 44, 10, 48],
    labels: ['실천과제', '세부사업', '구분', '지난해 세부사업'],
    headerColumns: 2,
    rows,
  });
}

function rowsOf(task: Task, names: ReadonlyMap<string, string>): readonly (readonly SheetCell[])[] {
  const row = (name: string, kind: string, from: readonly string[]): readonly SheetCell[] => [
    text(task.name.canonical.text, { column: 0, role: 'row-header', align: 'left' }),
    text(name, { column: 1, role: 'row-header', align: 'left' }),
    text(kind, { column: 2 }),
    text(from.map((address) => names.get(address) ?? GONE).join(', '), { column: 3, align: 'left' }),
  ];
  const goingOn = task.projects.flatMap(({ name, lineage }) =>
    lineage === undefined ? [] : [row(name.canonical.text, lineage.kind, lineage.from)],
  );
  const gone = task.discontinued.map(({ id, name }) =>
    row(name.text, '종료', [projectAddress({ task: task.id, project: id })]),
  );
  return [...goingOn, ...gone];
}

/** What both years have, by the address of either; and what ended, as its task lists it. */
function namesOf(programme: Programme): ReadonlyMap<string, string> {
  return new Map(
    tasksOf(programme).flatMap((task) => {
      const at = (id: string, name: string) =>
        [projectAddress({ task: task.id, project: id }), `${task.name.canonical.text} › ${name}`] as const;
      return [
        ...task.discontinued.map(({ id, name }) => at(id, name.text)),
        ...[...task.ended, ...task.projects].map(({ id, name }) => at(id, name.canonical.text)),
      ];
    }),
  );
}
