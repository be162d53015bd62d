// 새표1, as typed -> the table that it says: its titles, its heads and its numbers, each with its unit.
import type { Value } from '../../../figure/figure.ts';
import type { Unit } from '../../../figure/unit.ts';
import { type DerivedKind, type DerivedWords, derivedKind } from '../../../plan/check-words.ts';
import { bareCaption } from '../../../plan/figure-name.ts';
import type { Plan } from '../../../plan/plan.ts';
import { narrativeTitles, TABLE_COLUMNS, TABLE_ROWS } from '../../../plan/plan-form.ts';
import { typedUnits, unitLineIn, unitOfLabel } from '../../../plan/typed-units.ts';
import type { PlainCell } from '../../../spreadsheet/spreadsheet.ts';
import { readCell, saysUnknown } from '../../apply/typed-value.ts';
import type { ImportFaults } from '../import-faults.ts';
import { takenValue } from '../tell-reading.ts';
import type { OriginSheet, WorkbookOrigin } from '../workbook-origin.ts';
import { type FormCell, rowsOf, sameWords } from './form-rows.ts';

/** A row or column. */
export interface NewLine {
  readonly cell: FormCell;
  readonly kind: DerivedKind | undefined;
  /** That its label says, or that what stands in it says. */
  readonly unit: Unit | undefined;
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
  readonly cells: readonly (readonly NewCell[])[];
}

interface NewCell {
  readonly value: Value;
  readonly unit: Unit;
  readonly place: FormCell['place'];
}

/** Undefined for an empty form, for a table that is there already, and with any fault. Rules: `wrong-text`, those of numbers. */
export function newTable(
  home: OriginSheet,
  origin: WorkbookOrigin,
  plan: Plan,
  words: readonly DerivedWords[],
  faults: ImportFaults,
): NewTable | undefined {
  const form = new TableForm(home, origin, faults);
  if (form.isEmpty || form.isIn(plan)) return undefined;
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
    return { cell, kind, unit: own };
  };
  const columns = form.heads.map((key) =>
    lineOf(
      form.at('heads', key),
      form.named.map((id) => form.plain(id, key)),
    ),
  );
  const rows = form.named.map((id) =>
    lineOf(
      form.at(id, 'label'),
      form.heads.map((key) => form.plain(id, key)),
    ),
  );
  for (const lines of [columns, rows]) form.tellTwice(lines);
  const isSaid = unit !== undefined || columns.every((one) => one.unit) || rows.every((one) => one.unit);
  if (said.length === 0 && !isSaid) form.tell(unitCell, '알 수 없는 단위입니다: (빈칸)', KNOWN_UNITS);
  const cells = rows.map((row, y) =>
    columns.map((column, x): NewCell | undefined => {
      const [id = '', key = ''] = [form.named[y], form.heads[x]];
      const own = column.unit ?? row.unit ?? unit;
      const { place: at } = form.at(id, key);
      const cell = form.plain(id, key);
      if (own === undefined) return undefined;
      if (saysUnknown(cell)) return { value: { kind: 'missing' }, unit: own, place: at };
      const value = takenValue(readCell(cell, { unit: own, units: plan.units }), at, undefined, faults);
      return { value: value ?? { kind: 'missing' }, unit: own, place: at };
    }),
  );
  const isFaulty = faults.diagnostics.slice(before).some(({ severity }) => severity === 'error');
  if (isFaulty || file === undefined) return undefined;
  const { source, corner } = form;
  const unitWords = wordsFor([...named.map(({ label }) => label)], [...columns, ...rows], plan);
  return {
    ...{ caption, source, corner, unit, unitWords, file, columns, rows },
    cells: cells.map((line) => line.filter((cell) => cell !== undefined)),
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

/** The cells of one sheet 새표. */
class TableForm {
  readonly #rows: ReadonlyMap<string, ReturnType<typeof rowsOf>[number]>;
  readonly caption: FormCell;
  readonly unit: FormCell;
  readonly source: FormCell;
  readonly place: FormCell;
  readonly corner: FormCell;
  readonly #keys = Array.from({ length: TABLE_COLUMNS }, (_, index) => `c${index + 1}`);
  readonly #lines = Array.from({ length: TABLE_ROWS }, (_, index) => `row-${index + 1}`);
  readonly heads: readonly string[];
  readonly named: readonly string[];

  constructor(
    readonly home: OriginSheet,
    origin: WorkbookOrigin,
    readonly faults: ImportFaults,
  ) {
    this.#rows = new Map(rowsOf(home, origin, faults).map((row) => [row.id ?? '', row]));
    const caption = this.at('caption');
    const unit = this.at('unit');
    const corner = this.at('heads', 'label');
    // The line of units may stand with the title or over the rows' names.
    const line = unit.text === '' ? unitLineIn(caption.text) : undefined;
    const inCorner = unit.text === '' && line === undefined ? unitLineIn(corner.text) : undefined;
    this.caption = line === undefined ? caption : { ...caption, text: line.title };
    this.corner = inCorner === undefined ? corner : { ...corner, text: inCorner.title };
    const units = line?.units ?? inCorner?.units;
    this.unit = units === undefined ? unit : { ...(line ? caption : corner), text: units };
    this.source = this.at('source');
    this.place = this.at('place');
    this.heads = this.#keys.filter((key) => this.at('heads', key).text !== '');
    this.named = this.#lines.filter((id) => this.at(id, 'label').text !== '');
  }

  at(id: string, key = 'c1'): FormCell {
    return this.#rows.get(id)?.at(key) ?? { text: '', base: '', place: this.faults.whole };
  }

  /** As the spreadsheet has it. */
  plain(id: string, key: string): PlainCell | undefined {
    const number = this.#rows.get(id)?.row ?? 0;
    return this.home.sheet.rows.get(number)?.get(this.home.columns.get(key) ?? 0);
  }

  tell({ place }: FormCell, message: string, expected: string): void {
    this.faults.add({ rule: 'wrong-text', place, message, expected });
  }

  get isEmpty(): boolean {
    const isSaid = (id: string) => ['label', ...this.#keys].some((key) => this.at(id, key).text !== '');
    return (
      [this.caption, this.unit, this.source].every(({ text }) => text === '') &&
      this.heads.length === 0 &&
      !this.#lines.some(isSaid)
    );
  }

  /** A table of the plan with the caption is there already: its numbers are typed into its own sheet. */
  isIn({ tables }: Plan): boolean {
    const title = this.caption.text;
    return (
      title !== '' &&
      [...tables.values()].some(({ caption }) =>
        sameWords(bareCaption((caption?.text ?? '').replaceAll(/\[\^[^\]]*\]?/g, '')), title),
      )
    );
  }

  /** Names that stand twice on an axis: nobody can tell which of them is meant. */
  tellTwice(lines: readonly NewLine[]): void {
    const nameOf = ({ cell }: NewLine) => labelYear(cell.text) ?? cell.text.replaceAll(/\s+/g, '');
    for (const [index, line] of lines.entries())
      if (lines.findIndex((one) => nameOf(one) === nameOf(line)) < index)
        this.tell(line.cell, `같은 이름이 한 표에 두 번 있습니다: ${line.cell.text}`, '서로 다른 이름');
  }

  /** Heads that are missing, and numbers that stand in no named row or column. */
  tellNameless(): void {
    if (this.heads.length === 0)
      this.tell(this.at('heads'), '새 표의 열 이름이 없습니다.', '‘구 분’의 오른쪽에 적은 열 이름');
    if (this.named.length === 0)
      this.tell(this.at('row-1', 'label'), '새 표의 행 이름이 없습니다.', '‘구 분’의 아래에 적은 행 이름');
    for (const id of this.#lines)
      for (const key of this.#keys) {
        const cell = this.at(id, key);
        if (cell.text === '') continue;
        if (this.named.length > 0 && !this.named.includes(id))
          this.tell(this.at(id, 'label'), `행 이름이 없는 줄에 값이 있습니다: ${cell.text}`, '행 이름');
        if (this.heads.length > 0 && !this.heads.includes(key))
          this.tell(this.at('heads', key), `열 이름이 없는 칸에 값이 있습니다: ${cell.text}`, '열 이름');
      }
  }
}
