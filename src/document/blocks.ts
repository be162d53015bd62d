// Every kind of block, and how it is read: the one list of them.

import { readBackCover } from './blocks/back-cover.ts';
import { readBox } from './blocks/box.ts';
import { readChart } from './blocks/chart.ts';
import { readColophon } from './blocks/colophon.ts';
import { readContents } from './blocks/contents.ts';
import { readCover } from './blocks/cover.ts';
import { readDiagram } from './blocks/diagram.ts';
import { readHeading } from './blocks/heading.ts';
import { readImage } from './blocks/image.ts';
import { readItem } from './blocks/item.ts';
import { readKeyFigures } from './blocks/key-figures.ts';
import { readLabel } from './blocks/label.ts';
import { readMissing } from './blocks/missing.ts';
import { readPageBreak } from './blocks/page-break.ts';
import { readPageTurn } from './blocks/page-turn.ts';
import { readParagraph } from './blocks/paragraph.ts';
import { readPart } from './blocks/part.ts';
import { readRemark } from './blocks/remark.ts';
import { readSchedule } from './blocks/schedule.ts';
import { readSection } from './blocks/section.ts';
import { readSubsection } from './blocks/subsection.ts';
import { readSwot } from './blocks/swot.ts';
import { readTable } from './blocks/table.ts';
import { readTaskSheet } from './blocks/task-sheet.ts';
import { readVision } from './blocks/vision.ts';

/** A kind is added here, with its file in `blocks/`; a writer without a layout for it does not compile. */
export const READERS = {
  cover: readCover,
  contents: readContents,
  part: readPart,
  section: readSection,
  subsection: readSubsection,
  heading: readHeading,
  item: readItem,
  remark: readRemark,
  paragraph: readParagraph,
  table: readTable,
  chart: readChart,
  image: readImage,
  missing: readMissing,
  diagram: readDiagram,
  swot: readSwot,
  vision: readVision,
  'task-sheet': readTaskSheet,
  label: readLabel,
  schedule: readSchedule,
  colophon: readColophon,
  'back-cover': readBackCover,
  'page-break': readPageBreak,
  'page-turn': readPageTurn,
  box: readBox,
  'key-figures': readKeyFigures,
} as const;

/** Whatever one of the readers reads. */
export type Block = Parameters<(typeof READERS)[keyof typeof READERS]>[0];
