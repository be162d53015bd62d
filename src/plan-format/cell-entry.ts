// One entry of a row's list of cells -> what was typed there.

import type * as v from 'valibot';
import type { SourceLocation } from '../diagnostic.ts';
import type { Quantity, Value } from '../figure/figure.ts';
import { parseQuantity } from '../figure/quantity.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Faults } from './faults.ts';
import { isEmpty, isText, type Node, type Scalar } from './node.ts';
import { numberFault, numberWithin } from './number-form.ts';
import { decimals, flag, later, like, MOST_DIGITS, mapping, may, scalar, text, whole } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';
import { UNIT } from './units.ts';

export type CellEntry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: SourceText; readonly bold: boolean; readonly across: number }
  | FigureEntry;

export interface FigureEntry {
  readonly kind: 'figure';
  /** Undefined where the cell is to be computed. */
  readonly given: Value | undefined;
  readonly published: string | undefined;
  readonly inferred: boolean;
  readonly bold: boolean;
  readonly withUnit: boolean;
  readonly unit: Scalar | undefined;
  readonly digits: number | undefined;
  /** The scalar that holds the value. */
  readonly scalar: Scalar;
}

const VALUE_FORM = "수 (예: 1234, 0.80), '-', ~, missing, computed";

/** What `readValue` reads, in JSON Schema. */
export const VALUE = {
  // No choice of forms: editors tell the message of a single one.
  type: ['number', 'string'],
  pattern: '^(-|missing|computed)$',
  examples: ['missing', 'computed', '-'],
  errorMessage: VALUE_FORM,
} as const;

/** Of the columns that one text reaches over. */
const MOST_ACROSS = 40;

const CELL = mapping({
  value: may(
    scalar,
    '값',
    "수, 없음은 '-', 빈 칸은 ~, 아직 모르면 missing, 셈하면 computed. 글 열에서는 글",
    {
      example: 1340,
    },
  ),
  text: may(text, '글', '수치 열의 칸에 수 대신 찍는 글', { example: '조사 안 함' }),
  across: may(
    whole(2, MOST_ACROSS, `2에서 ${MOST_ACROSS}까지의 정수`),
    '차지하는 열',
    '글이 가로로 차지하는 열의 수. 그 뒤의 칸은 ~로 비웁니다.',
    { example: 2 },
  ),
  as: may(scalar, '공시된 표기', '공시된 글자 그대로. 값과 달리 찍혀야 할 때 적습니다.', {
    example: '1,340명',
  }),
  bold: may(flag, '굵게', 'true이면 굵게 찍습니다.', { otherwise: false }),
  inferred: may(flag, '짐작한 값', 'true이면 검토본에 표시하고, 확인의 근거로 쓰지 않습니다.', {
    otherwise: false,
  }),
  about: may(flag, '어림한 값', 'true이면 여·내외가 붙은 수로 봅니다.', { otherwise: false }),
  'with-unit': may(flag, '단위를 붙여 찍기', 'true이면 칸에 단위를 붙여 찍습니다.', { otherwise: false }),
  unit: may(UNIT, '단위', '이 칸의 단위. 적지 않으면 열, 행, 표의 단위입니다.', { example: '%' }),
  digits: may(decimals, '소수 자릿수', '셈한 값을 소수 몇 자리까지 찍을지', { example: 1 }),
});

/** What stands for a cell in the list of its row. */
export const CELL_ENTRY = later(like(scalar, { type: ['number', 'string', 'null'] }), CELL);

const EMPTY: CellEntry = { kind: 'empty' };
const TEXT_FORM = '글 (수처럼 보이는 글은 따옴표로 묶음) 또는 ~';

/** Reads an entry. A faulty one is reported and read as missing, so that its figure is there for others to name. */
export function readCellEntry(entry: Node, holdsText: boolean, faults: Faults): CellEntry {
  if (entry.kind === 'scalar') {
    if (isEmpty(entry)) return EMPTY;
    return holdsText ? textEntry(entry, {}, faults) : figureEntry(entry, {}, faults);
  }
  const shape = readShape(entry, CELL, faults);
  if (shape?.text !== undefined) return textEntry(shape.text, shape, faults);
  if (!holdsText) return figureEntry(shape?.value ?? wordAt('computed', entry.place), shape ?? {}, faults);
  return shape?.value === undefined || isEmpty(shape.value) ? EMPTY : textEntry(shape.value, shape, faults);
}

/** A figure that is not known yet, for a cell that could not be read. */
export function missingAt(place: SourceLocation): FigureEntry {
  return {
    kind: 'figure',
    given: { kind: 'missing' },
    published: undefined,
    inferred: false,
    bold: false,
    withUnit: false,
    unit: undefined,
    digits: undefined,
    scalar: wordAt('missing', place),
  };
}

function wordAt(text: string, place: SourceLocation): Scalar {
  return { kind: 'scalar', text, plain: true, verbatim: false, place };
}

function textEntry(one: Scalar, { bold, across }: v.InferOutput<typeof CELL>, faults: Faults): CellEntry {
  if (!isText(one)) {
    const message = `글 열에 수가 있습니다: ${one.text}`;
    faults.add({ rule: 'wrong-type', place: one.place, message, expected: TEXT_FORM });
  }
  return {
    kind: 'text',
    text: sourceText(one),
    bold: bold?.text === 'true',
    across: numberWithin(across, 2, MOST_ACROSS) ?? 1,
  };
}

function figureEntry(one: Scalar, shape: v.InferOutput<typeof CELL>, faults: Faults): FigureEntry {
  const { as, bold, inferred, about, unit, digits } = shape;
  return {
    kind: 'figure',
    given: readValue(one, about?.text === 'true', faults),
    published: as?.text,
    inferred: inferred?.text === 'true',
    bold: bold?.text === 'true',
    withUnit: shape['with-unit']?.text === 'true',
    unit,
    digits: numberWithin(digits, 0, MOST_DIGITS),
    scalar: one,
  };
}

/** A number, `-`, `missing`; undefined for `computed`. */
export function readValue(one: Scalar, about: boolean, faults: Faults): Value | undefined {
  const quantity = one.plain ? parseQuantity(one.text) : undefined;
  if (quantity !== undefined) return about ? ({ ...quantity, about } satisfies Quantity) : quantity;
  if (one.text === '-') return { kind: 'nil' };
  if (one.text === 'computed') return undefined;
  if (one.text !== 'missing') faults.add(numberFault(one, VALUE_FORM));
  return { kind: 'missing' };
}
