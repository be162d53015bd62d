// What was typed where a project had no figure when the workbook was made -> the figures that an edition gives it.

import Fraction from 'fraction.js';
import { type Address, below, projectAddress } from '../../figure/address.ts';
import type { Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import { showValue } from '../../figure/show.ts';
import { UNITS } from '../../figure/unit.ts';
import type { SetChange, TypedValue } from '../../plan/edition.ts';
import {
  type FundingSource,
  type FurtherTarget,
  type Project,
  sourcesIn,
  type Task,
} from '../../plan/programme.ts';
import { amountAt } from './amount-at.ts';
import type { Current } from './current.ts';
import type { ImportFaults } from './import-faults.ts';
import { clashExpected, clashMessage, shownNow } from './merge-values.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

export interface FreeCells {
  readonly home: OriginSheet;
  /** The figures that the workbook was made with. */
  readonly written: ReadonlySet<Address>;
  /** Those whose cells are not in their own unit. */
  readonly converted: ReadonlySet<Address>;
  readonly book: Current['book'];
}

export function freeCells(home: OriginSheet, { figures }: WorkbookOrigin, book: Current['book']): FreeCells {
  const converted = figures.filter(({ unit }) => unit !== undefined);
  const addresses = (lines: typeof figures) => new Set(lines.map(({ address }) => address));
  return { home, written: addresses(figures), converted: addresses(converted), book };
}

const NIL: Value = { kind: 'nil' };

/**
 * A target, and sources beside others or of a project that had no money at all: each from nil on. Rules: `not-importable`,
 * `sources-do-not-add-up`, `merge-clash`.
 */
export function newSources(
  row: number,
  project: Project,
  task: Task,
  free: FreeCells,
  faults: ImportFaults,
  targets: readonly FurtherTarget[] = [],
): readonly SetChange[] {
  const { home, written, converted, book } = free;
  const at = (...path: string[]) => projectAddress({ task: task.id, project: project.id }, ...path);
  const { total } = project.funding;
  const own = (total && book.get(total)?.definition.unit) ?? UNITS.천원;
  // In older workbooks a row is in the unit that its project is kept in.
  const isOld = total !== undefined && written.has(total) && !converted.has(total);
  const units = { own, column: isOld ? own : UNITS.천원 };
  const typedAt = (key: FundingSource | 'target'): TypedValue | undefined => {
    const address = key === 'target' ? at(key) : at('funding', key);
    const typed = written.has(address) ? undefined : amountAt(row, key, home, faults, units);
    return typed?.value.kind === 'quantity' && typed.value.exact.n !== 0n ? typed : undefined;
  };
  const set = (address: Address, typed: TypedValue) => setFromNil(address, typed, book, faults);

  const target = typedAt('target');
  const sources = sourcesIn(task.funding).flatMap((source) => {
    const typed = typedAt(source);
    return typed === undefined ? [] : [{ source, typed }];
  });
  tellTotal(row, at('funding', 'total'), sources, free, faults);
  const isTotalOnly = project.funding.total !== undefined && sourcesIn(project.funding).length === 0;
  if (isTotalOnly) {
    for (const { typed } of sources)
      faults.add({
        rule: 'not-importable',
        place: typed.place,
        message: '합계 하나로 적힌 세부사업이라 재원별 금액을 판에서 더할 수 없습니다.',
        expected: `계의 금액을 고치거나, 계획 자료 tasks/${task.id}.yaml에서 합계를 재원별로 나누어 적습니다.`,
        related: [{ place: project.place, note: '세부사업' }],
      });
  }
  const further = targets.flatMap(({ id, unit }) => {
    const address = at('targets', id);
    const typed = written.has(address)
      ? undefined
      : amountAt(row, `targets/${id}`, home, faults, { own: unit, column: unit });
    return typed?.value.kind === 'quantity' && typed.value.exact.n !== 0n ? set(address, typed) : [];
  });
  return [
    ...further,
    ...(target === undefined ? [] : set(at('target'), target)),
    ...(isTotalOnly ? [] : sources.flatMap(({ source, typed }) => set(at('funding', source), typed))),
  ];
}

/** Amounts of years of which the project had nothing; `kind`: the source that the row is of, or `total`. */
export function newYears(
  row: number,
  project: Address,
  kind: string,
  { home, written, book }: FreeCells,
  faults: ImportFaults,
): readonly SetChange[] {
  return [...home.columns.keys()].flatMap((key): readonly SetChange[] => {
    const address = key.startsWith('yearly/') ? below(project, ...key.split('/'), kind) : undefined;
    if (address === undefined || written.has(address)) return [];
    const typed = amountAt(row, key, home, faults);
    return typed?.value.kind === 'quantity' && typed.value.exact.n !== 0n
      ? setFromNil(address, typed, book, faults)
      : [];
  });
}

function setFromNil(
  address: Address,
  typed: TypedValue,
  book: Current['book'],
  faults: ImportFaults,
): readonly SetChange[] {
  const { place } = typed;
  const figure = book.get(address);
  const now = figure === undefined ? NIL : shownNow(figure);
  if (sameValue(typed.value, now)) return [];
  if (now.kind === 'nil')
    return [{ kind: 'set', address, before: { value: NIL, place }, after: typed, place }];
  const shown = (value: Value) => showValue(value, value.kind === 'quantity' ? value.digits : 0) || '빈칸';
  faults.add({
    rule: 'merge-clash',
    place,
    message: clashMessage('-', shown(typed.value), shown(now), undefined),
    expected: clashExpected(shown(now), undefined),
  });
  return [];
}

/** A total that was typed beside sources must be theirs, and alone it is no money from anywhere. */
function tellTotal(
  row: number,
  address: Address,
  sources: readonly { readonly typed: TypedValue }[],
  { home, written }: FreeCells,
  faults: ImportFaults,
): void {
  const column = home.columns.get('total');
  const cell = column === undefined ? undefined : home.sheet.rows.get(row)?.get(column);
  if (written.has(address) || cell === undefined || cell.formula !== undefined) return;
  const typed = amountAt(row, 'total', home, faults);
  if (typed?.value.kind !== 'quantity' || typed.value.exact.n === 0n) return;
  const sum = sources.reduce(
    (sum, { typed: { value } }) => (value.kind === 'quantity' ? sum.add(value.exact) : sum),
    new Fraction(0),
  );
  if (typed.value.exact.equals(sum)) return;
  faults.add({
    rule: sources.length === 0 ? 'not-importable' : 'sources-do-not-add-up',
    place: typed.place,
    message:
      sources.length === 0
        ? '예산이 없던 세부사업에 계만 적혀 있어 어느 재원인지 알 수 없습니다.'
        : `적힌 계가 재원의 합과 다릅니다: 계 ${showValue(typed.value, typed.value.digits)}, 재원의 합 ${sum.toFraction()}`,
    expected: '재원별로 나누어 적은 금액',
  });
}
