// The lines of each project -> the changes of its funding.
import Fraction from 'fraction.js';
import { type Address, below } from '../../../figure/address.ts';
import type { FigureBook, Value } from '../../../figure/figure.ts';
import { sameValue } from '../../../figure/quantity.ts';
import { UNITS, type Unit } from '../../../figure/unit.ts';
import type { SetChange } from '../../../plan/edition.ts';
import type { FundingSource } from '../../../plan/programme.ts';
import type { ImportFaults } from '../import-faults.ts';
import { inWon, wonText } from './cell-amount.ts';
import type { BudgetLine } from './entry.ts';

/** What messages call the row, and the sources of its funding. */
interface RowWords {
  readonly name: string;
  readonly label: (source: FundingSource) => string;
  /** All of the plan's. */
  readonly sources: readonly FundingSource[];
}

const NIL: Value = { kind: 'nil' };

/**
 * Where a project has a total alone it takes the whole, else the sources that the file has columns of. Rules: `wrong-number` where less than
 * nothing remains, `not-importable` where the project cannot take the amounts, `unclear-amounts` where whole amounts and increases are mixed.
 */
export function fundingChanges(
  row: string,
  lines: readonly BudgetLine[],
  { name, label, sources: all }: RowWords,
  book: FigureBook,
  faults: ImportFaults,
): readonly SetChange[] {
  const [first] = lines;
  if (first === undefined) return [];
  const increases = lines.filter(({ segment }) => segment.layout.kind === 'increase');
  if (increases.length > 0 && increases.length < lines.length) {
    faults.add({
      rule: 'unclear-amounts',
      place: first.place,
      message: `증감액의 줄과 전체 금액의 줄이 섞여 있습니다: ${name}`,
      expected: '한 세부사업에는 증감액이나 전체 금액 가운데 하나',
    });
    return [];
  }
  const changes: SetChange[] = [];
  const at = (kind: string) => below(row, 'funding', kind);
  const sum = (amount: (line: BudgetLine) => Fraction | undefined) =>
    lines.reduce((all, line) => all.add(amount(line) ?? 0), new Fraction(0));
  const put = (address: Address, won: Fraction): void => {
    const figure = book.get(address);
    const unit = figure?.definition.unit ?? UNITS.천원;
    const before = figure?.effective ?? NIL;
    const present = before.kind === 'quantity' ? inWon(before.exact, unit) : new Fraction(0);
    const exact = increases.length > 0 ? present.add(won) : won;
    const after = amountIn(exact, unit);
    if (sameValue(after, before)) return;
    const { place } = first;
    if (exact.s < 0n && exact.n !== 0n)
      faults.add({
        rule: 'wrong-number',
        place,
        message: `줄을 더하면 예산이 0보다 작습니다: ${name} ${wonText(exact, unit)}`,
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
  const total = book.get(at('total'));
  if (total !== undefined && total.definition.relation === undefined) {
    put(
      at('total'),
      sum((line) => line.total),
    );
    return changes;
  }
  const known = all.filter((source) => book.has(at(source)));
  const given = all.filter((source) => lines.some(({ sources }) => sources.has(source)));
  // Without columns of sources, a project with a single source has no other place for the whole.
  const [only] = known;
  if (given.length === 0 && known.length === 1 && only !== undefined) {
    put(
      at(only),
      sum((line) => line.total),
    );
    return changes;
  }
  if (
    given.length === 0 ||
    known.length === 0 ||
    known.some((source) => book.get(at(source))?.definition.relation !== undefined)
  ) {
    faults.add({
      rule: 'not-importable',
      place: first.place,
      message: `이 줄의 금액을 적을 곳이 없습니다: ${name}`,
      expected: '재원별 금액이 있는 내보내기와, 예산을 제 파일에 적은 과제나 세부사업',
    });
    return [];
  }
  for (const source of known) {
    const figure = book.get(at(source));
    if (given.includes(source) || figure?.effective?.kind !== 'quantity' || figure.effective.exact.n === 0n)
      continue;
    const { unit } = figure.definition;
    faults.add({
      rule: 'source-not-in-file',
      severity: 'warning',
      place: first.place,
      message: `파일에 이 재원의 열이 없어 지금 금액을 그대로 둡니다: ${name} ${label(source)} ${wonText(inWon(figure.effective.exact, unit), unit)}`,
    });
  }
  for (const source of given) {
    const amount = sum(({ sources }) => sources.get(source));
    if (known.includes(source) || amount.n !== 0n) put(at(source), amount);
  }
  return changes;
}

/** What a project has now, in won. */
export function presentWon(row: string, sources: readonly FundingSource[], book: FigureBook): Fraction {
  const won = (kind: string): Fraction | undefined => {
    const figure = book.get(below(row, 'funding', kind));
    const value = figure?.effective;
    if (figure === undefined || value?.kind !== 'quantity') return undefined;
    return inWon(value.exact, figure.definition.unit);
  };
  return won('total') ?? sources.reduce((sum, source) => sum.add(won(source) ?? 0), new Fraction(0));
}

/** The amount in another unit of money, exactly; nil for nothing. */
function amountIn(won: Fraction, unit: Unit): Value {
  const exact = won.div(unit.scale);
  if (exact.n === 0n) return NIL;
  let digits = 0;
  for (let scaled = exact; scaled.d !== 1n; scaled = scaled.mul(10)) digits++;
  return { kind: 'quantity', exact, digits };
}
