// Findings -> what programs read of them, as JSON.
import { SEVERITIES } from '../check/check-plan.ts';
import type { DisposedFinding } from '../check/disposed.ts';
import type { PlaceInWords, PlaceTeller } from '../commands/place-words.ts';
import type { Plan } from '../plan/plan.ts';
import { titleOf } from './edition-option.ts';

/** What is told of a finding as it is. */
const FIELDS = [
  'rule',
  'subject',
  'severity',
  'message',
  'place',
  'related',
  'stated',
  'computed',
  'formula',
  'remedy',
] as const satisfies readonly (keyof DisposedFinding)[];

/** `{plan, edition, title, date, summary, findings}`; title and date are the edition's. With `where` each finding tells where it is `printed`. */
export function findingsJson(plan: Plan, findings: readonly DisposedFinding[], where?: PlaceTeller): object {
  const summary = Object.fromEntries(
    SEVERITIES.map((severity) => {
      const own = findings.filter((one) => one.severity === severity);
      const open = own.filter(({ disposition }) => disposition === undefined).length;
      return [severity, { found: own.length, open }];
    }),
  );
  const shown = findings.map((finding) => {
    const { disposition } = finding;
    return {
      ...Object.fromEntries(FIELDS.map((field) => [field, finding[field]])),
      ...(where && { printed: printedJson(where.of(finding)) }),
      disposition: disposition && {
        decision: disposition.decision.kind,
        edition: disposition.edition,
        by: disposition.by,
        date: disposition.date,
        reason: disposition.reason,
      },
    };
  });
  return {
    plan: plan.id,
    edition: plan.editions.length,
    ...titleOf(plan.editions, plan.issueDate),
    summary,
    findings: shown,
  };
}

/** Pages from 1, as viewers count; points from the upper left corner, to a tenth. */
function printedJson({ page, words, boxes }: PlaceInWords): object {
  const tenth = (points: number): number => Math.round(points * 10) / 10;
  return {
    page,
    words,
    boxes: boxes.map((box) => ({
      page: box.page + 1,
      x: tenth(box.x),
      y: tenth(box.y),
      width: tenth(box.width),
      height: tenth(box.height),
    })),
  };
}
