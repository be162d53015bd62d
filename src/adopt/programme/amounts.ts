// What lines and grids of a task's sheet say of money and people -> numbers by what they are.
import type { Units } from '../../figure/unit.ts';
import { type AdoptWords, isHead, wordAt } from '../../plan/adopt-words.ts';
import { USUAL_SOURCES, type UsualSource } from '../../plan/programme.ts';
import { coveringCells, type Grid } from '../block.ts';
import { packed, plain } from '../inline-text.ts';
import { cellValue } from '../table/number-cell.ts';
import type { AmountDraft, FundingDraft } from './programme-draft.ts';

/** Whatever a line counts, firms or teams: targets of projects add up to those of their task, which counts jobs. */
const PEOPLE = '명';
const MONEY = /(?<![\d,])(\d[\d,]*(?:\.\d+)?)\s?((?:천|백만|만|억|조)?원)/;

/** What a line says, without bold and its marker. */
export function wordsOfLine(line: string): string {
  return plain(line).replace(/^[-·○•▶]\s*/u, '');
}

function amountOf(digits: string, unit: string): AmountDraft {
  return { value: digits.replaceAll(',', ''), unit };
}

/** `사업예산 : 112,320천원(국비 56,160 / 구비 56,160)`; undefined for a line that is about something else. */
export function fundingOfLine(line: string, words: AdoptWords): FundingDraft | undefined {
  const said = wordsOfLine(line);
  if (wordAt(words, 'funding-lines', 'start', said) === undefined) return undefined;
  const [whole = '', digits = '', unit = ''] = MONEY.exec(said) ?? [];
  if (whole === '') return undefined;
  const amounts = new Map<string, AmountDraft>([['total', amountOf(digits, unit)]]);
  const rest = said.slice(said.indexOf(whole) + whole.length);
  for (const [, word = '', number = ''] of rest.matchAll(/([가-힣]{1,6})\s?(\d[\d,]*(?:\.\d+)?)/g)) {
    const source = sourceOf(word, words);
    if (source !== undefined && !amounts.has(source)) amounts.set(source, amountOf(number, unit));
  }
  const all = words.lists.get('whole-funding')?.find((word) => rest.includes(word));
  if (amounts.size === 1 && all !== undefined) {
    const behind = rest.slice(rest.indexOf(all) + all.length).trim();
    const source = USUAL_SOURCES.find((kind) =>
      (words.heads.get(kind) ?? []).some((word) => behind.startsWith(word)),
    );
    if (source !== undefined) amounts.set(source, amountOf(digits, unit));
  }
  return amounts;
}

/** By its name, or by a first letter that no other's has. */
function sourceOf(word: string, words: AdoptWords): UsualSource | undefined {
  const whole = USUAL_SOURCES.find((kind) => isHead(words, kind, word));
  if (whole !== undefined || word.length > 1) return whole;
  const begun = USUAL_SOURCES.filter((kind) => words.heads.get(kind)?.some((name) => name.startsWith(word)));
  return begun.length === 1 ? begun[0] : undefined;
}

/** People, or what else a line of a project counts first: `사업대상 : … (52명)`. */
export function targetOfLine(line: string, words: AdoptWords): AmountDraft | undefined {
  const said = wordsOfLine(line);
  if (wordAt(words, 'target-lines', 'start', said) === undefined) return undefined;
  return countIn(said, ['명']) ?? countIn(said, ['개사', '개팀', '개소']);
}

/** What stands behind a project's name: `(고용서비스, 목표 20명)`, ` : 목표 620명, 예산 8,200백만원`. */
export function amountsBehind(rest: string, words: AdoptWords): ReadonlyMap<string, AmountDraft> {
  const amounts = new Map<string, AmountDraft>();
  const said = plain(rest);
  const target = /^\s?[(:：]/u.test(said) ? countIn(said, ['명']) : undefined;
  if (target !== undefined) amounts.set('target', target);
  const word = (words.lists.get('funding-lines') ?? []).find((one) => said.includes(`${one} `));
  const [, digits = '', unit = ''] =
    (word === undefined ? null : MONEY.exec(said.slice(said.indexOf(word)))) ?? [];
  if (digits !== '') amounts.set('funding/total', amountOf(digits, unit));
  return amounts;
}

/** `(4명)` at the end of a name. */
export function targetOfName(
  name: string,
): { readonly name: string; readonly target: AmountDraft } | undefined {
  const [whole = '', digits = ''] = /\s?\((\d[\d,]*)\s?(명|개사|개팀|개소|건)\)$/.exec(name) ?? [];
  return whole === '' ? undefined : { name: name.slice(0, -whole.length), target: amountOf(digits, PEOPLE) };
}

function countIn(text: string, units: readonly string[]): AmountDraft | undefined {
  for (const [, digits = '', unit = ''] of text.matchAll(/(?<![\d,.~])(\d[\d,]*)\s?(명|개사|개팀|개소)/g))
    if (units.includes(unit)) return amountOf(digits, PEOPLE);
  return undefined;
}

/** Rows of a grid by the names that labels.yaml has for them, and as the heads of tables are called. */
const LABELS = [
  ['target', 'grid-target'],
  ['budget', 'spending'],
  ['total', 'total'],
  ['local', 'local'],
] as const;

export interface GridAmounts {
  readonly target: AmountDraft | undefined;
  readonly funding: FundingDraft;
  /** What the sources are called there, and its heads and rows. */
  readonly names: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly withUnit: boolean;
  /** Rows that only this plan has, by their names: further targets before the total, sources behind it. */
  readonly own: readonly {
    readonly kind: 'target' | 'source';
    readonly label: string;
    readonly amount: AmountDraft;
  }[];
}

/** The grid of a sheet: job target and funding by source, a row each. Undefined for any other table. */
export function gridAmounts(grid: Grid, words: AdoptWords, units: Units): GridAmounts | undefined {
  const funding = new Map<string, AmountDraft>();
  const names = new Map<string, string>();
  const own: { kind: 'target' | 'source'; label: string; amount: AmountDraft }[] = [];
  let target: AmountDraft | undefined;
  const covering = coveringCells(grid);
  const head = [...new Set(covering[0])].map((cell) => plain(cell?.text ?? '')).filter((text) => text !== '');
  const labels = new Map<string, string>();
  if (head.length === 2) labels.set('item', head[0] ?? '').set('amounts', head[1] ?? '');
  for (const row of covering) {
    const cells = [...new Set(row)].map((cell) => plain(cell?.text ?? ''));
    const kinds = cells.map((text) =>
      ['grid-target', 'total', ...USUAL_SOURCES].find((kind) => isHead(words, kind, packed(text))),
    );
    for (const [label, kind] of LABELS)
      for (const text of cells)
        if (!labels.has(label) && isHead(words, kind, packed(text))) labels.set(label, text);
    const at = kinds.findLastIndex((kind) => kind !== undefined);
    const kind = kinds[at];
    if (kind === undefined) {
      const said = cells.filter((text) => cellValue(text, words, units).kind === 'text');
      const numbers = cells.filter((text) => !said.includes(text));
      const amount = amountIn(numbers, words, units);
      const name = said.findLast((text) => !LABELS.some(([, head]) => isHead(words, head, packed(text))));
      if (/\d/.test(amount.value))
        own.push({
          kind: funding.has('total') ? 'source' : 'target',
          label: name ?? said[0] ?? '',
          amount,
        });
      continue;
    }
    const amount = amountIn(cells.slice(at + 1), words, units);
    if (kind === 'grid-target') target ??= amount;
    else if (!funding.has(kind)) {
      funding.set(kind, amount);
      if (kind !== 'total') names.set(kind, cells[at] ?? '');
    }
  }
  if (target === undefined || !funding.has('total') || funding.size < 3) return undefined;
  const numbers = [...funding.values()].filter(({ value }) => /\d/.test(value));
  return {
    target,
    funding,
    names,
    labels,
    own,
    withUnit: numbers.length === 0 || numbers.some(({ unit }) => unit !== undefined),
  };
}

/** `~` where nothing stands. */
function amountIn(cells: readonly string[], words: AdoptWords, units: Units): AmountDraft {
  const text = cells.find((cell) => cell !== '') ?? '';
  const [, said = text, suffix] = /^(\S+?)\s?(\([^()]+\))$/.exec(text) ?? [];
  const value = cellValue(said, words, units);
  if (value.kind === 'nil') return { value: "'-'" };
  return value.kind === 'number' ? { value: value.value, unit: value.unit?.label, suffix } : { value: '~' };
}
