// A number of a strategy, task or project as typed -> its value, and the definition of its figure.

import * as v from 'valibot';
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit } from '../figure/unit.ts';
import type { SourceText } from '../plan/source-text.ts';
import { readValue, VALUE } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import { isEmpty, type Node, type Scalar } from './node.ts';
import { RELATION, type RelationText, readRelationText } from './relation-text.ts';
import { flag, later, like, mapping, may, scalar, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';
import { defaultDigits, UNIT } from './units.ts';

/** `~` is a cell that was printed blank. */
const BLANK_OR_VALUE = { ...VALUE, type: [...VALUE.type, 'null'] };

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
  value: may(
    like(scalar, BLANK_OR_VALUE),
    '값',
    "수, 없음은 '-', 빈칸은 ~, 아직 모르면 missing, 셈하면 computed",
    {
      example: 120,
    },
  ),
  as: may(scalar, '공시된 표기', '공시된 글자 그대로. 값과 달리 찍혀야 할 때 적습니다.', {
    example: '120명',
  }),
  unit: may(UNIT, '단위', '적지 않으면 목표는 명, 예산은 천원입니다.', { example: '명' }),
  is: may(RELATION, '산식', '이 수치가 따르는 산식', { example: 'sum(tasks/a/target, tasks/b/target)' }),
  inferred: may(flag, '짐작한 값', 'true이면 검토본에 표시하고, 확인의 근거로 쓰지 않습니다.', {
    otherwise: false,
  }),
  about: may(flag, '어림한 값', 'true이면 여·내외가 붙은 수로 봅니다.', { otherwise: false }),
  'with-unit': may(flag, '단위를 붙여 찍기', '표의 칸에 단위를 붙여 찍을지'),
  suffix: may(text, '뒤에 붙일 글', '칸에서 수 뒤에 찍는 글', { example: '(사회적기업 수)' }),
});

/** A number of the programme. */
export const NUMBER = later(
  like(scalar, BLANK_OR_VALUE),
  v.lazy(() => STATED_NUMBER),
);

/** One that stands in no order of its own, so that its unit has to be said. */
export const NAMED_NUMBER = later(like(STATED_NUMBER, { required: ['unit'] }));

/** What the tables of the whole state. */
export const OVERVIEW = mapping({
  target: may(NUMBER, '일자리 목표', '총괄표에 공시한 목표(명)'),
  budget: may(NUMBER, '예산', '총괄표에 공시한 예산(백만원)'),
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
    ...defined({ given, published, relation }),
    equals: [],
    inferred,
    place,
  };
}
