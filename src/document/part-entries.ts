// A document's contents -> what of them each part shows beside its title.
import type { ContentsEntry } from './blocks/contents.ts';
import type { Document } from './document.ts';

export type PartEntries = readonly ContentsEntry[];

/** By the part's id: the entries of the next level. None for a part with more than the theme has room for. */
export function partEntries({
  blocks,
  theme,
}: Pick<Document, 'blocks' | 'theme'>): ReadonlyMap<string, PartEntries> {
  const { row, most } = theme.partContents;
  const entries = blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
  const isPart = new Set(blocks.flatMap(({ kind, id }) => (kind === 'part' ? [id] : [])));
  const parts = new Map<string, ContentsEntry[]>();
  let open: ContentsEntry[] = [];
  for (const entry of entries) {
    if (entry.level === 1) {
      open = [];
      parts.set(entry.target, open);
    } else if (entry.level === 2) open.push(entry);
  }
  return new Map(
    [...parts].filter(([part, own]) => isPart.has(part) && row > 0 && own.length > 0 && own.length <= most),
  );
}
