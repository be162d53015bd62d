// targets of plan.yaml, tasks and projects -> what is aimed at besides jobs: people who are helped, firms that are supported.
import { type Address, addressOf, taskAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit, Units } from '../figure/unit.ts';
import type { FurtherTarget } from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Node, Scalar } from './node.ts';
import { entriesOf, id, list, mapping, may, must, named } from './shape.ts';
import { NUMBER, readStatedNumber, type StatedNumber } from './stated-number.ts';
import { readUnit, UNIT } from './units.ts';

const TARGET = mapping({
  id: must(id, '목표의 id', '과제 파일의 targets와 주소에 쓰는 이름', { example: 'beneficiaries' }),
  label: must(named, '목표의 이름', '과제 시트, 표, 통합문서에 찍는 이름', { example: '수혜자' }),
  unit: may(UNIT, '단위', '이 목표의 단위', { otherwise: '명' }),
});

export const TARGETS = list(TARGET);

/** Of a task or project. */
export const TARGET_NUMBERS = entriesOf(
  must(NUMBER, '목표', 'plan.yaml의 targets에 적은 목표의 수, 그 단위로', { example: 300 }),
);

/** Rule `duplicate-id`. */
export function readTargets(
  typed: readonly { readonly id: Scalar; readonly label: Scalar; readonly unit?: Scalar | undefined }[] = [],
  people: Unit,
  units: Units,
  faults: Faults,
): readonly FurtherTarget[] {
  const first = new Map<string, Scalar>();
  return typed.flatMap(({ id, label, unit }): FurtherTarget[] => {
    const twin = first.get(id.text);
    first.set(id.text, twin ?? id);
    if (twin === undefined)
      return [{ id: id.text, label: label.text, unit: unit ? readUnit(unit, units, faults) : people }];
    faults.add({
      rule: 'duplicate-id',
      place: id.place,
      message: `같은 목표가 두 번 나옵니다: ${id.text}`,
      expected: '목표마다 한 번',
      related: [{ place: twin.place, note: '먼저 나온 곳' }],
    });
    return [];
  });
}

/** What the plan aims at; undefined where that is not known. */
export type KnownTargets = readonly FurtherTarget[] | undefined;

const BELOW = 'targets/';

/** The id of a target among the figures of its owner; undefined for another figure. */
export function targetIn(figure: string): string | undefined {
  return figure.startsWith(BELOW) ? figure.slice(BELOW.length) : undefined;
}

/** As figures of their owner, in the plan's order and units. */
export function readTargetNumbers(
  entries: readonly { readonly key: Scalar; readonly value: Node }[] = [],
  known: KnownTargets,
  faults: Faults,
): readonly { readonly id: string; readonly number: StatedNumber }[] {
  const typed = entries.flatMap(({ key, value }) => {
    const target = targetNamed(key, known, faults);
    const number = readStatedNumber(value, faults);
    return target
      ? [{ id: `${BELOW}${target.id}`, number: { ...number, unit: unitOf(target, number, faults) } }]
      : [];
  });
  const order = (known ?? []).map(({ id }) => `${BELOW}${id}`);
  return typed.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** Undefined, told, where the plan has none of that name. Rule `unknown-id`. */
export function targetNamed(
  { text, place }: Pick<Scalar, 'text' | 'place'>,
  known: KnownTargets,
  faults: Faults,
): FurtherTarget | undefined {
  const found = known?.find(({ id }) => id === text);
  if (found !== undefined || known === undefined) return found;
  const ids = known.map(({ id }) => id);
  faults.add({
    rule: 'unknown-id',
    place,
    message: `plan.yaml의 targets에 없는 목표입니다: ${text}`,
    expected: didYouMean(text, ids, ids.join(', ') || 'plan.yaml에 targets: [{ id: …, label: … }]'),
  });
  return undefined;
}

/** The plan's own unit of it; told where another was typed. Rule `unknown-unit`. */
export function unitOf(
  { label, unit }: FurtherTarget,
  {
    unit: typed,
    place,
  }: Pick<StatedNumber, 'place'> & { readonly unit?: Pick<Scalar, 'text' | 'place'> | undefined },
  faults: Faults,
): Scalar {
  if (typed !== undefined && typed.text !== unit.label)
    faults.add({
      rule: 'unknown-unit',
      place: typed.place,
      message: `${label}의 단위가 아닙니다: ${typed.text}`,
      expected: unit.label,
    });
  return { kind: 'scalar', text: unit.label, plain: true, verbatim: false, place };
}

interface Owned {
  readonly figures: readonly { readonly id: string; readonly number: StatedNumber }[];
}

/** A task's own: as it says, or the sum of its projects that have it; none where nobody does. */
export function taskTarget(
  target: FurtherTarget,
  task: Owned & {
    readonly id: string;
    readonly projects: readonly (Owned & {
      readonly id: string;
      readonly addedIn?: number;
      readonly late?: readonly string[];
    })[];
  },
): { readonly typed: StatedNumber | undefined; readonly relation: Relation | undefined } | undefined {
  const item = `${BELOW}${target.id}`;
  const typed = task.figures.find(({ id }) => id === item)?.number;
  const has = ({ figures }: Owned) => figures.some(({ id }) => id === item);
  const givers = task.projects.filter(has);
  if (typed === undefined && givers.length === 0) return undefined;
  const first = task.projects.filter(({ addedIn }) => addedIn === undefined);
  // What the task says of all of it may be more than what some of its projects have.
  const isSum =
    givers.length > 0 &&
    (typed === undefined ||
      (first.length > 0 && first.every((project) => has(project) && project.late?.includes(item) !== true)));
  const operands = givers.map((project) =>
    taskAddress(task.id, 'projects', project.id, 'targets', target.id),
  );
  return { typed, relation: isSum ? { kind: 'sum', operands } : undefined };
}

/** Of strategies, and of all of them, where any task has the target. */
export function addTargetSums(
  targets: readonly FurtherTarget[],
  strategies: readonly { readonly id: string; readonly members: readonly string[] }[],
  has: (address: Address) => boolean,
  add: (address: Address, unit: Unit, relation: Relation) => Address,
): void {
  for (const { id, unit } of targets) {
    const sums = strategies.flatMap(({ id: strategy, members }) => {
      const operands = members.map((task) => taskAddress(task, 'targets', id)).filter(has);
      const own = addressOf('strategies', strategy, 'targets', id);
      return operands.length === 0 ? [] : [add(own, unit, { kind: 'sum', operands })];
    });
    if (sums.length > 0)
      add(addressOf('strategies', 'all', 'targets', id), unit, { kind: 'sum', operands: sums });
  }
}
