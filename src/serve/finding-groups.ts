// Findings of the check -> the groups in which a person looks at them, the most urgent first.
import { type DisposedFinding, isOpenError } from '../check/disposed.ts';

export const GROUPS = ['공시를 막는 것', '숫자', '이름', '표기', '알아 둘 것'] as const;
type Group = (typeof GROUPS)[number];

/** What these find is that something is called otherwise, or stands in another order. */
const OF_NAMES: ReadonlySet<string> = new Set([
  ...['source-misnamed', 'contents-title', 'name-variant', 'list-order', 'sheet-heading', 'stated-group'],
  ...['group-labels', 'group-definition', 'stated-subject', 'name-in-text', 'organisation-name'],
  ...['label-spelling', 'source-spelling', 'same-label', 'cover-text', 'source-subject'],
]);

export function groupOf(finding: DisposedFinding): Group {
  if (isOpenError(finding)) return '공시를 막는 것';
  if (finding.severity === 'information') return '알아 둘 것';
  if (OF_NAMES.has(finding.rule)) return '이름';
  return finding.severity === 'style' ? '표기' : '숫자';
}
