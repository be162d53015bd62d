// The notes of a document -> what each hangs on: the text, and the table or chart around it.
import type { Note } from '../document/document.ts';
import { type Inline, plainText, type RichText } from '../document/inline.ts';
import type { CheckInput } from './rule.ts';

export interface NotePlace {
  readonly note: Note;
  readonly text: RichText;
  /** The last inline before the reference that is no blank: what the note is about. */
  readonly before?: Inline;
  /** Id of the table or chart whose caption it hangs on. */
  readonly captions?: string;
  /** All that the text around it says: caption and cells of the table, or the paragraph and its heading. */
  readonly around: string;
}

/** Every reference in reading order. */
export function notePlaces({ document, texts }: CheckInput): readonly NotePlace[] {
  const blocks = new Map<string, string>();
  for (const { text, context } of texts) {
    const { block } = context;
    if (context.note !== undefined) continue;
    if (block.kind === 'table' || block.kind === 'chart' || block.kind === 'missing')
      blocks.set(block.id, `${blocks.get(block.id) ?? ''} ${plainText(text.inlines)}`);
  }
  return texts.flatMap(({ text, role, context }) =>
    text.inlines.flatMap((inline, index): NotePlace[] => {
      const note = inline.kind === 'note-reference' ? document.notes.get(inline.note) : undefined;
      if (note === undefined) return [];
      const before = text.inlines
        .slice(0, index)
        .findLast((one) => one.kind === 'figure' || (one.kind === 'text' && /[가-힣]/.test(one.text)));
      return [
        {
          note,
          text,
          ...(before === undefined ? {} : { before }),
          ...(role === 'caption' ? { captions: context.block.id } : {}),
          around:
            (role === 'body' ? undefined : blocks.get(context.block.id)) ??
            said([text, context.heading?.title]),
        },
      ];
    }),
  );
}

function said(texts: readonly (RichText | undefined)[]): string {
  return texts.map((text) => plainText(text?.inlines ?? [])).join(' ');
}

/** The levels of a source: `KOSIS 국가통계포털 > 주제별 통계 > 인구`, without 출처: and what is in brackets at the end. */
export function sourceLevels(line: string): readonly string[] {
  const levels = line
    .replace(/^\s*(?:출처|자료)\s*:\s*/, '')
    .split('>')
    .map((level) => level.trim());
  return levels.length > 1 ? levels : [];
}
