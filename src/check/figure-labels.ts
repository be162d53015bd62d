// Plan and document -> what people call each figure: its table, row and column, its task and project, or the words around it.
import type { Document } from '../document/document.ts';
import { type Inline, plainText } from '../document/inline.ts';
import { gridOf, type TableBlock } from '../document/table.ts';
import { type Address, below, projectAddress, taskAddress } from '../figure/address.ts';
import { figureLabel } from '../plan/figure-name.ts';
import { sourceLabels } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import type { PrintedText } from './texts.ts';

export type FigureLabels = (address: Address) => string;

/** `texts`: what is printed of the document. */
export function figureLabels(plan: Plan, document: Document, texts: readonly PrintedText[]): FigureLabels {
  const labels = new Map<Address, string>([...programmeLabels(plan)]);
  for (const { address } of plan.figures)
    if (/^tasks\/.*\/(?:yearly|budget\/(?:\d{4}|all))\//.test(address))
      labels.set(address, figureLabel(address, plan));
  const add = (address: Address, label: string) => {
    if (!labels.has(address)) labels.set(address, label);
  };
  for (const block of document.blocks) if (block.kind === 'table') labelCells(block, add);
  // What a picture's description says of a figure is told only where no reader sees the figure.
  for (const { text, role } of texts) if (role !== 'alt') labelProse(text.inlines, add);
  for (const { text, role } of texts) if (role === 'alt') labelProse(text.inlines, add);
  return (address) => labels.get(address) ?? address;
}

function* programmeLabels({ programme, office, labels }: Plan): Iterable<[Address, string]> {
  const kinds = Object.entries({ total: '계', ...sourceLabels(office, labels) });
  const money = function* (base: string, name: string): Iterable<[Address, string]> {
    for (const [kind, word] of kinds) {
      yield [below(base, 'funding', kind), `${name} ${word}`];
      yield [below(base, 'budget', kind), `${name} ${word}(백만원)`];
    }
    yield [below(base, 'target'), `${name} 목표`];
    for (const { id, label } of programme.targets) yield [below(base, 'targets', id), `${name} ${label}`];
    yield [below(base, 'overview', 'target'), `핵심 전략 표의 ${name} 목표`];
    yield [below(base, 'overview', 'budget'), `핵심 전략 표의 ${name} 예산`];
  };
  yield* money('strategies/all', '전체');
  for (const strategy of programme.strategies) {
    yield* money(`strategies/${strategy.id}`, `추진전략 ‘${strategy.name.canonical.text}’`);
    for (const task of strategy.tasks) {
      yield* money(taskAddress(task.id), `‘${task.name.canonical.text}’`);
      for (const project of task.projects)
        yield* money(
          projectAddress({ task: task.id, project: project.id }),
          `‘${project.name.canonical.text}’`,
        );
    }
  }
}

/** Table, row and column; of merged or repeated headers each once. */
function labelCells(table: TableBlock, add: (address: Address, label: string) => void): void {
  const grid = gridOf(table);
  const textIn = (blocks: TableBlock['rows'][number][number]['blocks']) =>
    blocks
      .map((block) => ('content' in block ? plainText(block.content.inlines) : ''))
      .join(' ')
      .trim();
  const caption =
    table.caption === undefined
      ? ''
      : `${plainText(table.caption.inlines)
          .replace(/^[\s<〈]+/u, '')
          .replace(/(?<![\s>〉])[\s>〉]+$/u, '')
          .trim()}: `;
  for (const line of grid) {
    line.forEach((cell, column) => {
      if (cell.figure === undefined) return;
      const before = line.slice(0, column).filter((one) => one.role === 'row-header');
      const above = grid
        .slice(0, table.headerRows)
        .flatMap((one) => one[column] ?? [])
        .filter((one) => one.role === 'column-header');
      const words = [...new Set([...before, ...above])]
        .map((one) => textIn(one.blocks))
        .filter(
          (one, index, all) => one !== '' && !all.slice(0, index).some((before) => before.endsWith(one)),
        );
      add(cell.figure, `${caption}${words.join(' ')}`);
    });
  }
}

/** How many characters before and after a number tell which one is meant. */
const AROUND = 14;

function labelProse(inlines: readonly Inline[], add: (address: Address, label: string) => void): void {
  inlines.forEach((inline, index) => {
    if (inline.kind !== 'figure') return;
    const before = plainText(inlines.slice(0, index)).slice(-AROUND);
    const after = plainText(inlines.slice(index + 1)).slice(0, AROUND);
    add(inline.address, `‘…${before}${inline.text}${after}…’`);
  });
}
