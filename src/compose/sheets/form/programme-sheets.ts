// The programme -> 추진전략 and 실천과제: their names and what belongs to what, with lines for new ones.
import type { CellList, Sheet } from '../../../document/workbook.ts';
import type { Plan } from '../../../plan/plan.ts';
import { isMarked, shownText } from '../../../plan/plan-form.ts';
import type { Programme } from '../../../plan/programme.ts';
import { taskLabels } from '../../../plan/task-labels.ts';
import { ENDED } from '../input-columns.ts';
import { FORM_HEAD, type FormColumn, formSheet } from './form-sheet.ts';

const STRATEGIES = '추진전략';
const TASKS = '실천과제';
/** Lines kept free on each. */
const SPARE = { strategies: 5, tasks: 10 } as const;

const STATE: FormColumn = {
  key: 'state',
  head: '상태',
  width: 10,
  align: 'center',
  input: { words: ['유지', ENDED] },
  prompt: `쓰지 않는 줄은 지우지 않고 ${ENDED}를 고릅니다.`,
};

export function strategiesSheet({ programme, year }: Plan): Sheet {
  return formSheet({
    kind: 'strategies',
    name: STRATEGIES,
    caption: STRATEGIES,
    guide: `이름을 고치고, 새 전략은 빈 줄에 적습니다. 실천과제가 없는 전략은 둘 수 없습니다.`,
    columns: [{ key: 'title', head: STRATEGIES, width: 66, input: 'text' }, STATE],
    rows: programme.strategies.map(({ id, name }) => ({
      id,
      cells: [shownText(name.canonical, year), '유지'],
      inputs: [isMarked(name.canonical, year) ? 'none' : undefined],
    })),
    spare: SPARE.strategies,
  });
}

export function tasksSheet({ programme, year }: Plan): Sheet {
  const labels = taskLabels(programme);
  return formSheet({
    kind: 'tasks',
    name: TASKS,
    caption: TASKS,
    guide: '추진전략은 목록에서 고릅니다. 새 과제는 빈 줄에 적고, 그 세부사업은 다음 시트에 적습니다.',
    columns: [
      {
        ...{ key: 'strategy', head: STRATEGIES, width: 38 },
        input: {
          sheet: STRATEGIES,
          column: 1,
          first: FORM_HEAD,
          last: FORM_HEAD + programme.strategies.length + SPARE.strategies - 1,
          refusal: '목록에 있는 추진전략의 이름을 고릅니다.',
        },
      },
      { key: 'title', head: TASKS, width: 42, input: 'text' },
      {
        ...{ key: 'purpose', head: '목적', width: 46, input: 'text' },
        prompt: '과제 시트의 제목 위에 찍는 말. 예: 청년의 취업을 돕는 과제',
      },
      STATE,
    ],
    rows: programme.strategies.flatMap(({ name: strategy, tasks }) =>
      tasks.map(({ id, name, purpose }) => ({
        id,
        cells: [shownText(strategy.canonical, year), labels.get(id) ?? '', shownText(purpose, year), '유지'],
        inputs: [
          undefined,
          isMarked(name.canonical, year) ? 'none' : undefined,
          isMarked(purpose, year) ? 'none' : undefined,
        ],
      })),
    ),
    spare: SPARE.tasks,
    orientation: 'landscape',
  });
}

/** Where the names of the tasks stand, new ones too. */
export function namedTasks({ strategies }: Programme): CellList {
  const tasks = strategies.reduce((sum, one) => sum + one.tasks.length, 0);
  return {
    sheet: TASKS,
    column: 2,
    first: FORM_HEAD,
    last: FORM_HEAD + tasks + SPARE.tasks - 1,
    refusal: '목록에 있는 실천과제의 이름을 고릅니다.',
  };
}
