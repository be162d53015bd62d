// The blocks of a document -> its notes, numbered by their first reference in reading order.
import { korean } from '../diagnostic/particle.ts';
import { hasErrors } from '../diagnostic.ts';
import type { Block, Note } from '../document/document.ts';
import { textsOf } from '../document/reading.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/**
 * Numbers the notes that are referred to; a note that nothing refers to is a warning. `all` are the blocks with those that a
 * publication leaves out: their notes are not at fault.
 */
export function composeNotes(
  session: Session,
  renderer: TemplateRenderer,
  blocks: readonly Block[],
  all: readonly Block[] = blocks,
): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  for (const text of blocks.flatMap(textsOf)) {
    for (const inline of text.inlines) {
      if (inline.kind !== 'note-reference' || notes.has(inline.note)) continue;
      const source = session.plan.notes.get(inline.note);
      if (source === undefined) throw new Error(`unknown note ${inline.note} passed the parser`);
      const content = richText(session, renderer, source);
      if (content.inlines.some(({ kind }) => kind === 'note-reference')) {
        session.fault({
          rule: 'note-in-note',
          message: `각주 ‘${inline.note}’ 안에서 다시 각주를 가리킵니다.`,
          expected: '다른 각주를 가리키지 않는 각주',
          place: source.place,
        });
      }
      notes.set(inline.note, { id: inline.note, number: notes.size + 1, content });
    }
  }
  // Where something could not be composed, its references are missing too.
  if (hasErrors(session.diagnostics)) return notes;
  const leftOut = new Set(
    (all === blocks ? [] : all)
      .flatMap(textsOf)
      .flatMap(({ inlines }) => inlines.flatMap((one) => (one.kind === 'note-reference' ? [one.note] : []))),
  );
  for (const [id, { place }] of session.plan.notes) {
    if (notes.has(id) || leftOut.has(id)) continue;
    session.say({
      rule: 'unused-note',
      severity: 'warning',
      message: korean`각주 ‘${id}’을(를) 가리키는 곳이 없습니다.`,
      expected: `본문이나 표의 [^${id}]`,
      place,
    });
  }
  return notes;
}
