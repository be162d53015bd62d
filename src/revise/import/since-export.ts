// A plan that has gone on since a workbook was made of it -> which of its cells are about what is no more, or was changed since.
import type { SourceLocation } from '../../diagnostic.ts';
import { type Address, projectAddress, projectOf } from '../../figure/address.ts';
import type { Value } from '../../figure/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Project, tasksOf } from '../../plan/programme.ts';
import { textOf } from '../../spreadsheet/spreadsheet.ts';
import { cellAt, shows } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { WorkbookOrigin } from './workbook-origin.ts';

/** The value that each figure had before the editions after `edition` set it. */
export function setsSince(plan: Plan, edition: number): ReadonlyMap<Address, Value> {
  const before = new Map<Address, Value>();
  for (const change of plan.editions.slice(edition).flatMap(({ changes }) => changes))
    if (change.kind === 'set' && !before.has(change.address)) before.set(change.address, change.before.value);
  return before;
}

/** Why nothing can be typed for a figure: its project has ended or moved; undefined for all others. */
export function goneProjects(plan: Plan): (address: Address) => string | undefined {
  const gone = new Map(
    tasksOf(plan.programme).flatMap((task) =>
      task.ended.map((project) => [
        projectAddress({ task: task.id, project: project.id }) as string,
        goneText(project, plan),
      ]),
    ),
  );
  return (address) => gone.get(projectOf(address) ?? '');
}

export function goneText({ endedIn, movedTo }: Project, { programme }: Plan): string {
  const to = tasksOf(programme).find(({ id }) => id === movedTo?.task)?.name.canonical.text;
  return to === undefined
    ? `제${endedIn ?? 0}차 판에서 끝난 세부사업입니다`
    : `제${endedIn ?? 0}차 판에서 ‘${to}’ 과제로 옮겨진 세부사업입니다`;
}

/** Whether the cell of a figure shows what it was written with. */
export function isUntouched({ origin, spot }: FoundCells['figures'][number]): boolean {
  const cell = cellAt(spot);
  if (cell?.formula !== undefined) return false;
  if (cell?.value === undefined) return origin.exported === '' || origin.exported === '-';
  return textOf(cell.value) === origin.exported || shows(cell.value, origin.exported);
}

/** Rule `stale-workbook`: something is typed for what is no more. */
export function tellStale(what: string, place: SourceLocation, faults: ImportFaults): void {
  faults.add({
    rule: 'stale-workbook',
    place,
    message: `지금 계획에 없는 수치에 적은 값입니다: ${what}`,
    expected: '지금 판으로 새로 만든 통합문서에 적은 값',
  });
}

/** Says (`older-workbook`, an information) that the workbook was made of another edition than there is now. */
export function tellOlder({ edition }: WorkbookOrigin, plan: Plan, faults: ImportFaults): void {
  const { length: latest } = plan.editions;
  if (edition === latest) return;
  const named = (number: number) => (number === 0 ? '당초' : `제${number}차`);
  faults.add({
    rule: 'older-workbook',
    severity: 'information',
    place: faults.whole,
    message: `${named(edition)} 판으로 만든 통합문서입니다. 고친 칸만 지금의 ${named(latest)} 판에 합칩니다.`,
  });
}
