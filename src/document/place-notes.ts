// Nodes of a reading -> the same with each note behind the text that is the first to refer to it.
import type { Note } from './note.ts';
import { isPart, marker, part, type ReadingNode, text } from './reading-node.ts';

export class NotePlacer {
  readonly #notes: ReadonlyMap<string, Note>;
  readonly #placed = new Set<string>();

  constructor(notes: ReadonlyMap<string, Note>) {
    this.#notes = notes;
  }

  /** A heading has its notes behind it. Throws on a reference to no note. */
  withNotes(nodes: readonly ReadingNode[]): readonly ReadingNode[] {
    return nodes.flatMap((node): readonly ReadingNode[] => {
      if (!isPart(node)) return [node, ...this.#notesOf(node)];
      if (node.kind === 'heading') return [node, ...node.nodes.flatMap((leaf) => this.#notesOf(leaf))];
      return [{ ...node, nodes: this.withNotes(node.nodes) }];
    });
  }

  #notesOf(node: ReadingNode): readonly ReadingNode[] {
    if (node.kind !== 'text') return [];
    return node.text.inlines.flatMap((inline): readonly ReadingNode[] => {
      if (inline.kind !== 'note-reference' || this.#placed.has(inline.note)) return [];
      this.#placed.add(inline.note);
      const note = this.#notes.get(inline.note);
      if (note === undefined) throw new Error(`no such note: ${inline.note}`);
      const { number, content } = note;
      return [
        { kind: 'note', note, nodes: [part('label', marker(`${number})`, content)), text('note', content)] },
      ];
    });
  }
}
