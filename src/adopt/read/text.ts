// Text as extracted from a document (Markdown-like; tables as tabs, pipes or HTML) -> its blocks.
import { ITEM, plainMarker } from '../../plan/typed-markers.ts';
import { type Block, type Cell, cellOf, type Grid } from '../block.ts';
import { markup } from '../inline-text.ts';
import { htmlGrid } from './html-table.ts';
import { markedLine } from './marked-line.ts';
import { rawText } from './raw-text.ts';

/** What the bullet of Markdown stands for, from the outermost level in. */
const LADDER = ['○', '-', '·'];
/** Blanks by which Markdown sets one level in. */
const STEP = 2;

/** Every line that holds something, in order; `at` is its number. */
export function readText(source: string): readonly Block[] {
  return new TextReader(source.replaceAll(/\r\n?/g, '\n').split('\n')).read();
}

class TextReader {
  readonly #blocks: Block[] = [];
  readonly #lines: readonly string[];
  #at = 0;
  /** Whether a circle itself was typed since the last heading: then a bullet is what stands below it. */
  #circles = false;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(): readonly Block[] {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] ?? '';
      if (line.trim() === '') this.#at++;
      else if (/^\s*<table\b/i.test(line)) this.#htmlTable();
      else if (line.includes('\t'))
        this.#table(
          (one) => one.includes('\t'),
          (one) => one.split('\t'),
        );
      else if (isPipes(line)) this.#table(isPipes, cellsOfPipes);
      else this.#line(line);
    }
    return this.#blocks;
  }

  #htmlTable(): void {
    const from = this.#at;
    while (this.#at < this.#lines.length && !/<\/table>/i.test(this.#lines[this.#at] ?? '')) this.#at++;
    this.#at++;
    const grid = htmlGrid(this.#lines.slice(from, this.#at).join('\n'));
    if (grid.width > 0) this.#blocks.push({ kind: 'table', grid, at: `${from + 1}` });
  }

  #table(isRow: (line: string) => boolean, cells: (line: string) => readonly string[]): void {
    const from = this.#at;
    const rows: Cell[][] = [];
    for (; isRow(this.#lines[this.#at] ?? ''); this.#at++) {
      const texts = cells(this.#lines[this.#at] ?? '').map((text) => markup(rawText(text)));
      if (!texts.every((text) => /^:?-{2,}:?$/.test(text))) rows.push(texts.map((text) => cellOf(text)));
    }
    const width = Math.max(0, ...rows.map(({ length }) => length));
    const even = rows.map((row) => [...row, ...new Array<Cell>(width - row.length).fill(cellOf(''))]);
    const grid: Grid = { rows: even, width, explicit: false };
    if (width > 0) this.#blocks.push({ kind: 'table', grid, at: `${from + 1}` });
  }

  #line(first: string): void {
    const from = this.#at++;
    const [, marks = '', said = ''] = /^\s*(#{1,6})\s+(\S.*)$/.exec(first) ?? ['', '', first];
    let raw = said;
    // Two blanks at the end of a line of Markdown break it.
    while (/ {2}$/.test(raw) && this.#goesOn()) raw = `${raw.trimEnd()}\n${this.#lines[this.#at++] ?? ''}`;
    const { text, loud } = this.#marked(raw);
    if (text === '') return;
    this.#blocks.push({ kind: 'line', text, heading: 0, loud: loud || marks !== '', at: `${from + 1}` });
  }

  #goesOn(): boolean {
    const next = this.#lines[this.#at] ?? '';
    return (
      next.trim() !== '' &&
      !next.includes('\t') &&
      !/^\s*(#|※|\*|\\\*|[-<|] ?)/.test(next) &&
      !opensItem(next)
    );
  }

  /** With the marker that is meant before everything else. */
  #marked(raw: string): { readonly text: string; readonly loud: boolean } {
    const [, indent = '', rest = raw] = /^(\s*)[-+]\s+(\S[\s\S]*)$/.exec(raw) ?? [];
    const isBullet = rest !== raw;
    const { text, loud } = markedLine(markup(rawText(rest)));
    if (text.startsWith('□')) this.#circles = false;
    if (opensItem(text) || /^[□※]/u.test(text)) {
      if (text.startsWith('○')) this.#circles = true;
      return { text, loud };
    }
    if (!isBullet) return { text, loud };
    const level = (this.#circles ? 1 : 0) + Math.floor(indent.length / STEP);
    return { text: `${LADDER[Math.min(level, LADDER.length - 1)]} ${text}`, loud: false };
  }
}

function opensItem(text: string): boolean {
  return ITEM.test(plainMarker(text));
}

function isPipes(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

function cellsOfPipes(line: string): readonly string[] {
  return line.trim().slice(1, -1).split('|');
}
