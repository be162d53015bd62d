// The texts of a record and those of today -> which are others now, and what each change is due to.
import { type Address, parseAddress } from '../../figure/address.ts';
import type { PublishedText } from '../../plan/publication.ts';
import { alignTexts } from './align-texts.ts';
import type { Cause, FigureCauses } from './figure-causes.ts';
import { type MarkedPart, type PrintedText, partsOf } from './printed-now.ts';

export interface Renamed {
  readonly key: string;
  /** Undefined where there was or is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface ChangedText {
  /** Indexes; undefined where it was not or is no more. */
  readonly before?: number;
  readonly after?: number;
  /** Neighbours that differ have the same number. */
  readonly hunk: number;
  /** The indexes of the last text before it that is there then and now; none before the first. */
  readonly behind?: { readonly before: number; readonly after: number };
  /** Undefined where it was changed by itself. */
  readonly cause: Cause | undefined;
  /** A figure of an earlier edition that it compares with, and its forms then and now. */
  readonly earlier?: { readonly address: Address; readonly before: string; readonly after: string };
}

/** Texts that show another figure and are the same words otherwise are not among them: the figure is. */
export function textCauses(
  then: readonly PublishedText[],
  now: readonly PrintedText[],
  { causes, gone, fresh }: FigureCauses,
  renamed: readonly Renamed[],
): readonly ChangedText[] {
  const [was, is] = [then.map(({ text }) => partsOf(text)), now.map(({ text }) => partsOf(text))];
  const said = (parts: readonly MarkedPart[]) =>
    parts.map(({ address, words }) => (address === undefined ? words : `{${address}}`)).join('');
  const [wordsThen, wordsNow] = [was.map(said), is.map(said)];
  const swapped = new Map<number, string>();
  const swap = (index: number): string => {
    const known = swapped.get(index);
    if (known !== undefined) return known;
    let text = wordsThen[index] ?? '';
    for (const { before, after } of renamed)
      if (before !== undefined && after !== undefined && before !== '') text = text.replaceAll(before, after);
    swapped.set(index, text);
    return text;
  };
  const isSame = (i: number, j: number) => wordsThen[i] === wordsNow[j] || swap(i) === wordsNow[j];
  const pairs = alignTexts(
    then.map(({ text }) => text),
    now.map(({ text }) => text),
    isSame,
  );

  const structural = structure(gone, fresh, renamed, causes);
  let behind: ChangedText['behind'];
  const found = pairs.flatMap(({ before, after, hunk }): ChangedText[] => {
    if (before !== undefined && after !== undefined && hunk === 0) {
      behind = { before, after };
      return [];
    }
    const place = {
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(behind && { behind }),
      hunk,
    };
    const [old, fresh] = [was[before ?? -1] ?? [], is[after ?? -1] ?? []];
    if (before !== undefined && after !== undefined && wordsThen[before] === wordsNow[after]) {
      const odd = old.findIndex((part, index) => part.words !== fresh[index]?.words && !ofFigure(part));
      const part = old[odd];
      if (part === undefined) return [];
      const address = comparedWith(part);
      if (address === undefined) return [{ ...place, cause: undefined }];
      const earlier = { address, before: part.words, after: fresh[odd]?.words ?? '' };
      return [{ ...place, cause: { kind: 'figure', address }, earlier }];
    }
    const [textThen, textNow] = [wordsThen[before ?? -1] ?? '', wordsNow[after ?? -1] ?? ''];
    const name = renamed.find(
      (one) =>
        (one.before !== undefined && one.before !== '' && textThen.includes(one.before)) ||
        (before === undefined && one.after !== undefined && one.after !== '' && textNow.includes(one.after)),
    );
    const cause =
      (name && causeOf(name)) ??
      [...old, ...fresh].map(ofFigure).find((one) => one !== undefined) ??
      (numberless(textThen) === numberless(textNow) ? structural : undefined);
    return [{ ...place, cause }];
  });
  const ofHunk = new Map(
    found.flatMap(({ hunk, cause }) => (cause?.kind === 'group' ? [[hunk, cause] as const] : [])),
  );
  return found.map((text) => ({ ...text, cause: text.cause ?? ofHunk.get(text.hunk) }));

  function ofFigure({ address: text = '' }: MarkedPart): Cause | undefined {
    const address = parseAddress(text.replace(COMPARED, '$1'));
    return address === undefined ? undefined : causes.get(address);
  }
}

const COMPARED = /^compared\/(.+)\/(?:before|after|change|rate)$/;

function comparedWith({ address = '' }: MarkedPart): Address | undefined {
  const [, base] = COMPARED.exec(address) ?? [];
  return base === undefined ? undefined : parseAddress(base);
}

/** A name that is another one, or what came or went with its name. */
export function causeOf({ key, before, after }: Renamed): Cause {
  return before === undefined || after === undefined ? { kind: 'group', group: key } : { kind: 'name', key };
}

/** What came or went, so that what stands behind it has another number. */
function structure(
  gone: readonly Address[],
  fresh: readonly Address[],
  renamed: readonly Renamed[],
  causes: FigureCauses['causes'],
): Cause | undefined {
  const name = renamed.find(({ before, after }) => before === undefined || after === undefined);
  if (name !== undefined) return causeOf(name);
  return [...gone, ...fresh].map((address) => causes.get(address)).find((cause) => cause?.kind === 'group');
}

function numberless(text: string): string {
  return text.replaceAll(/[\d①-⑳Ⅰ-Ⅻ]+/gu, '');
}
