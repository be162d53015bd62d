// A figure -> the unit of the columns that show it beside its like.
import type { Address } from '../figure/address.ts';
import { UNITS, type Unit } from '../figure/unit.ts';

/**
 * Amounts of the programme stand in 천원 and its targets in 명, in whatever unit one of them is kept; a table's own figures in their own
 * unit.
 */
export function columnUnit(address: Address, unit: Unit): Unit {
  if (!/^(tasks|strategies)\//.test(address)) return unit;
  if (unit.dimension === 'money' && /\/funding\/[^/]+$/.test(address)) return UNITS.천원;
  if (unit.dimension === 'people' && address.endsWith('/target')) return UNITS.명;
  return unit;
}
