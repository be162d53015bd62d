// A document -> every line of text that its PDF must show, by block, with the figures and note references in it.
import type { SourceLocation } from '../diagnostic.ts';
import { textsOf } from '../document/block-texts.ts';
import type { Block, Document, Note } from '../document/document.ts';
import type { FigureRun, RichText } from '../document/inline.ts';
import type { TableBlock, TableCell } from '../document/table.ts';

/** A stretch of an expected text; offsets count its squeezed characters. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** One text of the document as it is printed, without any blank: a line may end anywhere. */
export interface ExpectedText {
  readonly text: string;
  readonly place: SourceLocation;
  readonly figures: readonly (Span & Pick<FigureRun, 'address' | 'text' | 'unit' | 'typed'>)[];
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

export function expectedBlock(block: Block, document: Document): ExpectedBlock {
  const { notes } = document;
  if (block.kind === 'table') return expectedTable(block, document);
  const texts = printedTexts(block, document).map((text) => expected(text, notes));
  const heads = block.kind === 'schedule' ? texts.slice(0, 1 + block.months.length) : [];
  return { texts, heads, cells: new Map() };
}

/** A note as it stands at the foot of its page, number first. */
export function expectedNote(note: Note, notes: Document['notes']): ExpectedText {
  return expected(numbered(`${note.number})`, note.content), notes);
}

function expectedTable(table: TableBlock, document: Document): ExpectedBlock {
  const { notes } = document;
  const lead = [table.caption, table.unitLine].flatMap((text) => (text ? [expected(text, notes)] : []));
  const cells = new Map<TableCell, readonly ExpectedText[]>();
  const rows = table.rows.map((row) =>
    row.flatMap((cell) => {
      const texts = cell.blocks.flatMap((block) => expectedBlock(block, document).texts);
      cells.set(cell, texts);
      return texts;
    }),
  );
  return { texts: [...lead, ...rows.flat()], heads: rows.slice(0, table.headerRows).flat(), cells };
}

/** The block's own texts, and what is printed beside them: numbers, markers, titles of lists. */
function printedTexts(block: Exclude<Block, TableBlock>, document: Document): readonly RichText[] {
  switch (block.kind) {
    case 'part':
      return [words(block.numeral, block.title.place), block.title];
    case 'section':
      return [words(block.number, block.title.place), block.title];
    case 'item':
    case 'remark':
      return [words(block.marker, block.content.place), block.content];
    case 'swot': {
      const place = block.boxes[0]?.title.place ?? { file: document.id, line: 1, column: 1 };
      // Factors of which nothing is known show in review copies only.
      const known = block.factors.some(({ items }) => items !== 'missing') || document.reviewCopy;
      return [
        ...(known ? block.factors : []).flatMap(({ title, items }) => [
          words(title, place),
          ...(items === 'missing' ? [] : items),
        ]),
        ...block.boxes.flatMap(({ title, items }) => [title, ...items]),
      ];
    }
    default:
      return textsOf(block);
  }
}

function words(text: string, place: SourceLocation): RichText {
  return { inlines: [{ kind: 'text', text, bold: false, meaning: { kind: 'plain' } }], place };
}

function numbered(number: string, { inlines, place }: RichText): RichText {
  return { inlines: [...words(number, place).inlines, ...inlines], place };
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
