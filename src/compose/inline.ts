// A text of the plan's data -> rich text.
import type { RichText } from '../document/inline.ts';
import type { SourceText } from '../plan/source-text.ts';
import { parseInlines } from './parse-inlines.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

export function richText(session: Session, renderer: TemplateRenderer, source: SourceText): RichText {
  return { inlines: parseInlines(session, renderer.textOf(source), source.place), place: source.place };
}
