// What every publication prints or says beside its own texts: heads, feet, marks of a review copy, names of pages and links.
import type { Document } from './document.ts';
import type { Theme } from './theme.ts';

/** Behind a label that goes on from the page before, or in its place. */
export const CONTINUED = '(계속)';

/** Marks of a review copy: in the head, and behind the text. */
export const REVIEW_LABEL = '검토본';
export const WATERMARK = '검토용';

/** What viewers call the pages that have no number. */
export const PAGE_NAMES = { cover: '표지', colophon: '판권', 'back-cover': '뒤표지' } as const;

/** At the foot of a page. */
export function pageFoot(number: number, { folio }: Pick<Theme, 'folio'>): string {
  return folio === 'centre' ? `- ${number} -` : String(number);
}

/** In heads: which edition the page belongs to. */
export function editionName({ edition }: Pick<Document, 'edition'>): string {
  return edition === undefined ? '' : `${edition.title}(${edition.date})`;
}

/** Two names in a head, of which either may be empty. */
export function inHead(...names: readonly string[]): string {
  return names.filter((name) => name !== '').join(' · ');
}

/** Behind the document's title in heads. */
export function editionInHead(document: Pick<Document, 'edition'>): string {
  return document.edition === undefined ? '' : ` · ${editionName(document)}`;
}

/** What the link to a note is called, and the one that leads back from it. */
export function noteLink(number: number): string {
  return `각주 ${number}`;
}

export function backLink(number: number): string {
  return `${noteLink(number)}: 본문으로 돌아가기`;
}
