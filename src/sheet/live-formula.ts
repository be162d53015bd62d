// A sum over rows that are found by what they say -> its Excel formula.
import type { Ledger, LiveSum } from '../document/live-sum.ts';
import type { Sheet } from '../document/workbook.ts';
import { type CellPlace, type CellPlaces, columnName, referenceTo, rowsAbove } from './cell-places.ts';

/** Rows below a ledger's last that its sums take in: people insert and paste. */
const ROOM = 300;

/** A ledger's ranges, as formulas name them. */
class LedgerRanges {
  readonly #name: string;
  readonly #ledger: Ledger;
  readonly #first: number;
  readonly #last: number;

  /** Undefined for a sheet that is none. */
  static of(sheet: Sheet): LedgerRanges | undefined {
    return sheet.ledger === undefined ? undefined : new LedgerRanges(sheet, sheet.ledger);
  }

  private constructor(sheet: Sheet, ledger: Ledger) {
    this.#name = sheet.name;
    this.#ledger = ledger;
    // From the headings on, which are no numbers: a row put in above the first counts too.
    this.#first = rowsAbove(sheet) + ledger.head + 1;
    this.#last = rowsAbove(sheet) + sheet.rows.length + ROOM;
  }

  get head(): number {
    return this.#first;
  }

  get label(): number {
    return this.#ledger.label;
  }

  get state(): number {
    return this.#ledger.state;
  }

  get ended(): string {
    return quoted(this.#ledger.ended);
  }

  /** The cells below each other from one column to another, both from 0. */
  range(from: string, first: number, last = first, skipped = 0): string {
    const [left, right] = [first, last].map((column) => columnName(column + 1));
    const cells = `$${left}$${this.#first + skipped}:$${right}$${this.#last}`;
    return from === this.#name ? cells : `'${this.#name}'!${cells}`;
  }

  /**
   * The sum of a column over the rows that meet the criteria, less those of them that are ended: not all spreadsheets take an empty state
   * for one that is not 종료.
   */
  sum(
    from: string,
    column: number,
    ...criteria: readonly (readonly [column: number, criterion: string])[]
  ): string {
    const sums = this.range(from, column);
    const over = (all: typeof criteria) => {
      const pairs = all.map(([at, criterion]) => `${this.range(from, at)},${criterion}`);
      return pairs.length === 0 ? `SUM(${sums})` : `SUMIFS(${[sums, ...pairs].join(',')})`;
    };
    return `${over(criteria)}-${over([...criteria, [this.#ledger.state, quoted(this.#ledger.ended)]])}`;
  }

  /** The amount in the row with the id, wherever it was sorted to. */
  amountOf(from: string, column: number, id: string): string {
    return `(${this.sum(from, column, [this.#ledger.id, quoted(id)])})`;
  }
}

export type Ledgers = ReadonlyMap<string, LedgerRanges>;

export function ledgersOf(sheets: readonly Sheet[]): Ledgers {
  return new Map(
    sheets.flatMap((sheet) => {
      const ranges = LedgerRanges.of(sheet);
      return ranges === undefined ? [] : [[sheet.name, ranges] as const];
    }),
  );
}

/** Where a sum stands, and what it may need to know. */
interface SumContext {
  readonly at: CellPlace;
  readonly ledgers: Ledgers;
  readonly places: CellPlaces;
  /** The text in a column of the cell's own row. */
  readonly textAt: (column: number) => string;
}

/** Without the leading `=`. */
export function liveFormula(sum: LiveSum, context: SumContext): string {
  const { at, ledgers, places, textAt } = context;
  const inRow = (column: number) => `${columnName(column + 1)}${at.row}`;
  const ledger = (name: string): LedgerRanges => {
    const found = ledgers.get(name);
    if (found === undefined) throw new Error(`${name} is no ledger`);
    return found;
  };
  const own = () => ledger(at.sheet);
  switch (sum.kind) {
    case 'rows': {
      const rows = ledger(sum.ledger);
      if (sum.label === undefined) return rows.sum(at.sheet, sum.column);
      const cell = `$${inRow(sum.label)}`;
      const criterion = sum.odd ? patternFor(textAt(sum.label), cell) : cell;
      return rows.sum(at.sheet, sum.column, [rows.label, criterion]);
    }
    case 'across': {
      const beside = `SUM(${inRow(sum.from)}:${inRow(sum.to)})`;
      return sum.besides === undefined ? beside : `${beside}+${liveFormula(sum.besides, context)}`;
    }
    case 'count': {
      const column = columnName(sum.column + 1);
      const cells = `${column}${at.row + sum.from}:${column}${at.row + sum.to}`;
      const count = `COUNTA(${cells})-COUNTIF(${cells},${quoted(sum.except)})`;
      if (sum.less !== undefined) return `${columnName(at.column)}${at.row - sum.less}-(${count})`;
      return sum.more === undefined ? count : `${count}+${sum.more}`;
    }
    case 'shown': {
      const shown = (column: number) => `SUBTOTAL(109,${own().range(at.sheet, column)})`;
      return sum.ended === undefined ? shown(sum.column) : `${shown(sum.column)}-${shown(sum.ended)}`;
    }
    case 'ended':
      return `IF($${inRow(own().state)}=${own().ended},N(${inRow(sum.column)}),0)`;
    case 'unsplit': {
      const split = `SUM(${inRow(sum.from)}:${inRow(sum.to)})<>0`;
      return `IF(OR($${inRow(own().state)}=${own().ended},${split}),0,N(${inRow(sum.total)}))`;
    }
    case 'texts': {
      const cells = own().range(at.sheet, sum.from, sum.to, 1);
      // What is neither empty nor a number, a dash apart. Criteria would find numbers too in LibreOffice: it compares what is shown.
      const count = `COUNTA(${cells})-COUNT(${cells})-SUMPRODUCT((${cells}="-")*1)`;
      return `IF(${count}=0,"","글로 적은 "&(${count})&"칸은 합계에 들지 않습니다. 가져올 때는 적은 단위대로 읽습니다.")`;
    }
    case 'lost': {
      const same = sum.addresses.map((address) => {
        const [here, there] = [at.sheet, sum.sheet].map((sheet) => places.seenFrom(sheet, address));
        if (here === undefined || there === undefined) throw new Error(`${address} is on one sheet only`);
        return `ABS(${referenceTo(here, at.sheet)}-${referenceTo(there, at.sheet)})<0.0005`;
      });
      return `IF(AND(${same.join(',')}),"",${quoted(`${sum.words} 그 행은 ${sum.sheet} 시트에 들지 않습니다.`)})`;
    }
  }
}

/**
 * Finds the label of the cell as a pattern whose first character may be any, so that no spreadsheet reads it as an operator, a number or
 * a date; the signs of patterns in it may be any character too.
 */
function patternFor(label: string, cell: string): string {
  const signs = ['~', '*'].filter((sign) => label.includes(sign));
  const text = signs.reduce((formula, sign) => `SUBSTITUTE(${formula},${quoted(sign)},"?")`, cell);
  return `"?"&MID(${text},2,255)`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
