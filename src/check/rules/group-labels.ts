// group-labels: rows or columns by age or size that overlap, leave a gap, or stand out of order.
import { korean } from '../../diagnostic/particle.ts';
import type { AxisEntry, StatisticsTable } from '../../plan/statistics-table.ts';
import type { PrintedAt } from '../figures/headings.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type Group, groupsIn, groupText, sameGroup } from '../text/groups.ts';
import { lineOf } from '../text/line.ts';

/** Fewer make no division into groups. */
const FEWEST = 3;

export const groupLabels: Rule = {
  title: '나이나 규모로 나눈 행과 열은 겹치거나 비는 데 없이 차례로 이어져야 합니다.',
  reason: '구간이 겹치거나 비면 한 사람이 두 번 세이거나 빠진 것으로 읽힙니다.',
  severity: 'error',
  *find({ plan, printed }: CheckInput) {
    for (const table of plan.tables.values())
      for (const axis of [table.rows, table.columns]) yield* broken(table, axis, printed);
  },
};

interface Labelled {
  readonly entry: AxisEntry;
  readonly text: string;
  readonly group: Group;
}

function* broken(table: StatisticsTable, axis: readonly AxisEntry[], printed: PrintedAt): Iterable<Found> {
  for (const entry of axis) yield* broken(table, entry.children, printed);
  const labelled = axis.flatMap((entry): Labelled[] => {
    const text = printed(entry.label.place);
    const words = text === undefined ? '' : lineOf(text).text;
    const [group] = groupsIn(words);
    return group === undefined ? [] : [{ entry, text: words, group }];
  });
  // Rows of different rates each name the ages they are of; they divide nothing.
  const measures = new Set(labelled.map(({ group }) => group.measure));
  if (labelled.length < FEWEST || measures.size > 1) return;
  if (!labelled.every(({ text, group }) => isNothingElse(text, group))) return;
  for (const [index, next] of labelled.entries()) {
    const last = labelled[index - 1];
    if (last === undefined || next.group.from === last.group.to + 1) continue;
    const word =
      next.group.from <= last.group.to ? '구간이 겹치거나 차례가 어긋납니다' : '두 구간 사이가 빕니다';
    yield {
      subject: `${table.id} ${last.entry.id} ${next.entry.id}`,
      cause: `group-labels ${table.id} ${labelled.map(({ entry }) => entry.id).join(' ')}`,
      message: `‘${last.text}’ 다음이 ‘${next.text}’이어서 ${word}.`,
      place: next.entry.label.place,
      related: [{ place: last.entry.label.place, note: `앞 구간 ‘${last.text}’` }],
      stated: next.text,
      computed: `${last.group.to + 1}부터`,
      formula: '앞 구간의 끝 + 1',
      remedy: '두 구간이 이어지도록 이름을 고칩니다.',
    };
  }
  const first = labelled[0];
  const end = labelled.at(-1);
  if (first === undefined || end === undefined || first.group.from === 0) return;
  if (end.group.to === Number.POSITIVE_INFINITY && first.group.from > 1)
    yield {
      subject: `${table.id} ${first.entry.id} first`,
      message: `첫 구간이 ‘${first.text}’이어서 그 아래가 빕니다.`,
      place: first.entry.label.place,
      stated: first.text,
      remedy: korean`첫 구간을 ‘${groupText({ ...first.group, from: 0 })}’(으)로 고칩니다.`,
    };
}

/** Whether the label is the group alone: 15 ~ 19세, not 고용률(15세~64세). */
function isNothingElse(text: string, group: Group): boolean {
  const [mention] = groupsIn(text);
  return (
    mention !== undefined &&
    sameGroup(mention, group) &&
    text.replace(mention.text, '').replace(/[\s()만]/gu, '') === ''
  );
}
