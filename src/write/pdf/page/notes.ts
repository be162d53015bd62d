// Page-foot notes: what each takes, what a page holds of them, what goes on to the next.
import type { Note } from '../../../document/document.ts';
import { markerLabel, textVariation } from '../blocks/text-blocks.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { LayoutContext } from './layout-context.ts';

/** A line of a note; items relative to the left edge of the text area. */
export interface NoteLine {
  readonly note: string;
  readonly items: readonly DrawItem[];
  readonly height: number;
}

/** Notes with more lines than this may be split over pages even where they would fit on the next one. */
const LONG_NOTE = 5;
/** Lines of a split note that stand together at least. */
const FEWEST_LINES = 2;

/** Sets notes, each once. */
export class NoteSetter {
  readonly #context: LayoutContext;
  readonly #notes: ReadonlyMap<string, Note>;
  readonly #set = new Map<string, readonly NoteLine[]>();

  constructor(context: LayoutContext, notes: ReadonlyMap<string, Note>) {
    this.#context = context;
    this.#notes = notes;
  }

  /** The lines of a note; throws when the document has no such note. */
  lines(id: string): readonly NoteLine[] {
    const known = this.#set.get(id);
    if (known !== undefined) return known;
    const note = this.#notes.get(id);
    if (note === undefined) throw new Error(`no such note: ${id}`);
    const { typesetter, theme, structure, width } = this.#context;
    const style = theme.styles.footnote;
    const leaves = structure.text(note.content);
    const number = markerLabel(this.#context, `${note.number})`, style, leaves);
    const hang = Math.max(style.hang * MM, number.width + style.size * 0.4);
    const lines = typesetter
      .lines(note.content, style, width - hang, textVariation(structure, note.content))
      .map((line, index) => ({
        note: id,
        height: line.height,
        items: [...(index === 0 ? number.items : []), ...line.items.map((item) => moved(item, hang, 0))],
      }));
    this.#set.set(id, lines);
    return lines;
  }
}

/** The foot of one page. */
export class NoteArea {
  readonly lines: NoteLine[] = [];
  readonly #gap: number;

  constructor(context: LayoutContext) {
    this.#gap = context.theme.footnote.gap * MM;
  }

  /** Points that the area takes, with more lines added. */
  height(more: readonly NoteLine[] = []): number {
    const lines = [...this.lines, ...more];
    return lines.length === 0 ? 0 : this.#gap + lines.reduce((sum, line) => sum + line.height, 0);
  }

  /**
   * The fewest lines of these notes that must stand on the reference's page: all of them, but of a long last note only its
   * beginning.
   */
  static fewest(notes: readonly (readonly NoteLine[])[]): NoteLine[] {
    return notes.flatMap((lines, index) =>
      index === notes.length - 1 && lines.length > LONG_NOTE ? lines.slice(0, FEWEST_LINES) : lines,
    );
  }

  /** Takes as many lines as `room` points hold, and returns the others. */
  fill(lines: readonly NoteLine[], room: number): NoteLine[] {
    let taken = 0;
    while (taken < lines.length && this.height(lines.slice(0, taken + 1)) <= room + 0.01) taken++;
    this.lines.push(...lines.slice(0, taken));
    return lines.slice(taken);
  }
}
