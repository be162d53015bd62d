// The header of a budget system's export -> which column is what, and in what unit the amounts are.
import { UNITS, type Unit } from '../figure/unit.ts';
import { type OfficeKind, sourceLabels } from '../plan/office.ts';
import type { FundingSource } from '../plan/programme.ts';
import { type PlainSheet, textAt } from '../spreadsheet/spreadsheet.ts';

export type BudgetColumn = 'code' | 'name' | 'stage' | 'total' | FundingSource;

/** What budget systems and the public budget service call their columns, without blanks and brackets. */
const NAMES: Readonly<Record<Exclude<BudgetColumn, 'private'>, RegExp>> = {
  code: /^(세부사업코드|사업코드|코드|dbiz_cd)$/,
  name: /^(세부사업명|세부사업|사업명|dbiz_nm)$/,
  stage: /^(예산구분|예산차수|추경차수|회계구분차수|차수|예산단계)$/,
  // Not 계 or 합계: a table of anything has such a column.
  total: /^(예산액|편성액|예산현액|cpl_amt)$/,
  national: /^(국비|국고보조금|국고|bdg_ntep)$/,
  province: /^(시도비|시·도비|도비|capep)$/,
  district: /^(시군구비|시·군·구비|구비|군비|자치구비|sggep)$/,
  other: /^(기타|기타재원|etc_amt)$/,
};

export interface BudgetTable {
  readonly sheet: PlainSheet;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<BudgetColumn, number>;
  /** Of the amounts, as the header says; 원 for the public service's fields, else 천원. */
  readonly unit: Unit;
}

/** How far down a header may stand below titles and dates. */
const LAST_HEADER_ROW = 30;

/** The first table with a column that names its lines and one of amounts; undefined when there is none. */
export function findBudgetTable(sheets: readonly PlainSheet[], office: OfficeKind): BudgetTable | undefined {
  for (const sheet of sheets) {
    for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
      if (row > LAST_HEADER_ROW) break;
      const table = tableAt(sheet, row, office);
      if (table !== undefined) return table;
    }
  }
  return undefined;
}

function tableAt(sheet: PlainSheet, headerRow: number, office: OfficeKind): BudgetTable | undefined {
  const columns = new Map<BudgetColumn, number>();
  let unit: Unit | undefined;
  for (const column of sheet.rows.get(headerRow)?.keys() ?? []) {
    const header = textAt(sheet, headerRow, column).replaceAll(' ', '');
    const what = columnOf(header.replace(/\(.*\)$/, ''), office);
    if (what === undefined || columns.has(what)) continue;
    columns.set(what, column);
    if (what === 'total') unit = unitOf(header);
  }
  if (!columns.has('total') || !(columns.has('code') || columns.has('name'))) return undefined;
  return { sheet, headerRow, columns, unit: unit ?? UNITS.천원 };
}

/** The office's own words first: 시비 is a city's own money, and a 자치구's from above. */
function columnOf(header: string, office: OfficeKind): BudgetColumn | undefined {
  const own = sourceLabels(office);
  for (const source of ['national', 'province', 'district', 'other'] as const)
    if (own[source] === header) return source;
  const found = Object.entries(NAMES).find(([, pattern]) => pattern.test(header))?.[0];
  return isColumn(found) ? found : undefined;
}

function isColumn(name: string | undefined): name is Exclude<BudgetColumn, 'private'> {
  return name !== undefined && Object.hasOwn(NAMES, name);
}

function unitOf(header: string): Unit {
  if (/^cpl_amt/.test(header)) return UNITS.원;
  const [, label] = /\((?:단위:)?(원|천원|백만원|억원)\)$/.exec(header) ?? [];
  return label === '원' || label === '백만원' || label === '억원' ? UNITS[label] : UNITS.천원;
}
