// The reading of a document -> the paragraphs, cells, tables, notes, heads and pictures that a file for 한글 must show.
import type { SourceLocation } from '../../diagnostic.ts';
import { partName } from '../../document/blocks/part.ts';
import type { Block, Document, ScheduleBlock } from '../../document/document.ts';
import { type Inline, plainText, type RichText } from '../../document/inline.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { outlineOf } from '../../document/outline.ts';
import { type PageZone, pageZone } from '../../document/page-zone.ts';
import { editionInHead, REVIEW_LABEL } from '../../document/print-words.ts';
import { isSeen, readingOf } from '../../document/reading.ts';
import { isPart, type ReadingNode } from '../../document/reading-node.ts';
import type { TableBlock } from '../../document/table.ts';
import { squeezed } from './read-text.ts';

/** Words without any blank. */
interface ExpectedParagraph {
  words: string;
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
  readonly notes: readonly {
    readonly number: number;
    readonly words: string;
    readonly place: SourceLocation;
  }[];
  /** Words for who cannot see each picture. */
  readonly pictures: readonly string[];
  readonly heads: readonly string[];
  readonly begins: readonly number[];
  /** The words of the headings that the contents lead to. */
  readonly links: readonly string[];
}

export function expectedBody(document: Document, layout: LayoutMap): ExpectedBody {
  const reading = readingOf(document, layout.charts);
  const depths = new Map(outlineOf(reading.nodes).map(({ title, depth }) => [title, depth]));
  const paragraphs: ExpectedParagraph[] = [];
  const cells = new Map<object, string[]>();
  const notes: ExpectedBody['notes'][number][] = [];
  const pictures: string[] = [];
  const open: string[][] = [];
  let markers = '';
  const visit = (node: ReadingNode): void => {
    if (isPart(node)) {
      if (node.kind === 'note') {
        const { number, content } = node.note;
        const words = `${number})${wordsOf(document, content.inlines)}`;
        notes.push({ number, words, place: content.place });
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
    if (node.kind === 'marker') markers += squeezed(node.words);
    const last = paragraphs.at(-1);
    if (node.kind === 'page-number' && last !== undefined)
      last.words += squeezed(layout.pageLabels[layout.blocks.get(node.target)?.[0]?.page ?? 0] ?? '');
    if (node.kind !== 'text' || !isSeen(node)) return;
    const words = markers + wordsOf(document, (node.behindNumber ?? node.text).inlines);
    markers = '';
    const { place } = node.text;
    paragraphs.push({ words, place, block: reading.blocks.get(node), depth: depths.get(node.text) });
    for (const texts of open) texts.push(words);
  };
  for (const node of reading.nodes) visit(node);
  return {
    paragraphs,
    cells,
    notes: notes.sort((a, b) => a.number - b.number),
    pictures,
    tables: document.blocks.flatMap(tablesOf),
    ...runningOf(document, layout),
    links: linksOf(document, paragraphs),
  };
}

/** Without any blank, with the numbers of notes at their references. */
export function wordsOf({ notes }: Pick<Document, 'notes'>, inlines: readonly Inline[]): string {
  const words = inlines.map((one) =>
    one.kind === 'note-reference' ? `${notes.get(one.note)?.number})` : plainText([one], ''),
  );
  return squeezed(words.join(''));
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

function linksOf({ blocks }: Document, paragraphs: readonly ExpectedParagraph[]): readonly string[] {
  const headings = new Map<string, string>();
  for (const { block, depth, words } of paragraphs)
    if (block !== undefined && depth !== undefined && !headings.has(block.id)) headings.set(block.id, words);
  return blocks.flatMap((block) =>
    block.kind === 'contents' ? block.entries.flatMap(({ target }) => headings.get(target) ?? []) : [],
  );
}

/** What changes from page to page as the blocks come: running heads, and the numbers with which pages of the body begin. */
function runningOf(document: Document, layout: LayoutMap): Pick<ExpectedBody, 'heads' | 'begins'> {
  const { reviewCopy, title } = document;
  const base = squeezed(`${reviewCopy ? `[${REVIEW_LABEL}]` : ''}${title}${editionInHead(document)}`);
  const heads: string[] = [];
  const begins: number[] = [];
  let zone: PageZone | undefined;
  let running = '';
  for (const block of document.blocks) {
    if (block.kind === 'page-break' || block.kind === 'page-turn') continue;
    const own = pageZone(block);
    if (own === 'front' && own !== zone && (reviewCopy || zone !== undefined))
      heads.push(reviewCopy ? base : '');
    if (own === 'body' && own !== zone) {
      const label = layout.pageLabels[layout.blocks.get(block.id)?.[0]?.page ?? 0];
      begins.push(begins.length === 0 ? document.firstPage : Number(label));
    }
    if (block.kind === 'part') running = squeezed(partName(block));
    if (own === 'body' && (own !== zone || block.kind === 'part')) heads.push(`${base}${running}`);
    zone = own;
  }
  return { heads, begins };
}
