// dispositions.yaml -> what was decided about findings, and the rules that are switched off.
import * as v from 'valibot';
import { parseAddress } from '../figure/address.ts';
import type { Decision, Disposition, Dispositions } from '../plan/disposition.ts';
import { readValue } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, id, list, mapping, scalar, text, textLike, whole } from './shape.ts';
import { readShape } from './shape-fault.ts';

const KINDS = ['keep', 'print-computed', 'correct', 'not-a-fault', 'omit'] as const;

const DISPOSITIONS_FILE = mapping({
  'rules-off': v.exactOptional(list(mapping({ rule: id, reason: text }))),
  findings: v.exactOptional(
    list(
      mapping({
        finding: textLike(
          /^[a-z0-9-]+ \S/,
          '규칙의 이름과 대상 (예: sum-mismatch tasks/youth-jobs/funding/total)',
        ),
        decision: choice(...KINDS),
        address: v.exactOptional(text),
        value: v.exactOptional(scalar),
        from: v.exactOptional(whole(0)),
        values: list(scalar),
        edition: whole(0),
        by: text,
        date: textLike(/^\d{4}-\d{2}-\d{2}$/, '날짜 (예: 2023-03-31)'),
        reason: text,
      }),
    ),
  ),
});

type FindingShape = NonNullable<v.InferOutput<typeof DISPOSITIONS_FILE>['findings']>[number];

/** Rules of its own: `duplicate-id` for a finding decided twice in one edition, `missing-key` and `unknown-key` where a decision has too little or too much. */
export function readDispositionsFile(root: Mapping, faults: Faults): Dispositions | undefined {
  const shape = readShape(root, DISPOSITIONS_FILE, faults);
  if (shape === undefined) return undefined;
  const decided: Disposition[] = [];
  const known = new Map<string, Scalar>();
  for (const one of shape.findings ?? []) {
    const { finding } = one;
    const key = `${finding.text} ${one.edition.text}`;
    const first = known.get(key);
    if (first !== undefined) {
      faults.add({
        rule: 'duplicate-id',
        place: finding.place,
        message: `확인사항 ‘${finding.text}’의 처리가 두 번 적혀 있습니다.`,
        expected: '확인사항 하나에 차수마다 처리 하나',
        related: [{ place: first.place, note: '처음 적힌 곳입니다.' }],
      });
      continue;
    }
    known.set(key, finding);
    const decision = decisionOf(one, faults);
    const [rule = ''] = finding.text.split(' ', 1);
    if (decision === undefined) continue;
    decided.push({
      rule,
      subject: finding.text.slice(rule.length + 1),
      decision,
      edition: Number(one.edition.text),
      by: one.by.text,
      date: one.date.text,
      reason: one.reason.text,
      values: one.values.map((value) => value.text),
      place: finding.place,
    });
  }
  const rulesOff = (shape['rules-off'] ?? []).map(({ rule, reason }) => ({
    rule: rule.text,
    reason: reason.text,
    place: rule.place,
  }));
  return { decided, rulesOff };
}

function decisionOf(shape: FindingShape, faults: Faults): Decision | undefined {
  const kind = KINDS.find((one) => one === shape.decision.text);
  switch (kind) {
    case undefined:
      return undefined;
    case 'keep':
    case 'not-a-fault':
    case 'omit':
      return { kind };
    case 'print-computed': {
      const address = addressIn(shape, faults);
      return address && { kind, address };
    }
    case 'correct': {
      const address = addressIn(shape, faults);
      const { value, from } = shape;
      if (value === undefined || from === undefined) {
        faults.add({
          rule: 'missing-key',
          place: shape.decision.place,
          message: '자료를 고치는 처리에 고칠 값이나 차수가 없습니다.',
          expected: 'decision: correct, address: 주소, value: 고칠 값, from: 적용할 차수',
        });
        return undefined;
      }
      const read = readValue(value, false, faults);
      return address && read && { kind, address, value: read, from: Number(from.text) };
    }
  }
}

/** The address that a decision is about; the finding's subject when it is one and nothing else is written. */
function addressIn({ address, finding }: FindingShape, faults: Faults) {
  const written = address?.text ?? finding.text.slice(finding.text.indexOf(' ') + 1);
  const read = parseAddress(written);
  if (read === undefined) {
    faults.add({
      rule: 'unknown-id',
      place: (address ?? finding).place,
      message: `수치의 주소가 아닙니다: ${written}`,
      expected: 'address: tables/… 또는 tasks/…',
    });
  }
  return read;
}
