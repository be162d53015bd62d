// The rows of projects, as typed -> projects that are new, ended, moved or renamed, and why.
import Fraction from 'fraction.js';
import { addressOf } from '../figure/address.ts';
import type { AddChange, EndChange, MoveChange, SetChange, TypedValue } from '../plan/edition.ts';
import type { Plan, SourceText } from '../plan/plan.ts';
import { FUNDING_SOURCES, type FundingSource, type Project, type Task, tasksOf } from '../plan/programme.ts';
import { textAt } from '../spreadsheet/spreadsheet.ts';
import { amountAt } from './amount-at.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import { newProjectId } from './new-project-id.ts';
import { type NewRow, type ProjectRows, taskNamed } from './project-rows.ts';
import { valueText } from './typed-value.ts';
import type { OriginSheet } from './workbook-origin.ts';

/** A project's name or period that reads otherwise now. */
export interface TextEdit {
  readonly project: Project;
  readonly what: 'name' | 'period';
  readonly before: string;
  readonly after: string;
  readonly reason: SourceText | undefined;
  readonly place: SourceText['place'];
}

export interface ProjectEdits {
  readonly added: readonly AddChange[];
  readonly ended: readonly EndChange[];
  readonly moved: readonly MoveChange[];
  readonly texts: readonly TextEdit[];
  /** Amounts of sources that a project had none of so far. */
  readonly sources: readonly SetChange[];
  /** The reasons of rows, by the id of the row: `tasks/a/projects/b`. */
  readonly reasons: ReadonlyMap<string, SourceText>;
}

export function projectEdits(
  { sheet: home, fresh }: ProjectRows,
  found: FoundCells,
  plan: Plan,
  faults: ImportFaults,
): ProjectEdits {
  const tasks = tasksOf(plan.programme);
  const added: AddChange[] = [];
  const ended: EndChange[] = [];
  const moved: MoveChange[] = [];
  const texts: TextEdit[] = [];
  const sources: SetChange[] = [];
  const reasons = new Map<string, SourceText>();
  const at = (row: number, key: string) => textAt(home.sheet, row, home.columns.get(key) ?? 0);
  const placeOf = (row: number, key: string) =>
    faults.at({ sheet: home.sheet, row, column: home.columns.get(key) ?? 1 });
  const reasonAt = (row: number): SourceText | undefined => {
    const text = at(row, 'reason');
    return text === '' ? undefined : { text, place: placeOf(row, 'reason') };
  };

  for (const [id, row] of rowsById(found, home)) {
    const reason = reasonAt(row);
    if (reason !== undefined) reasons.set(id, reason);
    const key = projectKey(id);
    const task = tasks.find((one) => one.id === key?.task);
    const project = task?.projects.find((one) => one.id === key?.project);
    const state = at(row, 'state');
    if (key === undefined || task === undefined || project === undefined) {
      for (const what of ['task', 'name', 'period'] as const) {
        const [before, after] = [exportedText(found, id, what), at(row, what)];
        if (before !== after)
          faults.add({
            rule: 'not-importable',
            place: placeOf(row, what),
            message: `과제 전체의 행에서는 목표와 예산만 가져옵니다: ${before || '(빈칸)'} → ${after || '(빈칸)'}`,
            expected: before === '' ? '빈칸' : before,
          });
      }
      if (state === '종료')
        faults.add({
          rule: 'not-importable',
          place: placeOf(row, 'state'),
          message: '과제 전체는 끝낼 수 없습니다.',
          expected: "세부사업의 행에 '종료'를 적습니다.",
        });
      continue;
    }
    const because = reason === undefined ? {} : { reason };
    if (!['', '유지', '신규', '종료'].includes(state))
      faults.add({
        rule: 'not-importable',
        place: placeOf(row, 'state'),
        message: `알 수 없는 상태입니다: ${state}`,
        expected: '유지, 신규, 종료',
      });
    if (state === '종료') {
      ended.push({ kind: 'end', ...key, place: placeOf(row, 'state'), ...because });
      continue;
    }
    sources.push(
      ...newSources(row, project, task, home, faults).map((change) => ({ ...change, ...because })),
    );
    for (const what of ['name', 'period'] as const) {
      const before = exportedText(found, id, what);
      const after = at(row, what);
      if (before !== after) texts.push({ project, what, before, after, reason, place: placeOf(row, what) });
    }
    const typedTask = at(row, 'task');
    if (typedTask !== exportedText(found, id, 'task')) {
      const to = taskNamed(typedTask, tasks);
      const place = placeOf(row, 'task');
      if (to === undefined)
        faults.add({
          rule: 'unknown-task',
          place,
          message: `계획에 없는 실천과제입니다: ${typedTask || '(빈칸)'}`,
          expected: '계획에 있는 실천과제의 이름',
        });
      else if (to !== task)
        moved.push({
          kind: 'move',
          ...key,
          to: { task: to.id, project: key.project, place },
          place,
          ...because,
        });
    }
  }

  const taken = new Set(
    tasks.flatMap((task) => [...task.projects, ...task.ended].map(({ id }) => `${task.id}/${id}`)),
  );
  for (const row of fresh) {
    const change = newProject(row, home, taken, faults);
    const reason = reasonAt(row.row);
    added.push(reason === undefined ? change : { ...change, reason });
  }
  return { added, ended, moved, texts, sources, reasons };
}

/** The row of each line that was written, by its id. */
function rowsById(found: FoundCells, home: OriginSheet): ReadonlyMap<string, number> {
  const here = [...found.texts, ...found.figures].filter(({ spot }) => spot.sheet === home.sheet);
  return new Map(here.map(({ origin, spot }) => [origin.rowKey, spot.row]));
}

function exportedText(found: FoundCells, id: string, key: string): string {
  return found.texts.find(({ origin }) => origin.rowKey === id && origin.key === key)?.origin.exported ?? '';
}

function projectKey(id: string): { readonly task: string; readonly project: string } | undefined {
  const [, task, project] = /^tasks\/([^/]+)\/projects\/([^/]+)$/.exec(id) ?? [];
  return task === undefined || project === undefined ? undefined : { task, project };
}

/** What was typed where the project had no figure. Only a source beside others can be taken in: other figures change what sums are of. */
function newSources(
  row: number,
  { id, target, funding }: Project,
  task: Task,
  home: OriginSheet,
  faults: ImportFaults,
): readonly SetChange[] {
  const hasSources = FUNDING_SOURCES.some((source) => funding[source] !== undefined);
  const columns = [
    ...(target === undefined ? (['target'] as const) : []),
    ...(funding.total === undefined ? (['total'] as const) : []),
    ...FUNDING_SOURCES.filter((source) => funding[source] === undefined),
  ];
  return columns.flatMap((key): SetChange[] => {
    const typed = amountAt(row, key, home, faults);
    if (typed === undefined || typed.value.kind !== 'quantity' || typed.value.exact.n === 0n) return [];
    const { place } = typed;
    if (key !== 'target' && key !== 'total' && hasSources) {
      const address = addressOf('tasks', task.id, 'projects', id, 'funding', key);
      return [{ kind: 'set', address, before: { value: { kind: 'nil' }, place }, after: typed, place }];
    }
    faults.add({
      rule: 'not-importable',
      place,
      message: '이 세부사업에 없던 수치라 판에서 더할 수 없습니다.',
      expected: `계획 자료 tasks/${task.id}.yaml에 먼저 넣거나, 과제 전체의 수치를 고칩니다.`,
    });
    return [];
  });
}

function newProject(
  { row, task, name }: NewRow,
  home: OriginSheet,
  taken: Set<string>,
  faults: ImportFaults,
): AddChange {
  const placeOf = (key: string) => faults.at({ sheet: home.sheet, row, column: home.columns.get(key) ?? 1 });
  const project = newProjectId(name, (id) => taken.has(`${task.id}/${id}`));
  taken.add(`${task.id}/${project}`);
  const period = textAt(home.sheet, row, home.columns.get('period') ?? 0);
  const target = amountAt(row, 'target', home, faults);
  const funding: { -readonly [kind in FundingSource | 'total']?: TypedValue } = {};
  for (const source of FUNDING_SOURCES) {
    const amount = amountAt(row, source, home, faults);
    if (amount !== undefined) funding[source] = amount;
  }
  const total = amountAt(row, 'total', home, faults);
  const sum = FUNDING_SOURCES.flatMap((source) => funding[source]?.value ?? []).reduce(
    (sum, value) => (value.kind === 'quantity' ? sum.add(value.exact) : sum),
    new Fraction(0),
  );
  if (total !== undefined && Object.keys(funding).length === 0) funding.total = total;
  else if (total?.value.kind === 'quantity' && !total.value.exact.equals(sum))
    faults.add({
      rule: 'sources-do-not-add-up',
      place: total.place,
      message: `적힌 합계 ${valueText(total.value)}이(가) 재원의 합 ${sum.toFraction()}와(과) 다릅니다.`,
      expected: '합계를 비우거나 재원의 합과 같게 적습니다.',
    });
  return {
    kind: 'add',
    task: task.id,
    project,
    name: { text: name, place: placeOf('name') },
    ...(period === '' ? {} : { period: { text: { text: period, place: placeOf('period') } } }),
    ...(target === undefined ? {} : { target }),
    funding,
    figures: [],
    place: placeOf('name'),
  };
}
