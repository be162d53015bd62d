// A diagram of boxes under its caption: an organisation chart, or steps one after the other.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { item, list, type PlainPart, paragraphs, part, text } from '../reading-node.ts';

export interface DiagramBox {
  readonly name: RichText;
  readonly note?: RichText;
  /** None below steps. */
  readonly children: readonly DiagramBox[];
}

export interface DiagramBlock extends Identified {
  readonly kind: 'diagram';
  readonly caption?: RichText;
  /** What the picture shows, for who cannot see it. */
  readonly alt: RichText;
  readonly source?: RichText;
  readonly form: 'tree' | 'steps';
  readonly boxes: readonly DiagramBox[];
}

/** Each box before those below it. */
export const readDiagram: ReadBlock<DiagramBlock> = ({ caption, alt, source, boxes }) => ({
  as: 'text',
  nodes: [
    ...paragraphs('caption', caption),
    part('group', text('alt', alt, 'instead'), ...list(boxes.map(box))),
    ...paragraphs('body', source),
  ],
});

function box({ name, note, children }: DiagramBox): PlainPart {
  return item([], ...paragraphs('label', name), ...paragraphs('body', note), ...list(children.map(box)));
}
