// The bundled plan's workbooks -> the time that writing them takes, against exceljs given the same cells directly.
import ExcelJS, { type CellValue, type Style } from 'exceljs';
import { composeBudget, composeTargets } from '../../src/compose/compose-targets.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';

interface Copy {
  readonly name: string;
  readonly widths: readonly (number | undefined)[];
  readonly cells: readonly {
    readonly address: string;
    readonly value: CellValue;
    readonly style: Partial<Style>;
  }[];
  readonly merges: readonly string[];
}

export interface WorkbookTimes {
  /** Milliseconds, one a run, both workbooks together. */
  readonly ours: readonly number[];
  readonly direct: readonly number[];
}

/** Writes both in turn, so that a busy moment of the machine meets both; the first run of each only warms up. */
export async function workbookTimes(runs: number): Promise<WorkbookTimes> {
  const { plan, book, document } = await bundledPlan();
  const write = async () => {
    const made = [];
    for (const workbook of [composeBudget(plan, book, document), composeTargets(plan, book, document)])
      made.push((await writeWorkbook(workbook)).value);
    return made;
  };
  const copies: Copy[][] = [];
  for (const bytes of await write()) if (bytes !== undefined) copies.push(await copied(bytes));
  const ours: number[] = [];
  const direct: number[] = [];
  for (let index = 0; index <= runs; index++) {
    const [mine, other] = [await timed(write), await timed(() => Promise.all(copies.map(rewritten)))];
    if (index === 0) continue;
    ours.push(mine);
    direct.push(other);
  }
  return { ours, direct };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

async function copied(bytes: Uint8Array): Promise<Copy[]> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes.buffer as ArrayBuffer);
  return file.worksheets.map((sheet) => {
    const cells: Copy['cells'][number][] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, ({ address, value, style, isMerged, master }) => {
        cells.push({ address, value: isMerged && master.address !== address ? null : value, style });
      }),
    );
    return {
      name: sheet.name,
      widths: sheet.columns.map(({ width }) => width),
      cells,
      merges: sheet.model.merges as unknown as string[],
    };
  });
}

async function rewritten(sheets: readonly Copy[]): Promise<void> {
  const file = new ExcelJS.Workbook();
  for (const { name, widths, cells, merges } of sheets) {
    const sheet = file.addWorksheet(name);
    sheet.columns = widths.map((width) => (width === undefined ? {} : { width }));
    for (const { address, value, style } of cells) {
      const cell = sheet.getCell(address);
      cell.style = style;
      if (value !== null) cell.value = value;
    }
    for (const range of merges) sheet.mergeCellsWithoutStyle(range);
  }
  await file.xlsx.writeBuffer();
}
