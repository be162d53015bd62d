// Definitions, and the changes of an edition -> every figure with its values worked out.
import Fraction from 'fraction.js';
import type { Diagnostic, Outcome, SourceLocation } from '../diagnostic.ts';
import type { Address } from './address.ts';
import { checkDefinitions } from './check-definitions.ts';
import { amountIn, computeRelation } from './compute.ts';
import type { Figure, FigureBook, FigureDefinition, Origin, Value } from './figure.ts';
import { nearestOf } from './nearest.ts';
import { sameValue } from './quantity.ts';
import { operandsOf, type Relation } from './relation.ts';

const MISSING: Value = { kind: 'missing' };
const NO_CHANGES: ReadonlyMap<Address, Value> = new Map();
const NONE: ReadonlySet<Address> = new Set();

/**
 * Works out every figure, in the order of their definitions. `changes` gives inputs new values: what is stated beside a
 * relation belongs to edition 0, so where an operand moved a stated sum moves along with it, and any other stated
 * value gives way to the computed one. `places` says where a change was written, for messages about it.
 * What is `gone` is nil, whatever was stated of it.
 *
 * The book is there even when something is wrong, so that later phases can report their own faults in the same run: a
 * figure whose relation cannot be worked out has no computed value. Rules: `duplicate-id`, `unknown-figure`,
 * `circular-relation`, `mixed-units`, `change-of-derived`.
 */
export function evaluateFigures(
  all: readonly FigureDefinition[],
  changes: ReadonlyMap<Address, Value> = NO_CHANGES,
  places: ReadonlyMap<Address, SourceLocation> = new Map(),
  gone: ReadonlySet<Address> = NONE,
): Outcome<FigureBook> {
  const { definitions, order, broken, diagnostics } = checkDefinitions(all);

  const original = new Map<Address, Figure>();
  for (const definition of inOrder(order, definitions)) {
    original.set(definition.address, evaluate(definition, definition.given, original, broken));
  }
  const current = changes.size === 0 && gone.size === 0 ? original : new Map<Address, Figure>();
  if (current !== original) {
    for (const definition of inOrder(order, definitions)) {
      const figure = reevaluate(definition, changes, original, current, broken);
      current.set(definition.address, gone.has(definition.address) ? givenUp(figure, original) : figure);
    }
  }

  const book = new Map<Address, Figure>();
  for (const address of definitions.keys()) {
    const figure = current.get(address);
    if (figure !== undefined) book.set(address, figure);
  }
  return { value: book, diagnostics: [...diagnostics, ...misplaced(changes, definitions, places)] };
}

function inOrder(
  order: readonly Address[],
  definitions: ReadonlyMap<Address, FigureDefinition>,
): readonly FigureDefinition[] {
  return order.flatMap((address) => definitions.get(address) ?? []);
}

/** The figure as edition 0 has it, or with another value given. */
function evaluate(
  definition: FigureDefinition,
  given: Value | undefined,
  book: FigureBook,
  broken: ReadonlySet<Address>,
): Figure {
  const { address, relation } = definition;
  if (relation === undefined) {
    const effective = given ?? MISSING;
    return {
      definition,
      origin: originOf(effective, definition.inferred && given === definition.given),
      stated: undefined,
      computed: undefined,
      effective,
      changed: false,
    };
  }
  const computed = broken.has(address) ? undefined : computeRelation(relation, definition, reader(book));
  // A published value that is not known yet states nothing that could stand against the relation.
  const stated = given?.kind === 'missing' ? undefined : given;
  const effective = stated ?? computed ?? MISSING;
  return { definition, origin: 'relation', stated, computed, effective, changed: false };
}

function originOf(value: Value, inferred: boolean): Origin {
  if (value.kind === 'missing') return 'missing';
  return inferred ? 'inferred' : 'input';
}

/** The figure after the changes, `current` holding its operands already. */
function reevaluate(
  definition: FigureDefinition,
  changes: ReadonlyMap<Address, Value>,
  original: FigureBook,
  current: FigureBook,
  broken: ReadonlySet<Address>,
): Figure {
  const { address, relation } = definition;
  const before = original.get(address)?.effective ?? MISSING;
  const given =
    relation === undefined
      ? (changes.get(address) ?? definition.given)
      : statedAfter(definition, relation, original, current);
  const figure = evaluate(definition, given, current, broken);
  return { ...figure, changed: !sameValue(before, figure.effective) };
}

/** The figure of something that is no more. */
function givenUp(figure: Figure, original: FigureBook): Figure {
  const effective: Value = { kind: 'nil' };
  const before = original.get(figure.definition.address)?.effective ?? MISSING;
  return {
    ...figure,
    stated: undefined,
    computed: undefined,
    effective,
    changed: !sameValue(before, effective),
  };
}

/** What is left of a stated value in this edition. */
function statedAfter(
  definition: FigureDefinition,
  relation: Relation,
  original: FigureBook,
  current: FigureBook,
): Value | undefined {
  const { given, unit } = definition;
  if (given === undefined || given.kind === 'missing') return given;
  const moved = operandsOf(relation).filter((address) => current.get(address)?.changed === true);
  if (moved.length === 0) return given;
  if (relation.kind !== 'sum') return undefined;

  let sum = given.kind === 'nil' ? new Fraction(0) : given.exact;
  for (const address of moved) {
    const before = reader(original)(address);
    const after = reader(current)(address);
    const from = before === undefined ? undefined : amountIn(unit, before);
    const to = after === undefined ? undefined : amountIn(unit, after);
    // From or to an unknown amount there is no known change to carry over.
    if (from === undefined || to === undefined) return undefined;
    sum = sum.add(to).sub(from);
  }
  const digits = given.kind === 'nil' ? definition.digits : given.digits;
  return { kind: 'quantity', exact: sum, digits };
}

function reader(book: FigureBook) {
  return (address: Address) => {
    const figure = book.get(address);
    return figure && { value: figure.effective, unit: figure.definition.unit };
  };
}

/** Changes of figures that do not exist or follow from others. */
function misplaced(
  changes: ReadonlyMap<Address, Value>,
  definitions: ReadonlyMap<Address, FigureDefinition>,
  places: ReadonlyMap<Address, SourceLocation>,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const address of changes.keys()) {
    const definition = definitions.get(address);
    if (definition === undefined) {
      const nearest = nearestOf(address, definitions.keys());
      const [fallback] = nearest === undefined ? definitions.values() : [definitions.get(nearest)];
      diagnostics.push({
        rule: 'unknown-figure',
        severity: 'error',
        message: `바꾸려는 주소 ‘${address}’에는 수치가 없습니다.`,
        expected: nearest === undefined ? '자료에 있는 수치의 주소' : `혹시 ‘${nearest}’입니까?`,
        place: places.get(address) ?? fallback?.place ?? { file: '', line: 1, column: 1 },
      });
    } else if (definition.relation !== undefined) {
      diagnostics.push({
        rule: 'change-of-derived',
        severity: 'error',
        message: `‘${address}’의 값은 관계식에서 나오므로 직접 바꿀 수 없습니다.`,
        expected: `관계식이 가리키는 수치를 바꿉니다: ${operandsOf(definition.relation).join(', ')}`,
        place: places.get(address) ?? definition.place,
        ...(places.has(address)
          ? { related: [{ place: definition.place, note: '관계식이 있는 곳입니다.' }] }
          : {}),
      });
    }
  }
  return diagnostics;
}
