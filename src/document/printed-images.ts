// The blocks of a document -> the images that they print.
import type { Block } from './document.ts';

/** By the ids that their blocks have, those of the cover too. */
export function printedImages(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      if (block.kind === 'image') return [block.id];
      return block.kind === 'cover' ? (block.marks ?? []).map(({ id }) => id) : [];
    }),
  );
}
