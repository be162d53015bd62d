// The programme -> 총괄: strategies by source in 백만원 by the rounding policy, and the exact 천원 beside.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf } from '../../figure/address.ts';
import { UNITS, type Unit } from '../../figure/unit.ts';
import type { FundingSource, Programme } from '../../plan/programme.ts';
import { type Books, DIFFERENCE_NOTE, difference, differs } from './differences.ts';
import { type SourceLabels, TOTAL_TARGET } from './programme-frame.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

/** What it lists in 백만원; 지방비 is 시비 and 구비 together, as the ministry counts, before the first of them. */
function budgetKinds(sources: readonly FundingSource[]): readonly string[] {
  const at = sources.findIndex((source) => source === 'province' || source === 'district');
  return ['total', ...sources.toSpliced(at, 0, 'local')];
}

/** Names of the totals' cells begin with it: 예산_합계_백만원, 예산_국비_백만원 … */
const TOTAL_BUDGET = '예산_';

interface Column {
  readonly path: readonly string[];
  readonly label: string;
  readonly unit: Unit;
  readonly isTotal: boolean;
  /** Of the plan's total in it, for formulas elsewhere. */
  readonly name?: string;
}

/** Behind the amounts what they were published as more than they come to now, where any differs. */
export function summarySheet(programme: Programme, sources: SourceLabels, books: Books): Sheet {
  const names: Readonly<Record<string, string>> = { total: '합계', local: '지방비', ...sources };
  const nameOf = (kind: string) => names[kind] ?? kind;
  const target: Column = {
    ...{ path: ['target'], label: '목표', unit: UNITS.명, isTotal: false },
    name: TOTAL_TARGET,
  };
  const budgets = budgetKinds(programme.sources).map(
    (kind): Column => ({
      ...{ path: ['budget', kind], label: nameOf(kind), unit: UNITS.백만원, isTotal: kind === 'total' },
      name: `${TOTAL_BUDGET}${nameOf(kind)}_백만원`,
    }),
  );
  /** What it lists in 천원 beside. */
  const amounts = ['total', ...programme.sources].map(
    (kind): Column => ({
      ...{ path: ['funding', kind], label: nameOf(kind), unit: UNITS.천원, isTotal: kind === 'total' },
    }),
  );
  const ids = ['all', ...programme.strategies.map(({ id }) => id)];
  const differing = (columns: readonly Column[]) =>
    columns.filter(({ path }) => ids.some((id) => differs(addressOf('strategies', id, ...path), books)));
  const shown = [target, ...budgets, ...amounts];
  const groups = [
    { label: '예산 (백만원, 단수조정)', columns: budgets },
    { label: '예산 (천원)', columns: amounts },
  ];
  const checks = [
    { label: '공시차이 (명)', columns: differing([target]) },
    { label: '공시차이 (백만원)', columns: differing(budgets) },
    { label: '공시차이 (천원)', columns: differing(amounts) },
  ].filter(({ columns }) => columns.length > 0);
  const checked = checks.flatMap(({ columns }) => columns);
  const row = (id: string, label: string, more: Partial<SheetCell> = {}) => {
    const at = ({ path }: Column): Address => addressOf('strategies', id, ...path);
    return [
      text(label, { column: 0, role: 'row-header', ...more }),
      ...shown.map((one, index) =>
        cell(
          { kind: 'figure', address: at(one), suffix: '', bold: false, unit: one.unit },
          {
            column: 1 + index,
            align: 'right',
            ...(one.isTotal ? { emphasis: 'total' } : {}),
            ...more,
            ...(id === 'all' && one.name !== undefined ? { name: one.name } : {}),
          },
        ),
      ),
      ...checked.map((one, index) =>
        difference(at(one), books, one.unit, { column: 1 + shown.length + index, ...more }),
      ),
    ];
  };
  const head = (label: string, shape: Shape) => text(label, { role: 'column-header', ...shape });
  let column = 2;
  const spans = [...groups, ...checks].map(({ label, columns }) => {
    const made = head(label, { column, colSpan: columns.length });
    column += columns.length;
    return made;
  });
  return {
    name: '총괄',
    caption: [{ text: '추진전략별 목표와 예산 총괄', bold: true, raised: false }],
    unitLine: [{ text: '(단위 : 명, 백만원, 천원)', bold: false, raised: false }],
    columns: [36, 10, ...budgets.map(() => 10), ...amounts.map(() => 13), ...checked.map(() => 11)],
    headerRows: 2,
    headerColumns: 1,
    rows: [
      [head('구 분', { column: 0, rowSpan: 2 }), head('목표', { column: 1, rowSpan: 2 }), ...spans],
      [...budgets, ...amounts, ...checked].map(({ label }, index) => head(label, { column: 2 + index })),
      row('all', '총 계', { emphasis: 'total' }),
      ...programme.strategies.map(({ id, name }) => row(id, name.canonical.text)),
    ],
    notes: [
      [
        {
          text: '※ 합계 일치를 위한 단수조정으로 개별 반올림값과 다를 수 있음',
          bold: false,
          raised: false,
        },
      ],
      ...(checks.length === 0 ? [] : [DIFFERENCE_NOTE]),
    ],
    orientation: 'landscape',
  };
}
