// The sheets of a file -> its budget tables: heads repeated on each page joined, tables of several accounts apart, each with its unit.
import { UNITS, type Unit } from '../../../figure/unit.ts';
import { squeezed } from '../../../plan/budget-words.ts';
import { printLabels } from '../../../plan/labels.ts';
import type { PlainSheet } from '../../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from '../import-faults.ts';
import type { Vocabulary } from './column-meaning.ts';
import { Grid } from './grid.ts';
import { type BudgetHead, headAt } from './head.ts';
import { type Layout, layoutOf } from './layout.ts';
import { withSpeakingColumns } from './speaking-columns.ts';
import { type Stage, stageNamed } from './stages.ts';
import { oneUnit, type SaidUnit, unitsOfLabel, unitsSaid } from './units.ts';

/** A head and the rows below it, up to the next. */
export interface Segment {
  readonly head: BudgetHead;
  readonly layout: Layout;
  readonly rows: readonly number[];
}

export interface BudgetTable {
  readonly grid: Grid;
  readonly segments: readonly Segment[];
  /** 일반회계, 특별회계 …; empty where none is named. */
  readonly account: string;
  /** As its title or sheet says. */
  readonly stage: Stage | undefined;
  readonly unit: Unit;
  /** Whether nobody says the unit. */
  readonly assumed: boolean;
}

interface Found {
  readonly grid: Grid;
  readonly head: BudgetHead;
  readonly layout: Layout;
  readonly captions: readonly string[];
  readonly said: SaidUnit[];
  readonly rows: number[];
}

/** Whether a sheet has a head; `loose`: also one without a word for the whole amount. */
export function hasBudgetTable(sheets: readonly PlainSheet[], vocabulary: Vocabulary): boolean {
  return sheets.some((sheet) => {
    const grid = new Grid(sheet, '', false);
    return grid.rows.some((row) => takenHead(grid, row, vocabulary) !== undefined);
  });
}

/** Rules: `units-differ`; `sheet-not-read` as a warning. */
export function budgetTables(
  grids: readonly Grid[],
  vocabulary: Vocabulary,
  year: number,
  faults: ImportFaults,
): readonly BudgetTable[] {
  const found = grids.map((grid) => ({ grid, segments: segmentsOf(grid, vocabulary, year) }));
  for (const { grid, segments } of found)
    if (segments.length === 0 && grid.rows.length > 0)
      faults.add({
        rule: 'sheet-not-read',
        severity: 'warning',
        place: grid.place(grid.rows[0] ?? 1, 1),
        message: `세부사업명이나 코드와 예산액의 열이 없는 시트라 읽지 않았습니다: ${grid.sheet.name}`,
      });
  const all = found.flatMap(({ segments }) => segments);
  for (const one of all) tellSideBySide(one, faults);
  const units = unitsOf(all, vocabulary, faults);
  const tables = new Map<string, BudgetTable>();
  for (const { grid, segments } of found) {
    let account = accountsIn([grid.sheet.name], vocabulary);
    let stage = stageNamed(grid.sheet.name, vocabulary.words);
    for (const one of segments) {
      account = accountsIn(one.captions, vocabulary) || account;
      stage =
        one.captions.map((text) => stageNamed(text, vocabulary.words)).find((named) => named !== undefined) ??
        stage;
      const key = JSON.stringify([
        grids.indexOf(grid),
        account,
        stage,
        one.head.columns.map(({ column, path }) => [column, path]),
      ]);
      const { unit, assumed } = units.get(one) ?? { unit: UNITS.천원, assumed: true };
      const table = tables.get(key) ?? { grid, segments: [], account, stage, unit, assumed };
      const { head, layout, rows } = one;
      tables.set(key, { ...table, segments: [...table.segments, { head, layout, rows }] });
    }
  }
  return [...tables.values()];
}

function segmentsOf(grid: Grid, vocabulary: Vocabulary, year: number): readonly Found[] {
  const segments: Found[] = [];
  let open: number[] = [];
  const captionsOf = (rows: readonly number[]) =>
    rows.flatMap((row) => grid.filled(row).map(([, text]) => text));
  const saidIn = (rows: readonly number[]) =>
    rows.flatMap((row) =>
      grid
        .filled(row)
        .flatMap(([column, text]) =>
          unitsSaid(text).map((unit) => ({ unit, place: grid.place(row, column) })),
        ),
    );
  let skipTo = 0;
  for (const row of grid.rows) {
    if (row <= skipTo) continue;
    const head = takenHead(grid, row, vocabulary);
    if (head === undefined) {
      open.push(row);
      continue;
    }
    skipTo = head.bottom;
    const last = segments.at(-1);
    const notes = last === undefined ? open : trailing(last, open);
    if (last !== undefined) last.rows.push(...open.slice(0, open.length - notes.length));
    const layout = layoutOf(head, year);
    const said = [...saidIn(notes), ...saidByHead(grid, head, layout, vocabulary)];
    segments.push({ grid, head, layout, captions: captionsOf(notes), said, rows: [] });
    open = [];
  }
  const last = segments.at(-1);
  if (last === undefined) return segments;
  const notes = trailing(last, open);
  last.rows.push(...open.slice(0, open.length - notes.length));
  last.said.push(...saidIn(notes));
  return segments.map((one) => ({ ...one, head: withSpeakingColumns(grid, one, vocabulary) }));
}

/** Rule `tables-side-by-side`: names that stand again behind the amounts of the first. */
function tellSideBySide({ grid, head, layout }: Found, faults: ImportFaults): void {
  const first = Math.min(...layout.amounts.map(({ column }) => column));
  const names = head.columns.filter(({ meaning }) => meaning.kind === 'text' && meaning.what === 'name');
  const [name, again] = names;
  if (name === undefined || again === undefined || name.column > first || again.column < first) return;
  faults.add({
    rule: 'tables-side-by-side',
    place: grid.place(head.bottom, again.column),
    message: '표 둘이 옆으로 놓여 있어 읽을 수 없습니다.',
    expected: '표를 위아래로 놓거나 시트를 나눈 파일',
  });
}

/** The rows behind the last one that has anything in a column of amounts. */
function trailing({ grid, layout }: Found, rows: readonly number[]): readonly number[] {
  const columns = [...layout.amounts, ...layout.befores, ...layout.changes].map(({ column }) => column);
  const isLine = (row: number) =>
    columns.some((column) => {
      const text = grid.own(row, column);
      return (grid.cell(row, column)?.formula !== undefined || text !== '') && !isNote(text);
    });
  const last = rows.findLastIndex(isLine);
  return rows.slice(last + 1);
}

/** A unit, a page number, a date: what stands about a table. */
export function isNote(text: string): boolean {
  return (
    unitsSaid(text).length > 0 ||
    /^-\s*\d+\s*-$|^\(?\d+\s*\/\s*\d+\)?\s*(쪽|페이지)?$|^(출력|작성|기준)|^(19|20)\d\d[-.년]\s*\d{1,2}[-.월]/.test(
      text,
    )
  );
}

function saidByHead(
  grid: Grid,
  { columns, bottom }: BudgetHead,
  layout: Layout,
  { words }: Vocabulary,
): readonly SaidUnit[] {
  const read = new Set([...layout.amounts, ...layout.befores, ...layout.changes].map(({ column }) => column));
  return columns.flatMap(({ column, path }) =>
    !read.has(column)
      ? []
      : path.flatMap((label) =>
          (words.won.has(squeezed(label)) ? [UNITS.원] : unitsOfLabel(label)).map((unit) => ({
            unit,
            place: grid.place(bottom, column),
          })),
        ),
  );
}

/** Of each segment what is said about it, else about the one before it on its sheet, else in the whole file, else by the office. */
function unitsOf(
  segments: readonly Found[],
  { codes }: Vocabulary,
  faults: ImportFaults,
): ReadonlyMap<Found, { readonly unit: Unit; readonly assumed: boolean }> {
  const own = new Map(segments.map((one) => [one, oneUnit(one.said, faults)]));
  const said = [...own.values()].flatMap((one) => one ?? []);
  if (codes?.unit !== undefined && said.length > 0) oneUnit([...said.slice(0, 1), codes.unit], faults);
  const units = new Map<Found, { readonly unit: Unit; readonly assumed: boolean }>();
  let before: { readonly grid: Grid; readonly unit: SaidUnit } | undefined;
  for (const one of segments) {
    const unit = own.get(one) ?? (before?.grid === one.grid ? before.unit : undefined);
    if (unit !== undefined) before = { grid: one.grid, unit };
    const elsewhere = new Set(said.map((other) => other.unit)).size === 1 ? said[0] : undefined;
    const chosen = unit ?? elsewhere ?? codes?.unit;
    units.set(one, { unit: chosen?.unit ?? UNITS.천원, assumed: chosen === undefined });
  }
  return units;
}

/** The names of accounts in titles: 일반회계, 주차장특별회계. 회계연도 is none. */
function accountsIn(texts: readonly string[], { words }: Vocabulary): string {
  const ending = words.accounts.join('|');
  const named = new RegExp(`(?<![가-힣])[가-힣]+(?:${ending})(?![가-힣])`, 'g');
  return [...new Set(texts.flatMap((text) => text.normalize('NFKC').match(named) ?? []))].sort().join(', ');
}

/** A head without a word for the whole amount (계 and sources alone) counts only for who has codes, and no sheet of this program's is a budget. */
function takenHead(grid: Grid, row: number, vocabulary: Vocabulary): BudgetHead | undefined {
  const head = headAt(grid, row, vocabulary);
  if (head === undefined) return undefined;
  const named = head.columns.some(
    ({ meaning }) => meaning.kind === 'amount' && meaning.series?.kind === 'held',
  );
  if (named) return head;
  const { levels } = printLabels(vocabulary.labels);
  const ours = [levels.task, levels.project, '목표'].every((label) =>
    head.columns.some(({ path }) => path.at(-1) === squeezed(label)),
  );
  return ours || (vocabulary.codes?.lines.length ?? 0) === 0 ? undefined : head;
}
