// The lines of a programme, grouped and chosen -> the rows of a table over it: an axis, and what lines each row is of.
import type { SourceLocation } from '../diagnostic.ts';
import type { Programme } from '../plan/programme.ts';
import {
  type Belonging,
  belongingLabel,
  belongings,
  belongsTo,
  type ProgrammeLine,
} from '../plan/programme-lines.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { AxisEntry, Emphasis } from '../plan/statistics-table.ts';
import { depthOf } from './axis.ts';
import type { Faults } from './faults.ts';
import type { Axis, Leaf } from './leaf.ts';
import { patternsOf } from './pattern.ts';

export interface ProgrammeRow {
  readonly leaf: Leaf;
  readonly lines: readonly ProgrammeLine[];
  /** A subtotal or the total, of the rows that are no sums within its group. */
  readonly isSum: boolean;
  /** The ids of the groups around it. */
  readonly group: readonly string[];
  /** The year that it is of, where rows are years. */
  readonly year?: number;
}

interface RowPlan {
  readonly each: 'project' | 'year' | Belonging;
  readonly groups: readonly Belonging[];
  /** The words of subtotals. */
  readonly subtotals: ReadonlyMap<string, SourceText>;
  readonly total: SourceText | undefined;
  readonly isTotalBelow: boolean;
  /** Where rows are asked for. */
  readonly place: SourceLocation;
}

/** Of what belongs nowhere. */
const NOWHERE = { id: 'none', label: '미지정' };
/** Of what stands under no subtask of a task that has some. */
const REST = '그 밖의 세부사업';
const SUBTOTAL = 'subtotal';
const TOTAL = 'total';

export function programmeRows(
  programme: Programme,
  lines: readonly ProgrammeLine[],
  { each, groups, subtotals, total, isTotalBelow, place }: RowPlan,
  faults: Faults,
): { readonly axis: Axis; readonly rows: readonly ProgrammeRow[] } {
  const leaves: Leaf[] = [];
  const byId = new Map<string, Leaf>();
  const rows: ProgrammeRow[] = [];
  const entry = (
    id: string,
    label: SourceText,
    group: readonly string[],
    own: readonly ProgrammeLine[],
    emphasis: Emphasis,
    year?: number,
  ): AxisEntry[] => {
    const ids = [...group, id];
    const leaf: Leaf = {
      ...{ id: ids.join('-'), ids, index: leaves.length, place },
      ...{ unit: undefined, digits: undefined, previous: undefined },
      ...{ holdsText: false, merged: false, withUnit: false },
    };
    const twin = byId.get(leaf.id);
    if (twin !== undefined) {
      faults.add({
        rule: 'duplicate-id',
        place,
        message: `두 행의 id가 같아집니다: ${leaf.id}`,
        expected: '이어 적었을 때 서로 다른 과제와 세부사업의 id',
      });
      return [];
    }
    byId.set(leaf.id, leaf);
    leaves.push(leaf);
    rows.push({ leaf, lines: own, isSum: emphasis !== 'none', group, ...(year && { year }) });
    return [{ id, label, emphasis, children: [], ...(year && { period: year, years: 'fixed' }) }];
  };
  const word = (text: string): SourceText => ({ text, literal: true, place });
  /** The lines by what they belong to, in its order, those of nothing last. */
  const isByTask = groups.includes('task');
  const parted = (own: readonly ProgrammeLine[], to: Belonging) =>
    [...belongings(programme, lines, to), undefined].flatMap((key) => {
      const members = own.filter((line) => belongsTo(line, to) === key);
      const [first] = members;
      if (first === undefined) return [];
      // A task need not have the level between it and its projects.
      const none = to === 'subtask' ? '-' : NOWHERE.label;
      const id = to === 'subtask' && isByTask ? first.subtask?.id : key;
      return [{ id: id ?? NOWHERE.id, label: belongingLabel(first, to) ?? word(none), members }];
    });
  const inTurn = (sum: () => AxisEntry[], parts: () => AxisEntry[]): AxisEntry[] => {
    if (isTotalBelow) return [...parts(), ...sum()];
    return [...sum(), ...parts()];
  };
  /** What stands under no subtask is a row of its task. */
  const subtaskRows = (own: readonly ProgrammeLine[], group: readonly string[]): AxisEntry[] => {
    const rowId = ({ task, subtask }: ProgrammeLine) =>
      subtask === undefined ? task.id : isByTask ? subtask.id : `${task.id}-${subtask.id}`;
    return [...new Set(own.map(({ task, subtask }) => subtask ?? task))].flatMap((of) => {
      const members = own.filter(({ task, subtask }) => (subtask ?? task) === of);
      const [first] = members;
      if (first === undefined) return [];
      const isRest = first.subtask === undefined && first.task.subtasks.length > 0;
      return entry(rowId(first), isRest ? word(REST) : of.name.canonical, group, members, 'none');
    });
  };
  const rowsOf = (own: readonly ProgrammeLine[], group: readonly string[]): AxisEntry[] => {
    if (each === 'subtask') return subtaskRows(own, group);
    if (each === 'year')
      return programme.years.flatMap((year) =>
        entry(String(year), word(`${year}년`), group, own, 'none', year),
      );
    if (each !== 'project')
      return parted(own, each).flatMap(({ id, label, members }) => entry(id, label, group, members, 'none'));
    return own.flatMap((line) => {
      const { task, project } = line;
      const withTask = groups.at(-1) === 'task' || (groups.at(-1) === 'subtask' && isByTask);
      const id = project === undefined ? task.id : withTask ? project.id : `${task.id}-${project.id}`;
      return entry(id, (project ?? task).name.canonical, group, [line], 'none');
    });
  };
  const grouped = (
    own: readonly ProgrammeLine[],
    by: readonly Belonging[],
    group: readonly string[],
  ): AxisEntry[] => {
    const [to, ...rest] = by;
    if (to === undefined) return rowsOf(own, group);
    return parted(own, to).map(({ id, label, members }) => {
      const inner = [...group, id];
      const words = subtotals.get(to);
      const children = inTurn(
        () => (words === undefined ? [] : entry(SUBTOTAL, words, inner, members, 'own')),
        () => grouped(members, rest, inner),
      );
      return { id, label, emphasis: 'none' as const, children };
    });
  };
  const entries = inTurn(
    () => (total === undefined ? [] : entry(TOTAL, total, [], lines, 'total')),
    () => grouped(lines, groups, []),
  );
  return { axis: { entries, leaves, byId, byPattern: patternsOf(leaves), depth: depthOf(entries) }, rows };
}
