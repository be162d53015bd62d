// A document -> its rich texts in reading order, each with the block it stands in.
import type { Document } from '../../src/document/document.ts';
import type { FigureRun, RichText } from '../../src/document/inline.ts';
import { isSeen, leavesIn, readingOf } from '../../src/document/reading.ts';

export interface PlacedText {
  readonly block: string;
  readonly text: RichText;
}

/** Every piece of rich text that is printed: titles, items, captions, cells within cells, boxes, and the notes at the end. */
export function textsOf(document: Document): readonly PlacedText[] {
  const { nodes, blocks } = readingOf({ blocks: document.blocks });
  const texts = leavesIn(nodes).flatMap((leaf) =>
    leaf.kind === 'text' && isSeen(leaf) ? [{ block: blocks.get(leaf)?.id ?? '', text: leaf.text }] : [],
  );
  return [...texts, ...[...document.notes.values()].map(({ id, content }) => ({ block: id, text: content }))];
}

/** The figures printed in a document, in reading order. */
export function figureRunsOf(document: Document): readonly FigureRun[] {
  return textsOf(document)
    .flatMap(({ text }) => text.inlines)
    .filter((inline) => inline.kind === 'figure');
}
