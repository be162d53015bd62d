// yearly of a task or project -> its funding by year, and what follows: years from their sources, all of them, tasks, strategies.
import type * as v from 'valibot';
import { type Address, addressOf, below, taskAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import { UNITS, type Unit, type Units } from '../figure/unit.ts';
import type { FundingSource } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import { amountsBySource, type KnownSources, knownAmounts, moneyUnit } from './funding.ts';
import type { Node } from './node.ts';
import { later, mappingWith, may, must } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { NUMBER, readStatedNumber, type StatedNumber, unstated } from './stated-number.ts';
import { UNIT } from './units.ts';

export const YEARLY = yearlyOf(NUMBER);

/** Years with amounts of one form. */
export function yearlyOf(form: typeof NUMBER) {
  return mappingWith(
    {
      unit: may(UNIT, '금액의 단위', '아래 금액의 단위', { otherwise: '천원' }),
      total: may(form, '총사업비', '모든 해의 합. 적으면 더한 것과 견줍니다.'),
    },
    must(
      later(form, amountsBySource(form)),
      '그 해의 예산',
      '금액 하나, 또는 재원별 금액. 계획 연도의 것은 funding입니다.',
    ),
  );
}

/** Of a figure of its owner: `yearly/2026/national`; `yearly/all/total` is what was said of all years. */
interface YearlyNumber<Amount = StatedNumber> {
  readonly id: string;
  readonly number: Amount;
}

const ALL = 'all';
/** What the ids of such figures begin with. */
export const YEARLY_FIGURE = 'yearly/';

export function readYearly(
  typed: v.InferOutput<typeof YEARLY> | undefined,
  sources: KnownSources,
  faults: Faults,
): readonly YearlyNumber[] {
  return readYears(typed, sources, faults, (node) => {
    const number = readStatedNumber(node, faults);
    return { ...number, unit: number.unit ?? typed?.unit };
  });
}

/** Without what `read` tells of. Rule `wrong-type`: a key that is no year. */
export function readYears<Amount>(
  typed: v.InferOutput<typeof YEARLY> | undefined,
  sources: KnownSources,
  faults: Faults,
  read: (node: Node) => Amount | undefined,
): readonly YearlyNumber<Amount>[] {
  const { unit: _, total, ...years } = typed ?? {};
  const said = (id: string, node: Node): readonly YearlyNumber<Amount>[] => {
    const number = read(node);
    return number === undefined ? [] : [{ id: `${YEARLY_FIGURE}${id}`, number }];
  };
  return [
    ...(total === undefined ? [] : said(`${ALL}/total`, total)),
    ...Object.entries(years).flatMap(([year, node]): readonly YearlyNumber<Amount>[] => {
      if (node === undefined) return [];
      if (!/^[12]\d{3}$/.test(year)) {
        faults.add({
          rule: 'wrong-type',
          place: node.place,
          message: `연도가 아닙니다: ${year}`,
          expected: '네 자리 연도 (예: 2026), 또는 unit, total',
        });
        return [];
      }
      if (!isBySource(node)) return said(`${year}/total`, node);
      const shape = readShape(node, amountsBySource(NUMBER), faults);
      const amounts = knownAmounts<Node>(shape ?? {}, sources, faults, []);
      return Object.entries(amounts).flatMap(([kind, one]) =>
        one === undefined ? [] : said(`${year}/${kind}`, one),
      );
    }),
  ];
}

function isBySource(node: Node): boolean {
  return node.kind === 'mapping' && node.entries.every(({ key }) => key.text !== 'value');
}

interface Owner {
  readonly id: string;
  readonly addedIn?: number;
  readonly late?: readonly string[];
  readonly yearly: readonly YearlyNumber[];
  readonly place: StatedNumber['place'];
}

interface TaskYears extends Owner {
  readonly projects: readonly Owner[];
}

/** The years of which anything is said, and the plan's; none where nothing is. */
export function yearsOf(tasks: Iterable<TaskYears>, planYear: number): readonly number[] {
  const typed = [...tasks].flatMap(({ yearly, projects }) =>
    [...yearly, ...projects.flatMap((project) => project.yearly)].flatMap(({ id }) => yearIn(id)),
  );
  if (typed.length === 0) return [];
  return [...new Set([...typed, planYear])].sort((a, b) => a - b);
}

function yearIn(id: string): readonly number[] {
  const [, year = ''] = id.split('/');
  return year === ALL ? [] : [Number(year)];
}

interface Context {
  readonly years: readonly number[];
  readonly planYear: number;
  readonly sources: readonly FundingSource[];
  readonly units: Units;
  readonly faults: Faults;
  /** Whether there is such a figure by now. */
  readonly has: (address: Address) => boolean;
  readonly add: (address: Address, number: StatedNumber, unit: Unit, relation?: Relation) => Address;
}

/** The figures of all years, operands first; behind those of the plan's own year. */
export function addYearly(
  tasks: readonly TaskYears[],
  strategies: readonly { readonly id: string; readonly members: readonly string[] }[],
  context: Context,
): void {
  if (context.years.length === 0) return;
  for (const task of tasks) {
    // The task speaks for those that say nothing by year.
    for (const project of task.projects)
      if (task.yearly.length === 0 || project.yearly.length > 0)
        addOwner(below(taskAddress(task.id), 'projects', project.id), project, [], context);
    addOwner(taskAddress(task.id), task, task.projects, context);
  }
  const [first] = tasks;
  if (first === undefined) return;
  const sums = (base: Address | string, parts: readonly string[]) => {
    const owner = { id: '', yearly: [], place: first.place };
    addFigures(base, owner, (year, kind) => parts.map((part) => below(part, 'yearly', year, kind)), context);
  };
  for (const { id, members } of strategies)
    sums(
      addressOf('strategies', id),
      members.map((task) => taskAddress(task)),
    );
  sums(
    'strategies/all',
    strategies.map(({ id }) => addressOf('strategies', id)),
  );
}

/** Of what nothing is said by year there is the plan's own year. */
function addOwner(base: Address, owner: Owner, parts: readonly Owner[], context: Context): void {
  const first = parts.filter(({ addedIn }) => addedIn === undefined);
  // What is said of all of it may be more than what some of its parts have.
  const isSum =
    owner.yearly.length === 0 ||
    (first.length > 0 &&
      first.every(({ yearly, late }) => yearly.length > 0 && late?.includes('yearly') !== true));
  const partsOf = (year: string, kind: string) =>
    isSum ? parts.map(({ id }) => below(base, 'projects', id, 'yearly', year, kind)) : [];
  addFigures(base, owner, partsOf, context);
}

function addFigures(
  base: Address | string,
  { yearly, place }: Owner,
  partsOf: (year: string, kind: string) => readonly Address[],
  { years, planYear, sources, units, faults, has, add }: Context,
): void {
  const kinds = [...sources, 'total'];
  const typedAt = (year: string, kind: string) =>
    yearly.find(({ id }) => id === `yearly/${year}/${kind}`)?.number;
  const put = (year: string, kind: string, relation: Relation | undefined): readonly Address[] => {
    const typed = typedAt(year, kind);
    if (typed === undefined && relation === undefined) return [];
    const unit = typed?.unit === undefined ? UNITS.천원 : moneyUnit(typed.unit, units, faults);
    return [add(below(base, 'yearly', year, kind), typed ?? unstated(place), unit, relation)];
  };
  const sumOf = (operands: readonly Address[]): Relation | undefined =>
    operands.length === 0 ? undefined : { kind: 'sum', operands };
  const found = new Map<string, Address[]>();
  for (const year of years) {
    const own: Address[] = [];
    for (const kind of kinds) {
      const funding = below(base, 'funding', kind);
      const parts = partsOf(String(year), kind).filter(has);
      let relation = sumOf(parts) ?? (kind === 'total' ? sumOf([...own]) : undefined);
      // What the plan sets out for its own year stands there.
      if (year === planYear && has(funding)) relation = { kind: 'same', as: funding };
      const made = put(String(year), kind, relation);
      own.push(...made);
      found.set(kind, [...(found.get(kind) ?? []), ...made]);
    }
  }
  for (const kind of kinds) put(ALL, kind, sumOf(found.get(kind) ?? []));
}
