// The logical structure of a file: elements in reading order, and the places of their content (ISO 32000-1, 14.7 and 14.8).

/** The standard types that we use (ISO 32000-1, 14.8.4); none needs a role map. */
export type TagType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | HeadingType
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'TOC'
  | 'TOCI';

type HeadingType = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6';

/** ISO 32000-1, table 347. */
export type ListNumbering = 'Decimal' | 'LowerAlpha' | 'Circle' | 'Disc' | 'Square' | 'None';

export interface TagAttributes {
  readonly alt?: string;
  /** Read in place of the content. */
  readonly actualText?: string;
  readonly scope?: 'Column' | 'Row';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly listNumbering?: ListNumbering;
  /** Of the cells that head it, where rows and columns do not say them. */
  readonly heads?: readonly string[];
  /** By which the name tree finds it: a note, a head of cells. */
  readonly id?: string;
}

/** A structure element. */
export interface Tag extends TagAttributes {
  readonly kind: 'tag';
  readonly type: TagType;
  /** Of a chart it is known when that is drawn. */
  alt?: string;
  /** In reading order. */
  readonly kids: (Tag | Leaf)[];
}

/** A place for content in an element; what is drawn with it becomes its marked content. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly tag: Tag;
  /** What is to be drawn with it, for messages; undefined where nothing need be. */
  readonly says?: string;
  /** Each piece of its text is a link to this place. */
  readonly link?: PlaceLink;
  /** The name under which links lead to it. */
  readonly place?: string;
}

interface PlaceLink {
  readonly place: string;
  /** What the link is called. */
  readonly contents: string;
}

/** The leaves of one text: before, at and after each reference to a note in turn, and of its marker. */
export interface TextLeaves {
  readonly segments: readonly Leaf[];
  readonly marker?: Leaf;
}

/** Puts a new element at the end of another one. */
export function addTag(parent: Tag, type: TagType, attributes: TagAttributes = {}): Tag {
  const tag = newTag(type, attributes);
  parent.kids.push(tag);
  return tag;
}

export function newTag(type: TagType, attributes: TagAttributes = {}): Tag {
  return { kind: 'tag', type, kids: [], ...attributes };
}

/** Puts a place for content at the end of an element. */
export function addLeaf(tag: Tag, more: Pick<Leaf, 'says' | 'link' | 'place'> = {}): Leaf {
  const leaf: Leaf = { kind: 'leaf', tag, ...more };
  tag.kids.push(leaf);
  return leaf;
}
