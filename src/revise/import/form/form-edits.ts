// plan.xlsx, as typed -> what it changes beside figures and projects, which budget and statistics have too.
import type { DerivedWords } from '../../../plan/check-words.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ImportFaults } from '../import-faults.ts';
import type { WorkbookOrigin } from '../workbook-origin.ts';
import { basicEdits } from './basic-edits.ts';
import { bodyEdits } from './body-edits.ts';
import { fieldEdits } from './field-edits.ts';
import type { FormEdit } from './form-edit.ts';
import { formRows } from './form-rows.ts';
import { laneEdits } from './lane-edits.ts';
import { outreachEdits } from './outreach-edits.ts';
import { programmeEdits } from './programme-edits.ts';
import { tableEdits } from './table-edits.ts';

/** What has to be there before projects and figures are read: names, strategies, tasks. */
export function firstEdits(origin: WorkbookOrigin, plan: Plan, faults: ImportFaults): readonly FormEdit[] {
  const rows = (kind: Parameters<typeof formRows>[0]) => formRows(kind, origin, faults);
  return [
    ...basicEdits(rows('basics'), plan, faults),
    ...programmeEdits({ strategies: rows('strategies'), tasks: rows('tasks') }, plan, faults),
  ];
}

/** What is said of projects once they are all there. `words`: what rows and columns are called that follow from others. */
export function lastEdits(
  origin: WorkbookOrigin,
  plan: Plan,
  faults: ImportFaults,
  words: readonly DerivedWords[] = [],
): readonly FormEdit[] {
  return [
    ...bodyEdits(origin, plan, faults),
    ...tableEdits(origin, plan, words, faults),
    ...fieldEdits(origin, plan, faults),
    ...laneEdits(formRows('lanes', origin, faults), plan, faults),
    ...outreachEdits(formRows('outreach', origin, faults), plan, faults),
  ];
}
