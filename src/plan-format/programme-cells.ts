// The rows of a table over the programme and what a column asks for -> its cells: texts, and figures tied to the programme's.
import { korean } from '../diagnostic/particle.ts';
import { type Address, tableAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit } from '../figure/unit.ts';
import type { ProgrammeLine } from '../plan/programme-lines.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { StatisticsCell } from '../plan/statistics-table.ts';
import type { CellEntry } from './cell-entry.ts';
import type { Faults } from './faults.ts';
import type { Leaf } from './leaf.ts';
import type { Scalar } from './node.ts';
import type { Field, FigureField, TiedFigures } from './programme-fields.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { sum } from './task-slots.ts';

export const EMPTY = { kind: 'empty' } as const;

export interface MadeCell {
  readonly entry: CellEntry;
  readonly cell: StatisticsCell;
  readonly relation?: Relation;
  /** The figure above reaches over it. */
  readonly isCovered?: true;
}

interface TableWords {
  readonly planYear: number;
  /** What fields are called. */
  readonly words: Readonly<Record<string, string>>;
}

/** One a row. */
export function columnCells(
  table: string,
  column: Leaf,
  field: Field,
  rows: readonly ProgrammeRow[],
  tied: TiedFigures,
  said: TableWords,
  faults: Faults,
): readonly MadeCell[] {
  const { place } = column;
  const own = rows.filter(({ isSum }) => !isSum);
  switch (field.kind) {
    case 'text':
      return rows.map(({ lines, isSum }) =>
        textCell(isSum ? [] : lines.flatMap((line) => field.of(line) ?? [])),
      );
    case 'number':
      return rows.map((row) => textCell(row.isSum ? [] : [{ text: String(own.indexOf(row) + 1), place }]));
    case 'count':
      return rows.map(({ lines }) => {
        const count = lines.filter(({ project }) => project !== undefined).length;
        return textCell([{ text: String(count), place }], 'right');
      });
    case 'computed':
      return rows.map((row) => figureCell(table, row.leaf, column, undefined, undefined, 0));
    case 'figure':
      return figureCells(table, column, field, rows, tied, said, faults);
  }
}

export const COVERED: MadeCell = { entry: EMPTY, cell: EMPTY, isCovered: true };

export function dash({ place }: Leaf): MadeCell {
  return textCell([{ text: '-', place }], 'right');
}

/** Different texts, one below the other. */
function textCell(texts: readonly SourceText[], align?: 'right'): MadeCell {
  const different = texts.filter(({ text }, index) => texts.findIndex((one) => one.text === text) === index);
  const [first] = different;
  if (first === undefined) return { entry: EMPTY, cell: EMPTY };
  const text =
    different.length === 1 ? first : { ...first, text: different.map((one) => one.text).join('\n') };
  const cell = { kind: 'text', text, bold: false, across: 1, ...(align && { align }) } as const;
  return { entry: cell, cell };
}

function figureCell(
  table: string,
  row: Leaf,
  column: Leaf,
  unit: Unit | undefined,
  relation: Relation | undefined,
  digits: number,
  down = 1,
): MadeCell {
  const { place } = column;
  const scalar: Scalar = { kind: 'scalar', text: 'computed', plain: true, verbatim: false, place };
  return {
    entry: {
      ...{ kind: 'figure', given: undefined, published: undefined, inferred: false, bold: false },
      withUnit: column.withUnit,
      unit: unit && { ...scalar, text: unit.label },
      digits: column.digits ?? digits,
      scalar,
    },
    cell: {
      ...{ kind: 'figure', bold: false, withUnit: column.withUnit, place },
      address: tableAddress(table, row.id, column.id),
      ...(down > 1 && { down }),
    },
    ...(relation && { relation }),
  };
}

/** What of a field stands in the row of a year: money of that year; all else is the plan's. */
function fieldIn(field: FigureField, year: number, planYear: number): FigureField | undefined {
  if (year === planYear) return field;
  const [kind, ...rest] = field.path;
  if (kind !== 'funding') return undefined;
  return { ...field, path: ['yearly', String(year), ...rest], isOwn: true };
}

/** Of each row what it is tied to; of sums the cells of their rows. */
function figureCells(
  table: string,
  column: Leaf,
  field: FigureField,
  rows: readonly ProgrammeRow[],
  tied: TiedFigures,
  { planYear, words }: TableWords,
  faults: Faults,
): readonly MadeCell[] {
  const unit = column.unit ?? field.unit;
  const typed = column.unit === undefined ? unit : undefined;
  const lost = new Map<string, ProgrammeLine>();
  /** The last row that a task's figure reaches to. */
  let reached = -1;
  const tiedTo = rows.map((row, index): { readonly addresses: readonly Address[]; readonly down: number } => {
    const { lines, isSum } = row;
    const [line] = lines;
    if (isSum || line === undefined || index <= reached) return { addresses: [], down: 1 };
    if (row.year !== undefined) {
      const ofYear = fieldIn(field, row.year, planYear);
      return { addresses: ofYear ? tied.of(ofYear, unit, lines).addresses : [], down: 1 };
    }
    if (lines.length > 1 || line.project === undefined || tied.isSplit(field, line)) {
      const found =
        lines.length === 1
          ? { addresses: [tied.at(field, unit, line, false) ?? []].flat(), lost: [] }
          : tied.of(field, unit, lines);
      for (const one of found.lost) lost.set(one.task.id, one);
      return { addresses: found.addresses, down: 1 };
    }
    // A task's figure of all its projects stands beside all of their rows.
    const whole = tied.at(field, unit, line, true);
    const isApart = (other: ProgrammeRow): boolean =>
      other.isSum || other.lines[0]?.task !== line.task || other.group.join('/') !== row.group.join('/');
    const below = rows.slice(index).findIndex(isApart);
    const block = rows.slice(index, below < 0 ? undefined : index + below);
    if (
      whole === undefined ||
      !tied.isWhole(
        block.flatMap((one) => one.lines),
        ({ task }) => task.id,
      )
    ) {
      if (whole !== undefined) lost.set(line.task.id, line);
      return { addresses: [tied.at(field, unit, line, false) ?? []].flat(), down: 1 };
    }
    reached = index + block.length - 1;
    return { addresses: [whole], down: block.length };
  });
  const path = field.path.join('/').replace(/^(yearly\/.*)\/total$/, '$1');
  const name = words[path] ?? words[field.path[0] ?? ''] ?? path;
  for (const { task } of lost.values())
    faults.add({
      rule: 'missing-key',
      severity: 'warning',
      place: column.place,
      message: korean`과제 ‘${task.name.canonical.text}’의 ${name}은(는) 세부사업마다 적지 않아 이 표의 합에 다 들지 않습니다.`,
      expected: '세부사업마다 적은 수, 또는 과제의 세부사업이 모두 잇달아 나오는 표',
      related: [{ place: task.place, note: '과제' }],
    });
  const covered = new Set<number>();
  tiedTo.forEach(({ down }, index) => {
    for (let row = index + 1; row < index + down; row++) covered.add(row);
  });
  return rows.map(({ leaf, isSum, group }, index): MadeCell => {
    if (covered.has(index)) return COVERED;
    const { addresses, down } = tiedTo[index] ?? { addresses: [], down: 1 };
    const operands = isSum
      ? rows.flatMap((row, at) =>
          !row.isSum &&
          group.every((id, depth) => row.group[depth] === id) &&
          (tiedTo[at]?.addresses.length ?? 0) > 0
            ? [tableAddress(table, row.leaf.id, column.id)]
            : [],
        )
      : addresses;
    const [first] = operands;
    if (first === undefined) return dash(column);
    const relation: Relation = operands.length === 1 && !isSum ? { kind: 'same', as: first } : sum(operands);
    const digits = tied.digits(isSum ? tiedTo.flatMap((one) => one.addresses) : addresses, unit);
    return figureCell(table, leaf, column, typed, relation, digits, down);
  });
}
