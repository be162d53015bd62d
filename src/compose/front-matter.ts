// The plan's texts for cover, colophon and back cover -> their blocks.

import type { Block } from '../document/document.ts';
import { editionLabel, shownDate } from '../plan/edition.ts';
import type { SourceText } from '../plan/source-text.ts';
import { composeMarks } from './image.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import { wording } from './rich-text.ts';
import type { Session } from './session.ts';

export function composeCover(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { cover, title, issuer, editions } = session.plan;
  const edition = editions.at(-1);
  if (cover === undefined) return [];
  const text = (source: SourceText) => richText(session, renderer, source);
  const marks = composeMarks(session, renderer);
  return [
    {
      kind: 'cover',
      id: 'cover',
      ...(cover.registration === undefined ? {} : { registration: text(cover.registration) }),
      ...(cover.tag === undefined ? {} : { tag: text(cover.tag) }),
      ...(cover.slogan === undefined ? {} : { slogan: text(cover.slogan) }),
      ...(cover.series === undefined ? {} : { series: text(cover.series) }),
      title: text(cover.title ?? title),
      ...(cover.vision === undefined ? {} : { vision: text(cover.vision) }),
      issuer: text(issuer),
      ...(marks.length > 0 && { marks }),
      ...(edition && {
        edition: [
          wording(editionLabel(editions), edition.place),
          text(edition.title),
          wording(shownDate(edition.date), edition.place),
        ],
      }),
    },
  ];
}

export function composeColophon(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { colophon, issuer } = session.plan;
  if (colophon === undefined) return [];
  const text = (source: SourceText) => richText(session, renderer, source);
  return [
    {
      kind: 'colophon',
      id: 'colophon',
      title: text(colophon.title),
      rows: colophon.rows.map((row) => ({ label: text(row.label), text: text(row.text) })),
    },
    ...(colophon.backCover.length === 0
      ? []
      : [
          {
            kind: 'back-cover' as const,
            id: 'back-cover',
            issuer: text(issuer),
            lines: colophon.backCover.map(text),
          },
        ]),
  ];
}
