// A seed -> a document made by chance, with a mark in each piece of its text.
import type { Block, SchedulePhase, ScheduleRow } from '../../../src/document/document.ts';
import type { TableBlock, TableCell } from '../../../src/document/table.ts';
import {
  backCover,
  colophon,
  contents,
  cover,
  label,
  part,
  phase,
  project,
  schedule,
  sheet,
  vision,
} from './blocks.ts';
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

const SYLLABLES = '가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호';

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
    // Many words: texts of a few that come again and again could be told apart by nobody who reads the pages back.
    const filler = Array.from({ length: this.#dice(longest) }, () => {
      const from = this.#dice(SYLLABLES.length - 6);
      return SYLLABLES.slice(from, from + 1 + this.#dice(6));
    });
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
    switch (this.#dice(16)) {
      case 0:
        // Large type is set so close that a note reference would count as lying on top of its word.
        this.draft.blocks.push(
          sheet(id, this.text(4, false), { banner: rich(this.text(3)), purpose: rich(this.text(6)) }),
        );
        break;
      case 1:
        this.draft.blocks.push(this.#dice(3) === 0 ? part(id, '쪽머리에도') : label(id, this.text(3)));
        break;
      case 2:
        this.draft.blocks.push(this.#dice(2) === 0 ? this.vision(id) : this.schedule(id));
        break;
      case 3:
        this.draft.blocks.push(this.held({ ...this.table(id, 10), inset: this.level() }));
        break;
      case 4:
      case 5:
      case 6:
        this.draft.blocks.push({ kind: 'heading', id, title: rich(this.text(3)) });
        break;
      case 7:
      case 8:
      case 9:
      case 10:
        this.draft.blocks.push(item(id, this.level(), this.text(60)));
        break;
      case 11:
      case 12:
      case 13:
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

  level(): 1 | 2 | 3 | 4 {
    return ([1, 2, 3, 4] as const)[this.#dice(4)] ?? 1;
  }

  /** The same table, now and then uncut, and with rows that stay with the next one. */
  held(block: TableBlock): TableBlock {
    const heldRows = block.rows
      .map((_, row) => row)
      .filter((row) => row >= block.headerRows && this.#dice(5) === 0);
    return { ...block, whole: this.#dice(2) === 0, heldRows };
  }

  vision(id: string): Block {
    const strategies = Array.from({ length: 1 + this.#dice(8) }, () => ({
      name: rich(this.text(2)),
      tasks: Array.from({ length: this.#dice(4) }, () => rich(`① ${this.text(4)}`)),
    }));
    const goals = [{ label: rich('비전'), text: rich(this.text(12)) }];
    return { ...vision(1, 1), id, goals, tasksTitle: rich(this.text(2)), strategies };
  }

  /** Headings, and projects of one lane or two; a label that may be printed again has no mark. */
  schedule(id: string): Block {
    const rows: ScheduleRow[] = [];
    const count = 1 + this.#dice(8);
    for (let index = 0; index < count; index++) {
      if (this.#dice(4) === 0) rows.push({ kind: 'task', label: rich(this.text(5)) });
      const lanes = Array.from({ length: 1 + this.#dice(2) }, () => {
        const phases: SchedulePhase[] = [];
        for (let month = 1 + this.#dice(6); month < 11; month += 1 + this.#dice(4)) {
          const to = Math.min(12, month + 1 + this.#dice(5));
          phases.push(phase(month, to, this.text(5)));
          month = to;
        }
        return phases;
      });
      rows.push(project(lanes.length === 1 ? this.text(6) : '사업', ...lanes));
    }
    return { ...schedule(rows), id };
  }

  /** Cover and contents before what there is, colophon and back cover behind it. */
  bind(): void {
    const targets = this.draft.blocks.map(({ id }) => id);
    const entries = targets.map((target) => {
      const level = ([1, 2, 3] as const)[this.#dice(3)] ?? 1;
      return [level, this.text(12, false), target] as const;
    });
    this.draft.blocks.unshift({ ...cover, title: rich(this.text(4, false)) }, contents(entries));
    this.draft.blocks.push({ ...colophon, title: rich(this.text(4, false)) }, backCover);
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
  if (seed % 6 === 0) author.bind();
  return author.draft;
}
