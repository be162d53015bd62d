// A sheet of targets or of funding by year whose rows have ids -> those of projects that had none.

import { formOf, projectAddress } from '../../figure/address.ts';
import type { SetChange } from '../../plan/edition.ts';
import { type Programme, tasksOf } from '../../plan/programme.ts';
import { collapsed, textAt } from '../../spreadsheet/spreadsheet.ts';
import type { Current } from './current.ts';
import type { ImportFaults } from './import-faults.ts';
import { clashExpected, clashMessage } from './merge-values.ts';
import { freeCells, newSources, newYears } from './new-sources.ts';
import { goneText, tellStale } from './since-export.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

/** The sheets that list projects by their ids and take no new ones. */
function targetSheets({ sheets }: WorkbookOrigin): readonly OriginSheet[] {
  return sheets.filter(({ columns }) => columns.has('id') && !columns.has('name'));
}

/** Rules: those of figures that a project had none of; `ids-out-of-order`, `stale-workbook`, `merge-clash`. */
export function newTargets(
  origin: WorkbookOrigin,
  { plan, book }: Pick<Current, 'plan' | 'book'>,
  faults: ImportFaults,
): readonly SetChange[] {
  return targetSheets(origin).flatMap((home) => {
    const { sheet, headerRow } = home;
    const column = home.columns.get('id') ?? 1;
    const target = home.columns.get('target') ?? 0;
    const rows = [...sheet.rows.keys()].filter((row) => row > headerRow).sort((a, b) => a - b);
    const names = namesOf(plan.programme);
    const listed = new Set(rows.flatMap((row) => names.get(textAt(sheet, row, column)) ?? []));
    const free = freeCells(home, origin, book);
    const written = new Set<string>(free.written);
    return rows.flatMap((row): readonly SetChange[] => {
      const id = textAt(sheet, row, column);
      const form = formOf(id);
      if (form.kind !== 'project') return [];
      const texts = [...(sheet.rows.get(row)?.keys() ?? [])].map((one) => textAt(sheet, row, one));
      const base = projectAddress({ task: form.task, project: form.project });
      const name = names.get(base);
      const other = texts.find((text) => text !== name && listed.has(text));
      if (name !== undefined && other !== undefined && !texts.includes(name)) {
        faults.add({
          rule: 'ids-out-of-order',
          place: faults.at({ sheet, row, column: target || column }),
          message: `숨은 A열의 id는 ${id}인데 다른 세부사업의 이름이 적혀 있습니다: ${other}`,
          expected: '숨은 A열까지 함께 정렬한 통합문서',
        });
        return [];
      }
      const kind = form.item[1] ?? 'total';
      const figureAt = (key: string) =>
        key.startsWith('yearly/') ? `${base}/${key}/${kind}` : `${base}/${key}`;
      const typed = [...home.columns].find(
        ([key, at]) =>
          /^(?:target|yearly\/)/.test(key) && !written.has(figureAt(key)) && textAt(sheet, row, at) !== '',
      );
      if (typed === undefined) return [];
      const [, at] = typed;
      const task = tasksOf(plan.programme).find((one) => one.id === form.task);
      const project = [...(task?.projects ?? []), ...(task?.ended ?? [])].find(
        (one) => one.id === form.project,
      );
      const place = faults.at({ sheet, row, column: at });
      if (task === undefined || project === undefined) {
        tellStale(id, place, faults);
        return [];
      }
      if (project.endedIn !== undefined) {
        const why = goneText(project, plan);
        const message = clashMessage('빈칸', textAt(sheet, row, at), '없음', why);
        faults.add({ rule: 'merge-clash', place, message, expected: clashExpected('', why) });
        return [];
      }
      return [
        ...newSources(row, project, task, free, faults, plan.programme.targets),
        ...newYears(row, base, kind, free, faults),
      ];
    });
  });
}

/** The names of projects by their addresses. */
function namesOf(programme: Programme): ReadonlyMap<string, string> {
  return new Map(
    tasksOf(programme).flatMap((task) =>
      [...task.projects, ...task.ended].map(({ id, name }) => [
        projectAddress({ task: task.id, project: id }) as string,
        collapsed(name.canonical.text),
      ]),
    ),
  );
}
