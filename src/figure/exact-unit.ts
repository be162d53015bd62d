// A unit -> whether whole numbers of it are counted, so that sums of them hold to the last one.
import type { Unit } from './unit.ts';

/** 천원: office budgets are drawn up in it (지방자치단체 예산편성 운영기준), so amounts in it are not rounded. */
const BUDGET_SCALE = 1000;

/** Whether a number of the unit without decimals is counted, not rounded. */
export function isExact(unit: Unit, digits: number): boolean {
  if (digits > 0) return false;
  switch (unit.kind) {
    case 'pieces':
    case 'parts':
      return unit.scale.equals(1);
    case 'money':
      return unit.scale.compare(BUDGET_SCALE) <= 0;
    case 'measure':
    case 'rate':
      return false;
  }
}
