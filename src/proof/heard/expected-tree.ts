// The reading of a document -> the structure tree that its PDF must have (ISO 32000-1, 14.7 and 14.8): types, attributes, texts, links.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import { headIds } from '../../document/head-ids.ts';
import { type Inline, plainText } from '../../document/inline.ts';
import type { Note } from '../../document/note.ts';
import { backLink, noteLink } from '../../document/print-words.ts';
import type { Reading } from '../../document/reading.ts';
import {
  isPart,
  type ReadingLeaf,
  type ReadingNode,
  type ReadingPart,
  type ReadingText,
} from '../../document/reading-node.ts';
import { spokenText } from '../../document/spoken-runs.ts';

export interface ExpectedElement {
  readonly kind: 'element';
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly kids: readonly ExpectedKid[];
}

/** Content of pages: a text, the number of a block's page, or what is drawn of a picture. */
export type ExpectedContent = {
  readonly kind: 'content';
  readonly block: string;
  readonly place: SourceLocation | undefined;
} & (
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'page-number'; readonly target: string }
  | { readonly is: 'picture'; readonly of: object }
);

/** A link, or one for each line that leads there. */
export interface ExpectedLink {
  readonly kind: 'link';
  readonly to: LinkTarget;
  /** What it is called. */
  readonly called: string;
}

/** A block, a note, or where that note is first referred to. */
export type LinkTarget =
  | { readonly kind: 'block'; readonly block: string }
  | { readonly kind: 'note' | 'reference'; readonly note: string };

type ExpectedKid = ExpectedElement | ExpectedContent | ExpectedLink;

export function expectedTree(document: Document, { nodes, blocks }: Reading): ExpectedElement {
  const owner = (leaf: ReadingLeaf) => blocks.get(leaf)?.id ?? '';
  return element('Document', {}, new TreeMaker(document, owner).kidsOf(nodes));
}

const element = (
  type: string,
  attributes: Readonly<Record<string, string>>,
  kids: readonly ExpectedKid[],
): ExpectedElement => ({ kind: 'element', type, attributes, kids });

const TYPES = {
  group: 'Div',
  paragraph: 'P',
  item: 'LI',
  label: 'Lbl',
  body: 'LBody',
  table: 'Table',
  caption: 'Caption',
  head: 'THead',
  rows: 'TBody',
  row: 'TR',
  contents: 'TOC',
  entry: 'TOCI',
} as const;

class TreeMaker {
  readonly #document: Document;
  readonly #owner: (leaf: ReadingLeaf) => string;
  readonly #headId = headIds();

  constructor(document: Document, owner: (leaf: ReadingLeaf) => string) {
    this.#document = document;
    this.#owner = owner;
  }

  kidsOf(nodes: readonly ReadingNode[]): readonly ExpectedKid[] {
    return nodes.flatMap((node) => (isPart(node) ? [this.#part(node)] : this.#leaf(node)));
  }

  #part(part: ReadingPart): ExpectedElement {
    // Heads are numbered in the order in which they are met.
    const attributes = part.kind === 'cell' ? cellAttributes(part, this.#headId) : {};
    const kids = this.kidsOf(part.nodes);
    switch (part.kind) {
      case 'section':
        return element(part.rank === 'part' ? 'Part' : 'Sect', {}, kids);
      case 'heading':
        return element(`H${part.level}`, {}, kids);
      case 'list':
        return element('L', numbering(part.numbering), kids);
      case 'cell':
        return element(part.role === 'data' ? 'TD' : 'TH', attributes, kids);
      case 'figure':
        return element(
          'Figure',
          { Alt: spokenText(plainText(part.alt.inlines)), O: 'Layout', Placement: 'Block' },
          kids,
        );
      case 'link': {
        const called = part.nodes.flatMap((leaf) =>
          leaf.kind === 'text' ? [plainText(leaf.text.inlines)] : [],
        );
        const link = {
          kind: 'link',
          to: { kind: 'block', block: part.target },
          called: called.join(''),
        } as const;
        return element('Reference', {}, [element('Link', {}, [...kids, link])]);
      }
      case 'note':
        return this.#note(part.note, part.nodes);
      default:
        return element(TYPES[part.kind], {}, kids);
    }
  }

  /** Its number leads back to the first text that refers to it. */
  #note(note: Note, nodes: readonly ReadingNode[]): ExpectedElement {
    const kids = nodes.flatMap((node): readonly ExpectedKid[] => {
      if (!isPart(node)) return this.#leaf(node);
      const called = backLink(note.number);
      const back = { kind: 'link', to: { kind: 'reference', note: note.id }, called } as const;
      return [element('Lbl', {}, [element('Link', {}, [...this.kidsOf(node.nodes), back])])];
    });
    return element('Note', { ID: `note-${String(note.number).padStart(6, '0')}` }, kids);
  }

  #leaf(leaf: ReadingLeaf): readonly ExpectedKid[] {
    const content = { kind: 'content', block: this.#owner(leaf) } as const;
    switch (leaf.kind) {
      case 'text':
        return leaf.audience === 'all' ? this.#text(leaf) : [];
      case 'marker':
        return [{ ...content, is: 'text', text: ` ${leaf.words}`, place: leaf.of.place }];
      case 'page-number':
        return [{ ...content, is: 'page-number', target: leaf.target, place: leaf.of.place }];
      case 'picture':
        return [{ ...content, is: 'picture', of: leaf.of, place: undefined }];
    }
  }

  #text(leaf: ReadingText): readonly ExpectedKid[] {
    const { inlines, place } = leaf.behindNumber ?? leaf.text;
    const block = this.#owner(leaf);
    const words = (text: string): ExpectedContent => ({
      kind: 'content',
      is: 'text',
      block,
      place,
      text,
    });
    return inlines.flatMap((inline: Inline, index): readonly ExpectedKid[] => {
      if (inline.kind !== 'note-reference') {
        return [words(`${index === 0 ? ' ' : ''}${plainText([inline])}`)];
      }
      const note = this.#document.notes.get(inline.note);
      if (note === undefined) throw new Error(`no such note: ${inline.note}`);
      const link = {
        kind: 'link',
        to: { kind: 'note', note: note.id },
        called: noteLink(note.number),
      } as const;
      return [element('Reference', {}, [element('Link', {}, [words(`${note.number})`), link])])];
    });
  }
}

function numbering(kind: string | undefined): Readonly<Record<string, string>> {
  if (kind === undefined) return {};
  const words = kind.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return { O: 'List', ListNumbering: words.join('') };
}

function cellAttributes(
  { role, colSpan, rowSpan, instead, name, heads }: Extract<ReadingPart, { readonly kind: 'cell' }>,
  headId: (name: string) => string,
): Readonly<Record<string, string>> {
  const id = name === undefined ? {} : { ID: headId(name) };
  const table = {
    ...(role === 'column-header' && { Scope: 'Column' }),
    ...(role === 'row-header' && { Scope: 'Row' }),
    ...(colSpan > 1 && { ColSpan: String(colSpan) }),
    ...(rowSpan > 1 && { RowSpan: String(rowSpan) }),
    ...(heads && { Headers: heads.map(headId).join(' ') }),
  };
  return {
    ...id,
    ...(Object.keys(table).length > 0 && { O: 'Table', ...table }),
    ...(instead !== undefined && { ActualText: instead }),
  };
}
