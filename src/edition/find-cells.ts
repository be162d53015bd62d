// Where a workbook's figures and texts were written -> where they stand now, after sorting, inserting and renaming.
import type { ImportFaults } from './import-faults.ts';
import { indexRows, KEY_SEPARATOR, type RowIndex } from './row-index.ts';
import type { CellSpot, OriginFigure, OriginSheet, OriginText, WorkbookOrigin } from './workbook-origin.ts';

export interface FoundCells {
  readonly figures: readonly { readonly origin: OriginFigure; readonly spot: CellSpot }[];
  readonly texts: readonly { readonly origin: OriginText; readonly spot: CellSpot }[];
}

/**
 * A reference that still leads to its row is right; a row that was sorted away is found by its key. `found` are rows whose key was
 * lost and that were told by other means. Rules: `deleted-row`, `duplicate-row`, `deleted-sheet`, `label-changed`.
 */
export function findCells(
  origin: WorkbookOrigin,
  found: ReadonlyMap<string, number>,
  faults: ImportFaults,
): FoundCells {
  const indexes = new Map(origin.sheets.map((sheet) => [sheet, indexRows(sheet)]));
  const written = new Map(origin.sheets.map((sheet) => [sheet, new Set<string>()]));
  for (const { home, rowKey } of [...origin.figures, ...origin.texts])
    if (home) written.get(home)?.add(rowKey);
  const told = new Set<string>();
  const tell = (key: string, fault: Parameters<ImportFaults['add']>[0]) => {
    if (!told.has(key)) faults.add(fault);
    told.add(key);
  };

  const placeOf = (cell: OriginFigure | OriginText): CellSpot | undefined => {
    const { home, spot, rowKey } = cell;
    const index = home && indexes.get(home);
    if (home === undefined || index === undefined) return undefined;
    const isInput = !('kind' in cell) || cell.kind === 'input';
    const row = rowOf(cell, home, index, written.get(home) ?? new Set(), found);
    const { sheet } = home;
    const key = `${sheet.name}\n${rowKey}`;
    if (row.kind === 'at' && spot !== undefined) {
      if (row.renamed) {
        tell(key, {
          rule: 'label-changed',
          severity: 'warning',
          place: faults.at({ sheet, row: row.row, column: home.keyColumns[0] ?? 1 }),
          message: `행의 이름이 바뀌었습니다: ${rowKey} → ${index.keyOf(row.row)}. 이름은 가져오지 않습니다.`,
        });
      }
      return { sheet, column: spot.column, row: row.row };
    }
    if (row.kind === 'twice') {
      const [first = 1, ...others] = row.rows;
      const column = home.keyColumns[0] ?? 1;
      tell(key, {
        rule: 'duplicate-row',
        place: faults.at({ sheet, row: first, column }),
        message: `같은 행이 여럿 있습니다: ${rowKey}`,
        expected: '한 행만 남깁니다. 새 세부사업이면 그 행의 숨은 A열을 비웁니다.',
        related: others.map((row) => ({ place: faults.at({ sheet, row, column }), note: '같은 행' })),
      });
    } else if (isInput) {
      tell(key, {
        rule: 'deleted-row',
        place: faults.at(spot ?? { sheet, row: home.headerRow, column: home.keyColumns[0] ?? 1 }),
        message: `행이나 열이 지워지거나 옮겨졌습니다: ${rowKey || ('address' in cell ? cell.address : cell.key)}`,
        expected:
          home.columns.size > 0
            ? "끝난 세부사업은 지우지 않고 상태를 '종료'로 적습니다."
            : '지운 행이나 열을 되돌린 통합문서',
      });
    }
    return undefined;
  };

  const figures = origin.figures.flatMap((figure) => {
    const spot = placeOf(figure);
    return spot === undefined ? [] : [{ origin: figure, spot }];
  });
  const texts = origin.texts.flatMap((text) => {
    const spot = placeOf(text);
    return spot === undefined ? [] : [{ origin: text, spot }];
  });
  tellLostSheets(
    origin,
    figures.map(({ origin: { address } }) => address),
    faults,
  );
  return { figures, texts };
}

type Row =
  | { readonly kind: 'at'; readonly row: number; readonly renamed: boolean }
  | { readonly kind: 'twice'; readonly rows: readonly number[] }
  | { readonly kind: 'none' };

function rowOf(
  { spot, rowKey }: OriginFigure | OriginText,
  home: OriginSheet,
  index: RowIndex,
  written: ReadonlySet<string>,
  found: ReadonlyMap<string, number>,
): Row {
  const rows = index.rowsOf(rowKey);
  const ids = home.columns.size > 0;
  if (ids && rows.length > 1) return { kind: 'twice', rows };
  // Keys of tables may repeat, or be empty; then the reference alone tells.
  if (spot !== undefined && spot.sheet === home.sheet && index.keyOf(spot.row) === rowKey)
    return { kind: 'at', row: spot.row, renamed: false };
  const told = ids ? found.get(rowKey) : undefined;
  const [only] = rows;
  if (told !== undefined) return { kind: 'at', row: told, renamed: false };
  if (rows.length === 1 && only !== undefined) return { kind: 'at', row: only, renamed: false };
  if (rows.length > 1) return { kind: 'twice', rows };
  if (ids || spot === undefined || isAnother(index.keyOf(spot.row), rowKey, written)) return { kind: 'none' };
  return { kind: 'at', row: spot.row, renamed: true };
}

/** Whether a row that has lost its key is empty, or another row put in its place, rather than the same under another name. */
function isAnother(now: string, rowKey: string, written: ReadonlySet<string>): boolean {
  const parts = now.split(KEY_SEPARATOR);
  if (written.has(now) || parts.every((part) => part === '')) return true;
  const own = rowKey.split(KEY_SEPARATOR);
  return [...written].some((key) =>
    key.split(KEY_SEPARATOR).some((part, at) => part !== '' && part === parts[at] && part !== own[at]),
  );
}

/** A sheet that was deleted matters when an input stood on it and nowhere else. */
function tellLostSheets(
  { figures, lostSheets }: WorkbookOrigin,
  present: readonly OriginFigure['address'][],
  faults: ImportFaults,
): void {
  const known = new Set(present);
  const missing = figures.some(
    ({ home, kind, address }) => home === undefined && kind === 'input' && !known.has(address),
  );
  if (!missing) return;
  faults.add({
    rule: 'deleted-sheet',
    place: faults.whole,
    message: `시트가 지워졌습니다: ${lostSheets.join(', ')}`,
    expected: '시트가 모두 있는 통합문서',
  });
}
