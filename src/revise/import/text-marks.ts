// Words that were typed into cells -> whether they can be taken: what nobody sees is none, and a name with marks of print is no plain text.

import { formatLocation } from '../../diagnostic.ts';
import { codePoint, isBlank, unusableCharacterIn, unusableSeverity } from '../../figure/characters.ts';
import { detailEntries } from '../../plan/details.ts';
import type { Change } from '../../plan/edition.ts';
import { hasMarks } from '../../plan/literal.ts';
import { printedPeriod } from '../../plan/period.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { ImportFaults } from './import-faults.ts';
import type { TextEdit } from './project-edit.ts';

/**
 * Names, periods and reasons, each place once. Rules: `unusable-character`, `blank-text`; `text-mark` for a text whose bold letters, notes or
 * figures only the data file can keep.
 */
export function tellMarks(
  changes: readonly Change[],
  edits: readonly TextEdit[],
  faults: ImportFaults,
): void {
  const reported = new Set<string>();
  const tell = (source: SourceText | undefined): void => {
    if (source === undefined || reported.has(formatLocation(source.place))) return;
    reported.add(formatLocation(source.place));
    tellCharacters(source, faults);
  };
  for (const change of changes) {
    tell(change.reason);
    if (change.kind === 'add') {
      tell(change.name);
      tell(change.period?.text);
      for (const [, detail] of detailEntries(change.details ?? {})) tell(detail);
    }
  }
  for (const { project, what, after, place } of edits) {
    // An id.
    if (what === 'subtask') continue;
    if (after !== '') tell({ text: after, place });
    const before = what === 'name' ? project.name.canonical : project.period?.text;
    // A year that counts from the plan's is shown as a year, and typed over like one.
    const shown = what === 'period' && before ? printedPeriod({ text: before }, 0) : before?.text;
    if (before !== undefined && hasMarks({ ...before, text: shown ?? '' }))
      faults.add({
        rule: 'text-mark',
        place,
        message: `굵은 글씨나 각주, 수치의 표시가 든 글이라 판으로 바꿀 수 없습니다: ${before.text}`,
        expected: '자료 파일에서 직접 고칩니다.',
      });
  }
}

/** Whether the text can be taken; what nobody sees, or no font has, is told. */
export function tellCharacters({ text, place }: SourceText, faults: ImportFaults): boolean {
  const hidden = unusableCharacterIn(text);
  if (hidden !== undefined)
    faults.add({
      rule: 'unusable-character',
      severity: unusableSeverity(hidden),
      place,
      message: `쓸 수 없는 문자가 들어 있습니다: ${codePoint(hidden)}`,
      expected: '유니코드에 정해진, 보이는 글자',
    });
  else if (isBlank(text))
    faults.add({
      rule: 'blank-text',
      place,
      message: '보이는 글자가 없습니다.',
      expected: '보이는 글자가 있는 글',
    });
  else return true;
  return hidden !== undefined && unusableSeverity(hidden) !== 'error';
}
