// A comparison -> the worksheet 변경대비표 in the budget team's columns: 기정예산액, 경정예산액, 비교증감 by source, 증감률, 사유.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { UNITS, type Unit } from '../../figure/unit.ts';
import {
  type ComparedItem,
  type ComparedPart,
  type Comparison,
  comparedAddress,
  depthsOf,
} from '../../plan/comparison.ts';
import { type FundingSource, sourcesIn } from '../../plan/programme.ts';
import { stateName } from '../comparison/amounts-table.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

/** Every amount is counted in it, whatever unit it is kept in. */
const UNIT = UNITS.천원;

const GROUPS = [
  { part: 'before', label: '기정예산액(A)' },
  { part: 'after', label: '경정예산액(B)' },
  { part: 'change', label: '비교증감(B-A)' },
] as const satisfies readonly { readonly part: ComparedPart; readonly label: string }[];

/** The earlier amounts are constants, the present ones refer to the cells that hold them, the rest follows. None without a changed budget. */
export function comparisonSheet(
  { items, figures }: Comparison,
  labels: Readonly<Record<FundingSource, string>>,
  book: FigureBook,
): Sheet | undefined {
  const listed = items.filter(({ state, fundingChanged }) => fundingChanged || state !== 'changed');
  if (listed.length === 0) return undefined;
  const kinds = ['total' as const, ...sourcesOf(listed).filter((source) => hasAmount(listed, source, book))];
  const width = kinds.length;
  const depths = depthsOf(listed);
  const rateColumn = 2 + GROUPS.length * width;
  const head = (label: string, shape: Shape) => text(label, { role: 'column-header', ...shape });
  const kindLabel = (kind: FundingSource | 'total') => (kind === 'total' ? '계' : (labels[kind] ?? kind));
  return {
    name: '변경대비표',
    caption: [{ text: '세출예산 변경 대비표', bold: true, raised: false }],
    unitLine: [{ text: `(단위 : ${UNIT.label}, %)`, bold: false, raised: false }],
    columns: [46, 12, ...GROUPS.flatMap(() => kinds.map(() => 14)), 10, 40],
    headerRows: 2,
    headerColumns: 1,
    rows: [
      [
        head('구 분', { column: 0, rowSpan: 2 }),
        head('변경', { column: 1, rowSpan: 2 }),
        ...GROUPS.map(({ label }, index) => head(label, { column: 2 + index * width, colSpan: width })),
        head('증감률 (B-A)/A', { column: rateColumn, rowSpan: 2 }),
        head('사 유', { column: rateColumn + 1, rowSpan: 2 }),
      ],
      GROUPS.flatMap((_, group) =>
        kinds.map((kind, index) => head(kindLabel(kind), { column: 2 + group * width + index })),
      ),
      ...listed.map((item, index): readonly SheetCell[] => {
        const emphasis = item.level === 'all' || item.level === 'strategy' ? 'total' : 'none';
        const label = `${'  '.repeat(depths[index] ?? 0)}${item.name?.canonical.text ?? '총 계'}`;
        const amount = (part: ComparedPart, kind: FundingSource | 'total', column: number): SheetCell => {
          const address = item.funding[kind];
          if (address === undefined) return cell({ kind: 'empty' }, { column, emphasis });
          return figure(comparedAddress(address, part), { column, emphasis }, UNIT);
        };
        return [
          text(label, { column: 0, role: 'row-header', align: 'left', emphasis }),
          text(stateName(item), { column: 1, emphasis }),
          ...GROUPS.flatMap(({ part }, group) =>
            kinds.map((kind, index) => amount(part, kind, 2 + group * width + index)),
          ),
          rateCell(item, book, { column: rateColumn, emphasis }),
          text(reasonsOf(item, figures), { column: rateColumn + 1, align: 'left', emphasis }),
        ];
      }),
    ],
    notes: [],
    orientation: 'landscape',
  };
}

function figure(address: Address, shape: Shape, unit?: Unit): SheetCell {
  return cell(
    { kind: 'figure', address, suffix: '', bold: false, ...(unit && { unit }) },
    { align: 'right', ...shape },
  );
}

/** The whole has all of them, in order. */
function sourcesOf([whole]: readonly ComparedItem[]): readonly FundingSource[] {
  return whole === undefined ? [] : sourcesIn(whole.funding);
}

function hasAmount(items: readonly ComparedItem[], source: FundingSource, book: FigureBook): boolean {
  return items.some(({ funding }) => {
    const address = funding[source];
    if (address === undefined) return false;
    return [address, comparedAddress(address, 'before')].some((one) => isAmount(one, book));
  });
}

function isAmount(address: Address, book: FigureBook): boolean {
  const value = book.get(address)?.effective;
  return value?.kind === 'quantity' && !value.exact.equals(0);
}

/** 순증 where there was nothing before; blank where nothing is. */
function rateCell({ funding: { total } }: ComparedItem, book: FigureBook, shape: Shape): SheetCell {
  if (total === undefined) return cell({ kind: 'empty' }, shape);
  if (isAmount(comparedAddress(total, 'before'), book)) return figure(comparedAddress(total, 'rate'), shape);
  return text(isAmount(total, book) ? '순증' : '', { align: 'right', ...shape });
}

/** Why it came or went, or why its amounts differ. */
function reasonsOf({ state, reasons, funding }: ComparedItem, figures: Comparison['figures']): string {
  const own =
    state === 'changed'
      ? Object.values(funding).flatMap((address) => (address && figures.get(address)?.reasons) ?? [])
      : reasons;
  return [...new Set(own.map((reason) => reason.text))].join('\n');
}
