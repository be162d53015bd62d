// A seed -> a document made by chance, with a mark in each piece of its text.
import type { Block } from '../../../src/document/document.ts';
import type { TableCell } from '../../../src/document/table.ts';
import { cell, header, item, paragraph, rich, table } from './documents.ts';

/** What a document is made of, and the marks that must be found again. */
export interface Draft {
  readonly blocks: Block[];
  readonly notes: Record<string, string>;
  readonly marks: string[];
}

/** A whole number below a limit. */
export type Dice = (limit: number) => number;

/** A word of Latin letters, which no line cuts: q, the number in letters a to p, q. */
function markOf(number: number): string {
  const letters = [...number.toString(16)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]);
  return `q${letters.join('')}q`;
}

class Author {
  readonly draft: Draft = { blocks: [], notes: {}, marks: [] };
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** Words, one of them a mark that no other text has; now and then with a note. */
  text(longest: number, noted = true): string {
    const mark = markOf(this.draft.marks.length);
    this.draft.marks.push(mark);
    const filler = Array.from({ length: this.#dice(longest) }, () =>
      '가나다라마바사'.slice(0, 1 + this.#dice(6)),
    );
    const note = noted && this.#dice(5) === 0 ? `[^${this.note()}]` : '';
    return [...filler, `${mark}${note}`, ...filler.slice(0, this.#dice(4))].join(' ');
  }

  note(): string {
    const ids = Object.keys(this.draft.notes);
    const again = ids[this.#dice(6)];
    if (again !== undefined && this.#dice(4) === 0) return again;
    const id = `n${ids.length}`;
    this.draft.notes[id] = '';
    this.draft.notes[id] = this.text(this.#dice(12) === 0 ? 400 : 30, false);
    return id;
  }

  block(): void {
    const id = `b${this.draft.blocks.length}`;
    switch (this.#dice(5)) {
      case 0:
        this.draft.blocks.push({ kind: 'heading', id, title: rich(this.text(3)) });
        break;
      case 1:
      case 2:
        this.draft.blocks.push(item(id, ([1, 2, 3, 4] as const)[this.#dice(4)] ?? 1, this.text(60)));
        break;
      case 3:
        this.draft.blocks.push(paragraph(id, this.text(80)));
        break;
      default:
        this.draft.blocks.push({
          ...this.table(id, 30),
          caption: rich(this.text(6)),
          unitLine: rich(this.text(2)),
        });
    }
  }

  /** A table whose first column is merged at random; now and then with a tall cell or a table inside. */
  table(id: string, most: number, nested = false) {
    // Narrower columns would cut the marks themselves.
    const columns = nested ? 2 : 2 + this.#dice(3);
    const head = Array.from({ length: columns }, (_, column) => header(column, `머리${column}`));
    const rows: TableCell[][] = [];
    let merged = 0;
    const count = 1 + this.#dice(most);
    for (let row = 0; row < count; row++) {
      const cells: TableCell[] = [];
      if (merged === 0) {
        merged = Math.min(1 + this.#dice(6), count - row);
        cells.push(cell(0, this.text(2), { rowSpan: merged }));
      }
      merged--;
      const wide = columns > 2 && this.#dice(6) === 0;
      for (let column = 1; column < columns; column++) {
        const inner = !nested && this.#dice(40) === 0 ? [this.table(`${id}-inner`, 8, true)] : undefined;
        const longest = this.#dice(40) === 0 ? 500 : 6;
        const base = cell(column, this.text(longest, !nested), wide && column === 1 ? { colSpan: 2 } : {});
        cells.push(inner === undefined ? base : { ...base, blocks: [...base.blocks, ...inner] });
        if (wide && column === 1) column++;
      }
      rows.push(cells);
    }
    return table(id, 1, [head, ...rows], columns);
  }
}

/** A dice from a seed (mulberry32): the same document for the same seed everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** The same draft for the same seed and number of blocks, everywhere. */
export function randomDraft(seed: number, blocks: number): Draft {
  const author = new Author(diceOf(seed));
  for (let index = 0; index < blocks; index++) author.block();
  return author.draft;
}
