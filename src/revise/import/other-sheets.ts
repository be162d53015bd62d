// Sheets that the program did not write -> what stands in them, and in copies of its own sheets what differs: said, as none of it is read.
import { ORIGIN_SHEET } from '../../document/workbook.ts';
import { type PlainSheet, textAt, wordsAt } from '../../spreadsheet/spreadsheet.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import { type Cell, named, ownSheets } from './other-cells.ts';
import type { WorkbookOrigin } from './workbook-origin.ts';

/** A sheet with so many of another's texts, of ten, is a copy of it. */
const ALIKE = 5;

/** Rule `cell-not-taken`: one warning a sheet; none for a copy that says nothing else than the sheet itself. */
export function tellOtherSheets(
  all: readonly PlainSheet[],
  origin: WorkbookOrigin,
  found: FoundCells,
  faults: ImportFaults,
): void {
  const own = ownSheets(origin);
  const written = new Map<PlainSheet, Map<string, string>>();
  for (const { origin: line, spot } of [...found.figures, ...found.texts]) {
    const cells = written.get(spot.sheet) ?? new Map();
    written.set(spot.sheet, cells.set(`${spot.row} ${spot.column}`, line.exported));
  }
  for (const sheet of all) {
    if (own.has(sheet) || sheet.name === ORIGIN_SHEET || sheet.rows.size === 0) continue;
    const model = modelOf(sheet, [...own]);
    // The oldest workbooks do not tell which sheets without figures were theirs.
    if (model === undefined && origin.fixed.length === 0) continue;
    const cells =
      model === undefined ? cellsOf(sheet) : differing(sheet, model, written.get(model) ?? new Map());
    const [first] = cells;
    if (first === undefined) continue;
    const what =
      model === undefined
        ? `만들 때 없던 시트라 읽지 않습니다: ${sheet.name}`
        : `‘${model.name}’ 시트를 베낀 시트라 읽지 않습니다: ${sheet.name}. 그 시트와 다른 값`;
    faults.add({
      rule: 'cell-not-taken',
      severity: 'warning',
      place: faults.at({ sheet, ...first }),
      message: `${what}: ${named(cells)}`,
      expected: '만들 때 있던 시트에 적은 값',
    });
  }
}

/** The sheet that the other was copied from. */
function modelOf(sheet: PlainSheet, own: readonly PlainSheet[]): PlainSheet | undefined {
  const texts = textsOf(sheet);
  let best: { readonly sheet: PlainSheet; readonly share: number } | undefined;
  for (const one of own) {
    const its = textsOf(one);
    const same = [...its].filter((text) => texts.has(text)).length;
    const share = its.size === 0 ? 0 : (10 * same) / its.size;
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { sheet: one, share };
  }
  return best?.sheet;
}

function textsOf(sheet: PlainSheet): ReadonlySet<string> {
  return new Set(cellsOf(sheet).flatMap(({ text, isText }) => (isText ? [text] : [])));
}

function cellsOf(sheet: PlainSheet): readonly (Cell & { readonly isText: boolean })[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { value }]) =>
      value === undefined
        ? []
        : [{ row, column, text: wordsAt(sheet, row, column), isText: value.kind === 'text' }],
    ),
  );
}

/** What stands in the copy and neither in the model now nor when that was written. Rows are told by their first text, else by their place. */
function differing(
  copy: PlainSheet,
  model: PlainSheet,
  written: ReadonlyMap<string, string>,
): readonly Cell[] {
  const byKey = new Map<string, number[]>();
  for (const row of model.rows.keys()) {
    const key = firstText(model, row);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return cellsOf(copy).filter(({ row, column, text }) => {
    if (copy.rows.get(row)?.get(column)?.formula !== undefined) return false;
    const homes = byKey.get(firstText(copy, row)) ?? [row];
    return homes.every(
      (home) => text !== textAt(model, home, column) && text !== (written.get(`${home} ${column}`) ?? ''),
    );
  });
}

function firstText(sheet: PlainSheet, row: number): string {
  const [first] = [...(sheet.rows.get(row)?.keys() ?? [])].sort((a, b) => a - b);
  return first === undefined ? '' : textAt(sheet, row, first);
}
