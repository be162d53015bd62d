// The format-neutral publication: blocks in reading order. Writers know nothing else.
import type { SourceLocation } from '../diagnostic.ts';
import type { RichText } from './inline.ts';
import type { TableBlock } from './table.ts';
import type { Theme } from './theme.ts';

interface Identified {
  /** Unique in the document; lowercase, stable while the text around it changes as little as possible. */
  readonly id: string;
}

/** Ⅱ 지역 노동시장 현황: opens a page with a band. */
export interface PartBlock extends Identified {
  readonly kind: 'part';
  readonly numeral: string;
  readonly title: RichText;
}

/** 1 인구변화 */
export interface SectionBlock extends Identified {
  readonly kind: 'section';
  readonly number: string;
  readonly title: RichText;
}

/** □ 인구현황. Level 3 under a section; deeper ones are not used yet. */
export interface HeadingBlock extends Identified {
  readonly kind: 'heading';
  readonly title: RichText;
}

/** A line of an outline: ○ - · ▶ ① … with its level by nesting, 1 to 4. */
export interface ItemBlock extends Identified {
  readonly kind: 'item';
  readonly level: 1 | 2 | 3 | 4;
  /** As typed; printed before the text. */
  readonly marker: string;
  readonly content: RichText;
}

/** ※ or *: a remark under what stands before it. */
export interface RemarkBlock extends Identified {
  readonly kind: 'remark';
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly marker: string;
  readonly content: RichText;
}

/** Text without a marker: in cells, and wherever a line opens with none. */
export interface ParagraphBlock extends Identified {
  readonly kind: 'paragraph';
  readonly content: RichText;
}

/** A chart: a Vega-Lite spec with its data in it. Colours are `theme:NAME` strings. */
export interface ChartBlock extends Identified {
  readonly kind: 'chart';
  readonly caption: RichText;
  readonly unitLine?: RichText;
  readonly alt: string;
  /** A complete Vega-Lite specification; width and height in points are set by the spec itself. */
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A captioned place for something the team does not have yet. Review copies only. */
export interface MissingBlock extends Identified {
  readonly kind: 'missing';
  readonly caption: RichText;
  readonly needed: RichText;
}

/** The four strategy boxes of a SWOT analysis, in reading order SO, ST, WO, WT, and the factor lists where known. */
export interface SwotBlock extends Identified {
  readonly kind: 'swot';
  readonly alt: string;
  readonly factors: readonly { readonly title: string; readonly items: readonly RichText[] | 'missing' }[];
  readonly boxes: readonly { readonly title: RichText; readonly items: readonly RichText[] }[];
}

export type Block =
  | PartBlock
  | SectionBlock
  | HeadingBlock
  | ItemBlock
  | RemarkBlock
  | ParagraphBlock
  | TableBlock
  | ChartBlock
  | MissingBlock
  | SwotBlock;

/** A page-foot note. Notes are numbered by their first reference in reading order. */
export interface Note {
  readonly id: string;
  /** From 1, through the document. */
  readonly number: number;
  readonly content: RichText;
}

export interface Document {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly language: string;
  /** ISO date (YYYY-MM-DD) for the file's properties. */
  readonly issueDate: string;
  readonly firstPage: number;
  readonly theme: Theme;
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, Note>;
}

/** Where a block was written, for messages about it. */
export function placeOf(block: Block): SourceLocation | undefined {
  switch (block.kind) {
    case 'part':
    case 'section':
    case 'heading':
      return block.title.place;
    case 'item':
    case 'remark':
    case 'paragraph':
      return block.content.place;
    case 'table':
    case 'chart':
    case 'missing':
      return block.caption?.place;
    case 'swot':
      return block.boxes[0]?.title.place;
  }
}
