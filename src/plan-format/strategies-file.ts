// strategies.yaml -> the strategies with the ids of their tasks, the totals that the overview states, the rounding policy.
import * as v from 'valibot';
import type { SourceLocation } from '../diagnostic.ts';
import { isId } from '../figure/address.ts';
import { type PlacedName, ROUNDING_POLICIES, type RoundingPolicy } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { PUBLISHED, placedName } from './placed-name.ts';
import { choice, id, list, mapping, named, node } from './shape.ts';
import { readShape } from './shape-fault.ts';

export interface StrategyDraft {
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

/** What a plan without strategies.yaml has. */
export function noStrategies(place: SourceLocation): StrategiesDraft {
  return { strategies: [], overview: {}, rounding: 'additive', place };
}

/** `all` is the name of the totals. */
const TOTALS = 'all';

const STRATEGIES_FILE = mapping({
  strategies: list(mapping({ id, name: named, published: v.exactOptional(PUBLISHED), tasks: list(id) })),
  overview: v.exactOptional(mapping({ target: v.exactOptional(node), budget: v.exactOptional(node) })),
  rounding: v.exactOptional(choice(...ROUNDING_POLICIES)),
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
  const rounding = ROUNDING_POLICIES.find((policy) => policy === file.rounding?.text) ?? 'additive';
  return { strategies, overview: file.overview ?? {}, rounding, place: root.place };
}
