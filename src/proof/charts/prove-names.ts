// The marks of a chart and the words beside them -> marks of which nobody can tell what they are of.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartMark, PlacedChart } from '../../document/chart-marks.ts';
import type { Theme } from '../../document/theme.ts';
import type { ChartFaults } from './chart-faults.ts';
import { Looks } from './look-alike.ts';
import type { ChartRows } from './mark-numbers.ts';
import { runsOf } from './prove-order.ts';
import { isPainted } from './prove-values.ts';
import { acrossOf } from './shape-ends.ts';

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
  proveSeries(shown, seen, rows, new Looks(theme), faults);
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
    const texts = [...words.map(({ text }) => text), ...categories.map(({ text }) => text)];
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

function tight(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
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
    const isCounted = texts.length > 1 && texts.every((text) => COUNTED.test(text));
    if (missing.length > 0 && !isCounted)
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
    const labelOf = (mark: ChartMark): string => rows.groups(mark).flat()[0]?.named.label ?? '';
    all.forEach((one, index) => {
      for (const other of all.slice(index + 1)) {
        if (JSON.stringify(one.rows) === JSON.stringify(other.rows)) continue;
        const [own, others] = [apart(one, other), apart(other, one)];
        const isOne = own.length === 0 || others.length === 0;
        if (isOne) continue;
        const said = korean`‘${labelOf(one)}’와(과) ‘${labelOf(other)}’`;
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
