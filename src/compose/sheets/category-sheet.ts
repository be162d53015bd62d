// The ministry's categories -> the worksheet 고용부 분류별: each category's lines under its sum, amounts by source.

import Fraction from 'fraction.js';
import type { CellCount } from '../../document/live-sum.ts';
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { UNITS } from '../../figure/unit.ts';
import {
  type CategorySum,
  type ClassifiedLine,
  classifiedLines,
  lastTargets,
  sumName,
} from '../../plan/classified-lines.ts';
import { type FundingSource, type Programme, tasksOf } from '../../plan/programme.ts';
import { figure, sheet } from './programme-frame.ts';
import { cell, text } from './sheet-cells.ts';

const WHOLE_TASK = '과제 전체';
/** The first column of figures, behind the numbers of projects. */
const FIRST = 4;

/** What is listed of each line, and how wide its column is. */
interface Kind {
  readonly sum: CategorySum;
  readonly label: string;
  readonly width: number;
  /** The whole plan's. */
  readonly all: Address;
  readonly of: (line: ClassifiedLine) => Address | undefined;
}

/** Undefined where nothing has a category. Sources have columns where they have money, last year's targets where one is known. */
export function categorySheet(
  programme: Programme,
  labels: Readonly<Record<FundingSource, string>>,
  book: FigureBook,
): Sheet | undefined {
  const lines = classifiedLines(programme);
  if (lines.length === 0) return undefined;
  const kinds = kindsOf(programme, labels, book);
  const numbers = (
    addressAt: (kind: Kind) => Address | undefined,
    more: Partial<SheetCell> = {},
  ): readonly SheetCell[] =>
    kinds.map((kind, index) => {
      const address = addressAt(kind);
      // Not every category has all of them.
      const known = address !== undefined && book.has(address) ? address : undefined;
      const emphasis = kind.sum === 'total' ? ({ emphasis: 'total' } as const) : {};
      // Amounts are typed into the workbook of the budget, where a task's follow from its projects'.
      const isCount = kind.sum === 'target' || kind.sum === 'last-target';
      const shape = {
        column: FIRST + index,
        ...emphasis,
        ...(isCount ? {} : { elsewhere: true as const }),
        ...more,
      };
      return figure(known, shape, isCount ? UNITS.명 : UNITS.천원);
    });
  /** How many projects stand in so many rows from a row below. */
  const count = (
    from: number,
    to: number,
    comes: number,
    more: Partial<CellCount>,
    shape: Partial<SheetCell>,
  ) =>
    cell(
      {
        kind: 'live',
        sum: { kind: 'count', column: 2, from, to, except: WHOLE_TASK, ...more },
        comes: new Fraction(comes),
      },
      { column: FIRST - 1, align: 'right', ...shape },
    );
  const listed = (own: readonly ClassifiedLine[]) =>
    own.filter(({ project }) => project !== undefined).length;
  const sums = (name: string, more: Partial<SheetCell>) =>
    numbers(({ sum }) => {
      const address = addressOf('categories', name, sumName(sum));
      // By the list alone.
      return book.get(address)?.definition.relation === undefined ? undefined : address;
    }, more);
  const total = { emphasis: 'total' } as const;
  const across = (label: string): SheetCell =>
    text(label, { column: 0, colSpan: 3, role: 'row-header', ...total });
  const lineRow = (line: ClassifiedLine): readonly SheetCell[] => [
    text(line.task.name.canonical.text, { column: 1, role: 'row-header', align: 'left' }),
    text(line.project?.name.canonical.text ?? WHOLE_TASK, { column: 2, role: 'row-header', align: 'left' }),
    cell({ kind: 'empty' }, { column: FIRST - 1 }),
    ...numbers(({ of }) => of(line)),
  ];
  const sectorRows = programme.sectors.flatMap(({ id: sector, label: sectorLabel, categories }) => {
    const rows = categories.flatMap(({ id, label }) => {
      const own = lines.filter(({ category }) => category === id);
      if (own.length === 0) return [];
      return [
        [
          text(label, { column: 0, rowSpan: own.length + 1, role: 'row-header' }),
          text('소계', { column: 1, colSpan: 2, role: 'row-header', emphasis: 'own' }),
          count(1, own.length, listed(own), {}, { emphasis: 'own' }),
          ...sums(id, { emphasis: 'own' }),
        ],
        ...own.map(lineRow),
      ];
    });
    if (rows.length === 0 || sector === undefined) return rows;
    const within = lines.filter(({ category }) => categories.some(({ id }) => id === category));
    return [
      [across(sectorLabel ?? ''), count(1, rows.length, listed(within), {}, total), ...sums(sector, total)],
      ...rows,
    ];
  });
  const size = sectorRows.length;
  const all = tasksOf(programme).reduce((sum, { projects }) => sum + projects.length, 0);
  const others = all - listed(lines);
  return sheet({
    name: '고용부 분류별',
    caption: '고용노동부 분류별 일자리 목표와 예산',
    unit: '(단위 : 개, 명, 천원)',
    columns: [22, 34, 44, 8, ...kinds.map(({ width }) => width)],
    labels: ['분류', '실천과제', '세부사업', '사업 수', ...kinds.map(({ label }) => label)],
    headerColumns: 1,
    rows: [
      [
        across('총 계'),
        count(1, size, all, others === 0 ? {} : { more: others }, total),
        ...numbers(({ all }) => all, total),
      ],
      ...sectorRows,
      [
        across('분류를 적지 않은 것'),
        count(-size, -1, others, { less: size + 1 }, total),
        ...sums('unclassified', total),
      ],
    ],
    orientation: 'landscape',
  });
}

function kindsOf(
  programme: Programme,
  labels: Readonly<Record<FundingSource, string>>,
  book: FigureBook,
): readonly Kind[] {
  const funding = (kind: 'total' | FundingSource, label: string): Kind => ({
    sum: kind,
    label,
    width: 13,
    all: addressOf('strategies', 'all', 'funding', kind),
    of: (line) => line.funding[kind],
  });
  const lastTarget: Kind = {
    sum: 'last-target',
    label: '지난해\n목표',
    width: 10,
    all: addressOf('categories', 'all', 'last-target'),
    of: (line) => line.lastTarget,
  };
  return [
    ...(lastTargets(programme).length === 0 ? [] : [lastTarget]),
    {
      sum: 'target',
      label: '목표',
      width: 10,
      all: addressOf('strategies', 'all', 'target'),
      of: (line) => line.target,
    },
    funding('total', '예산 계'),
    ...programme.sources
      .map((source) => funding(source, labels[source] ?? source))
      .filter(({ all }) => {
        const value = book.get(all)?.effective;
        return value?.kind === 'quantity' && !value.exact.equals(0);
      }),
  ];
}
