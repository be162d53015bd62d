// The contents.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { type PlainPart, type ReadingNode, text } from '../reading-node.ts';

/** One line of the contents: the whole label, and the block whose page it names. */
export interface ContentsEntry {
  /** 1 for a part, 4 for a subtask. */
  readonly level: 1 | 2 | 3 | 4;
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

export const readContents: ReadBlock<ContentsBlock> = (block) => ({
  as: 'page',
  nodes: [heading('page', block, block.title, [text('title', block.title)]), ...nested(block.entries)],
});

/** The entries within those of the level above. */
function nested(entries: readonly ContentsEntry[]): readonly PlainPart[] {
  const lists: PlainPart[] = [];
  const open: { readonly level: number; readonly list: ReadingNode[]; item: ReadingNode[] }[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) > entry.level) open.pop();
    let last = open.at(-1);
    if (last?.level !== entry.level) {
      const list: ReadingNode[] = [];
      (last?.item ?? lists).push({ kind: 'contents', nodes: list });
      last = { level: entry.level, list, item: list };
      open.push(last);
    }
    last.item = [reference(entry)];
    last.list.push({ kind: 'entry', nodes: last.item });
  }
  return lists;
}

function reference({ label, target }: ContentsEntry): ReadingNode {
  return {
    kind: 'link',
    target,
    nodes: [text('label', label), { kind: 'page-number', of: label, target }],
  };
}
