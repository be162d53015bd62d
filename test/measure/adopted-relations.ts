// Two documents of the same publication, with the addresses of one for those of the other -> how far their relations and the calls of their texts agree.

import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { readingOf } from '../../src/document/reading.ts';
import { isPart, type ReadingNode } from '../../src/document/reading-node.ts';
import type { Address } from '../../src/figure/address.ts';
import { operandsOf, type Relation } from '../../src/figure/relation.ts';
import type { Composed } from './adopted-tables.ts';

export interface RelationCounts {
  /** Of cells of the truth's tables that follow from others of the same table; of these the ones that the other has too. */
  relations: number;
  found: number;
  /** That the other has, and of these those that the truth has, or that come to the number that the truth's cell has. */
  applied: number;
  right: number;
  /** Those applied that the truth states otherwise or not at all, and that come to the same number exactly: a total across where the truth has it down. */
  beside: number;
  /** Numbers of texts that the other calls from a table, and of these those that the truth calls from the same cell, or from one that says the same. */
  tied: number;
  tiedRight: number;
}

export function compareRelations(
  truth: Composed,
  made: Composed,
  /** The truth's, by those of what was made. */
  addresses: ReadonlyMap<string, string>,
  told: (line: string) => void = () => {},
): RelationCounts {
  const counts: RelationCounts = {
    relations: 0,
    found: 0,
    applied: 0,
    right: 0,
    beside: 0,
    tied: 0,
    tiedRight: 0,
  };
  const back = new Map([...addresses].map(([own, its]) => [its, own]));
  for (const [address, { definition }] of truth.book) {
    const its = back.get(address);
    if (its === undefined || definition.relation === undefined || !isWithin(address, definition.relation))
      continue;
    counts.relations++;
    const relation = made.book.get(its as Address)?.definition.relation;
    if (relation !== undefined && keyOf(relation, addresses) === keyOf(definition.relation)) counts.found++;
    else told(`${address}: ${keyOf(definition.relation)}, not ${relation && keyOf(relation, addresses)}`);
  }
  for (const [address, { definition }] of made.book) {
    const own = addresses.get(address);
    if (definition.relation === undefined || own === undefined) continue;
    counts.applied++;
    const relation = truth.book.get(own as Address)?.definition.relation;
    const isSame = relation !== undefined && keyOf(relation) === keyOf(definition.relation, addresses);
    if (isSame) counts.right++;
    else if (holdsExactly(made, address, definition.relation)) counts.beside++;
    else
      told(`${own}: applied ${keyOf(definition.relation, addresses)}, truth ${relation && keyOf(relation)}`);
  }
  const calls = callsOf(truth.document);
  for (const [place, address] of callsOf(made.document)) {
    if (!address.startsWith('tables/')) continue;
    const own = addresses.get(address);
    const its = calls.get(place);
    if (own === undefined || its === undefined) continue;
    counts.tied++;
    const isRight = own === its || numberAt(truth, own) === numberAt(truth, its);
    if (isRight) counts.tiedRight++;
    else told(`${place}: ${own}, truth ${its}`);
  }
  return counts;
}

/** A sum or difference that comes to the very number; of rates, to half of the last digit. */
function holdsExactly({ book }: Composed, address: string, relation: Relation): boolean {
  const figure = book.get(address as Address);
  const numbers = operandsOf(relation).map((operand) => book.get(operand)?.effective);
  const values = numbers.map((value) => (value?.kind === 'quantity' ? value.exact.valueOf() : 0));
  if (figure?.effective.kind !== 'quantity') return false;
  const [first = 0, second = 0] = values;
  const made = {
    sum: values.reduce((sum, value) => sum + value, 0),
    difference: first - second,
    share: (first / second) * 100,
    growth: (first / second - 1) * 100,
  };
  const value = relation.kind in made ? made[relation.kind as keyof typeof made] : Number.NaN;
  return Math.abs(value - figure.effective.exact.valueOf()) <= 0.5 * 10 ** -figure.effective.digits + 1e-9;
}

function isWithin(address: string, relation: Relation): boolean {
  const table = address.split('/').slice(0, 2).join('/');
  return operandsOf(relation).every((operand) => operand.startsWith(`${table}/`));
}

/** Sums in any order. */
function keyOf(relation: Relation, addresses?: ReadonlyMap<string, string>): string {
  const operands = operandsOf(relation).map((operand) => addresses?.get(operand) ?? operand);
  return `${relation.kind} ${(relation.kind === 'sum' ? operands.toSorted() : operands).join(' ')}`;
}

function numberAt({ book }: Composed, address: string): string | undefined {
  const figure = book.get(address as Address);
  return figure?.effective.kind === 'quantity'
    ? figure.effective.exact.mul(figure.definition.unit.scale).toString()
    : undefined;
}

/** What each number outside tables is called from, by its text and itself. */
function callsOf(document: Document): ReadonlyMap<string, string> {
  const calls = new Map<string, string>();
  const visit = (nodes: readonly ReadingNode[]): void => {
    for (const node of nodes) {
      if (isPart(node)) {
        if (node.kind !== 'table') visit(node.nodes);
        continue;
      }
      if (node.kind !== 'text') continue;
      const words = plainText(node.text.inlines).replaceAll(/\s/g, '').normalize('NFKC');
      for (const run of node.text.inlines)
        if (run.kind === 'figure') calls.set(`${words} ${/[\d,.]+/.exec(run.text)?.[0] ?? ''}`, run.address);
    }
  };
  visit(readingOf(document).nodes);
  return calls;
}
