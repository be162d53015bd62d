// The rows of a budget table -> its lines and sums, names that stand once for several rows filled in.
import Fraction from 'fraction.js';
import { bareLabel } from '../../../plan/budget-words.ts';
import type { FundingSource } from '../../../plan/programme.ts';
import type { ImportFaults } from '../import-faults.ts';
import { brokenCommas } from './broken-commas.ts';
import { cellAmount, wonText } from './cell-amount.ts';
import { type Part, partOf, type Vocabulary } from './column-meaning.ts';
import type { Entry } from './entry.ts';
import { increaseWord } from './increase-words.ts';
import type { AmountColumn } from './layout.ts';
import { RowReader } from './row-names.ts';
import { stageOf } from './stages.ts';
import { isSumText } from './sums.ts';
import { type BudgetTable, isNote, type Segment } from './tables.ts';

/** Rules: `wrong-number`, `formula-without-result`, `unknown-source`, `stages-do-not-add-up`, `unquoted-commas`. */
export function readEntries(
  table: BudgetTable,
  vocabulary: Vocabulary,
  faults: ImportFaults,
): readonly Entry[] {
  const isName = (text: string) => !isNote(text) && !isSumText(text, vocabulary.words);
  const names = new RowReader(table.grid, isName);
  const entries = table.segments.flatMap((segment) =>
    segment.rows.flatMap((row) => entryAt(table, segment, row, names, vocabulary, faults) ?? []),
  );
  tellFormulas(table, entries, faults);
  return entries;
}

/** Rule `formula-result-taken` as information, once for a table. */
function tellFormulas({ grid }: BudgetTable, entries: readonly Entry[], faults: ImportFaults): void {
  const cells = entries.flatMap(({ row, segment }) =>
    segment.layout.amounts.flatMap(({ column }) =>
      grid.cell(row, column)?.formula === undefined ? [] : [grid.place(row, column)],
    ),
  );
  const [place] = cells;
  if (place === undefined) return;
  faults.add({
    rule: 'formula-result-taken',
    severity: 'information',
    place,
    message: `수식이 든 금액 ${cells.length}칸은 파일에 저장된 결과를 썼습니다.`,
  });
}

function entryAt(
  table: BudgetTable,
  segment: Segment,
  row: number,
  reader: RowReader,
  vocabulary: Vocabulary,
  faults: ImportFaults,
): Entry | undefined {
  const { grid } = table;
  const { head, layout } = segment;
  const { code, name, carried, texts, detail, stageText } = reader.read(segment, row);
  const { words, codes } = vocabulary;
  const isMapped = (text: string) => codes?.lines.some((line) => line.code === text) === true;
  const inFront = grid.filled(row).flatMap(([at, text]) => (at < firstAmount(segment) ? [text] : []));
  const isSum = [code, name, stageText, ...texts.values(), ...inFront].some(
    (text) => isSumText(text, words) && !isMapped(text),
  );
  const isIncrease = layout.kind !== 'increase' && increaseWord(stageText, words) !== undefined;
  if (isIncrease && isSum) return undefined;
  const isLine = !isSum && !isIncrease;
  const isEmpty = code === '' && name === '' && [...texts.values()].every((text) => text === '');
  let faulty = false;
  const read = (columns: readonly AmountColumn[]): Map<Part, Fraction> => {
    const amounts = new Map<Part, Fraction>();
    for (const { column, part } of columns) {
      const text = grid.own(row, column);
      if (text !== '' && isNote(text)) continue;
      const typed = cellAmount(grid.cell(row, column), text, table.unit);
      if (typed.kind === 'amount') amounts.set(part, typed.won.add(amounts.get(part) ?? 0));
      if (typed.kind !== 'fault' || !isLine || (isEmpty && typed.rule === 'formula-without-result')) continue;
      faulty = true;
      const { rule, message, expected } = typed;
      faults.add({ rule, place: grid.place(row, column), message, expected });
    }
    return amounts;
  };
  const own = read(layout.amounts);
  for (const column of own.size === 0 ? [] : new Set(head.texts.values())) {
    const cell = grid.cell(row, column);
    if (cell?.formula === undefined || cell.value !== undefined) continue;
    // Without its own words a line would be read as the one above it.
    faulty = true;
    faults.add({
      rule: 'formula-without-result',
      place: grid.place(row, column),
      message: `수식의 결과가 저장되어 있지 않아 무엇의 금액인지 알 수 없습니다: =${cell.formula}`,
      expected: '엑셀에서 열어 다시 저장한 파일',
    });
  }
  const [befores, changes] = [read(layout.befores), read(layout.changes)];
  if (brokenCommas(table, segment, row, faults)) return undefined;
  const column = (layout.amounts.find(({ part }) => part === 'total') ?? layout.amounts[0])?.column ?? 1;
  const place = grid.place(row, column);
  if (own.size === 0 && !faulty && befores.size > 0 && layout.kind === 'whole' && isLine && !isEmpty) {
    faulty = true;
    faults.add({
      rule: 'wrong-number',
      place,
      message: `앞 단계의 금액은 있는데 이 칸이 비어 있습니다: ${[code, name].join(' ').trim()}`,
      expected: "금액, 없어졌으면 0이나 '-'",
    });
  }
  const amounts = layout.kind === 'sum' ? added(own, changes) : own;
  if (layout.kind === 'whole' && !faulty && isLine) checkChange(own, befores, changes, place, table, faults);
  if (faulty || amounts.size === 0) return undefined;
  const source = sourceAt(segment, grid.shown(row, head.texts.get('source') ?? 0), amounts, vocabulary);
  if (source === 'unknown' && isLine) {
    faults.add({
      rule: 'unknown-source',
      place: grid.place(row, head.texts.get('source') ?? 1),
      message: `모르는 재원입니다: ${grid.shown(row, head.texts.get('source') ?? 0)}`,
      expected: 'budget-codes.yaml의 sources에 적은 재원 (예: 균특: national)',
    });
    return undefined;
  }
  if (source !== undefined && source !== 'unknown')
    amounts.set(source, amounts.get('total') ?? new Fraction(0));
  const nameless = code === '' && name === '';
  const yearText = grid.shown(row, head.texts.get('year') ?? 0);
  return {
    kind: isSum ? 'sum' : isIncrease ? 'increase' : nameless ? 'nameless' : 'line',
    ...{ table, segment, row, place, code, name, carried, texts, detail, amounts },
    before: layout.kind === 'sum' ? own : befores,
    namesUnit: namesUnits(segment, row, table),
    stage: stageText === '' ? table.stage : stageOf(stageText, words),
    year: Number(/(?:19|20)\d\d/.exec(yearText)?.[0]) || undefined,
  };
}

function firstAmount({ layout }: Segment): number {
  return Math.min(...layout.amounts.map(({ column }) => column));
}

/** Of a column that names the source of each line; `unknown` where nobody has a word for it. */
function sourceAt(
  { layout }: Segment,
  text: string,
  amounts: ReadonlyMap<Part, Fraction>,
  vocabulary: Vocabulary,
): FundingSource | 'unknown' | undefined {
  if (text === '' || layout.amounts.some(({ part }) => part !== 'total')) return undefined;
  const part = partOf(bareLabel(text), vocabulary);
  if (part === 'total') return undefined;
  if (part !== undefined && part !== 'none') return part;
  return amounts.get('total')?.n === 0n ? undefined : 'unknown';
}

/** 기정액 + 증감 = 경정액, part by part. Rule: `stages-do-not-add-up`. */
function checkChange(
  own: ReadonlyMap<Part, Fraction>,
  befores: ReadonlyMap<Part, Fraction>,
  changes: ReadonlyMap<Part, Fraction>,
  place: Entry['place'],
  { unit }: BudgetTable,
  faults: ImportFaults,
): void {
  for (const [part, change] of changes) {
    const [after, before] = [own.get(part), befores.get(part)];
    if (after === undefined || before === undefined || before.add(change).equals(after)) continue;
    faults.add({
      rule: 'stages-do-not-add-up',
      place,
      message: `앞 단계의 금액에 증감을 더한 것이 뒤 단계의 금액과 다릅니다: ${wonText(before, unit)} + ${wonText(change, unit)} ≠ ${wonText(after, unit)}`,
      expected: '기정액, 증감, 경정액이 서로 맞는 파일',
    });
  }
}

function added(a: ReadonlyMap<Part, Fraction>, b: ReadonlyMap<Part, Fraction>): Map<Part, Fraction> {
  const sum = new Map(a);
  for (const [part, amount] of b) sum.set(part, amount.add(sum.get(part) ?? 0));
  return sum;
}

/** Whether every amount other than 0 has its unit in its cell. */
function namesUnits({ layout }: Segment, row: number, { grid }: BudgetTable): boolean {
  return layout.amounts.every(({ column }) => {
    const text = grid.own(row, column);
    return !/[1-9]/.test(text) || /원\)?$/.test(text);
  });
}
