// A block -> whether its pages stand before the body, in it or behind it: only those of the body have numbers of their own. Pages -> on which side of the open book each lies.
import type { Block } from './document.ts';

export type PageZone = 'front' | 'body' | 'back';

const OUTSIDE: Partial<Record<Block['kind'], PageZone>> = {
  cover: 'front',
  contents: 'front',
  'key-figures': 'front',
  colophon: 'back',
  'back-cover': 'back',
};

export function pageZone({ kind }: Block): PageZone {
  return OUTSIDE[kind] ?? 'body';
}

/** Of each page, whether it lies at the left: every other one from the second of the inside on. Covers lie alone. */
export function leftHandPages(covers: readonly boolean[]): readonly boolean[] {
  let inside = 0;
  return covers.map((isCover) => !isCover && inside++ % 2 === 1);
}
