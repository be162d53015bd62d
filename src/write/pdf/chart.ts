// A Vega-Lite spec with its data -> a vector drawing with the document's own text widths.
import type { LocaleFormatters } from 'vega';
import type { Theme } from '../../document/theme.ts';
import type { ChartDrawing } from './chart-ops.ts';
import { isBold, type SceneMark, SceneReader } from './chart-scene.ts';

/** The width of text in points, at a size and weight. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

const COLOUR_PREFIX = 'theme:';

/** Draws a chart. Throws when the spec does not compile, reads data from elsewhere or uses a mark we cannot draw. */
export async function drawChart(
  spec: Readonly<Record<string, unknown>>,
  measure: MeasureText,
  theme: Theme,
): Promise<ChartDrawing> {
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  const themed = withColours(spec, theme) as Parameters<typeof vegaLite.compile>[0];
  const quiet = vega.logger(vega.Error);
  const { spec: compiled } = vegaLite.compile(themed, { logger: quiet });
  const refuse = (): Promise<never> => Promise.reject(new Error('a chart reads nothing but the plan'));
  const { textMetrics: metrics, locale } = vega as unknown as UntypedVega;
  const own = metrics.width;
  metrics.width = (item, text) => measure(String(text ?? ''), item.fontSize ?? 11, isBold(item.fontWeight));
  try {
    const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
      renderer: 'none',
      logger: quiet,
      loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
      expr: expressionInterpreter,
      locale: locale({ decimal: '.', thousands: ',', grouping: [3], currency: ['', '원'] }),
    });
    await view.runAsync();
    const scene = view.scenegraph() as unknown as { readonly root: SceneMark };
    const drawing = new SceneReader(colourNames(theme)).read(scene.root);
    view.finalize();
    return drawing;
  } finally {
    metrics.width = own;
  }
}

/** What vega 6.4 exports and its types leave out. */
interface UntypedVega {
  readonly textMetrics: { width: (item: TextItem, text: unknown) => number };
  readonly locale: (number: {
    readonly decimal: string;
    readonly thousands: string;
    readonly grouping: readonly number[];
    readonly currency: readonly [string, string];
  }) => LocaleFormatters;
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** The spec with `theme:NAME` replaced by the theme's colours; refuses data from elsewhere. */
function withColours(value: unknown, theme: Theme): unknown {
  if (typeof value === 'string' && value.startsWith(COLOUR_PREFIX)) {
    const colour = theme.colours[value.slice(COLOUR_PREFIX.length)];
    if (colour === undefined) throw new Error(`unknown colour: ${value}`);
    return colour.rgb;
  }
  if (Array.isArray(value)) return value.map((member) => withColours(member, theme));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === 'url') throw new Error('a chart reads nothing but the plan: url');
      // Data are values, not colours, and may be long.
      return [key, key === 'datasets' ? member : withColours(member, theme)];
    }),
  );
}

/** Names by colour, so that the press can print the theme's own inks. */
function colourNames(theme: Theme): ReadonlyMap<string, string> {
  return new Map(Object.entries(theme.colours).map(([name, { rgb }]) => [rgb.toLowerCase(), name]));
}
