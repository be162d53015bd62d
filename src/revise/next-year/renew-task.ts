// The file of a task -> the same task a year later: names, texts and sources of money stay, every target and amount is missing.
import { isScalar, Pair, type YAMLMap, YAMLSeq } from 'yaml';
import { below, projectAddress, taskAddress } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { decimalText, exactDigits } from '../../figure/quantity.ts';
import { movedYears } from '../../plan/period.ts';
import { USUAL_SOURCES } from '../../plan/programme.ts';
import { stayingYears } from '../../plan/years.ts';
import { flowMap, mapAt, mapsIn, plain, quoted, seqAt, stringAt } from '../yaml-edit.ts';
import { renewNumber } from './renew-number.ts';
import type { EndedProject, ToRenew } from './renewed.ts';
import type { Shift } from './shift.ts';

interface TaskRenewal {
  readonly file: string;
  readonly shift: Shift;
  /** How many years later. */
  readonly years: number;
  /** The year of the plan that it is renewed from. */
  readonly planYear: number;
  readonly ended: readonly EndedProject[];
  /** The figures of the plan that it is renewed from. */
  readonly book: FigureBook;
}

/** The key of the target of the year before. */
const LAST_TARGET = 'last-target';

interface RenewedTask {
  readonly toRenew: readonly ToRenew[];
  /** What periods became: the sheet says them too. */
  readonly periods: ReadonlyMap<string, string>;
}

/** Edits the root of the file; the projects are already those that go on. */
export function renewTask(root: YAMLMap, renewal: TaskRenewal): RenewedTask {
  const id = stringAt(root, 'id') ?? '';
  const projects = mapsIn(seqAt(root, 'projects'));
  const targeted = projects.some((project) => project.has('target'));
  const toRenew: ToRenew[] = [];
  const periods = new Map<string, string>();
  keepLineBreaks(root);
  for (const subtask of mapsIn(seqAt(root, 'subtasks'))) keepLineBreaks(subtask);
  root.delete('overview');
  root.delete('ended');
  // A sheet that names another year than its plan's was printed so once.
  mapAt(root, 'plan')?.delete('year');
  if (mapAt(root, 'plan')?.items.length === 0) root.delete('plan');
  // What the task stated beside its projects follows from them now.
  if (targeted) root.delete('target');
  keepLastTarget(root, targeted ? undefined : taskAddress(id), renewal);
  if (projects.some((project) => project.has('funding'))) root.delete('funding');
  const further = mapAt(root, 'targets');
  for (const name of namesIn(further))
    if (projects.some((project) => mapAt(project, 'targets')?.has(name) === true)) further?.delete(name);
  if (further?.items.length === 0) root.delete('targets');
  keepYears(root, taskAddress(id), renewal);
  renewNumbers(root, taskAddress(id), renewal, toRenew);
  for (const project of projects) {
    const address = projectAddress({ task: id, project: stringAt(project, 'id') ?? '' });
    keepLineBreaks(project);
    keepLastTarget(project, address, renewal);
    keepYears(project, address, renewal);
    renewNumbers(project, address, renewal, toRenew);
    const period = mapAt(project, 'period');
    const said = period && stringAt(period, 'years');
    const stays =
      stayingYears(said) !== undefined || (said === undefined && period !== undefined && isOverYears(period));
    if (stays)
      toRenew.push({ kind: 'kept', file: renewal.file, text: (period && stringAt(period, 'text')) ?? '' });
    const [was, is] = (stays ? undefined : movePeriod(project, renewal.years)) ?? [];
    if (was !== undefined && is !== undefined) {
      periods.set(was, is);
      toRenew.push({ kind: 'year', file: renewal.file, text: is, moved: true });
    }
    const from = new YAMLSeq();
    from.flow = true;
    from.items.push(plain(address));
    project.set(
      'lineage',
      flowMap([
        ['kind', plain('계속')],
        ['from', from],
      ]),
    );
  }
  const ended = renewal.ended.filter(({ task }) => task === id);
  if (ended.length > 0) {
    const list = new YAMLSeq();
    list.items = ended.map(({ project, name }) =>
      flowMap([
        ['id', plain(project)],
        ['name', quoted(name)],
      ]),
    );
    root.set(plain('ended'), list);
  }
  return { toRenew, periods };
}

/** What the target is now is next year's of the year before, in whole people or jobs; it is known where it is a number. Behind the name. */
function keepLastTarget(map: YAMLMap, address: string | undefined, { years, book }: TaskRenewal): void {
  map.delete(LAST_TARGET);
  const figure = address === undefined || years !== 1 ? undefined : book.get(below(address, 'target'));
  if (figure?.effective.kind !== 'quantity') return;
  const { digits } = figure.effective;
  const { unit } = figure.definition;
  const people = figure.effective.exact.mul(unit.scale);
  const value = plain(decimalText(people, exactDigits(people) ?? digits));
  const behind = map.items.findIndex(({ key }) => isScalar(key) && key.value === 'name');
  map.items.splice(behind + 1, 0, new Pair(plain(LAST_TARGET), value));
}

function renewNumbers(
  map: YAMLMap,
  address: string,
  { file, shift, book }: TaskRenewal,
  toRenew: ToRenew[],
): void {
  const renew = (owner: YAMLMap | undefined, key: string, at: string): void => {
    if (owner?.has(key) !== true) return;
    const { node, last } = renewNumber(owner.get(key, true), shift);
    owner.set(key, node);
    if (last === undefined) return;
    // What an edition made of it is what it was last.
    const figure = below(address, ...at.split('/'));
    const was = book.get(figure)?.effective;
    const shown = was?.kind === 'quantity' ? decimalText(was.exact, was.digits) : last;
    toRenew.push({ kind: 'figure', file, address: figure, last: shown });
  };
  renew(map, 'target', 'target');
  const targets = mapAt(map, 'targets');
  for (const name of namesIn(targets)) renew(targets, name, `targets/${name}`);
  const funding = mapAt(map, 'funding');
  const kinds = namesIn(funding).filter((kind) => kind !== 'unit' && kind !== 'total');
  if (kinds.length > 0) funding?.delete('total');
  for (const kind of new Set(['total', ...USUAL_SOURCES, ...kinds])) renew(funding, kind, `funding/${kind}`);
  const figures = mapAt(map, 'figures');
  for (const name of namesIn(figures)) renew(figures, name, name);
}

/** Money by year stays, as the last edition has it; what the plan set out for its own year is among it from now on. */
function keepYears(map: YAMLMap, address: string, { planYear, book }: TaskRenewal): void {
  const yearly = mapAt(map, 'yearly');
  if (yearly === undefined) return;
  const worth = (year: string, kind: string) => {
    const value = book.get(below(address, 'yearly', year, kind))?.effective;
    return value?.kind === 'quantity' ? plain(decimalText(value.exact, value.digits)) : undefined;
  };
  const refresh = (owner: YAMLMap, key: string, year: string, kind: string): void => {
    const now = worth(year, kind);
    const at = mapAt(owner, key)?.has('value') === true ? mapAt(owner, key) : owner;
    const last = at === owner ? key : 'value';
    if (now !== undefined && isScalar(at?.get(last, true))) at?.set(last, now);
  };
  for (const year of namesIn(yearly)) {
    const bySource = mapAt(yearly, year);
    if (year === 'total' || year === 'unit') continue;
    refresh(yearly, year, year, 'total');
    for (const kind of namesIn(bySource))
      if (bySource && kind !== 'unit') refresh(bySource, kind, year, kind);
  }
  const year = String(planYear);
  const own = worth(year, 'total');
  if (own === undefined || yearly.has(year)) return;
  const sources = namesIn(mapAt(map, 'funding')).flatMap((kind) => {
    const amount = kind === 'unit' || kind === 'total' ? undefined : worth(year, kind);
    return amount === undefined ? [] : [[kind, amount] as const];
  });
  const later = yearly.items.findIndex(({ key }) => isScalar(key) && Number(key.value) > planYear);
  const pair = new Pair(plain(year), sources.length === 0 ? own : flowMap(sources));
  yearly.items.splice(later < 0 ? yearly.items.length : later, 0, pair);
}

function namesIn(map: YAMLMap | undefined): readonly string[] {
  return (map?.items ?? []).flatMap(({ key }) =>
    isScalar(key) && typeof key.value === 'string' ? [key.value] : [],
  );
}

/** What goes from one year into another is no matter of a year that moves. */
function isOverYears(period: YAMLMap): boolean {
  const [from = '', to = ''] = ['from', 'to'].map((end) => stringAt(period, end) ?? '');
  return from.includes('-') && to.includes('-') && from.slice(0, 4) !== to.slice(0, 4);
}

/** The text of the period before and after; undefined where it names no year. */
function movePeriod(project: YAMLMap, years: number): readonly [string, string] | undefined {
  const period = mapAt(project, 'period');
  const text = period && stringAt(period, 'text');
  if (period === undefined || text === undefined) return undefined;
  const moved = movedYears(text, years);
  if (moved === text) return undefined;
  period.set('text', moved);
  for (const end of ['from', 'to']) {
    const [, year, month] = /^(\d{4})(-\d\d)$/.exec(stringAt(period, end) ?? '') ?? [];
    if (year !== undefined) period.set(end, plain(`${Number(year) + years}${month}`));
  }
  return [text, moved];
}

/** Published spellings go; a name that only breaks its lines otherwise is a matter of space and stays. */
export function keepLineBreaks(named: YAMLMap): void {
  const published = mapAt(named, 'published');
  if (published === undefined) return;
  const bare = (text: string) => text.replaceAll(/\s/g, '');
  const name = bare(stringAt(named, 'name') ?? '');
  published.items = published.items.filter(
    ({ value }) =>
      isScalar(value) &&
      typeof value.value === 'string' &&
      value.value.includes('\n') &&
      bare(value.value) === name,
  );
  if (published.items.length === 0) named.delete('published');
}
