// Lines of a budget and throws of the dice -> a budget book that has them: heads of one row or two, pages, names that stand once, subtotals, units, stages.
import type { Dice } from './dice.ts';

export interface BookLine {
  readonly code: string;
  readonly name: string;
  /** 국비, 시비, 구비 in 천원. */
  readonly amounts: readonly number[];
}

type Cell = string | number | undefined;

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges from row and column to row and column, from 1. */
  readonly merged: readonly (readonly [number, number, number, number])[];
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  /** Cells of amounts that the sums of the book hold: sheet, row and column from 0. */
  readonly amounts: readonly (readonly [number, number, number])[];
  /** Of budget-codes.yaml. */
  readonly unit: string | undefined;
}

const LABELS = ['국비', '시비', '구비'] as const;
const UNITS = { 원: 1000, 천원: 1, 백만원: 0.001 } as const;

interface Style {
  readonly unit: keyof typeof UNITS;
  readonly said: 'caption' | 'title' | 'label' | 'row' | 'below' | 'codes' | 'cells';
  readonly head: 'one' | 'two' | 'stages';
  readonly merges: boolean;
  readonly codeFirst: boolean;
  readonly items: boolean;
  /** How a name that stands for several rows is written. */
  readonly names: 'merged' | 'once' | 'each';
  readonly subtotal: 'none' | 'above' | 'below';
  readonly stage: boolean;
  readonly total: 'none' | 'above' | 'below';
  /** Lines on a page; 0: one page. */
  readonly page: number;
}

export function styleOf(dice: Dice, isText: boolean): Style {
  const unit = dice.one(['원', '천원', '천원', '백만원'] as const);
  const head = dice.one(['one', 'two', 'two', 'stages'] as const);
  return {
    unit,
    said: dice.one(['caption', 'title', 'label', 'row', 'below', 'codes', 'cells'] as const),
    head,
    merges: !isText && dice.once(2),
    codeFirst: dice.once(2),
    items: dice.once(2),
    names: dice.one(isText ? (['once', 'each'] as const) : (['merged', 'once', 'each'] as const)),
    subtotal: dice.one(['none', 'above', 'below'] as const),
    stage: head !== 'stages' && dice.once(3),
    total: dice.one(['none', 'above', 'below', 'below'] as const),
    page: dice.once(3) ? 2 + dice.below(3) : 0,
  };
}

/** The lines on one sheet, or apart by account on two. */
export function bookOf(lines: readonly BookLine[], style: Style, accounts: boolean, dice: Dice): Book {
  const parts = accounts
    ? [
        { name: '일반회계', lines: lines.filter((_, index) => index % 2 === 0) },
        { name: '특별회계', lines: lines.filter((_, index) => index % 2 === 1) },
      ]
    : [{ name: dice.one(['Sheet1', '세출예산', '세부사업별 조서']), lines }];
  const sheets: BookSheet[] = [];
  const amounts: (readonly [number, number, number])[] = [];
  for (const part of parts) {
    const sheet = new SheetWriter(style, dice);
    sheet.write(part.lines);
    for (const [row, column] of sheet.amounts) amounts.push([sheets.length, row, column]);
    sheets.push({ name: part.name, rows: sheet.rows, merged: sheet.merged });
  }
  return { sheets, amounts, unit: style.said === 'codes' ? style.unit : undefined };
}

class SheetWriter {
  readonly rows: Cell[][] = [];
  readonly merged: (readonly [number, number, number, number])[] = [];
  readonly amounts: (readonly [number, number])[] = [];
  readonly #texts: readonly string[];

  constructor(
    readonly style: Style,
    readonly dice: Dice,
  ) {
    const { codeFirst, items, stage } = style;
    const names = codeFirst ? ['세부사업코드', '세부사업명'] : ['세부사업명', '세부사업코드'];
    this.#texts = [...(stage ? ['예산구분'] : []), ...names, ...(items ? ['통계목'] : [])];
  }

  write(lines: readonly BookLine[]): void {
    const { style, dice } = this;
    if (style.said === 'title') this.rows.push([`2023년도 세출예산 (단위 : ${style.unit})`]);
    else if (dice.once(2)) this.rows.push(['2023년도 세출예산']);
    if (style.said === 'caption') this.rows.push([undefined, undefined, `(단위: ${style.unit})`]);
    this.#head();
    const all = sumOf(lines.map(({ amounts }) => amounts));
    if (style.total === 'above') this.#sum('총계', all);
    lines.forEach((line, index) => {
      if (style.page > 0 && index > 0 && index % style.page === 0) {
        if (dice.once(2))
          this.#sum('쪽 계', sumOf(lines.slice(index - style.page, index).map((one) => one.amounts)));
        if (dice.once(2)) this.rows.push([`- ${index} -`]);
        this.#head();
      }
      this.#line(line);
    });
    if (style.total === 'below') this.#sum(dice.one(['합계', '총 계', '[총계]']), all);
    if (style.said === 'below') this.rows.push([`※ 단위 : ${style.unit}`]);
  }

  #head(): void {
    const { head, said, unit, merges } = this.style;
    const top = this.rows.length + 1;
    const texts = this.#texts;
    const label = said === 'label' ? `(${unit})` : '';
    const groups = head === 'stages' ? ['기정액', '경정액', '비교증감'] : ['예산액'];
    if (head === 'one')
      this.rows.push([...texts, `예산액${label}`, ...LABELS.map((one) => `${one}${label}`)]);
    else {
      const below = ['계', ...LABELS];
      this.rows.push([
        ...texts,
        ...groups.flatMap((one) => [`${one}${label}`, ...LABELS.map(() => undefined)]),
      ]);
      this.rows.push([...texts.map(() => undefined), ...groups.flatMap(() => below)]);
      if (merges) {
        texts.forEach((_, index) => this.merged.push([top, index + 1, top + 1, index + 1]));
        groups.forEach((_, index) => {
          const left = texts.length + 1 + index * below.length;
          this.merged.push([top, left, top, left + below.length - 1]);
        });
      }
    }
    if (said === 'row') {
      const last = this.rows.at(-1) ?? [];
      this.rows.push(last.map((_, index) => (index < texts.length ? undefined : `(${unit})`)));
    }
  }

  #line(line: BookLine): void {
    const { stage, items, subtotal, names } = this.style;
    const { dice } = this;
    if (stage && dice.once(2))
      this.#row(
        line,
        '본예산',
        items ? '보수' : undefined,
        line.amounts.map(() => dice.below(1000)),
      );
    const now = stage ? dice.one(['제1회추경', '2023년 1회 추경']) : undefined;
    if (!items) {
      this.#row(line, now, undefined, line.amounts);
      return;
    }
    const first = line.amounts.map((amount) => dice.below(amount + 1));
    const parts = [first, line.amounts.map((amount, index) => amount - (first[index] ?? 0))];
    const top = this.rows.length + 1;
    if (subtotal === 'above') this.#row(line, now, '소계', line.amounts);
    parts.forEach((amounts, index) => {
      const shown = index === 0 || names === 'each' || subtotal === 'above';
      this.#row(shown ? line : { ...line, code: '', name: '' }, now, ['보수', '사무관리비'][index], amounts);
    });
    if (subtotal === 'below')
      this.#row(names === 'each' ? line : { ...line, code: '', name: '' }, now, '[소 계]', line.amounts);
    if (names !== 'merged' || subtotal === 'above') return;
    const bottom = this.rows.length;
    this.#texts.forEach((text, index) => {
      if (/^세부사업/.test(text)) this.merged.push([top, index + 1, bottom, index + 1]);
    });
  }

  #row(
    { code, name }: BookLine,
    stage: string | undefined,
    item: string | undefined,
    amounts: readonly number[],
  ): void {
    const { codeFirst, items } = this.style;
    const names = codeFirst ? [code, name] : [name, code];
    this.#put([...(this.style.stage ? [stage] : []), ...names, ...(items ? [item] : [])], amounts);
  }

  #sum(word: string, amounts: readonly number[]): void {
    this.#put([word, ...this.#texts.slice(1).map(() => undefined)], amounts);
  }

  #put(texts: readonly Cell[], amounts: readonly number[]): void {
    const { head } = this.style;
    const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
    const change = amounts.map((amount) => amount - this.dice.below(amount + 1));
    const before = amounts.map((amount, index) => amount - (change[index] ?? 0));
    const groups = head === 'stages' ? [before, amounts, change] : [amounts];
    const row = this.rows.length;
    const main = texts.length + (head === 'stages' ? 1 + LABELS.length : 0);
    for (let index = 0; index <= LABELS.length; index++) this.amounts.push([row, main + index]);
    this.rows.push([
      ...texts,
      ...groups.flatMap((list) => [total(list), ...list]).map((amount) => this.#spelt(amount)),
    ]);
  }

  #spelt(amount: number): Cell {
    const { unit, said } = this.style;
    const whole = amount * (unit === '백만원' ? 1 : UNITS[unit]);
    const text =
      unit === '백만원' ? thousandth(whole) : this.dice.one([String(whole), whole.toLocaleString('en-US')]);
    return said === 'cells' && amount !== 0 ? `${text}${unit}` : text;
  }
}

/** A number divided by 1,000, exactly. */
function thousandth(whole: number): string {
  const digits = String(whole).padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, '') || '0';
}

function sumOf(lists: readonly (readonly number[])[]): readonly number[] {
  return LABELS.map((_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0));
}
