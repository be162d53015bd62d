// One entry of an edition's list of changes -> the change, told apart by its first key.

import { isId, parseAddress } from '../figure/address.ts';
import type {
  AddChange,
  Change,
  EndChange,
  MoveChange,
  ProjectNumber,
  SetChange,
  TextChange,
  TypedValue,
} from '../plan/edition.ts';
import { readValue } from './cell-entry.ts';
import { readDetails } from './details.ts';
import { ADD, END, MOVE, NUMBER, projectKey, SET, TEXT, taskOf } from './edition-shape.ts';
import type { Faults } from './faults.ts';
import { mapAmounts } from './funding.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { PERIOD, readPeriod } from './project-period.ts';
import { text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';
import { readYears } from './yearly.ts';

const KINDS_FORM = 'set, add, end, move, text 가운데 하나';

type Reader = (one: Mapping, faults: Faults) => Change | undefined;

const READERS: Readonly<Record<Change['kind'], Reader>> = {
  set: readSet,
  add: readAdd,
  end: readEnd,
  move: readMove,
  text: readText,
};

/** Undefined, with faults, when the entry is not a change. */
export function readChange(one: Node, faults: Faults): Change | undefined {
  const kinds = one.kind === 'mapping' ? one.entries.map(({ key }) => key.text).filter(isKind) : [];
  const [kind] = kinds;
  if (one.kind === 'mapping' && kind !== undefined && kinds.length === 1) {
    const before = faults.count;
    const change = READERS[kind](one, faults);
    return faults.count > before ? undefined : change;
  }
  faults.add({
    rule: kinds.length > 1 ? 'unknown-key' : 'missing-key',
    place: one.place,
    message:
      kinds.length > 1 ? `한 항목에 변경이 둘입니다: ${kinds.join(', ')}` : '무엇을 바꾸는지 없습니다.',
    expected: KINDS_FORM,
  });
  return undefined;
}

function isKind(key: string): key is Change['kind'] {
  return Object.hasOwn(READERS, key);
}

function readSet(one: Mapping, faults: Faults): SetChange | undefined {
  const shape = readShape(one, SET, faults);
  const target = shape && parseAddress(shape.set.text);
  if (shape === undefined || target === undefined) return undefined;
  return {
    kind: 'set',
    address: target,
    before: typedValue(shape.before, faults),
    after: typedValue(shape.after, faults),
    ...rest(shape.set, shape.reason),
  };
}

function readAdd(one: Mapping, faults: Faults): AddChange | undefined {
  const shape = readShape(one, ADD, faults);
  const key = shape && projectKey(shape.add.text);
  if (shape === undefined || key === undefined) return undefined;
  const period = shape.period && periodOf(shape.period, faults);
  const { unit, ...amounts } = shape.funding ?? {};
  // 천원 holds where nothing is said.
  const yearUnit = shape.yearly?.unit?.text === '천원' ? undefined : shape.yearly?.unit;
  return {
    kind: 'add',
    ...key,
    name: sourceText(shape.name),
    ...defined({
      subtask: shape.subtask && sourceText(shape.subtask),
      period,
      details: readDetails(shape),
      target: shape.target && projectNumber(shape.target, faults),
    }),
    funding: mapAmounts<Scalar, TypedValue>(amounts, (typed) => typedValue(typed, faults)),
    ...defined({ fundingUnit: unit && sourceText(unit) }),
    figures: [
      ...[['', shape.figures] as const, ['targets/', shape.targets] as const].flatMap(([base, entries]) =>
        (entries ?? []).flatMap(({ key: name, value }) => {
          const number = projectNumber(value, faults);
          return number && isId(name.text) ? [{ id: `${base}${name.text}`, number }] : [];
        }),
      ),
      ...readYears(shape.yearly, undefined, faults, (node) => {
        const number = projectNumber(node, faults);
        return number && { ...defined({ unit: yearUnit && sourceText(yearUnit) }), ...number };
      }),
    ],
    ...rest(shape.add, shape.reason),
  };
}

function periodOf(typed: Node, faults: Faults): AddChange['period'] {
  if (typed.kind === 'scalar') {
    const alone = readShape(typed, text, faults);
    return alone && { text: sourceText(alone) };
  }
  const shape = readShape(typed, PERIOD, faults);
  return shape && readPeriod(shape, faults);
}

function projectNumber(typed: Node, faults: Faults): ProjectNumber | undefined {
  if (typed.kind === 'scalar') return typedValue(typed, faults);
  const shape = readShape(typed, NUMBER, faults);
  return (
    shape && {
      ...typedValue(shape.value, faults),
      ...defined({ unit: shape.unit && sourceText(shape.unit) }),
    }
  );
}

function readEnd(one: Mapping, faults: Faults): EndChange | undefined {
  const shape = readShape(one, END, faults);
  const key = shape && projectKey(shape.end.text);
  return shape && key && { kind: 'end', ...key, ...rest(shape.end, shape.reason) };
}

function readMove(one: Mapping, faults: Faults): MoveChange | undefined {
  const shape = readShape(one, MOVE, faults);
  const key = shape && projectKey(shape.move.text);
  if (shape === undefined || key === undefined) return undefined;
  const to = projectKey(shape.to.text) ?? { task: taskOf(shape.to.text) ?? '', project: key.project };
  return {
    kind: 'move',
    ...key,
    to: {
      ...to,
      place: shape.to.place,
      ...defined({ subtask: shape.subtask && sourceText(shape.subtask) }),
    },
    ...rest(shape.move, shape.reason),
  };
}

function readText(one: Mapping, faults: Faults): TextChange | undefined {
  const shape = readShape(one, TEXT, faults);
  if (shape === undefined) return undefined;
  return {
    kind: 'text',
    file: shape.text.text,
    // Excerpts of a file, as it spells them.
    before: { text: shape.before.text, place: shape.before.place },
    after: { text: shape.after.text, place: shape.after.place },
    ...rest(shape.text, shape.reason),
  };
}

function rest(what: Scalar, why: Scalar | undefined): Pick<Change, 'place' | 'reason'> {
  return { place: what.place, ...defined({ reason: why && sourceText(why) }) };
}

/** A number, `-` or `missing`. */
function typedValue(typed: Scalar, faults: Faults): TypedValue {
  const value = readValue(typed, false, faults);
  if (value === undefined) {
    faults.add({
      rule: 'wrong-type',
      place: typed.place,
      message: `값이 아닙니다: ${typed.text}`,
      expected: "수 (예: 1234, 0.80), '-', missing",
    });
  }
  return { value: value ?? { kind: 'missing' }, place: typed.place };
}
