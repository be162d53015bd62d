// A relation and its operands' values -> the value it gives, exact.
import Fraction from 'fraction.js';
import type { Address } from './address.ts';
import { apportion } from './apportion.ts';
import type { FigureDefinition, Value } from './figure.ts';
import { roundHalfUp } from './quantity.ts';
import type { Relation } from './relation.ts';
import { baseOf, type Unit } from './unit.ts';

/** What a relation sees of a figure. */
export interface Operand {
  readonly value: Value;
  readonly unit: Unit;
}

const ZERO = new Fraction(0);
const HUNDRED = new Fraction(100);

/** The factor that brings a number from one scale of a dimension to another: 명 to 천명 is 1/1000. */
export function scaleFactor(from: Unit, to: Unit): Fraction {
  return from.scale.div(to.scale);
}

/** The number in the other unit; nil counts as 0, missing as undefined. */
export function amountIn(unit: Unit, operand: Operand): Fraction | undefined {
  switch (operand.value.kind) {
    case 'quantity':
      return operand.unit === unit
        ? operand.value.exact
        : operand.value.exact.mul(scaleFactor(operand.unit, unit));
    case 'nil':
      return ZERO;
    case 'missing':
      return undefined;
  }
}

/**
 * What the relation gives, in the figure's own unit, never rounded; shares and growths in percent. A sum, difference or
 * restatement of nothing but nil is nil. Undefined where there is no verdict: an operand is unknown or
 * missing, or the divisor is 0.
 */
export function computeRelation(
  relation: Relation,
  own: Pick<FigureDefinition, 'unit' | 'digits'>,
  read: (address: Address) => Operand | undefined,
): Value | undefined {
  const exact = exactResult(relation, own.unit, read);
  if (exact === undefined) return undefined;
  if (exact === 'nil') return { kind: 'nil' };
  return { kind: 'quantity', exact, digits: own.digits };
}

function exactResult(
  relation: Relation,
  unit: Unit,
  read: (address: Address) => Operand | undefined,
): Fraction | 'nil' | undefined {
  switch (relation.kind) {
    case 'sum':
      return combined(relation.operands.map(read), unit, sumOf);
    case 'product': {
      const operands = relation.operands.map(read);
      if (operands.some((operand) => operand?.value.kind === 'nil')) return 'nil';
      const factor = productFactor(
        operands.flatMap((operand) => operand?.unit ?? []),
        unit,
      );
      return combined(operands, 'own', (amounts) => amounts.reduce((all, one) => all.mul(one), factor));
    }
    case 'max':
    case 'min': {
      const sign = relation.kind === 'max' ? 1 : -1;
      return combined(relation.operands.map(read), unit, (amounts) =>
        amounts.reduce((best, one) => (one.compare(best) * sign > 0 ? one : best)),
      );
    }
    case 'average':
      return combined(relation.operands.map(read), unit, (amounts) => sumOf(amounts).div(amounts.length));
    case 'weighted': {
      const weights = combined(relation.weights.map(read), 'base', sumOf);
      if (weights === undefined || weights === 'nil' || weights.equals(0)) return undefined;
      const parts = relation.values.map((address, index) => {
        const [value, weight] = [read(address), read(relation.weights[index] ?? address)];
        const amount = value && amountIn(unit, value);
        const weighed = weight && amountIn(baseOf(weight.unit), weight);
        return amount && weighed && amount.mul(weighed);
      });
      const known = parts.flatMap((part) => part ?? []);
      return known.length < parts.length ? undefined : sumOf(known).div(weights);
    }
    case 'difference':
      return combined(
        [read(relation.minuend), read(relation.subtrahend)],
        unit,
        ([minuend = ZERO, subtrahend = ZERO]) => minuend.sub(subtrahend),
      );
    case 'same':
      return combined([read(relation.as)], unit, ([amount = ZERO]) => amount);
    case 'rounded': {
      const { mode } = relation;
      return combined([read(relation.of)], unit, ([amount = ZERO]) =>
        mode === 'truncate' ? amount.sub(amount.mod(1)) : roundHalfUp(amount, 0),
      );
    }
    case 'apportioned': {
      // A source that gives nothing is nil in the split too.
      if (read(relation.parts[relation.part] ?? relation.whole)?.value.kind === 'nil') return 'nil';
      if (relation.exact !== undefined && !addsUp(relation.exact, relation.parts, unit, read))
        return undefined;
      return combined([relation.whole, ...relation.parts].map(read), unit, ([whole = ZERO, ...parts]) => {
        const share = apportion(whole, parts)[relation.part];
        if (share === undefined) throw new RangeError(`no part ${relation.part}`);
        return share;
      });
    }
    case 'growth': {
      const growth = quotient(read(relation.current), read(relation.previous));
      return growth?.sub(1).mul(HUNDRED).div(unit.scale);
    }
    case 'share':
      return quotient(read(relation.part), read(relation.whole))?.mul(HUNDRED).div(unit.scale);
    case 'ratio':
      return quotient(read(relation.numerator), read(relation.denominator))?.div(unit.scale);
  }
}

/** Whether the parts that are known come to the exact amount within one. */
function addsUp(
  exact: Address,
  parts: readonly Address[],
  unit: Unit,
  read: (address: Address) => Operand | undefined,
): boolean {
  const amountOf = (address: Address) => {
    const operand = read(address);
    return operand && amountIn(unit, operand);
  };
  const sum = parts.reduce((total, part) => total.add(amountOf(part) ?? ZERO), ZERO);
  const whole = amountOf(exact);
  return whole !== undefined && whole.sub(sum).abs().compare(1) <= 0;
}

function combined(
  operands: readonly (Operand | undefined)[],
  unit: Unit | 'own' | 'base',
  combine: (amounts: readonly Fraction[]) => Fraction,
): Fraction | 'nil' | undefined {
  const amounts: Fraction[] = [];
  for (const operand of operands) {
    const into = unit === 'own' ? operand?.unit : unit === 'base' ? operand && baseOf(operand.unit) : unit;
    const amount = operand === undefined || into === undefined ? undefined : amountIn(into, operand);
    if (amount === undefined) return undefined;
    amounts.push(amount);
  }
  if (operands.length > 0 && operands.every((operand) => operand?.value.kind === 'nil')) return 'nil';
  return combine(amounts);
}

function sumOf(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce((sum, amount) => sum.add(amount), ZERO);
}

/** By which a product of numbers in the units becomes one in the unit: a percentage counts a hundredth. */
export function productFactor(units: readonly Unit[], unit: Unit): Fraction {
  const amount = ({ dimension, scale }: Unit) => (dimension === 'percent' ? scale.div(HUNDRED) : scale);
  return units.reduce((all, one) => all.mul(amount(one)), new Fraction(1)).div(amount(unit));
}

/** Both are brought to the same scale of what they count, so that 천명 over 명 is right. */
function quotient(dividend: Operand | undefined, divisor: Operand | undefined): Fraction | undefined {
  if (dividend === undefined || divisor === undefined) return undefined;
  const above = amountIn(baseOf(dividend.unit), dividend);
  const below = amountIn(baseOf(divisor.unit), divisor);
  if (above === undefined || below === undefined || below.equals(0)) return undefined;
  return above.div(below);
}
