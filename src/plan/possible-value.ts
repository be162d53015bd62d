// A value and what it is a value of -> why it cannot be one: asked of all that is typed, in data, editions and workbooks alike.
import Fraction from 'fraction.js';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import { decimalText } from '../figure/quantity.ts';
import type { Dimension, Unit } from '../figure/unit.ts';
import { type FigureKinds, isShare } from './figure-kinds.ts';

interface Impossible {
  readonly message: string;
  readonly expected: string;
}

/** Targets and amounts of money of the programme: tasks, projects and what is said of all of them. */
const PLANNED =
  /^(?:tasks|strategies)\/(?:.+\/)?(?:target|year-target|(?:funding|budget|overview|targets|yearly\/[a-z0-9]+)\/[a-z0-9-]+)$/;

const SOUND = '0 이상의 수, 세는 것은 정수';

/** A spreadsheet keeps 15 digits of a number; what ends in zeros may be a little longer. */
const LARGEST = new Fraction(10n ** 15n);
const LARGEST_ROUND = 1000n;

/** What is as well said of a change (건, 회), measured from a level (m), or given back (energy, emission). */
const BELOW_0: ReadonlySet<Dimension> = new Set([
  'of 건',
  'of 팀',
  'of 과정',
  'of occasions',
  'of length',
  'of power',
  'of energy',
  'of emission',
]);

/** People, places, beasts, fields: of none of them there can be less than none. */
function isBody({ kind, dimension }: Unit): boolean {
  return (kind === 'pieces' || kind === 'measure') && !BELOW_0.has(dimension);
}

/**
 * Undefined when it can be. `digits` are the decimals that the figure has had so far, 0 for one that is typed for the first time; `kinds`
 * tell means from counts and parts of a whole from other rates, and without them only what the programme plans is looked at.
 */
export function impossibleBecause(
  value: Value,
  { address, unit, digits }: Pick<FigureDefinition, 'address' | 'unit' | 'digits'>,
  kinds?: FigureKinds,
): Impossible | undefined {
  if (value.kind !== 'quantity') return undefined;
  const { exact } = value;
  const shown = decimalText(exact, value.digits);
  const rest = exact.div(LARGEST_ROUND);
  if ((rest.d === 1n ? rest : exact).abs().compare(LARGEST) >= 0)
    return { message: '수가 너무 큽니다. 소수점 앞은 15자리까지입니다.', expected: SOUND };
  const isPlanned = PLANNED.test(address);
  if (isPlanned && exact.s < 0n && exact.n !== 0n) {
    const noun = unit.dimension === 'money' ? '예산은' : '목표는';
    return { message: `${noun} 음수일 수 없습니다: ${shown}`, expected: SOUND };
  }
  if (isBody(unit) && exact.compare(0) < 0 && kinds?.mayBeBelow0(address) === false)
    return {
      message: `${unit.label} 수는 음수일 수 없습니다: ${shown}`,
      expected: '0 이상의 수, 증감이나 차이면 행이나 열의 이름에 그렇게 적음',
    };
  if (unit.dimension === 'percent' && !isShare(exact.mul(unit.scale)) && kinds?.rate(address) === 'part')
    return {
      message: `전체 가운데 일부의 비율은 0에서 100까지입니다: ${shown}${unit.label}`,
      expected: '0 이상 100 이하의 수 (예: 69.5)',
    };
  if (unit.kind !== 'pieces' && unit.kind !== 'money') return undefined;
  if (exact.mul(unit.scale).d === 1n) return undefined;
  // A mean has decimals of its own.
  if (!isPlanned && (digits > 0 || kinds === undefined || kinds.mayHaveParts(address))) return undefined;
  return {
    message: `${unit.label} 수에 소수가 ${unit.scale.equals(1) ? '있습니다' : '너무 깁니다'}: ${shown}`,
    expected: SOUND,
  };
}
