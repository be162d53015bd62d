// A document -> every line of text that its PDF must show, by block, with the figures and note references in it.
import type { SourceLocation } from '../diagnostic.ts';
import type { Block, Document, Note } from '../document/document.ts';
import { type FigureRun, plainRich, plainRun, type RichText } from '../document/inline.ts';
import { isSeen, nodesOf } from '../document/reading.ts';
import { type CellObject, isPart, type ReadingLeaf, type ReadingNode } from '../document/reading-node.ts';
import type { TableCell } from '../document/table.ts';

/** A stretch of an expected text; offsets count its squeezed characters. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** One text of the document as it is printed, without any blank: a line may end anywhere. */
export interface ExpectedText {
  readonly text: string;
  readonly place: SourceLocation;
  readonly figures: readonly (Span & Pick<FigureRun, 'address' | 'text' | 'unit' | 'typed' | 'magnitude'>)[];
  readonly notes: readonly (Span & { readonly note: string })[];
}

/** The texts of a block in reading order. */
export interface ExpectedBlock {
  readonly texts: readonly ExpectedText[];
  /** Texts of its heading rows, which every page after the first shows again. */
  readonly heads: readonly ExpectedText[];
  /** The texts of each cell of a table. */
  readonly cells: ReadonlyMap<TableCell, readonly ExpectedText[]>;
}

/** The text without any blank. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** What the reading says of the block, but for what is only heard: numbers and markers beside the texts too. */
export function expectedBlock(block: Block, { notes }: Document): ExpectedBlock {
  const inCells = new Map<CellObject, readonly ExpectedText[]>();
  const say = (nodes: readonly ReadingNode[]): readonly ExpectedText[] =>
    nodes.flatMap((node): readonly ExpectedText[] => {
      if (!isPart(node)) return leafText(node, notes);
      const texts = say(node.nodes);
      if (node.kind === 'cell' && node.of !== undefined) inCells.set(node.of, texts);
      return texts;
    });
  const texts = say(nodesOf(block));
  if (block.kind === 'schedule') {
    const from = block.remark === undefined ? 0 : 1;
    return { texts, heads: texts.slice(from, from + 1 + block.columns.length), cells: new Map() };
  }
  const rows = block.kind === 'table' ? block.rows : [];
  const cells = new Map(rows.flat().map((cell) => [cell, inCells.get(cell) ?? []]));
  const headed = block.kind === 'table' ? block.headerRows : 0;
  return {
    texts,
    heads: rows
      .slice(0, headed)
      .flat()
      .flatMap((cell) => cells.get(cell) ?? []),
    cells,
  };
}

function leafText(leaf: ReadingLeaf, notes: Document['notes']): readonly ExpectedText[] {
  switch (leaf.kind) {
    case 'text':
      return isSeen(leaf) ? [expected(leaf.behindNumber ?? leaf.text, notes)] : [];
    case 'marker':
      return [expected(plainRich(leaf.words, leaf.of.place), notes)];
    case 'page-number':
    case 'picture':
      return [];
  }
}

/** A note as it stands at the foot of its page, number first. */
export function expectedNote(note: Note, notes: Document['notes']): ExpectedText {
  return expected(numbered(`${note.number})`, note.content), notes);
}

function numbered(number: string, { inlines, place }: RichText): RichText {
  return { inlines: [plainRun(number), ...inlines], place };
}

function expected({ inlines, place }: RichText, notes: Document['notes']): ExpectedText {
  let text = '';
  const figures: ExpectedText['figures'][number][] = [];
  const references: ExpectedText['notes'][number][] = [];
  for (const inline of inlines) {
    const from = text.length;
    switch (inline.kind) {
      case 'text':
        text += squeezed(inline.text);
        break;
      case 'figure':
        text += squeezed(inline.text);
        figures.push({ ...inline, from, to: text.length });
        break;
      case 'note-reference':
        text += `${notes.get(inline.note)?.number})`;
        references.push({ note: inline.note, from, to: text.length });
        break;
      case 'line-break':
        break;
    }
  }
  return { text, place, figures, notes: references };
}
