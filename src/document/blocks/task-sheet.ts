// The head of a task sheet.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { text } from '../reading-node.ts';

/** The head of a task sheet: begins a page with a banner and the title. */
export interface TaskSheetBlock extends Identified {
  readonly kind: 'task-sheet';
  /** [전략1. 청년 일자리 확대] */
  readonly banner: RichText;
  /** Which of the strategies it belongs to, from 0: its colour. */
  readonly strategy?: number;
  /** The upper, smaller tier of the title. */
  readonly purpose?: RichText;
  readonly title: RichText;
  /** On the first sheet of a strategy: what the bookmarks call the strategy. */
  readonly opensStrategy?: string;
  /** What the contents and the bookmarks call the task's subtasks. */
  readonly subtasks?: readonly RichText[];
}

/** The banner is a heading on the first sheet of its strategy; on the others it only repeats it, but for a note that it refers to. */
export const readTaskSheet: ReadBlock<TaskSheetBlock> = (block) => {
  const { banner, purpose, title, opensStrategy: name, subtasks: holds } = block;
  const opens = name !== undefined;
  const refers = banner.inlines.some(({ kind }) => kind === 'note-reference');
  const own = [...(purpose === undefined ? [] : [text('title', purpose)]), text('title', title)];
  return {
    as: 'sections',
    sections: [
      ...(opens ? [heading('strategy', block, banner, [text('title', banner)], { name })] : []),
      heading(
        'task',
        block,
        title,
        opens ? own : [text('title', banner, refers ? 'all' : 'seen'), ...own],
        holds && { holds },
      ),
    ],
  };
};
