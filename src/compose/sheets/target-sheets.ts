// The programme -> worksheets of its targets, by task and by project.
import type { Sheet } from '../../document/workbook.ts';
import { type Address, addressOf, projectAddress } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { UNITS } from '../../figure/unit.ts';
import { printedPeriod } from '../../plan/period.ts';
import type { FurtherTarget, Programme } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { unitPrompt } from './mark-inputs.ts';
import { byTask, figure, sheet, TOTAL_TARGET } from './programme-frame.ts';
import { text } from './sheet-cells.ts';

/** 실천과제별목표: a target that follows from no project is typed here. */
export function taskTargetSheet(programme: Programme, book: FigureBook): Sheet {
  return sheet({
    name: '실천과제별목표',
    caption: '실천과제별 일자리 목표',
    unit: unitLine(programme),
    columns: [36, 40, 14, ...programme.targets.map(() => 14)],
    labels: ['추진전략', '실천과제', '목표', ...programme.targets.map(headOf)],
    headerColumns: 2,
    rows: byTask(
      programme,
      [
        figure(addressOf('strategies', 'all', 'target'), { column: 2, name: TOTAL_TARGET }, UNITS.명),
        ...programme.targets.map(({ id, unit }, index) => {
          const address = addressOf('strategies', 'all', 'targets', id);
          return figure(book.has(address) ? address : undefined, { column: 3 + index }, unit);
        }),
      ],
      taskLabels(programme),
      ({ target: { address }, targets }) => [
        figure(
          address,
          { column: 2, ...(isTyped(address, book) ? { input: 'number' as const } : {}) },
          UNITS.명,
        ),
        ...programme.targets.map(({ id, unit }, index) => {
          const own = targets[id]?.address;
          const input = own !== undefined && isTyped(own, book) ? { input: 'number' as const } : {};
          return figure(own, { column: 3 + index, ...input }, unit);
        }),
      ],
    ),
  });
}

/**
 * 세부사업별목표: a project without a target of its own is blank, and takes one. Rows are found by their ids, so that they may be sorted. `jobs`:
 * whether jobs are among them, or stand on another sheet.
 */
export function projectTargetSheet(programme: Programme, book: FigureBook, year: number, jobs = true): Sheet {
  const columns = [
    ...(jobs ? [{ key: 'target', head: '목표', unit: UNITS.명 }] : []),
    ...programme.targets.map((one) => ({ key: `targets/${one.id}`, head: headOf(one), unit: one.unit })),
  ];
  const rows = programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.projects.map((project) => [
        text(projectAddress({ task: task.id, project: project.id }), { column: 0, align: 'left' }),
        text(task.name.canonical.text, { column: 1, align: 'left', role: 'row-header' }),
        text(project.name.canonical.text, { column: 2, align: 'left', role: 'row-header' }),
        text(project.period === undefined ? '' : printedPeriod(project.period, year), { column: 3 }),
        ...columns.map(({ key, unit }, index) => {
          const own = key === 'target' ? project.target : project.targets[key.slice('targets/'.length)];
          const input = isTyped(own, book) ? { input: 'number' as const, prompt: unitPrompt(unit) } : {};
          return figure(own, { column: 4 + index, align: 'right', ...input }, unit);
        }),
      ]),
    ),
  );
  return {
    ...sheet({
      name: '세부사업별목표',
      caption: jobs ? '세부사업별 일자리 목표' : '세부사업별 목표',
      unit: jobs ? unitLine(programme) : '(단위 : 머리글의 괄호 안, 없으면 명)',
      columns: [12, 36, 44, 24, ...columns.map(() => 12)],
      labels: ['id', '실천과제', '세부사업', '기간', ...columns.map(({ head }) => head)],
      headerColumns: 3,
      rows,
    }),
    hiddenColumns: [0],
    columnKeys: ['id', '', '', '', ...columns.map(({ key }) => key)],
  };
}

/** The units of all columns, each once. */
function unitLine({ targets }: Programme): string {
  return `(단위 : ${[...new Set(['명', ...targets.map(({ unit }) => unit.label)])].join(', ')})`;
}

function headOf({ label, unit }: FurtherTarget): string {
  return unit.label === '명' ? label : `${label}\n(${unit.label})`;
}

/** Whether it follows from no other figure; one that is not there yet follows from none. */
function isTyped(address: Address | undefined, book: FigureBook): boolean {
  return address === undefined || book.get(address)?.definition.relation === undefined;
}
