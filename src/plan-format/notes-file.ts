// notes.yaml -> the page-foot notes by their ids.
import type { SourceText } from '../plan/source-text.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { entriesOf, must, named } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

export const NOTES_FILE = entriesOf(
  must(named, '각주', '쪽 아래에 찍는 글. 글에서는 [^id]로 답니다.', {
    example: '출처: 통계청 경제활동인구조사',
  }),
);

export function readNotesFile(root: Mapping, faults: Faults): ReadonlyMap<string, SourceText> | undefined {
  const entries = readShape(root, NOTES_FILE, faults);
  return entries && new Map(entries.map(({ key, value }) => [key.text, sourceText(value)]));
}
