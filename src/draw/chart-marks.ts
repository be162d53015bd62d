// A Vega scenegraph and the compiled specification -> every mark with the rows behind it, its scales and its place.

import type {
  AxisLabel,
  CategoryLabel,
  ChartChannel,
  ChartMark,
  ChartMeasure,
  ChartRef,
  ChartScale,
  ChartShape,
} from '../document/chart-marks.ts';
import type { InkOf } from './chart-ink.ts';
import { referencesOf } from './chart-rows.ts';
import {
  CHANNELS,
  categoryPlaces,
  coloursOf,
  middleOf,
  numericIn,
  placesOf,
  type Scales,
  scaleIn,
  scaleNames,
  type VegaScale,
  yearsOf,
} from './chart-scales.ts';
import { shapeOf, wordsOf } from './chart-shapes.ts';
import type { SceneItem, SceneMark } from './scene-item.ts';

/** A mark, and the numbers that its measures show: what they are compared by when the figures change. */
export interface FoundMark {
  readonly mark: ChartMark;
  readonly shown: readonly (readonly number[])[];
}

/** Points by which the middle of a mark may lie beyond the edge of its plot. */
const EDGE = 2;
/** Square points of the smallest symbol in a legend. */
const LEAST_SYMBOL = 4;

interface MutableScale extends ChartScale {
  readonly labels: AxisLabel[];
  readonly titles: string[];
}

/** Where a mark stands: its group's corner in the drawing, and the scales that are known there. */
interface Scope {
  readonly x: number;
  readonly y: number;
  readonly scales: Scales;
  /** How large the group is. */
  readonly width: number;
  readonly height: number;
}

export class MarkReader {
  readonly found: FoundMark[] = [];
  readonly scales: MutableScale[] = [];
  readonly categories: CategoryLabel[] = [];
  readonly #known = new Map<VegaScale, Map<string, number>>();
  readonly #encoders: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly #styles: ReadonlyMap<string, string>;
  readonly #field: string;
  readonly #inkOf: InkOf;

  /** `field` holds the references of rows. */
  constructor(compiled: unknown, field: string, inkOf: InkOf) {
    const definitions = namedMarks(compiled);
    this.#encoders = new Map(definitions.map(({ name, update }) => [name, update]));
    this.#styles = new Map(definitions.map(({ name, style }) => [name, style]));
    this.#field = field;
    this.#inkOf = inkOf;
  }

  read(root: SceneMark): void {
    this.#mark(root, { x: -root.bounds.x1, y: -root.bounds.y1, scales: {}, width: 0, height: 0 });
  }

  #mark(mark: SceneMark, scope: Scope): void {
    if (mark.marktype === 'group') {
      for (const item of mark.items) this.#group(item, mark.role, scope);
    } else if (mark.role === 'mark') {
      const [first] = mark.items;
      const isLine = mark.marktype === 'line' || mark.marktype === 'area';
      mark.items.forEach((item, index) => {
        const before = mark.items[index - 1];
        const joined = before !== undefined && before.defined !== false;
        // All of a line has the look of its first corner.
        this.#item(item, mark, scope, joined, isLine && first !== undefined ? first : item);
      });
    }
  }

  #group(item: SceneItem, role: string | undefined, scope: Scope): void {
    const own = item.context?.scales;
    const inner = {
      x: scope.x + (item.x ?? 0),
      y: scope.y + (item.y ?? 0),
      scales: own ?? scope.scales,
      width: item.width ?? 0,
      height: item.height ?? 0,
    };
    if (role === 'axis') this.#axis(item, scope, inner);
    else if (role === 'legend') this.#legend(item);
    else for (const mark of item.items ?? []) this.#mark(mark, inner);
  }

  /** The labels and titles of an axis, given to its scale. */
  #axis(item: SceneItem, scope: Scope, { x, y }: Scope): void {
    const name = item.datum?.scale;
    const channel = item.orient === 'left' || item.orient === 'right' ? 'y' : 'x';
    const scale = typeof name === 'string' ? this.#scale(name, channel, scope) : undefined;
    const own = scale === undefined ? undefined : this.scales[scale];
    const labels = (item.items ?? []).flatMap((mark) => (mark.role === 'axis-label' ? mark.items : []));
    // Where two are written, others are left out for want of room.
    const isThinned = labels.filter((part) => wordsOf(part).trim() !== '' && this.#isInked(part)).length > 1;
    for (const mark of item.items ?? [])
      for (const part of mark.items) {
        const text = wordsOf(part);
        if (text === '' || !(this.#isInked(part) || (isThinned && part.opacity === 0))) continue;
        if (mark.role === 'axis-title') own?.titles.push(text);
        const value = part.datum?.value;
        if (mark.role !== 'axis-label') continue;
        const at = channel === 'x' ? (part.x ?? 0) : (part.y ?? 0);
        if (own === undefined) {
          const middle = middleOf(scope.scales, String(name), value);
          const away = middle === undefined ? {} : { away: Math.abs(at - middle) };
          const years = yearsOf(scope.scales, String(name), value);
          const times = years.length === 0 ? {} : { years };
          this.categories.push({ scale: String(name), value: String(value), text, ...away, ...times });
        } else if (typeof value === 'number')
          own.labels.push({ value, text, at: (channel === 'x' ? x : y) + at });
      }
  }

  #legend({ items = [] }: SceneItem): void {
    const symbols = items.flatMap((mark) => (mark.role === 'legend-symbol' ? mark.items : []));
    for (const mark of items)
      for (const part of mark.items) {
        const text = wordsOf(part);
        if (mark.role !== 'legend-label') this.#legend(part);
        else if (text !== '' && this.#isInked(part)) {
          const value = part.datum?.value;
          const own = symbols.find(({ datum }) => datum?.value === value);
          const symbol = own && (this.#ink(own, 'fill') ?? this.#ink(own, 'stroke'));
          // Without its symbol a name in a legend names nothing.
          if (own !== undefined && (symbol === undefined || (own.size ?? LEAST_SYMBOL) < LEAST_SYMBOL))
            continue;
          const painted = symbol === undefined ? {} : { symbol };
          this.categories.push({ scale: 'legend', value: String(value), text, ...painted });
        }
      }
  }

  #ink(item: SceneItem, part: 'fill' | 'stroke'): string | undefined {
    const { opacity = 1, fillOpacity = 1, strokeOpacity = 1 } = item;
    return this.#inkOf(item[part], opacity * (part === 'fill' ? fillOpacity : strokeOpacity));
  }

  #isInked(item: SceneItem): boolean {
    return this.#ink(item, 'fill') !== undefined;
  }

  #item(
    item: SceneItem,
    { marktype, name = '' }: SceneMark,
    scope: Scope,
    joined: boolean,
    look: SceneItem,
  ): void {
    const update = this.#encoders.get(name) ?? {};
    const shape = shapeOf(marktype, item, scope, joined);
    if (shape === undefined) return;
    const style = this.#styles.get(name) ?? marktype;
    const measures: ChartMeasure[] = [];
    const shown: (readonly number[])[] = [];
    for (const channel of marktype === 'text' ? [] : CHANNELS) {
      const scaleName = scaleIn(update, channel, (one) => numericIn(scope.scales, one) !== undefined);
      const scale = scaleName === undefined ? undefined : this.#scale(scaleName, channel, scope);
      if (scaleName === undefined || scale === undefined) continue;
      const centred = scaleNames(update[`${channel}c`]).includes(scaleName);
      measures.push({ channel, scale, centred, follows: true });
      const own = numericIn(scope.scales, scaleName);
      shown.push(placesOf(channel, item).map((place) => own?.invert?.(place) ?? place));
    }
    const colours = coloursOf(update, item, scope.scales);
    const places = categoryPlaces(update, item, scope.scales);
    const { opacity = 1, fillOpacity = 1, strokeOpacity = 1, strokeWidth = 1 } = look;
    const isOpen = marktype === 'line' || marktype === 'rule';
    const fill = isOpen ? undefined : this.#inkOf(look.fill, opacity * fillOpacity);
    const stroke =
      marktype === 'text' || strokeWidth <= 0 ? undefined : this.#inkOf(look.stroke, opacity * strokeOpacity);
    const mark: ChartMark = {
      set: name,
      style,
      rows: referencesOf(item.datum, this.#field),
      measures,
      names: [...places.flatMap(({ value }) => value ?? []), ...colours],
      colours,
      places,
      plot: `${scope.x.toFixed(1)} ${scope.y.toFixed(1)}`,
      outside: isOutside(shape, scope),
      shape,
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke }),
      lineWidth: strokeWidth,
      dash: look.strokeDash ?? [],
    };
    this.found.push({ mark, shown });
  }

  /** The index of a scale of numbers as it is used by a channel in a group. */
  #scale(name: string, channel: ChartChannel, { x, y, scales }: Scope): number | undefined {
    const scale = numericIn(scales, name);
    if (scale === undefined) return undefined;
    const offset = channel === 'x' ? x : channel === 'y' ? y : 0;
    const key = `${channel} ${x} ${y}`;
    const uses = this.#known.get(scale) ?? new Map<string, number>();
    this.#known.set(scale, uses);
    const known = uses.get(key);
    if (known !== undefined) return known;
    uses.set(key, this.scales.length);
    this.scales.push({
      channel,
      type: scale.type as ChartScale['type'],
      domain: scale.domain().map(Number),
      range: scale.range().map((place) => Number(place) + offset),
      exponent: scale.exponent?.() ?? 1,
      constant: scale.constant?.() ?? 1,
      labels: [],
      titles: [],
    });
    return this.scales.length - 1;
  }
}

/** Whether the middle of a shape lies beyond the edges of its group, its line or half a point left aside. */
function isOutside(shape: ChartShape, { x, y, width, height }: Scope): boolean {
  const [left, top] =
    shape.kind === 'box'
      ? [(shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2]
      : shape.kind === 'segment'
        ? [(shape.x + shape.x2) / 2, (shape.y + shape.y2) / 2]
        : [shape.x, shape.y];
  return left < x - EDGE || left > x + width + EDGE || top < y - EDGE || top > y + height + EDGE;
}

/** The rows that are to be seen among these marks. */
export function rowsSeen(found: readonly FoundMark[]): ReadonlySet<ChartRef> {
  return new Set(found.flatMap(({ mark }) => (isPainted(mark) ? mark.rows.flat() : [])));
}

function isPainted({ fill, stroke, shape }: ChartMark): boolean {
  return (fill ?? stroke) !== undefined && (shape.kind !== 'words' || shape.text.trim() !== '');
}

interface NamedMark {
  readonly name: string;
  readonly style: string;
  readonly update: Readonly<Record<string, unknown>>;
}

/** The marks of a compiled specification, which Vega-Lite names each. */
function namedMarks(spec: unknown): readonly NamedMark[] {
  if (typeof spec !== 'object' || spec === null || !('marks' in spec) || !Array.isArray(spec.marks))
    return [];
  return spec.marks.flatMap((mark: unknown): readonly NamedMark[] => {
    const { name, style, encode } = mark as {
      readonly name?: string;
      readonly style?: string | readonly string[];
      readonly encode?: { readonly update?: Readonly<Record<string, unknown>> };
    };
    const [first] = typeof style === 'string' ? [style] : (style ?? []);
    const own = name === undefined ? [] : [{ name, style: first ?? '', update: encode?.update ?? {} }];
    return [...own, ...namedMarks(mark)];
  });
}
