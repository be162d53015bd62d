// A chart's own words and what was drawn of it -> the words for who cannot see it: nothing of what is not known, every value that no table gives.
import type { Address } from '../figure/address.ts';
import { UNKNOWN_FIGURE } from '../figure/show.ts';
import type { ChartBlock } from './blocks/chart.ts';
import type { Block } from './blocks.ts';
import { type ChartMark, FIGURES, figuresByRef, type PlacedChart } from './chart-marks.ts';
import { type Inline, plainRun, plainText, type RichText } from './inline.ts';
import { isPart, type ReadingNode } from './reading-node.ts';

/** What of a drawn chart its words need. */
export type DrawnChart = Pick<PlacedChart, 'block' | 'marks'>;

/** The nodes with those words in its figures; without what was drawn no values are added. */
export function withChartWords(
  nodes: readonly ReadingNode[],
  blocks: readonly Block[],
  drawn: readonly DrawnChart[],
): readonly ReadingNode[] {
  const tabled = new Set(blocks.flatMap(figuresOf));
  const marksOf = new Map(drawn.map(({ block, marks }) => [block, marks]));
  const told = (node: ReadingNode): ReadingNode => {
    if (!isPart(node)) return node;
    const own = { ...node, nodes: node.nodes.map(told) };
    const picture = node.kind === 'figure' ? node.nodes.find(({ kind }) => kind === 'picture') : undefined;
    if (own.kind !== 'figure' || picture?.kind !== 'picture' || !isChart(picture.of)) return own;
    return { ...own, alt: chartWords(picture.of, marksOf.get(picture.of.id) ?? [], tabled) };
  };
  return nodes.map(told);
}

function isChart(of: object): of is ChartBlock {
  return 'kind' in of && of.kind === 'chart';
}

/** The figures of tables. */
function figuresOf(block: Block): readonly Address[] {
  if (block.kind !== 'table') return [];
  return block.rows
    .flat()
    .flatMap(({ figure, blocks }) => [
      ...(figure === undefined ? [] : [figure]),
      ...blocks.flatMap(figuresOf),
    ]);
}

function chartWords(block: ChartBlock, marks: readonly ChartMark[], tabled: ReadonlySet<Address>): RichText {
  const { alt, caption, rows } = block;
  const all = Object.entries(rows);
  const title = caption.inlines.filter(({ kind }) => kind !== 'note-reference');
  const charted = all.filter(([data, figures]) => data !== FIGURES && figures.length > 0);
  const isKnown = (charted.length > 0 ? charted : all).flatMap(([, figures]) => figures);
  if (isKnown.length > 0 && isKnown.every(({ shown }) => shown === '')) {
    return { ...alt, inlines: [...title, plainRun(': 자료가 없어 아직 그리지 못한 그림이다.')] };
  }
  const unknown = new Set(
    all.flatMap(([, own]) => own.filter(({ shown }) => shown === '')).map((one) => one.address),
  );
  const known = sentencesOf(alt.inlines).filter(
    (sentence) => !sentence.some((one) => isUnknown(one, unknown)),
  );
  // A picture without words would not be heard of.
  const said = known.length > 0 ? known : [[...title, plainRun('.')]];
  const blank = plainText(said.flat()).endsWith(' ') ? '' : ' ';
  const given = new Set([
    ...tabled,
    ...said.flat().flatMap((one) => (one.kind === 'figure' ? [one.address] : [])),
  ]);
  const more = valuesOf(block, marks, given);
  const values = more.length === 0 ? [] : [plainRun(`${blank}그 밖의 수치: ${more.join(', ')}.`)];
  return { ...alt, inlines: [...said.flat(), ...values] };
}

/** What stands at each mark, once: what it is of, and the figure. */
function valuesOf(
  { rows }: ChartBlock,
  marks: readonly ChartMark[],
  given: ReadonlySet<Address>,
): readonly string[] {
  const byRef = figuresByRef(rows);
  const values = new Map<Address, string>();
  for (const { rows: refs, names } of marks)
    for (const ref of refs.flat()) {
      const figure = byRef.get(ref);
      if (figure === undefined || figure.shown === '' || given.has(figure.address)) continue;
      // A figure by itself is called what it stands at.
      const label = ref.startsWith(`${FIGURES}:`) ? names.join(' ') : figure.label;
      if (!values.has(figure.address)) values.set(figure.address, `${label} ${figure.shown}`.trim());
    }
  return [...values.values()];
}

/** A figure that is not known, or a word that such a one would have to bear out. */
function isUnknown(inline: Inline, unknown: ReadonlySet<Address>): boolean {
  if (inline.kind === 'figure') return inline.text === UNKNOWN_FIGURE || unknown.has(inline.address);
  if (inline.kind !== 'text' || inline.meaning.kind !== 'claim') return false;
  return inline.meaning.figures.some((figure) => unknown.has(figure));
}

/** Each up to its full stop, with the blank before the next one. */
function sentencesOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const sentences: Inline[][] = [[]];
  for (const inline of inlines) {
    const pieces = inline.kind === 'text' ? inline.text.split('. ') : [''];
    pieces.forEach((piece, index) => {
      const isLast = index === pieces.length - 1;
      const own = inline.kind === 'text' ? { ...inline, text: isLast ? piece : `${piece}. ` } : inline;
      if (own.kind !== 'text' || own.text !== '') sentences.at(-1)?.push(own);
      if (!isLast) sentences.push([]);
    });
  }
  return sentences;
}
