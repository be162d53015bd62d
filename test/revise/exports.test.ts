// Folders of test/revise/exports/ -> each budget book read as its expected.yaml says: a folder is a test.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { changesOf, type Files, faultsOf, HEAD, imported, PLAN } from './import-plan.ts';

const FOLDER = path.join(import.meta.dirname, 'exports');
const BUNDLED = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');

/**
 * Beside the export (`export.csv`, `export.xlsx`, or `export.yaml`: sheets by name, each with its rows, and `merged` ranges) and
 * `budget-codes.yaml`: the plan (`small` of import-plan.ts, or `bundled`), the office where it is another, the changes or the faults, and rules
 * told beside.
 */
interface Expected {
  readonly plan: 'small' | 'bundled';
  readonly office?: string;
  /** Of `--reason`. */
  readonly reason?: string;
  readonly changes?: readonly string[];
  readonly faults?: readonly string[];
  /** Rules of information and warnings that must be told, among others. */
  readonly told?: readonly string[];
  /** What a message says. */
  readonly says?: readonly string[];
}

interface Sheets {
  readonly sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>;
  readonly merged?: Readonly<Record<string, readonly string[]>>;
}

function bundled(): Files {
  const names = readdirSync(BUNDLED, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => /\.(yaml|hbs)$/.test(name))
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(BUNDLED, name), 'utf8')]),
  );
}

async function exportIn(folder: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = readdirSync(folder).find((one) => one.startsWith('export.')) ?? 'export.yaml';
  const bytes = readFileSync(path.join(folder, name));
  if (!name.endsWith('.yaml')) return { name, bytes };
  const { sheets, merged = {} }: Sheets = parse(bytes.toString());
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title);
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merged[title] ?? []) sheet.mergeCells(range);
  }
  return { name: 'export.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

describe('a budget book', () => {
  it.each(readdirSync(FOLDER))('%s', async (name) => {
    const folder = path.join(FOLDER, name);
    const expected: Expected = parse(readFileSync(path.join(folder, 'expected.yaml'), 'utf8'));
    const plan = expected.plan === 'bundled' ? bundled() : new Map(PLAN);
    const codes = readFileSync(path.join(folder, 'budget-codes.yaml'), 'utf8');
    const office = plan.get('plan.yaml')?.replace(/office: \w+/, `office: ${expected.office}`) ?? '';
    const files = new Map([...plan, ['budget-codes.yaml', codes]]);
    if (expected.office !== undefined) files.set('plan.yaml', office);
    const file = await exportIn(folder);
    const head = expected.reason === undefined ? HEAD : { ...HEAD, reason: expected.reason };
    const result = imported(file.bytes, files, file.name, head);
    if (expected.changes !== undefined) expect(changesOf(result)).toEqual(expected.changes);
    else {
      expect(result.edition, JSON.stringify(result.edition?.changes)).toBeUndefined();
      const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
      const faults = faultsOf({ ...result, diagnostics: errors });
      expect(faults).toEqual(expected.faults);
    }
    const rules = result.diagnostics.map(({ rule }) => rule);
    for (const rule of expected.told ?? []) expect(rules).toContain(rule);
    const said = result.diagnostics.map(({ message }) => message).join('\n');
    for (const words of expected.says ?? []) expect(said).toContain(words);
  });
});
