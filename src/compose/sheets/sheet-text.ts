// Inlines and blocks of the document -> the text of a worksheet cell.
import type { Block, Note } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import type { TextPiece } from '../../document/workbook.ts';

export type Notes = ReadonlyMap<string, Note>;

/** How a note is referred to and listed: `9)`. */
export function noteMark(note: Note): string {
  return `${note.number})`;
}

/** The inlines as text; references to notes become their raised numbers. */
export function piecesOf(inlines: readonly Inline[], notes: Notes): readonly TextPiece[] {
  return inlines.map((inline) => {
    switch (inline.kind) {
      case 'text':
      case 'figure':
        return { text: inline.text, bold: inline.bold, raised: false };
      case 'line-break':
        return { text: '\n', bold: false, raised: false };
      case 'note-reference': {
        const note = notes.get(inline.note);
        return { text: note === undefined ? '' : noteMark(note), bold: false, raised: true };
      }
    }
  });
}

/** The inlines of a cell's blocks, one block a line, markers in front. Throws on what a worksheet cell cannot hold. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [{ kind: 'line-break' } as const]),
    ...inlinesOfBlock(block),
  ]);
}

function inlinesOfBlock(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
      return block.content.inlines;
    case 'item':
    case 'remark': {
      const marker: Inline = {
        kind: 'text',
        text: `${'  '.repeat(Math.max(0, block.level - 1))}${block.marker} `,
        bold: false,
        meaning: { kind: 'plain' },
      };
      return [marker, ...block.content.inlines];
    }
    default:
      throw new Error(`a worksheet cell cannot hold a ${block.kind}: ${block.id}`);
  }
}
