// Plan, figures and document -> every finding of the rules, those with one cause as one, errors first.
import { formatLocation, type Severity, type SourceLocation } from '../diagnostic.ts';
import type { Finding, Found } from './finding.ts';
import type { CheckInput, Rule } from './rule.ts';
import { RULES } from './rules.ts';

export type RuleId = keyof typeof RULES;

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

/** Most urgent first. */
export const SEVERITIES = ['error', 'warning', 'style', 'information'] as const satisfies readonly Severity[];

/** Runs the named rules, all by default. Errors first, then by rule in the registry's order, then by place. */
export function checkPlan(
  input: CheckInput,
  rules: readonly RuleId[] = Object.keys(RULES).filter(isRuleId),
): readonly Finding[] {
  const registry: Readonly<Record<RuleId, Rule>> = RULES;
  const findings = rules.flatMap((id) => merged(id, registry[id]));
  return findings.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.rule === b.rule ? byPlace(a.place, b.place) : 0),
  );

  function merged(id: RuleId, rule: Rule): readonly Finding[] {
    const byCause = new Map<string, Finding>();
    for (const found of rule.find(input)) {
      const cause = found.cause ?? found.subject;
      const first = byCause.get(cause);
      const finding: Finding = { related: [], severity: rule.severity, ...found, rule: id };
      byCause.set(cause, first === undefined ? finding : joined(first, found));
    }
    return [...byCause.values()];
  }
}

/** The first finding with the other's places beside its own. */
function joined(first: Finding, other: Found): Finding {
  const told = new Set([first.place, ...first.related.map(({ place }) => place)].map(formatLocation));
  const more = [{ place: other.place, note: other.message }, ...(other.related ?? [])].filter(
    ({ place }) => !told.has(formatLocation(place)),
  );
  return {
    ...first,
    related: [...first.related, ...more],
    ...(first.figures === undefined && other.figures === undefined
      ? {}
      : { figures: [...new Set([...(first.figures ?? []), ...(other.figures ?? [])])] }),
  };
}

function byPlace(a: SourceLocation, b: SourceLocation): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if ('cell' in a || 'cell' in b) return 0;
  return a.line - b.line || a.column - b.column;
}
