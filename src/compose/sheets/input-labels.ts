// Figures that no table of the workbooks shows -> the words by which a person knows each: never an address or an id.

import type { Document } from '../../document/document.ts';
import { type Inline, plainText } from '../../document/inline.ts';
import { textsOf } from '../../document/reading.ts';
import { gridOf } from '../../document/table.ts';
import type { Address } from '../../figure/address.ts';
import { figureHome } from '../../plan/figure-home.ts';
import { bareCaption, captionWords, figureLabel } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AxisEntry, StatisticsTable } from '../../plan/statistics-table.ts';
import { inlinesOf } from './sheet-text.ts';

/** What stands for a figure that is printed nowhere. */
const UNPRINTED = '본문에 없는 수치';
/** Characters of a sentence that are kept before and behind the figure, to the next blank. */
const BEFORE = 40;
const BEHIND = 24;

/** A label for each address; two that would be alike are numbered. */
export function inputLabels(
  addresses: readonly Address[],
  plan: Plan,
  document: Document,
): ReadonlyMap<Address, string> {
  const sentences = sentencesBy(document);
  const labels = addresses.map((address) => labelOf(address, plan, document, sentences));
  return new Map(
    addresses.map((address, index) => {
      const label = labels[index] ?? UNPRINTED;
      const alike = labels.filter((one) => one === label).length > 1;
      const number = labels.slice(0, index + 1).filter((one) => one === label).length;
      return [address, alike ? `${label} (${number})` : label];
    }),
  );
}

function labelOf(
  address: Address,
  plan: Plan,
  document: Document,
  sentences: ReadonlyMap<Address, string>,
): string {
  const sentence = sentences.get(address);
  const home = figureHome(address, plan);
  switch (home?.kind) {
    case 'table': {
      const words = printedWords(home.table, address, document) ?? plannedWords(home.row, home.column);
      const label = words === '' ? (sentence ?? UNPRINTED) : words;
      return `${tableWords(home.table, plan, document)} › ${label}`;
    }
    case 'subtask':
      return figureLabel(address, plan);
    case 'task':
    case 'project': {
      const [kind] = home.item;
      if (kind === 'target' || kind === 'funding' || kind === 'last' || kind === 'yearly')
        return figureLabel(address, plan);
      const project = home.kind === 'project' ? home.project?.name.canonical.text : undefined;
      const names = [home.task.name.canonical.text, ...(project === undefined ? [] : [project])];
      return [...names, sentence ?? UNPRINTED].join(' › ');
    }
    case undefined:
      return sentence ?? UNPRINTED;
  }
}

/** The heads of its row, else the texts that stand in it, then the heads of its column; undefined where the table is not printed. */
function printedWords({ id }: StatisticsTable, address: Address, { blocks }: Document): string | undefined {
  const table = blocks.find((block) => block.kind === 'table' && block.id === id);
  if (table?.kind !== 'table') return undefined;
  const grid = gridOf(table);
  const y = grid.findIndex((line) => line.some(({ figure }) => figure === address));
  const line = grid[y];
  if (line === undefined) return undefined;
  const x = line.findIndex(({ figure }) => figure === address);
  const heads = grid.slice(0, table.headerRows).flatMap((head) => head[x] ?? []);
  const headers = line.filter(({ role }) => role === 'row-header');
  const row = headers.length > 0 ? headers : line.filter(({ figure }) => figure === undefined);
  const texts = [...row, ...heads].map(({ blocks }) => plainText(inlinesOf(blocks)));
  return [...new Set(texts)].join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** As the plan's files have the labels, without what only a template can tell. */
function plannedWords(...paths: readonly (readonly AxisEntry[] | undefined)[]): string {
  const labels = paths.flatMap((path = []) => path.map(({ label }) => label.text));
  return labels
    .join(' ')
    .replaceAll(/\{\{[^}]*(?:\}\})?|\[\^[^\]]*\]?|\*\*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Its caption, the task that prints it, or the heading above it. */
function tableWords(table: StatisticsTable, plan: Plan, { blocks }: Document): string {
  const caption = captionWords(table, plan);
  const printed = blocks.find((block) => block.kind === 'table' && block.id === table.id);
  if (printed?.kind === 'table' && printed.caption !== undefined)
    return bareCaption(plainText(printed.caption.inlines));
  if (caption !== undefined) return caption;
  const at = blocks.findIndex(({ kind, id }) => kind === 'table' && id === table.id);
  const heading = blocks
    .slice(0, Math.max(0, at))
    .findLast(({ kind }) => kind === 'heading' || kind === 'section' || kind === 'label');
  const words =
    heading === undefined
      ? ''
      : textsOf(heading)
          .map(({ inlines }) => plainText(inlines))
          .join(' ');
  return words === '' ? '제목 없는 표' : words;
}

/** The first printed text that says each figure, the figure in brackets, and what is far from it left out. */
function sentencesBy({ blocks }: Document): ReadonlyMap<Address, string> {
  const sentences = new Map<Address, string>();
  for (const { inlines } of blocks.flatMap(textsOf)) {
    inlines.forEach((inline, index) => {
      if (inline.kind === 'figure' && !sentences.has(inline.address))
        sentences.set(inline.address, sentenceAround(inlines, index, inline.text));
    });
  }
  return sentences;
}

function sentenceAround(inlines: readonly Inline[], index: number, text: string): string {
  const before = plainText(inlines.slice(0, index)).replaceAll(/\s+/g, ' ').trimStart();
  const behind = plainText(inlines.slice(index + 1))
    .replaceAll(/\s+/g, ' ')
    .trimEnd();
  const from = before.length <= BEFORE ? 0 : before.indexOf(' ', before.length - BEFORE) + 1;
  const cut = behind.length <= BEHIND ? -1 : behind.indexOf(' ', BEHIND);
  const [head, tail] = [before.slice(from), cut === -1 ? behind : `${behind.slice(0, cut)}…`];
  return `${from === 0 ? '' : '…'}${head}〔${text}〕${tail}`;
}
