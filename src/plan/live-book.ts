// The figures of an edition -> the same with the programme's sums as their parts come to now, whatever was stated of them.
import Fraction from 'fraction.js';
import type { Address } from '../figure/address.ts';
import { amountIn, computeRelation, type Operand } from '../figure/compute.ts';
import type { Figure, FigureBook, FigureDefinition, Value } from '../figure/figure.ts';
import { exactDigits, sameValue } from '../figure/quantity.ts';
import { isOfSplits } from '../figure/splits.ts';
import { type Programme, sourcesIn, type Task, tasksOf } from './programme.ts';
import { isListed, partsOf, unsplitTotals, wholeOf } from './task-rows.ts';

type Read = (address: Address) => Operand | undefined;
/** What a figure is over its rows, given what it is by itself. */
type Rule = (own: Value, definition: FigureDefinition, read: Read) => Value;

const LIVE = /^(?:tasks|strategies|categories)\//;
const MISSING: Value = { kind: 'missing' };
const NIL: Value = { kind: 'nil' };
const ZERO = new Fraction(0);
const NOTHING: Value = { kind: 'quantity', exact: ZERO, digits: 0 };

/**
 * What budget.xlsx shows. Inputs are as they are; sums, restatements, roundings and splits of the programme give up what was stated.
 * A task's target and its amount of each source are at least what its projects have together; its total is its sources together, and
 * the totals of projects that say no sources. A part that is not known counts nothing. Sums have all their decimals.
 */
export function liveBook(book: FigureBook, programme: Programme): FigureBook {
  const live = new Map<Address, Figure>();
  const open = new Set<Address>();
  const rules = new Map(tasksOf(programme).flatMap(rulesOf));
  const at = (address: Address): Figure | undefined => {
    const [known, figure] = [live.get(address), book.get(address)];
    // What goes round in a circle was told; it has no value of its own.
    if (known !== undefined || figure === undefined || open.has(address)) return known ?? figure;
    open.add(address);
    const made = LIVE.test(address) && !isGone(figure) ? workedOut(figure) : figure;
    open.delete(address);
    live.set(address, made);
    return made;
  };
  const read: Read = (address) => {
    const figure = at(address);
    return figure && { value: figure.effective, unit: figure.definition.unit };
  };
  const workedOut = (figure: Figure): Figure => {
    const { definition } = figure;
    const rule = rules.get(definition.address);
    if (rule === undefined && definition.relation === undefined) return figure;
    const own = withoutStated(figure, read, (address) => isOfSplits(address, book));
    const effective = withDecimals(rule?.(own, definition, read) ?? own, definition);
    const changed = figure.changed || !sameValue(figure.effective, effective);
    return { ...figure, stated: undefined, computed: effective, effective, changed };
  };
  const all = new Map<Address, Figure>();
  for (const [address, figure] of book) all.set(address, at(address) ?? figure);
  return all;
}

/** Of a project that an edition ended. */
function isGone({ definition, stated, computed, effective }: Figure): boolean {
  const isNil = effective.kind === 'nil' && stated === undefined && computed === undefined;
  return isNil && definition.relation !== undefined;
}

/** What the relation gives; the value itself of an input, and of what is no sum and was stated. */
function withoutStated(
  { definition, effective, stated }: Figure,
  read: Read,
  isSplit: (address: Address) => boolean,
): Value {
  const { relation } = definition;
  if (relation === undefined) return effective;
  switch (relation.kind) {
    case 'sum':
      return (
        computeRelation(relation, definition, (address) => {
          const operand = read(address);
          // An amount that cannot be split is there all the same: a sum of the others would be too little.
          return isSplit(address) ? operand : known(operand);
        }) ?? MISSING
      );
    case 'same':
    case 'rounded':
      return computeRelation(relation, definition, read) ?? MISSING;
    case 'apportioned':
      // What has no source may be of one that has nothing yet.
      return computeRelation(relation, definition, (address) => counted(read(address))) === undefined
        ? MISSING
        : (computeRelation(relation, definition, read) ?? MISSING);
    case 'difference':
    case 'growth':
    case 'share':
    case 'ratio':
    case 'product':
    case 'max':
    case 'min':
    case 'average':
    case 'weighted':
      return stated ?? computeRelation(relation, definition, read) ?? MISSING;
  }
}

/** What is not known counts nothing, as in a sum of cells. */
function known(operand: Operand | undefined): Operand | undefined {
  return operand?.value.kind === 'missing' ? { ...operand, value: NIL } : operand;
}

function counted(operand: Operand | undefined): Operand | undefined {
  return operand?.value.kind === 'nil' ? { ...operand, value: NOTHING } : operand;
}

/** A sum shows all decimals of its parts, so that sums of it need not look behind it. */
function withDecimals(value: Value, { relation, digits }: FigureDefinition): Value {
  const rounds = relation?.kind !== 'sum' && relation?.kind !== 'same' && relation !== undefined;
  if (rounds || value.kind !== 'quantity') return value;
  const least = relation === undefined ? value.digits : digits;
  return { ...value, digits: Math.max(least, exactDigits(value.exact) ?? least) };
}

function rulesOf(task: Task): readonly (readonly [Address, Rule])[] {
  const sources = sourcesIn(task.funding);
  const rules = ['target', ...sources].map((kind): readonly [Address, Rule] => [
    wholeOf(task, kind),
    (own, definition, read) => {
      return largerOf(own, sumOf(partsOf(task, kind), definition, read));
    },
  ]);
  const total: Rule = (own, definition, read) => {
    const all = sumOf(
      [...sources.map((source) => wholeOf(task, source)), ...unsplitTotals(task, definition)],
      definition,
      read,
    );
    if (definition.relation !== undefined) return all;
    if (isListed(task)) return largerOf(own, all);
    return all.kind === 'quantity' && !all.exact.equals(0) ? all : own;
  };
  const projects = task.projects.flatMap(({ funding }): (readonly [Address, Rule])[] => {
    const own = sourcesIn(funding).flatMap((source) => funding[source] ?? []);
    if (funding.total === undefined || own.length === 0) return [];
    return [[funding.total, (_, definition, read) => sumOf(own, definition, read)]];
  });
  return [...rules, ...projects, [task.funding.total.address, total]];
}

/** What is typed for all of it, or what its rows have together where that is more. */
function largerOf(own: Value, listed: Value): Value {
  if (own.kind !== 'quantity') return listed.kind === 'quantity' ? listed : own;
  return listed.kind === 'quantity' && listed.exact.compare(own.exact) > 0 ? listed : own;
}

/** Nil when nothing is known to have an amount. */
function sumOf(parts: readonly Address[], { unit, digits }: FigureDefinition, read: Read): Value {
  const operands = parts.flatMap((part) => read(part) ?? []);
  if (operands.every(({ value }) => value.kind !== 'quantity')) return NIL;
  const exact = operands.reduce((sum, operand) => sum.add(amountIn(unit, operand) ?? ZERO), ZERO);
  return { kind: 'quantity', exact, digits };
}
