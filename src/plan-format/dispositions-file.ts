// dispositions.yaml -> what was decided about findings, and the rules that are switched off.
import type * as v from 'valibot';
import { parseAddress } from '../figure/address.ts';
import type { Decision, Disposition, Dispositions } from '../plan/disposition.ts';
import { readValue } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, id, list, mapping, may, must, scalar, text, textLike, whole } from './shape.ts';
import { readShape } from './shape-fault.ts';

const KINDS = ['keep', 'print-computed', 'correct', 'not-a-fault', 'omit'] as const;

const FINDING = mapping({
  finding: must(
    textLike(/^[a-z0-9-]+ \S/, '규칙의 이름과 대상 (예: sum-mismatch tasks/youth-jobs/funding/total)'),
    '확인사항',
    '규칙의 이름과 대상. iljari check --draft가 적어 준 그대로',
    { example: 'ratio-mismatch tables/job-openings/2022/ratio' },
  ),
  decision: must(
    choice(...KINDS),
    '처리',
    'keep 공시된 대로, print-computed 계산한 값을 찍음, correct 자료를 고침(address, value, from), not-a-fault 잘못 아님, omit 싣지 않음',
  ),
  address: may(text, '주소', '처리하는 수치. 적지 않으면 확인사항의 대상', {
    example: 'tasks/youth-jobs/funding/total',
  }),
  value: may(scalar, '고칠 값', 'decision이 correct일 때', { example: 83000 }),
  from: may(whole(0), '적용할 차수', 'decision이 correct일 때, 이 차수부터', { example: 0 }),
  values: must(
    list(scalar),
    '처리할 때의 값',
    'iljari check --draft가 적어 준 그대로. 값이 바뀌면 다시 알립니다.',
    {
      example: ['0.80배', '0.81배'],
    },
  ),
  edition: must(whole(0), '차수', '처리한 판의 차수. 당초는 0', { example: 0 }),
  by: must(text, '처리한 이', '사람이나 부서', { example: '일자리정책과' }),
  date: must(textLike(/^\d{4}-\d{2}-\d{2}$/, '날짜 (예: 2023-03-31)'), '처리한 날', '연-월-일', {
    example: '2023-03-31',
  }),
  reason: must(text, '까닭', '그렇게 정한 까닭', { example: '버림으로 적혀 반올림한 값으로 찍음' }),
});

export const DISPOSITIONS_FILE = mapping({
  'rules-off': may(
    list(
      mapping({
        rule: must(id, '규칙', '끄는 규칙의 이름', { example: 'repeated-note' }),
        reason: must(text, '까닭', '끄는 까닭', { example: '표마다 출처를 따로 적기로 함' }),
      }),
    ),
    '끄는 규칙',
    '이 계획에서 보지 않을 규칙',
  ),
  findings: may(list(FINDING), '처리한 확인사항', '확인사항마다 정한 것'),
});

type FindingShape = v.InferOutput<typeof FINDING>;

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
