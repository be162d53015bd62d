// A definition and its operands' units -> the diagnostic when they cannot stand in one relation.
import type { Diagnostic } from '../diagnostic.ts';
import type { Address } from './address.ts';
import type { FigureDefinition } from './figure.ts';
import { operandsOf, type Relation } from './relation.ts';
import type { Unit } from './unit.ts';

/**
 * The fault in a definition's units, if there is one (rule `mixed-units`). Sums, differences and restatements count one thing in
 * every operand and in the result, on whatever scale; pieces of different things are told by a rule of the check (`mixed-count`), so that a
 * plan that adds them can be printed. A difference of rates may be in percent or percentage
 * points. Growths compare one thing with itself and are, like shares, in percent. A ratio may have any units.
 */
export function unitFaultOf(
  definition: FigureDefinition,
  definitions: ReadonlyMap<Address, FigureDefinition>,
): Diagnostic | undefined {
  const { relation, unit } = definition;
  const equal = definition.equals.map((address) => definitions.get(address));
  const wrongEqual = equal.find((other) => other !== undefined && other.unit.dimension !== unit.dimension);
  if (wrongEqual !== undefined) return fault(definition, wrongEqual, unit);
  if (relation === undefined) return undefined;

  const operands = operandsOf(relation).flatMap((address) => definitions.get(address) ?? []);
  const [first] = operands;
  const values = relation.kind === 'weighted' ? operands.slice(0, relation.values.length) : operands;
  switch (relation.kind) {
    case 'sum':
    case 'max':
    case 'min':
    case 'average':
    case 'weighted':
    case 'same':
    case 'rounded':
    case 'apportioned':
    case 'difference': {
      if (first === undefined) return undefined;
      const odd = values.find((operand) => !addsUp(operand.unit, first.unit));
      if (odd !== undefined) return fault(definition, odd, first.unit);
      return addsUp(unit, first.unit) || isDifferenceOfRates(relation.kind, unit, first.unit)
        ? undefined
        : fault(definition, definition, first.unit);
    }
    case 'growth': {
      const odd = operands.find((operand) => operand.unit.dimension !== first?.unit.dimension);
      if (first !== undefined && odd !== undefined) return fault(definition, odd, first.unit);
      return notPercent(definition);
    }
    case 'share':
      return notPercent(definition);
    case 'product': {
      const of = operands.find((operand) => isOf(operand.unit, unit));
      const odd = operands.find((operand) => operand !== of && operand.unit.kind === 'money');
      return of !== undefined && odd === undefined
        ? undefined
        : fault(definition, odd ?? definition, of?.unit ?? first?.unit ?? unit);
    }
    case 'ratio':
      return undefined;
  }
}

/** Whether a product has the unit of this factor: 원 of 원, times any number of things, and of 원/명. */
function isOf({ dimension }: Unit, product: Unit): boolean {
  return dimension === product.dimension || dimension.startsWith(`of ${product.dimension}/`);
}

function addsUp(one: Unit, other: Unit): boolean {
  return one.dimension === other.dimension || (one.kind === 'pieces' && other.kind === 'pieces');
}

function isDifferenceOfRates(kind: Relation['kind'], unit: Unit, of: Unit): boolean {
  return kind === 'difference' && of.dimension === 'percent' && unit.dimension === 'percentage-points';
}

function notPercent(definition: FigureDefinition): Diagnostic | undefined {
  if (definition.unit.dimension === 'percent') return undefined;
  return {
    rule: 'mixed-units',
    severity: 'error',
    message: `‘${definition.address}’의 단위가 ‘${definition.unit.label}’인데 관계식의 결과는 백분율입니다.`,
    expected: "unit: '%'",
    place: definition.place,
  };
}

function fault(definition: FigureDefinition, odd: FigureDefinition, unit: Unit): Diagnostic {
  return {
    rule: 'mixed-units',
    severity: 'error',
    message: `‘${definition.address}’의 관계에 서로 다른 단위가 섞였습니다: ‘${odd.address}’의 단위는 ‘${odd.unit.label}’입니다.`,
    expected: `같은 것을 세는 단위(${unit.label} 등)`,
    place: definition.place,
    ...(odd === definition
      ? {}
      : { related: [{ place: odd.place, note: `단위가 ‘${odd.unit.label}’입니다.` }] }),
  };
}
