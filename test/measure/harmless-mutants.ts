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
const ROOM =
  'more or less white between whole lines or boxes, in order: words that met would be told (text-overlap, shape-overlap)';

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
  {
    file: 'src/write/pdf/blocks/vision-block.ts',
    line: '1.2 * MM,',
    before: '*',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/vision-block.ts',
    line: 'if (index > 0) y += gap;',
    before: '0',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/chart-block.ts',
    line: 'const after = AFTER_PICTURE * MM;',
    before: '*',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/chart-block.ts',
    line: "{ kind: 'rect', x: 0, y: 0, width, height, fill: 'warm', stroke: 'rule', lineWidth: 0.5 },",
    before: '0.5',
    why: 'the frame of a chart that is missing is drawn thicker: it frames the same words',
  },
  {
    file: 'src/write/pdf/blocks/text-blocks.ts',
    line: 'const hang = label === undefined ? 0 : Math.max(style.hang * MM, label.width + style.size * MARKER_GAP);',
    before: '+',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/text-blocks.ts',
    line: 'const last = index === lines.length - 1;',
    before: '===',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/text-blocks.ts',
    line: 'before: index === 0 ? style.before * MM : 0,',
    before: 'index === 0 ? style.before * MM : 0',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/table-pages.ts',
    line: 'const last = rows.length - end === 1 ? end - 1 : end;',
    before: '1',
    why: TOGETHER,
  },
  {
    file: 'src/write/pdf/blocks/table-pages.ts',
    line: 'rows.length - headerRows,',
    before: '-',
    why: TOGETHER,
  },
  {
    file: 'src/write/pdf/blocks/schedule-block.ts',
    line: 'const span = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, one) => sum + one, 0);',
    before: '0',
    why: POINT,
  },
  {
    file: 'src/write/pdf/blocks/cover.ts',
    line: 'const padding = 3 * MM;',
    before: '3',
    why: ROOM,
  },
  {
    file: 'src/write/pdf/blocks/table-block.ts',
    line: 'const offset = (indent + hang) * MM;',
    before: '*',
    why: 'a table under an item begins nearer to the margin: whole, within its width, behind its item',
  },
  {
    file: 'src/write/pdf/page/leaders.ts',
    line: 'return flow.map((item, position) => (position === flow.length - 1 ? kept(item) : item));',
    before: 'position === flow.length - 1 ? kept(item) : item',
    why: TOGETHER,
  },
  {
    file: 'src/write/pdf/page/page-references.ts',
    line: 'const left = from + LEADER_GAP * MM;',
    before: '*',
    why: POINT,
  },
  {
    file: 'src/write/pdf/page/page-references.ts',
    line: "right > left ? [{ kind: 'line', x1: left, y1: baseline, x2: right, y2: baseline, ...LEADER }] : [];",
    before:
      "right > left ? [{ kind: 'line', x1: left, y1: baseline, x2: right, y2: baseline, ...LEADER }] : []",
    why: 'no line leads from a heading to its page number: it decorates, and both stand in one line, proven to belong together',
  },
  {
    file: 'src/write/pdf/blocks/part-contents.ts',
    line: "{ kind: 'line', x1: left * MM, y1: y, x2: right, y2: y, width: rule, colour: 'white' },",
    before: '*',
    why: 'the line below a name of a list begins nearer to the margin: it decorates, on a ground without words',
  },
  {
    file: 'src/write/pdf/blocks/vision-block.ts',
    line: 'LABEL_WIDTH * MM,',
    before: '*',
    why: 'a label in a narrow box, letter below letter: whole, in order, beside what it labels; farther out it is told (shape-overlap)',
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
