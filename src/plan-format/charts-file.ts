// charts.yaml -> the charts: each a spec over tables, or declared missing with what is needed.

import type * as v from 'valibot';
import { korean } from '../diagnostic/particle.ts';
import { CHART_KINDS, CHART_ORDERS, type ChartDeclaration, type TableChart } from '../plan/chart.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, entriesOf, id, list, mapping, may, must, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';

const SERIES = ['rows', 'columns'] as const;

export const CHARTS_FILE = entriesOf(
  must(
    mapping({
      caption: must(named, '제목', '그림 위에 찍습니다.', { example: '방문자 수' }),
      'unit-line': may(text, '단위 줄', '그림의 오른쪽 위에 찍는 글', { example: '(단위 : 명)' }),
      alt: must(named, '대체 글', '화면 낭독기가 그림 대신 읽는 글', {
        example: '2021년과 2022년의 방문자 수를 나타낸 막대그래프',
      }),
      spec: may(id, '그림틀', 'charts/의 .vl.json 파일의 이름. tables와 함께 적습니다.', {
        example: 'visitors',
      }),
      tables: may(list(id), '표', '그림틀이 보는 표의 id', { example: ['visitors'] }),
      kind: may(
        choice(...CHART_KINDS),
        '그림의 갈래',
        'spec 대신 table과 함께 적으면 표로 그립니다: 막대, 나란한 막대, 쌓은 막대, 구성비, 꺾은선, 면, 도넛, 피라미드, 막대와 꺾은선',
        { example: 'bar' },
      ),
      table: may(id, '표', 'kind로 그릴 표의 id', { example: 'visitors' }),
      columns: may(
        list(id),
        '열',
        '그릴 열이나 열 묶음의 id. 없으면 합계가 아니고 첫 열과 단위가 같은 열 모두',
        {
          example: ['count'],
        },
      ),
      rows: may(list(id), '행', '그릴 행이나 행 묶음의 id, 그 차례로. 없으면 합계가 아닌 행 모두', {
        example: [2021, 2022],
      }),
      line: may(list(id), '꺾은선', 'kind: bar-line에서 꺾은선으로 그릴 열(행)의 id. 없으면 단위가 다른 것', {
        example: ['growth'],
      }),
      series: may(
        choice('rows', 'columns'),
        '계열',
        '색을 달리할 것: 행 또는 열. 없으면 연도가 가로로 놓이게',
        {
          example: 'columns',
        },
      ),
      order: may(choice(...CHART_ORDERS), '차례', '표의 차례, 큰 것부터, 작은 것부터', {
        otherwise: 'table',
      }),
      highlight: may(id, '두드러질 것', '강조색으로 그릴 행이나 열의 id. 없으면 표에서 emphasis: own인 것', {
        example: 2022,
      }),
      missing: may(text, '필요한 자료', '자료가 아직 없을 때 spec과 tables, kind와 table 대신 적습니다.', {
        example: '2022년 방문자 수',
      }),
    }),
    '그림',
    '글에서는 {{chart "id"}} 한 줄로 넣습니다.',
  ),
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
          ...defined({ unitLine: value['unit-line'] && sourceText(value['unit-line']) }),
          alt: sourceText(value.alt),
          source,
          place: key.place,
        };
        return [[key.text, chart] as const];
      }),
    )
  );
}

/** The keys that go with `kind`, and with `spec`. */
const WITH_KIND = ['table', 'columns', 'rows', 'line', 'series', 'order', 'highlight'] as const;

function readSource(
  key: Scalar,
  chart: ChartShape,
  tables: ReadonlySet<string>,
  faults: Faults,
): ChartDeclaration['source'] | undefined {
  const { spec, kind, missing } = chart;
  const both =
    spec && missing
      ? 'spec과 missing이'
      : kind && missing
        ? 'kind와 missing이'
        : spec && kind
          ? 'spec과 kind가'
          : undefined;
  if (both !== undefined) {
    faults.add({
      rule: 'wrong-type',
      place: (missing ?? kind ?? key).place,
      message: `${both} 함께 있습니다.`,
      expected: '표로 그리면 kind와 table, 그림틀로 그리면 spec과 tables, 자료가 없으면 missing만',
    });
  }
  if (missing !== undefined) return { kind: 'missing', needed: sourceText(missing) };
  const own = kind === undefined ? (['spec', 'tables'] as const) : (['kind', 'table'] as const);
  for (const name of own) {
    if (chart[name] === undefined) {
      faults.add({
        rule: 'missing-key',
        place: key.place,
        message: `필요한 키가 없습니다: ${name}`,
        expected: 'kind와 table, 또는 spec과 tables, 자료가 없으면 missing: 필요한 것',
      });
    }
  }
  const strange = kind === undefined ? WITH_KIND : (['tables'] as const);
  for (const name of strange) {
    const value = chart[name];
    if (value === undefined) continue;
    faults.add({
      rule: 'unknown-key',
      place: Array.isArray(value) ? (value[0]?.place ?? key.place) : (value as Scalar).place,
      message:
        kind === undefined
          ? korean`${name}은(는) kind와 함께 쓰는 키입니다.`
          : korean`${name}은(는) spec과 함께 쓰는 키입니다.`,
      expected: kind === undefined ? 'kind: bar 같은 그림의 갈래' : 'table: 표의 id',
    });
  }
  for (const table of [...(chart.tables ?? []), ...(chart.table === undefined ? [] : [chart.table])]) {
    if (!tables.has(table.text)) {
      faults.add({
        rule: 'unknown-id',
        place: table.place,
        message: `없는 표입니다: ${table.text}`,
        expected: didYouMean(table.text, tables, 'statistics/에 있는 표의 id'),
      });
    }
  }
  if (kind !== undefined) return chart.table && tableChart(kind, chart.table, chart);
  if (spec === undefined || chart.tables === undefined) return undefined;
  return { kind: 'spec', spec: spec.text, tables: chart.tables.map((table) => table.text) };
}

/** Undefined where a word is none of ours, which the schema has told. */
function tableChart(kind: Scalar, table: Scalar, chart: ChartShape): TableChart | undefined {
  const { columns, rows, line, series, order, highlight } = chart;
  const own = CHART_KINDS.find((one) => one === kind.text);
  if (own === undefined) return undefined;
  return {
    kind: 'table',
    chart: own,
    table: table.text,
    ...defined({
      columns: columns?.map(sourceText),
      rows: rows?.map(sourceText),
      line: line?.map(sourceText),
      series: SERIES.find((one) => one === series?.text),
    }),
    order: CHART_ORDERS.find((one) => one === order?.text) ?? 'table',
    ...defined({ highlight: highlight && sourceText(highlight) }),
  };
}
