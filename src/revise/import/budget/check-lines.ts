// Lines of a budget book -> the same with their sources, which come to the amount of the line.
import Fraction from 'fraction.js';
import type { FundingSource } from '../../../plan/programme.ts';
import type { ImportFaults } from '../import-faults.ts';
import { wonText } from './cell-amount.ts';
import { type BudgetLine, type Entry, nameOf } from './entry.ts';
import type { HeadColumn } from './head.ts';

/** Rules: `sources-do-not-add-up`, `unknown-source`; `column-not-read` as information. */
export function checkLines(
  entries: readonly Entry[],
  all: readonly FundingSource[],
  faults: ImportFaults,
): readonly BudgetLine[] {
  const reported = new Set<string>();
  const inRows = sourcesInRows(entries);
  return entries.flatMap((entry): readonly BudgetLine[] => {
    if (entry.kind !== 'line') return [];
    const { amounts, segment, table, place } = entry;
    const given = segment.layout.amounts;
    const hasTotal = given.some(({ part }) => part === 'total');
    const sources = new Map<FundingSource, Fraction>();
    for (const source of all) {
      const amount = amounts.get(source);
      if (amount !== undefined) sources.set(source, amount);
      else if (given.some(({ part }) => part === source) || inRows.has(source))
        sources.set(source, new Fraction(0));
    }
    const sum = [...sources.values()].reduce((sum, amount) => sum.add(amount), new Fraction(0));
    const total = hasTotal ? (amounts.get('total') ?? new Fraction(0)) : sum;
    const unread = unreadAmounts(entry);
    const fails = sources.size > 0 && !sum.equals(total);
    if (fails || (!hasTotal && unread.length > 0)) {
      const labels = unread.map(({ path }) => `‘${path.join(' ')}’`).join(', ');
      faults.add({
        rule: unread.length > 0 ? 'unknown-source' : 'sources-do-not-add-up',
        place,
        message:
          unread.length > 0
            ? `모르는 재원의 열에 금액이 있습니다: ${labels} (${nameOf(entry)})`
            : `예산액과 재원의 합이 다릅니다: 예산액 ${wonText(total, table.unit)}, 재원의 합 ${wonText(sum, table.unit)} (${nameOf(entry)})`,
        expected:
          unread.length > 0
            ? 'budget-codes.yaml의 sources에 적은 재원 (예: 균특: national, 재원이 아니면 none)'
            : '예산액과 재원이 맞는 내보내기',
      });
      return [];
    }
    for (const { column, path } of unread) {
      const label = path.join(' ');
      if (reported.has(label)) continue;
      reported.add(label);
      faults.add({
        rule: 'column-not-read',
        severity: 'information',
        place: table.grid.place(segment.head.bottom, column),
        message: `수가 있지만 재원도 예산액도 아니라 쓰지 않은 열입니다: ${label}`,
      });
    }
    return [{ ...entry, kind: 'line', total, sources }];
  });
}

/** Of a book that has a line for each source: a source without a line has nothing. */
function sourcesInRows(entries: readonly Entry[]): ReadonlySet<FundingSource> {
  const found = new Set<FundingSource>();
  for (const { segment, amounts } of entries) {
    if (!segment.head.texts.has('source') || segment.layout.amounts.some(({ part }) => part !== 'total'))
      continue;
    for (const part of amounts.keys()) if (part !== 'total') found.add(part);
  }
  return found;
}

/** Columns among the amounts whose labels nobody knows, where the line has a number other than 0. */
function unreadAmounts({ segment: { head, layout }, table: { grid }, row }: Entry): readonly HeadColumn[] {
  const first = Math.min(...layout.amounts.map(({ column }) => column));
  const read = new Set([...layout.amounts, ...layout.befores, ...layout.changes].map(({ column }) => column));
  return head.columns.filter(({ column, meaning }) => {
    if (column < first || read.has(column) || meaning.kind === 'text') return false;
    if (meaning.kind === 'amount' && (meaning.series !== undefined || meaning.part === 'total')) return false;
    return /^[-△▲(]?[0,]*[1-9][\d,.]*\)?(백만|천)?원?$/.test(grid.own(row, column));
  });
}
