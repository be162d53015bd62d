// Nodes of a reading -> the same with each note behind the text that is the first to refer to it.
import type { Note } from './note.ts';
import {
  isPart,
  marker,
  part,
  type ReadingNode,
  type ReadingPart,
  type ReadingText,
  text,
} from './reading-node.ts';

/** What stands in a table: where the notes of its head cells go, and whether it stands in one. */
interface Within {
  readonly behind: ReadingNode[];
  readonly inHead: boolean;
}

function insideOf(node: ReadingNode, within: Within): Within {
  if (within.inHead) return within;
  if (node.kind === 'table') return { behind: [], inHead: false };
  return node.kind === 'cell' ? { ...within, inHead: node.role !== 'data' } : within;
}

export class NotePlacer {
  readonly #notes: ReadonlyMap<string, Note>;
  readonly #placed = new Set<string>();

  constructor(notes: ReadonlyMap<string, Note>) {
    this.#notes = notes;
  }

  /** A heading has its notes behind it; a table has those of its head cells, which are heard again with others. Throws on a reference to no note. */
  withNotes(nodes: readonly ReadingNode[]): readonly ReadingNode[] {
    return this.#placedIn(nodes, { behind: [], inHead: false });
  }

  #placedIn(nodes: readonly ReadingNode[], within: Within): readonly ReadingNode[] {
    const placed: ReadingNode[] = [];
    let same = true;
    for (const node of nodes) {
      const inner = insideOf(node, within);
      const own = isPart(node) && node.kind !== 'heading' ? this.#withNotesIn(node, inner) : node;
      placed.push(own);
      if (own !== node) same = false;
      const into = within.inHead ? within.behind : placed;
      for (const leaf of node.kind === 'heading' ? node.nodes : [node])
        if (leaf.kind === 'text') this.#addNotes(leaf, into);
      if (node.kind === 'table' && inner !== within) into.push(...inner.behind);
    }
    // Most have none: the parts of a reading are not made anew for nothing.
    return same && placed.length === nodes.length ? nodes : placed;
  }

  #withNotesIn(part: ReadingPart, within: Within): ReadingPart {
    const nodes = this.#placedIn(part.nodes, within);
    return nodes === part.nodes ? part : { ...part, nodes };
  }

  #addNotes(node: ReadingText, placed: ReadingNode[]): void {
    for (const inline of node.text.inlines) {
      if (inline.kind !== 'note-reference' || this.#placed.has(inline.note)) continue;
      this.#placed.add(inline.note);
      const note = this.#notes.get(inline.note);
      if (note === undefined) throw new Error(`no such note: ${inline.note}`);
      const { number, content } = note;
      const nodes = [part('label', marker(`${number})`, content)), text('note', content)];
      placed.push({ kind: 'note', note, nodes });
    }
  }
}
