// A specification and some tables -> the chart as it is drawn, and what the proof says of it.
import Fraction from 'fraction.js';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { ChartFigure } from '../../src/document/chart-marks.ts';
import type { ChartBlock } from '../../src/document/document.ts';
import type { ChartDrawing } from '../../src/draw/chart-ops.ts';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { addressOf } from '../../src/figure/address.ts';
import type { Figure, FigureBook, Value } from '../../src/figure/figure.ts';
import { showFigure, showValue } from '../../src/figure/show.ts';
import { proveCharts } from '../../src/proof/prove-charts.ts';
import { type Datasets, measure, type Spec, template } from '../draw/chart-data.ts';
import { unitNamed } from '../figure/unit-named.ts';
import { documentOf, rich, theme } from '../write/pdf/documents.ts';

/** A table: `values[row][column]` as typed, null for `-`, undefined for what is missing. */
export interface Table {
  readonly unit: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (string | null | undefined)[])[];
}

const place = { file: 'charts.yaml', line: 1, column: 1 };

/** Chart data as `compose/chart.ts` makes it. A row or column that is called by a year is of that period. */
export function dataOf(id: string, { unit, rows, columns, values }: Table) {
  return rows.flatMap((row, y) =>
    columns.map((column, x) => {
      const typed = values[y]?.[x];
      const digits = typed?.split('.')[1]?.length ?? 0;
      const effective: Value =
        typed === undefined
          ? { kind: 'missing' }
          : typed === null
            ? { kind: 'nil' }
            : { kind: 'quantity', exact: new Fraction(typed), digits };
      const address = addressOf('tables', id, `r${y}`, `c${x}`);
      const definition = { address, unit: unitNamed(unit), digits, equals: [], inferred: false, place };
      const figure: Figure = {
        definition,
        origin: 'input',
        stated: undefined,
        computed: undefined,
        effective,
        changed: false,
      };
      const year = [row, column]
        .map((name) => /^(\d{4})년?$/.exec(name)?.[1])
        .find((text) => text !== undefined);
      const period = year === undefined ? null : Number(year);
      const named: ChartFigure = {
        address,
        label: `${row} ${column}`,
        shown: showFigure(figure),
        names: [`r${y}`, row, `c${x}`, column, ...(period === null ? [] : [String(period)])],
        words: [row, column, ...(period === null ? [] : [String(period)])],
        at: { row: `r${y}`, column: `c${x}` },
        ...(period !== null && { period }),
      };
      const data = {
        row: `r${y}`,
        rowLabel: row,
        rowName: row,
        column: `c${x}`,
        columnLabel: column,
        columnName: column,
        value: effective.kind === 'quantity' ? effective.exact.valueOf() : null,
        text: effective.kind === 'missing' ? '' : showValue(effective, digits),
        period,
        missing: effective.kind === 'missing',
      };
      return { address, figure, named, data };
    }),
  );
}

/** The chart as a document has it, and its figures. */
export function chartOf(
  id: string,
  spec: Spec,
  tables: Readonly<Record<string, Table>>,
): { readonly block: ChartBlock; readonly book: FigureBook } {
  const data = Object.entries(tables).map(([name, table]) => [name, dataOf(name, table)] as const);
  const each = <T>(of: (row: ReturnType<typeof dataOf>[number]) => T) =>
    Object.fromEntries(data.map(([name, rows]) => [name, rows.map(of)]));
  const block: ChartBlock = {
    kind: 'chart',
    id,
    caption: rich('그림'),
    alt: rich('그림'),
    spec: { ...spec, config: template('config'), datasets: each(({ data: row }) => row) },
    rows: each(({ named }) => named),
    specFile: 'templates/charts/tried.vl.json',
  };
  const figures = data.flatMap(([, rows]) => rows.map(({ address, figure }) => [address, figure] as const));
  return { block, book: new Map(figures) };
}

/** Draws the specification over the tables and proves it. Throws what the drawer throws. */
export async function provenChart(
  spec: Spec,
  tables: Readonly<Record<string, Table>>,
): Promise<readonly Diagnostic[]> {
  const { block, book } = chartOf('chart-tried', spec, tables);
  const { ops: _, ...marks } = await drawChart(block.spec, measure, theme);
  const placed = { ...marks, block: block.id, page: 0, x: 0, y: 0 };
  const layout = {
    pageLabels: ['1'],
    turned: [false],
    leftHand: [false],
    blocks: new Map(),
    notes: new Map(),
    texts: [],
    shapes: [],
    charts: [placed],
  };
  return proveCharts(documentOf([block]), layout, book);
}

/** The units of rows that were made up, by their data and column. */
const MADE_UNITS = [
  [/^figures /u, '%'],
  [/^population|workers/u, '명'],
  [/establishments-count/u, '개'],
] as const;

/** What the proof says of a drawing of rows that were made up: their figures are what they hold. */
export function saidOf(datasets: Datasets, { ops: _, ...marks }: ChartDrawing): readonly string[] {
  const figures = Object.entries(datasets).map(([data, rows]) => {
    const each = rows.map((row, index) => {
      const { value, missing, text: _text, ...names } = row as Record<string, unknown>;
      const address = addressOf('tables', data, String(index));
      const effective: Value =
        typeof value === 'number'
          ? { kind: 'quantity', exact: new Fraction(value), digits: String(value).split('.')[1]?.length ?? 0 }
          : missing === true
            ? { kind: 'missing' }
            : { kind: 'nil' };
      const unit = unitNamed(MADE_UNITS.find(([of]) => of.test(`${data} ${names.column}`))?.[1] ?? '건');
      const definition = { address, unit, digits: 0, equals: [], inferred: false, place };
      const figure: Figure = {
        definition,
        origin: 'input',
        stated: undefined,
        computed: undefined,
        effective,
        changed: false,
      };
      const named: ChartFigure = {
        address,
        label: `${data} ${index}`,
        shown: showFigure(figure),
        names: Object.values(names).map(String),
        words: Object.values(names).map(String),
      };
      return { address, figure, named };
    });
    return [data, each] as const;
  });
  const block: ChartBlock = {
    kind: 'chart',
    id: 'tried',
    caption: rich('그림'),
    alt: rich('그림'),
    spec: {},
    rows: Object.fromEntries(figures.map(([data, rows]) => [data, rows.map(({ named }) => named)])),
  };
  const book = new Map(
    figures.flatMap(([, rows]) => rows.map(({ address, figure }) => [address, figure] as const)),
  );
  const placed = { ...marks, block: block.id, page: 0, x: 0, y: 0 };
  const layout = {
    pageLabels: ['1'],
    turned: [false],
    leftHand: [false],
    blocks: new Map(),
    notes: new Map(),
    texts: [],
    shapes: [],
    charts: [placed],
  };
  return proveCharts(documentOf([block]), layout, book).map(({ rule, message }) => `${rule} ${message}`);
}
