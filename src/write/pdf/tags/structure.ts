// The parts of a document that are printed as text or figures -> the places for their content in the logical structure.
import type { Note } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { addLeaf, addTag, type Leaf, newTag, type Tag, type TextLeaves } from './tag.ts';

/** What a text is looked up by: the object that no other printed text shares, its block, cell, entry or itself. */
export type TextKey = object;

/** Where layouts find the leaves that they stamp on what they draw. */
export interface StructureLookup {
  /** Undefined where a file has no tags, or the text is read elsewhere: what is drawn without a leaf is an artifact. */
  text(key: TextKey): TextLeaves | undefined;
  figure(key: TextKey): Leaf | undefined;
  /** The bar of a phase, which stands for its months. */
  bar(key: TextKey): Leaf | undefined;
}

/** For files without tags. */
export const NO_STRUCTURE: StructureLookup = {
  text: () => undefined,
  figure: () => undefined,
  bar: () => undefined,
};

/** The logical structure while it is built, and for the layouts after that. */
export class Structure implements StructureLookup {
  readonly root = newTag('Document');
  readonly #texts = new Map<TextKey, TextLeaves>();
  readonly #figures = new Map<TextKey, Leaf>();
  readonly #bars = new Map<TextKey, Leaf>();
  readonly #noted = new Set<string>();
  readonly #notes: ReadonlyMap<string, Note>;

  constructor(notes: ReadonlyMap<string, Note>) {
    this.#notes = notes;
  }

  text(key: TextKey): TextLeaves | undefined {
    return this.#texts.get(key);
  }

  figure(key: TextKey): Leaf | undefined {
    return this.#figures.get(key);
  }

  bar(key: TextKey): Leaf | undefined {
    return this.#bars.get(key);
  }

  addFigure(key: TextKey, leaf: Leaf): void {
    this.#figures.set(key, leaf);
  }

  addBar(key: TextKey, leaf: Leaf): void {
    this.#bars.set(key, leaf);
  }

  /**
   * Puts a text into an element, its marker before it in `markerIn`. A note that it is the first to refer to follows in
   * `notesIn`. Throws when the key has a text already: one place in the structure would lose its content to another.
   */
  addText(
    key: TextKey,
    text: RichText,
    into: Tag,
    { notesIn = into, markerIn }: { readonly notesIn?: Tag; readonly markerIn?: Tag } = {},
  ): void {
    if (this.#texts.has(key)) throw new Error('a text has two places in the logical structure');
    const marker = markerIn && addLeaf(markerIn);
    const notes: string[] = [];
    const segments = [addLeaf(into)];
    for (const inline of text.inlines) {
      if (inline.kind !== 'note-reference') continue;
      segments.push(this.#reference(inline.note, into), addLeaf(into));
      if (!this.#noted.has(inline.note)) notes.push(inline.note);
      this.#noted.add(inline.note);
    }
    this.#texts.set(key, { segments, ...(marker && { marker }) });
    for (const note of notes) this.#addNote(note, notesIn);
  }

  /** Places for a title without references, and for the words that stand where its items are not known. */
  addTitle(key: TextKey, into: Tag, unknownIn?: Tag): void {
    this.#texts.set(key, { segments: [addLeaf(into)], ...(unknownIn && { marker: addLeaf(unknownIn) }) });
  }

  /** A place for what is printed behind a text: its page number in the contents. */
  addBehind(key: TextKey, into: Tag): void {
    const text = this.#texts.get(key);
    if (text === undefined) throw new Error('nothing stands before');
    this.#texts.set(key, { ...text, marker: addLeaf(into) });
  }

  #reference(note: string, into: Tag): Leaf {
    const link = { place: notePlace(note), contents: `각주 ${this.#note(note).number}` };
    const first = !this.#noted.has(note);
    return addLeaf(addTag(addTag(into, 'Reference'), 'Link'), {
      link,
      ...(first && { place: referencePlace(note) }),
    });
  }

  #addNote(id: string, into: Tag): void {
    const note = this.#note(id);
    const tag = addTag(into, 'Note', { id: `note-${String(note.number).padStart(6, '0')}` });
    const number = addLeaf(addTag(addTag(tag, 'Lbl'), 'Link'), {
      place: notePlace(id),
      link: { place: referencePlace(id), contents: `각주 ${note.number}: 본문으로 돌아가기` },
    });
    this.addText(note, note.content, tag);
    const text = this.#texts.get(note);
    if (text !== undefined) this.#texts.set(note, { ...text, marker: number });
  }

  #note(id: string): Note {
    const note = this.#notes.get(id);
    if (note === undefined) throw new Error(`no such note: ${id}`);
    return note;
  }
}

const notePlace = (note: string): string => `note:${note}`;
const referencePlace = (note: string): string => `reference:${note}`;
