// Figures of a plan -> ones with a slip of the pen in them: digits, retyped numbers, months, and lines that are computed otherwise.
import { holds } from '../../src/check/relations/constraint.ts';
import type { CheckInput } from '../../src/check/rule.ts';
import { type Address, formOf } from '../../src/figure/address.ts';
import type { FigureDefinition, Quantity } from '../../src/figure/figure.ts';
import { statedInterval } from '../../src/figure/precision.ts';
import { decimalText, parseQuantity, roundHalfUp } from '../../src/figure/quantity.ts';
import { operandsOf, type Relation } from '../../src/figure/relation.ts';
import { showValue } from '../../src/figure/show.ts';
import { tasksOf } from '../../src/plan/programme.ts';
import { leavesOf } from '../../src/plan/statistics-table.ts';
import type { Dice } from '../fuzz/dice.ts';
import type { Kind } from './faults.ts';
import type { Stated } from './measured-plan.ts';

type Given = FigureDefinition & { readonly given: Quantity };

/** Numbers of printed tables that people type. */
function printedNumbers({ texts, plan, book }: CheckInput): readonly Given[] {
  const printed = new Set(
    texts.flatMap(({ text }) => text.inlines.flatMap((one) => (one.kind === 'figure' ? [one.address] : []))),
  );
  return plan.figures.flatMap((definition) => {
    const { given, address } = definition;
    if (given?.kind !== 'quantity' || !printed.has(address) || !book.has(address)) return [];
    return formOf(address).kind === 'table' ? [{ ...definition, given }] : [];
  });
}

/** Whether something else in the document contradicts the figure's new value. */
function isContradicted(
  { audit }: CheckInput,
  { address, unit }: FigureDefinition,
  value: Quantity,
): boolean {
  const interval = statedInterval(value, unit);
  const { constraints, evidence } = audit;
  return (
    interval !== undefined &&
    constraints.some(
      (one) =>
        one.leaves.has(address) &&
        holds(one, evidence) === true &&
        holds(one, evidence, { address, interval }) === false,
    )
  );
}

export function restated(values: ReadonlyMap<Address, Quantity>): (stated: Stated) => Stated {
  return ({ plan, figures }) => ({
    plan,
    figures: figures.map((one) => {
      const given = values.get(one.address);
      if (given === undefined) return one;
      const { published: _, ...rest } = one;
      return { ...rest, given };
    }),
  });
}

/** A kind that writes a number otherwise; undefined where that comes to the same. */
function slip(write: (digits: string, dice: Dice) => string | undefined): Kind {
  return {
    cause: 'value',
    plant: ({ input }, dice) => {
      const one = dice.one(printedNumbers(input));
      const before = decimalText(one.given.exact, one.given.digits);
      const after = write(before, dice);
      const value = after === undefined || after === before ? undefined : parseQuantity(after);
      if (value === undefined) return undefined;
      return {
        what: `${one.address}: ${before} -> ${after}`,
        visible: isContradicted(input, one, value),
        change: restated(new Map([[one.address, value]])),
      };
    },
  };
}

const at = (text: string, index: number) => text[index] ?? '';

export const digit = slip((text, dice) => {
  const index = dice.below(text.length);
  if (!/\d/.test(at(text, index))) return undefined;
  return text.slice(0, index) + ((Number(at(text, index)) + 1 + dice.below(8)) % 10) + text.slice(index + 1);
});

export const swappedDigits = slip((text, dice) => {
  const index = dice.below(text.length - 1);
  const [one, other] = [at(text, index), at(text, index + 1)];
  if (!/\d\d/.test(one + other)) return undefined;
  return text.slice(0, index) + other + one + text.slice(index + 2);
});

export const zeroAdded = slip((text) => (text.includes('.') ? undefined : `${text}0`));

/** A number of the prose that was typed again, and wrongly. */
export const retyped: Kind = {
  cause: 'value',
  plant: ({ plan, input }, dice) => {
    const [name, text] = dice.one([...plan.files].filter(([name]) => name.endsWith('.hbs')));
    const marks = [...text.matchAll(/\{\{fig "([^"]+)"( as="([\d.,]+)")?( unit=true)?\}\}/gu)];
    if (marks.length === 0) return undefined;
    const [whole, address = '', , printed, unit = ''] = dice.one(marks);
    const figure = [...input.book.values()].find((one) => one.definition.address === address);
    if (figure?.effective.kind !== 'quantity') return undefined;
    const right = printed ?? showValue(figure.effective, figure.effective.digits);
    const digits = [...right.matchAll(/\d/gu)];
    const { index, 0: old } = dice.one(digits);
    const wrong = `${right.slice(0, index)}${(Number(old) + 1 + dice.below(8)) % 10}${right.slice(index + 1)}`;
    const files = new Map(plan.files).set(
      name,
      text.replace(whole, `{{fig "${address}" as="${wrong}"${unit}}}`),
    );
    return { what: `${name} ${address}: ${right} -> ${wrong}`, visible: true, files };
  },
};

/** A phase outside its project's months. */
export const month: Kind = {
  cause: 'value',
  plant: ({ input: { plan } }, dice) => {
    const { schedule } = plan;
    if (schedule === undefined) return undefined;
    const [key, lanes] = dice.one([...schedule.lanes]);
    const project = tasksOf(plan.programme)
      .flatMap(({ id, projects }) => projects.map((one) => ({ key: `${id}/${one.id}`, one })))
      .find((one) => one.key === key)?.one;
    const { from, to } = project?.period ?? {};
    const lane = dice.one(lanes);
    if (from === undefined || to === undefined || lane.length === 0) return undefined;
    const phase = dice.one(lane);
    const outside = [from - 1 - dice.below(2), to + 1 + dice.below(2)].filter((one) => one >= 1 && one <= 12);
    if (outside.length === 0) return undefined;
    const wrong = dice.one(outside);
    const moved = { ...phase, inferred: false, ...(wrong < from ? { from: wrong } : { to: wrong }) };
    const other = lanes.map((one) => one.map((each) => (each === phase ? moved : each)));
    return {
      what: `${key} ${phase.text.text}: ${wrong}`,
      visible: true,
      change: (stated) => ({
        ...stated,
        plan: { ...stated.plan, schedule: { ...schedule, lanes: new Map(schedule.lanes).set(key, other) } },
      }),
    };
  },
};

/** A line of a table whose numbers are computed from something else than its name says. */
export const wrongLine: Kind = {
  cause: 'relation',
  plant: ({ input }, dice) => {
    const { plan, book, audit } = input;
    const table = dice.one([...plan.tables.values()].filter(({ isOfProgramme }) => !isOfProgramme));
    const own = printedNumbers(input).filter(({ address }) => address.startsWith(`tables/${table.id}/`));
    const kind = dice.one(['share', 'growth', 'ratio'] as const);
    const column = dice
      .one(leavesOf(table.columns))
      .map(({ id }) => id)
      .join('-');
    const row = dice
      .one(leavesOf(table.rows))
      .map(({ id }) => id)
      .join('-');
    const along = dice.once(2) ? `/${column}` : undefined;
    const line = own.filter(
      ({ address, relation }) =>
        relation?.kind === kind &&
        (along === undefined ? address.split('/')[2] === row : address.endsWith(along)),
    );
    if (line.length < 3) return undefined;
    const values = new Map<Address, Quantity>();
    for (const { address, relation, given } of line) {
      const exact = relation && otherwise(relation, (one) => book.get(one)?.effective);
      const value = exact && roundHalfUp(exact, given.digits);
      if (value && !value.equals(given.exact)) values.set(address, { ...given, exact: value });
    }
    const seen = line.filter((one) => {
      const value = values.get(one.address);
      return value !== undefined && isContradicted({ ...input, audit }, one, value);
    });
    if (values.size < 3) return undefined;
    return {
      what: `${table.id} ${along ?? row}: another ${kind}`,
      visible: seen.length >= 3,
      change: restated(values),
    };
  },
};

/** Growth over what it came to, a share of what is left, a ratio upside down. */
function otherwise(relation: Relation, value: (address: Address) => unknown) {
  const [a, b] = operandsOf(relation).map((one) => {
    const known = value(one);
    return isQuantity(known) ? known.exact : undefined;
  });
  if (a === undefined || b === undefined || a.equals(0) || b.equals(0)) return undefined;
  if (relation.kind === 'growth') return a.sub(b).div(a).mul(100);
  if (relation.kind === 'ratio') return b.div(a);
  return relation.kind === 'share' && !a.equals(b) ? a.div(b.sub(a)).mul(100) : undefined;
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'exact' in value;
}
