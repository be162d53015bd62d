// The format-neutral publication: blocks in reading order. Writers know nothing else.
import type { Address } from '../figure/address.ts';
import type { Block } from './blocks.ts';
import type { Note } from './note.ts';
import type { Theme } from './theme.ts';

export type { BackCoverBlock } from './blocks/back-cover.ts';
export type { BoxBlock } from './blocks/box.ts';
export type { ChartBlock } from './blocks/chart.ts';
export type { ColophonBlock } from './blocks/colophon.ts';
export type { ContentsBlock, ContentsEntry } from './blocks/contents.ts';
export type { CoverBlock } from './blocks/cover.ts';
export type { DiagramBlock } from './blocks/diagram.ts';
export type { HeadingBlock } from './blocks/heading.ts';
export type { ImageBlock } from './blocks/image.ts';
export type { ItemBlock } from './blocks/item.ts';
export type { LabelBlock } from './blocks/label.ts';
export type { MissingBlock } from './blocks/missing.ts';
export type { PageBreakBlock } from './blocks/page-break.ts';
export type { PageTurnBlock } from './blocks/page-turn.ts';
export type { ParagraphBlock } from './blocks/paragraph.ts';
export type { PartBlock } from './blocks/part.ts';
export type { RemarkBlock } from './blocks/remark.ts';
export type { ScheduleBlock, SchedulePhase, ScheduleRow } from './blocks/schedule.ts';
export type { SectionBlock } from './blocks/section.ts';
export type { SubsectionBlock } from './blocks/subsection.ts';
export type { SwotBlock } from './blocks/swot.ts';
export type { TaskSheetBlock } from './blocks/task-sheet.ts';
export type { VisionBlock } from './blocks/vision.ts';
export type { Block } from './blocks.ts';
export type { Note } from './note.ts';

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
  /** For the files' properties; none where the plan gives none. */
  readonly keywords?: readonly string[];
  readonly summary?: string;
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
