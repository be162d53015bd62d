// notes.yaml -> the page-foot notes by their ids.
import type { SourceText } from '../plan/plan.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { entriesOf, named } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

const NOTES_FILE = entriesOf(named);

export function readNotesFile(root: Mapping, faults: Faults): ReadonlyMap<string, SourceText> | undefined {
  const entries = readShape(root, NOTES_FILE, faults);
  return entries && new Map(entries.map(({ key, value }) => [key.text, sourceText(value)]));
}
