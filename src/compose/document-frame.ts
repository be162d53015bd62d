// A plan -> what its document says of itself: title, issuer, dates, edition, look.
import type { Document, DocumentEdition } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Theme } from '../document/theme.ts';
import { shownDate } from '../plan/edition.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/** Everything of a document but its blocks and notes. */
export function documentFrame(
  session: Session,
  renderer: TemplateRenderer,
  theme: Theme,
): Omit<Document, 'blocks' | 'notes'> {
  const { plan } = session;
  const edition = documentEdition(session, renderer);
  return {
    id: plan.id,
    title: plainText(richText(session, renderer, plan.title).inlines),
    issuer: plainText(richText(session, renderer, plan.issuer).inlines),
    language: plan.language,
    issueDate: plan.editions.at(-1)?.date ?? plan.issueDate,
    firstPage: plan.firstPage,
    reviewCopy: !session.final,
    theme,
    ...(edition && { edition }),
  };
}

function documentEdition(session: Session, renderer: TemplateRenderer): DocumentEdition | undefined {
  const edition = session.plan.editions.at(-1);
  if (edition === undefined) return undefined;
  const figures = [...(session.comparison?.figures.values() ?? [])];
  return {
    number: edition.number,
    title: plainText(richText(session, renderer, edition.title).inlines),
    date: shownDate(edition.date),
    marked: new Set(figures.filter(({ roundingOnly }) => !roundingOnly).map(({ address }) => address)),
  };
}
