// A relation and its operands' values -> the value it gives, exact.
import Fraction from 'fraction.js';
import type { Address } from './address.ts';
import { apportion } from './apportion.ts';
import type { FigureDefinition, Value } from './figure.ts';
import { follow, type KnownOperand, scaleFactor } from './follow.ts';
import { NOTHING, point } from './interval.ts';
import { operandsOf, type Relation } from './relation.ts';
import type { Unit } from './unit.ts';

/** What a relation sees of a figure. */
export interface Operand {
  readonly value: Value;
  readonly unit: Unit;
}

const ZERO = new Fraction(0);

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
  if (relation.kind === 'apportioned') return shareOf(relation, unit, read);
  const isNil = (address: Address) => read(address)?.value.kind === 'nil';
  const operands = operandsOf(relation);
  if (relation.kind === 'product' && operands.some(isNil)) return 'nil';
  if (!QUOTIENTS.has(relation.kind) && operands.length > 0 && operands.every(isNil)) return 'nil';
  return follow(relation, unit, (address) => pointOf(read(address)))?.low;
}

/** What a number is divided in is a number, though it be of nothing. */
const QUOTIENTS: ReadonlySet<Relation['kind']> = new Set(['weighted', 'growth', 'share', 'ratio']);

function pointOf(operand: Operand | undefined): KnownOperand | undefined {
  if (operand === undefined || operand.value.kind === 'missing') return undefined;
  const { value, unit } = operand;
  return { interval: value.kind === 'nil' ? NOTHING : point(value.exact), unit };
}

function shareOf(
  { whole, exact, parts, part }: Relation & { readonly kind: 'apportioned' },
  unit: Unit,
  read: (address: Address) => Operand | undefined,
): Fraction | 'nil' | undefined {
  const amountOf = (address: Address) => {
    const operand = read(address);
    return operand && amountIn(unit, operand);
  };
  // A source that gives nothing is nil in the split too.
  if (read(parts[part] ?? whole)?.value.kind === 'nil') return 'nil';
  const [all, amounts] = [amountOf(whole), parts.map(amountOf)];
  if (exact !== undefined) {
    // Where the parts that are known do not come to it within one, there is nothing to split.
    const rest = amounts.reduce((left, one) => left?.sub(one ?? ZERO), amountOf(exact));
    if (rest === undefined || rest.abs().compare(1) > 0) return undefined;
  }
  const known = amounts.flatMap((one) => one ?? []);
  if (all === undefined || known.length < parts.length) return undefined;
  const share = apportion(all, known)[part];
  if (share === undefined) throw new RangeError(`no part ${part}`);
  return share;
}
