// Funding by year -> the worksheet that it is typed into: a row of each project, and of each source where it is known by source.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, below, projectAddress, taskAddress } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { UNITS } from '../../figure/unit.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { unitPrompt } from './mark-inputs.ts';
import { figure, type SourceLabels, sheet } from './programme-frame.ts';
import { text } from './sheet-cells.ts';

const SHEET = '연도별예산(입력)';
const FIRST_YEAR = 4;

/**
 * Undefined where there are no years: those of which anything is said, or those given. A project takes years that it has nothing of yet, in its total or, where it is known by source, in
 * its sources; rows are found by their ids.
 */
export function yearlySheet(
  { programme, year: planYear }: Plan,
  sources: SourceLabels,
  book: FigureBook,
  years: readonly number[] = programme.years,
): Sheet | undefined {
  if (years.length === 0) return undefined;
  const at = (base: string, year: number | string, kind: string): Address =>
    below(base, 'yearly', String(year), kind);
  const isTyped = (address: Address) => book.get(address)?.definition.relation === undefined;
  const typedIn = (base: string, kind: string) =>
    years.some((year) => book.has(at(base, year, kind)) && isTyped(at(base, year, kind)));
  const says = (base: string) => ['total', ...programme.sources].some((kind) => typedIn(base, kind));
  const amounts = (base: string, kind: string, takes: boolean): readonly SheetCell[] =>
    [...years, 'all'].map((year, index) => {
      const address = at(base, year, kind);
      const isThere = book.has(address);
      const whole = at(base, year, 'total');
      // A total that stands alone has no sources beside it.
      const isWhole = kind !== 'total' && book.has(whole) && isTyped(whole);
      const isFree = takes && year !== planYear && year !== 'all' && !isWhole;
      const input = isThere ? isTyped(address) : isFree;
      return figure(
        isThere ? address : undefined,
        {
          column: FIRST_YEAR + index,
          align: 'right',
          ...(kind === 'total' && { emphasis: 'own' as const }),
          ...(input && { input: 'number' as const, prompt: unitPrompt(UNITS.천원) }),
        },
        UNITS.천원,
      );
    });
  const labels = taskLabels(programme);
  const rowsOf = (base: string, names: readonly string[], takes: boolean) => {
    const kinds = programme.sources.filter((source) => typedIn(base, source));
    const given = programme.sources.filter((source) =>
      years.some((year) => book.has(at(base, year, source))),
    );
    return [...(kinds.length === 0 ? [] : given), 'total'].map((kind) => [
      text(kind === 'total' ? base : `${base}/yearly/${kind}`, { column: 0, align: 'left' }),
      ...names.map((name, index) => text(name, { column: 1 + index, align: 'left', role: 'row-header' })),
      text(kind === 'total' ? '계' : (sources[kind] ?? kind), { column: 3 }),
      ...amounts(base, kind, takes && (kind !== 'total' || kinds.length === 0)),
    ]);
  };
  const rows = tasksOf(programme).flatMap((task) => {
    const own = taskAddress(task.id);
    const label = labels.get(task.id) ?? '';
    // The task speaks for those of whom nothing is said by year.
    const speaks = says(own);
    return [
      ...(speaks ? rowsOf(own, [label, ''], false) : []),
      ...task.projects.flatMap((project) => {
        const base = projectAddress({ task: task.id, project: project.id });
        return speaks && !says(base) ? [] : rowsOf(base, [label, project.name.canonical.text], true);
      }),
    ];
  });
  const all = amounts('strategies/all', 'total', false).map((cell) => ({
    ...cell,
    emphasis: 'total' as const,
  }));
  return {
    ...sheet({
      name: SHEET,
      caption: '연도별 예산',
      unit: '(단위 : 천원)',
      columns: [12, 34, 40, 10, ...years.map(() => 14), 15],
      labels: ['id', '실천과제', '세부사업', '재원', ...years.map((year) => `${year}년`), '총사업비'],
      headerColumns: 4,
      rows: [
        [
          text('', { column: 0 }),
          text('총 계', { column: 1, colSpan: 3, role: 'row-header', emphasis: 'total' }),
          ...all,
        ],
        ...rows,
      ],
      orientation: 'landscape',
    }),
    hiddenColumns: [0],
    columnKeys: ['id', '', '', '', ...years.map((year) => `yearly/${year}`), ''],
  };
}
