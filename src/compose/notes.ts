// The blocks of a document -> its notes, numbered by their first reference in reading order.
import { hasErrors } from '../diagnostic.ts';
import type { Block, Note } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
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
      message: `각주 ‘${id}’을(를) 가리키는 곳이 없습니다.`,
      expected: `본문이나 표의 [^${id}]`,
      place,
    });
  }
  return notes;
}

/** Every text of a block in reading order: caption before header cells before body. */
export function textsOf(block: Block): readonly RichText[] {
  switch (block.kind) {
    case 'cover':
      return [
        block.registration,
        ...(block.edition ?? []),
        block.tag,
        block.slogan,
        block.series,
        block.title,
        block.vision,
        block.issuer,
      ].filter((text) => text !== undefined);
    case 'contents':
      return [block.title, ...block.entries.map(({ label }) => label)];
    case 'part':
    case 'section':
    case 'heading':
    case 'label':
      return [block.title];
    case 'task-sheet':
      return [block.banner, ...(block.purpose === undefined ? [] : [block.purpose]), block.title];
    case 'item':
    case 'remark':
    case 'paragraph':
      return [block.content];
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...(block.unitLine === undefined ? [] : [block.unitLine]),
        ...block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(textsOf))),
      ];
    case 'chart':
      return [block.caption, ...(block.unitLine === undefined ? [] : [block.unitLine])];
    case 'missing':
      return [block.caption, block.needed];
    case 'swot':
      return [
        ...block.factors.flatMap(({ items }) => (items === 'missing' ? [] : items)),
        ...block.boxes.flatMap(({ title, items }) => [title, ...items]),
      ];
    case 'vision':
      return [
        ...block.goals.flatMap(({ label, text }) => [label, text]),
        block.label,
        block.strategiesTitle,
        ...block.strategies.map(({ name }) => name),
        block.tasksTitle,
        ...block.strategies.flatMap(({ tasks }) => tasks),
      ];
    case 'schedule':
      return [
        block.corner,
        ...block.months,
        ...block.rows.flatMap((row) => [
          row.label,
          ...(row.kind === 'project' ? row.lanes.flat().map(({ text }) => text) : []),
        ]),
      ];
    case 'colophon':
      return [block.title, ...block.rows.flatMap(({ label, text }) => [label, text])];
    case 'back-cover':
      return [block.issuer, ...block.lines];
    case 'page-break':
      return [];
  }
}
