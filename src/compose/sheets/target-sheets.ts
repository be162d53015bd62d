// The programme -> worksheets of its targets, by task and by project.
import type { Sheet } from '../../document/workbook.ts';
import { addressOf } from '../../figure/address.ts';
import type { Programme } from '../../plan/programme.ts';
import { byTask, figure, sheet, TOTAL_TARGET } from './programme-frame.ts';
import { text } from './sheet-cells.ts';

/** 실천과제별목표 */
export function taskTargetSheet(programme: Programme): Sheet {
  return sheet({
    name: '실천과제별목표',
    caption: '실천과제별 일자리 목표',
    unit: '(단위 : 명)',
    columns: [36, 40, 14],
    labels: ['추진전략', '실천과제', '목표'],
    headerColumns: 2,
    rows: byTask(
      programme,
      [figure(addressOf('strategies', 'all', 'target'), { column: 2, name: TOTAL_TARGET })],
      ({ target }) => [figure(target.address, { column: 2 })],
    ),
  });
}

/** 세부사업별목표: a project without a target of its own is blank. */
export function projectTargetSheet(programme: Programme): Sheet {
  const rows = programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.projects.map((project, index) => [
        ...(index === 0
          ? [
              text(task.name.canonical.text, {
                column: 0,
                rowSpan: task.projects.length,
                role: 'row-header' as const,
              }),
            ]
          : []),
        text(project.name.canonical.text, { column: 1, role: 'row-header', align: 'left' }),
        text(project.period?.text.text ?? '', { column: 2 }),
        figure(project.target, { column: 3 }),
      ]),
    ),
  );
  return sheet({
    name: '세부사업별목표',
    caption: '세부사업별 일자리 목표',
    unit: '(단위 : 명)',
    columns: [32, 44, 24, 12],
    labels: ['실천과제', '세부사업', '기간', '목표'],
    headerColumns: 2,
    rows,
  });
}
