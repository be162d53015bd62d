// The texts of a plan and the templates -> the findings of the check, without making any file.

import { checkInput, type RuleId } from '../check/check-plan.ts';
import { type DisposedFinding, disposedFindings } from '../check/disposed.ts';
import type { CheckInput } from '../check/rule.ts';
import type { Outcome } from '../diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { publishedFindings } from './build/published.ts';
import { composeTyped, prepare } from './prepare.ts';
import type { Sources } from './sources.ts';

interface Inspection {
  readonly plan: Plan;
  /** What was checked, for more questions. */
  readonly checked: CheckInput;
  readonly findings: readonly DisposedFinding[];
}

interface InspectOptions {
  /** All that the plan has not switched off, by default. */
  readonly rules?: readonly RuleId[] | undefined;
  /** The last one there is unless said otherwise. */
  readonly edition?: number | 'latest';
}

/**
 * Reads, composes and checks a plan as it was typed, before any decision changes it; no value when an error keeps it from being
 * composed.
 */
export function inspectPlan(
  sources: Pick<Sources, 'plan' | 'templates' | 'program'>,
  { rules, edition = 'latest' }: InspectOptions = {},
): Outcome<Inspection> {
  const prepared = prepare(sources, { edition });
  const { plan, revised, templates } = prepared;
  const { value: document, diagnostics: found } = composeTyped(prepared);
  const diagnostics = [...prepared.diagnostics, ...found];
  if (!plan || !revised || !templates || !document) return { value: undefined, diagnostics };
  const published = publishedFindings(sources, plan.id, templates);
  const checked = checkInput({
    plan,
    book: revised.typed,
    document,
    words: prepared.checkWords,
    comparison: revised.comparison,
    published,
  });
  return { value: { plan, checked, findings: disposedFindings(checked, rules) }, diagnostics };
}
