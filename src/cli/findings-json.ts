// Findings -> JSON for programs.
import { SEVERITIES } from '../check/check-plan.ts';
import type { DisposedFinding } from '../check/disposed.ts';
import type { Plan } from '../plan/plan.ts';

/** `{plan, edition, summary, findings}`, two blanks deep, with a line feed at its end. */
export function findingsJson(plan: Plan, findings: readonly DisposedFinding[]): string {
  const summary = Object.fromEntries(
    SEVERITIES.map((severity) => {
      const own = findings.filter((one) => one.severity === severity);
      const open = own.filter(({ disposition }) => disposition === undefined).length;
      return [severity, { found: own.length, open }];
    }),
  );
  const shown = findings.map(
    ({
      rule,
      subject,
      severity,
      message,
      place,
      related,
      stated,
      computed,
      formula,
      remedy,
      disposition,
    }) => ({
      rule,
      subject,
      severity,
      message,
      place,
      related,
      stated,
      computed,
      formula,
      remedy,
      disposition: disposition && {
        decision: disposition.decision.kind,
        edition: disposition.edition,
        by: disposition.by,
        date: disposition.date,
        reason: disposition.reason,
      },
    }),
  );
  return `${JSON.stringify({ plan: plan.id, edition: plan.editions.length, summary, findings: shown }, undefined, 2)}\n`;
}
