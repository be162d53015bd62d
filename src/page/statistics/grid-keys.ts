// A key in the grid -> what it does there, as in Excel.
import type { Step } from './layout.ts';

type GridKey =
  | { readonly kind: 'move'; readonly step: Step; readonly isRange: boolean; readonly toEdge: boolean }
  | { readonly kind: 'next'; readonly by: 1 | -1 }
  | { readonly kind: 'open' | 'clear' | 'escape' | 'undo' | 'redo' };

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Undefined for what is the field's or the page's own. `withArrows`: they move from cell to cell. */
export function keyOf(event: KeyboardEvent, withArrows: boolean): GridKey | undefined {
  const { key, ctrlKey, shiftKey, altKey } = event;
  const arrow = ARROWS[key];
  if (altKey) return undefined;
  if (arrow !== undefined)
    return withArrows ? { kind: 'move', step: arrow, isRange: shiftKey, toEdge: ctrlKey } : undefined;
  if (ctrlKey) {
    if (event.code === 'KeyZ') return { kind: shiftKey ? 'redo' : 'undo' };
    return event.code === 'KeyY' ? { kind: 'redo' } : undefined;
  }
  if (key === 'Enter') return { kind: 'move', step: [shiftKey ? -1 : 1, 0], isRange: false, toEdge: false };
  if (key === 'Tab') return { kind: 'next', by: shiftKey ? -1 : 1 };
  if (key === 'F2') return { kind: 'open' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  return key === 'Escape' ? { kind: 'escape' } : undefined;
}
