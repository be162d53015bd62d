// The programme's amounts as published -> 실천과제별예산, on which restatements of them in the tables of targets.xlsx rest.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf, formOf } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { operandsOf } from '../../figure/relation.ts';
import { UNITS } from '../../figure/unit.ts';
import type { Programme, Task } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { type SourceLabels, sheet } from './programme-frame.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

const AMOUNT = /^(?:strategies|tasks)\/.+\/(?:budget|funding|overview\/budget)/;

/** Undefined where no figure of the sheets rests on an amount that stands on none of them. */
export function amountsSheet(
  programme: Programme,
  sources: SourceLabels,
  sheets: readonly Sheet[],
  book: FigureBook,
): Sheet | undefined {
  const shown = new Set(sheets.flatMap(({ rows }) => rows.flat().flatMap(addressIn)));
  const needed = [...shown].flatMap((address) => {
    const { relation } = book.get(address)?.definition ?? {};
    return relation === undefined
      ? []
      : operandsOf(relation).filter((one) => AMOUNT.test(one) && !shown.has(one));
  });
  if (needed.length === 0) return undefined;
  /** Tasks of whose projects one at least is shown by itself. */
  const opened = new Set(needed.flatMap((one) => taskOfProject(one) ?? []));
  const labels = taskLabels(programme);
  const kinds = ['total', ...programme.sources];
  const row = (
    base: readonly string[],
    lead: readonly SheetCell[],
    more: Pick<SheetCell, 'emphasis'>,
  ): readonly SheetCell[] => {
    const at = (...path: string[]) => addressOf(...base, ...path);
    const amount = (address: Address, unit: typeof UNITS.천원 | typeof UNITS.백만원, shape: Shape) =>
      cell(
        { kind: 'figure', address, suffix: '', bold: false, unit },
        { align: 'right', elsewhere: true, ...shape, ...more },
      );
    return [
      ...lead,
      amount(at('budget', 'total'), UNITS.백만원, { column: 2 }),
      ...kinds.map((kind, index) => {
        const column = 3 + index;
        // A project need not have all sources.
        return book.has(at('funding', kind))
          ? amount(at('funding', kind), UNITS.천원, { column })
          : cell({ kind: 'empty' }, { column, ...more });
      }),
    ];
  };
  const projectsOf = (task: Task) =>
    opened.has(task.id) ? task.projects.filter(({ funding }) => funding.total !== undefined) : [];
  const names: Readonly<Record<string, string>> = { total: '계', ...sources };
  return {
    ...sheet({
      name: '실천과제별예산',
      caption: '실천과제별 예산',
      unit: '(단위 : 백만원, 천원)',
      columns: [30, 36, 12, ...kinds.map((kind) => (kind === 'private' || kind === 'other' ? 12 : 14))],
      labels: ['추진전략', '실천과제', '계\n(백만원)', ...kinds.map((kind) => names[kind] ?? kind)],
      headerColumns: 2,
      rows: [
        row(
          ['strategies', 'all'],
          [text('총 계', { column: 0, colSpan: 2, role: 'row-header', emphasis: 'total' })],
          { emphasis: 'total' },
        ),
        ...programme.strategies.flatMap(({ id, name, tasks }) => [
          row(
            ['strategies', id],
            [
              text(name.canonical.text, {
                column: 0,
                rowSpan: tasks.reduce((rows, task) => rows + 1 + projectsOf(task).length, 1),
                role: 'row-header',
              }),
              text('소 계', { column: 1, role: 'row-header', emphasis: 'own' }),
            ],
            { emphasis: 'own' },
          ),
          ...tasks.flatMap((task) => [
            row(
              ['tasks', task.id],
              [text(labels.get(task.id) ?? '', { column: 1, role: 'row-header', align: 'left' })],
              { emphasis: 'none' },
            ),
            ...projectsOf(task).map(({ id, name }) =>
              row(
                ['tasks', task.id, 'projects', id],
                [text(`  - ${name.canonical.text}`, { column: 1, role: 'row-header', align: 'left' })],
                { emphasis: 'none' },
              ),
            ),
          ]),
        ]),
      ],
      orientation: 'landscape',
    }),
    notes: [
      [
        {
          text: '※ 공시한 금액입니다. 금액은 budget.xlsx의 세부사업별(입력)에서 고칩니다.',
          bold: false,
          raised: false,
        },
      ],
    ],
  };
}

function taskOfProject(address: Address): string | undefined {
  const form = formOf(address);
  return form.kind === 'project' ? form.task : undefined;
}

function addressIn({ content, stands }: SheetCell): readonly Address[] {
  if (content.kind === 'figure') return [content.address];
  return stands === undefined ? [] : [stands];
}
