// The blocks of a document -> the same without the lines that are notes at the foot of a page, and these by their numbers.
import { type Block, type NoteBlock, textsOf } from './block.ts';
import { notesIn, plain } from './inline-text.ts';

interface Noted {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<number, NoteBlock>;
}

/** Between two notes so many may have been lost by whatever extracted the text. */
const MOST_LOST = 3;

/**
 * `3) 출처: …` is a note where its number follows that of the note before and something refers to it, or to one next to it. What begins with
 * one of `sources` (출처) right behind goes on with it. A reference that lost its raised digits, `… 16) >`, is one where there is such a note.
 */
export function noted(blocks: readonly Block[], sources: readonly string[]): Noted {
  const referring = blocks.filter(({ kind }) => kind !== 'picture');
  const referred = new Set(referring.flatMap((block) => textsOf(block).flatMap(notesIn)));
  const notes = new Map<number, NoteBlock>();
  const rest: Block[] = [];
  let last = 0;
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'note') {
      notes.set(block.number, block);
      continue;
    }
    const [, digits = '', text = ''] =
      (block.kind === 'line' ? /^(\d{1,3})\)\s*(\S[\s\S]*)$/.exec(block.text) : null) ?? [];
    const number = Number(digits);
    const follows = digits !== '' && number > last && number <= last + MOST_LOST;
    if (follows && [number - 1, number, number + 1].some((one) => referred.has(one))) {
      notes.set(number, { kind: 'note', number, text, at: block.at });
      last = number;
      open = true;
      continue;
    }
    const note = notes.get(last);
    if (open && note !== undefined && block.kind === 'line' && isSource(block.text, sources)) {
      notes.set(last, { ...note, text: `${note.text}\n${block.text}` });
      continue;
    }
    open = false;
    rest.push(block);
  }
  const lost = new Set([...notes.keys()].filter((number) => !referred.has(number)));
  return { blocks: lost.size === 0 ? rest : rest.map((block) => withReferences(block, lost)), notes };
}

function isSource(text: string, sources: readonly string[]): boolean {
  const said = plain(text);
  return sources.some((word) => said.startsWith(word) && /^\s?[:：]/.test(said.slice(word.length)));
}

function withReferences(block: Block, lost: Set<number>): Block {
  if (block.kind !== 'line') return block;
  const text = block.text.replace(/ (\d{1,3})\)(?= ?[>〉》]? ?$)/u, (whole, digits: string) =>
    lost.delete(Number(digits)) ? `[^${digits}]` : whole,
  );
  return { ...block, text };
}
