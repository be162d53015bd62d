// Letters on the marks of charts that are hardly read -> errors of a publication, unless somebody decided to print them.
import { expect, it } from 'vitest';
import { withPaleLabels } from '../../src/commands/build/pale-labels.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { Document } from '../../src/document/document.ts';
import type { Disposition } from '../../src/plan/disposition.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { documentOf, rich } from '../write/pdf/documents.ts';

const caption = rich('연도별 취업자');
const chart = { kind: 'chart', id: 'chart-x', caption, alt: rich('차트'), spec: {}, rows: {} } as const;
const pale: Diagnostic = { rule: 'text-contrast', severity: 'warning', message: '', place: caption.place };
const other: Diagnostic = { ...pale, rule: 'coarse-image' };

function severities(
  { rulesOff = [], decided = [] }: Partial<NonNullable<Plan['dispositions']>>,
  document: Document = documentOf([chart]),
) {
  const plan = { dispositions: { rulesOff, decided } } as unknown as Plan;
  return withPaleLabels([pale, other], plan, document).map(({ severity }) => severity);
}

const decision = (subject: string, edition = 0) =>
  ({
    rule: 'text-contrast',
    subject,
    edition,
    values: [],
    place: caption.place,
    decision: { kind: 'keep' },
  }) as unknown as Disposition;

it('stop a publication, and nothing else does', () => {
  expect(severities({})).toEqual(['error', 'warning']);
  expect(severities({ decided: [decision('printed chart-y')] })).toEqual(['error', 'warning']);
  expect(severities({ decided: [decision('printed chart-x', 1)] })).toEqual(['error', 'warning']);
});

it('are printed where that was decided', () => {
  expect(severities({ decided: [decision('printed chart-x')] })).toEqual(['warning', 'warning']);
  expect(severities({ rulesOff: [{ rule: 'text-contrast', place: caption.place }] as never })).toEqual([
    'warning',
    'warning',
  ]);
});
