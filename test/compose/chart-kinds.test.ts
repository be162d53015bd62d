// Charts of a kind, of tables of every odd kind -> drawn with their figures, proven and legible, or refused with what to do.
import { describe, expect, it } from 'vitest';
import { composeTyped, prepare } from '../../src/commands/prepare.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { ChartBlock } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import type { ChartDrawing, ChartText } from '../../src/draw/chart-ops.ts';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { CHART_KINDS } from '../../src/plan/chart.ts';
import { proveCharts } from '../../src/proof/prove-charts.ts';
import { PLAN_FOLDER } from '../commands/bundled-plan.ts';
import { measure } from '../draw/chart-data.ts';
import { KEPT } from '../kept.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { someOf } from '../whole.ts';
import { theme } from '../write/pdf/documents.ts';
import { ODD } from './odd-tables.ts';

const FOLDERS = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
const blank = textsIn(`${PROGRAM_FOLDER}/templates/new-plan`);

interface Composed {
  readonly charts: ReadonlyMap<string, ChartBlock>;
  readonly diagnostics: readonly Diagnostic[];
  readonly prove: (block: ChartBlock, drawing: ChartDrawing) => readonly string[];
}

let sources: ReturnType<typeof readSources> | undefined;

/** A plan that has these charts (YAML behind the caption), by id. */
async function composed(charts: Readonly<Record<string, string>>): Promise<Composed> {
  sources ??= readSources(PLAN_FOLDER, FOLDERS, { fonts: false, kept: KEPT });
  const read = (await sources).value;
  if (read === undefined) throw new Error('the templates cannot be read');
  const files = new Map([
    ...blank,
    ...[...ODD].map(([id, text]) => [`statistics/${id}.yaml`, text] as const),
    [
      'charts.yaml',
      Object.entries(charts)
        .map(([id, more]) => `${id}: { caption: 그림, alt: 그림, ${more} }\n`)
        .join(''),
    ],
    [
      'narrative/labour-market.hbs',
      ['# Ⅱ 현황', ...Object.keys(charts).map((id) => `{{chart "${id}"}}`)].join('\n\n'),
    ],
  ] as const);
  const prepared = prepare({
    plan: { displayRoot: 'plan', kept: KEPT, files },
    templates: read.templates,
  });
  const document = composeTyped(prepared);
  const blocks = (document.value?.blocks ?? []).flatMap((one) => (one.kind === 'chart' ? [one] : []));
  return {
    charts: new Map(blocks.map((one) => [one.id.replace(/^chart-/u, ''), one])),
    diagnostics: [...prepared.diagnostics, ...document.diagnostics],
    prove: (block, { ops: _, ...marks }) => {
      if (document.value === undefined || prepared.revised === undefined) throw new Error('nothing composed');
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
      return proveCharts(document.value, layout, prepared.revised.book).map(
        ({ rule, message }) => `${rule} ${message}`,
      );
    },
  };
}

function textsOf({ ops }: ChartDrawing): readonly ChartText[] {
  return ops.filter((op) => op.kind === 'text');
}

function boxOf({ text, x, y, size, bold, anchor, angle }: ChartText) {
  const width = measure(text, size, bold);
  // Upright names end at their point.
  if (angle !== 0) return { text, left: x - 0.72 * size, right: x, top: y, bottom: y + width };
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { text, left, right: left + width, top: y - 0.72 * size, bottom: y };
}

/** Pairs of texts that lie on each other. */
function overlaps(drawing: ChartDrawing): readonly string[] {
  const boxes = textsOf(drawing).map(boxOf);
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

/** What a kind needs said to draw a table. */
function keysOf(kind: string, table: string): string {
  const first = table.startsWith('series-') ? 'k0' : table === 'districts' ? 'firms' : 'male';
  const second = table.startsWith('series-') ? 'k1' : table === 'districts' ? 'workers' : 'female';
  const base = `kind: ${kind}, table: ${table}`;
  if (kind === 'bar' || kind === 'donut')
    return `${base}, ${table === 'across' ? 'rows: [p2]' : `columns: [${first}]`}`;
  if (kind === 'bar-line' && !['years', 'many-years', 'districts'].includes(table))
    return `${base}, line: [${table === 'across' ? 'p1' : second}]`;
  return base;
}

/** Why a chart of this kind is not drawn of that table. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'grouped thirty': /항목 30개를 한 그림에서 읽을 수 없습니다\(\d+개까지\)/u,
  'stacked across': /더하여 100%가 되지 않는 비율/u,
  'share districts': /나눌 것이 하나뿐/u,
  'share one-row': /나눌 것이 하나뿐/u,
  'share series-1': /나눌 것이 하나뿐/u,
  'share negative': /0보다 작은 수치/u,
  'share across': /더하여 100%가 되지 않는 비율/u,
  'line long': /아래에 적을 자리/u,
  'line series-9': /선 9개를/u,
  'area long': /아래에 적을 자리/u,
  'area negative': /0보다 작은 수치는 면으로/u,
  'area across': /더하여 100%가 되지 않는 비율/u,
  'donut thirty': /조각 30개를/u,
  'donut negative': /0보다 작은 수치/u,
  'donut many-years': /조각 33개를/u,
  'donut across': /더하여 100%가 되지 않는 비율/u,
  'pyramid districts': /두 가지를 그리는데 1가지\(사업체수\)/u,
  'pyramid negative': /0보다 작은 수치/u,
  'pyramid series-1': /두 가지를 그리는데 1가지/u,
  'pyramid series-3': /두 가지를 그리는데 3가지/u,
  'pyramid series-5': /두 가지를 그리는데 5가지/u,
  'pyramid series-9': /두 가지를 그리는데 9가지/u,
  'pyramid across': /두 가지를 그리는데 5가지/u,
  ...Object.fromEntries(
    (['grouped', 'donut', 'pyramid'] as const).map((kind) => [`${kind} forty`, /(?:항목|조각) 40개를/u]),
  ),
  'bar-line one-row': /꺾은선으로 그릴 것이 없습니다/u,
  'bar-line long': /아래에 적을 자리/u,
  'bar-line series-1': /표에 없는 행이나 열입니다: k1/u,
  'bar-line series-5': /막대 4개를/u,
  'bar-line series-9': /막대 8개를/u,
};

describe.each(CHART_KINDS)('a chart of the kind %s', (kind) => {
  const tables = [...ODD.keys()];
  const drawn = tables.filter((table) => REFUSED[`${kind} ${table}`] === undefined);
  const looked = someOf(drawn, 4);

  it('is drawn of tables of every kind, sound and legible', { timeout: 60_000 }, async () => {
    const { charts, diagnostics, prove } = await composed(
      Object.fromEntries(looked.map((table) => [table, keysOf(kind, table)])),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
      [],
    );
    expect([...charts.keys()]).toEqual(looked);
    for (const [table, block] of charts) {
      const drawing = await drawChart(block.spec, measure, theme);
      expect(prove(block, drawing), table).toEqual([]);
      expect(overlaps(drawing), table).toEqual([]);
      // The text area of the page is 164 mm wide.
      expect(drawing.width, table).toBeLessThanOrEqual(465);
      expect(
        textsOf(drawing)
          .map(boxOf)
          .filter(({ left, right }) => left < -1 || right > drawing.width + 1),
        table,
      ).toEqual([]);
    }
  });

  it('is refused where it could not be read, with its place and what to do', async () => {
    const refused = tables.filter((table) => !drawn.includes(table));
    const { diagnostics } = await composed(
      Object.fromEntries(refused.map((table) => [table, keysOf(kind, table)])),
    );
    for (const [index, table] of refused.entries()) {
      const own = diagnostics.filter(
        ({ place, rule }) =>
          'line' in place &&
          place.line === index + 1 &&
          rule !== 'unused-note' &&
          place.file === 'plan/charts.yaml',
      );
      expect(
        own.map(({ message }) => message),
        table,
      ).toEqual([expect.stringMatching(REFUSED[`${kind} ${table}`] ?? /$^/u)]);
      expect(own[0]?.expected, table).toMatch(/\S/u);
    }
  });
});

async function one(keys: string): Promise<{ readonly block: ChartBlock; readonly drawing: ChartDrawing }> {
  const { charts, diagnostics } = await composed({ one: keys });
  const block = charts.get('one');
  if (block === undefined) throw new Error(JSON.stringify(diagnostics));
  return { block, drawing: await drawChart(block.spec, measure, theme) };
}

const wordsOf = (drawing: ChartDrawing): readonly string[] => textsOf(drawing).map(({ text }) => text);

describe('what a chart of a kind says', () => {
  it('names its unit by itself', async () => {
    const { block } = await one('kind: bar-line, table: years, columns: [male, rate]');
    expect(block.unitLine && plainText(block.unitLine.inlines)).toBe('(단위 : 명, %)');
  });

  it('prints the table’s own total in the middle of a donut, with the shares beside it', async () => {
    const { drawing } = await one('kind: donut, table: ages, columns: [male]');
    expect(wordsOf(drawing)).toEqual(
      expect.arrayContaining(['10,500', '계(명)', '1,500', '14.3%', '65세 이상']),
    );
  });

  it('prints the sum of what is drawn where only some is', async () => {
    const { drawing } = await one('kind: donut, table: ages, columns: [male], rows: [a1, a0]');
    expect(wordsOf(drawing)).toEqual(expect.arrayContaining(['3,000', '50.0%']));
    const names = textsOf(drawing).filter(({ text }) => text.endsWith('세'));
    expect(names.toSorted((a, b) => a.y - b.y).map(({ text }) => text)).toEqual(['20~29세', '15~19세']);
  });

  it('prints shares in bars of one length, and sums at their ends', async () => {
    const { drawing } = await one('kind: share, table: ages, rows: [a0, a1]');
    expect(wordsOf(drawing).filter((text) => text === '50.0%')).toHaveLength(4);
    expect(wordsOf(drawing).filter((text) => text === '3,000')).toHaveLength(2);
  });

  it('leaves a gap where nothing is known, and says so', async () => {
    const { drawing } = await one('kind: bar, table: gaps, columns: [male]');
    expect(wordsOf(drawing)).toEqual(expect.arrayContaining(['100', '미정', '140', '150', '-']));
    expect(drawing.marks.filter(({ style, shape }) => style === 'bar' && shape.kind === 'box')).toHaveLength(
      3,
    );
  });

  it('draws the office’s own row in the accent, and its name in bold', async () => {
    const { drawing } = await one('kind: bar, table: districts, columns: [firms]');
    const bars = drawing.marks.filter(({ style }) => style === 'bar');
    expect(bars.map(({ fill }) => fill)).toEqual(['light', 'light', 'light', 'light', 'accent']);
    expect(
      textsOf(drawing)
        .filter(({ bold }) => bold)
        .map(({ text }) => text),
    ).toContain('서구');
  });

  it('draws years from left to right, whatever their order in the table', async () => {
    const { drawing } = await one('kind: line, table: years, columns: [male], rows: [2022, 2019, 2020]');
    const years = textsOf(drawing).filter(({ text }) => text.endsWith('년'));
    expect(years.toSorted((a, b) => a.x - b.x).map(({ text }) => text)).toEqual([
      '2019년',
      '2020년',
      '2022년',
    ]);
  });

  it('lets a plan choose what stands out, and the order', async () => {
    const { drawing } = await one('kind: bar, table: ages, columns: [male], highlight: a2, order: smallest');
    expect(drawing.marks.filter(({ fill }) => fill === 'accent').map(({ names }) => names)).toEqual([['a2']]);
    const { drawing: sorted } = await one(
      'kind: bar, table: years, columns: [rate], order: largest, rows: [2018, 2020]',
    );
    expect(wordsOf(sorted)).toEqual(expect.arrayContaining(['2018년', '2020년']));
  });

  it('gives a series one colour in all charts', async () => {
    const { charts } = await composed({
      first: 'kind: grouped, table: years',
      second: 'kind: grouped, table: ages, columns: [female, male]',
    });
    const fills = async (id: string) => {
      const block = charts.get(id);
      const { marks } = await drawChart(block?.spec ?? {}, measure, theme);
      return marks
        .filter(({ style }) => style === 'bar')
        .map(({ names, fill }) => `${names.find((name) => /male/u.test(name))} ${fill}`);
    };
    const both = ['male main', 'female light'];
    expect(new Set(await fills('first'))).toEqual(new Set(both));
    expect(new Set(await fills('second'))).toEqual(new Set(both));
  });

  it.each([
    ['kind: grouped, table: years, columns: [male, rate]', 'chart-data', /단위가 다른 수치\(명, %\)/u],
    [
      'kind: bar, table: years, columns: [male, female]',
      'chart-data',
      /수치 하나를 그리는데 2가지\(남자, 여자\)/u,
    ],
    ['kind: bar, table: years, columns: [mael]', 'unknown-id', /표에 없는 열입니다: mael/u],
    ['kind: bar, table: yaers', 'unknown-id', /없는 표입니다: yaers/u],
    ['kind: bar', 'missing-key', /table/u],
    ['kind: pie, table: years', 'wrong-type', /바르지 않은 값입니다: pie/u],
    ['kind: bar, table: years, spec: visitors', 'wrong-type', /spec과 kind가 함께 있습니다/u],
    ['kind: bar, table: years, tables: [years]', 'unknown-key', /tables는 spec과 함께 쓰는 키입니다/u],
    [
      'spec: visitors, tables: [years], highlight: 2018',
      'unknown-key',
      /highlight는 kind와 함께 쓰는 키입니다/u,
    ],
    ['kind: bar, table: years, missing: 자료', 'wrong-type', /kind와 missing이 함께 있습니다/u],
  ])('is told of a mistake: %s', async (keys, rule, message) => {
    const { diagnostics } = await composed({ one: keys });
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    expect(found.map((diagnostic) => `${diagnostic.rule} ${diagnostic.message}`)).toContainEqual(
      expect.stringMatching(message),
    );
    expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule);
  });
});
