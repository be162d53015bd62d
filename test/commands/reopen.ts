// The bundled plan's workbooks, opened and saved again by LibreOffice -> every value, formula and merge that it changed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type ExcelJS from 'exceljs';
import { readBack } from '../write/xlsx/sheets.ts';
import { bundledWorkbooks } from './bundled-plan.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iljari-reopen-'));
try {
  const { budget, targets } = await bundledWorkbooks();
  let changes = 0;
  for (const [name, bytes] of [
    ['budget.xlsx', budget],
    ['targets.xlsx', targets],
  ] as const) {
    const again = await readBack(resaved(name, bytes));
    const changed = differences(await readBack(bytes), again);
    changes += changed.length;
    console.log(`${name}: ${changed.length === 0 ? 'unchanged' : `\n  ${changed.join('\n  ')}`}`);
  }
  process.exitCode = changes === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Throws when there is no LibreOffice, or it cannot open the file. */
function resaved(name: string, bytes: Uint8Array): Uint8Array {
  const out = path.join(folder, 'saved');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(folder, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const run = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, path.join(folder, name)],
    { encoding: 'utf8' },
  );
  if (run.error !== undefined || run.status !== 0)
    throw run.error ?? new Error(`soffice ended with ${run.status}: ${run.stderr}`);
  return readFileSync(path.join(out, name));
}

function differences(before: ExcelJS.Workbook, after: ExcelJS.Workbook): readonly string[] {
  return before.worksheets.flatMap((sheet) => {
    const other = after.getWorksheet(sheet.name);
    if (other === undefined) return [`${sheet.name} is gone`];
    const changed: string[] = [];
    const expectSame = (what: string, was: unknown, is: unknown) => {
      if (was !== is) changed.push(`${sheet.name} ${what}: ${was} became ${is}`);
    };
    expectSame('merges', merges(sheet), merges(other));
    // LibreOffice knows one way of hiding only.
    expectSame('visibility', sheet.state === 'visible', other.state === 'visible');
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.master !== cell) return;
        const found = other.getCell(cell.address);
        expectSame(cell.address, shown(cell), shown(found));
        expectSame(`formula of ${cell.address}`, cell.formula === undefined, found.formula === undefined);
      }),
    );
    return changed;
  });
}

function merges(sheet: ExcelJS.Worksheet): string {
  return [...sheet.model.merges].sort().join(' ');
}

function shown(cell: ExcelJS.Cell): unknown {
  if (cell.formula !== undefined) return cell.result;
  const { value } = cell;
  if (typeof value !== 'object' || value === null) return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return cell.text;
}
