// Tables that a page cut in two -> one again.
import { type AdoptWords, isWord } from '../plan/adopt-words.ts';
import type { Ask, Block, Cell, Grid, TableBlock } from './block.ts';
import { likeness, packed, plain } from './inline-text.ts';

/** Heads that share more of their letters are one, read twice. */
const ALIKE = 0.85;
/** Rows that heads may have. */
const MOST_TIERS = 3;

/** A table behind another with nothing between, as wide and with the same head, goes on with it. */
export function joinedTables(blocks: readonly Block[], words: AdoptWords, ask: Ask): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    if (block.kind === 'table' && above?.kind === 'table' && headsAlike(above.grid, block.grid)) {
      joined[joined.length - 1] = join(above, block, words, ask);
    } else joined.push(block);
  }
  return joined;
}

function headsAlike(a: Grid, b: Grid): boolean {
  const text = ({ rows }: Grid, row: number) =>
    (rows[row] ?? []).map((cell) => packed(cell?.text ?? '')).join('|');
  return a.width === b.width && a.width > 1 && b.rows.length > 1 && likeness(text(a, 0), text(b, 0)) > ALIKE;
}

/** How many rows of the second are its head: those that are as in the first, or only say part of what that says. */
function tiers(a: Grid, b: Grid): number {
  let count = 1;
  while (count < Math.min(MOST_TIERS, b.rows.length - 1)) {
    const [one, other] = [a.rows[count] ?? [], b.rows[count] ?? []];
    const said = other.filter((cell) => cell !== undefined && cell.text !== '');
    const known = new Set(one.map((cell) => packed(cell?.text ?? '')));
    const isHead =
      said.length === 0 || (other[0]?.text ?? '') === '' || said.every((cell) => cell?.head === true)
        ? said.every((cell) => known.has(packed(cell?.text ?? '')))
        : false;
    if (!isHead) break;
    count++;
  }
  return count;
}

function join(a: TableBlock, b: TableBlock, words: AdoptWords, ask: Ask): TableBlock {
  const depth = tiers(a.grid, b.grid);
  const [one, other] = [a.grid.rows.slice(0, depth), b.grid.rows.slice(0, depth)];
  const isTorn = one.some((row, y) =>
    row.some((cell, x) => packed(cell?.text ?? '') !== packed(other[y]?.[x]?.text ?? '')),
  );
  const [fuller, emptier] = filled(other) > filled(one) ? [other, one] : [one, other];
  const answer =
    isTorn &&
    ask({
      at: b.at,
      what: '쪽에서 나뉜 표의 머리가 앞뒤에서 다릅니다.',
      excerpt: (other[0] ?? []).map((cell) => plain(cell?.text ?? '')).join(' | '),
      proposal: '칸이 더 많이 적힌 쪽의 머리를 씁니다.',
      others: ['칸이 덜 적힌 쪽의 머리를 씁니다.'],
      weight: b.grid.width,
    });
  const head = answer === 2 ? emptier : fuller;
  const rows = b.grid.rows
    .slice(depth)
    .filter((row) => !row.every((cell) => isWord(words, 'continued', cell?.text ?? '')));
  const grid: Grid = {
    rows: [...head, ...a.grid.rows.slice(depth), ...rows],
    width: a.grid.width,
    explicit: a.grid.explicit && b.grid.explicit,
  };
  return { ...a, grid };
}

/** Columns that have a word in any of the rows, then all words. */
function filled(rows: readonly (readonly (Cell | undefined)[])[]): number {
  const says = (cell: Cell | undefined) => cell !== undefined && cell.text !== '';
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, x) => rows.some((row) => says(row[x]))).filter(
    Boolean,
  ).length;
  return columns * 100 + rows.flat().filter(says).length;
}
