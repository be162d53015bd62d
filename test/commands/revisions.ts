// A plan's texts -> editions that cut, empty or overdo it: what a hard year may do to any plan.

import { build } from '../../src/commands/build.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import type { Figure, Value } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import type { Change } from '../../src/plan/edition.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type ProjectKey, tasksOf, USUAL_SOURCES } from '../../src/plan/programme.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { editionText } from '../../src/revise/import/edition-text.ts';
import type { Dice } from '../fuzz/dice.ts';
import { KEPT } from '../kept.ts';

type Texts = ReadonlyMap<string, string>;

/** What an edition makes of the inputs that it reaches; undefined where it leaves one as it is. */
export interface Blow {
  readonly name: string;
  readonly after: (figure: Figure, plan: Plan) => string | undefined;
  /** The projects that it ends. */
  readonly ended?: (plan: Plan) => readonly ProjectKey[];
}

const address = ({ definition }: Figure): string => definition.address;
const isMoney = (figure: Figure) => /^tasks\/.*\/funding\//.test(address(figure));
const sourceOf = (figure: Figure) => address(figure).split('/').at(-1) ?? '';
const taskOf = (figure: Figure) => address(figure).split('/')[1] ?? '';
const inStrategy = (plan: Plan, index: number) => {
  const tasks = new Set(plan.programme.strategies[index]?.tasks.map(({ id }) => id));
  return (figure: Figure) => /^tasks\//.test(address(figure)) && tasks.has(taskOf(figure));
};

/** Everything that one edition may do to a plan, by kind; `index` chooses the strategy or source, `to` the value. */
export const BLOWS = {
  'a source of a strategy': (index: number, source: string, to: string): Blow => ({
    name: `${source} of strategy ${index} becomes ${to}`,
    after: (figure, plan) =>
      isMoney(figure) && sourceOf(figure) === source && inStrategy(plan, index)(figure) ? to : undefined,
  }),
  'a strategy': (index: number, to: string): Blow => ({
    name: `all money of strategy ${index} becomes ${to}`,
    after: (figure, plan) => (isMoney(figure) && inStrategy(plan, index)(figure) ? to : undefined),
  }),
  'one source': (source: string, to: string): Blow => ({
    name: `nothing but ${source} is left, the others ${to}`,
    after: (figure) => (isMoney(figure) && ![source, 'total'].includes(sourceOf(figure)) ? to : undefined),
  }),
  targets: (to: string): Blow => ({
    name: `all targets become ${to}`,
    after: (figure) => (/^tasks\/.*\/target$/.test(address(figure)) ? to : undefined),
  }),
  money: (to: string): Blow => ({
    name: `all money becomes ${to}`,
    after: (figure) => (isMoney(figure) ? to : undefined),
  }),
  everything: (to: string): Blow => ({ name: `every input becomes ${to}`, after: () => to }),
  statistics: (to: string): Blow => ({
    name: `every statistic becomes ${to}`,
    after: (figure) => (/^(tables|figures)\//.test(address(figure)) ? to : undefined),
  }),
  'a row': (table: string, row: string, to: string): Blow => ({
    name: `row ${row} of ${table} becomes ${to}`,
    after: (figure) => (address(figure).startsWith(`tables/${table}/${row}/`) ? to : undefined),
  }),
  'a column': (table: string, column: string, to: string): Blow => ({
    name: `column ${column} of ${table} becomes ${to}`,
    after: (figure) =>
      address(figure).startsWith(`tables/${table}/`) && sourceOf(figure) === column ? to : undefined,
  }),
  'all projects but one': (): Blow => ({
    name: 'all projects end but the first',
    after: () => undefined,
    ended: (plan) =>
      tasksOf(plan.programme).flatMap(({ id, projects }, task) =>
        projects.slice(task === 0 ? 1 : 0).map((project) => ({ task: id, project: project.id })),
      ),
  }),
} as const;

/** The plan's texts with one more edition that does all of it; later blows win. Undefined when nothing changes. */
export function struck(texts: Texts, blows: readonly Blow[]): Texts | undefined {
  const { value: plan } = readPlan({ displayRoot: 'plan', kept: KEPT, files: texts }, { edition: 'latest' });
  const book = plan && reviseFigures(plan).value?.book;
  if (plan === undefined || book === undefined) throw new Error('the plan is not read');
  const { place } = plan.title;
  const ended = blows.flatMap((blow) => blow.ended?.(plan) ?? []);
  const isGone = (of: string) =>
    ended.some(({ task, project }) => of.startsWith(`tasks/${task}/projects/${project}/`));
  const changes: Change[] = ended.map((key) => ({ kind: 'end', ...key, place }));
  for (const figure of book.values()) {
    const { definition, effective } = figure;
    if (definition.relation !== undefined || isGone(definition.address)) continue;
    // What was never given stays so: an edition changes what there is.
    if (effective.kind === 'missing' || !/^(tasks|tables|figures)\//.test(definition.address)) continue;
    const to = blows.map((blow) => blow.after(figure, plan)).findLast((one) => one !== undefined);
    const after = to === undefined ? undefined : valueFrom(to);
    if (after === undefined) continue;
    changes.push({
      kind: 'set',
      address: definition.address,
      before: { value: effective, place },
      after: { value: after, place },
      place,
    });
  }
  if (changes.length === 0) return undefined;
  const number = plan.editions.length + 1;
  const title = { text: `제${number}회 추경`, place };
  const edition = { number, title, kind: '추경', date: '2030-05-12', published: true, changes } as const;
  return new Map(texts).set(`editions/${number}.yaml`, editionText(edition));
}

function valueFrom(text: string): Value {
  if (text === '-') return { kind: 'nil' };
  return parseQuantity(text) ?? { kind: 'missing' };
}

/** Throws of the dice -> one to three blows. */
export function randomBlows(texts: Texts, dice: Dice): readonly Blow[] {
  const { value: plan } = readPlan({ displayRoot: 'plan', kept: KEPT, files: texts }, { edition: 'latest' });
  if (plan === undefined) throw new Error('the plan is not read');
  const to = () => dice.one(['0', '0', '400', '-', '1', '499999', '123456789012', '9'.repeat(15)]);
  const strategy = () => dice.below(Math.max(1, plan.programme.strategies.length));
  const tables = [...plan.tables.values()];
  const leaf = (axis: 'rows' | 'columns', table: string) => {
    const cells = plan.tables.get(table)?.cells.flat() ?? [];
    const figures = cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.address.split('/')] : []));
    return figures.length === 0 ? '' : (dice.one(figures).at(axis === 'rows' ? 2 : -1) ?? '');
  };
  const blow = (): Blow => {
    const table = tables.length === 0 ? '' : dice.one(tables).id;
    switch (dice.below(10)) {
      case 0:
        return BLOWS['a source of a strategy'](strategy(), dice.one(USUAL_SOURCES), to());
      case 1:
        return BLOWS['a strategy'](strategy(), to());
      case 2:
        return BLOWS['one source'](dice.one(USUAL_SOURCES), dice.one(['0', '-']));
      case 3:
        return BLOWS.targets(to());
      case 4:
        return BLOWS.money(to());
      case 5:
        return dice.once(2) ? BLOWS.everything(to()) : BLOWS.statistics(to());
      case 6:
        return BLOWS['all projects but one']();
      case 7:
        return BLOWS['a column'](table, leaf('columns', table), to());
      default:
        return BLOWS['a row'](table, leaf('rows', table), to());
    }
  };
  return Array.from({ length: 1 + dice.below(3) }, blow);
}

/** The errors of building and proving the plan's latest edition, as lines; a throw of the program is one too. */
export async function buildErrors(sources: Sources, files: Texts, name: string): Promise<readonly string[]> {
  const edition = [...files.keys()].filter((file) => /^editions\/\d+\.yaml$/.test(file)).length;
  try {
    const { diagnostics, files: made } = await build(
      { ...sources, plan: { displayRoot: name, kept: KEPT, files } },
      ['pdf', 'xlsx'],
      undefined,
      undefined,
      { edition },
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length === 0 && made.length === 0) return [`${name}: nothing was made`];
    return errors.map(({ rule, message, place }) => `${name}: ${formatLocation(place)} ${rule} ${message}`);
  } catch (error) {
    return [`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}
