// Budgets that were typed where none was known -> those of another scale than all others, and what all of them come to: a unit may have been mistaken.
import Fraction from 'fraction.js';
import type { Diagnostic } from '../../diagnostic.ts';
import { addressOf, formOf, projectAddress, projectOf } from '../../figure/address.ts';
import { amountIn } from '../../figure/compute.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { grouped } from '../../figure/show.ts';
import { UNITS } from '../../figure/unit.ts';
import type { Change, TypedValue } from '../../plan/edition.ts';

/** From 천원 to 백만원, or to 원. */
const TIMES = 1000;
/** Fewer others tell nothing of what is usual. */
const FEWEST = 3;
/** So many times all that the plan had. */
const TIMES_ALL = 20;
const ALL = addressOf('strategies', 'all', 'funding', 'total');

/** Rules: `implausible-scale`, a warning; `first-total`, an information. `after`: the figures with the changes. */
export function firstAmounts(
  changes: readonly Change[],
  before: FigureBook,
  after: FigureBook,
): readonly Diagnostic[] {
  const typed = firstTyped(changes, before);
  const [first] = typed.values();
  if (first === undefined) return [];
  const sum = [...totalsIn(after).values()].reduce((all, one) => all.add(one), new Fraction(0));
  const total: Diagnostic = {
    rule: 'first-total',
    severity: 'information',
    message: `처음 적은 예산이 ${typed.size}건 있습니다. 모든 세부사업의 예산은 ${wordsOf(sum)}입니다. 단위를 맞게 적었는지 예산서와 견주어 봅니다.`,
    place: first,
  };
  return [...oddAmounts(changes, before, after), total];
}

/** Rule `implausible-scale`, a warning at the amount: of another scale than the other projects', or many times all that the plan had. */
export function oddAmounts(
  changes: readonly Change[],
  before: FigureBook,
  after: FigureBook,
): readonly Diagnostic[] {
  const is = totalsIn(after);
  const all = before.get(ALL);
  const whole = all && amountIn(UNITS.천원, { value: all.effective, unit: all.definition.unit });
  return [...firstTyped(changes, before)].flatMap(([project, place]): readonly Diagnostic[] => {
    const own = is.get(project);
    const others = [...is].flatMap(([other, amount]) => (other === project ? [] : [amount]));
    const middle = others.sort((a, b) => a.compare(b))[Math.floor(others.length / 2)];
    const usual = others.length < FEWEST ? undefined : middle;
    if (own === undefined) return [];
    const isSmall = usual !== undefined && usual.compare(own.mul(TIMES)) >= 0;
    const isLarge = usual !== undefined && own.compare(usual.mul(TIMES)) >= 0;
    const isBeyond = whole !== undefined && whole.n > 0n && own.compare(whole.mul(TIMES_ALL)) >= 0;
    if (!isSmall && !isLarge && !isBeyond) return [];
    const meant = isSmall
      ? `백만원으로 적었으면 ${wordsOf(own.mul(TIMES))}`
      : `원으로 적었으면 ${wordsOf(own.div(TIMES))}`;
    return [
      {
        rule: 'implausible-scale',
        severity: 'warning',
        message:
          usual !== undefined && (isSmall || isLarge)
            ? `다른 세부사업과 1,000배 이상 차이 나는 예산입니다: ${wordsOf(own)} (다른 사업은 대개 ${wordsOf(usual)})`
            : `계획의 모든 예산의 ${TIMES_ALL}배 이상인 예산입니다: ${wordsOf(own)} (모든 예산은 ${wordsOf(whole ?? own)})`,
        expected: `천원 단위의 수. ${meant}입니다. 다른 단위는 붙여 적습니다(예: 12백만원).`,
        place,
      },
    ];
  });
}

/** Where the first money of each project that had none was typed. */
function firstTyped(changes: readonly Change[], before: FigureBook) {
  const was = totalsIn(before);
  return new Map(
    changes.flatMap((change) => {
      const project = projectWithMoney(change);
      return project === undefined || was.has(project) ? [] : [[project, moneyPlace(change)] as const];
    }),
  );
}

/** Of a new project that of its largest amount. */
function moneyPlace(change: Change): Change['place'] {
  if (change.kind !== 'add') return change.place;
  const size = ({ value }: TypedValue) => (value.kind === 'quantity' ? value.exact : new Fraction(0));
  const amounts = Object.values(change.funding).flatMap((one) => (one === undefined ? [] : [one]));
  return amounts.sort((a, b) => size(b).compare(size(a)))[0]?.place ?? change.place;
}

/** What is known of the money of each project, in 천원: its total, or what its sources have so far. */
function totalsIn(book: FigureBook): ReadonlyMap<string, Fraction> {
  const totals = new Map<string, Fraction>();
  const parts = new Map<string, Fraction>();
  for (const { definition, effective } of book.values()) {
    const form = formOf(definition.address);
    const project = projectOf(definition.address);
    if (project === undefined || form.kind !== 'project' || form.item[0] !== 'funding') continue;
    const amount = amountIn(UNITS.천원, { value: effective, unit: definition.unit });
    if (amount === undefined || amount.n === 0n || form.item.length !== 2) continue;
    if (form.item[1] === 'total') totals.set(project, amount);
    else parts.set(project, (parts.get(project) ?? new Fraction(0)).add(amount));
  }
  return new Map([...parts, ...totals]);
}

function projectWithMoney(change: Change): string | undefined {
  if (change.kind === 'add')
    return Object.keys(change.funding).length > 0 ? projectAddress(change) : undefined;
  if (change.kind !== 'set') return undefined;
  const form = formOf(change.address);
  return form.kind === 'project' && form.item[0] === 'funding' ? projectOf(change.address) : undefined;
}

/** `1,234,000천원(12억 3,400만원)`. */
function wordsOf(amount: Fraction): string {
  const thousands = grouped(amount.round(0).toString());
  const myriads = amount.div(10).round(0).n;
  const [large, small] = [myriads / 10_000n, myriads % 10_000n];
  const words = [
    large > 0n ? `${grouped(String(large))}억` : '',
    small > 0n ? `${grouped(String(small))}만` : '',
  ];
  const said = words.filter((one) => one !== '').join(' ');
  return said === '' ? `${thousands}천원` : `${thousands}천원(${said}원)`;
}
