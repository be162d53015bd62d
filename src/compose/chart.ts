// A chart declaration -> a chart block with its data in the spec, or the place of a missing one.
import { korean } from '../diagnostic/particle.ts';
import type { ChartFigure } from '../document/chart-marks.ts';
import type { Block } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Figure } from '../figure/figure.ts';
import { nearestOf } from '../figure/nearest.ts';
import { showFigure } from '../figure/show.ts';
import type { ChartDeclaration } from '../plan/plan.ts';
import { type AxisEntry, leafId, leavesOf, type StatisticsTable } from '../plan/statistics-table.ts';
import { chartSpec, type Spec } from './chart-spec.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/** The chart template that holds the common configuration instead of a spec. */
const BASE = 'config';
/** The name of the data that holds the free-standing figures. */
const FIGURES = 'figures';

/** One cell of a table in a chart's data. */
interface ChartRow {
  readonly row: string;
  /** The labels of the row's groups and its own, outermost first, joined by blanks; and its own alone. */
  readonly rowLabel: string;
  readonly rowName: string;
  readonly column: string;
  readonly columnLabel: string;
  readonly columnName: string;
  readonly value: number | null;
  readonly text: string;
  readonly period: number | null;
  readonly missing: boolean;
}

/** A row as a specification sees it, and the figure that it is. */
interface NamedRow {
  readonly row: object;
  readonly figure: ChartFigure;
}

/** The block of a chart; undefined when its spec is at fault, which is told to the session. */
export function composeChart(
  session: Session,
  renderer: TemplateRenderer,
  chart: ChartDeclaration,
): Block | undefined {
  // A chart may be named like the table that it shows.
  const id = `chart-${chart.id}`;
  const caption = richText(session, renderer, chart.caption);
  if (chart.source.kind === 'missing') {
    return {
      kind: 'missing',
      id,
      caption,
      needed: richText(session, renderer, chart.source.needed),
    };
  }
  const unitLine = chart.unitLine && richText(session, renderer, chart.unitLine);
  const spec = specOf(session, chart, chart.source.spec);
  if (spec === undefined) return undefined;
  const data: Record<string, readonly NamedRow[]> = { [FIGURES]: figureRows(session) };
  for (const id of chart.source.tables) {
    const table = session.plan.tables.get(id);
    if (table !== undefined) data[id] = tableRows(session, renderer, table);
  }
  const each = <T>(of: (row: NamedRow) => T): Record<string, readonly T[]> =>
    Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.map(of)]));
  const block: Block = {
    kind: 'chart',
    id,
    caption,
    ...(unitLine === undefined ? {} : { unitLine }),
    alt: richText(session, renderer, chart.alt),
    spec: { ...spec, config: baseConfig(session), datasets: each(({ row }) => row) },
    rows: each(({ figure }) => figure),
  };
  session.onChart?.(block);
  return block;
}

function specOf(session: Session, chart: ChartDeclaration, name: string): Spec | undefined {
  const { charts } = session.templates;
  const template = charts.get(name);
  const { source, place } = chart;
  const tables = source.kind === 'spec' ? source.tables : [];
  const unknown = tables.filter((id) => !session.plan.tables.has(id));
  for (const id of unknown) {
    const near = nearestOf(id, session.plan.tables.keys());
    session.fault({
      rule: 'unknown-table',
      message: korean`그림 ‘${chart.id}’이(가) 쓰는 표 ‘${id}’이(가) 없습니다.`,
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
  const spec = chartSpec(session, template, { chart: chart.id, names: [...tables, FIGURES] });
  return unknown.length === 0 ? spec : undefined;
}

/** The look that all charts share; a spec that sets its own marks still has these axes and letters. */
function baseConfig(session: Session): Spec {
  const base = session.templates.charts.get(BASE);
  return (base && chartSpec(session, base)) ?? {};
}

function tableRows(session: Session, renderer: TemplateRenderer, table: StatisticsTable): NamedRow[] {
  const labels = (path: readonly AxisEntry[]): string[] =>
    path
      .map((entry) => plainText(richText(session, renderer, entry.label).inlines).trim())
      .filter((text) => text !== '');
  const columns = leavesOf(table.columns).map((path) => ({ path, id: leafId(path), labels: labels(path) }));
  return leavesOf(table.rows).flatMap((path, row) => {
    const rowLabels = labels(path);
    const shared = { row: leafId(path), rowLabel: rowLabels.join(' '), rowName: rowLabels.at(-1) ?? '' };
    return columns.flatMap((column, index): NamedRow[] => {
      const cell = table.cells[row]?.[index];
      const address = cell?.kind === 'figure' ? cell.address : undefined;
      const figure = address === undefined ? undefined : session.book.get(address);
      if (address === undefined || figure === undefined) return [];
      const period = [...path, ...column.path].find((entry) => entry.period !== undefined)?.period ?? null;
      const columnLabel = column.labels.join(' ');
      const columnName = column.labels.at(-1) ?? '';
      const own: ChartRow = {
        ...shared,
        column: column.id,
        columnLabel,
        columnName,
        ...shown(figure),
        period,
      };
      const { row: rowId, rowLabel, rowName } = shared;
      const names = [
        rowId,
        rowLabel,
        rowName,
        column.id,
        columnLabel,
        columnName,
        period,
        ...rowLabels,
        ...column.labels,
      ];
      const named = names.flatMap((name) => (name === null || name === '' ? [] : [String(name)]));
      const label = `${rowLabel} ${columnLabel}`.trim();
      return [{ row: own, figure: { address, label, names: [...new Set(named)] } }];
    });
  });
}

function figureRows(session: Session): NamedRow[] {
  const prefix = 'figures/';
  return [...session.book]
    .filter(([address]) => address.startsWith(prefix))
    .map(([address, figure]) => {
      const id = address.slice(prefix.length);
      return { row: { id, ...shown(figure) }, figure: { address, label: id, names: [id] } };
    });
}

function shown(figure: Figure): Pick<ChartRow, 'value' | 'text' | 'missing'> {
  const { effective } = figure;
  return {
    value: effective.kind === 'quantity' ? effective.exact.valueOf() : null,
    text: showFigure(figure),
    missing: effective.kind === 'missing',
  };
}
