// What a source says, and what the document says that was made of it -> what is missing.
import { type Block, textsOf } from './block.ts';
import { plain } from './inline-text.ts';

export interface Loss {
  readonly at: string;
  readonly text: string;
}

/** One text of the source: a line, a cell, a note, a caption. */
interface SourceWords {
  readonly at: string;
  readonly text: string;
  readonly isCell: boolean;
}

/** Every text of the blocks. */
export function sourceWords(blocks: readonly Block[]): readonly SourceWords[] {
  return blocks.flatMap((block) =>
    textsOf(block).map((text) => ({ at: block.at, text, isCell: block.kind === 'table' })),
  );
}

/** A text of a cell that is shorter has to stand as often as in the source; a longer one anywhere. */
const SHORT = 6;

/**
 * Each text of the source is looked for among those of the document, blanks, markers and forms of quotes aside: `said` in reading order, markers
 * and numbers of headings too. Leaders and numbers of pages in contents are nothing to look for.
 */
export function lossesOf(sources: readonly SourceWords[], said: readonly string[]): readonly Loss[] {
  const keys = said.map(keyOf);
  const whole = keys.join('');
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Items of a cell stand by themselves.
  for (const text of said)
    for (const part of text.split('\n')) {
      const key = keyOf(withoutMarker(part));
      if (key !== keyOf(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const isThere = (text: string, isCell: boolean): boolean => {
    const key = keyOf(text);
    if (key === '') return true;
    if (!isCell || key.length > SHORT) return whole.includes(key);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0 || (key.length > 2 && whole.includes(key));
  };
  const found = (text: string, isCell: boolean): boolean =>
    isThere(text, isCell) ||
    isThere(withoutMarker(text), false) ||
    isThere(withoutPage(text), false) ||
    isThere(withoutMarker(withoutPage(text)), false) ||
    isThere(text.replace(/\s?\d{1,3}\)(?=\s*[>〉》]?$)/u, ''), false) ||
    (text.includes('\n') &&
      text.split('\n').every((line) => isThere(line, isCell) || isThere(withoutMarker(line), isCell)));
  return sources.flatMap(({ at, text, isCell }) => {
    const words = plain(text);
    return found(words, isCell) ? [] : [{ at, text: words }];
  });
}

/** Blanks, quotes, full and half width forms make no difference. */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u00AD\u200B-\u200D\uFEFF]/g, '')
    .replaceAll(/['‘’`´]/g, '’')
    .replaceAll(/["“”]/g, '”');
}

function withoutMarker(text: string): string {
  return text.replace(/^\s*(?:[□○·•●▶▷▪◆☞⇨✓※*-]|(?:\d{1,2}|[가-하])[.)]?)\s+/u, '');
}

/** `1. 인구변화 ····· 3` without what leads to the page. */
function withoutPage(text: string): string {
  const before = text.replace(/[\s.·…‥․-]{0,400}\d{0,4}$/u, '');
  return before === '' ? text : before;
}
