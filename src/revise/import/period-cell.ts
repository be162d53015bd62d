// A period that someone typed -> whether it can be one, and its months.
import type { SourceLocation } from '../../diagnostic.ts';
import {
  hullOf,
  impossiblePeriod,
  type Months,
  showMonths,
  spansIn,
  spansOfYear,
} from '../../plan/period.ts';
import type { ImportFaults } from './import-faults.ts';

const LATEST_YEAR = 9999;

/** Rule `not-importable`. */
export function tellPeriod(text: string, place: SourceLocation, faults: ImportFaults): void {
  // A date that lost its form is a number of days.
  const why = Number(text) > LATEST_YEAR ? '날짜가 수로 바뀐 칸입니다' : impossiblePeriod(text);
  if (why === undefined) return;
  faults.add({
    rule: 'not-importable',
    place,
    message: `있을 수 없는 기간입니다: ${text} (${why})`,
    expected: '2027. 3. ~ 11.처럼 적은 기간. 해를 넘기면 2027. 11. ~ 2028. 2.처럼 두 해를 모두 적음',
  });
}

/** Of the plan's `year`; nothing where it names none, or goes on into another year. Told where it cannot be one. */
export function typedMonths(
  period: string,
  year: number,
  place: SourceLocation,
  faults: ImportFaults,
): { readonly months?: Months } {
  tellPeriod(period, place, faults);
  const spans = spansIn(period);
  if (spans.some(({ year: first = year, endYear = first }) => endYear > first)) return {};
  const months = hullOf(spans.length > 0 ? spans : spansOfYear(period, year));
  return months !== undefined && months.from <= months.to ? { months } : {};
}

/** Where the months of a retyped period are not read, those that the data states stay: `stated`. */
export function tellStatedMonths(
  period: string,
  stated: Partial<Months> | undefined,
  place: SourceLocation,
  faults: ImportFaults,
): void {
  const { from, to = from } = stated ?? {};
  if (from === undefined || to === undefined) return;
  faults.add({
    rule: 'not-importable',
    severity: 'warning',
    place,
    message: `기간에서 달을 읽지 못해 자료에 적힌 달(${showMonths({ from, to })})은 그대로 둡니다: ${period}`,
    expected: '2027. 3. ~ 11.처럼 적은 기간',
  });
}
