// A figure's relation -> an Excel formula over the cells where its operands stand, and what it comes to.
import Fraction from 'fraction.js';
import type { Address } from '../figure/address.ts';
import { amountIn, computeRelation, type Operand } from '../figure/compute.ts';
import { type Figure, type FigureBook, figureIn } from '../figure/figure.ts';
import { productFactor, scaleFactor } from '../figure/follow.ts';
import { exactDigits, sameValue } from '../figure/quantity.ts';
import { operandsOf, type Relation } from '../figure/relation.ts';
import { shownValue } from '../figure/show.ts';
import { canBeMade, isOfSplits } from '../figure/splits.ts';
import { sameScale, type Unit } from '../figure/unit.ts';
import { apportionFormula } from './apportion-formula.ts';
import { type CellPlace, type CellPlaces, referenceTo } from './cell-places.ts';
import type { Ledgers } from './live-formula.ts';
import { argumentsOf, bracketed, extremeText, fractionText, scaledTerm, sumText } from './sum-text.ts';

export interface FormulaContext {
  readonly figures: FigureBook;
  readonly places: CellPlaces;
  readonly ledgers: Ledgers;
  /** The sheet that the formula stands on. */
  readonly sheet: string;
  /** Of a copy to hand in. */
  readonly clean?: boolean;
}

interface Formula {
  /** Without the leading `=`, in the unit that was asked for. */
  readonly text: string;
  /** What it comes to over the cells' values. */
  readonly exact: Fraction;
  /** It rounds itself, or adds only whole numbers, so that no binary fraction can creep in. */
  readonly whole: boolean;
  /** Some cell moves it; otherwise it is nothing but numbers. */
  readonly live: boolean;
}

/**
 * The formula of a figure's relation; undefined when it has none or the relation gives no value. An operand that stands in
 * no sheet is written as its value. An operand whose cell shows less than it is (a computed rate, rounded; an earlier sum) is
 * written out, so that the formula does not round twice.
 */
export function formulaOf(
  figure: Figure,
  context: FormulaContext,
  unit: Unit = figure.definition.unit,
): Formula | undefined {
  const { relation, digits } = figure.definition;
  if (relation === undefined) return undefined;
  if (relation.kind === 'apportioned') return splitOf(figure, relation, context, unit);
  if (relation.kind === 'sum' && figure.stated === undefined && addsSplits(relation.operands, context))
    return sumOfSplits(figure, relation.operands, context, unit);
  // Sums as they come to now leave out what is not known, as a sum of cells does.
  const leavesOut =
    relation.kind === 'sum' && figure.stated === undefined && figure.computed?.kind !== 'missing';
  const value = computeRelation(relation, { unit, digits }, (address) => {
    const operand = cellOperand(address, context);
    const isNothing = leavesOut && figure.computed !== undefined && operand?.value.kind === 'missing';
    return isNothing ? { ...operand, value: { kind: 'nil' } } : operand;
  });
  if (value === undefined || value.kind === 'missing') return undefined;
  const whole =
    relation.kind === 'rounded' ||
    (isAdditive(relation) && operandsOf(relation).every((one) => isWhole(one, unit, context)));
  const live = restsOnCell(relation, context);
  // A sum of nothing but nil shows 0 as a dash, and follows when a part becomes more.
  const exact = value.kind === 'nil' ? new Fraction(0) : value.exact;
  return { text: textOf(relation, unit, context), exact, whole, live };
}

function splitOf(
  { effective, definition }: Figure,
  relation: Split,
  context: FormulaContext,
  unit: Unit,
): Formula | undefined {
  const split = splitText(relation, unit, context);
  const own = relation.parts[relation.part];
  if (split === undefined || own === undefined) return undefined;
  // A source that gives nothing has nothing of it, whether the rest can be split or not.
  const isNil =
    effective.kind === 'nil' && !canBeMade(relation, definition, (one) => cellOperand(one, context));
  const text = isNil ? `IF(${termOf(own, unit, context)}=0,0,${split})` : split;
  const amount = amountIn(unit, { value: effective, unit: definition.unit });
  return { text, exact: amount ?? new Fraction(0), whole: true, live: true };
}

type Split = Relation & { readonly kind: 'apportioned' };

/** Undefined where an operand stands in no cell, or on another scale than the others. */
function splitText(
  { whole, exact, parts, part }: Split,
  unit: Unit,
  context: FormulaContext,
): string | undefined {
  // Without it there may be splits in splits, for which no formula is short enough: they stay numbers.
  if (exact === undefined) return undefined;
  const cells = [whole, exact, ...parts].map((address) => {
    const place = context.places.seenFrom(context.sheet, address);
    const own = figureIn(context.figures, address).definition.unit;
    return place && { text: referenceFrom(place, context), unit: place.unit ?? own };
  });
  const [first, second, ...others] = cells.flatMap((cell) => cell ?? []);
  if (first === undefined || second === undefined || others.length < parts.length) return undefined;
  const scale = scaleFactor(unit, second.unit);
  const isOneScale = sameScale(first.unit, unit) && others.every((cell) => sameScale(cell.unit, second.unit));
  if (!isOneScale || scale.d !== 1n) return undefined;
  const split = {
    whole: first.text,
    exact: second.text,
    parts: others.map(({ text }) => text),
    scale: Number(scale.n),
  };
  return apportionFormula(split, part);
}

/** Whether all of them are cells that are empty while a split cannot be made. */
function addsSplits(operands: readonly Address[], { figures, places }: FormulaContext): boolean {
  return operands.every((address) => places.has(address) && isOfSplits(address, figures));
}

/** A sum of splits is as empty as one of them. */
function sumOfSplits(
  { effective, definition }: Figure,
  operands: readonly Address[],
  context: FormulaContext,
  unit: Unit,
): Formula {
  const sum = sumOf(operands, unit, context);
  const text = `IF(COUNT${sum.slice('SUM'.length)}<${operands.length},"",${sum})`;
  const amount = amountIn(unit, { value: effective, unit: definition.unit });
  return { text, exact: amount ?? new Fraction(0), whole: true, live: true };
}

function isAdditive({ kind }: Relation): boolean {
  return kind === 'sum' || kind === 'difference' || kind === 'same';
}

/** Whether it is whole and so is all that is added up for it where it stands in no cell. */
function isWhole(address: Address, unit: Unit, context: FormulaContext): boolean {
  const operand = cellOperand(address, context);
  if (operand === undefined || !sameScale(operand.unit, unit)) return false;
  const { relation } = figureIn(context.figures, address).definition;
  const isAdded = relation !== undefined && isAdditive(relation) && !context.places.stands(address);
  if (isAdded && !operandsOf(relation).every((one) => isWhole(one, unit, context))) return false;
  return operand.value.kind === 'nil' || (operand.value.kind === 'quantity' && operand.value.exact.d === 1n);
}

/** The operand as the formula sees it: a stated value through its cell, anything else exact. */
function cellOperand(address: Address, context: FormulaContext): Operand | undefined {
  const figure = context.figures.get(address);
  if (figure === undefined) return undefined;
  const place = figure.stated === undefined ? undefined : context.places.seenFrom(context.sheet, address);
  const isRounded = place !== undefined && !isExactIn(place, figure);
  return { value: isRounded ? shownValue(figure) : figure.effective, unit: figure.definition.unit };
}

/** Whether the cell holds the figure's effective value to the last digit: on another scale than its own it has all that end. */
function isExactIn({ unit }: CellPlace, figure: Figure): boolean {
  const { effective, definition } = figure;
  const isOwnScale = unit === undefined || sameScale(unit, definition.unit);
  if (!isOwnScale && effective.kind === 'quantity') return exactDigits(effective.exact) !== undefined;
  return sameValue(shownValue(figure), effective);
}

function textOf(relation: Relation, unit: Unit, context: FormulaContext): string {
  const term = (address: Address, of = unit) => termOf(address, of, context);
  switch (relation.kind) {
    case 'sum':
      return sumOf(relation.operands, unit, context);
    case 'product': {
      const units = relation.operands.map((address) => unitOf(address, context));
      const factors = relation.operands.map((address, index) => term(address, units[index]));
      return scaledTerm(factors.join('*'), productFactor(units, unit));
    }
    case 'max':
    case 'min':
      return extremeText(relation.kind, listsOf(relation.operands, unit, context));
    case 'average':
      return `${bracketed(sumOf(relation.operands, unit, context))}/${relation.operands.length}`;
    case 'weighted': {
      const [first] = relation.weights;
      const of = first === undefined ? unit : unitOf(first, context);
      const weighed = relation.values.map(
        (value, index) => `${term(value)}*${term(relation.weights[index] ?? value, of)}`,
      );
      return `(${weighed.join('+')})/${bracketed(sumOf(relation.weights, of, context))}`;
    }
    case 'difference':
      return `${term(relation.minuend)}-${term(relation.subtrahend)}`;
    case 'same':
      return termOf(relation.as, unit, context, true);
    case 'rounded': {
      const name = relation.mode === 'truncate' ? 'TRUNC' : 'ROUND';
      return `${name}(${term(relation.of)},0)`;
    }
    case 'apportioned': {
      const split = splitText(relation, unit, context);
      if (split === undefined) throw new Error('a split rests on cells');
      return split;
    }
    case 'growth': {
      const of = unitOf(relation.previous, context);
      const previous = term(relation.previous, of);
      return `(${term(relation.current, of)}-${previous})/${previous}*${percentText(unit)}`;
    }
    case 'share': {
      const of = unitOf(relation.whole, context);
      return `${term(relation.part, of)}/${term(relation.whole, of)}*${percentText(unit)}`;
    }
    case 'ratio': {
      const of = unitOf(relation.denominator, context);
      const quotient = `${term(relation.numerator, of)}/${term(relation.denominator, of)}`;
      return scaledTerm(quotient, unit.scale.inverse());
    }
  }
}

function unitOf(address: Address, context: FormulaContext): Unit {
  return figureIn(context.figures, address).definition.unit;
}

/** A quotient in the unit: 100 for percent. */
function percentText({ scale }: Unit): string {
  return fractionText(new Fraction(100).div(scale));
}

/** The operand in the wanted unit, in brackets unless it is a single name or number. `itself`: not where it is only restated. */
function termOf(address: Address, unit: Unit, context: FormulaContext, itself = false): string {
  const figure = figureIn(context.figures, address);
  const isThere = !itself || context.places.stands(address);
  const place = isThere ? context.places.seenFrom(context.sheet, address) : undefined;
  const base = unscaledTerm(figure, place, context);
  const refers = place !== undefined && base === referenceFrom(place, context);
  const own = (refers ? place.unit : undefined) ?? figure.definition.unit;
  const text = scaledTerm(base, scaleFactor(own, unit));
  return text === base ? base : `(${text})`;
}

function unscaledTerm(figure: Figure, place: CellPlace | undefined, context: FormulaContext): string {
  const { effective, definition } = figure;
  const { relation, unit } = definition;
  if (place !== undefined && (figure.stated !== undefined || isExactIn(place, figure)))
    return referenceFrom(place, context);
  // A project that ended has nothing, whatever its relation would come to.
  const isOfRelation = relation !== undefined && figure.computed !== undefined;
  if (!isOfRelation || (place === undefined && !reachesCell(figure, context)))
    return fractionText(effective.kind === 'quantity' ? effective.exact : new Fraction(0));
  // A source that gives nothing has nothing of a split here too, whether the rest can be split or not.
  const split = relation.kind === 'apportioned' ? formulaOf(figure, context) : undefined;
  return `(${split?.text ?? textOf(relation, unit, context)}${keptDifference(figure, context)})`;
}

/** As much stays on it as on its cell: what a comparison restates, or rounded parts, may come to something else. */
function keptDifference(figure: Figure, context: FormulaContext): string {
  const { definition, effective } = figure;
  if (!definition.relation || !isAdditive(definition.relation) || effective.kind !== 'quantity') return '';
  const difference = effective.exact.sub(formulaOf(figure, context)?.exact ?? effective.exact);
  return difference.equals(0) ? '' : `+${fractionText(difference)}`;
}

/** The cell as a formula names it; one in a row that people sort, from another sheet, by its row's id. */
export function referenceFrom(place: CellPlace, { sheet, ledgers }: FormulaContext): string {
  const ledger = place.sheet === sheet ? undefined : ledgers.get(place.sheet);
  if (ledger === undefined || place.id === undefined) return referenceTo(place, sheet);
  return ledger.amountOf(sheet, place.column - 1, place.id);
}

/** Whether a figure in no sheet follows from one that is in one, so that it has to follow there too. */
function reachesCell({ definition, stated, computed }: Figure, context: FormulaContext): boolean {
  const { relation } = definition;
  if (relation === undefined || stated !== undefined || computed === undefined) return false;
  if (relation.kind === 'apportioned') return splitText(relation, definition.unit, context) !== undefined;
  return restsOnCell(relation, context);
}

function restsOnCell(relation: Relation, context: FormulaContext): boolean {
  return operandsOf(relation).some((address) => {
    const operand = context.figures.get(address);
    // What restates a figure does not rest on its own cell.
    const isThere = relation.kind === 'same' ? context.places.stands(address) : context.places.has(address);
    return isThere || (operand !== undefined && reachesCell(operand, context));
  });
}

/** SUM over ranges where operands stand side by side or one below the other. */
function sumOf(operands: readonly Address[], unit: Unit, context: FormulaContext): string {
  return sumText(listsOf(operands, unit, context));
}

/** Of arguments. */
function listsOf(operands: readonly Address[], unit: Unit, context: FormulaContext): readonly string[] {
  const terms = operands.map((address) => ({
    text: termOf(address, unit, context),
    place: context.places.seenFrom(context.sheet, address),
  }));
  return argumentsOf(terms, context.sheet);
}
