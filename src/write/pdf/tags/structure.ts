// The reading of a document -> its logical structure, and the places in it for what the layouts draw.
import type { DrawnChart } from '../../../document/chart-words.ts';
import type { Document, Note } from '../../../document/document.ts';
import { headIds } from '../../../document/head-ids.ts';
import { plainText, type RichText } from '../../../document/inline.ts';
import { backLink, noteLink } from '../../../document/print-words.ts';
import { readingOf } from '../../../document/reading.ts';
import {
  type CellPart,
  type FigurePart,
  isPart,
  type ReadingLeaf,
  type ReadingNode,
  type ReadingPart,
} from '../../../document/reading-node.ts';
import { spokenText } from '../../../document/spoken-runs.ts';
import {
  addLeaf,
  addTag,
  type Leaf,
  newTag,
  type Tag,
  type TagAttributes,
  type TagType,
  type TextLeaves,
} from './tag.ts';

/** Where layouts find the leaves that they stamp on what they draw. */
export interface StructureLookup {
  /** Undefined where a file has no tags, or the text is only seen: what is drawn without a leaf is an artifact. */
  text(text: RichText): TextLeaves | undefined;
  /** Of what is drawn: a chart's block, or the text of a phase whose bar stands for its months. */
  picture(of: object): Leaf | undefined;
}

/** For files without tags. */
export const NO_STRUCTURE: StructureLookup = { text: () => undefined, picture: () => undefined };

/** The structure of the whole document, in reading order whatever the order of drawing. */
export function structureOf(document: Document): Structure {
  return new Structure(document);
}

export class Structure implements StructureLookup {
  readonly root = newTag('Document');
  readonly #texts = new Map<RichText, { segments: readonly Leaf[]; marker?: Leaf }>();
  readonly #pictures = new Map<object, Leaf>();
  readonly #document: Document;
  readonly #notes: Document['notes'];
  readonly #referred = new Set<string>();
  readonly #headId = headIds();

  /** Throws when one object stands for two texts: one place in the structure would lose its content to another. */
  constructor(document: Document) {
    this.#document = document;
    this.#notes = document.notes;
    this.#addAll(readingOf(document).nodes, this.root);
  }

  /** What charts show is known when they are drawn: their alternative texts say it. */
  tellOf(drawn: readonly DrawnChart[]): void {
    const tell = (nodes: readonly ReadingNode[]): void => {
      for (const node of nodes.filter(isPart)) {
        tell(node.nodes);
        const picture =
          node.kind === 'figure' ? node.nodes.find(({ kind }) => kind === 'picture') : undefined;
        const leaf = picture?.kind === 'picture' ? this.#pictures.get(picture.of) : undefined;
        if (leaf !== undefined && node.kind === 'figure') leaf.tag.alt = altOf(node);
      }
    };
    tell(readingOf(this.#document, drawn).nodes);
  }

  text(text: RichText): TextLeaves | undefined {
    return this.#texts.get(text);
  }

  picture(of: object): Leaf | undefined {
    return this.#pictures.get(of);
  }

  #addAll(nodes: readonly ReadingNode[], into: Tag): void {
    for (const node of nodes) {
      if (!isPart(node)) this.#addLeaf(node, into);
      else if (node.kind === 'note') this.#addNote(node.note, node.nodes, into);
      else this.#addAll(node.nodes, innermost(node, into, this.#headId));
    }
  }

  #addLeaf(leaf: ReadingLeaf, into: Tag): void {
    switch (leaf.kind) {
      case 'text':
        if (leaf.audience === 'all') this.#addText(leaf.text, leaf.behindNumber ?? leaf.text, into);
        break;
      case 'marker':
        this.#textOf(leaf.of).marker = addLeaf(into, { says: leaf.words });
        break;
      case 'page-number':
        this.#textOf(leaf.of).marker = addLeaf(into, { says: leaf.target });
        break;
      case 'picture':
        this.#pictures.set(leaf.of, addLeaf(into, { says: 'picture' }));
        break;
    }
  }

  #textOf(text: RichText): { segments: readonly Leaf[]; marker?: Leaf } {
    const known = this.#texts.get(text) ?? { segments: [] };
    this.#texts.set(text, known);
    return known;
  }

  /** Leaves before, at and after each reference to a note in turn. */
  #addText(text: RichText, { inlines }: RichText, into: Tag): void {
    const known = this.#textOf(text);
    if (known.segments.length > 0) throw new Error('a text has two places in the logical structure');
    const segments: Leaf[] = [];
    let from = 0;
    for (const [at, inline] of [...inlines, undefined].entries()) {
      if (inline !== undefined && inline.kind !== 'note-reference') continue;
      const says = plainText(inlines.slice(from, at)).trim();
      segments.push(addLeaf(into, says === '' ? {} : { says }));
      if (inline !== undefined) segments.push(this.#reference(inline.note, into));
      from = at + 1;
    }
    known.segments = segments;
  }

  #reference(id: string, into: Tag): Leaf {
    const note = this.#notes.get(id);
    if (note === undefined) throw new Error(`no such note: ${id}`);
    const link = { place: notePlace(id), contents: noteLink(note.number) };
    const first = !this.#referred.has(id);
    this.#referred.add(id);
    return addLeaf(addTag(addTag(into, 'Reference'), 'Link'), {
      says: link.contents,
      link,
      ...(first && { place: referencePlace(id) }),
    });
  }

  /** Its number leads back to where it is first referred to. */
  #addNote(note: Note, nodes: readonly ReadingNode[], into: Tag): void {
    const tag = addTag(into, 'Note', { id: `note-${String(note.number).padStart(6, '0')}` });
    for (const node of nodes) {
      if (!isPart(node)) this.#addLeaf(node, tag);
      else
        this.#textOf(note.content).marker = addLeaf(addTag(addTag(tag, 'Lbl'), 'Link'), {
          says: noteLink(note.number),
          place: notePlace(note.id),
          link: { place: referencePlace(note.id), contents: backLink(note.number) },
        });
    }
  }
}

/** The element for a part; the one within it, where there are two. */
function innermost(
  part: Exclude<ReadingPart, { readonly kind: 'note' }>,
  into: Tag,
  headId: (name: string) => string,
): Tag {
  switch (part.kind) {
    case 'section':
      return addTag(into, part.rank === 'part' ? 'Part' : 'Sect');
    case 'heading':
      return addTag(into, `H${part.level}`);
    case 'list':
      return addTag(
        into,
        'L',
        part.numbering === undefined ? {} : { listNumbering: NUMBERINGS[part.numbering] },
      );
    case 'cell':
      return addTag(into, part.role === 'data' ? 'TD' : 'TH', cellAttributes(part, headId));
    case 'figure':
      return addTag(into, 'Figure', { alt: altOf(part) });
    case 'link':
      return addTag(addTag(into, 'Reference'), 'Link');
    case 'group':
      return addTag(into, 'Div');
    default:
      return addTag(into, TYPES[part.kind]);
  }
}

function altOf({ alt }: FigurePart): string {
  return spokenText(plainText(alt.inlines));
}

const TYPES = {
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
} as const satisfies Record<string, TagType>;

const NUMBERINGS = {
  decimal: 'Decimal',
  'lower-alpha': 'LowerAlpha',
  circle: 'Circle',
  disc: 'Disc',
  square: 'Square',
  none: 'None',
} as const;

function cellAttributes(
  { role, colSpan, rowSpan, instead, name, heads }: CellPart,
  headId: (name: string) => string,
): TagAttributes {
  return {
    ...(role === 'column-header' && { scope: 'Column' }),
    ...(role === 'row-header' && { scope: 'Row' }),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(instead !== undefined && { actualText: instead }),
    ...(name !== undefined && { id: headId(name) }),
    ...(heads !== undefined && { heads: heads.map(headId) }),
  };
}

const notePlace = (note: string): string => `note:${note}`;
const referencePlace = (note: string): string => `reference:${note}`;
