// The map of vision, goals, strategies and tasks.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { readNumbered } from '../numbered-text.ts';
import { item, list, type PlainPart, paragraphs, part, text } from '../reading-node.ts';

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

/** Vision and goals, each behind its label; then strategy by strategy, each with its tasks. */
export const readVision: ReadBlock<VisionBlock> = (block) => ({
  as: 'text',
  nodes: [
    part(
      'group',
      text('alt', block.alt, 'instead'),
      ...block.goals.flatMap((goal) => [
        ...paragraphs('label', goal.label),
        ...paragraphs('body', goal.text),
      ]),
      ...paragraphs('label', block.label, block.strategiesTitle, block.tasksTitle),
      ...list(
        block.strategies.map(({ name, tasks }) =>
          item([], part('paragraph', text('label', name)), ...list(tasks.map(task))),
        ),
      ),
    ),
  ],
});

function task(name: RichText): PlainPart {
  const { label, body } = readNumbered('label', name);
  return item(label, ...body);
}
