// The texts of a plan and the templates -> the findings of the check, without making any file.
import { readTemplates, type SourceFolder } from './build.ts';
import { checkPlan, type RuleId } from './check/check-plan.ts';
import type { Finding } from './check/finding.ts';
import type { Checked } from './check/rule.ts';
import { composeDocument } from './compose/compose-document.ts';
import type { Diagnostic, Outcome } from './diagnostic.ts';
import { evaluateFigures } from './figure/evaluate.ts';
import { readPlan } from './read/read-plan.ts';

export interface Inspection {
  readonly checked: Checked;
  readonly findings: readonly Finding[];
}

/** Reads, composes and checks a plan; no value when an error keeps it from being composed. `rules` are all by default. */
export function inspectPlan(
  sources: { readonly plan: SourceFolder; readonly templates: SourceFolder },
  rules?: readonly RuleId[],
): Outcome<Inspection> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const plan = take(readPlan(sources.plan));
  const templates = take(readTemplates(sources.templates));
  const book = plan && take(evaluateFigures(plan.figures));
  const document = plan && book && templates && take(composeDocument(plan, book, templates));
  if (plan === undefined || book === undefined || document === undefined)
    return { value: undefined, diagnostics };
  const checked = { plan, book, document };
  return { value: { checked, findings: checkPlan(checked, rules) }, diagnostics };
}
