// A chart declaration -> a chart block with its data in the spec, or the place of a missing one.
import { korean } from '../diagnostic/particle.ts';
import { FIGURES } from '../document/chart-marks.ts';
import type { Block } from '../document/document.ts';
import type { RichText } from '../document/inline.ts';
import { nearestOf } from '../figure/nearest.ts';
import { type ChartDeclaration, type ChartSource, type TableChart, tablesOf } from '../plan/chart.ts';
import { figureRows, labelsOn, type NamedRow, tableRows } from './chart-rows.ts';
import { chartSpec, type Spec } from './chart-spec.ts';
import { gridOf, unitsIn } from './charts/chart-grid.ts';
import { Look } from './charts/chart-look.ts';
import { kindSpec } from './charts/kind-spec.ts';
import { isTrouble } from './charts/trouble.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/** The chart template that holds the common configuration instead of a spec. */
const BASE = 'config';

/** What a source comes to: how it is drawn, and the units of it where nobody wrote them. */
interface Drawn {
  readonly spec: Spec;
  readonly specFile?: string;
  readonly unitLine?: RichText;
}

/** The block of a chart; undefined when its spec or data are at fault, which is told to the session. */
export function composeChart(
  session: Session,
  renderer: TemplateRenderer,
  chart: ChartDeclaration,
): Block | undefined {
  // A chart may be named like the table that it shows.
  const id = `chart-${chart.id}`;
  const caption = richText(session, renderer, chart.caption);
  const { source } = chart;
  if (source.kind === 'missing') {
    return { kind: 'missing', id, caption, needed: richText(session, renderer, source.needed) };
  }
  const written = chart.unitLine && richText(session, renderer, chart.unitLine);
  const drawn =
    source.kind === 'spec' ? bySpec(session, chart, source) : byKind(session, renderer, chart, source);
  if (drawn === undefined) return undefined;
  const unitLine = written ?? drawn.unitLine;
  const data: Record<string, readonly NamedRow[]> = { [FIGURES]: figureRows(session) };
  for (const name of tablesOf(source)) {
    const table = session.plan.tables.get(name);
    if (table !== undefined) data[name] = tableRows(session, renderer, table);
  }
  const each = <T>(of: (row: NamedRow) => T): Record<string, readonly T[]> =>
    Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.map(of)]));
  const block: Block = {
    kind: 'chart',
    id,
    caption,
    ...(unitLine === undefined ? {} : { unitLine }),
    alt: richText(session, renderer, chart.alt),
    spec: { ...drawn.spec, config: baseConfig(session), datasets: each(({ row }) => row) },
    ...(drawn.specFile !== undefined && { specFile: drawn.specFile }),
    rows: each(({ figure }) => figure),
  };
  session.onChart?.(block);
  return block;
}

/** By the specification of that name. */
function bySpec(
  session: Session,
  { id: chart, place }: ChartDeclaration,
  { spec: name, tables }: ChartSource & { readonly kind: 'spec' },
): Drawn | undefined {
  const { charts } = session.templates;
  const template = charts.get(name);
  const unknown = tables.filter((id) => !session.plan.tables.has(id));
  for (const id of unknown) {
    const near = nearestOf(id, session.plan.tables.keys());
    session.fault({
      rule: 'unknown-table',
      message: korean`그림 ‘${chart}’이(가) 쓰는 표 ‘${id}’이(가) 없습니다.`,
      expected: near === undefined ? 'statistics 폴더에 있는 표의 이름' : `${near} 같은 이름`,
      place,
    });
  }
  if (template === undefined) {
    session.fault({
      rule: 'unknown-spec',
      message: korean`차트의 그림틀 ‘${name}’이(가) 없습니다.`,
      expected: [...charts.keys()].filter((one) => one !== BASE).join(', ') || 'charts 폴더의 그림틀',
      place,
    });
    return undefined;
  }
  const spec = chartSpec(session, template, { chart, names: [...tables, FIGURES] });
  return unknown.length > 0 || spec === undefined ? undefined : { spec, specFile: template.file };
}

/** As its kind is drawn of the table. A table that is not there is told where the plan is read. */
function byKind(
  session: Session,
  renderer: TemplateRenderer,
  { id, place }: ChartDeclaration,
  source: TableChart,
): Drawn | undefined {
  const table = session.plan.tables.get(source.table);
  if (table === undefined) return undefined;
  const grid = gridOf(id, source, place, {
    table,
    labels: (path) => labelsOn(session, renderer, path),
    figure: (address) => session.book.get(address),
  });
  if ('rule' in grid) {
    session.fault(grid);
    return undefined;
  }
  const spec = kindSpec(source.chart, grid, new Look(session.templates.theme, session.chartColours));
  if (isTrouble(spec)) {
    const { message, expected } = spec;
    session.fault({ rule: 'chart-data', message: korean`그림 ‘${id}’: ${message}`, expected, place });
    return undefined;
  }
  const units = richText(session, renderer, {
    text: `(단위 : ${unitsIn(source, grid).join(', ')})`,
    place,
  });
  return { spec: { ...spec, data: { name: source.table } }, unitLine: units };
}

/** The look that all charts share; a spec that sets its own marks still has these axes and letters. */
function baseConfig(session: Session): Spec {
  const base = session.templates.charts.get(BASE);
  return (base && chartSpec(session, base)) ?? {};
}
