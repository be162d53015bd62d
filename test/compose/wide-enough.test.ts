// Sheets with large amounts -> columns that hold them.
import { expect, it } from 'vitest';
import { taskBudgetSheet } from '../../src/compose/sheets/task-budget-sheet.ts';
import { wideEnough } from '../../src/compose/sheets/wide-enough.ts';
import { sourceLabels } from '../../src/plan/office.ts';
import { taskLabels } from '../../src/plan/task-labels.ts';
import { PROGRAMME, readProgramme } from '../plan-format/programme-files.ts';

it('widens the columns of a large amount and no other', () => {
  const course = `${PROGRAMME['tasks/course.yaml']}funding: { national: 123456789012 }\n`;
  const { plan, book } = readProgramme({ 'tasks/course.yaml': course });
  const sheet = taskBudgetSheet(plan.programme, sourceLabels('any'), taskLabels(plan.programme), {
    published: book,
    live: book,
  });
  const { columns } = wideEnough(sheet, book);
  const wider = columns.flatMap((width, index) => (width > (sheet.columns[index] ?? 0) ? [index] : []));
  // 계 and 국비: 123,456,789,012 and what is kept free beside it; 계 in 백만원: 123,456,789.
  expect(wider).toEqual([3, 4, 9]);
  expect(wider.map((index) => columns[index])).toEqual([18, 18, 14]);
});
