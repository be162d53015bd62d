// Words that were typed -> whether print would take signs in them for its own.
import { formatLocation } from '../diagnostic.ts';
import type { Change } from '../plan/edition.ts';
import type { SourceText } from '../plan/plan.ts';
import type { ImportFaults } from './import-faults.ts';
import type { TextEdit } from './project-edits.ts';

/**
 * What begins a template's tag, bold letters, a note, or an escape. Sheets print a name as it is and documents take these for marks, so that
 * no spelling of them is right in both.
 */
const MARK = /\{\{|\*\*|\[\^|\\[*[\\]/;

/** Rule `text-mark`: names, periods and reasons with a mark, each place once. */
export function tellMarks(
  changes: readonly Change[],
  edits: readonly TextEdit[],
  faults: ImportFaults,
): void {
  const told = new Set<string>();
  const tell = (source: SourceText | undefined): void => {
    const mark = source && MARK.exec(source.text)?.[0];
    if (source === undefined || mark === undefined || told.has(formatLocation(source.place))) return;
    told.add(formatLocation(source.place));
    faults.add({
      rule: 'text-mark',
      place: source.place,
      message: `인쇄할 때 글자가 아니라 서식 기호로 읽히는 ‘${mark}’가 있습니다: ${source.text}`,
      expected: '그 기호를 뺀 글',
    });
  };
  for (const change of changes) {
    tell(change.reason);
    if (change.kind === 'add') {
      tell(change.name);
      tell(change.period?.text);
    }
  }
  for (const { after, place } of edits) tell({ text: after, place });
}
