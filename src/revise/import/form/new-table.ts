// 새표1, as typed -> the table that it says: its titles, its heads and its numbers, each with its unit.
import type { Value } from '../../../figure/figure.ts';
import { UNKNOWN_FIGURE } from '../../../figure/show.ts';
import type { Unit } from '../../../figure/unit.ts';
import { type DerivedKind, type DerivedWords, derivedKind } from '../../../plan/check-words.ts';
import type { Plan } from '../../../plan/plan.ts';
import { narrativeTitles } from '../../../plan/plan-form.ts';
import { typedUnits, unitLineIn, unitOfLabel } from '../../../plan/typed-units.ts';
import type { PlainCell } from '../../../spreadsheet/spreadsheet.ts';
import { readCell, saysUnknown } from '../../apply/typed-value.ts';
import type { ImportFaults } from '../import-faults.ts';
import { takenValue } from '../tell-reading.ts';
import type { OriginSheet, WorkbookOrigin } from '../workbook-origin.ts';
import { type FormCell, type FormRow, rowsOf, sameWords } from './form-rows.ts';

/** A row or column. */
export interface NewLine {
  readonly cell: FormCell;
  readonly kind: DerivedKind | undefined;
  /** That its label says, or that what stands in it says. */
  readonly unit: Unit | undefined;
  /** Whether it holds words: 비고. */
  readonly isText: boolean;
}

export interface NewTable {
  readonly caption: FormCell;
  readonly source: FormCell;
  readonly corner: FormCell;
  /** Of cells whose row and column say none. */
  readonly unit: Unit | undefined;
  /** As the table prints them above. */
  readonly unitWords: readonly string[];
  /** The narrative that it stands in. */
  readonly file: string;
  readonly columns: readonly NewLine[];
  readonly rows: readonly NewLine[];
  /** None in columns of words. */
  readonly cells: readonly (readonly (NewCell | undefined)[])[];
  readonly texts: readonly (readonly string[])[];
}

interface NewCell {
  readonly value: Value;
  readonly unit: Unit;
  readonly place: FormCell['place'];
}

/** Undefined for an empty form and with any fault. Rules: `wrong-text`, those of numbers. */
export function newTable(
  home: OriginSheet,
  origin: WorkbookOrigin,
  plan: Plan,
  words: readonly DerivedWords[],
  faults: ImportFaults,
): NewTable | undefined {
  const form = new TableForm(home, origin, faults);
  if (form.isEmpty) return undefined;
  const before = faults.diagnostics.length;
  const { caption, unit: unitCell, place } = form;
  if (caption.text === '') form.tell(caption, '새 표의 제목이 없습니다.', '표의 제목 (예: 연도별 방문자 수)');
  const said = typedUnits(unitCell.text, plan.units);
  for (const word of said)
    if (typeof word === 'string') form.tell(unitCell, `알 수 없는 단위입니다: ${word}`, KNOWN_UNITS);
  const named = said.filter((one) => typeof one !== 'string');
  const [unit] = named;
  const file = fileOf(place.text, plan);
  if (file === undefined)
    form.tell(
      place,
      `없는 장입니다: ${place.text || '(빈칸)'}`,
      [...narrativeTitles(plan).keys()].join(', '),
    );
  form.tellNameless();
  const hasRates = unit?.kind !== 'rate' || named.some(({ dimension }) => dimension === 'percent');
  const lineOf = (cell: FormCell, beside: readonly (PlainCell | undefined)[]): NewLine => {
    const said = derivedKind(cell.text, words);
    // Quotients of other kinds are many, and few of them are meant.
    const kind = said === 'ratio' ? undefined : said;
    const isRate = (hasRates && (kind === 'growth' || kind === 'share')) || allPercent(beside);
    const own = unitOfLabel(cell.text, plan.units) ?? (isRate ? plan.units.named('%') : undefined);
    return { cell, kind, unit: own, isText: false };
  };
  const columns = form.heads.map((key): NewLine => {
    const head = form.at('heads', key);
    const line = lineOf(
      head,
      form.named.map((row) => form.plain(row, key)),
    );
    if (line.unit !== undefined || !areWords(form.named.map((row) => row.at(key).text))) return line;
    form.tellWords(head);
    return { ...line, kind: undefined, isText: true };
  });
  const rows = form.named.map((row) =>
    lineOf(
      row.at('label'),
      form.heads.map((key) => form.plain(row, key)),
    ),
  );
  for (const lines of [columns, rows]) form.tellTwice(lines);
  const isSaid =
    unit !== undefined || columns.every((one) => one.unit || one.isText) || rows.every((one) => one.unit);
  if (said.length === 0 && !isSaid) form.tell(unitCell, '알 수 없는 단위입니다: (빈칸)', KNOWN_UNITS);
  const cells = form.named.map((line, y) =>
    columns.map((column, x): NewCell | undefined => {
      const key = form.heads[x] ?? '';
      const own = column.unit ?? rows[y]?.unit ?? unit;
      const { place: at } = line.at(key);
      const cell = form.plain(line, key);
      if (own === undefined || column.isText) return undefined;
      if (saysUnknown(cell)) return { value: { kind: 'missing' }, unit: own, place: at };
      // That a formula stood there is told with the other cells of the sheet.
      const reading = readCell(cell && { ...cell, formula: undefined }, { unit: own, units: plan.units });
      const value = takenValue(reading, at, undefined, faults);
      return { value: value ?? { kind: 'missing' }, unit: own, place: at };
    }),
  );
  const isFaulty = faults.diagnostics.slice(before).some(({ severity }) => severity === 'error');
  if (isFaulty || file === undefined) return undefined;
  const { source, corner } = form;
  const unitWords = wordsFor([...named.map(({ label }) => label)], [...columns, ...rows], plan);
  return {
    ...{ caption, source, corner, unit, unitWords, file, columns, rows },
    cells,
    texts: form.named.map((row) => form.heads.map((key) => row.at(key).text)),
  };
}

const KNOWN_UNITS = '명, 건, 천원, % 같은 단위. 그 밖의 단위는 plan.yaml의 units에 더합니다.';

/** 2026 and 2026년; undefined for another label. */
export function labelYear(label: string): number | undefined {
  const year = /^([1-9]\d{3})년?$/.exec(label)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The units that were typed for the table, and those of rows and columns whose labels do not say them. */
function wordsFor(said: readonly string[], lines: readonly NewLine[], { units }: Plan): readonly string[] {
  const unsaid = lines.flatMap(({ unit, cell }) =>
    unit === undefined || unitOfLabel(cell.text, units) !== undefined ? [] : [unit.label],
  );
  return [...new Set([...said, ...unsaid])];
}

function fileOf(place: string, plan: Plan): string | undefined {
  const titles = narrativeTitles(plan);
  if (place === '') return [...titles.values()][0];
  return [...titles].find(([title]) => sameWords(title, place))?.[1];
}

/** Whether all that is typed there is words, and not only that nothing is known. */
function areWords(texts: readonly string[]): boolean {
  const said = texts.filter((text) => !['', '-', UNKNOWN_FIGURE].includes(text));
  return said.length > 0 && said.every((text) => /\p{L}/u.test(text) && !/\d/.test(text));
}

/** Whether all that stands there is typed in percent. */
function allPercent(cells: readonly (PlainCell | undefined)[]): boolean {
  const said = cells.flatMap((cell) => cell?.value ?? []);
  const numbers = said.filter((value) => !(value.kind === 'text' && ['', '-'].includes(value.text.trim())));
  return (
    numbers.length > 0 &&
    numbers.every((value) =>
      value.kind === 'text'
        ? /[%％]$/.test(value.text.trim())
        : value.kind === 'number' && value.form === 'percent',
    )
  );
}

/** The cells of one sheet 새표. Rows that were put in below the heads are rows of the table too. */
class TableForm {
  readonly #rows: readonly FormRow[];
  /** Of the columns of numbers, from left to right. */
  readonly #keys: readonly string[];
  readonly #lines: readonly FormRow[];
  readonly caption: FormCell;
  readonly unit: FormCell;
  readonly source: FormCell;
  readonly place: FormCell;
  readonly corner: FormCell;
  /** The keys of the columns that have a head. */
  readonly heads: readonly string[];
  readonly named: readonly FormRow[];

  constructor(
    readonly home: OriginSheet,
    origin: WorkbookOrigin,
    readonly faults: ImportFaults,
  ) {
    const isNumbers = ([key]: readonly [string, number]) => /^c\d+$/.test(key);
    this.#keys = [...home.columns]
      .filter(isNumbers)
      .sort(([, a], [, b]) => a - b)
      .map(([key]) => key);
    this.#rows = rowsOf(home, origin, faults, 'new');
    const head = this.#rows.find(({ id }) => id === 'heads')?.row ?? Number.POSITIVE_INFINITY;
    const below = this.#rows.filter(({ row }) => row > head);
    const isUnitLine = (row: FormRow) =>
      unitLineIn(row.at('label').text)?.title === '' && !this.#hasValues(row);
    this.#lines = below.filter((row) => !isUnitLine(row));
    const typed = { caption: this.at('caption'), unit: this.at('unit'), corner: this.at('heads', 'label') };
    // The line of units may stand with the title, over the names of the rows or below them.
    const lines = [typed.caption, typed.corner, ...below.filter(isUnitLine).map((row) => row.at('label'))];
    const said =
      typed.unit.text === '' ? lines.find(({ text }) => unitLineIn(text) !== undefined) : undefined;
    const bare = (cell: FormCell) =>
      cell === said ? { ...cell, text: unitLineIn(cell.text)?.title ?? '' } : cell;
    this.caption = bare(typed.caption);
    this.corner = bare(typed.corner);
    this.unit = said === undefined ? typed.unit : { ...said, text: unitLineIn(said.text)?.units ?? '' };
    this.source = this.at('source');
    this.place = this.at('place');
    this.heads = this.#keys.filter((key) => this.at('heads', key).text !== '');
    this.named = this.#lines.filter((row) => row.at('label').text !== '');
  }

  at(id: string, key = 'c1'): FormCell {
    const row = this.#rows.find((one) => one.id === id);
    return row?.at(key) ?? { text: '', base: '', place: this.faults.whole };
  }

  /** As the spreadsheet has it. */
  plain({ row }: FormRow, key: string): PlainCell | undefined {
    return this.home.sheet.rows.get(row)?.get(this.home.columns.get(key) ?? 0);
  }

  #hasValues(row: FormRow): boolean {
    return this.#keys.some((key) => row.at(key).text !== '');
  }

  tell({ place }: FormCell, message: string, expected: string): void {
    this.faults.add({ rule: 'wrong-text', place, message, expected });
  }

  tellWords({ text, place }: FormCell): void {
    this.faults.add({
      rule: 'typed-quantity',
      severity: 'information',
      place,
      message: `수가 아니라 글을 적는 열로 읽었습니다: ${text}`,
    });
  }

  get isEmpty(): boolean {
    return (
      [this.caption, this.unit, this.source].every(({ text }) => text === '') &&
      this.heads.length === 0 &&
      !this.#lines.some((row) => row.at('label').text !== '' || this.#hasValues(row))
    );
  }

  /** Years that stand twice on an axis: nobody can tell which of them is meant. */
  tellTwice(lines: readonly NewLine[]): void {
    const years = lines.map(({ cell }) => labelYear(cell.text));
    for (const [index, { cell }] of lines.entries())
      if (years[index] !== undefined && years.indexOf(years[index]) < index)
        this.tell(cell, `같은 연도가 한 표에 두 번 있습니다: ${cell.text}`, '서로 다른 연도');
  }

  /** Heads that are missing, and numbers that stand in no named row or column. */
  tellNameless(): void {
    if (this.heads.length === 0)
      this.tell(this.at('heads'), '새 표의 열 이름이 없습니다.', '‘구 분’의 오른쪽에 적은 열 이름');
    if (this.named.length === 0)
      this.tell(this.at('row-1', 'label'), '새 표의 행 이름이 없습니다.', '‘구 분’의 아래에 적은 행 이름');
    for (const row of this.#lines)
      for (const key of this.#keys) {
        const cell = row.at(key);
        if (cell.text === '') continue;
        if (this.named.length > 0 && !this.named.includes(row))
          this.tell(row.at('label'), `행 이름이 없는 줄에 값이 있습니다: ${cell.text}`, '행 이름');
        if (this.heads.length > 0 && !this.heads.includes(key))
          this.tell(this.at('heads', key), `열 이름이 없는 칸에 값이 있습니다: ${cell.text}`, '열 이름');
      }
  }
}
