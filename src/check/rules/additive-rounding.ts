// additive-rounding: cells in 백만원 that the rounding policy makes other than plain rounding would.
import { addressOf } from '../../figure/address.ts';
import { scaleFactor } from '../../figure/follow.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import type { Found } from '../finding.ts';
import { print, printAs } from '../relations/wording.ts';
import type { CheckInput, Rule } from '../rule.ts';

export const additiveRounding: Rule = {
  title: '단수조정으로 개별 반올림과 달라진 칸을 알아 둡니다.',
  reason: '천원 금액을 그대로 반올림해 본 사람은 다른 값을 얻으므로 미리 설명할 수 있어야 합니다.',
  severity: 'information',
  *find(input) {
    const { programme } = input.plan;
    const strategies = ['all', ...programme.strategies.map(({ id }) => id)];
    for (const strategy of strategies)
      for (const kind of ['total', ...programme.sources]) yield* differing(strategy, kind, input);
  },
};

function* differing(strategy: string, kind: string, { book, labels }: CheckInput): Iterable<Found> {
  const address = addressOf('strategies', strategy, 'budget', kind);
  const exact = addressOf('strategies', strategy, 'funding', kind);
  const [printed, amount] = [book.get(address), book.get(exact)];
  if (printed?.effective.kind !== 'quantity' || amount?.effective.kind !== 'quantity') return;
  const scale = scaleFactor(amount.definition.unit, printed.definition.unit);
  const alone = roundHalfUp(amount.effective.exact.mul(scale), 0);
  if (alone.equals(printed.effective.exact)) return;
  // Where it is printed, if it is restated in a table.
  const cell = [...book.values()].find(
    ({ definition }) => definition.relation?.kind === 'same' && definition.relation.as === address,
  );
  const computed = printAs(alone, 0, printed);
  yield {
    subject: address,
    message: `${labels(address)}: ${print(printed)}으로 찍히고, 따로 반올림하면 ${computed}입니다(${print(amount)}).`,
    place: (cell ?? printed).definition.place,
    stated: print(printed),
    computed,
    formula: '실천과제마다 반올림해 더하고, 재원은 최대잔여법으로 나눔',
    cause: 'rounding policy',
  };
}
