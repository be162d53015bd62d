// likely-slip: a number that is far from those of the years beside it, and that no relation speaks of.
import Fraction from 'fraction.js';
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure } from '../../figure/figure.ts';
import { typedValue } from '../../figure/precision.ts';
import type { Found } from '../finding.ts';
import { holds } from '../relations/constraint.ts';
import { print } from '../relations/wording.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { timeSeries } from '../series.ts';

/** Further than this from the year before is worth a look. */
const UNUSUAL = new Fraction(20, 100);
/** About a thousand times: the unit is wrong. */
const THOUSANDFOLD = [new Fraction(300), new Fraction(3000)] as const;

export const likelySlip: Rule = {
  title: '이웃한 해와 크게 다른 값은 다시 살펴봅니다.',
  reason: '단위를 잘못 적거나 숫자를 빠뜨린 값은 이웃한 해의 값과 견주면 드러납니다.',
  severity: 'information',
  find: (input) => {
    const confirmed = spokenFor(input);
    return timeSeries(input.plan).flatMap(({ members }) =>
      members.slice(1).flatMap(({ address, period }, index) => {
        const before = members[index];
        return before?.period === period - 1
          ? slip(before.address, address, input, confirmed, `series ${members[0]?.address}`)
          : [];
      }),
    );
  },
};

/** Figures of a relation with a verdict: someone has stated the same thing a second time, or the miss is told already. */
function spokenFor({ audit }: CheckInput): ReadonlySet<Address> {
  return new Set(
    audit.constraints.flatMap((constraint) =>
      holds(constraint, audit.evidence) === undefined ? [] : [...constraint.leaves],
    ),
  );
}

function slip(
  before: Address,
  now: Address,
  { book, labels }: CheckInput,
  confirmed: ReadonlySet<Address>,
  cause: string,
): readonly Found[] {
  const [earlier, later] = [amountOf(book.get(before)), amountOf(book.get(now))];
  if (earlier === undefined || later === undefined || earlier.exact.equals(0) || later.exact.equals(0))
    return [];
  const ratio = later.exact.div(earlier.exact).abs();
  const factor = ratio.compare(1) < 0 ? ratio.inverse() : ratio;
  const thousandfold = factor.compare(THOUSANDFOLD[0]) > 0 && factor.compare(THOUSANDFOLD[1]) < 0;
  if (!thousandfold && (confirmed.has(now) || factor.sub(1).compare(UNUSUAL) <= 0)) return [];
  const change = korean`${print(earlier.figure)}에서 ${print(later.figure)}(으)로`;
  return [
    {
      subject: now,
      ...(thousandfold ? { severity: 'warning' } : {}),
      message: thousandfold
        ? `${labels(now)}: 한 해 사이에 ${change} 천 배쯤 달라졌습니다. 단위를 살펴봅니다.`
        : `${labels(now)}: 한 해 사이에 ${change} 20% 넘게 달라졌고, 견줄 증감률이 없습니다.`,
      place: later.figure.definition.place,
      related: [
        { place: earlier.figure.definition.place, note: `${labels(before)}: ${print(earlier.figure)}` },
      ],
      stated: print(later.figure),
      remedy: '원자료와 견주어 봅니다.',
      cause,
    },
  ];
}

/** Counts and amounts; rates move as they like. */
function amountOf(
  figure: Figure | undefined,
): { readonly figure: Figure; readonly exact: Fraction } | undefined {
  const typed = figure && typedValue(figure);
  if (figure === undefined || typed?.kind !== 'quantity') return undefined;
  const isRate = figure.definition.unit.kind === 'rate';
  return isRate ? undefined : { figure, exact: typed.exact };
}
