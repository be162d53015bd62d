// A Vega-Lite spec with its data -> a vector drawing with the document's own text widths.

import type { LocaleFormatters } from 'vega';
import type { Theme } from '../document/theme.ts';
import { type ScaleRegistry, widenDomains, withSharesOfNothing } from './chart-domains.ts';
import { ChartDataFault } from './chart-fault.ts';
import { refuseFunctions } from './chart-functions.ts';
import { inksOf } from './chart-ink.ts';
import {
  boundedFormats,
  boundedInterpreter,
  boundedText,
  boundTransforms,
  type Transforms,
} from './chart-limits.ts';
import { type FoundMark, MarkReader } from './chart-marks.ts';
import type { ChartDrawing } from './chart-ops.ts';
import { judgedByOthers, type Row } from './chart-others.ts';
import { endlessPattern } from './chart-patterns.ts';
import { dependsOnOrder, keepingReferences, referenceField, withReferences } from './chart-rows.ts';
import { isBold, SceneReader } from './chart-scene.ts';
import { crowdedNames, withRoomForNames } from './crowded-labels.ts';
import type { SceneMark } from './scene-item.ts';
import { wordsIn } from './scene-words.ts';

/** How numbers are written; what Vega's types say of it is of another shape. */
const NUMBERS = {
  number: { decimal: '.', thousands: ',', grouping: [3], currency: ['', '원'] },
} as unknown as LocaleFormatters;

/** The width of text in points, at a size and weight. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** A colour of the theme, alone or inside an expression. */
const COLOUR = /theme:([A-Za-z0-9-]+)/gu;

/** What has more lines, marks and labels is no chart that anyone could read; the largest of the publication has some hundreds. */
const MOST_OPS = 5000;

/** Loads the drawing libraries; they are heavy, so only documents with charts do. */
function loadVega() {
  return Promise.all([import('vega'), import('vega-lite'), import('vega-interpreter')]);
}

/**
 * Draws a chart; charts are drawn one after another. Labels are never cut: Vega's limits do not apply. Names below it that have no room
 * are turned upright, years thinned out.
 * Throws when the spec does not compile or run, reads data from elsewhere, uses a mark that we cannot draw or draws too many;
 * a ChartDataFault when the data have no place on its scales.
 */
export async function drawChart(
  spec: Readonly<Record<string, unknown>>,
  measure: MeasureText,
  theme: Pick<Theme, 'colours'>,
): Promise<ChartDrawing> {
  const first = await drawOnce(spec, measure, theme);
  if (first.crowded === undefined) return first.drawing;
  const again = await drawOnce(withRoomForNames(spec, first.crowded), measure, theme);
  return again.crowded === undefined ? again.drawing : first.drawing;
}

interface Drawn {
  readonly drawing: ChartDrawing;
  readonly crowded: ReturnType<typeof crowdedNames>;
}

async function drawOnce(
  spec: Readonly<Record<string, unknown>>,
  measure: MeasureText,
  theme: Pick<Theme, 'colours'>,
): Promise<Drawn> {
  const [vega, vegaLite, { expressionInterpreter }] = await loadVega();
  const field = referenceField(spec);
  const referred = withReferences(spec, field);
  const themed = withColours(referred, theme) as Parameters<typeof vegaLite.compile>[0];
  // Vega reports what fails while it runs to its logger and goes on with a broken scene.
  const faults: unknown[] = [];
  const logger = vega.logger(vega.Error, undefined, (_method, _level, messages) => faults.push(...messages));
  const { spec: own } = vegaLite.compile(themed, { logger });
  const compiled = keepingReferences(withSharesOfNothing(own), field) as typeof own;
  const parsed = vega.parse(compiled, undefined, { ast: true });
  refuseFunctions(parsed);
  const endless = endlessPattern(parsed);
  if (endless !== undefined)
    throw new Error(`끝없이 찾을 수 있는 정규식은 쓸 수 없습니다: ${endless}. 되풀이(* +)는 하나만 씁니다.`);
  const refuse = (): Promise<never> => Promise.reject(new Error('a chart reads nothing but the plan'));
  const { textMetrics: metrics } = vega as unknown as UntypedVega;
  widenDomains(vega as unknown as ScaleRegistry);
  boundTransforms(vega.transforms as unknown as Transforms);
  const measured = metrics.width;
  // Vega measures through one function for all views.
  if (measured !== metrics.estimateWidth && measured !== metrics.measureWidth)
    throw new Error('charts are drawn one after another');
  metrics.width = (item, text) => measure(boundedText(text), item.fontSize ?? 11, isBold(item.fontWeight));
  try {
    const view = new vega.View(parsed, {
      renderer: 'none',
      logger,
      loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
      expr: boundedInterpreter(expressionInterpreter),
      locale: NUMBERS,
    });
    const { locale } = view as unknown as UntypedView;
    locale.call(view, boundedFormats(locale.call(view)));
    await view.runAsync();
    if (faults.length > 0)
      throw (
        faults.find((fault) => fault instanceof ChartDataFault) ??
        new Error(`그림틀을 셈하다가 멈췄습니다(${faults.join('; ')}).`)
      );
    const inkOf = inksOf(colourNames(theme));
    const scene = (): SceneMark => (view.scenegraph() as unknown as { readonly root: SceneMark }).root;
    const crowded = crowdedNames(scene());
    const drawing = new SceneReader(inkOf).read(scene());
    if (drawing.ops.length > MOST_OPS)
      throw new Error(`그릴 것이 ${drawing.ops.length}개로 너무 많습니다(${MOST_OPS}개까지).`);
    const marks = (): MarkReader => {
      const reader = new MarkReader(compiled, field, inkOf);
      reader.read(scene());
      return reader;
    };
    const { found, scales, categories } = marks();
    const words = wordsIn(scene(), inkOf);
    const used = (Object.entries(referred.datasets ?? {}) as [string, readonly Row[]][]).filter(([data]) =>
      compiled.data?.some(({ name }) => name === data),
    );
    /** What would be drawn of other rows; undefined where they cannot be drawn. */
    const others = async (
      rowsOf: (rows: readonly Row[]) => readonly Row[],
    ): Promise<readonly FoundMark[] | undefined> => {
      faults.length = 0;
      for (const [data, rows] of used) view.data(data, rowsOf(rows).map(fresh));
      await view.runAsync();
      return faults.length > 0 ? undefined : marks().found;
    };
    const judged = await judgedByOthers(
      found,
      used.flatMap(([, rows]) => rows),
      field,
      dependsOnOrder(compiled),
      others,
    );
    view.finalize();
    return {
      drawing: { ...drawing, scales, categories, words, ...judged },
      crowded,
    };
  } finally {
    metrics.width = measured;
  }
}

/** The row without the mark by which Vega knows it again. */
function fresh(row: Row): Row {
  return Object.fromEntries(Object.entries(row));
}

/** What vega 6.4 exports and its types leave out. */
interface UntypedVega {
  readonly textMetrics: { width: Measure; readonly estimateWidth: Measure; readonly measureWidth: Measure };
}

interface UntypedView {
  locale(formats?: LocaleFormatters): LocaleFormatters;
}

type Measure = (item: TextItem, text: unknown) => number;

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** The spec with `theme:NAME` replaced by the theme's colours; refuses data from elsewhere. */
function withColours(value: unknown, theme: Pick<Theme, 'colours'>): unknown {
  if (typeof value === 'string') {
    return value.replace(COLOUR, (reference, name: string) => {
      const colour = theme.colours[name];
      if (colour === undefined) throw new Error(`unknown colour: ${reference}`);
      return colour.rgb;
    });
  }
  if (Array.isArray(value)) return value.map((member) => withColours(member, theme));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === 'url') throw new Error('그림은 계획의 자료만 읽습니다: url');
      // Data are values, not colours, and may be long.
      return [key, key === 'datasets' ? member : withColours(member, theme)];
    }),
  );
}

/** Names by colour, so that the press can print the theme's own inks. */
function colourNames(theme: Pick<Theme, 'colours'>): ReadonlyMap<string, string> {
  return new Map(Object.entries(theme.colours).map(([name, { rgb }]) => [rgb.toLowerCase(), name]));
}
