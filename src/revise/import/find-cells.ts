// Where a workbook's figures and texts were written -> where they stand now, after sorting, inserting and renaming.
import { formKey } from '../../plan/plan-form.ts';
import type { ImportFaults } from './import-faults.ts';
import { indexRows, KEY_SEPARATOR, type RowIndex } from './row-index.ts';
import type { CellSpot, OriginFigure, OriginSheet, OriginText, WorkbookOrigin } from './workbook-origin.ts';

export interface FoundCells {
  readonly figures: readonly { readonly origin: OriginFigure; readonly spot: CellSpot }[];
  readonly texts: readonly { readonly origin: OriginText; readonly spot: CellSpot }[];
  readonly lost: readonly Lost[];
}

/** What was written on a sheet and is not there any more. */
export interface Lost {
  readonly home: OriginSheet;
  /** Its row, or the column alone. */
  readonly what: 'row' | 'column';
  readonly cell: OriginFigure | OriginText;
}

/**
 * A reference that still leads to its row is right; a row that was sorted away is found by its key. `placed` says where the rows of
 * projects are. What is not there was not handed in. Rules: `deleted-row` and `duplicate-row` where it cannot be told which row is which,
 * `label-changed`.
 */
export function findCells(
  origin: WorkbookOrigin,
  placed: ReadonlyMap<string, number>,
  faults: ImportFaults,
): FoundCells {
  const indexes = new Map(origin.sheets.map((sheet) => [sheet, indexRows(sheet)]));
  const written = new Map(origin.sheets.map((sheet) => [sheet, new Set<string>()]));
  for (const { home, rowKey } of [...origin.figures, ...origin.texts])
    if (home) written.get(home)?.add(rowKey);
  const reported = new Set<string>();
  const tell = (key: string, fault: Parameters<ImportFaults['add']>[0]) => {
    if (!reported.has(key)) faults.add(fault);
    reported.add(key);
  };
  const lost: Lost[] = [];

  const placeOf = (cell: OriginFigure | OriginText): CellSpot | undefined => {
    const { home, spot, rowKey } = cell;
    const index = home && indexes.get(home);
    if (home === undefined || index === undefined) return undefined;
    const row = rowOf(cell, home, index, written.get(home) ?? new Set(), placed);
    const { sheet } = home;
    const key = `${sheet.name}\n${rowKey}`;
    const column = home.keyColumns[0] ?? 1;
    switch (row.kind) {
      case 'at':
        if (spot === undefined) {
          lost.push({ home, what: 'column', cell });
          return undefined;
        }
        if (row.renamed)
          tell(key, {
            rule: 'label-changed',
            severity: 'warning',
            place: faults.at({ sheet, row: row.row, column }),
            message: `행의 이름이 바뀌었습니다: ${rowKey} → ${index.keyOf(row.row)}. 이름은 가져오지 않습니다.`,
          });
        return { sheet, column: spot.column, row: row.row };
      case 'twice': {
        const [first = 1, ...others] = row.rows;
        tell(key, {
          rule: 'duplicate-row',
          place: faults.at({ sheet, row: first, column }),
          message: `같은 행이 여럿 있습니다: ${rowKey}`,
          expected: '한 행만 남깁니다.',
          related: others.map((row) => ({ place: faults.at({ sheet, row, column }), note: '같은 행' })),
        });
        return undefined;
      }
      case 'unclear':
        if (!('kind' in cell) || cell.kind !== 'derived')
          tell(key, {
            rule: 'deleted-row',
            place: faults.at(spot ?? { sheet, row: home.headerRow, column }),
            message: `행의 이름이 다른 행의 것이라 어느 행인지 알 수 없습니다: ${rowKey}`,
            expected: '행의 이름을 만들 때의 것으로 되돌린 통합문서',
          });
        return undefined;
      case 'gone':
        lost.push({ home, what: 'row', cell });
        return undefined;
    }
  };

  const figures = origin.figures.flatMap((figure) => {
    const spot = placeOf(figure);
    return spot === undefined ? [] : [{ origin: figure, spot }];
  });
  const texts = origin.texts.flatMap((text) => {
    const spot = placeOf(text);
    return spot === undefined ? [] : [{ origin: text, spot }];
  });
  return { figures, texts, lost };
}

type Row =
  | { readonly kind: 'at'; readonly row: number; readonly renamed: boolean }
  | { readonly kind: 'twice'; readonly rows: readonly number[] }
  | { readonly kind: 'unclear' | 'gone' };

function rowOf(
  { spot, rowKey }: OriginFigure | OriginText,
  home: OriginSheet,
  index: RowIndex,
  written: ReadonlySet<string>,
  placed: ReadonlyMap<string, number>,
): Row {
  const ids = home.columns.size > 0;
  const row = home.columns.has('name') ? placed.get(rowKey) : undefined;
  if (row !== undefined) return { kind: 'at', row, renamed: false };
  // What stands above the headings has no id.
  if (rowKey === '' && spot !== undefined && home.columns.has('name'))
    return { kind: 'at', row: spot.row, renamed: false };
  if (home.columns.has('name')) return { kind: 'gone' };
  // Keys of tables may repeat, or be empty; then the reference alone tells.
  const rows = index.rowsOf(rowKey);
  const [only] = rows;
  // A copy of a line of text is a new line.
  if (home.columns.has(formKey('body')) && only !== undefined)
    return { kind: 'at', row: only, renamed: false };
  if (ids && rows.length > 1) return { kind: 'twice', rows };
  if (spot !== undefined && spot.sheet === home.sheet && index.keyOf(spot.row) === rowKey)
    return { kind: 'at', row: spot.row, renamed: false };
  if (rows.length === 1 && only !== undefined) return { kind: 'at', row: only, renamed: false };
  if (rows.length > 1) return { kind: 'twice', rows };
  if (ids || spot === undefined || !home.sheet.rows.has(spot.row)) return { kind: 'gone' };
  const now = index.keyOf(spot.row);
  if (written.has(now)) return { kind: 'gone' };
  return isAnother(now, rowKey, written) ? { kind: 'unclear' } : { kind: 'at', row: spot.row, renamed: true };
}

/** Whether a row that has lost its key has none, or part of another row's, rather than being the same under another name. */
function isAnother(now: string, rowKey: string, written: ReadonlySet<string>): boolean {
  const parts = now.split(KEY_SEPARATOR);
  if (parts.every((part) => part === '')) return true;
  const own = rowKey.split(KEY_SEPARATOR);
  return [...written].some((key) =>
    key.split(KEY_SEPARATOR).some((part, at) => part !== '' && part === parts[at] && part !== own[at]),
  );
}
