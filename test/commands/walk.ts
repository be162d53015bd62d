// A document -> its rich texts in reading order, each with the block it stands in.
import type { Block, Document } from '../../src/document/document.ts';
import type { FigureRun, RichText } from '../../src/document/inline.ts';

export interface PlacedText {
  readonly block: string;
  readonly text: RichText;
}

/** Every piece of rich text: titles, items, captions, cells within cells, boxes, and the notes at the end. */
export function textsOf(document: Document): readonly PlacedText[] {
  const notes = [...document.notes.values()].map((note) => ({ block: note.id, text: note.content }));
  return [...document.blocks.flatMap(textsOfBlock), ...notes];
}

function textsOfBlock(block: Block): readonly PlacedText[] {
  const here = (...texts: readonly (RichText | undefined)[]): readonly PlacedText[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ block: block.id, text }]));
  switch (block.kind) {
    case 'cover':
      return here(
        block.registration,
        ...(block.edition ?? []),
        block.tag,
        block.slogan,
        block.series,
        block.title,
        block.vision,
        block.issuer,
      );
    case 'contents':
      return here(block.title, ...block.entries.map(({ label }) => label));
    case 'task-sheet':
      return here(block.banner, block.purpose, block.title);
    case 'vision':
      return here(
        ...block.goals.flatMap(({ label, text }) => [label, text]),
        block.label,
        block.strategiesTitle,
        ...block.strategies.map(({ name }) => name),
        block.tasksTitle,
        ...block.strategies.flatMap(({ tasks }) => tasks),
      );
    case 'schedule': {
      const rows = block.rows.flatMap((row) => [
        row.label,
        ...(row.kind === 'project' ? row.lanes.flat().map(({ text }) => text) : []),
      ]);
      return here(block.corner, ...block.months, ...rows);
    }
    case 'colophon':
      return here(block.title, ...block.rows.flatMap(({ label, text }) => [label, text]));
    case 'back-cover':
      return here(block.issuer, ...block.lines);
    case 'page-break':
      return [];
    case 'part':
    case 'section':
    case 'heading':
    case 'label':
      return here(block.title);
    case 'item':
    case 'remark':
    case 'paragraph':
      return here(block.content);
    case 'table': {
      const cells = block.rows.flat().flatMap((cell) => cell.blocks.flatMap(textsOfBlock));
      return [...here(block.caption, block.unitLine), ...cells];
    }
    case 'chart':
      return here(block.caption, block.unitLine);
    case 'missing':
      return here(block.caption, block.needed);
    case 'swot': {
      const factors = block.factors.flatMap(({ items }) => (items === 'missing' ? [] : items));
      return here(...factors, ...block.boxes.flatMap((box) => [box.title, ...box.items]));
    }
  }
}

/** The figures printed in a document, in reading order. */
export function figureRunsOf(document: Document): readonly FigureRun[] {
  return textsOf(document)
    .flatMap(({ text }) => text.inlines)
    .filter((inline) => inline.kind === 'figure');
}
