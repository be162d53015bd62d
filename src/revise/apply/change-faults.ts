// A change that cannot be made -> why, with both values and where they stand.
import type { Diagnostic, SourceLocation } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureDefinition, Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import { showValue, UNKNOWN_FIGURE } from '../../figure/show.ts';
import type { SetChange, TypedValue } from '../../plan/edition.ts';
import type { FigureKinds } from '../../plan/figure-kinds.ts';
import { impossibleBecause } from '../../plan/possible-value.ts';
import { isInForce, type Project } from '../../plan/programme.ts';
import { valueText } from './typed-value.ts';

/** Rule `absent-project`: the figure of a project that the edition does not have yet or no more. */
export function absent(
  { address, place }: SetChange,
  project: Project | undefined,
  edition: number,
): Diagnostic | undefined {
  if (project === undefined || isInForce(project, edition)) return undefined;
  const { addedIn = 0, endedIn, away = [] } = project;
  const left = away.find(({ from, until }) => from <= edition && edition < until)?.from;
  return {
    rule: 'absent-project',
    severity: 'error',
    message:
      addedIn > edition
        ? `제${addedIn}차 판에서 더해지는 세부사업의 수치를 제${edition}차 판에서 바꿉니다: ${address}`
        : left === undefined
          ? `제${endedIn}차 판에서 끝난 세부사업의 수치입니다: ${address}`
          : `제${left}차 판에서 다른 과제로 옮긴 세부사업의 수치입니다: ${address}`,
    expected: '그 판에 있는 세부사업의 수치',
    place,
  };
}

/** Rule `duplicate-change`: a figure that the edition has set before. */
export function repeated(
  { address, place }: SetChange,
  first: SetChange | undefined,
): Diagnostic | undefined {
  if (first === undefined) return undefined;
  return {
    rule: 'duplicate-change',
    severity: 'error',
    message: `한 판에서 같은 수치를 두 번 바꿉니다: ${address}`,
    expected: '수치마다 한 번',
    place,
    related: [{ place: first.place, note: '먼저 나온 곳' }],
  };
}

/** Rule `impossible-value`: what cannot be, in an edition as in the data. */
export function impossible(
  { value, place }: TypedValue,
  definition: FigureDefinition,
  kinds: FigureKinds | undefined,
): Diagnostic | undefined {
  const why = impossibleBecause(value, definition, kinds);
  if (why === undefined) return undefined;
  const message = `${definition.address}: ${why.message}`;
  return { rule: 'impossible-value', severity: 'error', message, expected: why.expected, place };
}

/** Rule `stale-change`: an input whose value is not the one that is to be changed. */
export function stale(
  { address, before }: SetChange,
  { unit, relation, place }: FigureDefinition,
  now: Value,
  places: ReadonlyMap<Address, SourceLocation>,
): Diagnostic | undefined {
  if (relation !== undefined || sameValue(before.value, now)) return undefined;
  return {
    rule: 'stale-change',
    severity: 'error',
    message: `변경 전 값이 지금 값과 다릅니다: ${address} 변경 전 ${shown(before.value, unit.label)}, 지금 ${shown(now, unit.label)}`,
    expected: `before: ${now.kind === 'nil' ? "'-'" : valueText(now)}`,
    place: before.place,
    related: [{ place: places.get(address) ?? place, note: '지금 값이 적힌 곳' }],
  };
}

function shown(value: Value, unit: string): string {
  if (value.kind === 'missing') return UNKNOWN_FIGURE;
  return value.kind === 'nil' ? "'-'" : `${showValue(value, value.digits)}${unit}`;
}
