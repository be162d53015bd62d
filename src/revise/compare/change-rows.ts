// The changes of an edition -> the rows of a table that shows them before they are written.
import type { Value } from '../../figure/figure.ts';
import { showValue, valueIn, valueWords } from '../../figure/show.ts';
import { columnUnit } from '../../plan/column-unit.ts';
import { isDetail } from '../../plan/details.ts';
import type { Change, TextChange } from '../../plan/edition.ts';
import { figureLabel } from '../../plan/figure-name.ts';
import { printLabels, withLevels } from '../../plan/labels.ts';
import { fromMarkup } from '../../plan/literal.ts';
import { printedPeriod, withYears } from '../../plan/period.ts';
import type { Plan } from '../../plan/plan.ts';
import { type ProjectKey, tasksOf } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';

/** 구분, 대상, 변경 전, 변경 후, 증감, 사유; behind them what was typed, where that was more than the number. */
export const CHANGE_COLUMNS = ['구분', '대상', '변경 전', '변경 후', '증감', '사유'] as const;
export const TYPED_COLUMN = '적은 값';

/** A row for each change, a renamed project one for each of its texts; amounts are in the unit of their column. */
export function changeRows(
  changes: readonly Change[],
  plan: Plan,
  reason: string | undefined,
): readonly (readonly string[])[] {
  const tasks = tasksOf(plan.programme);
  const units = new Map(plan.figures.map(({ address, unit }) => [address, unit]));
  const labels = taskLabels(plan.programme);
  const printed = (text: string) => withYears(text, plan.year);
  const taskName = (id: string) => printed(labels.get(id) ?? id);
  const nameOf = ({ task, project }: ProjectKey) => {
    const found = tasks.find(({ id }) => id === task)?.projects.find(({ id }) => id === project);
    return `${taskName(task)} › ${printed(found?.name.canonical.text ?? project)}`;
  };
  const why = (change: Change) => change.reason?.text ?? reason ?? '';
  return changes.flatMap((change): readonly (readonly string[])[] => {
    switch (change.kind) {
      case 'set': {
        const { address } = change;
        const unit = units.get(address);
        const inColumn = (value: Value) => (unit ? valueIn(value, unit, columnUnit(address, unit)) : value);
        const [before, after] = [inColumn(change.before.value), inColumn(change.after.value)];
        const label = figureLabel(address, plan);
        const typed = change.after.typed ?? '';
        return [
          [
            '변경',
            label,
            valueWords(before),
            valueWords(after),
            amountChange(before, after),
            why(change),
            typed,
          ],
        ];
      }
      case 'add': {
        const { funding } = change;
        const given = Object.values(funding).flatMap((typed) => typed ?? []);
        const sum = given.map(({ value }) => value).reduce<Value>(added, { kind: 'nil' });
        const target = change.target === undefined ? '' : ` 목표 ${valueWords(change.target.value)}`;
        const typed = [change.target, ...given].flatMap((one) => one?.typed ?? []).join(', ');
        const label = `${taskName(change.task)} › ${change.name.text}${target}`;
        return [['신규', label, '-', valueWords(sum), valueWords(sum), why(change), typed]];
      }
      case 'end':
        return [['종료', nameOf(change), '', '', '', why(change), '']];
      case 'move': {
        const [from, to] = [taskName(change.task), taskName(change.to.task)];
        return [['이동', nameOf(change), from, to, '', why(change), '']];
      }
      case 'text':
        return textRows(change, nameOf, plan).map((row) => ['글', ...row, '', why(change), '']);
    }
  });
}

/** What is renamed, and its words before and after; never the characters of the file around them. */
function textRows(
  { file, before, after, words = [] }: TextChange,
  nameOf: (key: ProjectKey) => string,
  { labels, year }: Plan,
): readonly (readonly string[])[] {
  const [, task] = /^tasks\/(.+)\.yaml$/.exec(file) ?? [];
  const rows = words.map(({ path, before: was, after: is }) => {
    const [group, project, what = ''] = path;
    const named = task !== undefined && group === 'projects' && project !== undefined;
    const called = isDetail(what)
      ? printLabels(labels).details[what]
      : withLevels(PROJECT_TEXTS[what] ?? what, labels);
    const label = named ? `${nameOf({ task, project })} ${called}` : file;
    return [
      label,
      ...[was, is].map((one) =>
        lastLine(one === undefined ? '-' : printedPeriod({ text: fromMarkup(one.text, one.place) }, year)),
      ),
    ];
  });
  return rows.length > 0 ? rows : [[file, lastLine(before.text), lastLine(after.text)]];
}

const PROJECT_TEXTS: Readonly<Record<string, string>> = { name: '세부사업명', period: '기간' };

function added(sum: Value, value: Value): Value {
  if (value.kind !== 'quantity') return sum;
  if (sum.kind !== 'quantity') return value;
  return { ...value, exact: sum.exact.add(value.exact), digits: Math.max(sum.digits, value.digits) };
}

/** B - A: increases unsigned, decreases with △; from nothing 순증. */
export function amountChange(before: Value, after: Value): string {
  if (before.kind === 'missing' || after.kind === 'missing') return '';
  if (before.kind === 'nil') return after.kind === 'quantity' ? '순증' : '';
  const to = after.kind === 'quantity' ? after : { ...before, exact: before.exact.mul(0) };
  return showValue({ ...to, exact: to.exact.sub(before.exact) }, Math.max(before.digits, to.digits));
}

function lastLine(text: string): string {
  return (text.split('\n').at(-1) ?? '').trim();
}
