// The edits of a plan's texts and the plan with them -> what print cannot read of it any more, each at the cell that was typed.
import { type Diagnostic, isError } from '../diagnostic.ts';
import { escaped } from '../plan/literal.ts';
import type { FormEdit } from '../revise/import/form/form-edit.ts';
import type { FormStep } from './fill-form.ts';
import { composeTyped, prepare } from './prepare.ts';
import type { SourceFolder } from './sources.ts';

/** None where the texts stay, and where the templates are not all there to compose with. What could not be read before is not told. */
export function unreadTexts(
  { edits }: FormStep,
  made: SourceFolder,
  before: SourceFolder,
  templates: SourceFolder | undefined,
): readonly Diagnostic[] {
  const texts = edits.filter(({ file }) => file !== undefined);
  if (texts.length === 0 || templates === undefined) return [];
  const faultsIn = (plan: SourceFolder) =>
    composeTyped(prepare({ plan, templates })).diagnostics.filter(isError);
  const faults = faultsIn(made);
  if (faults.length === 0) return [];
  const told = new Set(faultsIn(before).map(wordsOf));
  return faults.flatMap((fault): readonly Diagnostic[] => {
    const edit = told.has(wordsOf(fault)) ? undefined : editAt(fault, texts, made);
    return edit === undefined ? [] : [{ ...fault, place: edit.place }];
  });
}

function wordsOf({ rule, message }: Diagnostic): string {
  return `${rule} ${message}`;
}

/** Of the edits of the file, the one in which the line was typed, or the first. */
function editAt(
  { place }: Diagnostic,
  edits: readonly FormEdit[],
  { displayRoot, files }: SourceFolder,
): FormEdit | undefined {
  const here = edits.filter(({ file }) => `${displayRoot}/${file}` === place.file);
  const line = 'line' in place ? files.get(here[0]?.file ?? '')?.split('\n')[place.line - 1] : undefined;
  const says = ({ after }: FormEdit) =>
    after.split('\n').some((one) => one !== '' && line?.includes(escaped(one)) === true);
  return here.find(says) ?? here[0];
}
