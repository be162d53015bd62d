// Funding by year -> slots for what tables in 백만원 print of it, so that it adds up over sources, projects and years.
import { type Address, addressOf, below, projectAddress, taskAddress } from '../figure/address.ts';
import { operandsOf, type Relation } from '../figure/relation.ts';
import type { Programme, RoundingPolicy } from '../plan/programme.ts';
import type { Slot } from './programme-slots.ts';
import { unstated } from './stated-number.ts';
import { sum, TABLE } from './task-slots.ts';

/** Of the whole plan, and of all years together. */
const ALL = 'all';

/**
 * Below each owner's `budget/2028/`, and `budget/all/` for all years; the plan's own year is what stands in its `budget/`. With additive
 * rounding tasks are rounded, shared by their projects and sources, and added up; else each amount is rounded by itself.
 * `known` are the programme's slots.
 */
export function roundedYears(
  { strategies, sources, years }: Programme,
  known: readonly Slot[],
  rounding: RoundingPolicy,
  planYear: number,
): readonly Slot[] {
  const place = strategies[0]?.place;
  if (place === undefined || years.length === 0) return [];
  const slots = new Map(known.map((slot) => [slot.address, slot]));
  const made: Slot[] = [];
  const put = (address: Address, relation: Relation): Address => {
    const slot = { address, number: unstated(place), unit: TABLE, relation };
    slots.set(address, slot);
    made.push(slot);
    return address;
  };
  const exact = (base: string, year: number | string, kind: string) =>
    below(base, 'yearly', String(year), kind);
  const printed = (base: string, year: number | string, kind: string) =>
    below(base, 'budget', String(year), kind);
  const alone = (of: Address): Relation => ({
    kind: 'rounded',
    of,
    mode: rounding === 'truncate' ? 'truncate' : 'half-up',
  });
  if (rounding !== 'additive') {
    for (const { address } of known) {
      const [, base, year, kind] = /^(.+)\/yearly\/([^/]+)\/([^/]+)$/.exec(address) ?? [];
      if (base && year && kind) put(printed(base, year, kind), alone(address));
    }
    return made;
  }
  /** Whether nobody typed another number beside what it follows from. */
  const isSettled = (address: Address): boolean => {
    const { number, relation } = slots.get(address) ?? {};
    return relation === undefined || number?.given === undefined;
  };
  const partsOf = (total: Address): readonly Address[] => {
    const relation = slots.get(total)?.relation;
    return relation?.kind === 'sum' && isSettled(total) ? operandsOf(relation) : [];
  };
  /** Whether all of a total is known by source. */
  const isBySource = (total: Address): boolean => {
    const parts = partsOf(total);
    return (
      parts.length > 0 && parts.every((one) => isSettled(one) && (!one.endsWith('/total') || isBySource(one)))
    );
  };
  /** `total` is what the owner's total of the year prints. */
  const addYear = (base: string, year: number, total: Relation): void => {
    const of = exact(base, year, 'total');
    const whole = put(printed(base, year, 'total'), total);
    const parts = sources.map((source) => exact(base, year, source)).filter((one) => slots.has(one));
    const isShared = isBySource(of) && parts.every(isSettled);
    for (const source of sources) {
      const own = exact(base, year, source);
      const part = parts.indexOf(own);
      if (part < 0) continue;
      put(printed(base, year, source), isShared ? { kind: 'apportioned', whole, parts, part } : alone(own));
    }
  };
  const addUp = (base: string, year: number, parts: readonly string[]): Relation | undefined => {
    const totals = parts.map((part) => printed(part, year, 'total')).filter((one) => slots.has(one));
    return slots.has(exact(base, year, 'total')) && totals.length > 0 ? sum(totals) : undefined;
  };

  const kinds = ['total', ...sources];
  const others = years.filter((year) => year !== planYear);
  const all = addressOf('strategies', ALL);
  const bases: string[] = [];
  for (const strategy of strategies) {
    for (const task of strategy.tasks) {
      const projects = task.projects.map((project) => projectAddress({ task: task.id, project: project.id }));
      for (const year of others) {
        const base = taskAddress(task.id);
        const of = exact(base, year, 'total');
        const totals = partsOf(of);
        const isShared = totals.every((one) => isSettled(one) && one.endsWith('/total'));
        if (slots.has(of)) addYear(base, year, alone(of));
        for (const project of projects) {
          const own = exact(project, year, 'total');
          const part = isShared ? totals.indexOf(own) : -1;
          const whole = printed(base, year, 'total');
          const total: Relation = part < 0 ? alone(own) : { kind: 'apportioned', whole, parts: totals, part };
          if (slots.has(own)) addYear(project, year, total);
        }
      }
      bases.push(taskAddress(task.id), ...projects);
    }
    const base = addressOf('strategies', strategy.id);
    for (const year of others) {
      const total = addUp(
        base,
        year,
        strategy.tasks.map(({ id }) => taskAddress(id)),
      );
      if (total !== undefined) addYear(base, year, total);
    }
    bases.push(base);
  }
  for (const year of others)
    for (const kind of kinds) {
      const parts = strategies
        .map(({ id }) => printed(addressOf('strategies', id), year, kind))
        .filter((one) => slots.has(one));
      if (parts.length > 0) put(printed(all, year, kind), sum(parts));
    }
  for (const base of [...bases, all])
    for (const kind of kinds) {
      const own = below(base, 'budget', kind);
      if (slots.has(exact(base, planYear, kind)) && slots.has(own))
        put(printed(base, planYear, kind), { kind: 'same', as: own });
      const ofYears = years.map((year) => printed(base, year, kind)).filter((one) => slots.has(one));
      if (ofYears.length > 0) put(printed(base, ALL, kind), sum(ofYears));
    }
  return made;
}
