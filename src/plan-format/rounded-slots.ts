// The programme's figures -> slots for what its tables in 백만원 print of each task and project, so that they add up however they are grouped.
import { type Address, projectAddress, taskAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import { type Programme, type RoundingPolicy, sourcesIn, tasksOf } from '../plan/programme.ts';
import { categorySlots } from './category-slots.ts';
import type { Slot } from './programme-slots.ts';
import { roundedYears } from './rounded-years.ts';
import { unstated } from './stated-number.ts';
import { TABLE } from './task-slots.ts';

/** What categories and tables rest on besides the programme's own figures, as far as the plan has any of them. */
export function sharedSlots(
  programme: Programme,
  own: readonly Slot[],
  rounding: RoundingPolicy,
  hasTables: boolean,
  planYear: number,
): readonly Slot[] {
  const categories = categorySlots(programme);
  if (categories.length === 0 && !hasTables) return [];
  const rounded = [...own, ...roundedSlots(programme, own, rounding)];
  const ofYears = hasTables ? roundedYears(programme, rounded, rounding, planYear) : [];
  return [...rounded.slice(own.length), ...ofYears, ...categories];
}

/**
 * Below each task's and project's `budget/`. With additive rounding a task's rounded total is shared by its projects where it is their
 * sum, and each total by its sources; else each amount is rounded by itself.
 */
function roundedSlots(programme: Programme, own: readonly Slot[], rounding: RoundingPolicy): readonly Slot[] {
  const known = new Map(own.map((slot) => [slot.address, slot]));
  const follows = (address: Address): boolean => {
    const { number, relation } = known.get(address) ?? {};
    return relation === undefined || number?.given === undefined;
  };
  const slots: Slot[] = [];
  for (const task of tasksOf(programme)) {
    const number = unstated(task.place);
    const add = (address: Address, relation: Relation): Address => {
      slots.push({ address, number, unit: TABLE, relation });
      return address;
    };
    const alone = (of: Address): Relation => ({
      kind: 'rounded',
      of,
      mode: rounding === 'truncate' ? 'truncate' : 'half-up',
    });
    // What was typed beside a sum may be another number, which cannot be shared.
    const shared = (whole: Address, exact: Address, parts: readonly Address[], part: number): Relation =>
      rounding === 'additive' && [exact, ...parts].every(follows)
        ? { kind: 'apportioned', whole, parts, part }
        : alone(parts[part] ?? exact);
    const at = (...path: string[]) => taskAddress(task.id, ...path);
    const whole = at('budget', 'total');
    const exact = at('funding', 'total');
    const sources = programme.sources.map((source) => at('funding', source));
    programme.sources.forEach((source, part) => {
      add(at('budget', source), shared(whole, exact, sources, part));
    });
    const totals = task.projects.flatMap(({ funding }) => funding.total ?? []);
    const isTheirSum = totals.length === task.projects.length && sources.every(follows);
    for (const project of task.projects) {
      const { total } = project.funding;
      if (total === undefined) continue;
      const of = (...path: string[]) => projectAddress({ task: task.id, project: project.id }, ...path);
      const own = add(
        of('budget', 'total'),
        isTheirSum ? shared(whole, exact, totals, totals.indexOf(total)) : alone(total),
      );
      const given = sourcesIn(project.funding);
      const parts = given.flatMap((source) => project.funding[source] ?? []);
      given.forEach((source, part) => {
        add(of('budget', source), shared(own, total, parts, part));
      });
    }
  }
  return slots;
}
