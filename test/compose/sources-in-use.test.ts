// Sources that hold money -> a column wherever a table prints amounts by source, called as the office calls them.
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { withSourcesInUse } from '../../src/compose/sources-in-use.ts';
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { leafId, leavesOf } from '../../src/plan/statistics-table.ts';
import { bundledSources } from '../check/edited-plan.ts';
import { KEPT } from '../kept.ts';
import { figureAt, PROGRAMME, readProgramme, short } from '../plan-format/programme-files.ts';
import { blocksOf, narrativeFaults, outline } from './small-plan.ts';

/** The bundled plan with an edition of these changes, as a document. */
async function composed(changes: readonly string[]): Promise<Document> {
  const sources = await bundledSources();
  const edition = `number: 1\ntitle: 제1회 추경\nkind: 추경\ndate: 2023-05-12\npublished: true\nchanges:\n${changes.map((change) => `  - { ${change} }\n`).join('')}`;
  const files = new Map(sources.plan.files).set('editions/1.yaml', edition);
  const plan = { displayRoot: 'plan', kept: KEPT, files };
  const { document, diagnostics } = await build({ ...sources, plan }, [], undefined, undefined, {
    edition: 1,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (document === undefined || errors.length > 0)
    throw new Error(errors.map(({ message }) => message).join('\n'));
  return document;
}

function rowsOf(document: Document, id: string): readonly (readonly string[])[] {
  const table = document.blocks.find((block) => block.id === id);
  if (table?.kind !== 'table') throw new Error(`no table ${id}`);
  return table.rows.map((row) =>
    row.map(({ blocks }) =>
      blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.content.inlines) : '')).join(''),
    ),
  );
}

const GOVERNANCE = 'tasks/governance/funding';

describe('a table of amounts by source', () => {
  it('has no column for a source without money', async () => {
    const document = await composed([`set: ${GOVERNANCE}/district, before: 1260, after: 1300`]);
    expect(rowsOf(document, 'field-targets')[1]).toEqual(['합계', '국비', '시비', '군구비']);
  });

  it('has one for a source that has some, behind those that it has, and adds up', async () => {
    const document = await composed([`set: ${GOVERNANCE}/private, before: '-', after: 2000`]);
    const rows = rowsOf(document, 'field-targets');
    expect(rows[1]).toEqual(['합계', '국비', '시비', '군구비', '민자']);
    for (const row of rows.slice(2)) {
      const [total, ...parts] = row
        .slice(2)
        .map((text) => (text === '-' ? 0 : Number(text.replaceAll(',', ''))));
      expect(parts).toHaveLength(4);
      expect(
        parts.reduce((sum, part) => sum + part, 0),
        row[0],
      ).toBe(total);
    }
    expect(rows.at(-1)?.at(-1)).toBe('2');
    // 지방비 stands for two sources; where there is no total, the parts are all that tells it.
    expect(rowsOf(document, 'goal-summary')[1]?.slice(0, 3)).toEqual(['국비', '지방비', '민자']);
  });

  it('is drawn with every source, too', async () => {
    const document = await composed([`set: ${GOVERNANCE}/private, before: '-', after: 2000`]);
    const chart = document.blocks.find(
      (block) => block.kind === 'chart' && JSON.stringify(block.spec.datasets).includes('budget-private'),
    );
    expect(chart).toBeDefined();
  });
});

describe('a table over the programme', () => {
  const columns =
    '[{ id: total }, { id: national }, { id: province }, { id: district }, { id: share, label: 비중, field: computed, unit: "%" }]';
  const printed = (rows: string) => {
    const one = readProgramme({
      'plan.yaml': `${PROGRAMME['plan.yaml']}sources: [national, { id: fund, label: 기금 }, { id: idle, label: 특별회계 }, province]\n`,
      'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '').replace('300 }', '300, fund: 50 }'),
      'statistics/all.yaml': `id: all\n${rows}\ncolumns: [{ id: funding, label: 예산, columns: ${columns} }]\nrelations: { '*/funding-share': 'share(./funding-total, total/funding-total)' }\n`,
    });
    expect(one.faults).toEqual([]);
    const table = withSourcesInUse(one.plan, one.book).tables.get('all') ?? expect.unreachable();
    const cells = table.cells.map((row) =>
      row.map((cell) =>
        cell.kind === 'figure'
          ? short(figureAt(one, cell.address).effective)
          : cell.kind === 'text'
            ? cell.text.text
            : '',
      ),
    );
    return {
      ids: leavesOf(table.columns).map(leafId),
      amounts: cells.map((row) => row.slice(0, 5).join(' ')),
    };
  };

  it('adds a source that some projects have over those that have it, and has a dash where none has', () => {
    const ids = ['total', 'national', 'province', 'district', 'fund', 'share'];
    const total = '8950 1500 6400 1000 50';
    expect(printed('rows: each strategy\ntotal: 계')).toEqual({
      ids: ids.map((one) => `funding-${one}`),
      amounts: [total, total, '- - - - -'],
    });
    expect(
      printed('rows: each project\ngroups: [task]\nsubtotals: { task: 소계 }\ntotal: 계').amounts,
    ).toEqual([
      total,
      '2550 1500 - 1000 50',
      '1850 1500 - 300 50',
      '700 - - 700 -',
      '6400 - 6400 0 -',
      '6400 - 6400 0 -',
      '- - - - -',
      '- - - - -',
    ]);
    // Of tasks together there is no figure but the table's own.
    expect(printed('rows: each project\nwhere: { task: [startup] }\ntotal: 계').amounts.at(0)).toBe(
      '2550 1500 - 1000 50',
    );
  });
});

it('a total that was typed as the sum of the rows is that of an added source too', () => {
  const restated = (id: string) =>
    ['national', 'province', 'district']
      .map((one) => `  '${id}/${one}': same(strategies/${id}/funding/${one})\n`)
      .join('');
  const one = readProgramme({
    'plan.yaml': `${PROGRAMME['plan.yaml']}sources: [national, { id: fund, label: 기금 }, province]\n`,
    'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '').replace('300 }', '300, fund: 50 }'),
    'statistics/all.yaml': `id: all
corner: 구분
unit: 천원
columns: [{ id: national, label: 국비 }, { id: province, label: 시비 }, { id: district, label: 구비 }]
rows: [{ id: youth, label: 청년 }, { id: women, label: 여성 }, { id: total, label: 계 }]
cells: { youth: [computed, computed, computed], women: [computed, computed, computed], total: [computed, computed, computed] }
relations:
${restated('youth')}${restated('women')}  'total/*': sum(youth/., women/.)
`,
  });
  expect(one.faults).toEqual([]);
  const table = withSourcesInUse(one.plan, one.book).tables.get('all');
  const fund = table?.cells.map((row) => row[3]);
  expect(fund?.map((cell) => (cell?.kind === 'figure' ? cell.address : cell?.kind))).toEqual([
    'strategies/youth/funding/fund',
    'strategies/women/funding/fund',
    'strategies/all/funding/fund',
  ]);
});

describe('{{source}}', () => {
  it('is what the office calls a source', () => {
    const blocks = blocksOf({ narrative: ['# Ⅰ 글', '○ {{source "province"}}와 {{source "private"}}'] });
    expect(outline(blocks).at(-1)).toBe('item 1 ○: 시도비와 민자');
  });

  it('is told of when there is no such source', () => {
    expect(narrativeFaults({ narrative: ['# Ⅰ 글', '○ {{source "privat"}}'] })).toEqual([
      '2:3 unknown-source',
    ]);
  });
});
