// broken-assertion: what a table says must hold of its cells, against their values.
import { korean } from '../../diagnostic/particle.ts';
import { type Address, addressOf, taskAddress } from '../../figure/address.ts';
import type { Figure } from '../../figure/figure.ts';
import { rescaled, scaleFactor } from '../../figure/follow.ts';
import { type Interval, NOTHING, overlap, plus, point } from '../../figure/interval.ts';
import { statedInterval } from '../../figure/precision.ts';
import type { Assertion } from '../../plan/statistics-table.ts';
import type { Found } from '../finding.ts';
import { print, printAs } from '../relations/wording.ts';
import type { CheckInput, Rule } from '../rule.ts';

export const brokenAssertion: Rule = {
  title: '표가 asserts에 적은 것(합, 해마다의 차례, 올해의 목표와 예산)은 그 표의 값과 맞아야 합니다.',
  reason: '구성비의 합이 100이 아니거나 표의 예산이 계획의 예산과 다르면 표를 믿을 수 없습니다.',
  severity: 'error',
  *find(input) {
    for (const table of input.plan.tables.values())
      for (const assertion of table.asserts ?? []) {
        const found = judged(assertion, input);
        if (found !== undefined) yield found;
      }
  },
};

function judged(assertion: Assertion, input: CheckInput): Found | undefined {
  switch (assertion.kind) {
    case 'sum':
      return summed(assertion, input);
    case 'order':
      return ordered(assertion, input);
    case 'programme':
      return tied(assertion, input);
  }
}

function summed(
  { cells, equals, place }: Assertion & { kind: 'sum' },
  { book, labels }: CheckInput,
): Found | undefined {
  const figures = cells.flatMap((cell) => book.get(cell) ?? []);
  const [first] = figures;
  if (first === undefined) return undefined;
  const { unit } = first.definition;
  let sum: Interval = NOTHING;
  for (const { effective, definition } of figures) {
    const known = statedInterval(effective, definition.unit);
    if (known === undefined) return undefined;
    sum = plus(sum, rescaled(known, definition.unit, unit));
  }
  if (overlap(sum, point(equals.exact))) return undefined;
  const digits = Math.max(
    equals.digits,
    ...figures.map(({ effective }) => (effective.kind === 'quantity' ? effective.digits : 0)),
  );
  const [stated, computed] = [
    printAs(equals.exact, equals.digits, first),
    printAs(sum.low.add(sum.high).div(2), digits, first),
  ];
  return {
    subject: `${cells.join(' + ')} = ${stated}`,
    message: korean`${labels(first.definition.address)}부터 ${cells.length}칸의 합은 ${stated}이어야 하는데 ${computed}입니다.`,
    place,
    related: figures.map((figure) => placeOf(figure, labels)),
    stated,
    computed,
    formula: figures.map(print).join(' + '),
    remedy: '칸의 값을 바로잡거나, 더하지 않을 행이나 열을 except에 적습니다.',
  };
}

function ordered(
  { before, after, direction, place }: Assertion & { kind: 'order' },
  { book, labels }: CheckInput,
): Found | undefined {
  const [one, other] = [book.get(before), book.get(after)];
  if (one?.effective.kind !== 'quantity' || other?.effective.kind !== 'quantity') return undefined;
  const from = one.effective.exact.mul(scaleFactor(one.definition.unit, other.definition.unit));
  const change = other.effective.exact.compare(from);
  if (direction === 'rising' ? change >= 0 : change <= 0) return undefined;
  return {
    subject: `${before} ${direction} ${after}`,
    message: korean`${labels(after)}: 앞 연도의 ${print(one)}에서 ${print(other)}(으)로 ${direction === 'rising' ? '줄었습니다. 줄지' : '늘었습니다. 늘지'} 않아야 하는 값입니다.`,
    place,
    related: [placeOf(one, labels), placeOf(other, labels)],
    stated: print(other),
    computed: print(one),
    remedy: '값을 바로잡거나, 그럴 수 있는 값이면 asserts에서 뺍니다.',
  };
}

function tied(
  { cell, ids, of, place }: Assertion & { kind: 'programme' },
  { book, labels }: CheckInput,
): Found | undefined {
  const figure = book.get(cell);
  const target = ids.flatMap((id) => programmeFigures(id, of)).find((address) => book.has(address));
  const own = target && book.get(target);
  if (figure === undefined) return undefined;
  if (own === undefined)
    return {
      subject: `${cell} is ${of}`,
      message: korean`${labels(cell)}: ‘${ids[0] ?? ''}’은(는) 이 계획의 과제나 전략의 id가 아니어서 견줄 수 없습니다.`,
      place,
      remedy:
        '행이나 열의 id를 과제나 전략의 id로 하거나(전체는 total), asserts의 칸을 그런 것만으로 적습니다.',
    };
  const [is, should] = [figure, own].map(({ effective, definition }) =>
    statedInterval(effective, definition.unit),
  );
  if (is === undefined || should === undefined || figure.definition.unit.kind !== own.definition.unit.kind)
    return undefined;
  if (overlap(is, rescaled(should, own.definition.unit, figure.definition.unit))) return undefined;
  return {
    subject: `${cell} is ${of}`,
    message: `${labels(cell)}: 표에는 ${print(figure)}, 계획의 올해 ${of === 'budget' ? '예산' : '목표'}에는 ${print(own)}입니다.`,
    place,
    related: [placeOf(figure, labels), placeOf(own, labels)],
    stated: print(figure),
    computed: print(own),
    remedy: `같은 수치이면 relations에 same(${own.definition.address})로 적습니다.`,
  };
}

function programmeFigures(id: string, of: 'target' | 'budget'): readonly Address[] {
  const item = of === 'target' ? ['target'] : ['funding', 'total'];
  const whole = id === 'total' || id === 'all';
  return [taskAddress(id, ...item), addressOf('strategies', whole ? 'all' : id, ...item)];
}

function placeOf({ definition }: Figure, labels: CheckInput['labels']) {
  return { place: definition.place, note: labels(definition.address) };
}
