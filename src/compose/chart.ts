// A chart declaration -> a chart block with its data in the spec, or the place of a missing one.
import type { Block } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Figure } from '../figure/figure.ts';
import { showFigure } from '../figure/show.ts';
import type { ChartDeclaration } from '../plan/plan.ts';
import { type AxisEntry, leafId, leavesOf, type StatisticsTable } from '../plan/statistics-table.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/** The chart template that holds the common configuration instead of a spec. */
const BASE = 'config';

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
      id: chart.id,
      caption,
      needed: richText(session, renderer, chart.source.needed),
    };
  }
  const unitLine = chart.unitLine && richText(session, renderer, chart.unitLine);
  const spec = parseSpec(session, chart, chart.source.spec);
  if (spec === undefined) return undefined;
  const datasets: Record<string, readonly unknown[]> = { figures: figureRows(session) };
  for (const id of chart.source.tables) {
    const table = session.plan.tables.get(id);
    if (table !== undefined) datasets[id] = tableRows(session, renderer, table);
  }
  return {
    kind: 'chart',
    id,
    caption,
    ...(unitLine === undefined ? {} : { unitLine }),
    alt: plainText(richText(session, renderer, chart.alt).inlines),
    spec: { ...spec, config: baseConfig(session), datasets },
  };
}

function parseSpec(
  session: Session,
  chart: ChartDeclaration,
  name: string,
): Record<string, unknown> | undefined {
  const template = session.templates.charts.get(name);
  if (template === undefined) {
    session.fault({
      rule: 'unknown-spec',
      message: `차트의 그림틀 ‘${name}’이(가) 없습니다.`,
      expected: [...session.templates.charts.keys()].join(', ') || 'templates/charts의 그림틀',
      place: chart.place,
    });
    return undefined;
  }
  try {
    const spec = JSON.parse(template.text) as Record<string, unknown>;
    return coloursKnown(session, template.text, template.file) ? spec : undefined;
  } catch (error) {
    const position = Number(/position (\d+)/u.exec(String(error))?.[1] ?? 0);
    const before = template.text.slice(0, position).split('\n');
    session.fault({
      rule: 'chart-syntax',
      message: `그림틀 ‘${name}’의 JSON 문법이 맞지 않습니다.`,
      expected: '올바른 JSON으로 적은 Vega-Lite 그림틀',
      place: { file: template.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    });
    return undefined;
  }
}

/** The look that all charts share; a spec that sets its own marks still has these axes and letters. */
function baseConfig(session: Session): unknown {
  const base = session.templates.charts.get(BASE);
  return base === undefined ? {} : JSON.parse(base.text);
}

function coloursKnown(session: Session, text: string, file: string): boolean {
  let known = true;
  text.split('\n').forEach((line, index) => {
    for (const match of line.matchAll(/"theme:([^"]*)"/gu)) {
      const name = match[1] ?? '';
      if (Object.hasOwn(session.templates.theme.colours, name)) continue;
      known = false;
      session.fault({
        rule: 'unknown-colour',
        message: `모양(theme.yaml)에 색 ‘${name}’이(가) 없습니다.`,
        expected: Object.keys(session.templates.theme.colours).join(', '),
        place: { file, line: index + 1, column: match.index + 1 },
      });
    }
  });
  return known;
}

function tableRows(session: Session, renderer: TemplateRenderer, table: StatisticsTable): ChartRow[] {
  const labels = (path: readonly AxisEntry[]): string[] =>
    path
      .map((entry) => plainText(richText(session, renderer, entry.label).inlines).trim())
      .filter((text) => text !== '');
  const columns = leavesOf(table.columns).map((path) => ({ path, id: leafId(path), labels: labels(path) }));
  return leavesOf(table.rows).flatMap((path, row) => {
    const rowLabels = labels(path);
    const shared = { row: leafId(path), rowLabel: rowLabels.join(' '), rowName: rowLabels.at(-1) ?? '' };
    return columns.flatMap((column, index): ChartRow[] => {
      const cell = table.cells[row]?.[index];
      const figure = cell?.kind === 'figure' ? session.book.get(cell.address) : undefined;
      if (figure === undefined) return [];
      const period = [...path, ...column.path].find((entry) => entry.period !== undefined)?.period ?? null;
      const columnLabel = column.labels.join(' ');
      const columnName = column.labels.at(-1) ?? '';
      return [{ ...shared, column: column.id, columnLabel, columnName, ...shown(figure), period }];
    });
  });
}

function figureRows(session: Session): unknown[] {
  const prefix = 'figures/';
  return [...session.book]
    .filter(([address]) => address.startsWith(prefix))
    .map(([address, figure]) => ({ id: address.slice(prefix.length), ...shown(figure) }));
}

function shown(figure: Figure): Pick<ChartRow, 'value' | 'text' | 'missing'> {
  const { effective } = figure;
  return {
    value: effective.kind === 'quantity' ? effective.exact.valueOf() : null,
    text: showFigure(figure),
    missing: effective.kind === 'missing',
  };
}
