// The rows of a budget system's export -> its lines, those of earlier stages of the same line left aside.
import Fraction from 'fraction.js';
import type { SourceLocation } from '../diagnostic.ts';
import { FUNDING_SOURCES, type FundingSource } from '../plan/programme.ts';
import { cellText, textAt } from '../spreadsheet/spreadsheet.ts';
import type { BudgetTable } from './budget-columns.ts';
import type { ImportFaults } from './import-faults.ts';
import { typedNumber } from './typed-value.ts';

export interface BudgetLine {
  readonly code: string;
  readonly name: string;
  readonly total: Fraction;
  /** Of the columns that are there. */
  readonly sources: ReadonlyMap<FundingSource, Fraction>;
  readonly place: SourceLocation;
}

interface Row extends BudgetLine {
  /** What tells lines of one project apart: everything but amounts and stage. */
  readonly key: string;
  readonly stage: number | undefined;
}

const TOTAL_ROW = /^(합계|소계|총계|계|총합계)$/;

/**
 * Of a line that stands there as first budgeted and as revised, the last revision counts: its amount is the whole one. Rules: `wrong-number`,
 * `sources-do-not-add-up`, `repeated-line`; `superseded-line`, `total-line` as information.
 */
export function budgetLines(
  table: BudgetTable,
  isText: boolean,
  faults: ImportFaults,
): readonly BudgetLine[] {
  const { sheet, headerRow } = table;
  const byKey = new Map<string, Row[]>();
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (row <= headerRow) continue;
    const line = rowAt(table, row, isText, faults);
    if (line !== undefined) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
  }
  return [...byKey.values()].flatMap((rows) => {
    const stages = new Set(rows.map(({ stage }) => stage));
    const last = rows.reduce((best, next) => ((next.stage ?? 0) > (best.stage ?? 0) ? next : best));
    if (rows.length > 1 && (stages.has(undefined) || stages.size < rows.length)) {
      const repeated = rows.at(-1) ?? last;
      faults.add({
        rule: 'repeated-line',
        place: repeated.place,
        message: `같은 줄이 여럿이라 더할지 하나만 쓸지 알 수 없습니다: ${last.code} ${last.name}`.trim(),
        expected: '당초와 추경을 가르는 예산구분 열이 있는 내보내기, 또는 한 줄만 남긴 파일',
        related: rows.slice(0, -1).map(({ place }) => ({ place, note: '같은 줄' })),
      });
      return [];
    }
    for (const { place, code, name } of rows.filter((row) => row !== last)) {
      faults.add({
        rule: 'superseded-line',
        severity: 'information',
        place,
        message: `뒤의 추경에 든 금액이 전체 금액이라 더하지 않았습니다: ${code} ${name}`,
      });
    }
    return [last];
  });
}

function rowAt(
  { sheet, columns, headerRow }: BudgetTable,
  row: number,
  isText: boolean,
  faults: ImportFaults,
): Row | undefined {
  const at = (column: number): SourceLocation =>
    isText
      ? { file: faults.file, line: row, column: 1 }
      : { file: faults.file, cell: `${sheet.name}!${cellText(column, row)}` };
  const text = (key: 'code' | 'name' | 'stage') => {
    const column = columns.get(key);
    return column === undefined ? '' : textAt(sheet, row, column);
  };
  const [code, name] = [text('code'), text('name')];
  const totalColumn = columns.get('total') ?? 1;
  const place = at(totalColumn);
  const first = [...(sheet.rows.get(row)?.keys() ?? [])].map((column) => textAt(sheet, row, column))[0] ?? '';
  if ([code, name, first].some((one) => TOTAL_ROW.test(one.replaceAll(' ', '')))) {
    faults.add({ rule: 'total-line', severity: 'information', place, message: '합계 줄이라 지나갑니다.' });
    return undefined;
  }
  const amounts = new Map<FundingSource | 'total', Fraction>();
  let faulty = false;
  for (const kind of ['total', ...FUNDING_SOURCES] as const) {
    const column = columns.get(kind);
    if (column === undefined) continue;
    const typed = typedNumber(sheet.rows.get(row)?.get(column)?.value, { digits: 0, percentage: false });
    if (typed.kind === 'fault') {
      faulty = true;
      faults.add({
        rule: 'wrong-number',
        place: at(column),
        message: typed.message,
        expected: typed.expected,
      });
    } else amounts.set(kind, typed.value.kind === 'quantity' ? typed.value.exact : new Fraction(0));
  }
  if (code === '' && name === '') {
    const filled = [...amounts.values()].some((amount) => amount.n !== 0n);
    if (filled)
      faults.add({
        rule: 'unmapped-line',
        severity: 'warning',
        place,
        message: '코드도 이름도 없는 줄이라 쓰지 않았습니다.',
      });
    return undefined;
  }
  const total = amounts.get('total') ?? new Fraction(0);
  amounts.delete('total');
  const sources = new Map(
    [...amounts].flatMap(([kind, amount]) => (kind === 'total' ? [] : [[kind, amount] as const])),
  );
  const sum = [...sources.values()].reduce((all, amount) => all.add(amount), new Fraction(0));
  if (!faulty && sources.size > 0 && !sum.equals(total)) {
    faults.add({
      rule: 'sources-do-not-add-up',
      place,
      message: `예산액 ${total.toFraction()}이(가) 재원의 합 ${sum.toFraction()}와(과) 다릅니다: ${code} ${name}`,
      expected: '예산액과 재원이 맞는 내보내기',
    });
    return undefined;
  }
  if (faulty) return undefined;
  const amountColumns = new Set(
    [...columns].filter(([kind]) => !['code', 'name'].includes(kind)).map(([, column]) => column),
  );
  const lastColumn = Math.max(...(sheet.rows.get(headerRow)?.keys() ?? [1]));
  const key = Array.from({ length: lastColumn }, (_, index) => index + 1)
    .filter((column) => !amountColumns.has(column))
    .map((column) => textAt(sheet, row, column))
    .join('\t');
  return { code, name, total, sources, place, key, stage: stageOf(text('stage')) };
}

/** 본예산, 당초 0; 제1회 추경, 1회추경, 추경1, 1 one; 최종, 정리추경 after all others. Undefined for anything else. */
function stageOf(text: string): number | undefined {
  const bare = text.replaceAll(' ', '');
  if (/^(본예산|당초|당초예산|본)$/.test(bare)) return 0;
  if (/^(정리추경|최종|최종예산|결산추경)$/.test(bare)) return 1_000;
  const [number] = /\d+/.exec(bare) ?? [];
  if (number !== undefined) return Number(number);
  return /^(추경|추가경정|추가경정예산)$/.test(bare) ? 1 : undefined;
}
