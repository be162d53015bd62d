// Findings and the plan's decisions -> each finding with its decision, and the decisions that no longer fit.
import type { Disposition, Dispositions } from '../plan/disposition.ts';
import { ALL_RULES, checkPlan, isRuleId, type RuleId } from './check-plan.ts';
import { type Finding, findingKey } from './finding.ts';
import type { Checked } from './rule.ts';

export interface DisposedFinding extends Finding {
  /** Undefined while nobody has decided, or what was decided on has changed since. */
  readonly disposition: Disposition | undefined;
}

/** Whether a publication has to wait for somebody to decide. */
export function isOpenError({ severity, disposition }: DisposedFinding): boolean {
  return severity === 'error' && disposition === undefined;
}

/** What a decision on a finding is made on: everything that it quotes. */
export function basisOf({ stated, computed, message, related }: Finding): readonly string[] {
  const own = [stated, computed].filter((one) => one !== undefined);
  return [...(own.length > 0 ? own : [message]), ...related.map(({ note }) => note)];
}

/** Runs the rules, all that the plan has not switched off by default, and joins what they find with the plan's decisions. */
export function disposedFindings(checked: Checked, rules?: readonly RuleId[]): readonly DisposedFinding[] {
  const { dispositions } = checked.plan;
  const off = new Set(dispositions?.rulesOff.map(({ rule }) => rule));
  const ran = rules ?? ALL_RULES.filter((rule) => !off.has(rule));
  return dispose(checkPlan(checked, ran), dispositions, new Set(ran), checked.plan.editions.length);
}

/**
 * Joins findings and decisions: the last decision up to the edition counts. Decisions of this edition that fit no finding, or were made
 * on other values, become findings themselves (rule `stale-disposition`), and so do rules that are switched off and do not exist;
 * those of earlier editions are right for theirs. `ran`: the rules that found the findings.
 */
function dispose(
  findings: readonly Finding[],
  dispositions: Dispositions | undefined,
  ran: ReadonlySet<RuleId>,
  edition: number,
): readonly DisposedFinding[] {
  const { decided = [], rulesOff = [] } = dispositions ?? {};
  const inTime = decided.filter((one) => one.edition <= edition).toSorted((a, b) => a.edition - b.edition);
  const byKey = new Map(inTime.map((disposition) => [findingKey(disposition), disposition]));
  const disposed: DisposedFinding[] = [];
  for (const finding of findings) {
    const disposition = byKey.get(findingKey(finding));
    byKey.delete(findingKey(finding));
    const basis = basisOf(finding);
    const fits = disposition !== undefined && basis.join('\n') === disposition.values.join('\n');
    disposed.push({ ...finding, disposition: fits ? disposition : undefined });
    if (disposition?.edition === edition && !fits)
      disposed.push(stale(disposition, changed(disposition, basis)));
  }
  for (const disposition of byKey.values()) {
    if (disposition.edition !== edition || (isRuleId(disposition.rule) && !ran.has(disposition.rule)))
      continue;
    disposed.push(stale(disposition, '이 처리의 확인사항이 이제 없습니다.'));
  }
  for (const { rule, place } of rulesOff) {
    if (isRuleId(rule)) continue;
    disposed.push({
      rule: 'stale-disposition',
      subject: `rules-off ${rule}`,
      severity: 'warning',
      message: `끄려는 규칙 ‘${rule}’이(가) 없습니다.`,
      place,
      related: [],
      remedy: '규칙의 이름은 iljari check --rules로 볼 수 있습니다.',
      disposition: undefined,
    });
  }
  return disposed;
}

function changed({ values }: Disposition, basis: readonly string[]): string {
  const [before, after] = [
    values.find((value) => !basis.includes(value)),
    basis.find((one) => !values.includes(one)),
  ];
  return `처리한 뒤에 내용이 바뀌었습니다: 처리할 때 ${before ?? '(없음)'}, 지금 ${after ?? '(없음)'}.`;
}

function stale({ rule, subject, place }: Disposition, message: string): DisposedFinding {
  return {
    rule: 'stale-disposition',
    subject: `${rule} ${subject}`,
    severity: 'warning',
    message: `확인사항 ‘${rule} ${subject}’: ${message}`,
    place,
    related: [],
    remedy: '다시 살펴보고 dispositions.yaml의 처리를 고치거나 지웁니다.',
    disposition: undefined,
  };
}
