// A plan -> what its document says of itself: title, issuer, dates, edition, look.

import type { Document, DocumentEdition } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Theme } from '../document/theme.ts';
import { isBlank } from '../figure/characters.ts';
import { shownDate } from '../plan/edition.ts';
import type { SourceText } from '../plan/source-text.ts';
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
    title: named(session, renderer, plan.title),
    issuer: named(session, renderer, plan.issuer),
    ...(plan.keywords && { keywords: plan.keywords.map((one) => named(session, renderer, one)) }),
    ...(plan.summary && { summary: named(session, renderer, plan.summary) }),
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
    title: named(session, renderer, edition.title),
    date: shownDate(edition.date),
    marked: new Set(figures.filter(({ roundingOnly }) => !roundingOnly).map(({ address }) => address)),
  };
}

/** What is printed of a name. A file without a title says nothing to who hears it (ISO 14289-1, 7.1), so none may come to nothing. */
function named(session: Session, renderer: TemplateRenderer, source: SourceText): string {
  const text = plainText(richText(session, renderer, source).inlines);
  if (isBlank(text) && source.text !== '')
    session.fault({
      rule: 'blank-text',
      message: `인쇄하면 보이는 글자가 없는 이름입니다: ${source.text}`,
      expected: '보이는 글자가 있는 이름',
      place: source.place,
    });
  return text;
}
