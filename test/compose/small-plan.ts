// Short ways to write a plan by hand, compose it and look at what came out.

import { composeDocument } from '../../src/compose/compose-document.ts';
import type { TemplateFile } from '../../src/compose/templates.ts';
import { type Diagnostic, formatLocation, type Outcome, type SourceLocation } from '../../src/diagnostic.ts';
import type { Block, Document } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import type { TextStyle, TextStyleName, Theme } from '../../src/document/theme.ts';
import { addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition, Value } from '../../src/figure/figure.ts';
import { parseQuantity } from '../../src/figure/quantity.ts';
import { KNOWN_UNITS } from '../../src/figure/unit.ts';
import type { ChartDeclaration } from '../../src/plan/chart.ts';
import type { Plan, Swot } from '../../src/plan/plan.ts';
import { PRESS_DEFAULTS } from '../../src/plan/press.ts';
import type { SourceText } from '../../src/plan/source-text.ts';
import {
  type AxisEntry,
  leafId,
  leavesOf,
  type StatisticsCell,
  type StatisticsTable,
} from '../../src/plan/statistics-table.ts';
import { laterParts } from '../../src/plan-format/theme-later.ts';
import { unitNamed } from '../figure/unit-named.ts';

const data: SourceLocation = { file: 'data/plan.yaml', line: 1, column: 1 };

export function source(text: string, place: SourceLocation = data): SourceText {
  return { text, place };
}

/** A row or column: id, label, and what is below it or stands out about it. */
export function axis(id: string, label: string, more: Partial<AxisEntry> = {}): AxisEntry {
  return { id, label: source(label), emphasis: 'none', children: [], ...more };
}

/** A cell: a number, `-`, `missing`; text after an apostrophe; nothing. A leading `*` is bold, a trailing `+unit` prints the unit. */
export type CellText = string;

export interface SmallTable {
  readonly table: StatisticsTable;
  readonly figures: readonly FigureDefinition[];
}

export function table(
  id: string,
  columns: readonly AxisEntry[],
  rows: readonly AxisEntry[],
  cells: readonly (readonly CellText[])[],
  more: Partial<StatisticsTable> = {},
): SmallTable {
  const figures: FigureDefinition[] = [];
  const cellOf = (text: CellText, row: number, column: number): StatisticsCell => {
    const bold = text.startsWith('*');
    const withUnit = text.endsWith('+unit');
    const given = text.replace(/^\*|\+unit$/g, '');
    if (given === '') return { kind: 'empty' };
    if (given.startsWith("'")) return { kind: 'text', text: source(given.slice(1)), bold, across: 1 };
    const path = [leavesOf(rows)[row] ?? [], leavesOf(columns)[column] ?? []];
    const address = addressOf('tables', id, ...path.map(leafId));
    figures.push(figure(address, given));
    return { kind: 'figure', address, bold, withUnit, place: data };
  };
  return {
    figures,
    table: {
      id,
      caption: source(`< ${id} >`),
      corner: source('구 분'),
      columns,
      rows,
      cells: cells.map((line, row) => line.map((text, column) => cellOf(text, row, column))),
      mergedColumns: [],
      labels: true,
      labelWidths: [],
      density: 'normal',
      place: { file: `data/statistics/${id}.yaml`, line: 1, column: 1 },
      ...more,
    },
  };
}

/** A figure: `1234`, `-`, `missing`, perhaps with a unit behind a blank: `3.5 %`. */
export function figure(address: string, text: string): FigureDefinition {
  const [number = '', label = '명'] = text.split(' ');
  return {
    address: addressOf(...address.split('/')),
    unit: unitNamed(label),
    digits: 0,
    given: givenOf(number),
    equals: [],
    inferred: false,
    place: data,
  };
}

function givenOf(text: string): Value {
  if (text === '-') return { kind: 'nil' };
  const quantity = parseQuantity(text);
  if (quantity === undefined && text !== 'missing') throw new Error(`not a number: ${text}`);
  return quantity ?? { kind: 'missing' };
}

export interface SmallPlan {
  /** The narrative `labour-market`, which the publication includes; a list has one line each. */
  readonly narrative?: string | readonly string[];
  readonly publication?: string;
  readonly narratives?: Readonly<Record<string, string>>;
  readonly figures?: Readonly<Record<string, string>>;
  readonly tables?: readonly SmallTable[];
  readonly notes?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly charts?: readonly ChartDeclaration[];
  readonly specs?: Readonly<Record<string, string>>;
  readonly swot?: Swot;
  readonly colours?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly numberedItems?: boolean;
}

export const NARRATIVE = 'data/narrative/labour-market.hbs';

export function compose(small: SmallPlan): Outcome<Document> {
  const { narrative, narratives = {}, tables = [], figures = {}, notes = {}, names = {} } = small;
  const text = typeof narrative === 'object' ? narrative.join('\n') : narrative;
  const all = { ...(text === undefined ? {} : { 'labour-market': text }), ...narratives };
  const plan: Plan = {
    id: 'small',
    title: source(small.title ?? '{{year 0}}년도 계획'),
    issuer: source('서구'),
    year: 2023,
    issueDate: '2023-03-31',
    language: 'ko-KR',
    office: 'any',
    ...(small.numberedItems === true && { numberedItems: true }),
    units: KNOWN_UNITS,
    firstPage: 1,
    colours: Object.fromEntries(
      Object.entries(small.colours ?? {}).map(([name, text]) => [name, { text, place: data }]),
    ),
    press: PRESS_DEFAULTS,
    tables: new Map(tables.map(({ table: one }) => [one.id, one])),
    figures: [
      ...tables.flatMap((one) => one.figures),
      ...Object.entries(figures).map(([id, value]) => figure(`figures/${id}`, value)),
    ],
    notes: new Map(Object.entries(notes).map(([id, note]) => [id, source(note)])),
    names: new Map(
      Object.entries(names).map(([id, [canonical = '', ...published]]) => [
        id,
        { id, canonical, published, place: data },
      ]),
    ),
    charts: new Map((small.charts ?? []).map((chart) => [chart.id, chart])),
    ...(small.swot === undefined ? {} : { swot: small.swot }),
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
    narratives: new Map(
      Object.entries(all).map(([name, one]) => [
        name,
        { name, file: `data/narrative/${name}.hbs`, text: one },
      ]),
    ),
  };
  const charts = Object.entries(small.specs ?? {}).map(([name, spec]): [string, TemplateFile] => [
    name,
    { file: `templates/charts/${name}.vl.json`, text: spec },
  ]);
  const book = evaluateFigures(plan.figures);
  if (book.value === undefined || book.diagnostics.length > 0) throw new Error('the figures are at fault');
  return composeDocument(plan, book.value, {
    publication: {
      file: 'templates/publication.hbs',
      text: small.publication ?? (text === undefined ? '' : '{{> labour-market}}\n'),
    },
    partials: new Map(),
    charts: new Map(charts),
    theme: theme(),
  });
}

/** The document of a plan that is expected to have no fault. */
export function documentOf(small: SmallPlan): Document {
  const { value, diagnostics } = compose(small);
  if (value === undefined) throw new Error(faults(diagnostics).join('\n'));
  return value;
}

export function blocksOf(small: SmallPlan): readonly Block[] {
  return documentOf(small).blocks;
}

/** `place rule` of each diagnostic, in order. */
export function faults(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ place, rule }) => `${formatLocation(place)} ${rule}`);
}

/** `line:column rule` of each diagnostic in the narrative. */
export function narrativeFaults(small: SmallPlan): readonly string[] {
  return faults(compose(small).diagnostics).map((fault) => fault.replace(`${NARRATIVE}:`, ''));
}

/** Inlines in short: **bold**, {figure}, [^note], | for a line break. */
export function short(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'note-reference') return `[^${inline.note}]`;
      if (inline.kind === 'line-break') return '|';
      const text = inline.kind === 'figure' ? `{${inline.text}}` : inline.text;
      return inline.bold ? `**${text}**` : text;
    })
    .join('');
}

/** An outline's blocks in short: kind, level or marker, content. */
export function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'part':
        return `part ${block.numeral}: ${short(block.title.inlines)}`;
      case 'section':
        return `section ${block.number}: ${short(block.title.inlines)}`;
      case 'subsection':
        return `subsection ${block.number}: ${short(block.title.inlines)}`;
      case 'heading':
        return `heading: ${short(block.title.inlines)}`;
      case 'item':
      case 'remark':
        return `${block.kind} ${block.level} ${block.marker}: ${short(block.content.inlines)}`;
      case 'paragraph':
        return `paragraph: ${short(block.content.inlines)}`;
      default:
        return block.kind;
    }
  });
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
  const colour = { rgb: '#000000', cmyk: [0, 0, 0, 100], place: data } as const;
  const names: readonly TextStyleName[] = [
    'partNumeral',
    'partTitle',
    'section',
    'subsection',
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
    colours: { text: colour, main: colour, second: colour },
    table: { paddingX: 1, paddingY: 1, minRow: 5, outerRule: 1, headRule: 0.6, innerRule: 0.3 },
    footnote: { ruleWidth: 0.4, ruleLength: 50, gap: 3 },
    part: { band: 72, numeralAt: 23, titleAt: 43, barWidth: 36, barHeight: 2.5, textAt: 86 },
  };
}
