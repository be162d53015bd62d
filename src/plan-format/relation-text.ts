// The text of a relation, `growth(./count, previous/count)` -> its function and references, not yet resolved.
import type { SourceLocation } from '../diagnostic.ts';
import { type Address, isId, parseAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import { didYouMean, type Faults } from './faults.ts';
import { placeWithin, type Scalar } from './node.ts';
import { like, scalar } from './shape.ts';

/** A figure by its table, row and column, or a free-standing one. */
export type Reference = {
  /** As typed, for messages. */
  readonly text: string;
  readonly place: SourceLocation;
} & (
  | {
      readonly kind: 'cell';
      /** Undefined: the table in which the reference stands. */
      readonly table: string | undefined;
      /** An id, `.` or `previous`, or ids and these joined by hyphens. */
      readonly row: string;
      readonly column: string;
    }
  | { readonly kind: 'figure'; readonly id: string }
  /** A figure of a strategy, task or project. */
  | { readonly kind: 'address'; readonly address: Address }
);

/** One reference, or all from one to another along an axis. */
type Operand = readonly [Reference] | readonly [from: Reference, to: Reference];

/** The relations that data may write; the others follow from the plan's rounding policy. */
type Written = Exclude<Relation['kind'], 'rounded' | 'apportioned'>;

export interface RelationText {
  readonly name: Written;
  readonly operands: readonly Operand[];
  readonly scalar: Scalar;
}

/** How many operands each function takes; 0 for any number from one. */
const OPERANDS = {
  sum: 0,
  difference: 2,
  growth: 2,
  share: 2,
  ratio: 2,
  product: 0,
  max: 0,
  min: 0,
  average: 0,
  weighted: 2,
  same: 1,
} as const satisfies Record<Written, number>;
/** Over as many figures as one likes. */
const RANGED: ReadonlySet<Written> = new Set(['sum', 'product', 'max', 'min', 'average', 'weighted']);
const NAMES = Object.keys(OPERANDS) as readonly Written[];

const FORM = /^\s*([A-Za-z]+)\s*\(([^()]*)\)\s*$/;
const PART = /^[a-z0-9.][a-z0-9.-]*$/;
const EXAMPLES = 'sum(a/., b/.), share(./count, total/count)처럼 함수(주소, …)';
const REFERENCE_FORM = '행/열, tables/표/행/열, figures/이름, tasks/… 또는 strategies/…';

/** A relation, as far as its characters tell. */
export const RELATION = like(scalar, {
  type: 'string',
  pattern: `^\\s*(${NAMES.join('|')})\\s*\\([^()]*\\)\\s*$`,
  errorMessage: EXAMPLES,
});

/** What the figures of the programme are under. */
const PROGRAMME: ReadonlySet<string> = new Set(['tasks', 'strategies', 'categories']);

/** The address of a figure likewise. */
export const REFERENCE = like(scalar, {
  type: 'string',
  pattern: '^\\s*[a-z0-9.][a-z0-9.-]*(/[a-z0-9.][a-z0-9.-]*)+\\s*$',
  errorMessage: REFERENCE_FORM,
});

/** Undefined, with a fault (`relation-syntax`), when the text is not a relation. */
export function readRelationText(scalar: Scalar, faults: Faults): RelationText | undefined {
  const fault = (offset: number, message: string, expected: string): undefined => {
    faults.add({ rule: 'relation-syntax', place: placeWithin(scalar, offset), message, expected });
  };
  const match = FORM.exec(scalar.text);
  const [, word = '', inside = ''] = match ?? [];
  if (match === null)
    return fault(
      0,
      scalar.text === '' ? '관계식이 비어 있습니다.' : `관계식이 아닙니다: ${scalar.text}`,
      EXAMPLES,
    );
  const name = NAMES.find((one) => one === word);
  if (name === undefined)
    return fault(0, `모르는 함수입니다: ${word}`, didYouMean(word, NAMES, NAMES.join(', ')));

  const start = scalar.text.indexOf('(') + 1;
  const operands = readOperands(scalar, inside, start, faults);
  if (operands === undefined) return undefined;
  const wanted = OPERANDS[name];
  if (wanted !== 0 && operands.length !== wanted)
    return fault(start, `${name}에 주소가 ${operands.length}개 있습니다.`, `주소 ${wanted}개`);
  if (!RANGED.has(name) && operands.some((operand) => operand.length === 2))
    return fault(start, `${name}에는 범위(..)를 쓸 수 없습니다.`, `범위는 ${[...RANGED].join(', ')}에서만`);
  return { name, operands, scalar };
}

function readOperands(
  scalar: Scalar,
  inside: string,
  start: number,
  faults: Faults,
): readonly Operand[] | undefined {
  const operands: Operand[] = [];
  let offset = start;
  for (const part of inside.split(',')) {
    const [from = '', to, ...more] = part.split(/\s\.\.\s/);
    const first = readReference(scalar, from, offset, faults);
    if (more.length > 0) {
      faults.add({
        rule: 'relation-syntax',
        place: placeWithin(scalar, offset),
        message: `범위가 겹쳐 있습니다: ${part.trim()}`,
        expected: '처음 .. 끝',
      });
      return undefined;
    }
    const last = to === undefined ? undefined : readReference(scalar, to, offset + from.length + 4, faults);
    if (first === undefined || (to !== undefined && last === undefined)) return undefined;
    operands.push(last === undefined ? [first] : [first, last]);
    offset += part.length + 1;
  }
  return operands;
}

/** A reference from the characters at an offset of the scalar; blanks around it do not count. */
export function readReference(
  scalar: Scalar,
  typed: string,
  offset: number,
  faults: Faults,
): Reference | undefined {
  const text = typed.trim();
  const place = placeWithin(scalar, offset + typed.length - typed.trimStart().length);
  const parts = text.split('/');
  const [first = '', second = '', row = '', column = ''] = parts;
  if (parts.every((part) => PART.test(part))) {
    if (parts.length === 2 && first === 'figures' && isId(second))
      return { kind: 'figure', id: second, text, place };
    const address = parseAddress(text);
    if (address !== undefined && parts.length > 2 && PROGRAMME.has(first))
      return { kind: 'address', address, text, place };
    if (parts.length === 2)
      return { kind: 'cell', table: undefined, row: first, column: second, text, place };
    if (parts.length === 4 && first === 'tables' && isId(second))
      return { kind: 'cell', table: second, row, column, text, place };
  }
  const message = text === '' ? '주소가 비어 있습니다.' : `주소가 아닙니다: ${text}`;
  faults.add({ rule: 'relation-syntax', place, message, expected: REFERENCE_FORM });
  return undefined;
}

/** Every reference of a relation, ends of ranges included. */
export function referencesOf(relation: RelationText): readonly Reference[] {
  return relation.operands.flat();
}
