// The body of a document -> its parts, by their numerals, by the outline of the source, and by what the contents say.
import { type AdoptWords, isWord } from '../plan/adopt-words.ts';
import { ROMAN_NUMERALS } from '../plan/counting-signs.ts';
import type { Ask, Block, LineBlock } from './block.ts';
import type { ContentsEntry } from './furniture.ts';
import { packed, plain, withoutBold } from './inline-text.ts';

export interface PartDraft {
  /** Ⅱ; none for a part without a number. */
  readonly numeral: string;
  /** Undefined for what stands before the first part. */
  readonly title: string | undefined;
  readonly blocks: readonly Block[];
  readonly at: string;
}

const ROMAN = [...ROMAN_NUMERALS];
const NUMERAL = /^(제\s?\d{1,2}\s?[부장편]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})(?:\.\s*|\s+|$)([\s\S]*)$/u;
/** No title of a part is longer. */
const LONGEST = 60;

interface Opening {
  readonly numeral: string;
  readonly title: string;
  /** How many blocks it takes. */
  readonly length: number;
}

export function partsOf(
  body: readonly Block[],
  entries: readonly ContentsEntry[],
  words: AdoptWords,
  ask: Ask,
): readonly PartDraft[] {
  const listed = entries.flatMap(({ title, at }) => {
    const found = numbered(title);
    return found === undefined || found.title === '' ? [] : [{ ...found, at }];
  });
  const parts: { numeral: string; title: string | undefined; blocks: Block[]; at: string }[] = [];
  let last = 0;
  let open = {
    numeral: '',
    title: undefined as string | undefined,
    blocks: [] as Block[],
    at: body[0]?.at ?? '',
  };
  const close = () => {
    if (open.blocks.length > 0 || open.title !== undefined) parts.push(open);
  };
  for (let index = 0; index < body.length; ) {
    const opening = openingAt(body, index, { last, listed, words });
    const block = body[index];
    if (opening === undefined || block === undefined) {
      if (block !== undefined) open.blocks.push(block);
      index++;
      continue;
    }
    // What the contents name first may have lost its title to a picture.
    const skipped = listed[0];
    if (
      parts.length === 0 &&
      open.title === undefined &&
      open.blocks.length > 0 &&
      countOf(opening.numeral) === 2 &&
      skipped !== undefined &&
      countOf(skipped.numeral) === 1
    ) {
      open = { ...open, numeral: 'Ⅰ', title: skipped.title };
      ask({
        at: open.at,
        what: '본문에 첫째 부의 제목이 없습니다.',
        excerpt: skipped.title,
        proposal: '차례에 적힌 제목을 씁니다.',
        weight: 1,
      });
    }
    close();
    open = { numeral: opening.numeral, title: opening.title, blocks: [], at: block.at };
    last = countOf(opening.numeral) ?? last;
    index += opening.length;
  }
  close();
  return parts;
}

/** The parts that the contents name and the body does not open: they begin where somebody knows. */
export function unopened(
  parts: readonly PartDraft[],
  entries: readonly ContentsEntry[],
): readonly { readonly numeral: string; readonly title: string; readonly at: string }[] {
  const last = Math.max(0, ...parts.map(({ numeral }) => countOf(numeral) ?? 0));
  return entries.flatMap(({ title, at }) => {
    const found = numbered(title);
    const count = found === undefined ? undefined : countOf(found.numeral);
    return found === undefined || found.title === '' || count === undefined || count <= last
      ? []
      : [{ ...found, at }];
  });
}

function openingAt(
  body: readonly Block[],
  index: number,
  {
    last,
    listed,
    words,
  }: {
    readonly last: number;
    readonly listed: readonly { readonly numeral: string; readonly title: string }[];
    readonly words: AdoptWords;
  },
): Opening | undefined {
  const block = body[index];
  if (block?.kind !== 'line' || block.text.startsWith('□') || plain(block.text).length > LONGEST)
    return undefined;
  const text = withoutBold(block.text);
  const found = numbered(text);
  const count = found && countOf(found.numeral);
  if (found !== undefined && count !== undefined && count > last && count <= last + 2) {
    if (found.title === '') {
      const next = body[index + 1];
      return next?.kind === 'line' && isTitle(next)
        ? { ...found, title: withoutBold(next.text), length: 2 }
        : undefined;
    }
    const isListed = listed.some((one) => countOf(one.numeral) === count);
    if (block.loud || isListed) return { ...found, length: 1 };
  }
  if (block.heading === 1 && found === undefined) return { numeral: '', title: text, length: 1 };
  return block.loud && isWord(words, 'unnamed-parts', plain(text))
    ? { numeral: '', title: text, length: 1 }
    : undefined;
}

function isTitle({ text }: LineBlock): boolean {
  return !/^[□○※·-]/u.test(text) && plain(text).length <= LONGEST;
}

function numbered(text: string): { readonly numeral: string; readonly title: string } | undefined {
  const [, numeral = '', title = ''] = NUMERAL.exec(plain(text)) ?? [];
  if (numeral === '') return undefined;
  const count = countOf(numeral);
  if (count === undefined) return undefined;
  const written = numeral.startsWith('제') ? numeral : (ROMAN[count - 1] ?? numeral);
  return { numeral: written, title: title.replaceAll('\n', ' ').trim() };
}

/** 2 of Ⅱ, II and 제2장. */
function countOf(numeral: string): number | undefined {
  const [digits] = /\d+/.exec(numeral) ?? [];
  if (digits !== undefined) return Number(digits);
  const at = ROMAN.findIndex((one) => one.normalize('NFKC') === packed(numeral).normalize('NFKC'));
  return at < 0 ? undefined : at + 1;
}
