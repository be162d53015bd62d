// The labels and places of a chart and the figures there -> figures that are called by the name, or the year, of others.
import { korean } from '../../diagnostic/particle.ts';
import type { PlacedChart } from '../../document/chart-marks.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows, KnownRow } from './mark-numbers.ts';
import { tight } from './names-in-words.ts';
import { isPainted } from './prove-values.ts';

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/gu;

export function proveCalled(chart: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  proveCategories(chart, faults);
  provePlaces(chart, rows, faults);
  const painted = chart.marks.filter(isPainted);
  for (const { scale, value, text, years } of chart.categories) {
    const behind = painted
      .filter(({ names }) => names.includes(value))
      .flatMap((mark) => rows.groups(mark).flat());
    proveName(text, behind, rows, `names ${scale}`, faults);
    if (behind.length === 0 && years === undefined && isOfNothing(value, text, chart, rows))
      faults.tell(
        'chart-untraced',
        `names ${scale}`,
        korean`이름표 ‘${text}’은(는) 그린 어느 수치의 것도 아닙니다.`,
      );
    const times = years ?? behind.flatMap(({ named }) => named.period ?? []);
    const said = (text.match(YEAR) ?? []).map(Number);
    const isOwn = behind.some(({ named }) => named.words.some((word) => tight(word) === tight(text)));
    if (times.length > 0 && said.length > 0 && !isOwn && !said.some((year) => times.includes(year)))
      faults.tell(
        'chart-other-place',
        `names ${scale}`,
        `${[...new Set(times)].join(', ')}년의 이름표가 ‘${text}’입니다.`,
      );
  }
  for (const mark of painted)
    if (mark.shape.kind === 'words')
      proveName(mark.shape.text, rows.groups(mark).flat(), rows, mark.set, faults);
}

/** Whether a category has words, no mark, and is no row's or column's that has no value. */
function isOfNothing(value: string, text: string, { marks }: PlacedChart, rows: ChartRows): boolean {
  return (
    /\p{L}/u.test(text) &&
    !/\d/u.test(value) &&
    !marks.some(({ names }) => names.includes(value)) &&
    !rows.all.some(({ named }) => named.words.some((name) => tight(name) === tight(value)))
  );
}

function proveName(
  text: string,
  behind: readonly KnownRow[],
  { names }: ChartRows,
  set: string,
  faults: ChartFaults,
): void {
  const own = behind.flatMap(({ named }) => named.words);
  const other = own.length === 0 ? undefined : names.other(text, own);
  if (other !== undefined)
    faults.tell(
      'chart-other-place',
      set,
      korean`‘${behind[0]?.named.label ?? ''}’을(를) ‘${text}’(으)로 부릅니다: ‘${other}’은(는) 다른 것의 이름입니다.`,
    );
}

/** No category is called by the name of another one of its scale. */
function proveCategories({ categories }: PlacedChart, faults: ChartFaults): void {
  const byScale = new Map<string, Set<string>>();
  for (const { scale, value } of categories) byScale.set(scale, (byScale.get(scale) ?? new Set()).add(value));
  for (const { scale, value, text } of categories)
    if (text !== value && byScale.get(scale)?.has(text) === true)
      faults.tell('chart-other-place', `names ${scale}`, `‘${value}’의 이름표가 ‘${text}’입니다.`);
}

/** A figure of its own stands at no place, and in no colour, that is another's, and at its own time. */
function provePlaces({ marks }: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  const all = new Set(rows.all.flatMap(({ named }) => named.names));
  for (const mark of marks.filter(isPainted)) {
    const groups = rows.groups(mark);
    const behind = groups.flat();
    const [first] = behind;
    if (first === undefined) continue;
    // What several are together is called by what all of them are, or by a name of its own.
    const isOwn = (name: string): boolean =>
      groups.some((group) => group.length > 1)
        ? behind.every(({ named }) => named.names.includes(name))
        : behind.some(({ named }) => named.names.includes(name));
    const other = mark.names.find((name) => all.has(name) && !isOwn(name));
    const { period, label } = first.named;
    const years = mark.places.flatMap((place) => place.years ?? []);
    if (other !== undefined)
      faults.tell('chart-other-place', mark.set, `‘${label}’의 수치가 ‘${other}’의 자리에 있습니다.`);
    else if (period !== undefined && years.length > 0 && !years.includes(period))
      faults.tell('chart-other-place', mark.set, `‘${label}’의 수치가 ${years[0]}년의 자리에 있습니다.`);
  }
}
