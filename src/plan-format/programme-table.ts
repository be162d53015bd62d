// statistics/<table>.yaml with `rows: each project` -> a table over the programme, its cells tied to the programme's figures.
import { isId } from '../figure/address.ts';
import type { Units } from '../figure/unit.ts';
import { isDetail } from '../plan/details.ts';
import type { Labels } from '../plan/labels.ts';
import type { OfficeKind } from '../plan/office.ts';
import type { Programme } from '../plan/programme.ts';
import { belongings, belongsTo, linesOf, type ProgrammeLine } from '../plan/programme-lines.ts';
import type { SourceText } from '../plan/source-text.ts';
import { readAssertions } from './assertions.ts';
import { readAxis } from './axis.ts';
import { cellKey, readCellRules } from './cell-rules.ts';
import { didYouMean, Faults } from './faults.ts';
import { checkFileName } from './file-name.ts';
import type { Leaf } from './leaf.ts';
import type { Mapping, Scalar } from './node.ts';
import { columnCells, EMPTY } from './programme-cells.ts';
import { withoutOperands } from './programme-computed.ts';
import { type Field, fieldNames, fieldOf, fieldWords, TiedFigures } from './programme-fields.ts';
import { programmeRows } from './programme-rows.ts';
import type { Slot } from './programme-slots.ts';
import {
  type FieldShape,
  GROUP_KINDS,
  PROGRAMME_TABLE_FILE,
  type ProgrammeTableShape,
  ROW_KINDS,
} from './programme-table-shape.ts';
import { id, list, named } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';
import { spareColumns, spareOf } from './spare-columns.ts';
import { readLabelWidths, type TableDraft, tableHead } from './statistics-file.ts';
import { COLUMN_WIDTH } from './statistics-shape.ts';

/** A table whose rows are not known before the programme is. */
export interface ProgrammeTableDraft {
  readonly over: 'programme';
  readonly name: string;
  readonly file: ProgrammeTableShape;
}

/** Whether the rows are said by a word instead of a list. */
export function isProgrammeTable(root: Mapping): boolean {
  return root.entries.some(
    ({ key, value }) => key.text === 'rows' && value.kind === 'scalar' && !value.text.startsWith('years'),
  );
}

export function readProgrammeTable(
  root: Mapping,
  name: string,
  faults: Faults,
): ProgrammeTableDraft | undefined {
  const file = readShape(root, PROGRAMME_TABLE_FILE, faults);
  if (file === undefined || !isId(name)) return undefined;
  checkFileName(file.id, name, faults);
  return { over: 'programme', name, file };
}

interface ProgrammeParts {
  readonly programme: Programme;
  /** All of the programme's figures. */
  readonly slots: readonly Slot[];
  readonly office: OfficeKind;
  /** The plan's. */
  readonly year: number;
  readonly labels: Labels | undefined;
  readonly units: Units;
  /** Whether a part of the programme could not be read: what is not found is not at fault. */
  readonly lost: boolean;
}

export function programmeTable(
  { name, file }: ProgrammeTableDraft,
  { programme, slots: known, office, year, labels, units, lost }: ProgrammeParts,
  faults: Faults,
): TableDraft | undefined {
  const each = ROW_KINDS.find((kind) => file.rows.text === `each ${kind}`);
  if (each === undefined) return undefined;
  const before = faults.count;
  const slots = new Map(known.map((slot) => [slot.address, slot]));
  const lines = linesOf(programme);
  const chosen = chosenLines(lines, file, programme, lost ? undefined : faults);
  const groups = (file.groups ?? []).flatMap(({ text }) => GROUP_KINDS.find((kind) => kind === text) ?? []);
  refuseGroups(file, each, faults);
  const place = file.rows.place;
  const { axis: rows, rows: parts } = programmeRows(
    programme,
    chosen,
    {
      ...{ each, groups, place },
      subtotals: new Map((file.subtotals ?? []).map(({ key, value }) => [key.text, sourceText(value)])),
      total: file.total && sourceText(file.total),
      isTotalBelow: file['totals-at']?.text === 'bottom',
    },
    faults,
  );
  const words = fieldWords(programme, office, labels);
  const fields: Field[] = [];
  const names = fieldNames(programme);
  const shapes = labelled(file.columns, [], {
    words,
    onLeaf: (shape, path) => {
      const typed = shape.field ?? shape.id;
      const text = shape.field?.text ?? path.join('/');
      const field = fieldOf(text, programme, slots);
      if (field === undefined && !lost)
        faults.add({
          rule: 'unknown-id',
          place: typed.place,
          message: `세부사업이나 과제에 없는 항목입니다: ${text}`,
          expected: didYouMean(text, names, names.join(', ')),
        });
      fields.push(field ?? { kind: 'text', of: () => undefined });
    },
  });
  const columns = readAxis(
    shapes,
    { year: 0, periodLabels: 'long', defaultWidth: COLUMN_WIDTH, units, years: 'fixed' },
    faults,
  );
  // A column that is no leaf is at fault, and told.
  if (columns.leaves.length !== fields.length) return undefined;
  const tied = new TiedFigures(slots, lines);
  const cellsOf = (column: Leaf, field: Field, told: Faults) =>
    columnCells(name, column, field, parts, tied, { planYear: year, words }, told);
  const all = columns.leaves.map((column, index) =>
    cellsOf(column, fields[index] ?? { kind: 'computed' }, faults),
  );
  const spare = spareColumns(columns, fields, programme.sources, office).map((one) => ({
    ...one,
    // What is lost of one source is lost of those that the table asks for, and told there.
    cells: cellsOf(one.leaf, one.field, new Faults()),
  }));
  const typed = rows.leaves.map(({ index }) => all.map((column) => column[index]?.entry ?? EMPTY));
  // Without rows no cell is named.
  const rules = rows.leaves.length === 0 ? NO_RULES : readCellRules(file, rows, columns, typed, faults);
  const asserts =
    file.asserts && rows.leaves.length > 0
      ? readAssertions(file.asserts, { table: name, rows, columns, entries: typed }, faults)
      : undefined;
  const { cells, entries, ...rest } = withoutOperands({ table: name, rows, columns, cells: all }, rules);
  const made = new Map(
    [...cells, ...spare.map((one) => one.cells)].flatMap((column, at) =>
      column.flatMap(({ relation }, index) =>
        relation === undefined ? [] : [[cellKey({ index }, { index: at }), relation] as const],
      ),
    ),
  );
  const heads =
    file.heads?.map(sourceText) ??
    [...groups, each].map((kind): SourceText => ({ text: words[kind] ?? '', place }));
  if (heads.length !== groups.length + 1)
    faults.add({
      rule: 'cells-do-not-tile',
      place: file.heads?.[0]?.place ?? place,
      message: `행 이름의 열은 ${groups.length + 1}개인데 heads는 ${heads.length}개입니다.`,
      expected: `머리 ${groups.length + 1}개`,
    });
  return {
    table: {
      ...tableHead(file, name),
      corner: file.corner ? sourceText(file.corner) : { text: '', place },
      ...(file.corner === undefined && { heads }),
      columns: columns.entries,
      rows: rows.entries,
      cells: rows.leaves.map(({ index }) => cells.map((column) => column[index]?.cell ?? EMPTY)),
      mergedColumns: [],
      labelWidths: readLabelWidths(file, groups.length + 1, faults),
      ...defined({ asserts, spare: spareOf(spare) }),
      isOfProgramme: true,
    },
    rows,
    columns: { ...columns, leaves: [...columns.leaves, ...spare.map(({ leaf }) => leaf)] },
    entries: entries.map((row, at) => [...row, ...spare.map((one) => one.cells[at]?.entry ?? EMPTY)]),
    made,
    unit: undefined,
    ...rest,
    rulesAtFault: faults.count > before,
  };
}

const NO_RULES = { relations: new Map(), equals: new Map() } as const;

/** Groups have to be wider than rows, and wider ones stand around the others. */
function refuseGroups(
  { groups = [], subtotals = [], rows }: ProgrammeTableShape,
  each: string,
  faults: Faults,
): void {
  for (const { key } of subtotals)
    if (isGroup(key) && groups.every(({ text }) => text !== key.text))
      faults.add({
        rule: 'unknown-id',
        place: key.place,
        message: `groups에 없는 묶음의 소계입니다: ${key.text}`,
        expected: groups.map(({ text }) => text).join(', ') || 'groups에 적은 묶음',
      });
  groups.forEach((group, index) => {
    if (!isGroup(group)) return;
    const isAgain = groups.slice(0, index).some(({ text }) => text === group.text);
    const levels = ['strategy', 'task', 'subtask'];
    const isNarrow =
      group.text === each || (levels.includes(each) && levels.indexOf(group.text) > levels.indexOf(each));
    if (isAgain || isNarrow)
      faults.add({
        rule: 'duplicate-id',
        place: group.place,
        message: isAgain
          ? `같은 묶음이 두 번 나옵니다: ${group.text}`
          : `행보다 넓지 않은 묶음입니다: ${group.text}`,
        expected: '행을 포함하는 서로 다른 묶음',
        related: [{ place: rows.place, note: '행' }],
      });
  });
}

function isGroup({ text }: Scalar): boolean {
  return GROUP_KINDS.some((kind) => kind === text);
}

const IDS = [id, list(id)] as const;
const WORDS = [named, list(named)] as const;

/** Told of what is asked for and is not there, where there are faults. */
function chosenLines(
  lines: readonly ProgrammeLine[],
  file: ProgrammeTableShape,
  programme: Programme,
  faults: Faults | undefined,
): readonly ProgrammeLine[] {
  const told = faults ?? new Faults();
  let chosen = lines;
  for (const { key, value } of file.where ?? []) {
    const by = GROUP_KINDS.find((kind) => kind === key.text);
    if (by === undefined) continue;
    const isSaid = isDetail(by);
    const nameOf = (line: ProgrammeLine) => (isSaid ? line.details[by]?.text.text : belongsTo(line, by));
    const known = isSaid
      ? [...new Set(lines.flatMap((line) => nameOf(line) ?? []))]
      : belongings(programme, lines, by);
    const [one, many] = isSaid ? WORDS : IDS;
    const read = value.kind === 'sequence' ? readShape(value, many, told) : readShape(value, one, told);
    const asked = [read ?? []].flat();
    for (const { text, place } of asked)
      if (!known.includes(text))
        faults?.add({
          rule: 'unknown-id',
          place,
          message: isSaid ? `어느 사업에도 적지 않은 말입니다: ${text}` : `없는 id입니다: ${text}`,
          expected: didYouMean(text, known, known.join(', ') || '과제나 세부사업에 적은 말'),
        });
    chosen = chosen.filter((line) => asked.some(({ text }) => text === nameOf(line)));
  }
  const empty = (message: string, expected: string) =>
    faults?.add({ rule: 'unknown-id', severity: 'warning', place: file.rows.place, message, expected });
  if (chosen.length === 0 && lines.length > 0)
    empty('고른 것이 하나도 없어 행이 없는 표입니다.', '있는 전략, 과제, 분류를 고른 where');
  else if (file.rows.text === 'each year' && programme.years.length === 0)
    empty('해마다의 예산을 적은 사업이 없어 행이 없는 표입니다.', '과제나 세부사업의 yearly');
  return chosen;
}

interface Labelling {
  readonly words: Readonly<Record<string, string>>;
  readonly onLeaf: (shape: FieldShape, path: readonly string[]) => void;
}

/** The columns with the names of their fields where they say none; each leaf is handed on, in order. */
function labelled(
  shapes: readonly FieldShape[],
  above: readonly string[],
  { words, onLeaf }: Labelling,
): readonly FieldShape[] {
  return shapes.map((shape) => {
    const path = [...above, shape.id.text];
    const inner = shape.columns ?? [];
    const columns = labelled(inner, path, { words, onLeaf });
    if (inner.length === 0) onLeaf(shape, path);
    const field = shape.field?.text ?? path.join('/');
    const label = words[field];
    return {
      ...shape,
      ...(inner.length > 0 && { columns }),
      ...(shape.label === undefined &&
        label !== undefined && { label: { ...shape.id, text: label, plain: false, verbatim: false } }),
    };
  });
}
