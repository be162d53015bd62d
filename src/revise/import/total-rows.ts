// A plan's figures before and after an edition -> the rows of a table of totals that can be matched with the budget book.
import { type Address, addressOf } from '../../figure/address.ts';
import type { FigureBook, Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import { valueIn, valueWords } from '../../figure/show.ts';
import { columnUnit } from '../../plan/column-unit.ts';
import { sourceLabels } from '../../plan/office.ts';
import { withYears } from '../../plan/period.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Programme, Strategy } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { amountChange } from '../compare/change-rows.ts';

export const TOTAL_COLUMNS = ['구분', '항목', '단위', '변경 전', '변경 후', '증감'] as const;

/** Of what is not there. */
const NONE: Value = { kind: 'nil' };

interface Item {
  readonly label: string;
  readonly path: readonly string[];
  /** Told of the whole and each strategy even where it stays. */
  readonly always: boolean;
}

/**
 * `earlier`: the plan of the figures before, where whole tasks come or go: what is not there has none of anything. 목표 and 계 of the whole and of each strategy, and of each task those that move; sources where they move. Amounts in 천원, targets in 명. No rows
 * when no target and no amount of the programme moves.
 */
export function totalRows(
  { programme, office, labels: words, year }: Plan,
  before: FigureBook,
  after: FigureBook,
  earlier: Plan | undefined = undefined,
): readonly (readonly string[])[] {
  const labels = new Map([...taskLabels(earlier?.programme ?? programme), ...taskLabels(programme)]);
  const sources = sourceLabels(office, words);
  const items: readonly Item[] = [
    { label: '목표', path: ['target'], always: true },
    { label: '계', path: ['funding', 'total'], always: true },
    ...programme.targets.map(({ id, label }) => ({ label, path: ['targets', id], always: false })),
    ...programme.sources.map((source) => ({
      label: sources[source] ?? source,
      path: ['funding', source],
      always: false,
    })),
  ];
  let moves = false;
  const rowsOf = (name: string, base: readonly string[], isTask: boolean) =>
    items.flatMap(({ label, path, always }) => {
      const address = addressOf(...base, ...path);
      const [was, is] = [inColumn(before, address), inColumn(after, address)];
      const figure = after.get(address) ?? before.get(address);
      if (figure === undefined) return [];
      const moved = !sameValue(was, is);
      moves ||= moved;
      if (!moved && (isTask || !always)) return [];
      const unit = columnUnit(address, figure.definition.unit).label;
      return [[withYears(name, year), label, unit, valueWords(was), valueWords(is), amountChange(was, is)]];
    });
  const rows = [
    ...rowsOf('총계', ['strategies', 'all'], false),
    ...withGone(programme, earlier?.programme).flatMap(({ id, name, tasks }) => [
      ...rowsOf(name.canonical.text, ['strategies', id], false),
      ...tasks.flatMap((task) =>
        rowsOf(`${name.canonical.text} › ${labels.get(task.id)}`, ['tasks', task.id], true),
      ),
    ]),
  ];
  return moves ? rows : [];
}

/** The strategies with the tasks that are no more in them, then those that are no more. */
function withGone({ strategies }: Programme, earlier: Programme | undefined): readonly Strategy[] {
  if (earlier === undefined) return strategies;
  const tasks = new Set(strategies.flatMap((one) => one.tasks.map(({ id }) => id)));
  const gone = earlier.strategies.map((one) => ({
    ...one,
    tasks: one.tasks.filter(({ id }) => !tasks.has(id)),
  }));
  const goneOf = (id: string) => gone.find((one) => one.id === id)?.tasks ?? [];
  return [
    ...strategies.map((one) => ({ ...one, tasks: [...one.tasks, ...goneOf(one.id)] })),
    ...gone.filter(({ id }) => strategies.every((one) => one.id !== id)),
  ];
}

function inColumn(book: FigureBook, address: Address): Value {
  const figure = book.get(address);
  if (figure === undefined) return NONE;
  const { unit } = figure.definition;
  return valueIn(figure.effective, unit, columnUnit(address, unit));
}
