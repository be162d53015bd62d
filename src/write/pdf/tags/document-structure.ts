// A document -> its logical structure: parts and sections, headings that skip no level, and what stands under them.
import { textsOf } from '../../../document/block-texts.ts';
import type { Block, ContentsBlock, Document, TaskSheetBlock } from '../../../document/document.ts';
import { plainText, type RichText } from '../../../document/inline.ts';
import { addSwot, addVision } from './diagrams.ts';
import { BlockTagger } from './lists.ts';
import { Structure } from './structure.ts';
import { addSchedule, addTable } from './tables.ts';
import { addLeaf, addTag, type HeadingType, type Tag } from './tag.ts';

/** How far up a heading stands; its level is how many stand above it. */
const RANKS = { part: 1, section: 2, strategy: 2, task: 3 } as const;

interface OpenSection {
  readonly rank: number;
  readonly tag: Tag;
}

const HEADINGS: readonly HeadingType[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

/** The structure of the whole document, in reading order whatever the order of drawing. */
export function structureOf(document: Document): Structure {
  return new DocumentTagger(document).structure;
}

class DocumentTagger {
  readonly structure: Structure;
  readonly #document: Document;
  readonly #blocks: BlockTagger;
  #sections: OpenSection[] = [];
  #banner = '';

  constructor(document: Document) {
    this.#document = document;
    this.structure = new Structure(document.notes);
    this.#blocks = new BlockTagger(this.structure, (block, into) => this.#tag(block, into));
    for (const block of document.blocks) this.#blocks.add(block, this.#open);
  }

  get #open(): Tag {
    return this.#sections.at(-1)?.tag ?? this.structure.root;
  }

  #tag(block: Block, into: Tag): void {
    switch (block.kind) {
      case 'cover':
      case 'back-cover':
        this.#page(textsOf(block));
        break;
      case 'colophon': {
        const page = this.#page([]);
        this.structure.addText(block.title, block.title, addTag(page, 'H1'));
        const rows = addTag(page, 'L');
        for (const { label, text } of block.rows) {
          const row = addTag(rows, 'LI');
          this.structure.addText(label, label, addTag(row, 'Lbl'));
          this.structure.addText(text, text, addTag(row, 'LBody'));
        }
        break;
      }
      case 'contents':
        this.#contents(block, this.#page([]));
        break;
      case 'part': {
        const section = this.#enter(RANKS.part);
        this.structure.addText(block, block.title, section.heading, {
          notesIn: section.tag,
          markerIn: section.heading,
        });
        break;
      }
      case 'section': {
        const section = this.#enter(RANKS.section);
        this.structure.addText(block, block.title, section.heading, {
          notesIn: section.tag,
          markerIn: section.heading,
        });
        break;
      }
      case 'task-sheet':
        this.#taskSheet(block);
        break;
      case 'heading': {
        const heading = addTag(into, this.#level());
        this.structure.addText(block, block.title, heading, { notesIn: into, markerIn: heading });
        break;
      }
      case 'label':
        this.structure.addText(block, block.title, addTag(into, this.#level()), { notesIn: into });
        break;
      case 'paragraph':
        this.structure.addText(block, block.content, addTag(into, 'P'));
        break;
      case 'table':
        addTable(this.structure, block, into, (inner, cell) => this.#tag(inner, cell));
        break;
      case 'schedule':
        addSchedule(this.structure, block, into, this.#document.reviewCopy);
        break;
      case 'chart':
        this.#titles([block.caption, block.unitLine], into);
        this.structure.addFigure(
          block,
          addLeaf(addTag(into, 'Figure', { alt: plainText(block.alt.inlines) })),
        );
        break;
      case 'missing':
        this.#titles([block.caption, block.needed], into);
        break;
      case 'vision':
        addVision(this.structure, block, into);
        break;
      case 'swot':
        addSwot(this.structure, block, into);
        break;
      case 'item':
      case 'remark':
        throw new Error(`items and remarks are tagged as lists: ${block.id}`);
      case 'page-break':
        break;
    }
  }

  /** A section of its own for cover, contents and what stands behind the text, with a paragraph for each text. */
  #page(texts: readonly RichText[]): Tag {
    this.#sections = [];
    const page = addTag(this.structure.root, 'Sect');
    this.#titles(texts, page);
    return page;
  }

  #titles(texts: readonly (RichText | undefined)[], into: Tag): void {
    for (const text of texts) if (text !== undefined) this.structure.addText(text, text, addTag(into, 'P'));
  }

  /** Ends the sections of this rank and below, and begins one with a heading. */
  #enter(rank: number): { readonly tag: Tag; readonly heading: Tag } {
    this.#sections = this.#sections.filter((section) => section.rank < rank);
    const tag = addTag(this.#open, rank === RANKS.part ? 'Part' : 'Sect');
    const heading = addTag(tag, this.#level());
    this.#sections.push({ rank, tag });
    return { tag, heading };
  }

  /** The heading below the sections that are open. */
  #level(): HeadingType {
    return HEADINGS[this.#sections.length] ?? 'H6';
  }

  /** The banner is a heading on the first sheet of its strategy; on the others it only repeats it. */
  #taskSheet(block: TaskSheetBlock): void {
    const banner = plainText(block.banner.inlines);
    if (block.opensStrategy !== undefined || banner !== this.#banner) {
      const strategy = this.#enter(RANKS.strategy);
      this.structure.addText(block.banner, block.banner, strategy.heading, { notesIn: strategy.tag });
    }
    this.#banner = banner;
    const task = this.#enter(RANKS.task);
    if (block.purpose !== undefined)
      this.structure.addText(block.purpose, block.purpose, task.heading, { notesIn: task.tag });
    this.structure.addText(block.title, block.title, task.heading, { notesIn: task.tag });
  }

  /** The title, and the entries nested by level, each a link with its page number. */
  #contents(block: ContentsBlock, page: Tag): void {
    this.structure.addText(block.title, block.title, addTag(page, 'H1'));
    const open: { readonly level: number; readonly list: Tag; item: Tag }[] = [];
    for (const entry of block.entries) {
      while ((open.at(-1)?.level ?? 0) > entry.level) open.pop();
      let list = open.at(-1);
      if (list?.level !== entry.level) {
        const tag = addTag(list?.item ?? page, 'TOC');
        list = { level: entry.level, list: tag, item: tag };
        open.push(list);
      }
      list.item = addTag(list.list, 'TOCI');
      const link = addTag(addTag(list.item, 'Reference'), 'Link');
      this.structure.addText(entry, entry.label, link);
      this.structure.addBehind(entry, link);
    }
  }
}
