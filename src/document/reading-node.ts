// What a document says, in the order in which it is heard: parts within parts, whose leaves are its texts.
import type { Address } from '../figure/address.ts';
import type { RichText } from './inline.ts';
import { type ListNumbering, numberingOf } from './list-numbering.ts';
import type { Note } from './note.ts';

/** What a text is to its block. */
export type TextRole = 'title' | 'body' | 'caption' | 'unit-line' | 'cell' | 'label' | 'alt' | 'note';

/** A text. Its object stands for it: no other text of the document is the same object (`withOwnTexts`). */
export interface ReadingText {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly text: RichText;
  /** What is printed of it behind its number, where that is read apart. */
  readonly behindNumber?: RichText;
  /**
   * Who gets it. One printed again is only seen, one for who cannot see a picture is only heard; what stands `instead` of a diagram is
   * for who gets that as one picture, whose boxes nobody reads.
   */
  readonly audience: 'all' | 'seen' | 'heard' | 'instead';
}

/** Words printed beside a text that belong to no text of the data: a marker, a number. */
interface ReadingMarker {
  readonly kind: 'marker';
  readonly words: string;
  /** The text that it stands beside. */
  readonly of: RichText;
}

/** The number of the page on which a block begins, behind a text that leads to it. */
interface ReadingPageNumber {
  readonly kind: 'page-number';
  readonly of: RichText;
  /** The block's id. */
  readonly target: string;
}

/** A picture: what is drawn and holds no text of its own. */
interface ReadingPicture {
  readonly kind: 'picture';
  /** The object that is drawn: a block, or the phase whose months a bar stands for. */
  readonly of: object;
}

export type ReadingLeaf = ReadingText | ReadingMarker | ReadingPageNumber | ReadingPicture;

interface Nested {
  readonly nodes: readonly ReadingNode[];
}

/** How far up a section stands; a page stands beside all others. */
export type SectionRank = 'page' | 'part' | 'section' | 'subsection' | 'strategy' | 'task';

/** What a heading opens: a section, or what follows it up to the next one. */
export type HeadingRank = SectionRank | 'heading' | 'label';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

interface SectionPart extends Nested {
  readonly kind: 'section';
  readonly rank: SectionRank;
}

export interface HeadingPart extends Nested {
  readonly kind: 'heading';
  readonly rank: HeadingRank;
  /** How many headings it stands under, and one. */
  readonly level: HeadingLevel;
  /** Printed before the title where it is listed: `Ⅰ. `. */
  readonly number: string;
  readonly title: RichText;
  /** What it is called in one line, number and all. */
  readonly name: string;
  /** Id of the block that opens with it. */
  readonly block: string;
  /** What stands under it without a heading of its own, and is listed. */
  readonly holds?: readonly RichText[];
}

interface ListPart extends Nested {
  readonly kind: 'list';
  /** What its labels count with; unset where it has none. */
  readonly numbering?: ListNumbering;
}

/** What a cell is: decides its face (tint, weight) and how it is read. */
export type CellRole = 'column-header' | 'row-header' | 'data';

/** The cell of a table. */
export interface CellObject {
  readonly role: CellRole;
  /** The figure in this cell, when it is one. */
  readonly figure?: Address;
}

export interface CellPart extends Nested {
  readonly kind: 'cell';
  readonly role: CellRole;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Heard in place of what is drawn. */
  readonly instead?: string;
  /** The table's own cell. */
  readonly of?: CellObject;
  /** By which cells below name it as their head; no other cell of the document has it. */
  readonly name?: string;
  /** Names of all its heads, where its row and column do not say them. */
  readonly heads?: readonly string[];
}

/** A picture with the words for who cannot see it. */
export interface FigurePart extends Nested {
  readonly kind: 'figure';
  readonly alt: RichText;
}

/** A text of the contents that leads to a block. */
interface LinkPart extends Nested {
  readonly kind: 'link';
  readonly target: string;
}

/** A note, where it is first referred to. */
interface NotePart extends Nested {
  readonly kind: 'note';
  readonly note: Note;
}

/**
 * Those that say no more than their kind. `group`: what belongs together, as the boxes of a diagram do. `label` and `body`: of an item. `head`, `rows` and `row`: of a table. `entry`: of the contents.
 */
export interface PlainPart extends Nested {
  readonly kind:
    | 'group'
    | 'paragraph'
    | 'item'
    | 'label'
    | 'body'
    | 'table'
    | 'caption'
    | 'head'
    | 'rows'
    | 'row'
    | 'contents'
    | 'entry';
}

export type ReadingPart =
  | PlainPart
  | SectionPart
  | HeadingPart
  | ListPart
  | CellPart
  | FigurePart
  | LinkPart
  | NotePart;

export type ReadingNode = ReadingPart | ReadingLeaf;

export function isPart(node: ReadingNode): node is ReadingPart {
  return 'nodes' in node;
}

export function part(kind: PlainPart['kind'], ...nodes: readonly ReadingNode[]): PlainPart {
  return { kind, nodes };
}

export function text(role: TextRole, text: RichText, audience: ReadingText['audience'] = 'all'): ReadingText {
  return { kind: 'text', role, text, audience };
}

export function marker(words: string, of: RichText): ReadingMarker {
  return { kind: 'marker', words, of };
}

/** A paragraph for each of the texts that there are. */
export function paragraphs(
  role: TextRole,
  ...texts: readonly (RichText | undefined)[]
): readonly PlainPart[] {
  return texts.flatMap((one) => (one === undefined ? [] : [part('paragraph', text(role, one))]));
}

/** An item of a list: its marker, and what it says. */
export function item(label: readonly ReadingNode[], ...body: readonly ReadingNode[]): PlainPart {
  return part('item', ...(label.length === 0 ? [] : [part('label', ...label)]), part('body', ...body));
}

/** A list of the items, which are labelled alike; nothing where there are none. */
export function list(items: readonly PlainPart[]): readonly ListPart[] {
  const [opening] = items[0]?.nodes ?? [];
  const label = opening?.kind === 'label' ? opening.nodes[0] : undefined;
  const numbering = label && (label.kind === 'marker' ? numberingOf(label.words) : 'none');
  return items.length === 0 ? [] : [{ kind: 'list', ...(numbering && { numbering }), nodes: items }];
}

/** A picture with the words for who cannot see it, under its titles. */
export function figure(of: object, alt: RichText, ...titles: readonly PlainPart[]): FigurePart {
  const caption = titles.length === 0 ? [] : [part('caption', ...titles)];
  return { kind: 'figure', alt, nodes: [...caption, text('alt', alt, 'heard'), { kind: 'picture', of }] };
}
