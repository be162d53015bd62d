// The rows of the sheet that projects are typed into -> which project each is: known, found by its name, or new.
import { type Programme, type Task, tasksOf } from '../plan/programme.ts';
import { textAt } from '../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

export interface NewRow {
  readonly row: number;
  readonly task: Task;
  readonly name: string;
}

export interface ProjectRows {
  readonly sheet: OriginSheet;
  /** Rows that lost their id and have the name and task of a project whose id is nowhere. */
  readonly found: ReadonlyMap<string, number>;
  readonly fresh: readonly NewRow[];
}

/** A row that only sums up what stands above it. */
const TOTAL = /^(합계|소계|총계|계|총액)$/;
/** The id of a line kept free below a task. */
const SPARE = /^(tasks\/[a-z0-9-]+)\/projects\/$/;

/** Undefined for a workbook without such a sheet. */
export function projectRows(
  origin: WorkbookOrigin,
  programme: Programme,
  faults: ImportFaults,
): ProjectRows | undefined {
  const home = origin.sheets.find(({ columns }) => columns.has('name'));
  if (home === undefined) return undefined;
  const { sheet, columns, headerRow } = home;
  const idColumn = home.keyColumns[0] ?? 1;
  const spot = (row: number, column: number) => ({ sheet, row, column });
  const at = (row: number, key: string) => textAt(sheet, row, columns.get(key) ?? 0);
  const exported = exportedRows(origin);
  const present = new Set([...sheet.rows.keys()].map((row) => textAt(sheet, row, idColumn)));
  const tasks = tasksOf(programme);

  const found = new Map<string, number>();
  const fresh: NewRow[] = [];
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (row <= headerRow) continue;
    const id = textAt(sheet, row, idColumn);
    if (exported.has(id)) continue;
    const spare = SPARE.exec(id);
    const name = at(row, 'name');
    if (id !== '' && spare === null) {
      faults.add({
        rule: 'unknown-row',
        place: faults.at(spot(row, idColumn)),
        message: `이 통합문서에 없던 id입니다: ${id}`,
        expected: '새 세부사업의 행은 숨은 A열을 비워 둡니다.',
      });
      continue;
    }
    const typed = [...columns].filter(([key]) => !['id', 'task', 'state'].includes(key));
    const filled = typed.filter(([, column]) => sheet.rows.get(row)?.get(column) !== undefined);
    if (filled.length === 0) continue;
    if (name === '' || TOTAL.test(name.replaceAll(' ', ''))) {
      const sumsOnly = filled.every(
        ([, column]) => sheet.rows.get(row)?.get(column)?.formula !== undefined || at(row, 'name') !== '',
      );
      faults.add({
        rule: 'row-without-id',
        severity: sumsOnly ? 'information' : 'error',
        place: faults.at(spot(row, columns.get('name') ?? idColumn)),
        message: sumsOnly ? '합계만 있는 행이라 지나갑니다.' : '세부사업 이름이 없는 행에 값이 있습니다.',
        ...(sumsOnly ? {} : { expected: '세부사업 이름을 적거나 행을 비웁니다.' }),
      });
      continue;
    }
    const task = taskNamed(at(row, 'task'), tasks) ?? tasks.find(({ id }) => spare?.[1] === `tasks/${id}`);
    if (task === undefined) {
      faults.add({
        rule: 'unknown-task',
        place: faults.at(spot(row, columns.get('task') ?? idColumn)),
        message: `‘${name}’의 실천과제를 알 수 없습니다: ${at(row, 'task') || '(빈칸)'}`,
        expected: '계획에 있는 실천과제의 이름',
      });
      continue;
    }
    const place = faults.at(spot(row, columns.get('name') ?? idColumn));
    const lost = [...exported].find(
      ([key, text]) => key.startsWith(`tasks/${task.id}/`) && sameName(text, name) && !present.has(key),
    );
    const twin = task.projects.find((project) => sameName(project.name.canonical.text, name));
    if (lost !== undefined && !found.has(lost[0])) {
      found.set(lost[0], row);
      faults.add({
        rule: 'row-without-id',
        severity: 'information',
        place,
        message: `id가 없는 행을 이름과 과제로 찾았습니다: ${lost[0]}`,
      });
    } else if (twin !== undefined || fresh.some((one) => one.task === task && sameName(one.name, name))) {
      faults.add({
        rule: 'duplicate-row',
        place,
        message: `같은 과제에 같은 이름의 세부사업이 이미 있습니다: ${name}`,
        expected: '한 행만 남기거나 다른 이름을 적습니다.',
      });
    } else {
      fresh.push({ row, task, name });
      faults.add({
        rule: 'row-without-id',
        severity: 'information',
        place,
        message: `새 세부사업으로 읽었습니다: ${task.name.canonical.text} › ${name}`,
      });
    }
  }
  return { sheet: home, found, fresh };
}

/** The rows that were written, by id, each with the project's name. */
function exportedRows(origin: WorkbookOrigin): ReadonlyMap<string, string> {
  return new Map(
    origin.texts.filter(({ key }) => key === 'name').map(({ rowKey, exported }) => [rowKey, exported]),
  );
}

/** The task of a name, in whichever spelling was published. */
export function taskNamed(name: string, tasks: readonly Task[]): Task | undefined {
  return (
    tasks.find((task) => sameName(task.name.canonical.text, name)) ??
    tasks.find((task) => Object.values(task.name.published).some(({ text }) => sameName(text, name)))
  );
}

/** Blanks and the forms of characters do not tell names apart. */
function sameName(a: string, b: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');
  return bare(a) === bare(b);
}
