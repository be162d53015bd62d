// Schedule and outreach -> 추진일정 and 홍보: a line for each bar, and for each project that is made known.
import type { CellList, Sheet } from '../../../document/workbook.ts';
import type { Plan } from '../../../plan/plan.ts';
import { isMarked, laneRows, shownText } from '../../../plan/plan-form.ts';
import { tasksOf } from '../../../plan/programme.ts';
import { columnName } from '../../../plan/schedule-axis.ts';
import { taskLabels } from '../../../plan/task-labels.ts';
import { formSheet } from './form-sheet.ts';

const SPARE = { lanes: 20, outreach: 10 } as const;

/** `tasks`, `projects`: where their names stand. */
export function lanesSheet(plan: Plan, tasks: CellList, projects: CellList): Sheet | undefined {
  const { schedule, programme, year } = plan;
  if (schedule === undefined) return undefined;
  const labels = taskLabels(programme);
  const names = new Map(
    tasksOf(programme).flatMap((task) =>
      task.projects.map(({ id, name }) => [`${task.id}/${id}`, shownText(name.canonical, year)] as const),
    ),
  );
  const { axis } = schedule;
  const words = Array.from({ length: axis.columns }, (_, index) => columnName(axis, index + 1));
  const end = (head: string, key: string) =>
    ({ key, head, width: 11, align: 'center', input: { words } }) as const;
  return formSheet({
    kind: 'lanes',
    name: '추진일정',
    caption: '추진일정',
    guide: '막대 하나가 한 줄입니다. 빼려면 그 줄의 시작, 끝, 할 일을 비웁니다.',
    columns: [
      { key: 'task', head: '실천과제', width: 36, input: tasks },
      { key: 'project', head: '세부사업', width: 40, input: projects },
      end('시작', 'from'),
      end('끝', 'to'),
      { key: 'text', head: '할 일', width: 34, input: 'text', prompt: '막대에 찍는 글. 예: 참여자 모집' },
    ],
    rows: laneRows(plan).map(({ id, task, project, phase }) => ({
      id,
      cells: [
        labels.get(task) ?? '',
        names.get(`${task}/${project}`) ?? '',
        columnName(axis, phase.from),
        columnName(axis, phase.to),
        shownText(phase.text, year),
      ],
      inputs: [
        ...Array.from({ length: 4 }, () => undefined),
        isMarked(phase.text, year) ? ('none' as const) : undefined,
      ],
    })),
    spare: SPARE.lanes,
    orientation: 'landscape',
  });
}

/** Several keywords or methods stand below each other in their cell. */
export function outreachSheet({ outreach, year }: Plan): Sheet | undefined {
  if (outreach === undefined) return undefined;
  const keys = ['subject', 'timing', 'keywords', 'methods'] as const;
  const widths = [34, 22, 34, 40];
  return formSheet({
    kind: 'outreach',
    name: '홍보',
    caption: '홍보 전략',
    guide: '키워드와 방법이 여럿이면 한 칸 안에서 줄을 나눕니다(Alt+Enter). 빼려면 그 줄을 비웁니다.',
    columns: keys.map((key, index) => ({
      key,
      head: shownText(outreach.columns[index], year),
      width: widths[index] ?? 30,
      input: 'text',
    })),
    rows: outreach.rows.map((row, index) => {
      const lists = [[row.subject], [row.timing], row.keywords, row.methods];
      return {
        id: String(index + 1),
        cells: lists.map((list) => list.map((one) => shownText(one, year)).join('\n')),
        inputs: lists.map((list) => (list.some((one) => isMarked(one, year)) ? 'none' : undefined)),
      };
    }),
    spare: SPARE.outreach,
    orientation: 'landscape',
  });
}
