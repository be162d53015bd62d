// Plan, figures and document -> every finding of the rules, those with one cause as one, errors first.
import { comparePlaces, formatLocation, type Severity } from '../diagnostic.ts';
import { figureLabels } from './figure-labels.ts';
import { cellsOf } from './figures/cells.ts';
import { printedAt } from './figures/headings.ts';
import type { Finding } from './finding.ts';
import { auditFigures } from './relations/audit.ts';
import type { Checked, CheckInput, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { printedTexts } from './texts.ts';

export type RuleId = keyof typeof RULES;

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

/** In the order of the registry. */
export const ALL_RULES: readonly RuleId[] = Object.keys(RULES).filter(isRuleId);

/** Most urgent first. */
export const SEVERITIES = ['error', 'warning', 'style', 'information'] as const satisfies readonly Severity[];

/** What is checked, with all that the rules look at: put together once, however many questions there are. */
export function checkInput(checked: Checked): CheckInput {
  const { plan, book, document } = checked;
  const texts = printedTexts(document);
  return {
    ...checked,
    texts,
    printed: printedAt(texts),
    cells: cellsOf(plan),
    labels: figureLabels(plan, document, texts),
    audit: auditFigures(book, plan.programme),
  };
}

/** Runs the named rules, all by default. Errors first, then by rule in the registry's order, then by place. */
export function checkPlan(input: CheckInput, rules: readonly RuleId[] = ALL_RULES): readonly Finding[] {
  const registry: Readonly<Record<RuleId, Rule>> = RULES;
  const byCause = new Map<string, [Finding, ...Finding[]]>();
  for (const id of rules) {
    const rule = registry[id];
    for (const found of rule.find(input)) {
      const cause = found.cause ?? `${id} ${found.subject}`;
      const finding: Finding = { related: [], severity: rule.severity, ...found, rule: id };
      const known = byCause.get(cause);
      if (known === undefined) byCause.set(cause, [finding]);
      else known.push(finding);
    }
  }
  return [...byCause.values()]
    .map(joined)
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        (a.rule === b.rule ? comparePlaces(a.place, b.place) : 0),
    );
}

/** The first finding with the others' places beside its own. */
function joined(all: readonly [Finding, ...Finding[]]): Finding {
  const [{ place, ...first }, ...others] = all;
  const related = [...first.related];
  const known = new Set([{ place }, ...related].map((one) => formatLocation(one.place)));
  for (const other of others) {
    const more = [{ place: other.place, note: other.message }, ...other.related].filter(
      (one) => !known.has(formatLocation(one.place)),
    );
    for (const one of more) known.add(formatLocation(one.place));
    related.push(...more);
  }
  const urgent = SEVERITIES.find((one) => all.some(({ severity }) => severity === one));
  return { ...first, place, severity: urgent ?? first.severity, related };
}
