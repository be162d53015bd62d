// A block -> whether its pages stand before the body, in it or behind it: only those of the body have numbers of their own.
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
