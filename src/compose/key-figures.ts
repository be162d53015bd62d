// The plan's key figures -> their block.
import type { Block } from '../document/document.ts';
import type { SourceText } from '../plan/source-text.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

export function composeKeyFigures(session: Session, renderer: TemplateRenderer): readonly Block[] {
  const { keyFigures } = session.plan;
  if (keyFigures === undefined) return [];
  const text = (source: SourceText) => richText(session, renderer, source);
  const figures = keyFigures.figures.map(({ label, value, note }) => ({
    label: text(label),
    value: text(value),
    ...(note && { note: text(note) }),
  }));
  return [{ kind: 'key-figures', id: 'key-figures', title: text(keyFigures.title), figures }];
}
