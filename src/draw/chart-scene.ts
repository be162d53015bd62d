// A Vega scenegraph -> paths and texts.
import type { InkOf } from './chart-ink.ts';
import type { ChartDrawing, ChartOp, ChartText } from './chart-ops.ts';
import { area, at, sector } from './chart-paths.ts';
import { symbol } from './chart-symbols.ts';
import type { SceneItem, SceneMark } from './scene-item.ts';

/** How far below its reference line a baseline lies, in type sizes (vega-scenegraph, util/text, offset). */
const BASELINES: Readonly<Record<string, number>> = {
  top: 0.79,
  middle: 0.3,
  bottom: -0.21,
  'line-top': 0.79,
  'line-bottom': -0.21,
  alphabetic: 0,
};
/** Points that the lengths of dashes have together; of shorter ones a line would have no end. */
const LEAST_DASH = 0.1;
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

export class SceneReader {
  readonly #inkOf: InkOf;
  #ops: ChartOp[] = [];

  constructor(inkOf: InkOf) {
    this.#inkOf = inkOf;
  }

  /** The drawing of a scene, moved so that its bounds begin at 0, 0. */
  read(root: SceneMark): Pick<ChartDrawing, 'width' | 'height' | 'ops'> {
    const { x1, y1, x2, y2 } = root.bounds;
    this.#ops = [];
    this.#mark(root, -x1, -y1);
    return { width: x2 - x1, height: y2 - y1, ops: this.#ops };
  }

  #mark(mark: SceneMark, x: number, y: number): void {
    if (mark.clip) throw new Error('그림틀이 그림을 잘라 내는데(clip), 인쇄용 그림은 잘라 낼 수 없습니다.');
    switch (mark.marktype) {
      case 'group':
        for (const item of mark.items) this.#group(item, x, y);
        break;
      case 'rect':
        for (const item of mark.items) this.#path(item, rect(item, x, y));
        break;
      case 'rule':
        for (const item of mark.items) this.#path({ ...item, fill: null }, rule(item, x, y));
        break;
      case 'line':
        this.#line(mark.items, x, y);
        break;
      case 'area':
        this.#area(mark.items, x, y);
        break;
      case 'arc':
        for (const item of mark.items) this.#path(item, sector(item, x, y));
        break;
      case 'symbol':
        for (const item of mark.items) this.#path(item, symbol(item, x, y));
        break;
      case 'text':
        for (const item of mark.items) this.#text(item, x, y);
        break;
      default:
        throw new Error(`그릴 수 없는 그림입니다: mark ‘${mark.marktype}’.`);
    }
  }

  #group(item: SceneItem, x: number, y: number): void {
    const left = x + (item.x ?? 0);
    const top = y + (item.y ?? 0);
    if (item.clip) throw new Error('그림틀이 그림을 잘라 내는데(clip), 인쇄용 그림은 잘라 낼 수 없습니다.');
    if (item.fill || item.stroke)
      this.#path({ ...item, x: 0, y: 0 }, rect({ ...item, x: 0, y: 0 }, left, top));
    for (const mark of fromBelow(item.items ?? [])) this.#mark(mark, left, top);
  }

  #line(items: readonly SceneItem[], x: number, y: number): void {
    const first = straight(items);
    if (first === undefined) return;
    const runs = runsOf(items);
    const operators = runs.flatMap((run) =>
      run.map((item, index) => `${at(x + (item.x ?? 0), y + (item.y ?? 0))} ${index === 0 ? 'm' : 'l'}`),
    );
    this.#path({ ...first, fill: null }, operators.join(' '));
    // A value between gaps, or the only one, is a line of no length.
    for (const [only, next] of runs)
      if (only !== undefined && next === undefined) this.#path(dotOf(only), symbol(dotOf(only), x, y));
  }

  #area(items: readonly SceneItem[], x: number, y: number): void {
    const first = straight(items);
    if (first === undefined) return;
    this.#path(
      first,
      runsOf(items)
        .map((run) => area(run, x, y))
        .join(' '),
    );
  }

  #path(item: SceneItem, operators: string): void {
    const fill = this.#inkOf(item.fill, (item.opacity ?? 1) * (item.fillOpacity ?? 1));
    const stroke = this.#inkOf(item.stroke, (item.opacity ?? 1) * (item.strokeOpacity ?? 1));
    if (operators === '' || (fill === undefined && stroke === undefined)) return;
    const dash = item.strokeDash ?? [];
    const steps = dash.reduce((sum, length) => sum + length, 0);
    if (dash.length > 0 && !(steps >= LEAST_DASH && dash.every((length) => length >= 0)))
      throw new Error(`그릴 수 없는 점선입니다: strokeDash [${dash.join(', ')}].`);
    this.#ops.push({
      kind: 'path',
      operators,
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke, lineWidth: item.strokeWidth ?? 1 }),
      ...(stroke === undefined || dash.length === 0 ? {} : { dash }),
    });
  }

  #text(item: SceneItem, x: number, y: number): void {
    const colour = this.#inkOf(item.fill, (item.opacity ?? 1) * (item.fillOpacity ?? 1));
    const lines = Array.isArray(item.text) ? item.text : [item.text];
    if (colour === undefined) return;
    const size = item.fontSize ?? 11;
    const angle = item.angle ?? 0;
    const leading = item.lineHeight ?? size + 2;
    const shift = (item.dy ?? 0) + (BASELINES[item.baseline ?? 'alphabetic'] ?? 0) * size;
    const radians = (angle * Math.PI) / 180;
    const [left, top] = placeOfText(item);
    lines.forEach((line: unknown, index) => {
      const text = String(line ?? '');
      if (text === '') return;
      const down = shift + index * leading;
      const along = item.dx ?? 0;
      const placed: ChartText = {
        kind: 'text',
        x: x + left + along * Math.cos(radians) - down * Math.sin(radians),
        y: y + top + along * Math.sin(radians) + down * Math.cos(radians),
        text,
        size,
        bold: isBold(item.fontWeight),
        colour,
        anchor: ANCHORS[(item.align ?? 'left') as keyof typeof ANCHORS] ?? 'start',
        angle,
      };
      this.#ops.push(placed);
    });
  }
}

/** Where a text stands, perhaps by an angle and a radius around its point (vega-scenegraph, marks/text, anchorPoint). */
export function placeOfText({ x = 0, y = 0, radius = 0, theta = 0 }: SceneItem): readonly [number, number] {
  return [x + radius * Math.sin(theta), y - radius * Math.cos(theta)];
}

/** The first corner of a line or an area, which has its look. */
function straight([first]: readonly SceneItem[]): SceneItem | undefined {
  if (first !== undefined && (first.interpolate ?? 'linear') !== 'linear')
    throw new Error(`곧은 선만 그릴 수 있습니다: interpolate ‘${first.interpolate}’.`);
  return first;
}

/** The stretches of a line between its gaps. */
function runsOf(items: readonly SceneItem[]): readonly (readonly SceneItem[])[] {
  const runs: SceneItem[][] = [[]];
  for (const item of items) {
    if (item.defined === false) runs.push([]);
    else runs.at(-1)?.push(item);
  }
  return runs.filter((run) => run.length > 0);
}

/** How much wider than its line a dot is that stands for one. */
const DOT = 2.5;

/** A lone point of a line as a dot in the line's colour. */
function dotOf(item: SceneItem): SceneItem {
  const { x = 0, y = 0, stroke = null, strokeWidth = 1, opacity = 1, strokeOpacity = 1 } = item;
  return { x, y, fill: stroke, size: (DOT * strokeWidth) ** 2, opacity, fillOpacity: strokeOpacity };
}

/** In the order of drawing, like vega-scenegraph's visit: of equal index, as they come. */
function fromBelow(marks: readonly SceneMark[]): readonly SceneMark[] {
  return marks.toSorted((one, other) => (one.zindex ?? 0) - (other.zindex ?? 0));
}

/** Whether a weight of 600 or more is meant. */
export function isBold(weight: string | number | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

function rect(item: SceneItem, x: number, y: number): string {
  if (item.cornerRadius) throw new Error('모서리를 둥글릴 수 없습니다(cornerRadius).');
  return `${at(x + (item.x ?? 0), y + (item.y ?? 0), item.width ?? 0, item.height ?? 0)} re`;
}

function rule(item: SceneItem, x: number, y: number): string {
  const left = item.x ?? 0;
  const top = item.y ?? 0;
  return `${at(x + left, y + top)} m ${at(x + (item.x2 ?? left), y + (item.y2 ?? top))} l`;
}
