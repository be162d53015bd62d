// The tables and figures of a plan -> the rows of a chart's data, each with the figure that it is.
import { type ChartFigure, FIGURES } from '../document/chart-marks.ts';
import { plainText } from '../document/inline.ts';
import type { Figure } from '../figure/figure.ts';
import { showFigure } from '../figure/show.ts';
import { type AxisEntry, leafId, leavesOf, type StatisticsTable } from '../plan/statistics-table.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

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
export interface NamedRow {
  readonly row: object;
  readonly figure: ChartFigure;
}

/** The labels of a row or column as they are printed, of its groups and its own, outermost first. */
export function labelsOn(
  session: Session,
  renderer: TemplateRenderer,
  path: readonly AxisEntry[],
): readonly string[] {
  return path
    .map((entry) => plainText(richText(session, renderer, entry.label).inlines).trim())
    .filter((text) => text !== '');
}

export function tableRows(session: Session, renderer: TemplateRenderer, table: StatisticsTable): NamedRow[] {
  const labels = (path: readonly AxisEntry[]) => labelsOn(session, renderer, path);
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
      const named = [rowLabel, rowName, columnLabel, columnName, period, ...rowLabels, ...column.labels];
      const words = named.flatMap((name) => (name === null || name === '' ? [] : [String(name)]));
      const label = `${rowLabel} ${columnLabel}`.trim();
      return [
        {
          row: own,
          figure: {
            address,
            label,
            shown: showFigure(figure, { unit: true }),
            names: [...new Set([rowId, column.id, ...words])],
            words: [...new Set(words)],
            at: { row: rowId, column: column.id },
            ...(period !== null && { period }),
          },
        },
      ];
    });
  });
}

export function figureRows(session: Session): NamedRow[] {
  const prefix = `${FIGURES}/`;
  return [...session.book]
    .filter(([address]) => address.startsWith(prefix))
    .map(([address, figure]) => {
      const id = address.slice(prefix.length);
      const said = showFigure(figure, { unit: true });
      return {
        row: { id, ...shown(figure) },
        figure: { address, label: id, shown: said, names: [id], words: [] },
      };
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
