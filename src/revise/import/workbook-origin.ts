// The hidden sheet of a workbook that this program wrote -> where each figure and text stands now, and what it was written with.
import { FIXED_SEPARATOR, type OriginLine, originSeal } from '../../document/origin-seal.ts';
import { ORIGIN_SHEET } from '../../document/workbook.ts';
import { type Address, parseAddress } from '../../figure/address.ts';
import { KNOWN_UNITS, type Unit } from '../../figure/unit.ts';
import { formKey, TABLE_COLUMNS } from '../../plan/plan-form.ts';
import { type CellRange, type PlainSheet, parseCell, textAt } from '../../spreadsheet/spreadsheet.ts';

/** A cell of one of the workbook's sheets, by the sheet's name of today. */
export interface CellSpot {
  readonly sheet: PlainSheet;
  readonly column: number;
  readonly row: number;
}

export interface OriginSheet {
  readonly sheet: PlainSheet;
  /** The columns whose texts make the key of a row. */
  readonly keyColumns: readonly number[];
  readonly headerRow: number;
  /** Where the columns are that have keys: name, period, national … */
  readonly columns: ReadonlyMap<string, number>;
}

interface OriginCell {
  /** The sheet it was written on; undefined when that was deleted. */
  readonly home: OriginSheet | undefined;
  /** Where the reference leads; undefined when its row, column or sheet was deleted. Sorting does not move it. */
  readonly spot: CellSpot | undefined;
  /** As written: decimal characters, `-` for nil, empty for missing, or a text. */
  readonly exported: string;
  /** The texts of the row's key columns when it was written. */
  readonly rowKey: string;
}

export interface OriginFigure extends OriginCell {
  /** `rest`: an input that holds what the figure is more than the rows listed beside it. */
  readonly kind: 'input' | 'derived' | 'rest';
  readonly address: Address;
  /** What the column is in, where that is not the figure's own unit. */
  readonly unit?: Unit;
}

export interface OriginText extends OriginCell {
  /** Of the column. */
  readonly key: string;
}

/** What else the program wrote: numbers that are no figures, and formulas, whatever they come to. None in older workbooks. */
interface OwnCells {
  readonly constants: readonly OriginCell[];
  readonly formulas: readonly { readonly sheet: PlainSheet; readonly range: CellRange }[];
}

/** The texts of a sheet that no import takes over, as they were written. */
interface FixedTexts {
  readonly sheet: PlainSheet;
  readonly texts: readonly string[];
}

export interface WorkbookOrigin {
  readonly plan: string;
  readonly edition: number;
  readonly sheets: readonly OriginSheet[];
  /** Names of sheets that were deleted. */
  readonly lostSheets: readonly string[];
  /** Sheets that are still there without the corner of their head: the column that tells their rows, or the line of heads. */
  readonly headless: ReadonlySet<PlainSheet>;
  readonly figures: readonly OriginFigure[];
  readonly texts: readonly OriginText[];
  readonly fixed: readonly FixedTexts[];
  /** Headings of columns, where the workbook keeps them. */
  readonly heads: readonly OriginCell[];
  readonly own: OwnCells;
}

/** Whether the workbook has sheets of texts. */
export function hasForm({ sheets }: WorkbookOrigin): boolean {
  return sheets.some(isForm);
}

export function isForm({ columns }: OriginSheet): boolean {
  return [...columns.keys()].some((key) => key.startsWith('form:'));
}

/** Undefined when the workbook has no such sheet; `changed` when that is not as it was written, or a line of it lost its reference or has another's. */
export function originOf(sheets: readonly PlainSheet[]): WorkbookOrigin | 'changed' | undefined {
  const hidden = sheets.find(({ name }) => name === ORIGIN_SHEET);
  if (hidden === undefined) return undefined;
  if (!isSealed(hidden)) return 'changed';
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const figures: OriginFigure[] = [];
  const texts: OriginText[] = [];
  const fixed: FixedTexts[] = [];
  const heads: OriginCell[] = [];
  const constants: OriginCell[] = [];
  const formulas: { readonly sheet: PlainSheet; readonly range: CellRange }[] = [];
  let home: OriginSheet | undefined;
  const found: (Omit<OriginSheet, 'columns'> & { readonly columns: Map<string, number> })[] = [];
  const lostSheets: string[] = [];
  const headless = new Set<PlainSheet>();
  let isLost = false;
  let plan: string | undefined;
  let edition: number | undefined;
  const taken = new Set<string>();
  let isHarmed = false;
  for (const row of [...hidden.rows.keys()].sort((a, b) => a - b)) {
    const cell = (column: number) => textAt(hidden, row, column);
    const formula = hidden.rows.get(row)?.get(3)?.formula ?? '';
    const spot = () => {
      isHarmed ||= !REFERENCE.test(formula) && !formula.includes(DELETED);
      const at = spotOf(formula, byName);
      if (isLost && at !== undefined) headless.add(at.sheet);
      return at;
    };
    const name = cell(2);
    const written = () => {
      const at = spot();
      const key = at && `${at.sheet.name}\n${at.row} ${at.column}`;
      if (key !== undefined) {
        isHarmed ||= taken.has(key);
        taken.add(key);
      }
      return { home, spot: at, exported: cell(4), rowKey: cell(5) };
    };
    switch (cell(1)) {
      case 'plan':
        plan = name;
        break;
      case 'edition':
        edition = Number(name);
        break;
      case 'fixed': {
        // The next sheet's.
        isLost = false;
        const at = spot();
        if (at !== undefined) fixed.push({ sheet: at.sheet, texts: cell(4).split(FIXED_SEPARATOR) });
        break;
      }
      case 'sheet': {
        isLost = false;
        const first = spot();
        home = undefined;
        isLost = first === undefined;
        if (first === undefined) lostSheets.push(name);
        else {
          const keyColumns = Array.from({ length: Number(cell(4)) }, (_, index) => first.column + index);
          found.push({ sheet: first.sheet, keyColumns, headerRow: first.row, columns: new Map() });
          home = found.at(-1);
        }
        break;
      }
      case 'column': {
        const at = spot();
        if (at !== undefined && home !== undefined) found.at(-1)?.columns.set(name, at.column);
        break;
      }
      case 'own': {
        const range = name === 'formula' ? rangeIn(formula, byName) : undefined;
        if (range !== undefined) formulas.push(range);
        else if (name === 'constant') constants.push(written());
        break;
      }
      case 'head':
        heads.push({ ...written(), rowKey: '' });
        break;
      case 'text':
        texts.push({ key: name, ...written() });
        break;
      case 'input':
      case 'rest':
      case 'derived': {
        const address = parseAddress(name);
        const kind = cell(1) as OriginFigure['kind'];
        const label = cell(6);
        const named = KNOWN_UNITS.named(label);
        const unit = named === undefined ? {} : { unit: named };
        if (address !== undefined) figures.push({ kind, address, ...unit, ...written() });
        break;
      }
    }
  }
  if (plan === undefined || edition === undefined || isHarmed) return 'changed';
  for (const one of found) if (one.columns.has(formKey('tables'))) widen(one);
  return {
    plan,
    edition,
    sheets: found,
    lostSheets,
    headless,
    figures,
    texts,
    fixed,
    heads,
    own: { constants, formulas },
  };
}

/** A form for new tables: columns that were put in, and those behind its own that a wider table goes on into, up to the first empty one. */
function widen(home: Omit<OriginSheet, 'columns'> & { readonly columns: Map<string, number> }): void {
  const { sheet, keyColumns, columns } = home;
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const heads = rows.find((row) => textAt(sheet, row, keyColumns[0] ?? 1) === 'heads') ?? home.headerRow;
  const holds = (column: number) => rows.some((row) => row >= heads && textAt(sheet, row, column) !== '');
  const known = new Set(columns.values());
  const last = Math.max(...known);
  let more = TABLE_COLUMNS;
  for (let column = (columns.get('label') ?? last) + 1; column <= last || holds(column); column += 1) {
    if (known.has(column) || !holds(column)) continue;
    more += 1;
    columns.set(`c${more}`, column);
  }
}

/** Whether its lines are those that it was written with; where they refer to changes as people edit. */
function isSealed(hidden: PlainSheet): boolean {
  const lines = [...hidden.rows.keys()]
    .sort((a, b) => a - b)
    .map((row): OriginLine => {
      const cell = (column: number) => textAt(hidden, row, column);
      const [kind, name, exported, rowKey, unit] = [1, 2, 4, 5, 6].map(cell);
      const line = [kind ?? '', name ?? '', exported ?? '', rowKey ?? ''] as const;
      return unit === undefined || unit === '' ? line : [...line, unit];
    });
  const [kind, seal] = lines.pop() ?? [];
  return kind === 'seal' && seal === originSeal(lines);
}

/** `'표01'!$C$4`, `$'표01'.C4` (LibreOffice on its own), `표01!C4`. */
const REFERENCE = /^\$?(?:'((?:[^']|'')+)'|([^'!.]+))[!.](\$?[A-Z]{1,3}\$?\d{1,7})$/;
/** What spreadsheet programs leave of a reference to what was deleted. What is neither was lost, and with it where the cell is. */
const DELETED = '#REF!';

/** Undefined where it leads to nothing that is there. */
function spotOf(formula: string, sheets: ReadonlyMap<string, PlainSheet>): CellSpot | undefined {
  const [, quoted, bare, cell = ''] = REFERENCE.exec(formula) ?? [];
  const sheet = sheets.get((quoted?.replaceAll("''", "'") ?? bare ?? '').trim());
  const place = parseCell(cell);
  return sheet && place && { sheet, ...place };
}

/** `ROWS('표01'!$C$4:$C$9)`; undefined where that was deleted. */
function rangeIn(formula: string, sheets: ReadonlyMap<string, PlainSheet>) {
  const [, first = '', last = ''] = /^ROWS\((.+):([^:]+)\)$/.exec(formula) ?? [];
  const from = spotOf(first, sheets);
  const to = parseCell(last.replace(/^.*[!.]/, ''));
  if (from === undefined || to === undefined) return undefined;
  return {
    sheet: from.sheet,
    range: { top: from.row, left: from.column, bottom: to.row, right: to.column },
  };
}
