// Findings and the plan's decisions -> each finding with its decision, and the decisions that no longer fit.
import { korean, spoken } from '../diagnostic/particle.ts';
import type { Disposition, Dispositions } from '../plan/disposition.ts';
import { inLevels } from '../plan/labels.ts';
import type { Plan } from '../plan/plan.ts';
import { ALL_RULES, checkPlan, isRuleId, type RuleId } from './check-plan.ts';
import { type Finding, findingKey } from './finding.ts';
import type { CheckInput, Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** Before the id of a block, in what a decision names that is seen only where it is printed. */
export const PRINTED = 'printed';

export interface DisposedFinding extends Finding {
  /** Undefined while nobody has decided, or what was decided on has changed since. */
  readonly disposition: Disposition | undefined;
}

/** Whether a publication has to wait for somebody to decide. */
export function isOpenError({ severity, disposition }: DisposedFinding): boolean {
  return severity === 'error' && disposition === undefined;
}

/** Whether it stands whatever the plan's decisions say. */
export function isBinding(rule: string): boolean {
  const rules: Readonly<Record<string, Rule>> = RULES;
  return rules[rule]?.binding === true;
}

/** What a decision on a finding is made on: everything that it quotes. */
export function basisOf({ stated, computed, message, related }: Finding): readonly string[] {
  const own = [stated, computed].filter((one) => one !== undefined);
  return [...(own.length > 0 ? own : [message]), ...related.map(({ note }) => note)];
}

/** All rules that the plan has not switched off. */
export function rulesOf({ dispositions }: Pick<Plan, 'dispositions'>): readonly RuleId[] {
  const off = new Set(dispositions?.rulesOff.map(({ rule }) => rule));
  return ALL_RULES.filter((rule) => isBinding(rule) || !off.has(rule));
}

/** Runs the rules, all that the plan has not switched off by default, and joins what they find with the plan's decisions. */
export function disposedFindings(
  input: CheckInput,
  ran: readonly RuleId[] = rulesOf(input.plan),
  found: readonly Finding[] = checkPlan(input, ran),
): readonly DisposedFinding[] {
  const { dispositions, editions, labels } = input.plan;
  const say = (told: readonly Finding[]) => inLevels(told, labels);
  return dispose(found, dispositions, { ran: new Set(ran), edition: editions.length, say });
}

/**
 * Joins findings and decisions: the last decision up to the edition counts. Decisions of this edition that fit no finding, or were made
 * on other values, become findings themselves (rule `stale-disposition`), and so do rules that are switched off and do not exist;
 * those of earlier editions are right for theirs. `ran`: the rules that found the findings; `say` puts them in the plan's own words.
 */
function dispose(
  findings: readonly Finding[],
  dispositions: Dispositions | undefined,
  {
    ran,
    edition,
    say,
  }: {
    readonly ran: ReadonlySet<RuleId>;
    readonly edition: number;
    readonly say: (found: readonly Finding[]) => readonly Finding[];
  },
): readonly DisposedFinding[] {
  const { decided = [], rulesOff = [] } = dispositions ?? {};
  const inTime = decided.filter((one) => one.edition <= edition).toSorted((a, b) => a.edition - b.edition);
  const byKey = new Map(inTime.map((disposition) => [findingKey(disposition), disposition]));
  const disposed: DisposedFinding[] = [];
  for (const finding of findings) {
    const told = say([finding])[0] ?? finding;
    const decided = byKey.get(findingKey(finding));
    const disposition = isBinding(finding.rule) ? undefined : decided;
    if (disposition !== undefined) byKey.delete(findingKey(finding));
    // Decided on as it is told, or as it was before the plan had words of its own.
    const basis = basisOf(told);
    const fits =
      disposition !== undefined && [basis, basisOf(finding)].some((one) => isSame(one, disposition.values));
    disposed.push({ ...told, disposition: fits ? disposition : undefined });
    if (disposition?.edition === edition && !fits)
      disposed.push(stale(disposition, changed(disposition, basis)));
  }
  for (const disposition of byKey.values()) {
    if (isBinding(disposition.rule)) {
      disposed.push(stale(disposition, NOT_DECIDED));
      continue;
    }
    if (disposition.edition !== edition || (isRuleId(disposition.rule) && !ran.has(disposition.rule)))
      continue;
    if (disposition.subject.startsWith(`${PRINTED} `)) continue;
    disposed.push(stale(disposition, '이 처리의 확인사항이 이제 없습니다.'));
  }
  for (const { rule, place } of rulesOff) {
    if (isRuleId(rule) && !isBinding(rule)) continue;
    disposed.push({
      rule: 'stale-disposition',
      subject: `rules-off ${rule}`,
      severity: 'warning',
      message: isBinding(rule)
        ? `규칙 ‘${rule}’: 끌 수 없는 규칙입니다.`
        : korean`끄려는 규칙 ‘${rule}’이(가) 없습니다.`,
      place,
      related: [],
      remedy: '규칙의 이름은 iljari check --rules로 볼 수 있습니다.',
      disposition: undefined,
    });
  }
  return disposed;
}

/** Decisions of earlier versions quote messages with both forms of a particle. */
function isSame(basis: readonly string[], values: readonly string[]): boolean {
  const [one, other] = [basis, values].map((texts) => spoken(texts.join('\n')));
  return one === other;
}

const NOT_DECIDED = '공시한 것과 달라진 것은 처리로 넘길 수 없습니다. 되돌리거나 정정 판으로 바로잡습니다.';

function changed({ values }: Disposition, basis: readonly string[]): string {
  const [before, after] = [
    values.find((value) => !basis.some((one) => isSame([one], [value]))),
    basis.find((one) => !values.some((value) => isSame([one], [value]))),
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
