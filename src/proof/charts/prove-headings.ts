// The titles of a chart and what it draws -> names, units and years in them that are of something else.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartMark, ChartWord, PlacedChart } from '../../document/chart-marks.ts';
import { KNOWN_UNITS, type Unit } from '../../figure/unit.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows, KnownRow } from './mark-numbers.ts';
import { isPainted } from './prove-values.ts';
import type { ScaleUse } from './scale-use.ts';
import { numbersIn, scaledBy } from './text-numbers.ts';

/** A year of a century that a plan speaks of: whole, or ’30; what stands behind it. */
const YEAR = /(?<!\d)(?:((?:19|20)\d\d)|[’'‘](\d\d))(?!\d)(.{0,4})/gu;
/** A day, or when something was counted: it is of no figure in the chart. */
const DATED = /^(?:년|\.)?[ .]*\d|기준|조사|발표|현재|말 /u;
/** What stands in brackets, and behind 단위. */
const UNITS = /\(([^()]{1,40})\)|단위 ?: ?([^()]{1,40})/gu;

export function proveHeadings(
  chart: PlacedChart,
  rows: ChartRows,
  uses: ReadonlyMap<number, ScaleUse>,
  typed: string,
  faults: ChartFaults,
): void {
  const marks = chart.marks.filter((mark) => isPainted(mark) && mark.rows.length > 0);
  const behind = (some: readonly ChartMark[]): readonly KnownRow[] =>
    some.flatMap((mark) => rows.groups(mark).flat());
  const titles = chart.words.filter(({ kind }) => kind === 'title');
  const hasOwn = titles.some((word) => marks.some(({ plot }) => isOf(word, plot)));
  for (const word of titles) {
    const near = marks.filter(({ plot }) => isOf(word, plot));
    const own = behind(near.length > 0 || hasOwn ? near : marks);
    if (own.length === 0) continue;
    proveYears(word, own, rows.all, typed, faults);
    if (word.part !== 'axis') proveName(word.text, own, rows, faults);
    proveUnits(word.text, own, chart, uses, faults);
  }
  chart.scales.forEach(({ titles }, index) => {
    const own = behind(marks.filter(({ measures }) => measures.some(({ scale }) => scale === index)));
    if (own.length > 0) for (const title of titles) proveName(title, own, rows, faults);
  });
}

function isOf({ plot: { x, y } }: ChartWord, plot: string): boolean {
  const [left, top] = plot.split(' ');
  return (
    (x !== undefined || y !== undefined) && (x === undefined || x === left) && (y === undefined || y === top)
  );
}

/** A year that is typed is one of the table; where the table has none, only a title of the chart has one. */
function proveYears(
  { text, part }: ChartWord,
  own: readonly KnownRow[],
  all: readonly KnownRow[],
  typed: string,
  faults: ChartFaults,
): void {
  const isTimed = own.some(({ named }) => named.period !== undefined);
  if (part === 'chart' && !isTimed) return;
  const known = all.map(({ named }) => [named.period ?? '', ...named.words].join(' ')).join(' ');
  for (const [, whole, short = '', rest = ''] of text.matchAll(YEAR)) {
    const year = whole ?? `20${short}`;
    if (known.includes(year) || DATED.test(rest) || !typed.includes(whole ?? short)) continue;
    faults.tell(
      'chart-other-title',
      `year ${text}`,
      korean`제목 ‘${text}’의 ‘${year}’은(는) 그린 표에 없는 연도입니다.`,
    );
  }
}

/** A title that names one figure is not over another. */
function proveName(text: string, own: readonly KnownRow[], { names }: ChartRows, faults: ChartFaults): void {
  const other = names.other(
    text,
    own.flatMap(({ named }) => named.words),
  );
  if (other !== undefined)
    faults.tell(
      'chart-other-title',
      `name ${text}`,
      korean`제목 ‘${text}’은(는) 여기에 그리지 않은 ‘${other}’을(를) 말합니다.`,
    );
}

/** A unit in a title is that of a figure, or of what is written beside the marks. */
function proveUnits(
  text: string,
  own: readonly KnownRow[],
  { scales, marks, words }: PlacedChart,
  uses: ReadonlyMap<number, ScaleUse>,
  faults: ChartFaults,
): void {
  const units = own.map(({ figure }) => figure.definition.unit);
  const titles = scales.flatMap((scale) => scale.titles);
  const written = [
    ...marks.flatMap(({ shape }) => (shape.kind === 'words' ? [shape.text] : [])),
    ...words.flatMap((word) => (word.kind === 'label' ? [word.text] : [])),
  ].join(' ');
  const hasShares = [...uses.values()].some(({ shares }) => shares) || written.includes('%');
  const isKnown = (unit: Unit): boolean =>
    units.some(
      (one) =>
        one.dimension === unit.dimension &&
        (one.scale.equals(unit.scale) || one.scale.mul(scaledBy(titles, one)).equals(unit.scale)),
    ) ||
    (unit.label === '%' && hasShares) ||
    numbersIn(written).some(({ behind }) => behind.startsWith(unit.label));
  for (const [, inside = '', behind = ''] of text.normalize('NFKC').matchAll(UNITS))
    for (const word of (inside || behind).replace(/^단위 ?: ?/u, '').split(/[,/·]| 및 /u)) {
      const unit = KNOWN_UNITS.named(word.trim());
      if (unit === undefined || isKnown(unit)) continue;
      faults.tell(
        units.some((one) => one.kind === unit.kind && one.dimension !== unit.dimension)
          ? 'chart-other-unit'
          : 'chart-other-text',
        `unit ${text}`,
        korean`제목 ‘${text}’의 단위 ‘${unit.label}’은(는) 그린 수치의 단위 ‘${[...new Set(units.map(({ label }) => label))].join(', ')}’와 다릅니다.`,
      );
    }
}
