// A grid with its caption and unit line -> a table of statistics.
import { type Ask, type Cell, coveringCells, type Grid } from '../block.ts';
import { isBold, packed, plain, withoutBold } from '../inline-text.ts';
import { yearMarks } from '../year-text.ts';
import { type AxisWords, columnLines, rowLines } from './axes.ts';
import { TableUnits, type UnitWords } from './cell-units.ts';
import { withCommonUnits } from './common-units.ts';
import { tableShape } from './header.ts';
import { type CellValue, cellValue } from './number-cell.ts';
import { withSpans } from './spans.ts';
import { type CellDraft, eachLeaf, type LineDraft, leavesOf, type TableDraft } from './table-draft.ts';

interface FoundTable {
  readonly grid: Grid;
  readonly caption?: string | undefined;
  readonly unitLine?: string | undefined;
  readonly at: string;
}

export interface DraftWords extends UnitWords, AxisWords {}

/** `asText`: nothing in it is taken for a number. */
export function draftTable(
  found: FoundTable,
  id: string,
  given: DraftWords,
  ask: Ask,
  asText = false,
): TableDraft {
  const shape = tableShape(found.grid, given.words, given.units);
  const { depth, labels } = shape;
  const { grid, excerpt } = merged(found, shape, given, ask);
  const covering = coveringCells(grid);
  const [head, body] = [covering.slice(0, depth), covering.slice(depth)];
  const readCell = (cell: Cell | undefined): CellValue => {
    const value = cellValue(cell?.text ?? '', given.words, given.units);
    return asText && value.kind !== 'empty' ? { kind: 'text', text: cell?.text ?? '' } : value;
  };
  const columns = columnLines(head, labels, grid.width, given);
  const rows = labels === 0 ? namelessRows(body) : rowLines(body, labels, given);
  const isText = leavesOf(columns).map((_, x) =>
    isTextColumn(
      body.map((row) => row[x + labels]),
      readCell,
    ),
  );
  const cells = body.map((row, y) =>
    isText.map(
      (text, x): CellDraft => cellDraft(row, covering[depth + y - 1] ?? [], x + labels, text, readCell),
    ),
  );
  const units = new TableUnits(found.unitLine ?? '', found.caption ?? '', given);
  const draft: TableDraft = {
    id,
    caption: found.caption === undefined ? undefined : yearMarks(withoutBold(found.caption), given.planYear),
    unitLine:
      found.unitLine === undefined ? undefined : yearMarks(withoutBold(found.unitLine), given.planYear),
    corner: labels === 0 ? '' : (head[0]?.[0]?.text ?? ''),
    labels: labels > 0,
    shortPeriods: allShort(head.flat()),
    unit: undefined,
    columns: withKinds(columns, isText, body, labels),
    rows,
    cells,
    at: found.at,
  };
  return withCommonUnits(withEmphasis(draft), units, ({ unit, count, first }) => {
    const answer = ask({
      at: found.at,
      what: '수의 단위를 알 수 없습니다.',
      excerpt: `${excerpt}: ${first}`,
      proposal: `단위를 ‘${unit}’로 보았습니다(${count}칸).`,
      takes: { form: '단위(명, 개소, 백만원 …)', fits: (typed) => given.units.named(typed) !== undefined },
      weight: count,
    });
    return typeof answer === 'string' ? given.units.named(answer)?.label : undefined;
  });
}

/** With the merges that its blanks look like, where nobody says that they are none; and what it is called. */
function merged(
  { grid, caption, at }: FoundTable,
  shape: ReturnType<typeof tableShape>,
  { words, units }: DraftWords,
  ask: Ask,
): { readonly grid: Grid; readonly excerpt: string } {
  const typed = withPlainHead(grid, shape.depth);
  const spanned = withSpans(typed, shape, words, units);
  const [head] = coveringCells(spanned.grid);
  const excerpt = plain(caption ?? head?.map((cell) => cell?.text).join(' | ') ?? '');
  if (spanned.guessed === 0) return { grid: spanned.grid, excerpt };
  const answer = ask({
    at,
    what: '빈칸이 합친 칸인지 알 수 없어 짐작하였습니다.',
    excerpt,
    proposal: '글의 오른쪽과 아래의 빈칸은 그 글과 합친 칸으로 봅니다.',
    others: ['빈칸은 모두 빈칸으로 둡니다.'],
    weight: spanned.guessed,
  });
  return { grid: answer === 2 ? withSpans(typed, shape, words, units, false).grid : spanned.grid, excerpt };
}

/** Heads are bold of their own accord. */
function withPlainHead(grid: Grid, depth: number): Grid {
  const rows = grid.rows.map((row, y) =>
    y < depth ? row.map((cell) => cell && { ...cell, text: withoutBold(cell.text) }) : row,
  );
  return { ...grid, rows };
}

function namelessRows(body: readonly unknown[]): readonly LineDraft[] {
  return body.map((_, index) => ({ id: `row-${index + 1}`, label: '', children: [] }));
}

/** Fewer numbers than words of its own, or no number at all. */
function isTextColumn(
  cells: readonly (Cell | undefined)[],
  readCell: (cell: Cell | undefined) => CellValue,
): boolean {
  const kinds = cells.map((cell) => ((cell?.colSpan ?? 1) > 1 ? 'wide' : readCell(cell).kind));
  const count = (kind: CellValue['kind']) => kinds.filter((one) => one === kind).length;
  return count('number') === 0 || count('text') > count('number');
}

function cellDraft(
  row: readonly (Cell | undefined)[],
  above: readonly (Cell | undefined)[],
  x: number,
  isText: boolean,
  readCell: (cell: Cell | undefined) => CellValue,
): CellDraft {
  const cell = row[x];
  if (cell === undefined) return { kind: 'empty' };
  const isOver = x > 0 && row[x - 1] === cell;
  const isDown = above[x] === cell;
  const value = readCell(cell);
  if (isOver || (isDown && !isText)) return { kind: 'empty' };
  const across = row.filter((one) => one === cell).length;
  if (isText || value.kind === 'text')
    return value.kind === 'empty'
      ? { kind: 'empty' }
      : { kind: 'text', text: cell.text, across, inNumbers: !isText };
  if (value.kind !== 'number') return { kind: value.kind };
  const { value: number, as, unit, bold } = value;
  return { kind: 'number', value: number, as, bold, withUnit: unit !== undefined, unit: unit?.label };
}

function withKinds(
  columns: readonly LineDraft[],
  isText: readonly boolean[],
  body: readonly (readonly (Cell | undefined)[])[],
  labels: number,
): readonly LineDraft[] {
  return eachLeaf(columns, (line, index) => {
    if (isText[index] !== true) return line;
    const x = labels + index;
    const isMerged = body.some((row, y) => y > 0 && row[x] !== undefined && row[x] === body[y - 1]?.[x]);
    return { ...line, isText: true, isMerged };
  });
}

/** Of a row all of whose numbers are bold: ours; that of a total is bold anyway. */
function withEmphasis(draft: TableDraft): TableDraft {
  const leaves = leavesOf(draft.rows);
  const all = leaves.map((_, y) => {
    const numbers = (draft.cells[y] ?? []).flatMap((cell) => (cell.kind === 'number' ? cell : []));
    return numbers.length > 0 && numbers.every(({ bold }) => bold);
  });
  const isWhole = (y: number) => all[y] === true || leaves[y]?.emphasis === 'total';
  const cells = draft.cells.map((row, y) =>
    isWhole(y) ? row.map((cell) => (cell.kind === 'number' ? { ...cell, bold: false } : cell)) : row,
  );
  const rows = eachLeaf(draft.rows, (line, y) => {
    if (all[y] !== true || line.emphasis !== undefined || !draft.labels) return line;
    const label = line.label && isBold(line.label) ? withoutBold(line.label) : line.label;
    return { ...line, emphasis: 'own', label };
  });
  return { ...draft, cells, rows };
}

/** Whether every year of the head is typed short. */
function allShort(cells: readonly (Cell | undefined)[]): boolean {
  const years = cells.flatMap((cell) =>
    /^['’‘`]?\d{2,4}년$/.test(packed(cell?.text ?? '')) ? packed(cell?.text ?? '') : [],
  );
  return years.length > 0 && years.every((year) => /^['’‘`]/.test(year));
}
