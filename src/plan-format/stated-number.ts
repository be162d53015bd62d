// A number of a strategy, task or project as typed -> its value, and the definition of its figure.
import * as v from 'valibot';
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit } from '../figure/unit.ts';
import type { SourceText } from '../plan/plan.ts';
import { readValue } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import { isEmpty, type Node, type Scalar } from './node.ts';
import { type RelationText, readRelationText } from './relation-text.ts';
import { flag, mapping, scalar, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally, sourceText } from './source-text.ts';
import { defaultDigits } from './units.ts';

export interface StatedNumber {
  /** Undefined where it is to be computed. */
  readonly given: Value | undefined;
  /** The published characters; none for a cell that was printed blank. */
  readonly published: string | undefined;
  readonly unit: Scalar | undefined;
  readonly is: RelationText | undefined;
  readonly inferred: boolean;
  /** Undefined where the number does not say. */
  readonly withUnit: boolean | undefined;
  readonly suffix: SourceText | undefined;
  readonly place: SourceLocation;
}

const STATED_NUMBER = mapping({
  value: v.exactOptional(scalar),
  as: v.exactOptional(scalar),
  unit: v.exactOptional(scalar),
  is: v.exactOptional(scalar),
  inferred: v.exactOptional(flag),
  about: v.exactOptional(flag),
  'with-unit': v.exactOptional(flag),
  suffix: v.exactOptional(text),
});

/** A number, `-`, `~` (printed blank), `missing`, `computed`, or one of them with more about it. */
export function readStatedNumber(node: Node, faults: Faults): StatedNumber {
  const shape = node.kind === 'scalar' ? { value: node } : (readShape(node, STATED_NUMBER, faults) ?? {});
  return statedNumber(shape, node.place, faults);
}

function statedNumber(
  shape: v.InferOutput<typeof STATED_NUMBER>,
  place: SourceLocation,
  faults: Faults,
): StatedNumber {
  const { value, as, unit, is, inferred, about, suffix } = shape;
  const blank = value !== undefined && isEmpty(value);
  const given: Value | undefined = blank
    ? { kind: 'nil' }
    : value && readValue(value, about?.text === 'true', faults);
  return {
    given,
    published: blank ? '' : as?.text,
    unit,
    is: is && readRelationText(is, faults),
    inferred: inferred?.text === 'true',
    withUnit: shape['with-unit'] && shape['with-unit'].text === 'true',
    suffix: suffix && sourceText(suffix),
    place: value?.place ?? place,
  };
}

/** Nothing was typed: the figure is computed, or missing where it has no relation. */
export function unstated(place: SourceLocation): StatedNumber {
  return {
    given: undefined,
    published: undefined,
    unit: undefined,
    is: undefined,
    inferred: false,
    withUnit: undefined,
    suffix: undefined,
    place,
  };
}

/** The definition of the number's figure. */
export function defineStated(
  address: Address,
  number: StatedNumber,
  unit: Unit,
  relation: Relation | undefined,
): FigureDefinition {
  const { given, published, inferred, place } = number;
  return {
    address,
    unit,
    digits: given?.kind === 'quantity' ? given.digits : defaultDigits(unit),
    ...optionally('given', given),
    ...optionally('published', published),
    ...optionally('relation', relation),
    equals: [],
    inferred,
    place,
  };
}
