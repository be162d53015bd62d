// The blocks of a document -> its cover, what its contents say, and its body without what repeats on its pages.
import { type AdoptWords, isWord } from '../plan/adopt-words.ts';
import type { Block, LineBlock, PictureBlock } from './block.ts';
import { packed, plain } from './inline-text.ts';

/** A line of the contents. */
export interface ContentsEntry {
  readonly title: string;
  readonly at: string;
}

export interface Furnished {
  readonly cover: readonly LineBlock[];
  /** What the contents are called, as far as there are any. */
  readonly contents:
    | { readonly title: string; readonly entries: readonly ContentsEntry[]; readonly at: string }
    | undefined;
  readonly body: readonly Block[];
  /** Of the cover. */
  readonly pictures: readonly PictureBlock[];
}

/** How far into a document its contents are looked for. */
const MOST_COVER = 60;
/** A running head repeats one of the first lines. */
const MOST_TITLES = 8;
/** No line of a cover is longer. */
const LONGEST_COVER = 120;
/** A running head stands on at least so many pages. */
const FEWEST_PAGES = 3;

export function furnished(blocks: readonly Block[], words: AdoptWords): Furnished {
  const rest = withoutRepeated(blocks, words);
  const head = rest
    .slice(0, MOST_COVER)
    .findIndex((block) => block.kind === 'line' && isWord(words, 'contents', plain(block.text)));
  if (head < 0) return { ...coverOf(rest), contents: undefined, pictures: [] };
  const title = rest[head];
  const { entries, end } = entriesFrom(rest, head + 1);
  // Without a line that leads to a page it is a title like any other.
  if (entries.length === 0 || title?.kind !== 'line')
    return { ...coverOf(rest), contents: undefined, pictures: [] };
  const before = rest.slice(0, head);
  const named = new Set(entries.map((entry) => packed(entry.title)));
  const text = before.findIndex((block, index) => index > 0 && opensForeword(block, named));
  const front = text < 0 ? before : before.slice(0, text);
  return {
    cover: front.flatMap(coverLines),
    contents: { title: plain(title.text), entries, at: title.at },
    body: [...before.slice(front.length), ...rest.slice(end)],
    pictures: front.filter((block) => block.kind === 'picture'),
  };
}

/** What stands between the cover and the contents: under a heading, or a title that the contents have too, or at length. */
function opensForeword(block: Block, named: ReadonlySet<string>): boolean {
  if (block.kind !== 'line') return false;
  return block.heading > 0 || named.has(packed(block.text)) || plain(block.text).length > LONGEST_COVER;
}

/** What stands before the first heading, where it is short lines only. */
function coverOf(blocks: readonly Block[]): Pick<Furnished, 'cover' | 'body'> {
  const end = blocks.findIndex(
    (block) =>
      block.kind !== 'line' ||
      opensText(block.text) ||
      block.heading > 0 ||
      plain(block.text).length > LONGEST_COVER,
  );
  if (end <= 0 || end > MOST_COVER) return { cover: [], body: blocks };
  return { cover: blocks.slice(0, end).flatMap(coverLines), body: blocks.slice(end) };
}

/** An item, or what refers to a note. */
function opensText(text: string): boolean {
  return /^[□○※]/u.test(text) || text.includes('[^');
}

/** One a line, without the bullet that a reader may have taken a dash for; boxes of a cover line by line. */
function coverLines(block: Block): readonly LineBlock[] {
  const line = (text: string): readonly LineBlock[] =>
    text
      .split('\n')
      .filter((one) => one.trim() !== '')
      .map((one) => ({
        kind: 'line',
        text: one.replace(/^[○·](?=\s.*\s-$)/, '-'),
        heading: 0,
        loud: false,
        at: block.at,
      }));
  if (block.kind === 'line') return line(block.text);
  if (block.kind === 'table')
    return block.grid.rows.flat().flatMap((cell) => (cell === undefined ? [] : line(cell.text)));
  return [];
}

/** Lines, or rows of a table, that end with the number of a page. */
function entriesFrom(blocks: readonly Block[], from: number) {
  const entries: ContentsEntry[] = [];
  let end = from;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (block?.kind === 'table') {
      const rows = block.grid.rows.map((row) => row.map((cell) => plain(cell?.text ?? '')).join('\t'));
      const titles = rows.flatMap((row) => entryIn(row) ?? []);
      if (titles.length < rows.length) break;
      entries.push(...titles.map((title) => ({ title, at: block.at })));
      continue;
    }
    const title = block?.kind === 'line' ? entryIn(plain(block.text)) : undefined;
    if (block?.kind !== 'line' || title === undefined) break;
    entries.push({ title, at: block.at });
  }
  return { entries, end };
}

/** `1. 인구변화 ····· 3` -> its title; undefined for a line that leads to no page. */
function entryIn(line: string): string | undefined {
  const text = line.trimEnd();
  const digits = text.length - text.replace(/\d{1,4}$/, '').length;
  if (digits === 0) return undefined;
  const before = text.slice(0, -digits);
  const title = before.replace(/[\s.·…‥․-]{1,400}$/u, '');
  const isLeader = before.slice(title.length).length > 1 || before.endsWith('\t');
  return isLeader && title.trim() !== '' ? title.trim() : undefined;
}

/** Page numbers, words that a table goes on, and short lines that stand on many pages just as the first of them does. */
function withoutRepeated(blocks: readonly Block[], words: AdoptWords): readonly Block[] {
  const counts = new Map<string, number>();
  const repeats = (block: Block): block is LineBlock =>
    block.kind === 'line' && !block.loud && block.text.length < LONGEST_COVER;
  for (const block of blocks)
    if (repeats(block)) counts.set(packed(block.text), (counts.get(packed(block.text)) ?? 0) + 1);
  const titles = blocks
    .slice(0, MOST_TITLES)
    .flatMap((block) => (block.kind === 'line' ? packed(block.text) : []));
  const seen = new Set<string>();
  return blocks.filter((block) => {
    if (block.kind !== 'line') return true;
    const key = packed(block.text);
    if (/^-\d{1,4}-$/.test(key) || isWord(words, 'continued', key)) return false;
    const isRunning = repeats(block) && titles.includes(key) && (counts.get(key) ?? 0) >= FEWEST_PAGES;
    const again = seen.has(key);
    seen.add(key);
    return !(isRunning && again);
  });
}
