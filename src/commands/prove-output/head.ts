// The texts of a plan and an edition -> the plan's id and the edition's number, by which its output lies.

import { hasErrors, type Outcome } from '../../diagnostic.ts';
import { readPlan } from '../../plan-format/read-plan.ts';
import type { Sources } from '../sources.ts';

export function headOf(
  { plan: folder, templates: shared }: Pick<Sources, 'plan' | 'templates'>,
  edition: number | 'latest',
): Outcome<{ readonly id: string; readonly number: number }> {
  const { value, diagnostics } = readPlan(folder, { edition, shared });
  if (value === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: { id: value.id, number: value.editions.length }, diagnostics };
}
