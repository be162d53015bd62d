// The texts of a plan and the templates -> the findings of the check, without making any file.

import type { RuleId } from '../check/check-plan.ts';
import { type DisposedFinding, disposedFindings } from '../check/disposed.ts';
import type { Checked } from '../check/rule.ts';
import { composeDocument } from '../compose/compose-document.ts';
import { type Diagnostic, type Outcome, taker } from '../diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan-format/read-plan.ts';
import { rateWordsOf } from '../plan-format/read-rate-words.ts';
import { reviseFigures } from '../revise/apply/revise-figures.ts';
import { publishedFindings } from './build/published.ts';
import { readTemplates, type Sources } from './build.ts';

interface Inspection {
  readonly plan: Plan;
  /** What was checked, for more questions. */
  readonly checked: Checked;
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
  const diagnostics: Diagnostic[] = [];
  const take = taker(diagnostics);
  const plan = take(readPlan(sources.plan, { edition }));
  const templates = take(readTemplates(sources.templates));
  const revised = plan && take(reviseFigures(plan, undefined, rateWordsOf(sources.templates, diagnostics)));
  const document =
    plan &&
    revised &&
    templates &&
    take(composeDocument(plan, revised.typed, templates, { final: false, comparison: revised.comparison }));
  if (plan === undefined || revised === undefined || document === undefined)
    return { value: undefined, diagnostics };
  const published = templates && publishedFindings(sources, plan.id, templates);
  const checked = { plan, book: revised.typed, document, ...(published && { published }) };
  return { value: { plan, checked, findings: disposedFindings(checked, rules) }, diagnostics };
}
