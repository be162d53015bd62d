// The reading of a document -> the paragraphs, cells, tables, notes, heads and pictures that a file for 한글 must show.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Block, Document, ScheduleBlock } from '../../document/document.ts';
import type { HwpxMap, HwpxPiece, TextSetting } from '../../document/hwpx-map.ts';
import { type Inline, plainText, type RichText } from '../../document/inline.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { outlineOf } from '../../document/outline.ts';
import { isSeen, readingOf } from '../../document/reading.ts';
import { isPart, type ReadingNode } from '../../document/reading-node.ts';
import type { TableBlock } from '../../document/table.ts';
import { hexOf } from './canonical-looks.ts';
import { DOTS } from './read-text.ts';

export interface ExpectedParagraph {
  /** With numbers of notes and line feeds, blank for blank. */
  words: string;
  readonly pieces: HwpxPiece[];
  readonly setting: TextSetting | undefined;
  readonly place: SourceLocation;
  readonly block: Block | undefined;
  /** Of the outline, from 1. */
  readonly depth: number | undefined;
}

export interface ExpectedTable {
  readonly place: SourceLocation | undefined;
  /** What is said to who takes it for one picture. */
  readonly alt?: RichText;
  readonly table?: TableBlock;
  readonly schedule?: ScheduleBlock;
}

export interface ExpectedBody {
  readonly paragraphs: readonly ExpectedParagraph[];
  /** Of each cell of a table. */
  readonly cells: ReadonlyMap<object, readonly string[]>;
  readonly tables: readonly ExpectedTable[];
  /** In the order of their numbers. */
  readonly notes: readonly (ExpectedParagraph & { readonly number: number })[];
  /** Words for who cannot see each picture. */
  readonly pictures: readonly string[];
  /** Lines of the contents that lead to a heading. */
  readonly entries: readonly string[];
  /** The words of the headings that the contents lead to. */
  readonly links: readonly string[];
}

export function expectedBody(document: Document, layout: LayoutMap, map: HwpxMap): ExpectedBody {
  const reading = readingOf(document, layout.charts);
  const depths = new Map(outlineOf(reading.nodes).map(({ title, depth }) => [title, depth]));
  const paragraphs: ExpectedParagraph[] = [];
  const cells = new Map<object, string[]>();
  const notes: (ExpectedParagraph & { readonly number: number })[] = [];
  const pictures: string[] = [];
  const open: string[][] = [];
  const pieces = new Pieces(document);
  const settings = map.texts.values();
  const paragraphOf = (text: RichText, shown: RichText, setting: TextSetting | undefined) => {
    const own = setting === undefined ? [] : pieces.of(shown.inlines, setting);
    const words = own.map((piece) => piece.text).join('');
    return { words, pieces: own, setting, place: text.place, depth: depths.get(text) };
  };
  const visit = (node: ReadingNode): void => {
    if (isPart(node)) {
      if (node.kind === 'note') {
        const { number, content } = node.note;
        notes.push({ number, block: undefined, ...paragraphOf(content, content, map.notes.get(number)) });
        return;
      }
      if (node.kind === 'figure') pictures.push(plainText(node.alt.inlines));
      const own = node.kind === 'cell' ? node.of : undefined;
      const texts: string[] = [];
      if (own !== undefined) open.push(texts);
      for (const one of node.nodes) visit(one);
      if (own !== undefined) {
        cells.set(own, texts);
        open.pop();
      }
      return;
    }
    const last = paragraphs.at(-1);
    if (node.kind === 'page-number' && last?.setting !== undefined) {
      const label = layout.pageLabels[layout.blocks.get(node.target)?.[0]?.page ?? 0] ?? '';
      last.pieces.push({ text: `${DOTS}${label}`, letters: last.setting.letters });
      last.words += `${DOTS}${label}`;
    }
    if (node.kind !== 'text' || !isSeen(node)) return;
    const shown = node.behindNumber ?? node.text;
    const one = paragraphOf(node.text, shown, settings.next().value);
    paragraphs.push({ ...one, block: reading.blocks.get(node) });
    for (const texts of open) texts.push(one.words);
  };
  for (const node of reading.nodes) visit(node);
  return {
    paragraphs,
    cells,
    notes: notes.sort((a, b) => a.number - b.number),
    pictures,
    tables: document.blocks.flatMap(tablesOf),
    ...linksOf(document, paragraphs),
  };
}

/** Texts with what is typed before them -> words of one look each. */
class Pieces {
  readonly #document: Document;
  readonly #noted = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
  }

  of(inlines: readonly Inline[], { lead, letters }: TextSetting): HwpxPiece[] {
    const { notes, reviewCopy, edition, theme } = this.#document;
    const pieces = inlines.map((one): HwpxPiece => {
      if (one.kind === 'line-break') return { text: '\n', letters };
      if (one.kind === 'note-reference') {
        const again = this.#noted.has(one.note);
        this.#noted.add(one.note);
        return {
          text: `${notes.get(one.note)?.number})`,
          letters: again ? { ...letters, raised: true } : letters,
        };
      }
      const isMarked = one.kind === 'figure' && reviewCopy && edition?.marked.has(one.address) === true;
      const marked = isMarked && { colour: hexOf(theme, 'change'), underlined: true };
      return { text: one.text, letters: { ...letters, bold: letters.bold || one.bold, ...marked } };
    });
    return [...lead, ...pieces];
  }
}

/** With the numbers of notes at their references. */
export function wordsOf({ notes }: Pick<Document, 'notes'>, inlines: readonly Inline[]): string {
  return inlines
    .map((one) =>
      one.kind === 'note-reference' ? `${notes.get(one.note)?.number})` : plainText([one], '\n'),
    )
    .join('');
}

/** How each kind is shown in tables, in the order in which they begin; a missing one fails to compile. */
const TABLES: {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly ExpectedTable[];
} = {
  cover: ({ issuer }) => [{ place: issuer.place }],
  contents: () => [],
  colophon: ({ rows, title }) => (rows.length === 0 ? [] : [{ place: title.place }]),
  'back-cover': ({ issuer }) => [{ place: issuer.place }],
  'page-break': () => [],
  'page-turn': () => [],
  'task-sheet': () => [],
  label: () => [],
  'key-figures': ({ figures, title }) => (figures.length === 0 ? [] : [{ place: title.place }]),
  vision: ({ alt }) => [{ place: alt.place, alt }],
  schedule: (schedule) => [{ place: schedule.corner.place, schedule }],
  part: () => [],
  section: () => [],
  subsection: () => [],
  heading: () => [],
  item: () => [],
  remark: () => [],
  paragraph: () => [],
  table: (table) => [
    { place: table.caption?.place, table },
    ...table.rows.flat().flatMap(({ blocks }) => blocks.flatMap((one) => tablesOf(one))),
  ],
  chart: () => [],
  image: () => [],
  diagram: ({ alt, boxes }) => (boxes.length === 0 ? [] : [{ place: alt.place, alt }]),
  missing: ({ needed }) => [{ place: needed.place }],
  box: ({ title }) => [{ place: title?.place }],
  swot: ({ alt }) => [{ place: alt.place, alt }],
};

function tablesOf(block: Block): readonly ExpectedTable[] {
  // The registry pairs each kind with its own block type; TypeScript cannot follow that through the index.
  const tables = TABLES[block.kind] as (block: Block) => readonly ExpectedTable[];
  return tables(block);
}

function linksOf(
  { blocks }: Document,
  paragraphs: readonly ExpectedParagraph[],
): Pick<ExpectedBody, 'links' | 'entries'> {
  const headings = new Map<string, string>();
  const linesOf = new Map<Block, string[]>();
  for (const { block, depth, words } of paragraphs) {
    if (block !== undefined && depth !== undefined && !headings.has(block.id)) headings.set(block.id, words);
    if (block?.kind === 'contents') linesOf.set(block, [...(linesOf.get(block) ?? []), words]);
  }
  const lines = blocks.flatMap((block) =>
    block.kind === 'contents'
      ? block.entries.map(
          ({ target }, index) => [headings.get(target), linesOf.get(block)?.[index + 1] ?? ''] as const,
        )
      : [],
  );
  const leading = lines.filter(([heading]) => heading !== undefined);
  return { links: leading.map(([heading = '']) => heading), entries: leading.map(([, line]) => line) };
}
