// Document blocks -> a flow of slugs, tables and page openings.
import type { Block } from '../../../document/document.ts';
import type { FlowItem } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Slug } from '../type/drawing.ts';
import { boxSlugs } from './box-block.ts';
import { chartSlugs, missingSlugs } from './chart-block.ts';
import { contentsFlow } from './contents-block.ts';
import { backCoverFlow, colophonFlow, coverFlow } from './cover.ts';
import { diagramSlugs } from './diagram-block.ts';
import { imageSlugs } from './image-block.ts';
import { keyFiguresFlow } from './key-figures-block.ts';
import { partOpening, sectionSlugs, subsectionSlugs } from './openers.ts';
import { scheduleFlow } from './schedule-block.ts';
import { swotSlugs } from './swot-block.ts';
import { tableFlow } from './table-block.ts';
import { labelSlugs, taskSheetFlow } from './task-sheet.ts';
import { headingSlugs, itemStyle, type Paragraph, paragraphSlugs, remarkStyle } from './text-blocks.ts';
import { visionSlugs } from './vision-block.ts';

type Flow<B extends Block> = (context: LayoutContext, block: B, width: number) => FlowItem[];

const slugs = (list: readonly Slug[]): FlowItem[] => list.map((slug) => ({ kind: 'slug', slug }));

/** A text as a paragraph, behind its marker where it has one. */
function textFlow(
  context: LayoutContext,
  block: Extract<Block, { kind: 'item' | 'remark' | 'paragraph' }>,
  style: Paragraph['style'],
  width: number,
): FlowItem[] {
  const { id, content: text } = block;
  const leaves = context.structure.text(text);
  const marker = 'marker' in block ? { marker: { text: block.marker } } : {};
  return slugs(paragraphSlugs(context, { block: id, text, style, leaves, ...marker }, width));
}

/** One layout a kind of block; a missing one fails to compile. */
const FLOWS: { readonly [K in Block['kind']]: Flow<Extract<Block, { kind: K }>> } = {
  cover: (context, block) => coverFlow(context, block),
  contents: (context, block) => contentsFlow(context, block),
  colophon: (context, block) => colophonFlow(context, block),
  'back-cover': (context, block) => backCoverFlow(context, block),
  'page-break': () => [{ kind: 'break' }],
  'page-turn': (_, { landscape }) => [{ kind: 'break', landscape }],
  'task-sheet': (context, block) => taskSheetFlow(context, block),
  label: (context, block, width) => slugs(labelSlugs(context, block, width)),
  'key-figures': (context, block) => keyFiguresFlow(context, block),
  vision: (context, block, width) => slugs(visionSlugs(context, block, width)),
  schedule: (context, block, width) => scheduleFlow(context, block, width),
  part: (context, block) => [{ kind: 'opening', opening: partOpening(context, block) }],
  section: (context, block, width) => slugs(sectionSlugs(context, block, width)),
  subsection: (context, block, width) => slugs(subsectionSlugs(context, block, width)),
  heading: (context, block, width) => slugs(headingSlugs(context, block, width)),
  item: (context, block, width) => textFlow(context, block, itemStyle(context, block.level), width),
  remark: (context, block, width) => textFlow(context, block, remarkStyle(context, block.level), width),
  paragraph: (context, block, width) => textFlow(context, block, context.theme.styles.paragraph, width),
  table: (context, block, width) => tableFlow(context, block, width),
  chart: (context, block, width) => slugs(chartSlugs(context, block, width)),
  image: (context, block, width) => slugs(imageSlugs(context, block, width)),
  diagram: (context, block, width) => slugs(diagramSlugs(context, block, width)),
  missing: (context, block, width) => slugs(missingSlugs(context, block, width)),
  box: (context, block, width) => slugs(boxSlugs(context, block, width)),
  swot: (context, block, width) => slugs(swotSlugs(context, block, width)),
};

/** The flow of one block, `width` points wide. */
export function flowOf(context: LayoutContext, block: Block, width: number): FlowItem[] {
  // The registry pairs each kind with its own block type; TypeScript cannot follow that through the index.
  const flow = FLOWS[block.kind] as Flow<Block>;
  return flow(context, block, width);
}
