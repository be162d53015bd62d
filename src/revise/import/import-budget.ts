// A budget system's export and the plan's codes -> the changes of the projects' funding.

import { hasErrors, type Outcome } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import type { BudgetCode } from '../../plan/budget-codes.ts';
import type { SetChange } from '../../plan/edition.ts';
import { sourceLabels } from '../../plan/office.ts';
import type { FundingSource } from '../../plan/programme.ts';
import type { PlainSheet } from '../../spreadsheet/spreadsheet.ts';
import { checkIncreases } from './budget/between-stages.ts';
import { wonText } from './budget/cell-amount.ts';
import { checkLines } from './budget/check-lines.ts';
import { LineCodes, rowName } from './budget/codes.ts';
import type { Vocabulary } from './budget/column-meaning.ts';
import { type BudgetLine, type Entry, nameOf } from './budget/entry.ts';
import { fundingChanges, presentWon } from './budget/funding-changes.ts';
import { Grid } from './budget/grid.ts';
import { lastStages } from './budget/last-stages.ts';
import { withoutParents } from './budget/parents.ts';
import { checkUnit } from './budget/plausible-unit.ts';
import { readEntries } from './budget/read-entries.ts';
import { budgetTables } from './budget/tables.ts';
import { checkTablesApart } from './budget/tables-apart.ts';
import { tellStages } from './budget/tell-stages.ts';
import { reconciled } from './budget/totals.ts';
import type { Current } from './current.ts';
import { ImportFaults } from './import-faults.ts';
import { implausibleChanges } from './plausible-change.ts';

/** A file that holds a budget table. */
interface BudgetFile {
  readonly file: string;
  readonly sheets: readonly PlainSheet[];
  /** Whether a cell's place is its line. */
  readonly isText: boolean;
}

/**
 * Reads every table of every sheet, adds up the lines of each project, and holds what was read against the sums that the file states. Every line
 * that no code covers is told (`unmapped-line`); so is a project that has codes and no line (`unused-code`). Amounts that a project cannot
 * take are `not-importable`. With an error there are no changes.
 */
export function importBudget(
  { file, sheets, isText }: BudgetFile,
  vocabulary: Vocabulary,
  { plan, book, reason }: Current,
): Outcome<readonly SetChange[]> {
  const faults = new ImportFaults(file, reason);
  const grids = sheets.map((sheet) => new Grid(sheet, file, isText));
  const tables = budgetTables(grids, vocabulary, plan.year, faults);
  for (const { segments, grid } of tables)
    for (const { head, layout } of segments.slice(0, 1))
      if (layout.kind === 'unclear')
        faults.add({
          rule: 'unclear-amounts',
          place: grid.place(head.bottom, layout.amounts[0]?.column ?? 1),
          message: '금액의 열이 전체 금액인지 늘어난 금액인지 알 수 없습니다.',
          expected: '예산액이나 경정액(전체 금액), 또는 증감액이라고 적힌 열',
        });
  const codes = new LineCodes(plan.budgetCodes?.lines ?? []);
  const found = tables.map((table) => readEntries(table, vocabulary, faults));
  const isMapped = (entry: Entry) => codes.of(entry)?.to !== undefined;
  checkIncreases(found.flat(), isMapped, faults);
  const read = found.map((entries) => [
    ...withoutParents(
      entries.filter(({ kind }) => kind !== 'increase'),
      faults,
    ),
  ]);
  const last = lastStages(
    read.flat().filter(({ kind }) => kind === 'line'),
    plan.year,
    faults,
  );
  const sums = reconciled(read, { words: vocabulary.words, last: new Set(last), isMapped }, faults);
  for (const entry of read.flat())
    if (
      entry.kind === 'nameless' &&
      !sums.has(entry) &&
      [...entry.amounts.values()].some(({ n }) => n !== 0n)
    )
      faults.add({
        rule: 'unmapped-line',
        severity: 'warning',
        place: entry.place,
        message: '코드도 이름도 없는 줄이라 쓰지 않았습니다.',
      });

  const lines = checkLines(
    last.filter((line) => !sums.has(line)),
    plan.programme.sources,
    faults,
  );
  const used = new Set<BudgetCode['to']>();
  const byRow = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const code = codes.of(line);
    if (code === undefined) {
      faults.add({
        rule: 'unmapped-line',
        severity: 'warning',
        place: line.place,
        message: `budget-codes.yaml에 없는 줄이라 쓰지 않았습니다: ${nameOf(line)} ${wonText(line.total, line.table.unit)}`,
      });
      continue;
    }
    if (code.to === undefined) continue;
    used.add(code.to);
    const own = byRow.get(code.to);
    if (own === undefined) byRow.set(code.to, [line]);
    else own.push(line);
  }
  const nameOfRow = (row: string) => rowName(row, plan);
  // Where lines were refused nobody knows which projects have none.
  if (!hasErrors(faults.diagnostics)) tellUnused(plan.budgetCodes?.lines ?? [], used, nameOfRow, faults);
  checkTablesApart(byRow, nameOfRow, faults);
  checkUnit(byRow, (row) => presentWon(row, plan.programme.sources, book), nameOfRow, faults);
  tellStages(byRow, (row) => presentWon(row, plan.programme.sources, book), nameOfRow, faults);
  const labels = sourceLabels(plan.office, plan.labels);
  const label = (source: FundingSource) => labels[source] ?? source;
  const changes = [...byRow].flatMap(([row, own]) =>
    fundingChanges(row, own, { name: nameOfRow(row), label, sources: plan.programme.sources }, book, faults),
  );
  const unitOf = (address: Address) => book.get(address)?.definition.unit;
  // Where the unit is not sure, nobody knows what changes.
  if (!hasErrors(faults.diagnostics)) faults.diagnostics.push(...implausibleChanges(changes, reason, unitOf));
  const { diagnostics } = faults;
  return { value: hasErrors(diagnostics) ? undefined : changes, diagnostics };
}

/** Projects of which the file has no line, by whichever of their codes. */
function tellUnused(
  codes: readonly BudgetCode[],
  used: ReadonlySet<BudgetCode['to']>,
  nameOfRow: (row: string) => string,
  faults: ImportFaults,
): void {
  const reported = new Set<string>();
  for (const { to, place } of codes) {
    if (to === undefined || used.has(to) || reported.has(to)) continue;
    reported.add(to);
    const own = codes.filter((one) => one.to === to).map(({ code }) => code);
    faults.add({
      rule: 'unused-code',
      severity: 'warning',
      place,
      message: `내보내기에 줄이 없어 금액을 그대로 둡니다: ${nameOfRow(to)} (${own.join(', ')})`,
    });
  }
}
