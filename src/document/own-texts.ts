// A document -> the same with an object of its own for every text that is printed, so that each has one place in the structure.
import type { Block, Document } from './document.ts';

/** What holds no printed text: a chart's spec and a picture are data, and known by its identity elsewhere. */
const NO_TEXT = new Set(['spec', 'picture', 'place', 'inlines']);

/** A table that is called twice comes as two blocks with the same cells; the second gets copies. */
export function withOwnTexts(document: Document): Document {
  const seen = new Set<object>();
  const blocks = document.blocks.map((block): Block => (repeats(block, seen) ? copyOf(block) : block));
  return { ...document, blocks };
}

/** Whether anything in the value was seen before; all of it is afterwards. */
function repeats(value: unknown, seen: Set<object>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.map((member) => repeats(member, seen)).includes(true);
  if (seen.has(value)) return true;
  seen.add(value);
  return Object.entries(value)
    .map(([key, member]) => !NO_TEXT.has(key) && repeats(member, seen))
    .includes(true);
}

/** A copy that shares no object with the original or within itself, but for what holds no text. */
function copyOf<T>(value: T): T {
  const copy = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(copy);
    return Object.fromEntries(
      Object.entries(part).map(([key, member]) => [key, NO_TEXT.has(key) ? member : copy(member)]),
    );
  };
  // Copied key by key, so it is of the same type; TypeScript cannot follow that.
  return copy(value) as T;
}
