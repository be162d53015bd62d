// 세부사업별(입력) of the budget -> the same for plan.xlsx, with what else is said of a project.
import { type Sheet, type SheetCell, textIn } from '../../../document/workbook.ts';
import { projectAddress } from '../../../figure/address.ts';
import type { Plan } from '../../../plan/plan.ts';
import { tasksOf } from '../../../plan/programme.ts';
import { type ProjectField, projectFields } from '../../../plan/project-fields.ts';
import { text } from '../sheet-cells.ts';

/** Characters of a list that a rule may hold. */
const MOST_LISTED = 250;
const WIDTH = 20;
const PROMPTS: Readonly<Record<string, string>> = {
  category: '고용노동부 분류. 모르면 비웁니다.',
  'target-group': '누구를 위한 사업인지 적습니다.',
  contents: '무엇을 하는지 적습니다.',
};

/** They stand behind the columns that the budget has, whose places formulas know. */
export function projectSheet(sheet: Sheet, plan: Plan): Sheet {
  const fields = projectFields(plan);
  const first = sheet.columns.length;
  const projects = new Map<string, ReturnType<typeof tasksOf>[number]['projects'][number]>(
    tasksOf(plan.programme).flatMap((task) =>
      task.projects.map(
        (project) => [projectAddress({ task: task.id, project: project.id }), project] as const,
      ),
    ),
  );
  const head = sheet.ledger?.head ?? 0;
  const more = (row: readonly SheetCell[], index: number): readonly SheetCell[] => {
    const id = textIn(row.find(({ column }) => column === sheet.ledger?.id)?.content);
    const project = projects.get(id);
    return fields.map((field, at): SheetCell => {
      const column = first + at;
      if (index < head) return text('', { column, emphasis: 'total' });
      if (index === head) return text(field.head, { column, role: 'column-header' });
      const isTyped = project === undefined ? id.endsWith('/') : !field.marked(project);
      const prompt = PROMPTS[field.key];
      return text(project === undefined ? '' : field.shown(project), {
        ...{ column, align: 'left' },
        ...(isTyped ? { input: inputOf(field), ...(prompt !== undefined && { prompt }) } : {}),
      });
    });
  };
  return {
    ...sheet,
    columns: [...sheet.columns, ...fields.map(() => WIDTH)],
    rows: sheet.rows.map((row, index) => [...row, ...more(row, index)]),
    columnKeys: [
      ...Array.from({ length: first }, (_, column) => sheet.columnKeys?.[column] ?? ''),
      ...fields.map(({ key }) => key),
    ],
  };
}

/** A list that is too long for a rule, or has commas in it, is typed. */
function inputOf({ words = {} }: ProjectField): NonNullable<SheetCell['input']> {
  const list = Object.values(words);
  const fits = list.length > 0 && list.join().length < MOST_LISTED && !list.some((one) => one.includes(','));
  return fits ? { words: list } : 'text';
}
