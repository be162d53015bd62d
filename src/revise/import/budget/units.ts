// What a budget book says of its unit, and where -> the unit of its amounts.
import type { SourceLocation } from '../../../diagnostic.ts';
import { MONEY as UNITS_OF_MONEY, type Unit } from '../../../figure/unit.ts';
import type { ImportFaults } from '../import-faults.ts';

/** A unit and where it is said. */
export interface SaidUnit {
  readonly unit: Unit;
  readonly place: SourceLocation;
}

const MONEY: ReadonlyMap<string, Unit> = new Map(UNITS_OF_MONEY.map((unit) => [unit.label, unit]));
/** Longest first: 백만원 ends with 만원 and 원. */
const LABELS = [...MONEY.keys()].sort((a, b) => b.length - a.length).join('|');
const SAID = new RegExp(`단위:?((?:[^)\\]}〕]{0,200}?[,:(\\[])?)(${LABELS})(?![가-힣])`, 'g');
const ALONE = new RegExp(`^[([<{〔]?(${LABELS})[)\\]>}〕]?$`);
const BEHIND = new RegExp(`[([{〔](?:금액)?(${LABELS})[)\\]}〕]`, 'g');

/** Units that a cell outside the amounts says: `(단위 : 천원)`, `단위: 원, 명`, `(천원)`. */
export function unitsSaid(text: string): readonly Unit[] {
  const bare = text.normalize('NFKC').replaceAll(/\s/g, '');
  const alone = ALONE.exec(bare)?.[1];
  const labels = alone === undefined ? [...bare.matchAll(SAID)].map((match) => match[2] ?? '') : [alone];
  return labels.flatMap((label) => MONEY.get(label) ?? []);
}

/** Units that a column's label says: `예산액(천원)`, `국비 [단위: 원]`. */
export function unitsOfLabel(label: string): readonly Unit[] {
  const bare = label.normalize('NFKC').replaceAll(/\s/g, '');
  const behind = [...bare.matchAll(BEHIND)].flatMap((match) => MONEY.get(match[1] ?? '') ?? []);
  return behind.length > 0 ? behind : unitsSaid(label);
}

/** The one unit that is said; rule `units-differ` where there are several. Undefined where none is. */
export function oneUnit(said: readonly SaidUnit[], faults: ImportFaults): SaidUnit | undefined {
  const [first] = said;
  if (first === undefined) return undefined;
  const other = said.find(({ unit }) => unit !== first.unit);
  if (other !== undefined)
    faults.add({
      rule: 'units-differ',
      place: other.place,
      message: `금액의 단위가 두 가지로 적혀 있습니다: ${first.unit.label}, ${other.unit.label}`,
      expected: '한 표에는 단위 하나',
      related: [{ place: first.place, note: `${first.unit.label}이라고 적힌 곳` }],
    });
  return first;
}
