// The reading of a document -> every text of it, with what it stands in.
import type { Block, Document } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import type { Note } from '../document/note.ts';
import { readingOf } from '../document/reading.ts';
import {
  type CellObject,
  type HeadingPart,
  isPart,
  type ReadingNode,
  type ReadingPart,
  type TextRole,
} from '../document/reading-node.ts';

/** What a text stands in. */
export interface TextContext {
  /** The block that holds it; the outermost one for a cell's text, the one that refers to it first for a note. */
  readonly block: Block;
  /** The part and the heading above it; unset before the first. */
  readonly part?: HeadingPart;
  readonly heading?: HeadingPart;
  /** The task whose sheet it stands in: the sheet block's id. */
  readonly sheet?: string;
  /** The cell of the block's table that holds it. */
  readonly cell?: CellObject;
  readonly note?: Note;
}

export interface PrintedText {
  readonly text: RichText;
  /** What the text is to its block. */
  readonly role: TextRole;
  readonly context: TextContext;
}

type Above = Omit<TextContext, 'block' | 'cell' | 'note'>;
type Within = Pick<TextContext, 'cell' | 'note'>;

/** Every text once, in the order in which it is read. */
export function printedTexts(document: Document): readonly PrintedText[] {
  const { nodes, blocks } = readingOf(document);
  const texts: PrintedText[] = [];
  let above: Above = {};
  const visit = (nodes: readonly ReadingNode[], within: Within): void => {
    for (const node of nodes) {
      if (isPart(node)) {
        above = under(node, above);
        visit(node.nodes, insideOf(node, within));
        continue;
      }
      const block = blocks.get(node);
      if (node.kind !== 'text' || block === undefined) continue;
      const role = node.role === 'body' && within.cell !== undefined ? 'cell' : node.role;
      texts.push({ text: node.text, role, context: { block, ...above, ...within } });
    }
  };
  visit(nodes, {});
  return texts;
}

/** What stands behind a heading, or in a section, stands under; a page of its own stands under nothing. */
function under(part: ReadingPart, above: Above): Above {
  if (part.kind === 'section') return part.rank === 'page' ? {} : above;
  if (part.kind !== 'heading') return above;
  const outer = above.part === undefined ? {} : { part: above.part };
  switch (part.rank) {
    case 'part':
      return { part };
    case 'section':
    case 'subsection':
      return outer;
    case 'strategy':
    case 'task':
      return { ...outer, sheet: part.block };
    case 'heading':
      return { ...above, heading: part };
    case 'label':
    case 'page':
      return above;
  }
}

function insideOf(part: ReadingPart, within: Within): Within {
  if (part.kind === 'note') return { ...within, note: part.note };
  if (part.kind === 'cell' && within.cell === undefined && part.of !== undefined)
    return { ...within, cell: part.of };
  return within;
}
