// A period that someone typed -> whether it can be one, and its months.
import type { SourceLocation } from '../../diagnostic.ts';
import { endsOfPeriod, impossiblePeriod, type Months, showMonths, typedEnds } from '../../plan/period.ts';
import type { ProjectPeriod } from '../../plan/programme.ts';
import type { ImportFaults } from './import-faults.ts';

const LATEST_YEAR = 9999;

/** Whether it can be one. Rule `not-importable`. */
function tellPeriod(text: string, place: SourceLocation, faults: ImportFaults): boolean {
  // A date that lost its form is a number of days.
  const why = Number(text) > LATEST_YEAR ? '날짜가 수로 바뀐 칸입니다' : impossiblePeriod(text);
  if (why === undefined) return true;
  faults.add({
    rule: 'not-importable',
    place,
    message: `있을 수 없는 기간입니다: ${text} (${why})`,
    expected: '2027. 3. ~ 11.처럼 적은 기간. 해를 넘기면 2027. 11. ~ 2028. 2.처럼 두 해를 모두 적음',
  });
  return false;
}

/** The ends of a period as data write them: months of the plan's year, or with their years. */
export interface TypedEnds {
  readonly from: string;
  readonly to: string;
}

/** Of the plan's `year`, and of others that it goes over; nothing where it names no months, or none of that year. Undefined, told, where it cannot be a period. */
export function typedMonths(
  period: string,
  year: number,
  place: SourceLocation,
  faults: ImportFaults,
): { readonly months?: TypedEnds } | undefined {
  if (!tellPeriod(period, place, faults)) return undefined;
  const [from, to] = typedEnds(endsIn(period, year)).map(([, end]) => end);
  return from === undefined || to === undefined ? {} : { months: { from, to } };
}

/** The period of a new project, with its ends as far as `typedMonths` has them. */
export function newPeriod(
  text: string,
  year: number,
  place: SourceLocation,
  faults: ImportFaults,
): ProjectPeriod {
  const isPossible = tellPeriod(text, place, faults);
  return { text: { text, place }, ...(isPossible && endsIn(text, year)) };
}

function endsIn(text: string, year: number): Omit<ProjectPeriod, 'text'> {
  const ends = endsOfPeriod(text, year);
  if (ends === undefined || ends.to.year < year || ends.from.year > year) return {};
  return ends.from.year === ends.to.year ? { from: ends.from.month, to: ends.to.month } : { over: ends };
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
