import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import type { ChartDeclaration } from '../../src/plan/chart.ts';
import {
  axis,
  blocksOf,
  compose,
  documentOf,
  faults,
  type SmallPlan,
  short,
  source,
  table,
} from './small-plan.ts';

const place = { file: 'data/charts.yaml', line: 7, column: 1 };

function declare(id: string, spec: string, tables: readonly string[], more: Partial<ChartDeclaration> = {}) {
  const chart: ChartDeclaration = {
    id,
    caption: source('< 추이[^source] >'),
    unitLine: source('(단위 : 명)'),
    alt: source('{{year -1}}년 인구는 {{fig "tables/people/seogu/2022"}}명'),
    source: { kind: 'spec', spec, tables },
    place,
    ...more,
  };
  return chart;
}

const columns = [
  axis('2021', '{{year -2}}년', { period: 2021 }),
  axis('2022', '2022년', { period: 2022 }),
  axis('jobs', '취업', { children: [axis('count', ''), axis('share', '**구성비**[^source]')] }),
];
const people = table(
  'people',
  columns,
  [axis('seogu', '서 구'), axis('nation', '전국')],
  [
    ['1000', '*1234.50', '-', "'글"],
    ['missing', '7', '8', ''],
  ],
);
const spec = JSON.stringify({
  data: { name: 'people' },
  layer: [{ mark: { type: 'bar', color: 'theme:main' } }, { data: { name: 'figures' }, mark: 'rule' }],
});

function plan(more: Partial<SmallPlan> = {}): SmallPlan {
  return {
    narrative: '{{chart "trend"}}',
    tables: [people],
    figures: { growth: '6.1 %' },
    notes: { source: '출처' },
    charts: [declare('trend', 'bars', ['people'])],
    specs: { bars: spec },
    ...more,
  };
}

function chartOf(small: SmallPlan): ChartBlock {
  const [block] = blocksOf(small);
  if (block?.kind !== 'chart') throw new Error('expected a chart');
  return block;
}

describe('a chart', () => {
  it('has caption, unit line and alternative text with their figures', () => {
    const chart = chartOf(plan());
    expect(short(chart.caption.inlines)).toBe('< 추이[^source] >');
    expect(chart.unitLine && short(chart.unitLine.inlines)).toBe('(단위 : 명)');
    expect(plainText(chart.alt.inlines)).toBe('2022년 인구는 1,234.50명');
  });

  it('holds its table in long form, one entry a figure', () => {
    const { datasets } = chartOf(plan()).spec as { datasets: Record<string, Record<string, unknown>[]> };
    const rows = datasets.people ?? [];
    expect(rows.map((row) => `${row.row}/${row.column}`)).toEqual([
      'seogu/2021',
      'seogu/2022',
      'seogu/jobs-count',
      'nation/2021',
      'nation/2022',
      'nation/jobs-count',
    ]);
    expect(rows[1]).toMatchObject({
      rowLabel: '서 구',
      columnLabel: '2022년',
      value: 1234.5,
      text: '1,234.50',
      period: 2022,
      missing: false,
    });
    expect(rows[0]).toMatchObject({ columnLabel: '2021년', period: 2021 });
    expect(rows[2]).toMatchObject({
      columnLabel: '취업',
      value: null,
      text: '-',
      period: null,
      missing: false,
    });
    expect(rows[3]).toMatchObject({ value: null, missing: true });
  });

  it('sees the fields that the README lists', () => {
    const { datasets } = chartOf(plan()).spec as { datasets: Record<string, object[]> };
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const told = /표마다 `([^`]*)`, 그리고 `figures`의 `([^`]*)`/u.exec(readme)?.slice(1);
    const fields = [datasets.people, datasets.figures].map((rows) => Object.keys(rows?.[0] ?? {}).sort());
    expect(told?.map((list) => list.split(', ').sort())).toEqual(fields);
  });

  it('holds the free-standing figures', () => {
    const { datasets } = chartOf(plan()).spec as { datasets: Record<string, unknown> };
    expect(datasets.figures).toMatchObject([{ id: 'growth', value: 6.1, text: '6.1' }]);
  });

  it('keeps its colours as names of the theme', () => {
    expect(chartOf(plan()).spec).toMatchObject(JSON.parse(spec));
  });

  it('leaves a captioned place when its data is missing', () => {
    const missing = { kind: 'missing', needed: source('{{year -2}}년 자료') } as const;
    const [block] = blocksOf(plan({ charts: [declare('trend', '', [], { source: missing })] }));
    expect(block?.kind === 'missing' && short(block.needed.inlines)).toBe('2021년 자료');
  });

  it('does not take the id of a table with the same name', () => {
    const { blocks } = documentOf(
      plan({
        narrative: '{{chart "people"}}\n{{table "people"}}',
        charts: [declare('people', 'bars', ['people'])],
      }),
    );
    expect(blocks.find((block) => block.kind === 'table')?.id).toBe('people');
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['{\n  "mark": "bar",\n  "data": {"name": "people"}\n  "width": 3\n}', /:4:3 chart-syntax$/],
    ['{\n  "mark": bar\n}', /:2:11 chart-syntax$/],
    ['{\n  "mark": "bar",\n', /:3:1 chart-syntax$/],
    ['', /:1:1 chart-syntax$/],
    ['[1]', /:1:1 chart-syntax$/],
    ['{\n  "mark": {"color": "theme:mian"}\n}', /:2:\d+ unknown-colour$/],
    [
      '{\n  "mark": {"color": {"expr": "datum.x ? \'theme:main\' : \'theme:blue\'"}}\n}',
      /:2:\d+ unknown-colour$/,
    ],
    ['{\n  "data": {"name": "poeple"}\n}', /:2:12 unknown-table$/],
    ['{\n  "data": {"name": "없는-표"}\n}', /:2:12 unknown-table$/],
    ['{\n  "layer": [\n  {"data": {"name": "no-such-table"}}]\n}', /:3:13 unknown-table$/],
    [
      '{"data": {"name": "people"},\n"transform": [{"lookup": "row", "from": {\n"data": {"name": "no-such"}}}]}',
      /:3:10 unknown-table$/,
    ],
    [
      '{"data": {"name": "people"},\n"transform": [{"lookup": "row", "from": {\n"data": "people"}}]}',
      /:3:1 chart-data$/,
    ],
    [
      '{"data": {"name": "people"},\n"transform": [{"calculate":\n"length(data( \'no-such\'))"}]}',
      /:3:9 unknown-table$/,
    ],
    [
      '{"data": {"name": "people"},\n"transform": [{"filter":\n"indata(\\"no-such\\", \'row\', 1)"}]}',
      /:3:4 unknown-table$/,
    ],
    [
      '{"data": {"name": "people"},\n"encoding": {"x": {"scale": {"domain": {\n"data": "no-such", "field": "a"}}}}}',
      /:3:1 unknown-table$/,
    ],
    ['{"datasets": {"no-such": []},\n"data": {"name": "such"}}', /:2:10 unknown-table$/],
    ['{"repeat": {"layer": ["value"]}, "spec": {\n"data": {"name": "toString"}}}', /:2:10 unknown-table$/],
  ])('tells the place of a fault in %j', (text, fault) => {
    const { value, diagnostics } = compose(plan({ specs: { bars: text } }));
    expect(value).toBeUndefined();
    expect(faults(diagnostics)).toEqual([expect.stringMatching(/^templates\/charts\/bars\.vl\.json:/)]);
    expect(faults(diagnostics)[0]).toMatch(fault);
  });

  it.each([
    ['poeple', 'people 같은 이름, 이 그림의 자료 people, figures 가운데 하나'],
    ['no-such', '이 그림의 자료 people, figures 가운데 하나'],
    ['others', 'charts.yaml의 tables에 others를 더하거나, 이 그림의 자료 people, figures 가운데 하나'],
  ])('that is not given the data ‘%s’ is told what it has', (name, expected) => {
    const others = table('others', columns, [axis('a', '가')], [['1', '2', '3', '']]);
    const bars = JSON.stringify({ data: { name } });
    const { diagnostics } = compose(plan({ tables: [people, others], specs: { bars } }));
    const message = `그림 ‘trend’의 그림틀이 쓰는 자료 ‘${name}’가 이 그림에 없습니다.`;
    expect(diagnostics.filter(({ rule }) => rule === 'unknown-table')).toMatchObject([
      { severity: 'error', message, expected },
    ]);
  });

  it('may hold data of its own, and name them', () => {
    const rows = [{ a: 1 }];
    const own = {
      datasets: { mine: rows, people: [] },
      layer: [
        { data: { name: 'mine' } },
        { data: { name: 'people' } },
        { data: { name: 'inside', values: rows }, encoding: { x: { scale: { domain: [0, 1] } } } },
        { data: { name: 'inside' } },
        { data: { name: 'count', sequence: { start: 0, stop: 3 } } },
        { transform: [{ filter: "length(data('inside')) + length(data('data_0')) > 0" }] },
      ],
    };
    expect(chartOf(plan({ specs: { bars: JSON.stringify(own) } })).spec.layer).toMatchObject([
      { data: { values: rows } },
      { data: { name: 'people' } },
      ...own.layer.slice(2),
    ]);
  });

  it('tells of a spec or table that is not there', () => {
    const charts = [declare('trend', 'bras', ['people']), declare('other', 'bars', ['people', 'nobody'])];
    const { diagnostics } = compose(plan({ charts, narrative: '{{chart "trend"}}\n{{chart "other"}}' }));
    expect(faults(diagnostics)).toEqual([
      'data/charts.yaml:7:1 unknown-spec',
      'data/charts.yaml:7:1 unknown-table',
    ]);
  });

  it('tells a fault of a label once, printed in table and chart', () => {
    const bad = table('people', [axis('a', '{{fig "figures/none"}}')], [axis('seogu', '행')], [['1']]);
    const charts = [declare('trend', 'bars', ['people'], { alt: source('그림') })];
    const narrative = '{{table "people"}}\n{{chart "trend"}}\n{{chart "trend"}}';
    const { diagnostics } = compose(plan({ tables: [bad], charts, narrative }));
    expect(faults(diagnostics).filter((fault) => fault.endsWith('unknown-figure'))).toHaveLength(1);
  });
});

describe('the SWOT diagram', () => {
  it('has its boxes in reading order and its factors, known or not', () => {
    const box = (id: 'so' | 'st' | 'wo' | 'wt') => ({
      id,
      title: source(id),
      items: [source('**할 일** 하나')],
    });
    const swot = {
      alt: source('설명'),
      factors: { strengths: [source('강점')], weaknesses: 'missing', opportunities: 'missing', threats: [] },
      strategies: [box('wt'), box('so'), box('wo'), box('st')],
      place,
    } as const;
    const [block] = blocksOf({ narrative: '{{diagram "swot"}}', swot });
    if (block?.kind !== 'swot') throw new Error('expected the diagram');
    expect(plainText(block.alt.inlines)).toBe('설명');
    expect(block.boxes.map(({ title }) => short(title.inlines))).toEqual(['so', 'st', 'wo', 'wt']);
    expect(
      block.factors.map(({ items, unknown }) => (unknown === undefined ? items.length : 'missing')),
    ).toEqual([1, 'missing', 'missing', 0]);
  });
});
