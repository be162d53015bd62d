// The ministry's categories -> the worksheet 고용부 분류별: each category's lines under its sum.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { type ClassifiedLine, classifiedLines, SECTORS } from '../../plan/category.ts';
import type { Programme } from '../../plan/programme.ts';
import { figure, sheet } from './programme-frame.ts';
import { type Shape, text } from './sheet-cells.ts';

const WHOLE_TASK = '과제 전체';

/** Undefined where nothing has a category. */
export function categorySheet(programme: Programme, book: FigureBook): Sheet | undefined {
  const lines = classifiedLines(programme);
  if (lines.length === 0) return undefined;
  const numbers = (
    target: Address | undefined,
    funding: Address | undefined,
    more: Partial<SheetCell> = {},
  ) => {
    // Not every category has both.
    const known = (address: Address | undefined, shape: Shape) =>
      figure(address !== undefined && book.has(address) ? address : undefined, { ...shape, ...more });
    return [known(target, { column: 3 }), known(funding, { column: 4 })];
  };
  const sums = (name: string, more: Partial<SheetCell> = {}) =>
    numbers(addressOf('categories', name, 'target'), addressOf('categories', name, 'funding'), more);
  const total = { emphasis: 'total' } as const;
  const across = (label: string): SheetCell =>
    text(label, { column: 0, colSpan: 3, role: 'row-header', ...total });
  const lineRow = ({ task, project, target, funding }: ClassifiedLine): readonly SheetCell[] => [
    text(task.name.canonical.text, { column: 1, role: 'row-header', align: 'left' }),
    text(project?.name.canonical.text ?? WHOLE_TASK, { column: 2, role: 'row-header', align: 'left' }),
    ...numbers(target, funding),
  ];
  const sectorRows = SECTORS.flatMap(({ id: sector, label: sectorLabel, categories }) => {
    const rows = categories.flatMap(({ id, label }) => {
      const own = lines.filter(({ category }) => category === id);
      if (own.length === 0) return [];
      return [
        [
          text(label, { column: 0, rowSpan: own.length + 1, role: 'row-header' }),
          text('소계', { column: 1, colSpan: 2, role: 'row-header', emphasis: 'own' }),
          ...sums(id, { emphasis: 'own' }),
        ],
        ...own.map(lineRow),
      ];
    });
    return rows.length === 0 ? [] : [[across(sectorLabel), ...sums(sector, total)], ...rows];
  });
  return sheet({
    name: '고용부 분류별',
    caption: '고용노동부 분류별 일자리 목표와 예산',
    unit: '(단위 : 명, 천원)',
    columns: [22, 34, 44, 11, 15],
    labels: ['분류', '실천과제', '세부사업', '목표', '예산'],
    headerColumns: 1,
    rows: [
      [
        across('총 계'),
        ...numbers(
          addressOf('strategies', 'all', 'target'),
          addressOf('strategies', 'all', 'funding', 'total'),
          total,
        ),
      ],
      ...sectorRows,
      [across('분류를 적지 않은 것'), ...sums('unclassified', total)],
    ],
    orientation: 'portrait',
  });
}
