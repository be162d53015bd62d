// Words behind a number or in a unit line -> units.
import { sameUnit, UNITS, type Unit, type Units } from '../../figure/unit.ts';

/** These stand before any word: 명이, 원을, 6개 과정. 개월, 개최, 배치 and the like only begin like them. */
const PLAIN = /^(?:(?:백만|천|억|만)?원|천?명|개소|건|개(?!월|최|선|정|시)|%p?|배(?!치|정|포)|시간)/u;
/** A word of one letter is another word too (5대 전략, 3위 기업, 변경(A)): it says what a figure counts, and never that it counts something else. */
const ONE_LETTER = /^[가-힣A-Za-z]$/u;
/** What may stand behind a unit: no letter, or a particle or a word that goes with amounts. */
const BEHIND =
  /^(?![가-힣A-Za-z])|^(?:으로|로|은|는|이|가|을|를|에|의|와|과|도|까지|부터|이며|이고|씩|당|별|간|만|이상|이하|미만|초과|내외|정도|가량|여|분|짜리)(?![가-힣]{2})/u;

/** A number that ends here, or has only a particle behind it, has no unit; another counter (대, 회) may be one. */
const NO_COUNTER = /^(?:\s|[).,/]|$|(?:으로|로|은|는|이|가|을|를|에|의|와|과|도|이며|이고)(?=\s|[).,]|$))/u;

export function hasNoCounter(after: string): boolean {
  return NO_COUNTER.test(after);
}

/** The unit that a number of a figure's is followed by: its own where it can be that; undefined where none follows. */
export function unitBehind(after: string, units: Units, own: Unit): Unit | undefined {
  const text = after.replace(/^\s?(?:여\s?)?/u, '');
  const [word = ''] = PLAIN.exec(text) ?? [];
  const plain = units.named(word);
  const longest = units.leading(text, (rest, unit) => BEHIND.test(rest) && speaks(unit, units, own))?.unit;
  return longest !== undefined && (plain === undefined || isSameUnit(longest, own, units)) ? longest : plain;
}

/** Whether they count the same thing on the same scale, by what is printed: the plan lets 명 and 개 both stand for jobs. */
export function isSameUnit(a: Unit, b: Unit, units: Units): boolean {
  return sameUnit(units.named(a.label) ?? a, units.named(b.label) ?? b);
}

/** Whether a text begins with a unit that is no other word. */
export function beginsWithUnit(text: string, units: Units): boolean {
  return units.leading(text, (_, { label }) => !ONE_LETTER.test(label) || SURE.has(label)) !== undefined;
}

function speaks(unit: Unit, units: Units, own: Unit): boolean {
  return !ONE_LETTER.test(unit.label) || SURE.has(unit.label) || isSameUnit(unit, own, units);
}

/** Of one letter, and no other word. */
const SURE: ReadonlySet<string> = new Set(['명', '건', '개', '원', '배', '회', '팀']);

const UNIT_LINE = /단위\s*[:：]\s*([^)\]〉>]*)/u;

/** The labels of a unit line; undefined for one that names no units. */
export function unitLineLabels(text: string): readonly string[] | undefined {
  return UNIT_LINE.exec(text)?.[1]
    ?.split(/[,·、]/u)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

const IN_BRACKETS = /[(（]([^()（）]+)[)）]/gu;
/**
 * The unit that a header names: 예산(백만원), 명; undefined for one that names none. A word of one letter that is another word too counts
 * only where it is the unit of what stands there.
 */
export function unitInHeader(text: string, units: Units, own: Unit): Unit | undefined {
  const named = (word: string): Unit | undefined => {
    const unit = units.named(word.trim());
    return unit !== undefined && speaks(unit, units, own) ? unit : undefined;
  };
  const whole = named(text);
  if (whole !== undefined) return whole;
  for (const [, label = ''] of text.matchAll(IN_BRACKETS)) {
    const unit = named(label.replace(/^\s*단위\s*[:：]/u, ''));
    if (unit !== undefined) return unit;
  }
  return /배수|배율/u.test(text) ? UNITS.배 : undefined;
}
