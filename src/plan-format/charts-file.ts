// charts.yaml -> the charts: each a spec over tables, or declared missing with what is needed.
import * as v from 'valibot';
import type { ChartDeclaration } from '../plan/plan.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { entriesOf, id, list, mapping, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally, sourceText } from './source-text.ts';

const CHARTS_FILE = entriesOf(
  mapping({
    caption: named,
    'unit-line': v.exactOptional(text),
    alt: named,
    spec: v.exactOptional(id),
    tables: v.exactOptional(list(id)),
    missing: v.exactOptional(text),
  }),
);

type ChartShape = v.InferOutput<typeof CHARTS_FILE>[number]['value'];

/** The charts by id. `tables` is the ids that a chart may name. */
export function readChartsFile(
  root: Mapping,
  tables: ReadonlySet<string>,
  faults: Faults,
): ReadonlyMap<string, ChartDeclaration> | undefined {
  const entries = readShape(root, CHARTS_FILE, faults);
  return (
    entries &&
    new Map(
      entries.flatMap(({ key, value }) => {
        const source = readSource(key, value, tables, faults);
        if (source === undefined) return [];
        const chart: ChartDeclaration = {
          id: key.text,
          caption: sourceText(value.caption),
          ...optionally('unitLine', value['unit-line'] && sourceText(value['unit-line'])),
          alt: sourceText(value.alt),
          source,
          place: key.place,
        };
        return [[key.text, chart] as const];
      }),
    )
  );
}

function readSource(
  key: Scalar,
  chart: ChartShape,
  tables: ReadonlySet<string>,
  faults: Faults,
): ChartDeclaration['source'] | undefined {
  if (chart.missing !== undefined) {
    if (chart.spec !== undefined) {
      faults.add({
        rule: 'wrong-type',
        place: chart.missing.place,
        message: 'spec과 missing이 함께 있습니다.',
        expected: '자료가 있으면 spec과 tables, 없으면 missing만',
      });
    }
    return { kind: 'missing', needed: sourceText(chart.missing) };
  }
  for (const name of ['spec', 'tables'] as const) {
    if (chart[name] === undefined) {
      faults.add({
        rule: 'missing-key',
        place: key.place,
        message: `필요한 키가 없습니다: ${name}`,
        expected: 'spec과 tables, 자료가 없으면 missing: 필요한 것',
      });
    }
  }
  for (const table of chart.tables ?? []) {
    if (!tables.has(table.text)) {
      faults.add({
        rule: 'unknown-id',
        place: table.place,
        message: `없는 표입니다: ${table.text}`,
        expected: didYouMean(table.text, tables, 'statistics/에 있는 표의 id'),
      });
    }
  }
  if (chart.spec === undefined || chart.tables === undefined) return undefined;
  return { kind: 'spec', spec: chart.spec.text, tables: chart.tables.map((table) => table.text) };
}
