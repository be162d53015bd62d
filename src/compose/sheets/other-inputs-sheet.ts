// The inputs that no table of the workbooks shows -> a sheet of their own, so that every number of a plan can be typed into a workbook.
import type { Document } from '../../document/document.ts';
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, projectAddress } from '../../figure/address.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';
import { inputLabels } from './input-labels.ts';
import { figure, sheet } from './programme-frame.ts';
import { text } from './sheet-cells.ts';

/** What budget.xlsx has: targets and amounts; and what follows from the files: counts, categories of which there is nothing. */
const ELSEWHERE =
  /^tasks\/.+\/(target|funding\/[a-z0-9-]+|yearly\/[a-z0-9-]+\/[a-z0-9-]+)$|^tasks\/[^/]+\/overview\/|^(strategies|categories)\//;

/** Undefined when the sheets have all inputs. Figures of projects that ended are left out. */
export function otherInputsSheet(
  plan: Plan,
  document: Document,
  sheets: readonly Sheet[],
): Sheet | undefined {
  const shown = new Set(sheets.flatMap(({ rows }) => rows.flat().map(addressIn)));
  const ended = tasksOf(plan.programme).flatMap((task) =>
    task.ended.map(({ id }) => `${projectAddress({ task: task.id, project: id })}/`),
  );
  const others = plan.figures.filter(
    ({ address, relation }) =>
      relation === undefined &&
      !shown.has(address) &&
      !ELSEWHERE.test(address) &&
      !ended.some((base) => address.startsWith(base)),
  );
  if (others.length === 0) return undefined;
  const labels = inputLabels(
    others.map(({ address }) => address),
    plan,
    document,
  );
  return {
    ...sheet({
      name: '그밖의수치(입력)',
      caption: '표에 없는 수치',
      unit: '(단위 : 줄마다 오른쪽에 적음)',
      columns: [12, 78, 16, 10],
      labels: ['id', '무엇', '값', '단위'],
      headerColumns: 2,
      rows: others.map(({ address, unit }) => [
        text(address, { column: 0, align: 'left' }),
        text(labels.get(address) ?? '', { column: 1, align: 'left', role: 'row-header' }),
        figure(address, { column: 2 }),
        text(unit.label, { column: 3 }),
      ]),
    }),
    hiddenColumns: [0],
  };
}

function addressIn({ content, stands }: SheetCell): Address | undefined {
  return content.kind === 'figure' ? content.address : stands;
}
