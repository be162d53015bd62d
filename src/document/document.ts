// The format-neutral publication: blocks in reading order. Writers know nothing else.
import type { Address } from '../figure/address.ts';
import type { BackCoverBlock } from './blocks/back-cover.ts';
import type { ChartBlock } from './blocks/chart.ts';
import type { ColophonBlock } from './blocks/colophon.ts';
import type { ContentsBlock } from './blocks/contents.ts';
import type { CoverBlock } from './blocks/cover.ts';
import type { HeadingBlock } from './blocks/heading.ts';
import type { ItemBlock } from './blocks/item.ts';
import type { LabelBlock } from './blocks/label.ts';
import type { MissingBlock } from './blocks/missing.ts';
import type { PageBreakBlock } from './blocks/page-break.ts';
import type { ParagraphBlock } from './blocks/paragraph.ts';
import type { PartBlock } from './blocks/part.ts';
import type { RemarkBlock } from './blocks/remark.ts';
import type { ScheduleBlock } from './blocks/schedule.ts';
import type { SectionBlock } from './blocks/section.ts';
import type { SwotBlock } from './blocks/swot.ts';
import type { TableBlock } from './blocks/table.ts';
import type { TaskSheetBlock } from './blocks/task-sheet.ts';
import type { VisionBlock } from './blocks/vision.ts';
import type { Note } from './note.ts';
import type { Theme } from './theme.ts';

export type { ContentsEntry } from './blocks/contents.ts';
export type { SchedulePhase, ScheduleRow } from './blocks/schedule.ts';
export type { Note } from './note.ts';
export type {
  BackCoverBlock,
  ChartBlock,
  ColophonBlock,
  ContentsBlock,
  CoverBlock,
  HeadingBlock,
  ItemBlock,
  LabelBlock,
  MissingBlock,
  PageBreakBlock,
  ParagraphBlock,
  PartBlock,
  RemarkBlock,
  ScheduleBlock,
  SectionBlock,
  SwotBlock,
  TaskSheetBlock,
  VisionBlock,
};

/** Each kind has a file in `blocks/`: its data and what it says. */
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
