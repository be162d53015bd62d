// A plan's edition -> 변경 대비표: what it changes of the whole, of strategies, tasks and projects, and the texts that have to follow.
import type { DisposedFinding } from '../check/disposed.ts';
import { findingKey } from '../check/finding.ts';
import type { ComparisonResult } from '../commands/compare.ts';
import type { Address } from '../figure/address.ts';
import { valueIn, valueWords } from '../figure/show.ts';
import { columnUnit } from '../plan/column-unit.ts';
import { type ComparedItem, comparedAddress } from '../plan/comparison.ts';
import { amountChange } from '../revise/compare/change-rows.ts';
import type { Comparison, FindingCard } from './api.ts';
import type { Desk } from './desk.ts';
import { cardOf } from './findings.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { signed } from './numbers.ts';
import { editionName } from './plan-state.ts';
import { shownText } from './words-of-plan.ts';

/** Lines of the schedule follow the projects, and so does what still speaks of one that is no more, wherever it is typed. */
const FOLLOWING: readonly string[] = ['schedule-row', 'ended-project-named', 'gone-figure-printed'];

type Row = Comparison['rows'][number];

/** Undefined where an error keeps the plan from being compared. */
export async function comparisonOf(
  house: House,
  desk: Desk,
  look: Look,
  number: number,
): Promise<Comparison | undefined> {
  const { value: latest } = look.edition(number);
  if (latest === undefined) return undefined;
  const columns = ['목표(명)', '사업예산(천원)'];
  const { stamp } = look;
  if (number === 0) return { stamp, from: '', to: '당초', columns, count: 0, rows: [], texts: [] };
  const { value } = await look.comparedTo(number);
  if (value === undefined) return undefined;
  const { comparison, plan } = value;
  return {
    stamp,
    from: editionName(plan.editions[comparison.from.number - 1], plan),
    to: editionName(plan.editions.at(-1), plan),
    columns,
    count: plan.editions.at(-1)?.changes.length ?? 0,
    rows: comparison.items.map((item) => rowOf(item, value)),
    texts: number === look.edition().value?.plan.editions.length ? await followers(house, desk, look) : [],
  };
}

const LEVELS = {
  all: 'total',
  strategy: 'strategy',
  task: 'task',
  subtask: 'task',
  project: 'project',
} as const satisfies Record<ComparedItem['level'], Row['level']>;

function rowOf(
  { level, name, state, target, funding, targetChanged, fundingChanged }: ComparedItem,
  result: ComparisonResult,
): Row {
  const moved = { 'moved-in': ' (옮겨 옴)', 'moved-out': ' (옮겨 감)', new: '', ended: '', changed: '' }[
    state
  ];
  const own = name === undefined ? '총계' : shownText(name.canonical, result.plan);
  const change = targetChanged || fundingChanged ? 'changed' : 'same';
  return {
    level: LEVELS[level],
    name: own + moved,
    state: state === 'new' || state === 'moved-in' ? 'added' : state === 'changed' ? change : 'ended',
    cells: [cellOf(target, result), cellOf(funding.total, result)],
  };
}

function cellOf(address: Address | undefined, { book }: ComparisonResult): Row['cells'][number] {
  const [was, is] = [address && book.get(comparedAddress(address, 'before')), address && book.get(address)];
  if (address === undefined || is === undefined) return { before: '-', after: '-', change: '' };
  const { unit } = is.definition;
  const inColumn = (value: typeof is.effective) => valueIn(value, unit, columnUnit(address, unit));
  const [before, after] = [inColumn(was?.effective ?? { kind: 'nil' }), inColumn(is.effective)];
  return {
    before: valueWords(before),
    after: valueWords(after),
    change: signed(amountChange(before, after)) ?? '',
  };
}

/** Texts and lines of the schedule of which nobody had to ask in the edition before: what is wrong with them came with this one. */
async function followers(house: House, desk: Desk, look: Look): Promise<readonly FindingCard[]> {
  const { value } = look.inspected;
  if (value === undefined) return [];
  const before = new Set(look.inspectedBefore.map(findingKey));
  const isNew = (one: DisposedFinding): boolean =>
    one.disposition === undefined &&
    one.severity !== 'information' &&
    (FOLLOWING.includes(one.rule) || one.place.file.endsWith('.hbs')) &&
    !before.has(findingKey(one));
  return Promise.all(value.findings.filter(isNew).map((one) => cardOf(house, desk, look, one)));
}
