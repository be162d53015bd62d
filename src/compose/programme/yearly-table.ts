// A task -> the table of its funding by year, its projects' and its own, with all years together.
import type { TableBlock, TableCell } from '../../document/table.ts';
import { type Address, parseAddress, projectAddress, taskAddress } from '../../figure/address.ts';
import { UNITS } from '../../figure/unit.ts';
import { printLabels } from '../../plan/labels.ts';
import { nameAt, projectsAt, type Task } from '../../plan/programme.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import { wording, yearRun } from '../rich-text.ts';
import type { Session } from '../session.ts';
import { CellMaker } from './cells.ts';

const NAME_WIDTH = 34;
const AMOUNT_WIDTH = 14;

/** No table where nothing is said by year. */
export function composeYearly(
  session: Session,
  renderer: TemplateRenderer,
  task: Task,
): TableBlock | undefined {
  const { book, plan } = session;
  const at = (base: string, year: number | 'all'): Address | undefined => {
    const address = parseAddress(`${base}/yearly/${year}/total`);
    return address && book.has(address) ? address : undefined;
  };
  const whole = taskAddress(task.id);
  const id = `task-${task.id}-yearly`;
  const cells = new CellMaker(session, id);
  const { levels, sheet } = printLabels(plan.labels);
  const years = plan.programme.years.filter((year) => at(whole, year) !== undefined);
  // The plan's own year alone says nothing by year.
  if (years.every((year) => year === plan.year)) return undefined;
  const head = { role: 'column-header' } as const;
  const amounts = (base: string, shape: Partial<TableCell> = {}) =>
    [...years, 'all' as const].map((year, index) => {
      const address = at(base, year);
      const place = { column: 1 + index, ...shape };
      return address === undefined
        ? cells.label('-', task.place, { align: 'right', ...place })
        : cells.figure(address, task.place, place, { column: UNITS.천원 });
    });
  const own = projectsAt(task, 'sheet').flatMap((project) => {
    const base = projectAddress({ task: task.id, project: project.id });
    return at(base, 'all') === undefined ? [] : [{ base, name: nameAt(project.name, 'sheet') }];
  });
  return {
    kind: 'table',
    id,
    unitLine: wording(`(단위 : ${UNITS.천원.label})`, task.place),
    widths: [NAME_WIDTH, ...years.map(() => AMOUNT_WIDTH), AMOUNT_WIDTH],
    headerRows: 1,
    rows: [
      [
        cells.label(own.length === 0 ? sheet.item : levels.project, task.place, { column: 0, ...head }),
        ...years.map((year, index) => {
          const inlines = [
            yearRun(plan.year, year - plan.year, 'long'),
            ...wording('년', task.place).inlines,
          ];
          return cells.header({ inlines, place: task.place }, { column: 1 + index });
        }),
        cells.label(sheet.total, task.place, { column: 1 + years.length, ...head }),
      ],
      ...own.map(({ base, name }) => [
        cells.text(richText(session, renderer, name), { column: 0, role: 'row-header' }),
        ...amounts(base),
      ]),
      [
        cells.label(own.length === 0 ? sheet.budget : sheet.total, task.place, {
          column: 0,
          role: 'row-header',
          emphasis: 'total',
        }),
        ...amounts(whole, { emphasis: 'total' }),
      ],
    ],
    density: 'normal',
    whole: true,
  };
}
