// Words behind a number or in a unit line -> units.
import { isUnitLabel, UNITS, type Unit } from '../../figure/unit.ts';

/** Longest first. 개월, 개최 and the like only begin like 개. */
const BEHIND =
  /^\s?(?:여\s?)?(백만원|천원|억원|만원|천명|개소|%p|시간|원|명|건|개(?!월|최|선|정|시)|%|배(?!치|정|포))/u;

/** A number that ends here, or has only a particle behind it, has no unit; another counter (대, 회) may be one. */
const NO_COUNTER = /^(?:\s|[).,/]|$|(?:으로|로|은|는|이|가|을|를|에|의|와|과|도|이며|이고)(?=\s|[).,]|$))/u;

export function hasNoCounter(after: string): boolean {
  return NO_COUNTER.test(after);
}

/** The unit that a number is followed by; undefined where none follows. */
export function unitBehind(after: string): Unit | undefined {
  const label = BEHIND.exec(after)?.[1];
  return label === undefined ? undefined : unitOf(label);
}

export function unitOf(label: string): Unit | undefined {
  return isUnitLabel(label) ? UNITS[label] : undefined;
}

/** Whether they count the same thing on the same scale: 개 and 개소 do. */
export function sameUnit(a: Unit, b: Unit): boolean {
  const [one, other] = [unitOf(a.label) ?? a, unitOf(b.label) ?? b];
  return one.dimension === other.dimension && one.exponent === other.exponent;
}

const UNIT_LINE = /단위\s*[:：]\s*([^)\]〉>]*)/u;

/** The labels of a unit line; undefined for one that names no units. */
export function unitLineLabels(text: string): readonly string[] | undefined {
  return UNIT_LINE.exec(text)?.[1]
    ?.split(/[,·、]/u)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

const IN_BRACKETS = /[(（]([^()（）]+)[)）]/gu;

/** The unit that a header names: 예산(백만원), 명; undefined for one that names none. */
export function unitInHeader(text: string): Unit | undefined {
  const whole = unitOf(text.trim());
  if (whole !== undefined) return whole;
  for (const [, label = ''] of text.matchAll(IN_BRACKETS)) {
    const unit = unitOf(label.replace(/^\s*단위\s*[:：]/u, '').trim());
    if (unit !== undefined) return unit;
  }
  return /배수|배율/u.test(text) ? UNITS.배 : undefined;
}
