import { describe, expect, it } from 'vitest';
import type { TableBlock, TableCell } from '../../src/document/table.ts';
import { gridOf } from '../../src/document/table.ts';
import type { StatisticsTable } from '../../src/plan/statistics-table.ts';
import { axis, compose, documentOf, faults, type SmallTable, short, source, table } from './small-plan.ts';

function printed(small: SmallTable, notes: Readonly<Record<string, string>> = {}): TableBlock {
  const { blocks } = documentOf({ narrative: `{{table "${small.table.id}"}}`, tables: [small], notes });
  const [block] = blocks;
  if (block?.kind !== 'table' || blocks.length !== 1) throw new Error('expected one table');
  return block;
}

function textOf(cell: TableCell): string {
  return cell.blocks.map((block) => ('content' in block ? short(block.content.inlines) : '')).join('/');
}

/** Each row: the cells that begin in it, text@column, with spans as +across and xdown. */
function rowsOf(block: TableBlock): readonly string[] {
  return block.rows.map((row) =>
    row
      .map((cell) => {
        const across = cell.colSpan > 1 ? `+${cell.colSpan - 1}` : '';
        const down = cell.rowSpan > 1 ? `x${cell.rowSpan}` : '';
        return `${textOf(cell)}@${cell.column}${across}${down}`;
      })
      .join(' '),
  );
}

const grouped = [
  axis('openings', '구인건수', {
    children: [axis('count', '', { width: 12 }), axis('growth', '증감율', { width: 10 })],
  }),
  axis('rate', '취업률', { width: 8 }),
];

describe('a statistics table', () => {
  const block = printed(
    table(
      'jobs',
      grouped,
      [axis('2022', '2022년'), axis('2021', '2021년')],
      [
        ['46567', '9.8 %', '32.9 %'],
        ['42405', '58.2 %', '35.5 %'],
      ],
    ),
  );

  it('has a head over each column of labels, columns set as they say, and figures that reach down', () => {
    const small = table(
      'jobs',
      [axis('a', '가', { align: 'left' }), axis('b', '나', { align: 'center' })],
      [axis('youth', '청년', { children: [axis('room', '공간'), axis('school', '학교')] })],
      [
        ['12', '7'],
        ['1', '8'],
      ],
    );
    const [first, second] = small.table.cells;
    const [figure] = first ?? [];
    if (figure?.kind !== 'figure') throw new Error('expected a figure');
    const [, other = { kind: 'empty' as const }] = second ?? [];
    const block = printed({
      ...small,
      table: {
        ...small.table,
        heads: [source('전략'), source('사업')],
        cells: [
          [{ ...figure, down: 2 }, ...(first ?? []).slice(1)],
          [{ kind: 'empty' }, other],
        ],
      },
    });
    expect(rowsOf(block)).toEqual([
      '전략@0 사업@1 가@2 나@3',
      '청년@0x2 공간@1 {12}@2x2 {7}@3',
      '학교@1 {8}@3',
    ]);
    expect(block.rows[1]?.slice(-2).map(({ align }) => align)).toEqual(['left', 'center']);
  });

  it('has header rows from the tree of its columns, with the corner above the labels', () => {
    expect(block.headerRows).toBe(2);
    expect(rowsOf(block)).toEqual([
      '구 분@0x2 구인건수@1+1 취업률@3x2',
      '@1 증감율@2',
      '2022년@0 {46,567}@1 {9.8}@2 {32.9}@3',
      '2021년@0 {42,405}@1 {58.2}@2 {35.5}@3',
    ]);
  });

  it('leaves the rule out above the blank arm of an L-shaped header', () => {
    const open = block.rows.flat().filter((cell) => cell.openTop === true);
    expect(open.map((cell) => `${textOf(cell)}@${cell.column}`)).toEqual(['@1']);
  });

  it('knows what each cell is, which figure it holds and how it is set', () => {
    const [head, , body] = block.rows;
    expect(head?.every((cell) => cell.role === 'column-header' && cell.align === 'center')).toBe(true);
    expect(body?.[0]).toMatchObject({ role: 'row-header', align: 'left' });
    expect(body?.slice(1)).toMatchObject([
      { role: 'data', align: 'right', figure: 'tables/jobs/2022/openings-count' },
      { role: 'data', align: 'right', figure: 'tables/jobs/2022/openings-growth' },
      { role: 'data', align: 'right', figure: 'tables/jobs/2022/rate' },
    ]);
  });

  it('has a width for every column, given or not', () => {
    expect(block.widths).toHaveLength(4);
    expect(block.widths.slice(1)).toEqual([12, 10, 8]);
    expect(block.widths.every((width) => width > 0)).toBe(true);
    const plain = printed(
      table('plain', [axis('a', '가'), axis('b', '나')], [axis('r', '행')], [['1', '2']]),
    );
    expect(plain.widths).toHaveLength(3);
    expect(plain.widths.every((width) => width > 0)).toBe(true);
  });

  it('has label columns from the tree of its rows, where a leaf higher up spans', () => {
    const rows = [
      axis('total', '합계'),
      axis('workers', '종사자', { children: [axis('nation', '전국'), axis('seogu', '서구')] }),
    ];
    const small = table('tree', [axis('a', '가')], rows, [['1'], ['2'], ['3']], { labelWidths: [10, 8] });
    const tree = printed(small);
    expect(rowsOf(tree)).toEqual([
      '구 분@0+1 가@2',
      '합계@0+1 {1}@2',
      '종사자@0x2 전국@1 {2}@2',
      '서구@1 {3}@2',
    ]);
    expect(tree.widths.slice(0, 2)).toEqual([10, 8]);
  });

  it('merges equal neighbours below in the columns that say so', () => {
    const columns = [axis('n', '건수'), axis('status', '현황'), axis('free', '비고')];
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => axis(id, id));
    const cells = [
      ['1', '', "'같음"],
      ['2', "'과잉", "'같음"],
      ['3', "'과잉", "'같음"],
      ['4', "'부족", ''],
      ['5', "'과잉", ''],
    ];
    expect(rowsOf(printed(table('merge', columns, rows, cells, { mergedColumns: [1] })))).toEqual([
      '구 분@0 건수@1 현황@2 비고@3',
      'a@0 {1}@1 @2 같음@3',
      'b@0 {2}@1 과잉@2x2 같음@3',
      'c@0 {3}@1 같음@3',
      'd@0 {4}@1 부족@2 @3',
      'e@0 {5}@1 과잉@2 @3',
    ]);
  });

  it('prints bold, units, nil and what is not known yet', () => {
    const columns = ['a', 'b', 'c', 'd', 'e'].map((id) => axis(id, id));
    const block = printed(
      table('cells', columns, [axis('r', '행')], [['*7', '589013+unit', '-', 'missing', '']]),
    );
    expect(rowsOf(block)[1]).toBe('행@0 **{7}**@1 {589,013명}@2 {-}@3 {미정}@4 @5');
    expect(block.rows[1]?.[5]?.blocks).toEqual([]);
  });

  it('hands emphasis of rows and columns on to their cells', () => {
    const columns = [axis('a', '가'), axis('b', '나', { emphasis: 'own' })];
    const rows = [axis('t', '합계', { emphasis: 'total' }), axis('r', '행')];
    const block = printed(
      table('emphasis', columns, rows, [
        ['1', '2'],
        ['3', '4'],
      ]),
    );
    expect(block.rows.slice(1).map((row) => row.map((cell) => cell.emphasis))).toEqual([
      ['total', 'total', 'total'],
      ['none', 'none', 'own'],
    ]);
  });

  it('breaks labels where the data does, and keeps notes and bold in them', () => {
    const columns = [axis('a', '구인[^ratio]\n배수')];
    const small = table('labels', columns, [axis('r', '**행**')], [['1']], {
      caption: source('< 표[^first] >'),
      unitLine: source('({{year -1}}.12.31.기준)'),
    });
    const block = printed(small, { ratio: '비율', first: '출처' });
    expect(rowsOf(block)).toEqual(['구 분@0 구인[^ratio]|배수@1', '**행**@0 {1}@1']);
    expect(block.caption && short(block.caption.inlines)).toBe('< 표[^first] >');
    expect(block.unitLine && short(block.unitLine.inlines)).toBe('(2022.12.31.기준)');
  });

  it('tiles, with ids of its own where it is printed twice', () => {
    const small = table('twice', grouped, [axis('r', '행')], [['1', '2', '3']]);
    const { blocks } = documentOf({ narrative: '{{table "twice"}}\n{{table "twice"}}', tables: [small] });
    const ids = blocks.map((one) => one.id);
    expect(ids[0]).toBe('twice');
    const inner = blocks.flatMap((one) => (one.kind === 'table' ? one.rows.flat() : []));
    const all = [...ids, ...inner.flatMap((cell) => cell.blocks.map(({ id }) => id))];
    expect(new Set(all).size).toBe(all.length);
    for (const one of blocks) expect(one.kind === 'table' && gridOf(one)).toHaveLength(3);
  });

  it('is refused when its cells do not tile', () => {
    const short = table('short', grouped, [axis('r', '행')], [['1', '2']]);
    const long = table('long', grouped, [axis('r', '행')], [['1', '2', '3']]);
    const [cells = []] = long.table.cells;
    const extra: StatisticsTable = { ...long.table, cells: [[...cells, { kind: 'empty' }]] };
    const narrative = '{{table "short"}}\n{{table "long"}}';
    const { value, diagnostics } = compose({ narrative, tables: [short, { ...long, table: extra }] });
    expect(value).toBeUndefined();
    expect(faults(diagnostics)).toEqual([
      'data/statistics/short.yaml:1:1 cells-do-not-tile',
      'data/statistics/long.yaml:1:1 cells-do-not-tile',
    ]);
  });
});
