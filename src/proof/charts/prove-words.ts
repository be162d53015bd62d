// The words of a chart -> each number that is not its figure's, and each name that is another's.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartMark, ChartRef, ChartScale, PlacedChart } from '../../document/chart-marks.ts';
import { showFigure } from '../../figure/show.ts';
import { KNOWN_UNITS, UNITS } from '../../figure/unit.ts';
import type { ChartFaults } from './chart-faults.ts';
import { type ChartRows, type KnownRow, valuesOf } from './mark-numbers.ts';
import type { SaidNumber } from './numerals.ts';
import { isPainted } from './prove-values.ts';
import { placeOnScale } from './scale-places.ts';
import type { ScaleUse } from './scale-use.ts';
import { type Counted, numbersIn, says, saysOf, scaleBehind, scaledBy } from './text-numbers.ts';

/** Points by which a label may stand beside its value. */
const BESIDE = 1.5;

export function proveWords(
  chart: PlacedChart,
  rows: ChartRows,
  uses: ReadonlyMap<number, ScaleUse>,
  faults: ChartFaults,
): void {
  const anyName = numbersOfNames(rows.all);
  const drawn = new Map([...uses.values()].flatMap(({ shareOf }) => [...shareOf]));
  for (const mark of chart.marks) if (isPainted(mark)) proveText(mark, chart, rows, anyName, drawn, faults);
  chart.scales.forEach((scale, index) => {
    const use = uses.get(index);
    if (use !== undefined) proveAxis(scale, use, unitOn(index, chart, rows), String(index), faults);
  });
}

/** The numbers in the names of rows. */
function numbersOfNames(rows: readonly KnownRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ named }) => named.words.flatMap(numbersIn).map(({ text }) => text)));
}

function proveText(
  mark: ChartMark,
  chart: PlacedChart,
  rows: ChartRows,
  anyName: ReadonlySet<string>,
  drawnShares: ReadonlyMap<ChartRef, number>,
  faults: ChartFaults,
): void {
  if (mark.shape.kind !== 'words') return;
  const { text } = mark.shape;
  const behind = rows.groups(mark).flat();
  const names = numbersOfNames(behind);
  const shownTexts = new Set(
    behind.flatMap(({ figure }) => numbersIn(showFigure(figure)).map((said) => said.text)),
  );
  const numbers = rows.numbersOf(mark);
  const shares = [...sharesIn(mark, chart, rows), ...drawnAs(mark, drawnShares)];
  const unit = behind[0]?.figure.definition.unit;
  for (const said of numbersIn(text)) {
    if (names.has(said.text)) continue;
    if (unit === undefined) {
      if (!anyName.has(said.text))
        faults.tell('chart-typed-value', mark.set, `적어 넣은 글자 ‘${text}’에 수가 있습니다.`);
      continue;
    }
    const own = unit.scale.valueOf();
    if (shownTexts.has(said.text) && (scaleBehind(said, unit) ?? own) === own) {
      const isPart = said.behind.startsWith('%') && shares.some((share) => says(said, share));
      if (!isPart) proveUnit(text, said, unit, mark.set, faults);
      continue;
    }
    const divided = scaledBy(
      chart.scales.flatMap(({ titles }) => titles),
      unit,
    );
    const shown = { ...unit, scale: unit.scale.mul(divided) };
    const isSaid = (one: SaidNumber): boolean =>
      numbers.some((number) => saysOf(one, number, unit) || saysOf(one, number / divided.valueOf(), shown));
    const digits = behind.length === 1 ? digitsOf(behind[0]) : said.digits;
    // Of 1 or of 100; a count of a few people is no share.
    const isShare =
      (said.digits > 0 || said.behind.startsWith('%')) && shares.some((share) => says(said, share));
    if (isShare) continue;
    if (isSaid({ ...said, digits: Math.max(said.digits, digits) })) {
      proveUnit(text, said, unit, mark.set, faults);
      continue;
    }
    if (isSaid(said))
      faults.tell(
        'chart-rounded-text',
        mark.set,
        `‘${text}’: 수치를 반올림한 글자입니다(수치 ${ownText(behind)}).`,
      );
    else
      faults.tell(
        'chart-other-text',
        mark.set,
        `‘${behind[0]?.named.label ?? ''}’의 글자가 ‘${text}’인데 수치는 ${ownText(behind)}입니다.`,
      );
  }
}

/** What stands behind a number counts what the figure counts. */
function proveUnit(
  text: string,
  { behind }: SaidNumber,
  unit: Counted,
  set: string,
  faults: ChartFaults,
): void {
  const other = KNOWN_UNITS.leading(behind, (rest) => !/^\p{L}/u.test(rest))?.unit;
  if (other === undefined || other.dimension === unit.dimension) return;
  faults.tell(
    other.kind === unit.kind ? 'chart-other-unit' : 'chart-other-text',
    `unit ${set}`,
    korean`‘${text}’의 단위 ‘${other.label}’이(가) 수치의 단위 ‘${unit.label}’와(과) 다릅니다.`,
  );
}

function ownText(behind: readonly KnownRow[]): string {
  return behind
    .slice(0, 3)
    .map(({ figure }) => `‘${showFigure(figure)}’`)
    .join(', ');
}

function digitsOf(row: KnownRow | undefined): number {
  return row?.figure.effective.kind === 'quantity' ? row.figure.effective.digits : 0;
}

/** The share that the one figure behind it is drawn as, of 1 and of 100. */
function drawnAs({ rows }: ChartMark, shares: ReadonlyMap<ChartRef, number>): readonly number[] {
  const [only, more] = rows.flat();
  const share = only === undefined || more !== undefined ? undefined : shares.get(only);
  return share === undefined ? [] : [share, 100 * share];
}

/** Its part of all that is drawn alike, of 1 and of 100. */
function sharesIn(mark: ChartMark, { marks }: PlacedChart, rows: ChartRows): readonly number[] {
  const sum = (one: ChartMark): number =>
    valuesOf(rows.groups(one).flat()).reduce((total, value) => total + Math.max(value, 0), 0);
  const whole = marks.reduce((total, one) => total + (one.set === mark.set ? sum(one) : 0), 0);
  return whole === 0 ? [0] : [sum(mark) / whole, (100 * sum(mark)) / whole];
}

/** The unit of what is shown by a scale, as its titles have it. */
function unitOn(index: number, { marks, scales }: PlacedChart, rows: ChartRows): Counted {
  const shown = marks.find(
    (mark) => mark.rows.length > 0 && mark.measures.some(({ scale }) => scale === index),
  );
  const unit = shown && rows.groups(shown).flat()[0]?.figure.definition.unit;
  if (unit === undefined) return UNITS.배;
  return { ...unit, scale: unit.scale.mul(scaledBy(scales[index]?.titles ?? [], unit)) };
}

/** Labels say the value that they stand at. */
function proveAxis(scale: ChartScale, use: ScaleUse, unit: Counted, set: string, faults: ChartFaults): void {
  for (const { value, text, at } of scale.labels) {
    const [said] = numbersIn(text);
    if (said === undefined) continue;
    const meant = use.mirrored ? Math.abs(value) : value;
    const isShare = use.shares && said.behind.startsWith('%') && says(said, 100 * meant);
    if (!saysOf(said, meant, unit) && !isShare)
      faults.tell('chart-other-text', `axis ${set}`, `눈금 ${value}의 글자가 ‘${text}’입니다.`);
    else if (Math.abs(placeOnScale(scale, value) - at) > BESIDE)
      faults.tell('chart-other-text', `axis ${set}`, `눈금 글자 ‘${text}’: 제 값의 자리에 있지 않습니다.`);
    else if (!isShare) proveUnit(text, said, unit, `axis ${set}`, faults);
  }
}
