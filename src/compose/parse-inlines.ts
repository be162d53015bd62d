// Text with tokens, **bold** and [^notes] -> inline nodes.
import { korean } from '../diagnostic/particle.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Inline, TextMeaning } from '../document/inline.ts';
import { nearestOf } from '../figure/nearest.ts';
import type { Session } from './session.ts';

const PLAIN: TextMeaning = { kind: 'plain' };
/** Bold marks, note references, escapes and line feeds. */
const MARKS = /\*\*|\[\^([^\]\s]*)\]?|\\([*[\\{])|\n/gu;

/** Parses rendered text in the one inline grammar. Faults are told to the session. */
export function parseInlines(session: Session, rendered: string, place: SourceLocation): readonly Inline[] {
  const inlines: Inline[] = [];
  let bold = false;
  const text = (characters: string): void => {
    if (characters === '') return;
    const last = inlines.at(-1);
    if (last?.kind === 'text' && last.bold === bold && last.meaning === PLAIN) {
      inlines[inlines.length - 1] = { ...last, text: last.text + characters };
    } else {
      inlines.push({ kind: 'text', text: characters, bold, meaning: PLAIN });
    }
  };
  const marked = (piece: string): void => {
    let from = 0;
    for (const match of piece.matchAll(MARKS)) {
      text(piece.slice(from, match.index));
      from = match.index + match[0].length;
      const [mark, note, escaped] = match;
      if (mark === '**') bold = !bold;
      else if (mark === '\n') inlines.push({ kind: 'line-break' });
      else if (escaped !== undefined) text(escaped);
      else reference(session, inlines, mark, note ?? '', place);
    }
    text(piece.slice(from));
  };
  for (const piece of session.tokens.split(rendered)) {
    if (typeof piece === 'string') marked(piece);
    else session.tokens.take(piece);
    if (typeof piece === 'string') continue;
    if (piece.kind === 'inline') inlines.push(piece.inline(bold));
    else if (piece.kind === 'block' || piece.kind === 'group') {
      const name = piece.kind === 'group' ? piece.group : piece.id || piece.block;
      session.fault({
        rule: 'block-in-text',
        message: korean`‘${name}’은(는) 글 가운데 놓을 수 없습니다.`,
        expected: '한 줄에 하나만 적은 표, 차트, 그림',
        place: piece.place,
      });
    }
  }
  if (bold) {
    session.fault({
      rule: 'unclosed-bold',
      message: '굵은 글씨를 여는 **의 짝이 없습니다.',
      expected: '**굵은 글씨**',
      place,
    });
  }
  return inlines;
}

function reference(
  session: Session,
  inlines: Inline[],
  mark: string,
  note: string,
  place: SourceLocation,
): void {
  if (!mark.endsWith(']')) {
    session.fault({
      rule: 'unknown-note',
      message: korean`각주 표시 ‘${mark}’이(가) ]로 닫히지 않았습니다.`,
      expected: `[^${note}] (글자 그대로라면 \\[^)`,
      place,
    });
    return;
  }
  if (session.plan.notes.has(note)) {
    inlines.push({ kind: 'note-reference', note });
    return;
  }
  const near = nearestOf(note, session.plan.notes.keys());
  session.fault({
    rule: 'unknown-note',
    message: korean`각주 ‘${note}’이(가) notes.yaml에 없습니다.`,
    expected: near === undefined ? 'notes.yaml에 있는 각주의 열쇠' : `${near} 같은 열쇠`,
    place,
  });
}
