// What was written into a workbook and is not in it any more -> said: it was not handed in, and stays as it is.

import { figureLabel } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';
import { columnLabels, columnOf } from './column-labels.ts';
import type { Lost } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import {
  isForm,
  type OriginFigure,
  type OriginSheet,
  type OriginText,
  type WorkbookOrigin,
} from './workbook-origin.ts';

/** Rows, tasks or columns that a message names. */
const MOST_NAMED = 3;

/** One information a sheet for its rows, one for its columns, one for sheets that are gone. */
export function tellNotHandedIn(
  origin: WorkbookOrigin,
  lost: readonly Lost[],
  plan: Plan,
  faults: ImportFaults,
): void {
  const inputs = lost.filter(({ cell }) => isInput(cell));
  for (const home of new Set(inputs.map((one) => one.home))) {
    const here = inputs.filter((one) => one.home === home);
    const rows = new Set(here.flatMap(({ what, cell }) => (what === 'row' ? [cell.rowKey] : [])));
    const place = faults.at({ sheet: home.sheet, row: home.headerRow, column: home.keyColumns[0] ?? 1 });
    if (rows.size > 0)
      faults.add({
        rule: 'rows-not-handed-in',
        severity: 'information',
        place,
        message: `들어 있지 않은 행 ${rows.size}개는 지금 값 그대로 둡니다: ${named(rowNames(rows, home, origin))}`,
        ...(home.columns.size > 0 ? { expected: howToEnd(home) } : {}),
      });
    const columns = here.filter(({ what }) => what === 'column');
    if (columns.length > 0)
      faults.add({
        rule: 'columns-not-handed-in',
        severity: 'information',
        place,
        message: `지워진 열의 칸 ${columns.length}개는 지금 값 그대로 둡니다: ${named(
          new Set(columns.map(({ cell }) => columnName(cell, plan))),
        )}`,
      });
  }
  tellLostSheets(origin, faults);
}

function howToEnd(home: OriginSheet): string {
  if (!isForm(home)) return "끝난 세부사업은 상태를 '종료'로 적습니다.";
  return home.columns.has('state')
    ? "쓰지 않는 것은 상태를 '종료'로 적습니다."
    : '빼려면 줄을 지우지 않고 노란 칸을 비웁니다.';
}

function isInput(cell: OriginFigure | OriginText): boolean {
  return !('kind' in cell) || cell.kind !== 'derived';
}

/** The tasks of projects; of other rows the rows themselves. */
function rowNames(
  keys: ReadonlySet<string>,
  home: OriginSheet,
  { texts }: WorkbookOrigin,
): ReadonlySet<string> {
  if (home.columns.size === 0) return keys;
  const nameKey = isForm(home) ? [...home.columns.keys()].find((key) => !key.startsWith('form:')) : 'task';
  return new Set(
    texts.flatMap(({ key, rowKey, exported, home: at }) =>
      at === home && key === nameKey && keys.has(rowKey) ? [exported] : [],
    ),
  );
}

/** The heading of a column that has a key; of another the figure that stood there. */
function columnName(cell: OriginFigure | OriginText, plan: Plan): string {
  if ('key' in cell) return columnLabels(plan).get(cell.key) ?? cell.key;
  return columnLabels(plan).get(columnOf(cell.address) ?? '') ?? figureLabel(cell.address, plan);
}

function named(names: ReadonlySet<string>): string {
  const first = [...names].slice(0, MOST_NAMED).join(', ');
  return names.size > MOST_NAMED ? `${first} 등 ${names.size}가지` : first;
}

/** A sheet that was deleted matters when an input stood on it. */
function tellLostSheets({ figures, lostSheets }: WorkbookOrigin, faults: ImportFaults): void {
  const count = figures.filter(({ home, kind }) => home === undefined && kind !== 'derived').length;
  if (count === 0) return;
  faults.add({
    rule: 'rows-not-handed-in',
    severity: 'information',
    place: faults.whole,
    message: `지워진 시트의 칸 ${count}개는 지금 값 그대로 둡니다: ${named(new Set(lostSheets))}`,
  });
}
