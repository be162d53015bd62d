// What was read from a cell -> what is said of it there, and whether its value is taken.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Value } from '../../figure/figure.ts';
import { type CellReading, valueText } from '../apply/typed-value.ts';
import type { ImportFaults } from './import-faults.ts';

/** A reason is words: a dash or a number is none. */
export function isReason(text: string | undefined): boolean {
  return /\p{L}/u.test(text ?? '');
}

/** Whether what was understood is what was typed: 3명 → 3명. */
function saysNoMore(understood: string): boolean {
  const [typed = '', read] = understood.split(' → ');
  return typed.replaceAll(/\s/g, '') === read;
}

/**
 * The value; undefined, told, for a fault and for what is doubtful and has no reason: the row's own, or that of every change. Rules:
 * `wrong-number`, `formula-in-input`, `scaled-format`, `implausible-rate`; `typed-quantity` as information on what was understood.
 */
export function takenValue(
  reading: CellReading,
  place: SourceLocation,
  reason: string | undefined,
  faults: ImportFaults,
): Value | undefined {
  if (reading.kind === 'fault') {
    const { rule, message, expected } = reading;
    faults.add({ rule, place, message, expected });
    return undefined;
  }
  const { value, formula, understood, doubts } = reading;
  const dispelled = isReason(reason) || isReason(faults.reason);
  for (const doubt of doubts) faults.add({ ...doubt, place, severity: dispelled ? 'warning' : 'error' });
  if (doubts.length > 0 && !dispelled) return undefined;
  if (formula !== undefined)
    faults.add({
      rule: 'formula-in-input',
      severity: 'warning',
      place,
      message: `수식을 두지 않고 저장된 결과를 값으로 씁니다: =${formula} → ${understood ?? valueText(value)}`,
    });
  else if (understood !== undefined && !saysNoMore(understood))
    faults.add({
      rule: 'typed-quantity',
      severity: 'information',
      place,
      message: `적은 값을 이렇게 읽었습니다: ${understood}`,
    });
  return value;
}
