// plan.xlsx that was filled, and the plan's texts -> the texts with what it says beside figures and projects.
import type { Diagnostic } from '../diagnostic.ts';
import type { DerivedWords } from '../plan/check-words.ts';
import type { Change } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import { writeBlocks } from '../revise/fill/new-blocks.ts';
import type { FormEdit } from '../revise/import/form/form-edit.ts';
import { firstEdits, lastEdits } from '../revise/import/form/form-edits.ts';
import { ImportFaults } from '../revise/import/import-faults.ts';
import { hasForm, originOf, type WorkbookOrigin } from '../revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../spreadsheet/read-spreadsheet.ts';
import type { OutputFile, SourceFolder } from './sources.ts';

export interface FormStep {
  readonly edits: readonly FormEdit[];
  /** The plan's files with the edits. */
  readonly folder: SourceFolder;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the file is plan.xlsx; undefined for any other, and for one that an import refuses. */
export function formOf({ name, bytes }: OutputFile): WorkbookOrigin | undefined {
  const read = /\.(csv|txt|tsv)$/i.test(name) ? undefined : readSpreadsheet(bytes);
  const origin = read?.ok ? originOf(read.sheets) : undefined;
  return origin === undefined || origin === 'changed' || !hasForm(origin) ? undefined : origin;
}

type Side = typeof lastEdits;

/** The plan as a whole, its strategies and tasks: what is there before its projects are read. */
export function fillFirst(
  file: OutputFile,
  origin: WorkbookOrigin,
  plan: Plan,
  folder: SourceFolder,
): FormStep {
  return step(firstEdits, file, origin, plan, folder);
}

interface WithProjects {
  /** What made the plan that is there now. */
  readonly changes: readonly Change[];
  readonly now: { readonly plan: Plan };
}

/** What is said of its projects, its schedule and its outreach, once the projects are there; what follows from new ones. */
export function fillLast(
  file: OutputFile,
  origin: WorkbookOrigin,
  { changes, now }: WithProjects,
  folder: SourceFolder,
  words: readonly DerivedWords[],
): FormStep {
  const { plan } = now;
  const made = step(lastEdits, file, origin, plan, folder, words);
  const files = new Map(made.folder.files);
  const added = changes.filter((change) => change.kind === 'add');
  writeBlocks(files, added, plan);
  return { ...made, folder: { ...folder, files } };
}

/** What is wrong on the sheets that are read last, where it does not come to that: but for projects that are not there yet. */
export function otherFaults(file: OutputFile, origin: WorkbookOrigin, plan: Plan): readonly Diagnostic[] {
  const faults = new ImportFaults(file.name);
  if (origin.plan === plan.id) lastEdits(origin, plan, faults);
  return faults.diagnostics.filter(({ rule }) => rule !== 'unknown-project');
}

/** What of the workbook no edition holds, each told as `not-importable`. */
export function formRefusals(file: OutputFile, origin: WorkbookOrigin, plan: Plan): readonly Diagnostic[] {
  const faults = new ImportFaults(file.name);
  for (const side of [firstEdits, lastEdits])
    for (const { what, before, after, place, isAdded } of side(origin, plan, faults))
      if (isAdded !== true)
        faults.add({
          rule: 'not-importable',
          place,
          message: `변경 판에 담을 수 없는 것입니다: ${what} ${before || '(빈칸)'} → ${after || '(빈칸)'}`,
          expected: '자료 파일에서 고치거나, 공시하기 전이면 --title과 --date 없이 가져옵니다.',
        });
  return faults.diagnostics;
}

function step(
  side: Side,
  file: OutputFile,
  origin: WorkbookOrigin,
  plan: Plan,
  folder: SourceFolder,
  words: readonly DerivedWords[] = [],
): FormStep {
  const faults = new ImportFaults(file.name);
  const edits = origin.plan === plan.id ? side(origin, plan, faults, words) : [];
  const files = new Map(folder.files);
  // What is faulty is none of them: the others are made, so that no fault follows from another.
  for (const { write } of edits) write(files);
  return { edits, folder: { ...folder, files }, diagnostics: faults.diagnostics };
}
