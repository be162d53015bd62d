// Findings -> the lines that a person reads on a terminal.
import { ALL_RULES, type RuleId, SEVERITIES } from '../check/check-plan.ts';
import type { Coverage } from '../check/coverage.ts';
import { basisOf, type DisposedFinding } from '../check/disposed.ts';
import { findingKey } from '../check/finding.ts';
import { DECISION_NAMES, SEVERITY_NAMES } from '../check/findings-table.ts';
import type { Rule } from '../check/rule.ts';
import { RULES } from '../check/rules.ts';
import type { PlaceTeller } from '../commands/place-words.ts';
import { formatLocation } from '../diagnostic.ts';
import { inOneLine } from '../figure/characters.ts';
import type { TableProposals } from '../relations/proposals.ts';
import { harmless, harmlessJson } from './harmless.ts';

/** By severity, rule and place; decided ones only when `all` are asked for. `where`: tells the printed place beside that in the files. Ends with a count. */
export function findingsText(
  findings: readonly DisposedFinding[],
  all: boolean,
  where?: PlaceTeller,
): string {
  const rules: Readonly<Record<string, Rule>> = RULES;
  const lines: string[] = [];
  for (const severity of SEVERITIES) {
    const shown = findings.filter(
      (one) => one.severity === severity && (all || one.disposition === undefined),
    );
    if (shown.length === 0) continue;
    lines.push(`${SEVERITY_NAMES[severity]} ${shown.length}건`);
    let rule: string | undefined;
    for (const finding of shown) {
      if (finding.rule !== rule) {
        rule = finding.rule;
        lines.push('', `  ${rule}  ${rules[rule]?.title ?? '처리는 지금의 자료와 맞아야 합니다.'}`);
      }
      lines.push(...linesOf(finding, where).map((line) => `    ${line}`));
    }
    lines.push('');
  }
  lines.push(countText(findings), '');
  return lines.map(harmless).join('\n');
}

function linesOf(finding: DisposedFinding, where: PlaceTeller | undefined): readonly string[] {
  const { place, message, related, formula, remedy, disposition } = finding;
  return [
    [formatLocation(place), ...(where ? [where.of(finding).words] : [])].join('  '),
    `  ${message}`,
    ...related.map((other) => {
      const page = where?.at(other.place, other.note).page;
      const told = [formatLocation(other.place), ...(page === undefined ? [] : [page]), other.note];
      return `  ↔ ${told.join('  ')}`;
    }),
    ...(formula === undefined ? [] : [`  산식: ${formula}`]),
    ...(remedy === undefined ? [] : [`  고치려면: ${remedy}`]),
    ...(disposition === undefined
      ? []
      : [
          `  처리: ${DECISION_NAMES[disposition.decision.kind]} (${disposition.by}, ${disposition.date}) ${disposition.reason}`,
        ]),
  ].map(inOneLine);
}

/** 오류 3건(처리 3건), 주의 5건 … */
export function countText(findings: readonly DisposedFinding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const own = findings.filter((one) => one.severity === severity);
    if (own.length === 0) return [];
    const decided = own.filter(({ disposition }) => disposition !== undefined).length;
    return [`${SEVERITY_NAMES[severity]} ${own.length}건${decided === 0 ? '' : `(처리 ${decided}건)`}`];
  });
  return counts.length === 0 ? '어긋나는 곳이 없습니다.' : counts.join(', ');
}

/** A line a rule: its id, how grave it is, what must hold and why. */
export function rulesText(ids: readonly RuleId[] = ALL_RULES): string {
  const rules: Readonly<Record<RuleId, Rule>> = RULES;
  return ids
    .map((id) => {
      const { severity, title, reason } = rules[id];
      return `${id}  ${SEVERITY_NAMES[severity]}\n  ${title} ${reason}\n`;
    })
    .join('');
}

/** What a rule holds to, what it has found in the plan, and what may be done about it. */
export function explainText(id: RuleId, findings: readonly DisposedFinding[]): string {
  const { binding }: Rule = RULES[id];
  const own = findings.filter(({ rule }) => rule === id);
  const ways = binding
    ? '  끌 수 없는 규칙이고, 처리로 넘길 수 없습니다.\n'
    : [
        `  찾은 것을 하나씩 정하려면: iljari check --rule ${id} --draft를 dispositions.yaml에 붙이고 decision과 reason을 고칩니다.`,
        ...Object.entries(DECISION_NAMES).map(([decision, name]) => `    ${decision.padEnd(15)} ${name}`),
        `  이 계획에서 모두 끄려면 dispositions.yaml에: rules-off: [{ rule: ${id}, reason: 까닭 }]`,
        '',
      ].join('\n');
  return `${rulesText([id])}  이 계획에서 찾은 것: ${countText(own)}\n${ways}`;
}

export function coverageText({ typed, reached, unreached, unused, unrelated }: Coverage): string {
  const lines = (list: Coverage['unreached']) =>
    list.map(({ place, label }) => inOneLine(`  ${formatLocation(place)}  ${label}`));
  return [
    `적힌 수치 ${typed}개 가운데 ${reached}개를 관계식이나 다른 곳의 같은 수치와 견줍니다.`,
    `견줄 것이 없는 수치 ${unreached.length}개`,
    ...lines(unreached),
    `이름은 합계나 비율인데 관계식이 없는 줄 ${unrelated.length}개`,
    ...lines(unrelated),
    `쓰이지 않는 자료 ${unused.length}개`,
    ...lines(unused),
    '',
  ]
    .map(harmless)
    .join('\n');
}

/** What the statistics files may say, ready to be pasted; what is known to nobody stands behind a `#`. */
export function proposalsText(tables: readonly TableProposals[]): string {
  const lines = tables.flatMap(({ table, declares, proposals, unrelated }) => [
    `# ${table.place.file}${table.caption === undefined ? '' : `  ${table.caption.text}`}`,
    ...(proposals.length === 0 ? [] : [declares ? '# 이미 있는 relations: 아래에 더합니다.' : 'relations:']),
    ...proposals.flatMap(({ keys, relation, label, hits, misses }) => {
      const count = `${hits}칸이 맞음${misses === 0 ? '' : `, ${misses}칸이 다름`}`;
      return keys.map((key) => `  ${harmlessJson(key)}: ${harmlessJson(relation)}  # ${label}: ${count}`);
    }),
    ...unrelated.map(({ label }) => `# ‘${label}’: 관계식을 찾지 못했습니다.`),
    '',
  ]);
  if (lines.length === 0) return '새로 적을 관계식이 없습니다.\n';
  return `${lines.map(inOneLine).map(harmless).join('\n')}`;
}

/** Entries for dispositions.yaml, to be completed by whoever decides. */
export function draftText(findings: readonly DisposedFinding[], edition: number, date: string): string {
  // YAML knows the escapes of JSON: what is pasted is the same key.
  const quoted = (text: string) => harmlessJson(text);
  const entries = findings.map((finding) =>
    [
      `  # ${inOneLine(finding.message)}`,
      `  - finding: ${quoted(findingKey(finding))}`,
      '    decision: keep',
      `    values: [${basisOf(finding).map(quoted).join(', ')}]`,
      `    edition: ${edition}`,
      '    by: 담당 부서',
      `    date: ${date}`,
      '    reason: 까닭',
    ].join('\n'),
  );
  return entries.length === 0 ? '' : `findings:\n${entries.join('\n')}\n`;
}
