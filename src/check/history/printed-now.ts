// A plan of an edition, its figures and its document -> all that is printed of it, and where each of it is typed.

import type { SourceLocation } from '../../diagnostic.ts';
import type { Block, Document, ScheduleBlock } from '../../document/document.ts';
import type { RichText } from '../../document/inline.ts';
import { printedImages } from '../../document/printed-images.ts';
import { isSeen, leavesIn, nodesOf } from '../../document/reading.ts';
import { type Address, parseAddress, projectAddress, taskAddress } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { showFigure } from '../../figure/show.ts';
import { type ChartSource, type TableChart, tablesOf } from '../../plan/chart.ts';
import { isCompared } from '../../plan/comparison.ts';
import { captionWords } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { unreadParts } from './unread-parts.ts';

export interface PrintedText {
  readonly text: string;
  readonly place: SourceLocation;
}

export interface PrintedNow {
  /** What is compared with an earlier edition follows from these, and is none of them. */
  readonly figures: FigureBook;
  /** Where the value of each was typed last: in the data, a decision or an edition. */
  readonly places: ReadonlyMap<Address, SourceLocation>;
  readonly names: ReadonlyMap<string, SourceText>;
  readonly texts: readonly PrintedText[];
}

export function printedNow(plan: Plan, book: FigureBook, document: Document): PrintedNow {
  const figures = new Map([...book].filter(([address]) => !isCompared(address)));
  return {
    figures,
    places: new Map([
      ...[...figures].map(([address, { definition }]) => [address, definition.place] as const),
      ...typedLater(plan),
    ]),
    names: new Map([...namesOf(plan, document), ...unreadParts(plan, document)]),
    texts: [
      ...document.blocks.flatMap((block) => textsIn(block, book)),
      ...[...document.notes.values()].map(({ content }) => marked(content)),
    ],
  };
}

function* typedLater({ dispositions, editions }: Plan): Iterable<[Address, SourceLocation]> {
  for (const { decision, place } of dispositions?.decided ?? [])
    if (decision.kind === 'correct' || decision.kind === 'print-computed') yield [decision.address, place];
  for (const { changes } of editions)
    for (const change of changes) if (change.kind === 'set') yield [change.address, change.after.place];
}

function* namesOf(plan: Plan, document: Document): Iterable<[string, SourceText]> {
  const { title, issuer, programme, names, tables } = plan;
  yield ['plan/title', { text: document.title, place: title.place }];
  yield ['plan/issuer', { text: document.issuer, place: issuer.place }];
  yield ['plan/issue-date', { text: document.issueDate, place: title.place }];
  for (const strategy of programme.strategies) {
    yield [`strategies/${strategy.id}`, strategy.name.canonical];
    for (const task of strategy.tasks) {
      yield [taskAddress(task.id), task.name.canonical];
      for (const { id, name } of task.projects)
        yield [projectAddress({ task: task.id, project: id }), name.canonical];
    }
  }
  for (const table of tables.values()) {
    const words = captionWords(table, plan);
    if (table.caption !== undefined && words !== undefined)
      yield [`tables/${table.id}`, { text: words, place: table.caption.place }];
  }
  const images = printedImages(document.blocks);
  const drawn = new Set(document.blocks.map(({ id }) => id));
  for (const { id, source, place } of plan.charts.values())
    if (source.kind !== 'missing' && drawn.has(`chart-${id}`))
      yield [`charts/${id}`, { text: drawnAs(source), place }];
  for (const { id, picture, place } of plan.images?.values() ?? [])
    if (typeof picture === 'object' && images.has(`image-${id}`))
      yield [`images/${id}`, { text: `${picture.width} × ${picture.height} ${picture.digest}`, place }];
  for (const { id, canonical, place } of names.values()) yield [`names/${id}`, { text: canonical, place }];
}

/** How a chart is drawn, and of what. */
function drawnAs(source: Exclude<ChartSource, { readonly kind: 'missing' }>): string {
  const of = `(${tablesOf(source).join(', ')})`;
  if (source.kind === 'spec') return `${source.spec} ${of}`;
  const { chart, rows, columns, line, series, order, highlight } = source;
  const ids = (name: string, some: TableChart['rows']): string[] =>
    some === undefined ? [] : [`${name}: ${some.map(({ text }) => text).join(', ')}`];
  const more = [
    ...ids('rows', rows),
    ...ids('columns', columns),
    ...ids('line', line),
    ...(series === undefined ? [] : [`series: ${series}`]),
    ...(order === 'table' ? [] : [`order: ${order}`]),
    ...ids('highlight', highlight && [highlight]),
  ];
  return [`${chart} ${of}`, ...more].join('; ');
}

/** Every text of the block in reading order, what is said for who cannot see it among them. */
function textsIn(block: Block, book: FigureBook): readonly PrintedText[] {
  switch (block.kind) {
    case 'item':
    case 'remark':
      return [marked(block.content, `${block.marker} `)];
    case 'table':
      return [
        ...[block.caption, block.unitLine].flatMap((text) => (text === undefined ? [] : [marked(text)])),
        ...block.rows.flatMap((row) =>
          row.flatMap((cell) =>
            cell.blocks.flatMap((inner) => textsIn(inner, book)).filter(({ text }) => !isBare(text, book)),
          ),
        ),
      ];
    case 'schedule':
      return [marked(block.corner), ...block.rows.flatMap(scheduleTexts)];
    default: {
      const texts = leavesIn(nodesOf(block)).flatMap((leaf) => (leaf.kind === 'text' ? [leaf] : []));
      return [...texts.filter((leaf) => !isSeen(leaf)), ...texts.filter(isSeen)].map(({ text }) =>
        marked(text),
      );
    }
  }
}

function scheduleTexts(row: ScheduleBlock['rows'][number]): readonly PrintedText[] {
  if (row.kind !== 'project') return [marked(row.label)];
  const phases = row.lanes.flat().map(({ from, to, text }) => marked(text, `${from}-${to}월 `));
  return [marked(row.label), ...phases];
}

/** The text with its figures in marks: `인구 {tables/people/2022/all|12,345}명`. Where lines break is not said. */
function marked({ inlines, place }: RichText, before = ''): PrintedText {
  const words = inlines.map((inline) => {
    switch (inline.kind) {
      case 'text':
        return escaped(inline.text);
      case 'figure':
        return `{${inline.address}|${escaped(inline.text)}}`;
      case 'note-reference':
        return '{*}';
      case 'line-break':
        return ' ';
    }
  });
  return { text: escaped(before) + words.join(''), place };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\{}|]/g, '\\$&');
}

/** Whether it is a figure as it is always shown, and nothing else: the list of figures says it all. */
function isBare(text: string, book: FigureBook): boolean {
  const [part, ...others] = partsOf(text);
  const address = part?.address === undefined ? undefined : parseAddress(part.address);
  const figure = address && book.get(address);
  return others.length === 0 && figure !== undefined && showFigure(figure) === part?.words;
}

/** A marked text in parts: words, and figures with their address. */
export type MarkedPart = { readonly words: string; readonly address?: string };

export function partsOf(text: string): readonly MarkedPart[] {
  return [...text.matchAll(/\{([^{}|\\]*)\|((?:[^\\{}]|\\.)*)\}|((?:[^\\{}]|\\.)+)|\{\*\}/gsu)].map(
    ([, address, shown = '', words = '']) =>
      address === undefined ? { words: unescaped(words) } : { words: unescaped(shown), address },
  );
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gsu, '$1');
}
