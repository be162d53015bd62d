// A document -> its reading: what it says, in which order and as what. All that must know asks here.
import type { SourceLocation } from '../diagnostic.ts';
import type { BlockNode, BlockReading, ReadBlock } from './block-reading.ts';
import type { CellBlock } from './blocks/table.ts';
import { type Block, READERS } from './blocks.ts';
import { type DrawnChart, withChartWords } from './chart-words.ts';
import type { Document } from './document.ts';
import type { RichText } from './inline.ts';
import { OpenLists } from './open-lists.ts';
import { NotePlacer } from './place-notes.ts';
import type {
  HeadingLevel,
  ReadingLeaf,
  ReadingNode,
  ReadingPart,
  ReadingText,
  SectionRank,
} from './reading-node.ts';
import { isPart } from './reading-node.ts';

/** How far up a section stands; what stands as far up ends it. */
const RANKS: Readonly<Record<Exclude<SectionRank, 'page'>, number>> = {
  part: 1,
  section: 2,
  subsection: 3,
  strategy: 2,
  task: 3,
};
const DEEPEST: HeadingLevel = 6;

export interface Reading {
  readonly nodes: readonly ReadingNode[];
  /** The block that says a leaf: the outermost one. */
  readonly blocks: ReadonlyMap<ReadingLeaf, Block>;
}

/**
 * The whole document, each note where it is first referred to; without notes they are left out. Of charts that are drawn it says what
 * they show. Throws on a reference to no note.
 */
export function readingOf(
  { blocks, notes }: Pick<Document, 'blocks'> & Partial<Pick<Document, 'notes'>>,
  drawn: readonly DrawnChart[] = [],
): Reading {
  const placer = notes && new NotePlacer(notes);
  const owners = new Map<ReadingLeaf, Block>();
  const reader = new BlocksReader(0, (block, nodes) => {
    const placed = placer?.withNotes(nodes) ?? nodes;
    for (const leaf of leavesIn(placed)) owners.set(leaf, block);
    return placed;
  });
  for (const block of blocks) reader.add(block);
  return { nodes: withChartWords(spoken(reader.nodes), blocks, drawn), blocks: owners };
}

/** Puts the readings of blocks below and within one another. */
class BlocksReader {
  readonly nodes: ReadingNode[] = [];
  /** Headings that all of it stands under. */
  readonly #above: number;
  readonly #finish: (block: Block, nodes: readonly ReadingNode[]) => readonly ReadingNode[];
  readonly #lists = new OpenLists();
  #sections: { readonly rank: number; readonly nodes: ReadingNode[] }[] = [];

  constructor(
    above: number,
    finish: (block: Block, nodes: readonly ReadingNode[]) => readonly ReadingNode[],
  ) {
    this.#above = above;
    this.#finish = finish;
  }

  add(block: Block): void {
    const put = (into: ReadingNode[], nodes: readonly BlockNode[]) =>
      into.push(
        ...this.#finish(
          block,
          nodes.map((node) => this.#levelled(node)),
        ),
      );
    const reading = readBlock(block, (inner) => this.#inner(inner));
    switch (reading.as) {
      case 'item': {
        const item = this.#lists.item(reading.level, reading.numbering, this.#open);
        put(item.label, reading.label);
        put(item.body, reading.body);
        return;
      }
      case 'hanging':
        put(this.#lists.under(reading.level, this.#open), reading.nodes);
        return;
      case 'text':
        this.#lists.end();
        put(this.#open, reading.nodes);
        return;
      case 'page':
        this.#lists.end();
        this.#sections = [];
        put(this.#enter('page'), reading.nodes);
        return;
      case 'sections':
        this.#lists.end();
        for (const heading of reading.sections) put(this.#enter(heading.rank), [heading]);
    }
  }

  get #open(): ReadingNode[] {
    return this.#sections.at(-1)?.nodes ?? this.nodes;
  }

  /** Ends the sections of this rank and below, and begins one; a page is none that others stand in. */
  #enter(rank: SectionRank): ReadingNode[] {
    const nodes: ReadingNode[] = [];
    if (rank !== 'page') this.#sections = this.#sections.filter((section) => section.rank < RANKS[rank]);
    this.#open.push({ kind: 'section', rank, nodes });
    if (rank !== 'page') this.#sections.push({ rank: RANKS[rank], nodes });
    return nodes;
  }

  /** A heading of a section is below those around it, any other below the sections too. */
  #levelled(node: BlockNode): ReadingNode {
    if (node.kind !== 'block-heading') return node;
    const own = Object.hasOwn(RANKS, node.rank) ? 0 : 1;
    const level = Math.min(DEEPEST, this.#above + this.#sections.length + own) as HeadingLevel;
    return { ...node, kind: 'heading', level };
  }

  #inner(blocks: readonly CellBlock[]): readonly ReadingNode[] {
    const reader = new BlocksReader(this.#above + this.#sections.length, (_, nodes) => nodes);
    for (const block of blocks) reader.add(block);
    return reader.nodes;
  }
}

function readBlock(
  block: Block,
  inner: (blocks: readonly CellBlock[]) => readonly ReadingNode[],
): BlockReading {
  // The registry pairs each kind with its own block type; TypeScript cannot follow that through the index.
  const read = READERS[block.kind] as ReadBlock<Block, CellBlock>;
  return read(block, inner);
}

/** What one block says by itself, without notes, one below the other. */
export function nodesOf(block: Block): readonly ReadingNode[] {
  const reader = new BlocksReader(0, (_, nodes) => nodes);
  reader.add(block);
  return reader.nodes;
}

/** In reading order. */
export function leavesIn(nodes: readonly ReadingNode[]): readonly ReadingLeaf[] {
  const leaves: ReadingLeaf[] = [];
  const visit = (inner: readonly ReadingNode[]): void => {
    for (const node of inner) {
      if (isPart(node)) visit(node.nodes);
      else leaves.push(node);
    }
  };
  visit(nodes);
  return leaves;
}

/** The texts of a block that are seen, in reading order. */
export function textsOf(block: Block): readonly RichText[] {
  return leavesIn(nodesOf(block)).flatMap((leaf) =>
    leaf.kind === 'text' && isSeen(leaf) ? [leaf.text] : [],
  );
}

/** Whether a text is printed. */
export function isSeen({ audience }: ReadingText): boolean {
  return audience === 'all' || audience === 'seen';
}

/** Where a block was written, for messages about it: where its first text was. */
export function placeOf(block: Block): SourceLocation | undefined {
  return textsOf(block)[0]?.place;
}

/** The block and the blocks in its cells, in reading order. */
export function withInner(block: Block): readonly Block[] {
  if (block.kind === 'box') return [block, ...block.blocks];
  if (block.kind !== 'table') return [block];
  return [block, ...block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(withInner)))];
}

/** Without the parts that say nothing, but for cells, which a table keeps. */
function spoken(nodes: readonly ReadingNode[]): readonly ReadingNode[] {
  const kept: ReadingNode[] = [];
  let whole = true;
  for (const node of nodes) {
    const own = isPart(node) ? spokenPart(node) : saysSomething(node) ? node : undefined;
    if (own !== node) whole = false;
    if (own !== undefined) kept.push(own);
  }
  return whole ? nodes : kept;
}

function spokenPart(part: ReadingPart): ReadingPart | undefined {
  const nodes = spoken(part.nodes);
  if (nodes.length === 0 && part.kind !== 'cell') return undefined;
  return nodes === part.nodes ? part : { ...part, nodes };
}

function saysSomething(leaf: ReadingLeaf): boolean {
  switch (leaf.kind) {
    case 'text':
      return (leaf.behindNumber ?? leaf.text).inlines.some(
        (inline) =>
          inline.kind === 'note-reference' || (inline.kind !== 'line-break' && inline.text.trim() !== ''),
      );
    case 'marker':
      return leaf.words.trim() !== '';
    case 'page-number':
    case 'picture':
      return true;
  }
}
