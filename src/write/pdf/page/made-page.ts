// What the page maker makes: a page with its items, fragments and notes.
import type { DrawItem } from '../type/drawing.ts';
import type { PagePart } from './flow-item.ts';
import type { NoteArea } from './notes.ts';

export interface PlacedItem {
  readonly item: DrawItem;
  readonly role: 'body' | 'note' | 'furniture';
  readonly block: string;
}

/** A finished page; items in absolute points. */
export interface MadePage {
  readonly items: PlacedItem[];
  readonly fragments: { readonly block: string; readonly y: number; readonly height: number }[];
  /** Notes referred to on the page, each time. */
  readonly references: string[];
  readonly notes: NoteArea;
  /** Part title for the running head. */
  runningHead: string;
  hidesHead: boolean;
  readonly part: PagePart;
  /** What viewers call it when it has no number. */
  name: string | undefined;
}
