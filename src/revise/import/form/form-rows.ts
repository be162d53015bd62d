// A sheet of texts of plan.xlsx -> its rows as they were written and typed: known by their ids, or new.
import type { SourceLocation } from '../../../diagnostic.ts';
import { type FormKind, formKey } from '../../../plan/plan-form.ts';
import { collapsed, type PlainCell, textAt, wordsAt } from '../../../spreadsheet/spreadsheet.ts';
import { tellFormula, WORDS } from '../formula-words.ts';
import type { ImportFaults } from '../import-faults.ts';
import { isForm, type OriginSheet, type WorkbookOrigin } from '../workbook-origin.ts';

/** What was typed into a cell, its lines kept, and what it was written with, its blanks made single. */
export interface FormCell {
  readonly text: string;
  readonly base: string;
  readonly place: SourceLocation;
}

export interface FormRow {
  /** Undefined for a row that people added. */
  readonly id: string | undefined;
  readonly row: number;
  readonly at: (key: string) => FormCell;
  /** The first cell that is not as it was written. */
  readonly touched: () => FormCell | undefined;
}

/** None for a workbook without the sheet. Rule `formula-in-input`. */
export function formRows(kind: FormKind, origin: WorkbookOrigin, faults: ImportFaults): readonly FormRow[] {
  const home = origin.sheets.find(({ columns }) => columns.has(formKey(kind)));
  return home === undefined ? [] : rowsOf(home, origin, faults);
}

/**
 * The rows of any sheet with ids, from top to bottom; rows that say nothing are left out. Of copies the first is meant; the others are told
 * elsewhere, or are new rows.
 */
export function rowsOf(
  home: OriginSheet,
  origin: WorkbookOrigin,
  faults: ImportFaults,
  copies: 'told' | 'new' = 'told',
): readonly FormRow[] {
  const { sheet, headerRow, keyColumns, columns } = home;
  const bases = new Map(
    origin.texts.flatMap((one) =>
      one.home === home ? [[`${one.rowKey}\n${one.key}`, one.exported] as const] : [],
    ),
  );
  const seen = new Set<string>();
  const told = new Set<string>();
  const numbers = [...sheet.rows.keys()].filter((row) => row > headerRow).sort((a, b) => a - b);
  return numbers.flatMap((row): FormRow[] => {
    const key = textAt(sheet, row, keyColumns[0] ?? 1);
    // Lines that are kept free end so.
    const isNew = key === '' || key.endsWith('/') || (copies === 'new' && seen.has(key));
    const id = isNew ? undefined : key;
    if (id !== undefined && seen.has(id)) return [];
    if (id !== undefined) seen.add(id);
    const at = (name: string): FormCell => {
      const column = columns.get(name) ?? 0;
      const place = faults.at({ sheet, row, column: Math.max(1, column) });
      const cell = sheet.rows.get(row)?.get(column);
      const isReadable = cell === undefined || !isUnreadable(cell);
      const isTold = told.has(`${row} ${column}`) || (WORDS.includes(name) && !isForm(home));
      if (cell !== undefined && !isTold) {
        told.add(`${row} ${column}`);
        tellFormula(home, row, column, cell, faults);
      }
      const base = bases.get(`${id}\n${name}`) ?? '';
      // A column that is gone says nothing.
      const text = columns.has(name) && isReadable ? textOf(cell, wordsAt(sheet, row, column)) : base;
      return { text, base, place };
    };
    const says = [...columns].some(([name, column]) => {
      const cell = sheet.rows.get(row)?.get(column);
      return (
        !name.startsWith('form:') &&
        cell !== undefined &&
        (cell.value !== undefined || cell.formula !== undefined)
      );
    });
    const touched = () =>
      [...columns.keys()].map(at).find(({ text, base }) => !sameWords(text, base) && base !== '');
    return id !== undefined || says ? [{ id, row, at, touched }] : [];
  });
}

/** Its lines, each without blanks around. */
function textOf(cell: PlainCell | undefined, words: string): string {
  if (cell?.value?.kind !== 'text') return words;
  return cell.value.text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function isUnreadable({ value, formula }: PlainCell): boolean {
  return value?.kind === 'error' || (value === undefined && formula !== undefined);
}

/** Whether two texts differ in no more than blanks. */
export function sameWords(a: string, b: string): boolean {
  return collapsed(a) === collapsed(b);
}
