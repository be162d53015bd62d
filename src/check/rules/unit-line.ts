// unit-line: the units that a table's unit line and headers name, against the units of its figures.
import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import { gridOf, type TableBlock, type TableCell } from '../../document/table.ts';
import type { FigureDefinition } from '../../figure/figure.ts';
import type { Unit, Units } from '../../figure/unit.ts';
import { SHARES, tablesOf } from '../../plan/chart.ts';
import { figuresOf } from '../figures/cells.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';
import { isSameUnit, unitInHeader, unitLineLabels } from '../text/units.ts';

export const unitLine: Rule = {
  title: '표의 단위 줄과 머리글에는 표에 있는 수치의 단위가 빠짐없이, 그것만 적혀야 합니다.',
  reason: '단위가 없거나 다르면 명을 건으로, %p를 %로 잘못 읽습니다.',
  severity: 'warning',
  *find(input) {
    for (const block of input.document.blocks) {
      if (block.kind === 'table') yield* inTable(input, block);
      else if (block.kind === 'chart') yield* inChart(input, block.id, block.unitLine);
    }
  },
};

interface Counted {
  readonly definition: FigureDefinition;
  /** Printed behind the number itself. */
  readonly inCell: boolean;
  /** What a header of its row or column names, and which header. */
  readonly header: { readonly unit: Unit; readonly text: string } | undefined;
}

function* inTable({ plan, book }: CheckInput, table: TableBlock): Iterable<Found> {
  const all = countedIn(table, plan.units, (address) => book.get(address)?.definition);
  // A cell that holds "-" needs no unit, but a form's unit line may name it.
  const cells = all.filter(({ definition }) => book.get(definition.address)?.effective.kind === 'quantity');
  if (cells.length === 0) return;
  yield* wrongHeaders(table, cells, plan.units);
  const open = cells.filter(({ inCell, header }) => !inCell && header === undefined);
  const line = table.unitLine === undefined ? '' : lineOf(table.unitLine).text;
  const labels = unitLineLabels(line);
  const listed = labels ?? [];
  const has = (label: string, unit: Unit) => {
    const named = plan.units.named(label);
    return named !== undefined && isSameUnit(named, unit, plan.units);
  };
  const missing = distinct(
    open.flatMap(({ definition: { unit } }) =>
      listed.some((label) => has(label, unit)) ? [] : [unit.label],
    ),
  );
  // A column that is counted and holds no figures (사업 수) says nothing of its unit.
  const isCounted = gridOf(table).some((line) => line.some((cell) => isCount(cell)));
  const extra = listed.filter(
    (label) =>
      !all.some(({ definition: { unit } }) => has(label, unit)) &&
      !(isCounted && plan.units.named(label)?.kind === 'pieces'),
  );
  if (missing.length === 0 && extra.length === 0) return;
  const first = open.find(({ definition: { unit } }) => missing.includes(unit.label)) ?? cells[0];
  const units = distinct(cells.map(({ definition: { unit } }) => unit.label)).join(', ');
  const place: SourceLocation | undefined =
    table.unitLine?.place ??
    table.caption?.place ??
    plan.tables.get(table.id)?.place ??
    first?.definition.place;
  if (first === undefined || place === undefined) return;
  const said = labels === undefined ? '단위가 적혀 있지 않으나' : `단위 줄은 ‘${labels.join(', ')}’인데`;
  yield {
    subject: `${table.id} unit-line`,
    message: `${said} 표에 있는 수치의 단위는 ${units}입니다${detail(missing, extra)}.`,
    place,
    related: [{ place: first.definition.place, note: `단위 ${first.definition.unit.label}` }],
    stated: labels?.join(', ') ?? '',
    computed: units,
    remedy: korean`단위 줄을 ‘(단위 : ${distinct(open.map(({ definition: { unit } }) => unit.label)).join(', ')})’(으)로 적거나, 수치의 단위를 바로잡습니다.`,
  };
}

function isCount(cell: TableCell): boolean {
  const { role, figure, align } = cell;
  // Numbers of rows (연번) are no counts, and stand in the middle.
  return role === 'data' && figure === undefined && align === 'right' && /^\d+$/u.test(wordsOf(cell).trim());
}

function detail(missing: readonly string[], extra: readonly string[]): string {
  const words = [
    ...(missing.length > 0 ? [`빠진 단위: ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`표에 없는 단위: ${extra.join(', ')}`] : []),
  ];
  return words.length === 0 ? '' : `(${words.join(', ')})`;
}

function* wrongHeaders(table: TableBlock, cells: readonly Counted[], units: Units): Iterable<Found> {
  const reported = new Set<string>();
  for (const { definition, header } of cells) {
    if (header === undefined || isSameUnit(header.unit, definition.unit, units) || reported.has(header.text))
      continue;
    reported.add(header.text);
    yield {
      subject: `${table.id} ${header.text}`,
      message: `머리글 ‘${header.text}’의 단위는 ${header.unit.label}인데 그 아래 수치의 단위는 ${definition.unit.label}입니다.`,
      place: definition.place,
      stated: header.unit.label,
      computed: definition.unit.label,
      remedy: '머리글이나 수치의 단위를 바로잡습니다.',
    };
  }
}

function countedIn(
  table: TableBlock,
  units: Units,
  definitionOf: (address: FigureDefinition['address']) => FigureDefinition | undefined,
): readonly Counted[] {
  const grid = gridOf(table);
  return grid.flatMap((line, y) =>
    line.flatMap((cell, x): Counted[] => {
      const own = cell.figure && definitionOf(cell.figure);
      if (own === undefined || cell.column !== x) return [];
      const definition = { ...own, unit: shownUnit(cell) ?? own.unit };
      const above = grid.slice(0, y).flatMap((row) => row[x] ?? []);
      const headers = [...line.slice(0, x), ...above].filter((one) => one.role !== 'data');
      return [
        {
          definition,
          inCell: wordsOf(cell).includes(definition.unit.label),
          header: headerOf(headers, units, definition.unit),
        },
      ];
    }),
  );
}

/** The unit of its column, where the figure's own is another one. */
function shownUnit({ blocks, figure }: TableCell): Unit | undefined {
  const inlines = blocks.flatMap((block) => ('content' in block ? block.content.inlines : []));
  return inlines.flatMap((run) =>
    run.kind === 'figure' && run.address === figure ? (run.unit ?? []) : [],
  )[0];
}

function headerOf(headers: readonly TableCell[], units: Units, own: Unit): Counted['header'] {
  for (const header of headers) {
    const text = wordsOf(header).trim();
    const unit = unitInHeader(text, units, own);
    if (unit !== undefined) return { unit, text };
  }
  return undefined;
}

function wordsOf({ blocks }: TableCell): string {
  return blocks.map((block) => ('content' in block ? lineOf(block.content).text : '')).join(' ');
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** What a chart's unit line names is a unit of the tables that it shows. */
function* inChart({ plan, book }: CheckInput, id: string, text: TableBlock['unitLine']): Iterable<Found> {
  const chart = plan.charts.get(id.replace(/^chart-/u, ''));
  if (text === undefined || chart === undefined) return;
  const { source } = chart;
  const tables = tablesOf(source).flatMap((table) => plan.tables.get(table) ?? []);
  const isShares = source.kind === 'table' && SHARES.has(source.chart);
  const units = tables.flatMap(figuresOf).flatMap((address) => book.get(address)?.definition.unit ?? []);
  const wrong = (unitLineLabels(lineOf(text).text) ?? []).filter((label) => {
    if (isShares && label === '%') return false;
    const named = plan.units.named(label);
    return named === undefined || !units.some((unit) => isSameUnit(unit, named, plan.units));
  });
  if (wrong.length === 0 || units.length === 0) return;
  const all = distinct(units.map(({ label }) => label)).join(', ');
  yield {
    subject: `${id} unit-line`,
    message: korean`차트의 단위 줄에 적힌 ‘${wrong.join(', ')}’은(는) 차트가 보이는 표의 단위(${all})가 아닙니다.`,
    place: text.place,
    stated: wrong.join(', '),
    computed: all,
    remedy: '차트의 단위 줄을 표의 단위로 고칩니다.',
  };
}
