// statistics/figures.yaml -> the figures that stand in no table.
import * as v from 'valibot';
import { addressOf } from '../figure/address.ts';
import type { FigureDefinition } from '../figure/figure.ts';
import { readValue } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { numberWithin } from './number-form.ts';
import { readReference, readRelationText } from './relation-text.ts';
import { type References, resolveReference, resolveRelation } from './resolve-relation.ts';
import { decimals, entriesOf, flag, list, MOST_DIGITS, mapping, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally } from './source-text.ts';
import { defaultDigits, readUnit } from './units.ts';

const FIGURES_FILE = entriesOf(
  mapping({
    value: v.exactOptional(scalar),
    is: v.exactOptional(scalar),
    unit: scalar,
    digits: v.exactOptional(decimals),
    as: v.exactOptional(scalar),
    inferred: v.exactOptional(flag),
    about: v.exactOptional(flag),
    equals: v.exactOptional(list(scalar)),
  }),
);

type FiguresShape = v.InferOutput<typeof FIGURES_FILE>;

/** The figures as typed; their relations may name any table, so they are resolved later. */
export function readFiguresFile(root: Mapping, faults: Faults): FiguresShape | undefined {
  return readShape(root, FIGURES_FILE, faults);
}

/** The definitions, in the order of the file. */
export function freeFigures(
  file: FiguresShape,
  references: References,
  faults: Faults,
): readonly FigureDefinition[] {
  return file.flatMap((entry) =>
    references.figures.has(entry.key.text) ? [define(entry, references, faults)] : [],
  );
}

function define(
  { key, value: figure }: FiguresShape[number],
  references: References,
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
  const unit = readUnit(figure.unit, faults);
  const digits = numberWithin(figure.digits, 0, MOST_DIGITS) ?? defaultDigits(unit);
  return {
    address: addressOf('figures', key.text),
    unit,
    digits: given?.kind === 'quantity' ? given.digits : digits,
    ...optionally('given', given),
    ...optionally('published', figure.as?.text),
    ...optionally('relation', relation),
    equals,
    inferred: figure.inferred?.text === 'true',
    place: (given === undefined ? figure.is : figure.value)?.place ?? key.place,
  };
}
