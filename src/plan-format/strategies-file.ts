// strategies.yaml -> the strategies with the ids of their tasks, the totals that the overview states, the rounding policy.
import type { SourceLocation } from '../diagnostic.ts';
import { isId } from '../figure/address.ts';
import { type PlacedName, ROUNDING_POLICIES, type RoundingPolicy } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { PUBLISHED, placedName } from './placed-name.ts';
import { choice, id, list, mapping, may, must, named } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { OVERVIEW } from './stated-number.ts';

interface StrategyDraft {
  readonly id: string;
  readonly name: PlacedName;
  readonly tasks: readonly Scalar[];
  readonly place: SourceLocation;
}

export interface StrategiesDraft {
  readonly strategies: readonly StrategyDraft[];
  readonly overview: { readonly target?: Node; readonly budget?: Node };
  readonly rounding: RoundingPolicy;
  readonly place: SourceLocation;
}

const ROUNDING: RoundingPolicy = 'additive';

/** What a plan without strategies.yaml has. */
export function noStrategies(place: SourceLocation): StrategiesDraft {
  return { strategies: [], overview: {}, rounding: ROUNDING, place };
}

/** `all` is the name of the totals. */
const TOTALS = 'all';

export const STRATEGIES_FILE = mapping({
  strategies: must(
    list(
      mapping({
        id: must(id, '추진전략의 id', '주소에 쓰는 이름. all은 합계의 이름이라 쓸 수 없습니다.', {
          example: 'youth',
        }),
        name: must(named, '추진전략의 이름', '어디에서나 이렇게 찍힙니다.', { example: '청년 일자리 확대' }),
        published: may(PUBLISHED, '곳에 따라 달리 적는 이름', '그 자리에서만 이 이름으로 찍힙니다.'),
        tasks: must(
          list(id),
          '실천과제',
          '딸린 실천과제의 id를 찍는 차례대로. 모든 과제는 전략 하나에 들어야 합니다.',
          {
            example: ['youth-jobs'],
          },
        ),
      }),
    ),
    '추진전략',
    '찍는 차례대로 적습니다.',
  ),
  overview: may(
    OVERVIEW,
    '총괄표에 공시한 합계',
    '공시된 총계가 따로 있을 때만 적습니다. 적지 않으면 셈합니다.',
  ),
  rounding: may(
    choice(...ROUNDING_POLICIES),
    '단수조정',
    '백만원으로 적는 법: additive 가로세로 합계가 맞게, half-up 저마다 반올림, truncate 버림',
    { otherwise: ROUNDING },
  ),
});

export function readStrategiesFile(root: Mapping, faults: Faults): StrategiesDraft | undefined {
  const file = readShape(root, STRATEGIES_FILE, faults);
  if (file === undefined) return undefined;
  const first = new Map<string, Scalar>();
  const isNew = (one: Scalar, what: string): boolean => {
    const key = `${what} ${one.text}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, one);
    else {
      faults.add({
        rule: 'duplicate-id',
        place: one.place,
        message: `${what}의 id가 두 번 나옵니다: ${one.text}`,
        expected: `서로 다른 ${what}의 id`,
        related: [{ place: twin.place, note: '먼저 나온 곳' }],
      });
    }
    return twin === undefined;
  };
  const strategies = file.strategies.flatMap((strategy): StrategyDraft[] => {
    // Reported by its shape.
    if (!isId(strategy.id.text)) return [];
    if (strategy.id.text === TOTALS) {
      faults.add({
        rule: 'duplicate-id',
        place: strategy.id.place,
        message: `‘${TOTALS}’은 합계의 이름이라 전략의 id로 쓸 수 없습니다.`,
        expected: '다른 id',
      });
      return [];
    }
    if (!isNew(strategy.id, '전략')) return [];
    if (strategy.tasks.length === 0) {
      faults.add({
        rule: 'missing-key',
        place: strategy.id.place,
        message: `과제가 없는 전략입니다: ${strategy.id.text}`,
        expected: 'tasks: [과제의 id, …]',
      });
    }
    return [
      {
        id: strategy.id.text,
        name: placedName(strategy.name, strategy.published),
        tasks: strategy.tasks.filter((task) => isNew(task, '실천과제')),
        place: strategy.id.place,
      },
    ];
  });
  const rounding = ROUNDING_POLICIES.find((policy) => policy === file.rounding?.text) ?? ROUNDING;
  return { strategies, overview: file.overview ?? {}, rounding, place: root.place };
}
