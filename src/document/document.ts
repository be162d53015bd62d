// The format-neutral publication: blocks in reading order. Writers know nothing else.
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { ChartFigure } from './chart-marks.ts';
import type { Identified } from './identified.ts';
import type { RichText } from './inline.ts';
import type { TableBlock } from './table.ts';
import type { Theme } from './theme.ts';

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

/** □ 인구현황. */
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
  /** What the picture shows, for who cannot see it. */
  readonly alt: RichText;
  /** A complete Vega-Lite specification; width and height in points are set by the spec itself. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** The figures of the rows in the spec's datasets, by the dataset's name and in their order. */
  readonly rows: Readonly<Record<string, readonly ChartFigure[]>>;
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
  /** What the picture shows, for who cannot see it. */
  readonly alt: RichText;
  readonly factors: readonly { readonly title: string; readonly items: readonly RichText[] | 'missing' }[];
  readonly boxes: readonly { readonly title: RichText; readonly items: readonly RichText[] }[];
}

/** The front cover: a page of its own. What the plan does not say is left out. */
export interface CoverBlock extends Identified {
  readonly kind: 'cover';
  /** 발간등록번호 and its number. */
  readonly registration?: RichText;
  readonly tag?: RichText;
  readonly slogan?: RichText;
  readonly series?: RichText;
  readonly title: RichText;
  readonly vision?: RichText;
  readonly issuer: RichText;
  /** 수정공시(1차) and its date, in a box; from edition 1 on. */
  readonly edition?: readonly RichText[];
}

/** One line of the contents: the whole label, and the block whose page it names. */
export interface ContentsEntry {
  /** 1 for a part. */
  readonly level: 1 | 2 | 3;
  readonly label: RichText;
  /** Id of the block that the entry leads to. */
  readonly target: string;
}

/** The contents: begins a page, its page numbers are known when all pages are made. */
export interface ContentsBlock extends Identified {
  readonly kind: 'contents';
  readonly title: RichText;
  readonly entries: readonly ContentsEntry[];
}

/** The map of vision, goals, strategies and tasks. */
export interface VisionBlock extends Identified {
  readonly kind: 'vision';
  /** What the picture shows, for who cannot see it. */
  readonly alt: RichText;
  /** 비전, 목표: a label and what it says. */
  readonly goals: readonly { readonly label: RichText; readonly text: RichText }[];
  /** Beside the two rows of boxes below: 추진 전략 및 실천 과제. */
  readonly label: RichText;
  /** 5개 추진전략, over the strategies; 14개 실천과제, over their tasks. */
  readonly strategiesTitle: RichText;
  readonly tasksTitle: RichText;
  /** The tasks with their circled numbers. */
  readonly strategies: readonly { readonly name: RichText; readonly tasks: readonly RichText[] }[];
}

/** The head of a task sheet: begins a page with a banner and the boxed title. */
export interface TaskSheetBlock extends Identified {
  readonly kind: 'task-sheet';
  /** [전략1. 청년 일자리 확대] */
  readonly banner: RichText;
  /** The upper, smaller tier of the title. */
  readonly purpose?: RichText;
  readonly title: RichText;
  /** On the first sheet of a strategy: what the bookmarks call the strategy. */
  readonly opensStrategy?: string;
}

/** 【’23년 추진계획】: a label over what follows it. */
export interface LabelBlock extends Identified {
  readonly kind: 'label';
  readonly title: RichText;
}

/** A phase of a project: a bar over its months. */
export interface SchedulePhase {
  /** First and last month, 1 to 12. */
  readonly from: number;
  readonly to: number;
  /** Whether a transcriber inferred where it ends. */
  readonly inferred: boolean;
  readonly text: RichText;
}

/** A line of the schedule; a project has one lane of phases or more. */
export type ScheduleRow =
  | { readonly kind: 'strategy' | 'task'; readonly label: RichText }
  | {
      readonly kind: 'project';
      readonly label: RichText;
      readonly lanes: readonly (readonly SchedulePhase[])[];
    };

/** A Gantt chart over the twelve months of the plan's year. */
export interface ScheduleBlock extends Identified {
  readonly kind: 'schedule';
  readonly corner: RichText;
  /** 1월 … 12월 */
  readonly months: readonly RichText[];
  readonly rows: readonly ScheduleRow[];
}

/** The colophon (판권): a page of its own behind the text. */
export interface ColophonBlock extends Identified {
  readonly kind: 'colophon';
  readonly title: RichText;
  readonly rows: readonly { readonly label: RichText; readonly text: RichText }[];
}

/** The back cover: the last page. */
export interface BackCoverBlock extends Identified {
  readonly kind: 'back-cover';
  readonly issuer: RichText;
  /** Department, address, licence (공공누리), one a line. */
  readonly lines: readonly RichText[];
}

/** What follows begins a page. */
export interface PageBreakBlock extends Identified {
  readonly kind: 'page-break';
}

export type Block =
  | CoverBlock
  | ContentsBlock
  | PartBlock
  | SectionBlock
  | HeadingBlock
  | ItemBlock
  | RemarkBlock
  | ParagraphBlock
  | TableBlock
  | ChartBlock
  | MissingBlock
  | SwotBlock
  | VisionBlock
  | TaskSheetBlock
  | LabelBlock
  | ScheduleBlock
  | ColophonBlock
  | BackCoverBlock
  | PageBreakBlock;

/** A page-foot note. Notes are numbered by their first reference in reading order. */
export interface Note {
  readonly id: string;
  /** From 1, through the document. */
  readonly number: number;
  readonly content: RichText;
}

/** The revision that a document prints. */
export interface DocumentEdition {
  /** 1 or more. */
  readonly number: number;
  /** 제1회 추가경정예산 */
  readonly title: string;
  /** As printed: 2023. 5. 12. */
  readonly date: string;
  /** The figures that a review copy marks as changed: not those that moved by rounding alone. */
  readonly marked: ReadonlySet<Address>;
}

export interface Document {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly language: string;
  /** ISO date (YYYY-MM-DD) for the file's properties. */
  readonly issueDate: string;
  /** The number printed on the first page that is neither cover nor contents, 1 or more. */
  readonly firstPage: number;
  /** A review copy (검토본) shows that it is one and marks what is not settled; a publication does not. */
  readonly reviewCopy: boolean;
  readonly theme: Theme;
  /** None for edition 0. */
  readonly edition?: DocumentEdition;
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, Note>;
}

/** The block and the blocks in its cells, in reading order. */
export function withInner(block: Block): readonly Block[] {
  if (block.kind !== 'table') return [block];
  return [block, ...block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(withInner)))];
}

/** Where a block was written, for messages about it. */
export function placeOf(block: Block): SourceLocation | undefined {
  switch (block.kind) {
    case 'cover':
    case 'contents':
    case 'task-sheet':
    case 'label':
    case 'colophon':
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
    case 'vision':
      return block.strategiesTitle.place;
    case 'schedule':
      return block.corner.place;
    case 'back-cover':
      return block.issuer.place;
    case 'page-break':
      return undefined;
  }
}
