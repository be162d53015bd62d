// The reading of a document -> its outline: the headings that contents, bookmarks and running heads name.
import { plainText } from './inline.ts';
import type { HeadingPart, HeadingRank, ReadingNode } from './reading-node.ts';

type OutlineRank = Exclude<HeadingRank, 'page' | 'label'> | 'subtask';

export interface OutlineEntry extends Omit<HeadingPart, 'rank'> {
  readonly rank: OutlineRank;
  /** 1 a part, 2 a section or strategy, 3 a subsection or task, 4 a heading or subtask. */
  readonly depth: 1 | 2 | 3 | 4;
}

const DEPTHS: Readonly<Record<OutlineRank, OutlineEntry['depth']>> = {
  part: 1,
  section: 2,
  subsection: 3,
  strategy: 2,
  task: 3,
  heading: 4,
  subtask: 4,
};

/** In reading order; headings in cells of tables are none. */
export function outlineOf(nodes: readonly ReadingNode[]): readonly OutlineEntry[] {
  return nodes.flatMap((node): readonly OutlineEntry[] => {
    if (node.kind === 'section') return outlineOf(node.nodes);
    if (node.kind !== 'heading') return [];
    const { rank, holds = [] } = node;
    if (rank === 'page' || rank === 'label') return [];
    const entry = (own: OutlineRank) => ({ ...node, rank: own, depth: DEPTHS[own] });
    const held = holds.map((title) => ({ ...entry('subtask'), title, name: plainText(title.inlines) }));
    return [entry(rank), ...held];
  });
}
