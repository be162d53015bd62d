// The pieces of a part -> the sheets of its tasks, and what stands around them.
import type { Units } from '../../figure/unit.ts';
import { type AdoptWords, isHead } from '../../plan/adopt-words.ts';
import type { LineBlock } from '../block.ts';
import type { Piece } from '../captioned.ts';
import { likeness, packed, plain, withoutBold } from '../inline-text.ts';
import { type GridAmounts, gridAmounts } from './amounts.ts';
import type { TaskDraft } from './programme-draft.ts';

export interface FoundSheet {
  readonly kind: 'sheet';
  /** `[전략1. 청년 일자리]`: the name in it. */
  readonly strategy: string | undefined;
  readonly purpose: string | undefined;
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly amounts: GridAmounts;
  readonly unitLine: string | undefined;
  /** What strategies and the plan of the year are called there. */
  readonly words: { readonly strategy: string | undefined; readonly plan: string | undefined };
  /** Of the plan that its grid is of, as far as its label says one. */
  readonly year: number | undefined;
  readonly at: string;
  /** All of it, for who cannot use it. */
  readonly source: readonly Piece[];
}

/** No title is longer. */
const LONGEST = 90;

/** Each grid of targets and funding ends a sheet, which began with the title before its first heading. */
export function sheetsOf(
  pieces: readonly Piece[],
  words: AdoptWords,
  units: Units,
): readonly (Piece | FoundSheet)[] {
  const found: (Piece | FoundSheet)[] = [];
  let open: Piece[] = [];
  for (const piece of pieces) {
    const amounts = piece.kind === 'table' ? gridAmounts(piece.grid, words, units) : undefined;
    if (piece.kind !== 'table' || amounts === undefined) {
      open.push(piece);
      continue;
    }
    const from = beginning(open, words);
    const heading = open.findIndex((one, index) => index >= from && isHeading(one));
    if (from < 0 || heading < 0) {
      open.push(piece);
      continue;
    }
    found.push(...open.slice(0, from));
    const label = labelOf(open.slice(heading), piece.caption, words);
    const opening = open.slice(from, heading).flatMap((one) => (one.kind === 'line' ? one.line : []));
    const banner = opening.find((line) => bannerName(line, words) !== undefined);
    const title = titleOf(opening.filter((line) => line !== banner));
    found.push({
      kind: 'sheet',
      strategy: banner && bannerName(banner, words),
      ...title,
      pieces: [
        ...open.slice(from, heading).filter(({ kind }) => kind !== 'line'),
        ...open.slice(heading),
      ].filter((one) => one !== label.piece),
      words: { strategy: banner && bannerIn(banner)?.word, plan: label.word },
      amounts,
      unitLine: piece.unitLine,
      year: label.year,
      at: piece.at,
      source: [...open.slice(from), piece],
    });
    open = [];
  }
  return [...found, ...open];
}

/** The banner, or the title right before the first heading of the last sheet. */
function beginning(pieces: readonly Piece[], words: AdoptWords): number {
  const banner = pieces.findLastIndex(
    (one) => one.kind === 'line' && bannerName(one.line, words) !== undefined,
  );
  if (banner >= 0) return banner;
  const heading = pieces.findIndex(isHeading);
  const isTitle = (piece: Piece | undefined) =>
    piece?.kind === 'line' && !/^[□○※·-]/u.test(piece.line.text) && plain(piece.line.text).length <= LONGEST;
  if (heading < 1 || !isTitle(pieces[heading - 1])) return -1;
  return heading > 1 && isTitle(pieces[heading - 2]) ? heading - 2 : heading - 1;
}

function isHeading(piece: Piece): boolean {
  return piece.kind === 'line' && piece.line.text.startsWith('□');
}

/** `[전략1. 청년 일자리 확대]` */
function bannerName(line: LineBlock, words: AdoptWords): string | undefined {
  const found = bannerIn(line);
  return found !== undefined && isHead(words, 'strategy', found.word) ? found.name : undefined;
}

function bannerIn({ text }: LineBlock): { readonly word: string; readonly name: string } | undefined {
  const [, word = '', name = ''] =
    /^\[\s?([가-힣]{1,8})\s?\d{1,2}\s?[.:)]?\s?(\S.*)\]$/u.exec(plain(text)) ?? [];
  return word === '' ? undefined : { word, name: name.trim() };
}

/** `… 위한 **여성 친화 일자리**` and two lines are purpose and name. */
function titleOf(lines: readonly LineBlock[]): {
  readonly purpose: string | undefined;
  readonly title: string;
  readonly isOpen: boolean;
} {
  const [first, ...rest] = lines.flatMap(({ text }) => text.split('\n'));
  if (first === undefined) return { purpose: undefined, title: '', isOpen: false };
  if (rest.length > 0)
    return { purpose: withoutBold(first), title: rest.map(withoutBold).join(' '), isOpen: false };
  const [, before = '', bold = ''] = /^([^*]+)\*\*([^*]+)\*\*$/.exec(first) ?? [];
  if (bold !== '') return { purpose: before.trim(), title: bold.trim(), isOpen: false };
  return { purpose: undefined, title: withoutBold(first), isOpen: true };
}

/** 【’23년 추진계획】 right above the grid, as its caption or as a line. */
function labelOf(
  pieces: readonly Piece[],
  caption: string | undefined,
  words: AdoptWords,
): {
  readonly piece: Piece | undefined;
  readonly year: number | undefined;
  readonly word: string | undefined;
} {
  const last = pieces.at(-1);
  const line = last?.kind === 'line' ? last.line.text : undefined;
  for (const [text, piece] of [
    [caption, undefined],
    [line, last],
  ] as const) {
    const said = packed(text ?? '').replace(/^[【[<〈]|[】\]>〉]$/gu, '');
    const [, digits = '', rest = ''] = /^['’‘`]?(\d{2,4})년도?(\D+)$/u.exec(said) ?? [];
    if (digits !== '' && isHead(words, 'plan', rest))
      return { piece, year: Number(digits) + (digits.length === 2 ? 2000 : 0), word: typedWord(text, rest) };
    if (isHead(words, 'plan', said)) return { piece, year: undefined, word: typedWord(text, said) };
  }
  return { piece: undefined, year: undefined, word: undefined };
}

/** With the blanks that it is typed with. */
function typedWord(text: string | undefined, said: string): string {
  const typed = plain(text ?? '')
    .replace(/^[【[<〈]|[】\]>〉]$/gu, '')
    .replace(/^.*년도?\s?/u, '')
    .trim();
  return packed(typed) === said ? typed : said;
}

/** A task with what the sheet's title says of it. */
interface Match {
  readonly task: TaskDraft;
  readonly title: string;
  readonly purpose: string | undefined;
}

/** Each sheet with its task, the likest first, in order before others; a sheet of none keeps undefined. */
export function matchedSheets(
  sheets: readonly FoundSheet[],
  tasks: readonly TaskDraft[],
): ReadonlyMap<FoundSheet, Match> {
  const matched = new Map<FoundSheet, Match>();
  const left = new Set(tasks);
  for (const [index, sheet] of sheets.entries()) {
    const ranked = [...left]
      .map((task) => ({ task, ...tailLike(sheet, task) }))
      .map((one) => ({ ...one, score: one.score + (tasks[index] === one.task ? 0.3 : 0) }))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    if (best === undefined || best.score < 0.45) continue;
    left.delete(best.task);
    matched.set(sheet, best);
  }
  return matched;
}

/** The end of the title that is likest to the task's name; what stands before it is the purpose. */
function tailLike({ title, purpose }: FoundSheet, { name }: TaskDraft) {
  const words = title.split(' ');
  const whole = { score: likeness(title, name), title, purpose };
  if (purpose !== undefined) return whole;
  return words.slice(1).reduce((best, _, index) => {
    const tail = words.slice(index + 1).join(' ');
    const score = likeness(tail, name);
    return score > best.score ? { score, title: tail, purpose: words.slice(0, index + 1).join(' ') } : best;
  }, whole);
}
