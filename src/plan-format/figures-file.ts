// statistics/figures.yaml -> the figures that stand in no table.

import type * as v from 'valibot';
import { addressOf } from '../figure/address.ts';
import type { FigureDefinition } from '../figure/figure.ts';
import type { Units } from '../figure/unit.ts';
import { readValue, VALUE } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { numberWithin } from './number-form.ts';
import { REFERENCE, RELATION, readReference, readRelationText } from './relation-text.ts';
import { type References, resolveReference, resolveRelation } from './resolve-relation.ts';
import { decimals, entriesOf, flag, like, list, MOST_DIGITS, mapping, may, must, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined } from './source-text.ts';
import { defaultDigits, readUnit, UNIT } from './units.ts';

const FIGURE = mapping({
  value: may(like(scalar, VALUE), '값', "수, 없음은 '-', 아직 모르면 missing, 셈하면 computed", {
    example: 51439038,
  }),
  is: may(RELATION, '산식', '이 수치가 따르는 산식. 값이 없으면 셈하고, 있으면 견줍니다.', {
    example: 'share(tables/population/2022/city, tables/population/2022/nation)',
  }),
  unit: must(UNIT, '단위', '이 수치의 단위', { example: '명' }),
  digits: may(decimals, '소수 자릿수', '셈한 값을 소수 몇 자리까지 찍을지', { example: 1 }),
  as: may(scalar, '공시된 표기', '공시된 글자 그대로. 값과 달리 찍혀야 할 때 적습니다.', {
    example: '약 5,144만명',
  }),
  inferred: may(flag, '짐작한 값', 'true이면 검토본에 표시하고, 확인의 근거로 쓰지 않습니다.', {
    otherwise: false,
  }),
  about: may(flag, '어림한 값', 'true이면 여·내외가 붙은 수로 봅니다.', { otherwise: false }),
  equals: may(list(REFERENCE), '같아야 하는 수치', '다른 곳에 적힌 같은 수치의 주소', {
    example: ['tables/population/2022/nation'],
  }),
});

export const FIGURES_FILE = entriesOf(must(FIGURE, '수치', '글에서는 figures/이름으로 가리킵니다.'));

type FiguresShape = v.InferOutput<typeof FIGURES_FILE>;

/** The figures as typed; their relations may name any table, so they are resolved later. */
export function readFiguresFile(root: Mapping, faults: Faults): FiguresShape | undefined {
  return readShape(root, FIGURES_FILE, faults);
}

/** The definitions, in the order of the file. */
export function freeFigures(
  file: FiguresShape,
  references: References,
  units: Units,
  faults: Faults,
): readonly FigureDefinition[] {
  return file.flatMap((entry) =>
    references.figures.has(entry.key.text) ? [define(entry, references, units, faults)] : [],
  );
}

function define(
  { key, value: figure }: FiguresShape[number],
  references: References,
  units: Units,
  faults: Faults,
): FigureDefinition {
  if (figure.value === undefined && figure.is === undefined) {
    faults.add({
      rule: 'missing-key',
      place: key.place,
      message: '필요한 키가 없습니다: value 또는 is',
      expected: 'value: 수, is: 관계식, 또는 둘 다',
    });
  }
  const given = figure.value && readValue(figure.value, figure.about?.text === 'true', faults);
  const rule = figure.is && readRelationText(figure.is, faults);
  const relation = rule && resolveRelation(rule, undefined, references, faults);
  const equals = (figure.equals ?? []).flatMap((one) => {
    const reference = readReference(one, one.text, 0, faults);
    const target = reference && resolveReference(reference, undefined, references, faults);
    return target === undefined || target === 'no-previous' || target === 'fault' ? [] : [target];
  });
  const unit = readUnit(figure.unit, units, faults);
  const digits = numberWithin(figure.digits, 0, MOST_DIGITS) ?? defaultDigits(unit);
  return {
    address: addressOf('figures', key.text),
    unit,
    digits: given?.kind === 'quantity' ? given.digits : digits,
    ...defined({ given, published: figure.as?.text, relation }),
    equals,
    inferred: figure.inferred?.text === 'true',
    place: (given === undefined ? figure.is : figure.value)?.place ?? key.place,
  };
}
