// The sums that a budget book states -> whether they are what its lines come to; what does not add up was read wrongly, or is wrong in the book.
import Fraction from 'fraction.js';
import type { BudgetWords } from '../../../plan/budget-words.ts';
import type { ImportFaults } from '../import-faults.ts';
import { type Amounts, type Entry, nameOf } from './entry.ts';
import { agrees, differing, summed } from './parents.ts';
import { Runs } from './runs.ts';
import { ranksOf, Scope } from './scope.ts';
import { isSumText } from './sums.ts';
import type { SumOfOthers } from './tree.ts';

interface Reconciling {
  readonly words: BudgetWords;
  /** Of lines that stand there at several stages those that count. */
  readonly last: ReadonlySet<Entry>;
  /** Whether a line is one of a project of the plan. */
  readonly isMapped: (entry: Entry) => boolean;
}

/**
 * Finds for each stated sum the lines that it may be of: those right above or below it, those that share its texts, those of its table, its
 * sheet and the file; at one stage or at the last ones. Gives the entries that are the sums of others though no word says so. Rules:
 * `totals-do-not-add-up`, `repeated-line`; `total-line` as information.
 */
export function reconciled(
  tables: readonly (readonly Entry[])[],
  { words, last, isMapped }: Reconciling,
  faults: ImportFaults,
): ReadonlySet<Entry> {
  const left = new Set<Entry>();
  const tell = ({ place }: Entry) =>
    faults.add({ rule: 'total-line', severity: 'information', place, message: '합계 줄이라 지나갑니다.' });
  const leave = ({ sum, of }: SumOfOthers) => {
    if (!isMapped(sum)) {
      if (!left.has(sum)) tell(sum);
      left.add(sum);
      return;
    }
    const both = of.filter(isMapped);
    const [first] = both;
    if (first === undefined) return;
    faults.add({
      rule: 'repeated-line',
      place: sum.place,
      message: `이 줄은 다른 줄들의 합인데 둘 다 세부사업에 이어져 있어 두 번 셉니다: ${nameOf(sum)}`,
      expected: 'budget-codes.yaml에 합계 줄이나 그 아래 줄 가운데 하나만',
      related: both.map((one) => ({ place: one.place, note: nameOf(one) })),
    });
  };
  const counts = (entry: Entry) => last.has(entry) || entry.kind === 'nameless';
  const scopeOf = (entries: readonly Entry[]) =>
    new Scope(
      entries.filter(({ kind }) => kind !== 'sum'),
      counts,
    );
  const file = scopeOf(tables.flat().filter(({ kind }) => kind === 'line'));
  const sheets = new Map(
    [...new Set(file.lines.map(({ table }) => table.grid))].map((grid) => [
      grid,
      scopeOf(file.lines.filter(({ table }) => table.grid === grid)),
    ]),
  );
  for (const entries of tables) {
    const runs = ranksOf(entries).map((rank) => new Runs(entries, ({ stage }) => stage?.rank === rank));
    if (runs.length > 1) runs.push(new Runs(entries, (entry) => last.has(entry)));
    const isRunAt = (index: number, amounts: Amounts) => runs.some((one) => one.isRunAt(index, amounts));
    for (const [index, entry] of entries.entries())
      if (entry.kind === 'nameless' && isRunAt(index, entry.amounts)) leave({ sum: entry, of: [] });
    const lines = scopeOf(entries.filter(({ kind }) => kind === 'line'));
    const named = scopeOf(entries.filter((entry) => !left.has(entry)));
    for (const [index, entry] of entries.entries()) {
      if (entry.kind !== 'sum') continue;
      tell(entry);
      const { amounts } = entry;
      if ([...amounts.values()].every(({ n }) => n === 0n) || isRunAt(index, amounts)) continue;
      const sharing = lines.lines.filter((line) => shares(line, entry, words));
      const alike = sharing.length === lines.lines.length ? lines : scopeOf(sharing);
      const sheet = sheets.get(entry.table.grid) ?? lines;
      const scopes = [...new Set([alike, lines, named, sheet, file])];
      if (scopes.some((scope) => scope.comesTo(amounts))) continue;
      const explained = scopes.map((scope) => scope.explained(amounts)).find((sums) => sums !== undefined);
      if (explained !== undefined) {
        for (const one of explained) leave(one);
        continue;
      }
      const near = closest(entries, index, alike.lines, lines.lines);
      const scope = near.filter(counts);
      const suspect = suspectOf(amounts, scope);
      const additive = scope.length < near.length && agrees(amounts, summed(near));
      const related = suspect && [
        { place: suspect.place, note: `이 줄을 빼면 맞습니다: ${nameOf(suspect)}` },
      ];
      faults.add({
        rule: 'totals-do-not-add-up',
        place: entry.place,
        message: additive
          ? `합계 줄이 당초와 추경의 줄을 모두 더한 금액입니다: ${differing(entry.amounts, summed(scope), entry)}`
          : `합계 줄의 금액이 읽은 줄들의 합과 다릅니다: ${differing(entry.amounts, summed(scope), entry)}`,
        expected: additive
          ? '추경 줄이 늘어난 금액이면 증감액이라는 열로, 전체 금액이면 합계 줄을 지운 파일'
          : '줄들의 합과 같은 합계. 줄을 골라 남긴 파일이면 합계 줄을 지운 파일',
        ...(related && { related }),
      });
    }
  }
  return left;
}

/** Whether a line has each text of the sum's that is no word for a sum: its code, name, department, stage. */
function shares(line: Entry, sum: Entry, words: BudgetWords): boolean {
  if (sum.stage !== undefined && line.stage?.rank !== sum.stage.rank) return false;
  const same = (own: string, other: string) => other === '' || own === other || isSumText(other, words);
  return (
    same(line.code, sum.code) &&
    same(line.name, sum.name) &&
    [...sum.texts].every(([column, text]) => same(line.texts.get(column) ?? '', text))
  );
}

/** The lines that the sum was most likely meant to be of: those that share its texts, those since the sum before, or all. */
function closest(
  entries: readonly Entry[],
  index: number,
  alike: readonly Entry[],
  lines: readonly Entry[],
): readonly Entry[] {
  if (alike.length > 0 && alike.length < lines.length) return alike;
  const above = entries.slice(0, index);
  const run = above.slice(above.findLastIndex(({ kind }) => kind === 'sum') + 1);
  return run.length > 0 && index < entries.findLastIndex(({ kind }) => kind === 'line') ? run : lines;
}

/** The line that is as much as there is too much. */
function suspectOf(amounts: Amounts, scope: readonly Entry[]): Entry | undefined {
  const sum = summed(scope);
  return scope.find((entry) =>
    [...amounts].every(([part, amount]) =>
      new Fraction(sum.get(part) ?? 0).sub(amount).equals(entry.amounts.get(part) ?? 0),
    ),
  );
}
