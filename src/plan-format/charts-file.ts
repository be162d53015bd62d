// charts.yaml -> the charts: each a spec over tables, or declared missing with what is needed.
import type * as v from 'valibot';
import type { ChartDeclaration } from '../plan/plan.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { entriesOf, id, list, mapping, may, must, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally, sourceText } from './source-text.ts';

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
      missing: may(text, '필요한 자료', '자료가 아직 없을 때 spec과 tables 대신 적습니다.', {
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
