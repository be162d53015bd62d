// A budget system's export and the plan's codes -> the changes of the projects' funding.
import Fraction from 'fraction.js';
import { hasErrors, type Outcome } from '../diagnostic.ts';
import { type Address, addressOf } from '../figure/address.ts';
import type { Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { UNITS, type Unit } from '../figure/unit.ts';
import type { BudgetCode } from '../plan/budget-codes.ts';
import type { SetChange } from '../plan/edition.ts';
import { FUNDING_SOURCES } from '../plan/programme.ts';
import type { BudgetTable } from './budget-columns.ts';
import { type BudgetLine, budgetLines } from './budget-lines.ts';
import { ImportFaults } from './import-faults.ts';
import type { Current } from './import-workbook.ts';
import { valueText } from './typed-value.ts';

/**
 * Adds up the lines of each project. Every line that no code covers is told (`unmapped-line`); so is a code that no line has
 * (`unused-code`). Amounts that a project cannot take are `not-importable`.
 */
export function importBudget(
  file: string,
  table: BudgetTable,
  isText: boolean,
  { plan, book }: Current,
): Outcome<readonly SetChange[]> {
  const faults = new ImportFaults(file);
  const lines = budgetLines(table, isText, faults);
  const codes = plan.budgetCodes ?? [];
  const used = new Set<BudgetCode>();
  const byRow = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const code = codeOf(line, codes);
    if (code === undefined) {
      faults.add({
        rule: 'unmapped-line',
        severity: 'warning',
        place: line.place,
        message: `budget-codes.yaml에 없는 줄이라 쓰지 않았습니다: ${line.code} ${line.name} ${line.total.toFraction()}${table.unit.label}`,
      });
      continue;
    }
    used.add(code);
    if (code.to !== undefined) byRow.set(code.to, [...(byRow.get(code.to) ?? []), line]);
  }
  for (const { code, place } of codes.filter((code) => !used.has(code))) {
    faults.add({
      rule: 'unused-code',
      severity: 'warning',
      place,
      message: `내보내기에 없는 세부사업입니다. 금액을 그대로 둡니다: ${code}`,
    });
  }

  const changes: SetChange[] = [];
  const put = (address: Address, exact: Fraction, place: SetChange['place']): void => {
    const figure = book.get(address);
    const unit = figure?.definition.unit ?? UNITS.천원;
    const after = amountIn(unit, exact, table.unit);
    const before = figure?.effective ?? NIL;
    if (sameValue(after, before)) return;
    if (exact.s < 0n)
      faults.add({
        rule: 'wrong-number',
        place,
        message: `줄을 더하면 예산이 0보다 작습니다: ${valueText(after)}`,
        expected: '0 이상의 수',
      });
    changes.push({
      kind: 'set',
      address,
      before: { value: before, place },
      after: { value: after, place },
      place,
    });
  };
  for (const [row, own] of byRow) {
    const [first] = own;
    if (first === undefined) continue;
    const at = (kind: string) => addressOf(...row.split('/'), 'funding', kind);
    const sum = (amount: (line: BudgetLine) => Fraction | undefined) =>
      own.reduce((all, line) => all.add(amount(line) ?? 0), new Fraction(0));
    const total = book.get(at('total'));
    if (total !== undefined && total.definition.relation === undefined) {
      put(
        at('total'),
        sum((line) => line.total),
        first.place,
      );
      continue;
    }
    const known = FUNDING_SOURCES.filter((source) => book.has(at(source)));
    const given = FUNDING_SOURCES.filter((source) => own.some(({ sources }) => sources.has(source)));
    // Without columns of sources, a project with a single source has no other place for the whole.
    const [only] = known;
    if (given.length === 0 && known.length === 1 && only !== undefined) {
      put(
        at(only),
        sum((line) => line.total),
        first.place,
      );
      continue;
    }
    if (
      given.length === 0 ||
      known.length === 0 ||
      known.some((source) => book.get(at(source))?.definition.relation !== undefined)
    ) {
      faults.add({
        rule: 'not-importable',
        place: first.place,
        message: `이 줄의 금액을 적을 곳이 없습니다: ${row}`,
        expected: '재원별 금액이 있는 내보내기와, 예산을 제 파일에 적은 과제나 세부사업',
      });
      continue;
    }
    for (const source of given) {
      const amount = sum(({ sources }) => sources.get(source));
      if (known.includes(source) || amount.n !== 0n) put(at(source), amount, first.place);
    }
  }
  const { diagnostics } = faults;
  return { value: hasErrors(diagnostics) ? undefined : changes, diagnostics };
}

const NIL: Value = { kind: 'nil' };

/** By code, by name, then by code without the zeros that a spreadsheet takes from its front. */
function codeOf({ code, name }: BudgetLine, codes: readonly BudgetCode[]): BudgetCode | undefined {
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');
  const exact = codes.find((one) => code !== '' && bare(one.code) === bare(code));
  if (exact !== undefined) return exact;
  const named = codes.find((one) => name !== '' && bare(one.code) === bare(name));
  if (named !== undefined || !/^\d+$/.test(code)) return named;
  const unpadded = (text: string) => text.replace(/^0+/, '');
  const alike = codes.filter((one) => /^\d+$/.test(one.code) && unpadded(one.code) === unpadded(code));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The amount in another unit of money; nil for nothing. */
function amountIn(unit: Unit, amount: Fraction, from: Unit): Value {
  const shift = from.exponent - unit.exponent;
  const power = new Fraction(10n ** BigInt(Math.abs(shift)));
  const exact = shift < 0 ? amount.div(power) : amount.mul(power);
  if (exact.n === 0n) return NIL;
  let digits = 0;
  for (let scaled = exact; scaled.d !== 1n; scaled = scaled.mul(10)) digits++;
  return { kind: 'quantity', exact, digits };
}
