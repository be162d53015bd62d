// What a published document holds, whatever its format: lines, tables, notes and pictures, each with its place in the source.

/** Text in the inline grammar of plans: what the source typed is escaped, `**` opens and closes bold, `[^3]` refers to note 3, `\n` breaks. */
export interface Cell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Whether the source itself calls it a head. */
  readonly head: boolean;
}

/** Rows of equal width; undefined where a cell above or to the left reaches over. */
export interface Grid {
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly width: number;
  /** Whether the source says which cells are merged; else blank ones may be. */
  readonly explicit: boolean;
}

export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
  /** Of the source's own outline, 1 its outermost; 0 for what is no heading of it. */
  readonly heading: number;
  /** Whether it stands out, as headings do. */
  readonly loud: boolean;
  /** What the source calls its paragraph style. */
  readonly style?: string;
  readonly at: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly grid: Grid;
  readonly at: string;
}

export interface NoteBlock {
  readonly kind: 'note';
  readonly number: number;
  readonly text: string;
  readonly at: string;
}

export interface PictureBlock {
  readonly kind: 'picture';
  /** What is said in its place. */
  readonly alt: string;
  readonly at: string;
}

export type Block = LineBlock | TableBlock | NoteBlock | PictureBlock;

/** Something that a rule could not know, for a person to answer. */
export interface Question {
  readonly at: string;
  /** What is asked, in words. */
  readonly what: string;
  /** The words of the source. */
  readonly excerpt: string;
  /** What is done unless somebody says otherwise. */
  readonly proposal: string;
  /** What else it may be, in words: the answers 2, 3 … */
  readonly others?: readonly string[];
  /** What a person's own words may be, where these are an answer too. */
  readonly takes?: { readonly form: string; readonly fits: (words: string) => boolean };
  /** How many texts of the source hang on it. */
  readonly weight: number;
}

/** Whoever asks is told the answer: 1 for the proposal, 2, 3 … for the others, or words; undefined as long as nobody has answered. */
export type Ask = (question: Question) => number | string | undefined;

export function cellOf(text: string, rest: Partial<Cell> = {}): Cell {
  return { text, rowSpan: 1, colSpan: 1, head: false, ...rest };
}

/** All that it says: of a table each cell, of a picture what is said in its place. */
export function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.grid.rows.flat().flatMap((cell) => cell?.text ?? []);
  return [block.kind === 'picture' ? block.alt : block.text];
}

/** The cell that covers each place; undefined where the source has none. */
export function coveringCells({ rows, width }: Grid): readonly (readonly (Cell | undefined)[])[] {
  const covering = rows.map(() => new Array<Cell | undefined>(width).fill(undefined));
  rows.forEach((row, y) => {
    row.forEach((cell, x) => {
      if (cell === undefined) return;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let over = 0; over < cell.colSpan; over++) {
          const line = covering[y + down];
          if (line !== undefined && x + over < width) line[x + over] ??= cell;
        }
    });
  });
  return covering;
}
