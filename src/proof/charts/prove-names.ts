// The marks of a chart and the words beside them -> marks of which nobody can tell what they are of.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartMark, PlacedChart } from '../../document/chart-marks.ts';
import type { Theme } from '../../document/theme.ts';
import type { ChartFaults } from './chart-faults.ts';
import { Looks } from './look-alike.ts';
import type { ChartRows } from './mark-numbers.ts';
import { tight } from './names-in-words.ts';
import { runsOf } from './prove-order.ts';
import { isPainted } from './prove-values.ts';
import { acrossOf } from './shape-ends.ts';

/** Points along an axis that a label may stand beside the middle of its category. */
const BESIDE = 6;
/** Years and other numbers: who reads two of them knows the others. */
const COUNTED = /^[’'\d.,~\-년월분기 ]+$/u;
/** A number with what stands right behind it. */
const NUMBER = /[△▲−-]?\d[\d,.]*[^\s\d]*/gu;
/** What is not named twice within a plot is read off its place; a shorter name might be part of another word. */
const LEAST_INSIDE = 2;

export function proveNames(
  chart: PlacedChart,
  rows: ChartRows,
  theme: Pick<Theme, 'colours'>,
  faults: ChartFaults,
): void {
  const painted = chart.marks.filter(isPainted);
  const shown = painted.filter(
    ({ shape, rows: refs, measures }) =>
      shape.kind !== 'words' &&
      refs.length > 0 &&
      refs.every(({ length }) => length === 1) &&
      // A line at 0 is no figure's.
      (shape.kind !== 'segment' || measures.some(({ follows }) => follows)),
  );
  const seen = new SeenNames(chart, painted, rows);
  proveLabels(shown, seen, faults);
  proveAxisLabels(chart.categories, faults);
  const looks = new Looks(theme);
  proveSeries(shown, seen, rows, looks, faults);
  provePlots(chart, shown, seen, rows, faults);
  proveLegend(chart, shown, looks, faults);
}

/** The names that can be read somewhere in the chart. */
class SeenNames {
  readonly #values: ReadonlyMap<string, string>;
  readonly #texts: readonly string[];
  readonly #named = new Map<string, string[]>();
  readonly #atPlaces = new Set<string>();
  readonly #lines: ReadonlyMap<ChartMark, readonly ChartMark[]>;
  readonly #rows: ChartRows;
  readonly labels: PlacedChart['categories'];

  constructor({ categories, words }: PlacedChart, painted: readonly ChartMark[], rows: ChartRows) {
    this.#rows = rows;
    this.labels = categories;
    this.#lines = new Map(runsOf(painted).flatMap((run) => run.map((mark) => [mark, run] as const)));
    this.#values = new Map(categories.map(({ value, text }) => [value, text]));
    const titles = words.filter(({ kind }) => kind === 'title');
    const texts = [...titles, ...categories].map(({ text }) => text);
    for (const mark of painted) {
      const { shape, rows: refs, places } = mark;
      if (shape.kind !== 'words') continue;
      const own = tight(shape.text);
      const isName = this.namesOf(mark).some((name) => tight(name) === own);
      if (!isName && shape.text.replaceAll(NUMBER, '').trim() === '') continue;
      texts.push(shape.text);
      for (const ref of refs.flat()) this.#named.set(ref, [...(this.#named.get(ref) ?? []), own]);
      for (const { value } of places) if (value !== undefined) this.#atPlaces.add(value);
    }
    this.#texts = texts.map(tight);
  }

  /** Whether a category has words, at an axis, in a legend or at its place. */
  hasWords(value: string): boolean {
    return this.#values.has(value) || this.#atPlaces.has(value);
  }

  textOf(value: string): string | undefined {
    return this.#values.get(value);
  }

  /** Whether one of these can be read anywhere. */
  isSaid(names: readonly string[]): boolean {
    return names.some((name) => {
      if (this.#values.has(name)) return true;
      const own = tight(name);
      return this.#texts.some((text) => text === own || (own.length >= LEAST_INSIDE && text.includes(own)));
    });
  }

  /** Whether words of its own stand at the mark, of a line anywhere along it. */
  isSaidAt(mark: ChartMark, names: readonly string[]): boolean {
    const refs = (this.#lines.get(mark) ?? [mark]).flatMap((one) => one.rows.flat());
    const texts = refs.flatMap((ref) => this.#named.get(ref) ?? []);
    return texts.some((text) => names.some((name) => text.includes(tight(name))));
  }

  namesOf(mark: ChartMark): readonly string[] {
    return [
      ...mark.names,
      ...this.#rows
        .groups(mark)
        .flat()
        .flatMap(({ named }) => named.names),
    ];
  }
}

function isCounted(text: string): boolean {
  return COUNTED.test(text);
}

/** Categories that marks stand at are called by a name; of years and numbers two are enough. */
function proveLabels(shown: readonly ChartMark[], seen: SeenNames, faults: ChartFaults): void {
  const scales = new Map<string, Set<string>>();
  const times = new Map<string, Set<string>>();
  for (const { places, shape } of shown)
    for (const { scale, value } of places) {
      const own = (value === undefined ? times : scales).get(scale) ?? new Set();
      (value === undefined ? times : scales).set(scale, own);
      own.add(value ?? ('x' in shape ? shape.x.toFixed(0) : JSON.stringify(shape)));
    }
  for (const [scale, values] of scales) {
    if (values.size < 2) continue;
    const missing = [...values].filter((value) => !seen.hasWords(value));
    const texts = [...values].flatMap((value) => seen.textOf(value) ?? []);
    const areCounted = texts.length > 1 && texts.every(isCounted);
    if (missing.length > 0 && !areCounted)
      faults.tell(
        'chart-unnamed',
        `labels ${scale}`,
        `축의 ‘${missing[0]}’ 등 ${missing.length}개에 이름이 없습니다.`,
      );
  }
  for (const [scale, places] of times)
    if (places.size > 1 && seen.labels.filter((label) => label.scale === scale).length < 2)
      faults.tell('chart-unnamed', `labels ${scale}`, '시간 축에 이름이 없습니다.');
}

/** Labels of an axis stand at their categories, and no two of them are alike. */
function proveAxisLabels(labels: PlacedChart['categories'], faults: ChartFaults): void {
  const texts = new Map<string, string>();
  for (const { scale, value, text, away = 0 } of labels) {
    if (away > BESIDE)
      faults.tell('chart-other-place', `labels ${scale}`, `축의 이름표 ‘${text}’: 제자리에 있지 않습니다.`);
    const key = JSON.stringify([scale, text]);
    const other = texts.get(key);
    texts.set(key, value);
    if (other !== undefined && other !== value && text.trim() !== '' && !isCounted(text))
      faults.tell('chart-alike', `labels ${scale}`, `이름표 ‘${text}’ 하나로 여럿을 부릅니다.`);
  }
}

/** Small charts side by side that show several figures of one place say of what each is, or have a title each. */
function provePlots(
  { words }: PlacedChart,
  shown: readonly ChartMark[],
  seen: SeenNames,
  rows: ChartRows,
  faults: ChartFaults,
): void {
  const plots = new Set(shown.map(({ plot }) => plot));
  if (words.filter(({ kind }) => kind === 'title').length >= plots.size) return;
  const places = new Map<string, ChartMark>();
  for (const mark of shown) {
    const key = mark.places.flatMap(({ value }) => value ?? []).join(' ');
    const first = places.get(key) ?? mark;
    places.set(key, first);
    if (key === '' || first.plot === mark.plot || JSON.stringify(first.rows) === JSON.stringify(mark.rows))
      continue;
    const [own, others] = [seen.namesOf(mark), seen.namesOf(first)];
    const [apart, otherwise] = [
      own.filter((name) => !others.includes(name)),
      others.filter((name) => !own.includes(name)),
    ];
    if (apart.length > 0 && otherwise.length > 0 && !seen.isSaid(apart) && !seen.isSaid(otherwise))
      faults.tell(
        'chart-unnamed',
        'plots',
        korean`나란한 그림에서 ‘${labelOf(first, rows)}’와(과) ‘${labelOf(mark, rows)}’을(를) 알려 주는 이름이 없습니다.`,
      );
  }
}

/** A legend has the colours of the marks. */
function proveLegend(
  { categories }: PlacedChart,
  shown: readonly ChartMark[],
  looks: Looks,
  faults: ChartFaults,
): void {
  const symbols = new Map(
    categories.flatMap(({ value, text, symbol }) =>
      symbol === undefined ? [] : [[value, { text, symbol }]],
    ),
  );
  for (const mark of shown) {
    const own = mark.fill ?? mark.stroke;
    const found = mark.colours.flatMap((value) => symbols.get(value) ?? [])[0];
    if (
      own !== undefined &&
      found !== undefined &&
      looks.differ(found.symbol.endsWith('%') ? own : wholeOf(own), found.symbol)
    )
      faults.tell('chart-other-place', 'legend', `범례의 ‘${found.text}’ 색이 그림의 색과 다릅니다.`);
  }
}

/** A colour without its tint: what is paler than its legend is the same. */
function wholeOf(colour: string): string {
  return colour.replace(/ [\d.]+%$/u, '');
}

function labelOf(mark: ChartMark, rows: ChartRows): string {
  return rows.groups(mark).flat()[0]?.named.label ?? '';
}

/** Figures at one place of a plot look different, and their names can be read. */
function proveSeries(
  shown: readonly ChartMark[],
  seen: SeenNames,
  rows: ChartRows,
  looks: Looks,
  faults: ChartFaults,
): void {
  const places = new Map<string, Map<string, ChartMark>>();
  for (const mark of shown) {
    const key = `${mark.plot} ${placeOf(mark)}`;
    const own = places.get(key) ?? new Map<string, ChartMark>();
    places.set(key, own);
    const figure = `${JSON.stringify(mark.rows)} ${mark.shape.kind}`;
    if (!own.has(figure)) own.set(figure, mark);
  }
  for (const marks of places.values()) {
    const all = [...marks.values()];
    if (new Set(all.map((mark) => JSON.stringify(mark.rows))).size < 2) continue;
    const names = new Map(all.map((mark) => [mark, seen.namesOf(mark)]));
    /** What one is called and the other is not. */
    const apart = (one: ChartMark, other: ChartMark): readonly string[] => {
      const known = new Set(names.get(other));
      return (names.get(one) ?? []).filter((name) => !known.has(name));
    };
    all.forEach((one, index) => {
      for (const other of all.slice(index + 1)) {
        if (JSON.stringify(one.rows) === JSON.stringify(other.rows)) continue;
        const [own, others] = [apart(one, other), apart(other, one)];
        const isOne = own.length === 0 || others.length === 0;
        if (isOne) continue;
        const said = korean`‘${labelOf(one, rows)}’와(과) ‘${labelOf(other, rows)}’`;
        if (looks.areAlike(one, other)) {
          if (!seen.isSaidAt(one, own) && !seen.isSaidAt(other, others))
            faults.tell(
              isLoose(one) ? 'chart-alike' : 'chart-look-alike',
              `${one.set} ${other.set}`,
              korean`${said}을(를) 모양과 색으로 구별할 수 없습니다.`,
            );
        } else if (!seen.isSaid(own) && !seen.isSaid(others))
          faults.tell(
            'chart-unnamed',
            `${one.set} ${other.set}`,
            `${said} 가운데 어느 것인지 알려 주는 이름이 없습니다.`,
          );
      }
    });
  }
}

/** Points and ticks may only show how values are spread. */
function isLoose({ shape, style }: ChartMark): boolean {
  return shape.kind === 'point' || shape.kind === 'segment' || (shape.kind === 'box' && style !== 'bar');
}

/** The categories at which a mark stands, or where it stands across its measure. */
function placeOf({ places, measures, shape }: ChartMark): string {
  const values = places.flatMap(({ value }) => value ?? []);
  if (values.length > 0) return values.join(' ');
  return acrossOf(shape, measures[0]?.channel ?? 'x');
}
