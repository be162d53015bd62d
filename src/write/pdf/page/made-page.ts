// What the page maker makes: a page with its items, fragments and notes.
import type { DrawItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { PagePart } from './flow-item.ts';
import type { LayoutContext } from './layout-context.ts';
import type { NoteArea } from './notes.ts';

export interface PlacedItem {
  readonly item: DrawItem;
  /** Decoration is what is drawn beside the texts of the body and of notes: leaders, the rule above notes. */
  readonly role: 'body' | 'note' | 'decoration' | 'header' | 'footer' | 'watermark';
  readonly block: string;
}

/** A finished page; items in absolute points. */
export interface MadePage {
  /** What it was laid out with: its size and margins, too. */
  readonly context: LayoutContext;
  readonly items: PlacedItem[];
  readonly fragments: { readonly block: string; readonly y: number; readonly height: number }[];
  /** Notes referred to on the page, each time. */
  readonly references: string[];
  readonly notes: NoteArea;
  /** Part title for the running head. */
  runningHead: string;
  hidesHead: boolean;
  readonly part: PagePart;
  /** Whether it lies at the left of the open book. */
  readonly isLeft: boolean;
  /** What viewers call it when it has no number. */
  name: string | undefined;
}

/** Points. */
export function sizeOf({ context: { theme } }: MadePage): {
  readonly width: number;
  readonly height: number;
} {
  return { width: theme.page.width * MM, height: theme.page.height * MM };
}
