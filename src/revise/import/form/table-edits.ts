// 새표1, 새표2, as typed -> new tables of statistics, each at the end of a narrative.
import type Fraction from 'fraction.js';
import type { SourceLocation } from '../../../diagnostic.ts';
import { exactDigits, roundHalfUp, sameValue } from '../../../figure/quantity.ts';
import { showValue } from '../../../figure/show.ts';
import type { DerivedWords } from '../../../plan/check-words.ts';
import { captionTitle } from '../../../plan/figure-name.ts';
import { escaped } from '../../../plan/literal.ts';
import { madeId } from '../../../plan/made-id.ts';
import type { Plan } from '../../../plan/plan.ts';
import { formKey } from '../../../plan/plan-form.ts';
import type { StatisticsTable } from '../../../plan/statistics-table.ts';
import { valueText } from '../../apply/typed-value.ts';
import { setText, wordsOf } from '../../fill/set-text.ts';
import { ImportFaults } from '../import-faults.ts';
import type { WorkbookOrigin } from '../workbook-origin.ts';
import { yamlScalar } from '../yaml-scalar.ts';
import { type BorneOut, borneOut } from './borne-out.ts';
import type { FormEdit } from './form-edit.ts';
import { sameWords } from './form-rows.ts';
import { labelYear, type NewLine, type NewTable, newTable } from './new-table.ts';

/** Rules: those of `newTable`; `relation-made` and, as warnings, `value-does-not-follow`. */
export function tableEdits(
  origin: WorkbookOrigin,
  plan: Plan,
  words: readonly DerivedWords[],
  faults: ImportFaults,
): readonly FormEdit[] {
  const taken = new Set(plan.tables.keys());
  return origin.sheets
    .filter(({ columns }) => columns.has(formKey('tables')))
    .flatMap((home): FormEdit[] => {
      const own = new ImportFaults(faults.file, faults.reason);
      const table = newTable(home, origin, plan, words, own);
      const there = table && tableNamed(table.caption.text, plan);
      if (table !== undefined && there !== undefined) {
        tellAgain(table, there, plan, faults);
        return [];
      }
      for (const one of own.diagnostics) faults.diagnostics.push(one);
      if (table === undefined) return [];
      const id = madeId(table.caption.text, 'table', (one) => taken.has(one));
      taken.add(id);
      return [editOf(table, id, plan, faults)];
    });
}

/** The table of the plan with the caption, most likely from this very sheet, which is handed in again. */
function tableNamed(caption: string, { tables }: Plan): StatisticsTable | undefined {
  return [...tables.values()].find((table) => sameWords(captionTitle(table.caption?.text ?? ''), caption));
}

/** Numbers that are not those of the table that is there: they are typed into its own sheet. Rule `cell-not-taken`, a warning. */
function tellAgain(table: NewTable, there: StatisticsTable, { figures }: Plan, faults: ImportFaults): void {
  const given = new Map(figures.map((one) => [one.address, one.given]));
  const other = table.cells.flatMap((row, y) =>
    row.flatMap((typed, x) => {
      const cell = there.cells[y]?.[x];
      const is = cell?.kind === 'figure' ? given.get(cell.address) : undefined;
      const isSame = typed && is !== undefined && sameValue(is, typed.value);
      return typed === undefined || typed.value.kind === 'missing' || isSame ? [] : [typed];
    }),
  );
  const [first] = other;
  if (first === undefined) return;
  faults.add({
    rule: 'cell-not-taken',
    severity: 'warning',
    place: first.place,
    message: `이미 있는 표와 다른 값 ${other.length}개를 가져오지 않습니다: ${table.caption.text}`,
    expected: '새로 만든 plan.xlsx에서 그 표의 시트에 적은 값',
  });
}

interface Entry {
  readonly id: string;
  readonly year?: number;
  readonly line: NewLine;
}

/** A line of the file with the place on the sheet that it comes of. */
type Written = readonly [text: string, place: SourceLocation, cells?: readonly SourceLocation[]];

function editOf(table: NewTable, id: string, plan: Plan, faults: ImportFaults): FormEdit {
  const { caption, source, corner, unit, unitWords, file } = table;
  const note = `${id}-source`;
  const isFramed = [...plan.tables.values()].some((one) => one.caption?.text.startsWith('<'));
  const title = `${escaped(caption.text)}${source.text === '' ? '' : `[^${note}]`}`;
  const columns = table.columns.map((line, index) => entryOf('column-', line, index));
  const rows = table.rows.map((line, index) => entryOf('row-', line, index));
  const { relations, computed } = relationsOf(table, rows, columns, faults);
  const digits = seriesDigits(table, columns);
  const cellText = (y: number, x: number): string => {
    const words = table.texts[y]?.[x] ?? '';
    if (table.columns[x]?.isText) return words === '' ? '~' : yamlScalar(escaped(words));
    const { value, unit: own } = table.cells[y]?.[x] ?? {};
    if (value === undefined || own === undefined) return 'missing';
    if (value.kind === 'missing' && computed.has(`${y}/${x}`)) return 'computed';
    const text =
      value.kind === 'quantity'
        ? valueText({ ...value, digits: Math.max(value.digits, digits(y, x)) })
        : valueText(value);
    return text === '-' ? "'-'" : text;
  };
  const axis = ({ id: own, year, line }: Entry): Written => {
    const name = year === undefined ? `label: ${yamlScalar(escaped(line.cell.text))}` : `period: ${year}`;
    const unit = line.unit === undefined ? '' : `, unit: ${yamlScalar(line.unit.label)}`;
    const said = line.isText ? ', kind: text' : unit;
    return [`  - { id: ${own}, ${name}${said} }`, line.cell.place];
  };
  const at = caption.place;
  const written: readonly Written[] = [
    [`id: ${id}`, at],
    [`caption: ${yamlScalar(isFramed ? `< ${title} >` : title)}`, at],
    ...(unitWords.length === 0
      ? []
      : [[`unit-line: ${yamlScalar(`(단위 : ${unitWords.join(', ')})`)}`, at] as const]),
    [`corner: ${yamlScalar(escaped(corner.text))}`, corner.place],
    ...(unit === undefined ? [] : [[`unit: ${yamlScalar(unit.label)}`, at] as const]),
    ['columns:', at],
    ...columns.map(axis),
    ['rows:', at],
    ...rows.map(axis),
    ['cells:', at],
    ...rows.map(
      (row, y): Written => [
        `  ${row.id}: [${columns.map((_, x) => cellText(y, x)).join(', ')}]`,
        row.line.cell.place,
        table.cells[y]?.map((cell) => cell?.place ?? row.line.cell.place) ?? [],
      ],
    ),
    ...(relations.length === 0 ? [] : [['relations:', at] as const, ...relations]),
  ];
  return {
    ...{ what: '새 통계표', before: '', after: caption.text, place: caption.place },
    made: {
      file: `statistics/${id}.yaml`,
      at: (line, column) => placeIn(written, line, column) ?? caption.place,
    },
    write: (texts) => {
      texts.set(`statistics/${id}.yaml`, `${written.map(([text]) => text).join('\n')}\n`);
      if (source.text !== '') setText(texts, 'notes.yaml', [note], wordsOf(source.text));
      const narrative = `narrative/${file}.hbs`;
      texts.set(narrative, `${(texts.get(narrative) ?? '').trimEnd()}\n\n{{table "${id}"}}\n`);
    },
  };
}

/** The cell that the place in the file was written from. */
function placeIn(written: readonly Written[], line: number, column: number): SourceLocation | undefined {
  const [text = '', place, cells = []] = written[line - 1] ?? [];
  const before = text.slice(0, column - 1);
  return before.includes('[') ? (cells[before.split(',').length - 1] ?? place) : place;
}

/** A year is one that moves with the plan's. */
function entryOf(prefix: string, line: NewLine, index: number): Entry {
  const year = labelYear(line.cell.text);
  return year === undefined ? { id: `${prefix}${index + 1}`, line } : { id: `${year}`, year, line };
}

/** The decimals of the finest number in the same series: a column, or a row where the columns are years. */
function seriesDigits(table: NewTable, columns: readonly Entry[]): (y: number, x: number) => number {
  const isAcross = columns.every(({ year }) => year !== undefined);
  return (y, x) => {
    const own = table.cells[y]?.[x];
    const series = isAcross ? (table.cells[y] ?? []) : table.cells.flatMap((row) => row[x] ?? []);
    const peers = series.flatMap((cell) =>
      cell?.value.kind === 'quantity' && cell.unit.label === own?.unit.label ? [cell.value.digits] : [],
    );
    return Math.max(0, ...peers);
  };
}

/** What the numbers bear out, as lines of the file; told, and what of them does not follow. */
function relationsOf(
  table: NewTable,
  rows: readonly Entry[],
  columns: readonly Entry[],
  faults: ImportFaults,
): { readonly relations: readonly Written[]; readonly computed: ReadonlySet<string> } {
  const gridLine = ({ id, year, line: { kind, cell, isText } }: Entry) => ({
    id,
    label: cell.text,
    isText,
    kind,
    ...(year === undefined ? {} : { year }),
  });
  const found = borneOut({ rows: rows.map(gridLine), columns: columns.map(gridLine), cells: table.cells });
  const computed = new Set<string>();
  const relations = found.flatMap((one): readonly Written[] => {
    const { axis, index, text, lines } = one;
    const [own, others] = axis === 'rows' ? [rows[index], columns] : [columns[index], rows];
    if (own === undefined) return [];
    tell(one, own, table, faults);
    if (text === undefined) return [];
    const spot = (line: number) => (axis === 'rows' ? `${index}/${line}` : `${line}/${index}`);
    for (const line of lines) computed.add(spot(line));
    const key = (line: string) => (axis === 'rows' ? `${own.id}/${line}` : `${line}/${own.id}`);
    const keys = lines.length === others.length ? ['*'] : lines.map((line) => others[line]?.id ?? '');
    return keys.map((line): Written => [`  '${key(line)}': ${text}`, own.line.cell.place]);
  });
  return { relations, computed };
}

function tell(
  { axis, index, text, words, misses }: BorneOut,
  { line: { cell } }: Entry,
  table: NewTable,
  faults: ImportFaults,
): void {
  if (text !== undefined)
    faults.add({
      rule: 'relation-made',
      severity: 'information',
      place: cell.place,
      message: `‘${cell.text}’의 값이 맞아 산식을 함께 적었습니다: ${words}`,
      expected: '산식이 아니면 통계 파일의 relations에서 그 줄을 지웁니다.',
    });
  for (const { line, computed } of misses) {
    const own = axis === 'rows' ? table.cells[index]?.[line] : table.cells[line]?.[index];
    const across = axis === 'rows' ? table.columns[line] : table.rows[line];
    if (own?.value.kind !== 'quantity') continue;
    const shown = (exact: Fraction, digits: number) =>
      `${showValue({ kind: 'quantity', exact: roundHalfUp(exact, digits), digits }, digits)}${own.unit.label}`;
    const { exact, digits } = own.value;
    faults.add({
      rule: 'value-does-not-follow',
      severity: 'warning',
      place: own.place,
      message: `‘${cell.text}’(${across?.cell.text ?? ''})에 적은 값은 ${shown(exact, digits)}, 셈한 값은 ${shown(computed, Math.max(digits, Math.min(2, exactDigits(computed) ?? digits)))}입니다(${words}).`,
      expected: '두 값 가운데 틀린 것을 고칩니다. 맞으면 그대로 둡니다.',
    });
  }
}
