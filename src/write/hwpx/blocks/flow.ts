// Document blocks -> paragraphs: one way for each kind.
import type { Block } from '../../../document/document.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import {
  boxParagraphs,
  diagramParagraphs,
  keyFigureParagraphs,
  swotParagraphs,
  visionParagraphs,
} from './boxes.ts';
import { chartParagraphs, imageParagraphs } from './figures.ts';
import { backCoverParagraphs, colophonParagraphs, contentsParagraphs, coverParagraphs } from './pages.ts';
import { scheduleParagraphs } from './schedule.ts';
import { tableParagraphs } from './table.ts';
import {
  headingParagraphs,
  itemParagraphs,
  labelParagraphs,
  missingParagraphs,
  partParagraphs,
  plainParagraphs,
  remarkParagraphs,
  sectionParagraphs,
  subsectionParagraphs,
  taskSheetParagraphs,
} from './texts.ts';

type Flow<B extends Block> = (context: WriterContext, block: B, width: number) => readonly Paragraph[];

/** A missing kind fails to compile. Where pages end and turn is told by the sections. */
const FLOWS: { readonly [K in Block['kind']]: Flow<Extract<Block, { kind: K }>> } = {
  cover: coverParagraphs,
  contents: contentsParagraphs,
  colophon: colophonParagraphs,
  'back-cover': backCoverParagraphs,
  'page-break': () => [],
  'page-turn': () => [],
  'task-sheet': taskSheetParagraphs,
  label: labelParagraphs,
  'key-figures': keyFigureParagraphs,
  vision: visionParagraphs,
  schedule: scheduleParagraphs,
  part: partParagraphs,
  section: sectionParagraphs,
  subsection: subsectionParagraphs,
  heading: headingParagraphs,
  item: itemParagraphs,
  remark: remarkParagraphs,
  paragraph: plainParagraphs,
  table: tableParagraphs,
  chart: chartParagraphs,
  image: imageParagraphs,
  diagram: diagramParagraphs,
  missing: missingParagraphs,
  box: boxParagraphs,
  swot: swotParagraphs,
};

/** The paragraphs of one block, `width` HWPUNIT wide. */
export function flowOf(context: WriterContext, block: Block, width: number): readonly Paragraph[] {
  // The registry pairs each kind with its own block type; TypeScript cannot follow that through the index.
  const flow = FLOWS[block.kind] as Flow<Block>;
  return flow(context, block, width);
}
