// Captions of tables (성별, 연령별, 연도별, 월별 …) -> those that no row or column bears out, while all of them are something else.
import { korean } from '../../diagnostic/particle.ts';
import { type CheckWords, derivedKind } from '../../plan/check-words.ts';
import { type AxisEntry, leavesOf, type StatisticsTable } from '../../plan/statistics-table.ts';
import type { Rule } from '../rule.ts';

type Division = CheckWords['divisions'][number];

export const captionDivision: Rule = {
  title: '제목이 무엇별이라고 한 표는 행이나 열이 그렇게 나뉘어 있어야 합니다.',
  reason: '제목과 내용이 다르면 어느 표를 옮기다 바뀌었는지 알 수 없습니다.',
  severity: 'warning',
  *find({ plan, words, document }) {
    const printed = new Set(document.blocks.map(({ id }) => id));
    for (const table of plan.tables.values()) {
      const { caption } = table;
      if (caption === undefined || table.isOfProgramme || !printed.has(table.id)) continue;
      const said = words.divisions.filter(({ says }) => says.some((word) => caption.text.includes(word)));
      const axes = [table.rows, table.columns].flatMap((axis) => levelsOf(axis, words));
      const wrong = said.find((one) => !axes.some((labels) => labels.some((label) => mayBe(label, one))));
      // Most tables have years, whatever they are divided by.
      const meant = words.divisions.filter(
        (one) => !one.periods && axes.some((labels) => isDivided(labels, one)),
      );
      if (wrong === undefined || meant.some((one) => said.includes(one))) continue;
      if (meant.length === 0 && !wrong.closed) continue;
      const [word = ''] = wrong.says.filter((one) => caption.text.includes(one));
      const is = meant.map(({ says }) => says[0]).join(', ');
      yield {
        subject: `${table.id} caption`,
        message:
          is === ''
            ? korean`표의 제목은 ‘${word}’(이)라고 하는데 그렇게 나뉜 행이나 열이 없습니다: ${firstOf(table)}`
            : korean`표의 제목은 ‘${word}’(이)라고 하는데 행과 열은 ${is}(으)로 나뉘어 있습니다: ${firstOf(table)}`,
        place: caption.place,
        stated: word,
        ...(is === '' ? {} : { computed: is }),
        remedy: '제목의 말을 고치거나 제 표를 놓습니다.',
      };
    }
  },
};

interface Label {
  readonly text: string;
  readonly period: boolean;
}

/** The labels of an axis, outermost groups and leaves apart. */
function levelsOf(
  axis: readonly AxisEntry[],
  { derived }: Pick<CheckWords, 'derived'>,
): readonly (readonly Label[])[] {
  if (axis.length === 0) return [];
  const own = axis.flatMap(({ label, period }): Label[] => {
    const text = label.text.replaceAll(/\s|\*\*/gu, '');
    return derivedKind(text, derived) === undefined ? [{ text, period: period !== undefined }] : [];
  });
  return [
    own,
    ...levelsOf(
      axis.flatMap(({ children }) => children),
      { derived },
    ),
  ];
}

/** Whether the label ends as those of the kind do, or has the unit behind a number. */
function isOf({ text, period }: Label, { periods, labels, units }: Division): boolean {
  if (period) return periods;
  const counted = (unit: string) => {
    const at = text.indexOf(unit);
    return at > 0 && /\d/u.test(text.charAt(at - 1));
  };
  return labels.some((word) => text.endsWith(word)) || units.some(counted);
}

/** Whether it may be one of the kind after all. */
function mayBe(label: Label, division: Division): boolean {
  return isOf(label, division) || division.labels.some((word) => label.text.includes(word));
}

/** Most of its labels, and more than one, are of the kind. */
function isDivided(labels: readonly Label[], division: Division): boolean {
  const own = labels.filter((label) => isOf(label, division)).length;
  return own >= 2 && own * 5 >= labels.length * 4;
}

function firstOf({ rows }: StatisticsTable): string {
  const labels = leavesOf(rows).map((path) => path.at(-1)?.label.text.replaceAll(/\s+/gu, ' ') ?? '');
  return `${labels.slice(0, 3).join(', ')}${labels.length > 3 ? ' …' : ''}`;
}
