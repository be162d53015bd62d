// The `unit:` and `digits:` of the data -> units and decimals of figures.
import { nearestOf } from '../figure/nearest.ts';
import { UNITS, type Unit, type Units } from '../figure/unit.ts';
import type { Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { like, scalar } from './shape.ts';

/** Those that plans use most: all of them would be a page. */
const USUAL = [
  '명',
  '천명',
  '건',
  '개',
  '개소',
  '회',
  '가구',
  '원',
  '천원',
  '백만원',
  '억원',
  '%',
  '%p',
  '배',
  '시간',
  '일',
  '개월',
  '㎡',
  'ha',
  '톤',
];

/** A unit of those that everybody knows, or of the plan's own. */
export const UNIT = like(scalar, { examples: USUAL });

/** Stands in for a unit that is missing or unknown, once that is reported. */
export const UNKNOWN_UNIT: Unit = UNITS.개;

/** The unit that the scalar names, or `UNKNOWN_UNIT` with a fault. */
export function readUnit({ text, place }: Scalar, units: Units, faults: Faults): Unit {
  const unit = units.named(text);
  if (unit !== undefined) return unit;
  const message = text === '' ? '단위가 비어 있습니다.' : `모르는 단위입니다: ${text}`;
  faults.add({ rule: 'unknown-unit', place, message, expected: meantUnit(text, units) });
  return UNKNOWN_UNIT;
}

/** The nearest that there is, and how to declare one. */
function meantUnit(text: string, units: Units): string {
  if (text.trim() === '') return USUAL.join(', ');
  // Letter by letter: 멍 is nearer to 명 than to 개.
  const letters = new Map(units.words.flatMap((word) => [[word.normalize('NFD'), word] as const]));
  // One letter is as near to any other word of one.
  const near = text.length > 1 ? nearestOf(text.normalize('NFD'), letters.keys()) : undefined;
  const nearest = letters.get(near ?? '');
  const known = nearest === undefined ? `${USUAL.join(', ')} 등.` : `혹시 ‘${nearest}’입니까?`;
  const key = /^[\p{L}]+$/u.test(text) ? text : `'${text.trim()}'`;
  return `${known} 새 단위이면 plan.yaml에 units: { ${key}: {} }`;
}

/** Decimals of a computed value where the data says nothing: rates one, times two, counts and money none. */
export function defaultDigits(unit: Unit): number {
  if (unit.kind !== 'rate') return 0;
  return unit.dimension === 'times' ? 2 : 1;
}
