// The notes and comments of a worksheet, as its parts have them -> their texts by cell.
import { StringItem } from './shared-parts.ts';
import { type CellComment, parseCell } from './spreadsheet.ts';
import { readXml } from './xml-events.ts';

/**
 * `notes` are parts of the old kind, `threads` of the new. Where both are of one cell, the old one only says that its reader is too old for
 * the other.
 */
export function readComments(
  notes: readonly Uint8Array[],
  threads: readonly Uint8Array[],
): readonly CellComment[] {
  const threaded = threads.flatMap((part) => commentsIn(part, 'threadedComment'));
  const cells = new Set(threaded.map(({ row, column }) => `${row} ${column}`));
  const old = notes.flatMap((part) => commentsIn(part, 'comment'));
  return [...threaded, ...old.filter(({ row, column }) => !cells.has(`${row} ${column}`))];
}

function commentsIn(part: Uint8Array, element: 'comment' | 'threadedComment'): readonly CellComment[] {
  const comments: CellComment[] = [];
  const item = new StringItem();
  let at: ReturnType<typeof parseCell>;
  // A thread's text is characters of its own; a note's is runs.
  let taking = false;
  let text = '';
  readXml(part, {
    open: (tag, attributes) => {
      if (tag === element) {
        at = parseCell(attributes.ref ?? '');
        text = '';
        item.take();
      }
      taking = tag === 'text';
      item.open(tag);
    },
    text: (characters) => {
      if (taking) text += characters;
      item.add(characters);
    },
    close: (tag) => {
      item.close(tag);
      if (tag === 'text') taking = false;
      if (tag !== element || at === undefined) return;
      const words = `${text} ${item.take()}`.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
      if (words !== '') comments.push({ ...at, text: words });
    },
  });
  return comments;
}
