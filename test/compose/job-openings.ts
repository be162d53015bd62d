// A document that prints T08 as its second table, without the reader and the composer: figures, cells, notes.

import type { Document, Note } from '../../src/document/document.ts';
import type { Inline, RichText } from '../../src/document/inline.ts';
import type { TableBlock, TableCell } from '../../src/document/table.ts';
import type { TextStyle, TextStyleName, Theme } from '../../src/document/theme.ts';
import { addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import type { Relation } from '../../src/figure/relation.ts';
import { showFigure } from '../../src/figure/show.ts';
import { KNOWN_UNITS } from '../../src/figure/unit.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { PRESS_DEFAULTS } from '../../src/plan/press.ts';
import { laterParts } from '../../src/plan-format/theme-later.ts';
import { unitNamed } from '../figure/unit-named.ts';

const place = { file: 'statistics/job-openings.yaml', line: 1, column: 1 };

const COLUMNS: readonly (readonly [string, string, number])[] = [
  ['openings-count', '건', 0],
  ['openings-growth', '%', 1],
  ['seekers-count', '건', 0],
  ['seekers-growth', '%', 1],
  ['placements-count', '건', 0],
  ['placements-growth', '%', 1],
  ['ratio', '배', 2],
  ['rate', '%', 1],
];

const ROWS: readonly (readonly [number, string])[] = [
  [2022, '46567 9.8 57558 -4.4 18964 -11.2 0.80 32.9'],
  [2021, '42405 58.2 60195 10.3 21354 29.5 0.70 35.5'],
  [2020, '26802 -3.2 54561 11.0 16494 -3.0 0.49 30.2'],
  [2019, '27674 -18.0 49162 4.5 17002 -18.1 0.56 34.6'],
  [2018, '33743 -8.3 47057 -5.1 20749 -4.6 0.72 44.1'],
];

const cellAt = (year: number, column: string) => addressOf('tables', 'job-openings', String(year), column);

function relationOf(year: number, column: string): Relation | undefined {
  const counted = /^(.*)-growth$/.exec(column)?.[1];
  if (counted !== undefined) {
    if (year === 2018) return undefined;
    const [current, previous] = [year, year - 1].map((one) => cellAt(one, `${counted}-count`));
    return current && previous && { kind: 'growth', current, previous };
  }
  const seekers = cellAt(year, 'seekers-count');
  if (column === 'ratio')
    return { kind: 'ratio', numerator: cellAt(year, 'openings-count'), denominator: seekers };
  if (column === 'rate') return { kind: 'share', part: cellAt(year, 'placements-count'), whole: seekers };
  return undefined;
}

function definitions(): FigureDefinition[] {
  return ROWS.flatMap(([year, numbers]) =>
    numbers.split(' ').map((number, index) => {
      const [column, unit, digits] = COLUMNS[index] ?? ['', '건', 0];
      const given = parseQuantity(number);
      const relation = relationOf(year, column);
      return {
        address: cellAt(year, column),
        unit: unitNamed(unit),
        digits,
        equals: [],
        inferred: false,
        place,
        ...(given === undefined ? {} : { given }),
        ...(relation === undefined ? {} : { relation }),
      };
    }),
  );
}

const text = (characters: string): Inline => ({
  kind: 'text',
  text: characters,
  bold: false,
  meaning: { kind: 'plain' },
});
const note = (id: string): Inline => ({ kind: 'note-reference', note: id });
const rich = (...inlines: Inline[]): RichText => ({ inlines, place });

function cell(column: number, inlines: readonly Inline[], more: Partial<TableCell> = {}): TableCell {
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    role: 'column-header',
    align: 'center',
    emphasis: 'none',
    blocks: inlines.length === 0 ? [] : [{ kind: 'paragraph', id: `p${column}`, content: rich(...inlines) }],
    ...more,
  };
}

const lineBreak: Inline = { kind: 'line-break' };
const GROWTH = [text('전년대비'), lineBreak, text('증감율')];

/** The plan's table in print, its figures, and just enough of a plan around them. */
export function jobOpenings(): {
  plan: Plan;
  book: NonNullable<ReturnType<typeof evaluateFigures>['value']>;
  document: Document;
} {
  const figures = definitions();
  const book = evaluateFigures(figures).value ?? new Map();
  const table: TableBlock = {
    kind: 'table',
    id: 'job-openings',
    caption: rich(text('< 연도별 구인·구직·취업건수 및 취업률'), note('eis'), text(' >')),
    unitLine: rich(text('(단위 : 명, %)')),
    widths: [14, 12, 12, 12, 12, 12, 12, 10, 11],
    headerRows: 2,
    rows: [
      [
        cell(0, [text('구 분')], { rowSpan: 2 }),
        cell(1, [text('구인건수')], { colSpan: 2 }),
        cell(3, [text('구직건수')], { colSpan: 2 }),
        cell(5, [text('취업건수')], { colSpan: 2 }),
        cell(7, [text('구인'), note('ratio'), lineBreak, text('배수')], { rowSpan: 2 }),
        cell(8, [text('취업률'), note('rate')], { rowSpan: 2 }),
      ],
      [1, 3, 5].flatMap((column) => [cell(column, [], { openTop: true }), cell(column + 1, GROWTH)]),
      ...ROWS.map(([year]) => [
        cell(0, [text(`${year}년`)], { role: 'row-header' }),
        ...COLUMNS.map(([id], index) => {
          const address = cellAt(year, id);
          const figure = book.get(address);
          const shown = figure === undefined ? '' : showFigure(figure);
          return cell(index + 1, [{ kind: 'figure', address, text: shown, bold: false }], {
            role: 'data',
            align: 'right',
            figure: address,
          });
        }),
      ]),
    ],
    density: 'dense',
  };
  const other: TableBlock = {
    ...table,
    id: 'other',
    rows: [[cell(0, [text('다른 표')], { role: 'data' })]],
    widths: [1],
    headerRows: 0,
  };
  const words: Record<string, string> = {
    eis: '고용노동부, 고용행정통계(EIS)',
    ratio: '구인배수 = 신규구인인원/신규구직건수',
    rate: '취업률 = (취업건수/신규구직건수) × 100',
  };
  const notes = new Map<string, Note>(
    Object.entries(words).map(([id, content], index) => [
      id,
      { id, number: index + 9, content: rich(text(content)) },
    ]),
  );
  const document: Document = {
    id: 'test',
    title: '2023년도 일자리대책 연차별 세부계획',
    issuer: '인천광역시 서구',
    language: 'ko-KR',
    issueDate: '2023-03-31',
    firstPage: 1,
    reviewCopy: false,
    theme: theme(),
    blocks: [other, table],
    notes,
  };
  const source = { text: '', place };
  const plan: Plan = {
    id: 'test',
    title: source,
    issuer: source,
    year: 2023,
    issueDate: '2023-03-31',
    language: 'ko-KR',
    office: 'any',
    units: KNOWN_UNITS,
    firstPage: 1,
    colours: {},
    press: PRESS_DEFAULTS,
    tables: new Map([
      [
        'job-openings',
        {
          id: 'job-openings',
          caption: source,
          corner: source,
          columns: [],
          rows: [],
          cells: [],
          mergedColumns: [],
          labels: true,
          labelWidths: [],
          density: 'dense',
          place,
        },
      ],
    ]),
    figures,
    notes: new Map(),
    names: new Map(),
    charts: new Map(),
    programme: {
      strategies: [],
      sources: [],
      years: [],
      targets: [],
      sectors: [],
      overview: {
        target: addressOf('strategies', 'all', 'overview', 'target'),
        budget: addressOf('strategies', 'all', 'overview', 'budget'),
      },
    },
    editions: [],
    narratives: new Map(),
  };
  return { plan, book, document };
}

function theme(): Theme {
  const style: TextStyle = {
    size: 10,
    leading: 14,
    weight: 'regular',
    colour: 'text',
    indent: 0,
    hang: 0,
    before: 0,
    after: 0,
    align: 'left',
  };
  const names: readonly TextStyleName[] = [
    'partNumeral',
    'partTitle',
    'section',
    'heading',
    'item1',
    'item2',
    'item3',
    'item4',
    'remark',
    'paragraph',
    'caption',
    'unitLine',
    'table',
    'tableDense',
    'footnote',
    'runningHead',
    'pageNumber',
    'boxTitle',
    'boxItem',
    'chart',
  ];
  const rgb = {
    main: '#074171',
    header: '#E5EEFA',
    total: '#EEF3FB',
    text: '#1A1A1A',
    grey: '#4D4D4D',
    rule: '#808080',
  };
  return {
    page: {
      width: 210,
      height: 297,
      top: 30,
      bottom: 27,
      left: 24,
      right: 22,
      runningHead: 18,
      pageNumber: 13,
      turned: {},
    },
    letterSpacing: 0,
    ...laterParts({}),
    styles: Object.fromEntries(names.map((name) => [name, style])) as Record<TextStyleName, TextStyle>,
    colours: Object.fromEntries(
      Object.entries(rgb).map(([name, colour]) => [
        name,
        { rgb: colour, cmyk: [0, 0, 0, 100] as const, place: { file: 'theme.yaml', line: 1, column: 1 } },
      ]),
    ),
    table: { paddingX: 1, paddingY: 1, minRow: 5, outerRule: 1, headRule: 1, innerRule: 1 },
    footnote: { ruleWidth: 1, ruleLength: 50, gap: 3 },
    part: { band: 1, numeralAt: 1, titleAt: 1, barWidth: 1, barHeight: 1, textAt: 1 },
  };
}
