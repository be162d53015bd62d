// Rows of projects that the workbook did not have -> the projects that an edition adds.

import Fraction from 'fraction.js';
import { projectAddress } from '../../figure/address.ts';
import type { Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import { plainCharacters } from '../../figure/typed-characters.ts';
import { DETAILS } from '../../plan/details.ts';
import type { AddChange, TypedValue } from '../../plan/edition.ts';
import { madeId } from '../../plan/made-id.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Project, sourcesIn, tasksOf } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { wordsAt } from '../../spreadsheet/spreadsheet.ts';
import { valueText } from '../apply/typed-value.ts';
import { amountAt } from './amount-at.ts';
import type { Current } from './current.ts';
import type { ImportFaults } from './import-faults.ts';
import { newPeriod } from './period-cell.ts';
import type { NewRow } from './project-rows.ts';
import { sameName, subtaskNamed } from './task-names.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

/** Rules: `row-without-id` (an information), `duplicate-row`, `merge-clash`, `not-importable`, `sources-do-not-add-up`. */
export function newProjects(
  rows: readonly NewRow[],
  home: OriginSheet,
  origin: WorkbookOrigin,
  { plan, book }: Pick<Current, 'plan' | 'book'>,
  moved: ReadonlySet<string>,
  faults: ImportFaults,
): readonly { readonly row: number; readonly add: AddChange }[] {
  const labels = taskLabels(plan.programme);
  const known = new Set(origin.texts.map(({ rowKey }) => rowKey));
  const taken = new Set([
    ...moved,
    ...tasksOf(plan.programme).flatMap((task) =>
      [...task.projects, ...task.ended].map(({ id }) => `${task.id}/${id}`),
    ),
  ]);
  return rows.flatMap((row) => {
    const { task, name } = row;
    const place = faults.at({ sheet: home.sheet, row: row.row, column: home.columns.get('name') ?? 1 });
    const tell = (message: string) =>
      faults.add({ rule: 'row-without-id', severity: 'information', place, message });
    if (wordsAt(home.sheet, row.row, home.columns.get('state') ?? 0) === '종료') {
      faults.add({
        rule: 'not-importable',
        severity: 'warning',
        place,
        message: `새 세부사업의 상태가 종료라 더하지 않습니다: ${name}`,
      });
      return [];
    }
    const add = newProject(row, home, plan, taken, faults);
    const twin = task.projects.find((project) => sameName(project.name.canonical.text, name));
    if (twin === undefined) {
      tell(`새 세부사업으로 읽었습니다: ${labels.get(task.id)} › ${name}`);
      return [{ row: row.row, add }];
    }
    if (known.has(projectAddress({ task: task.id, project: twin.id })))
      faults.add({
        rule: 'duplicate-row',
        place,
        message: `같은 과제에 같은 이름의 세부사업이 이미 있습니다: ${name}`,
        expected: '한 행만 남기거나 다른 이름을 적습니다.',
      });
    else if (isSame(add, twin, book))
      tell(`제${twin.addedIn ?? 0}차 판에서 이미 더한 세부사업입니다: ${name}`);
    else
      faults.add({
        rule: 'merge-clash',
        place,
        message: `통합문서를 만든 뒤에 제${twin.addedIn ?? 0}차 판에서 같은 이름의 세부사업이 다른 수치로 더해졌습니다: ${name}`,
        expected: '다른 이름, 또는 지금 판으로 새로 만든 통합문서에서 고친 수치',
        related: [{ place: twin.place, note: '더해진 세부사업' }],
      });
    return [];
  });
}

/** Whether the project has what was typed, and nothing else. */
function isSame({ target, funding }: AddChange, twin: Project, book: Current['book']): boolean {
  const valueAt = (address: Project['target']): Value =>
    (address && book.get(address)?.effective) ?? { kind: 'nil' };
  const none: Value = { kind: 'nil' };
  const isSplit = sourcesIn(funding).length > 0;
  const kinds = isSplit ? new Set([...sourcesIn(funding), ...sourcesIn(twin.funding)]) : ['total'];
  return (
    sameValue(target?.value ?? none, valueAt(twin.target)) &&
    [...kinds].every((kind) => sameValue(funding[kind]?.value ?? none, valueAt(twin.funding[kind])))
  );
}

function newProject(
  { row, task, name }: NewRow,
  home: OriginSheet,
  { programme: { sources }, year }: Plan,
  taken: Set<string>,
  faults: ImportFaults,
): AddChange {
  const placeOf = (key: string) => faults.at({ sheet: home.sheet, row, column: home.columns.get(key) ?? 1 });
  const project = madeId(name, 'project', (id) => taken.has(`${task.id}/${id}`));
  taken.add(`${task.id}/${project}`);
  const period = wordsAt(home.sheet, row, home.columns.get('period') ?? 0);
  const details = Object.fromEntries(
    DETAILS.flatMap((key) => {
      const column = home.columns.get(key);
      const text = column === undefined ? '' : wordsAt(home.sheet, row, column);
      return text === '' ? [] : [[key, { text, place: placeOf(key) }] as const];
    }),
  );
  const typed = wordsAt(home.sheet, row, home.columns.get('subtask') ?? 0);
  const subtask = subtaskNamed(typed, task, placeOf('subtask'), faults);
  const target = amountAt(row, 'target', home, faults);
  const funding: { [kind: string]: TypedValue } = {};
  for (const source of sources) {
    const amount = amountAt(row, source, home, faults);
    if (amount !== undefined) funding[source] = amount;
  }
  const none = (['target', ...sources] as const).filter((key) => {
    const column = home.columns.get(key);
    return column !== undefined && plainCharacters(wordsAt(home.sheet, row, column)) === '-';
  });
  // A row that was kept free adds up its sources by itself.
  const follows = home.sheet.rows.get(row)?.get(home.columns.get('total') ?? 0)?.formula !== undefined;
  const given = follows && Object.keys(funding).length > 0 ? undefined : amountAt(row, 'total', home, faults);
  const total = follows && given?.value.kind === 'quantity' && given.value.exact.n === 0n ? undefined : given;
  const sum = sourcesIn(funding)
    .flatMap((source) => funding[source]?.value ?? [])
    .reduce((sum, value) => (value.kind === 'quantity' ? sum.add(value.exact) : sum), new Fraction(0));
  if (total !== undefined && Object.keys(funding).length === 0) funding.total = total;
  else if (total?.value.kind === 'quantity' && !total.value.exact.equals(sum))
    faults.add({
      rule: 'sources-do-not-add-up',
      place: total.place,
      message: `적힌 합계가 재원의 합과 다릅니다: 적힌 합계 ${valueText(total.value)}, 재원의 합 ${sum.toFraction()}`,
      expected: '합계를 비우거나 재원의 합과 같게 적습니다.',
    });
  return {
    kind: 'add',
    task: task.id,
    project,
    name: { text: name, place: placeOf('name') },
    ...(subtask && { subtask }),
    ...(Object.keys(details).length > 0 && { details }),
    ...(period === '' ? {} : { period: newPeriod(period, year, placeOf('period'), faults) }),
    ...(target === undefined ? {} : { target }),
    funding,
    figures: [],
    ...(none.length > 0 && { none }),
    place: placeOf('name'),
  };
}
