// A change of src/write that alters a finished file and harms nobody -> why.
import type { Mutation } from './mutations.ts';

interface Harmless {
  readonly file: string;
  /** The source line that it stands on, and what is changed there. */
  readonly line: string;
  readonly before: string;
  readonly after?: string;
  readonly why: string;
}

const BREAKS =
  'a word that fills a line is cut at another of the places where it may be cut: every letter is there, in order';
const TOGETHER =
  'another of the pages on which a list and what leads to it may stand: whole, in order, none at a place that nobody reads';
const POINT = 'a point more or less of room, where nothing touches anything';

/** A layout that leaves a little more or less room is another design, whole and readable: golden images hold it. */
export const HARMLESS: readonly Harmless[] = [
  {
    file: 'src/write/pdf/type/line-break.ts',
    line: "if (mayCut(characters, at) && GOOD_CUT.has(characters[at - 1]?.char ?? '')) return cut(at);",
    before: '??',
    why: BREAKS,
  },
  ...['||', '==='].map((before) => ({
    file: 'src/write/pdf/page/leaders.ts',
    line: "if (block.kind !== 'item' || next === undefined) return false;",
    before,
    why: TOGETHER,
  })),
  ...['+', '1'].map((before) => ({
    file: 'src/write/pdf/page/leaders.ts',
    line: 'const table = blocks[index + 1];',
    before,
    why: TOGETHER,
  })),
  {
    file: 'src/write/pdf/blocks/openers.ts',
    line: 'y: band - part.barHeight * MM,',
    before: '*',
    why: 'the bar below a band of a part a few points lower: it decorates, and touches nothing',
  },
  {
    file: 'src/write/pdf/blocks/table-block.ts',
    line: 'after: isLast ? after : BETWEEN_PARTS * MM,',
    before: 'isLast ? after : BETWEEN_PARTS * MM',
    why: 'the white between the parts of a table and the white after it exchanged: both are whole, apart and in order',
  },
  {
    file: 'src/write/pdf/page/page-maker.ts',
    line: "const table = chain.at(-1)?.keepWithNext === true && next?.kind === 'table' ? next.table : undefined;",
    before: 'true',
    why: TOGETHER,
  },
  {
    file: 'src/write/pdf/blocks/contents-block.ts',
    line: "const link = { kind: 'link', x: indent, y: 0, width: width - indent, height: line.height } as const;",
    before: '0',
    why: 'a link that can be clicked a point lower, still over its words',
  },
  {
    file: 'src/write/pdf/page/page-maker.ts',
    line: 'if (rest !== undefined) this.#newPage();',
    before: 'this.#newPage();',
    why: 'a table that goes on below itself where a row more has room on the page: whole, in order, under its heads',
  },
  {
    file: 'src/write/pdf/page/page-maker.ts',
    line: 'height += slug.height + (index > 0 ? slug.before : 0) + (index < chain.length - 1 ? slug.after : 0);',
    before: '0',
    why: TOGETHER,
  },
  {
    file: 'src/write/pdf/blocks/swot-block.ts',
    line: '...chunks(shown(block.boxes, false), 2),',
    before: '2',
    why: 'boxes in rows of three: each whole, under its head, in order',
  },
  {
    file: 'src/write/pdf/blocks/swot-block.ts',
    line: 'const PADDING = 3.2;',
    before: '3.2',
    why: POINT,
  },
  {
    file: 'src/write/pdf/blocks/cover.ts',
    line: 'const series = put(cover.series, styles.coverSeries, 0);',
    before: '0',
    why: POINT,
  },
  {
    file: 'src/write/pdf/page/notes.ts',
    line: 'return lines.length === 0 ? 0 : this.#gap + lines.reduce((sum, line) => sum + line.height, 0);',
    before: '0',
    why: `${POINT}: between the text and the notes, or at the foot of a page without notes`,
  },
];

/** Undefined where nobody has looked at it and found it harmless. */
export function harmlessReason(file: string, { text, before, after }: Mutation): string | undefined {
  return HARMLESS.find(
    (one) =>
      one.file === file &&
      one.line === text &&
      one.before === before &&
      (one.after === undefined || one.after === after),
  )?.why;
}
