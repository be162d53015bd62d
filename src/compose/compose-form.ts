// A plan -> plan.xlsx: all that it needs in one workbook, to be typed and given back.
import type { Document } from '../document/document.ts';
import type { CellList, Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import { liveBook } from '../plan/live-book.ts';
import { sourceLabels } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { taskLabels } from '../plan/task-labels.ts';
import { covered, propertiesOf, tableSheets } from './compose-targets.ts';
import { basicsSheet } from './sheets/form/basics-sheet.ts';
import { bodySheet } from './sheets/form/body-sheet.ts';
import { newTableSheets } from './sheets/form/new-table-sheets.ts';
import { namedTasks, strategiesSheet, tasksSheet } from './sheets/form/programme-sheets.ts';
import { projectSheet } from './sheets/form/project-sheet.ts';
import { lanesSheet, outreachSheet } from './sheets/form/publicity-sheets.ts';
import { filledTables } from './sheets/form/table-sheets.ts';
import { INPUT_SHEET, InputColumns } from './sheets/input-columns.ts';
import { inputSheet } from './sheets/input-sheet.ts';
import { markInputs } from './sheets/mark-inputs.ts';
import { otherInputsSheet } from './sheets/other-inputs-sheet.ts';
import { figuresFor } from './sheets/sheet-figures.ts';
import { inWordsOf } from './sheets/sheet-words.ts';
import { projectTargetSheet } from './sheets/target-sheets.ts';
import { taskBudgetSheet } from './sheets/task-budget-sheet.ts';
import { yearlySheet } from './sheets/yearly-sheet.ts';

/** Lines kept free for projects of any task, new ones too. */
const FREE_PROJECTS = 20;

const GUIDE = [
  '1. 노란 칸에 적습니다. 모르는 것은 그대로 두고 나중에 채워도 됩니다.',
  '2. 새 전략, 과제, 세부사업, 일정은 시트 아래쪽의 빈 줄에 적습니다. 쓰지 않는 줄은 지우지 않고 상태에 종료를 고릅니다.',
  '3. 금액은 천원, 목표는 명으로 적습니다. 12억원처럼 다른 단위를 붙여 적어도 됩니다.',
  '4. 저장한 뒤 iljari import plan.xlsx 폴더를 부르면 자료에 들어갑니다. 몇 번이고 되풀이할 수 있습니다.',
];

/** Sums show what their parts come to now; what is published otherwise stands in budget.xlsx. */
export function composeForm(plan: Plan, book: FigureBook, document: Document): Workbook {
  const { programme, labels } = plan;
  const sources = sourceLabels(plan.office, plan.labels);
  const names = taskLabels(programme);
  const live = liveBook(book, programme);
  const books = { published: book, live };
  const list = namedTasks(programme);
  const hasTasks = programme.strategies.length > 0;
  const input = inputSheet(programme, sources, names, list, books, plan.year, FREE_PROJECTS);
  const projects: CellList = {
    ...{
      sheet: INPUT_SHEET,
      column: new InputColumns(programme.sources).name,
      refusal: '목록에 있는 세부사업의 이름을 고릅니다.',
    },
    first: input.headerRows,
    last: input.rows.length - 1,
  };
  const { named, statistics } = tableSheets(plan, live, document);
  const parts = [
    basicsSheet(plan),
    ...(hasTasks
      ? [
          strategiesSheet(plan),
          tasksSheet(plan),
          taskBudgetSheet(programme, sources, names, books),
          projectSheet(input, plan),
          ...(programme.targets.length === 0 ? [] : [projectTargetSheet(programme, live, plan.year, false)]),
          ...[yearlySheet(plan, sources, live, yearsToType(plan)) ?? []].flat(),
        ]
      : []),
  ].map((sheet) => inWordsOf(sheet, labels));
  const tables = filledTables([...named, ...statistics], live);
  const others = otherInputsSheet(plan, document, [...parts, ...tables]);
  const lanes = hasTasks ? lanesSheet(plan, list, projects) : undefined;
  const outreach = outreachSheet(plan);
  const body = bodySheet(plan, document);
  const sheets = [
    ...parts,
    ...markInputs([...tables, ...(others === undefined ? [] : [others])], live),
    ...newTableSheets(plan),
    ...(body === undefined ? [] : [body]),
    ...(lanes === undefined ? [] : [inWordsOf(lanes, labels)]),
    ...(outreach === undefined ? [] : [outreach]),
  ];
  return {
    file: 'plan.xlsx',
    ...propertiesOf(document),
    sheets: covered(document, sheets, live, GUIDE),
    origin: { plan: plan.id, edition: document.edition?.number ?? 0 },
    figures: figuresFor(sheets, live),
    published: figuresFor(sheets, book),
  };
}

/** Those of which anything is said, and all of the plan's term. */
function yearsToType({ programme, term }: Plan): readonly number[] {
  const ofTerm = term ? Array.from({ length: term.to - term.from + 1 }, (_, index) => term.from + index) : [];
  return [...new Set([...programme.years, ...ofTerm])].sort((a, b) => a - b);
}
