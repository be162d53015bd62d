// A table with the months of a year -> the phases of each project.
import { axisOfYear, columnName, type ScheduleUnit } from '../../plan/schedule-axis.ts';
import { type Cell, coveringCells, type Grid } from '../block.ts';
import { likeness, packed, plain, withoutBold } from '../inline-text.ts';
import {
  type NameDraft,
  type PhaseDraft,
  type ProgrammeDraft,
  type ProjectDraft,
  spell,
} from './programme-draft.ts';

/** By whose columns a table is known for one. */
const AXES = [axisOfYear('months'), axisOfYear('quarters')];

export interface ScheduleAxis {
  readonly unit: ScheduleUnit;
  readonly count: number;
  /** The head over the names. */
  readonly corner: string;
}

const LEAST = 0.45;
const NUMBER = /^(?:\d{1,2}[.)]\s?|[①-⑳]\s?)/u;

/** Undefined for a table of anything but the months or quarters of a year. */
export function scheduleAxis({ rows, width }: Grid): ScheduleAxis | undefined {
  const heads = (rows[0] ?? []).map((cell) => packed(cell?.text ?? ''));
  const found = AXES.find(
    (axis) =>
      width === axis.columns + 1 &&
      heads.slice(1).every((text, index) => text === columnName(axis, index + 1)),
  );
  return found && { unit: found.unit, count: found.columns, corner: plain(rows[0]?.[0]?.text ?? '') };
}

/** Gives the projects their phases. Undefined, with nothing changed, where a row belongs to none of them. */
export function scheduled(programme: ProgrammeDraft, grid: Grid, { count }: ScheduleAxis): true | undefined {
  const rows = coveringCells(grid).slice(1);
  const order = programme.strategies.flatMap((strategy): readonly Entry[] => [
    { kind: 'strategy', draft: strategy },
    ...strategy.tasks.flatMap((task): readonly Entry[] => [
      { kind: 'task', draft: task },
      ...task.projects.map((draft, index): Entry => ({ kind: 'project', draft, index })),
    ]),
  ]);
  const changes: (() => void)[] = [];
  const lanes = new Map<ProjectDraft, (readonly PhaseDraft[])[]>();
  let at = -1;
  let open: ProjectDraft | undefined;
  let above: Cell | undefined;
  for (const row of rows) {
    const [label] = row;
    const name = withoutBold(label?.text ?? '')
      .replace(NUMBER, '')
      .trim();
    const isLane = name === '' || label === above;
    above = label;
    if (isLane && open !== undefined) {
      lanes.get(open)?.push(phasesOf(row, grid.explicit, count));
      continue;
    }
    const phases = phasesOf(
      row.map((cell) => (cell === label ? undefined : cell)),
      grid.explicit,
      count,
    );
    const found = nextEntry(order, at, name, phases.length > 0);
    if (found === undefined) return undefined;
    at = found;
    const entry = order[found];
    if (entry === undefined) return undefined;
    const number = NUMBER.exec(withoutBold(label?.text ?? ''))?.[0].trim() ?? '';
    changes.push(() => {
      spell(entry.draft, 'schedule', name);
      if (entry.kind === 'project' && /^[①-⑳]$/u.test(number) && number !== circled(entry.index))
        entry.draft.published.set('schedule-number', number);
    });
    open = entry.kind === 'project' ? entry.draft : undefined;
    if (entry.kind === 'project') lanes.set(entry.draft, [phases]);
    else if (phases.length > 0) return undefined;
  }
  for (const change of changes) change();
  for (const [draft, own] of lanes) draft.lanes = own.filter((lane) => lane.length > 0);
  return lanes.size > 0 ? true : undefined;
}

type Entry =
  | { readonly kind: 'strategy' | 'task'; readonly draft: NameDraft }
  | { readonly kind: 'project'; readonly draft: ProjectDraft; readonly index: number };

/** ① of 0. */
function circled(index: number): string {
  return String.fromCodePoint(0x2460 + index);
}

/** The next one in order that is called so, or a later one that is called so more. */
function nextEntry(
  order: readonly Entry[],
  at: number,
  name: string,
  isProject: boolean,
): number | undefined {
  let best: { readonly index: number; readonly score: number } | undefined;
  for (let index = at + 1; index < order.length; index++) {
    const entry = order[index];
    if (entry === undefined || (isProject && entry.kind !== 'project')) continue;
    const score = likeness(name.split('\n')[0] ?? '', entry.draft.name) - (index - at - 1) * 0.08;
    if (score >= LEAST && (best === undefined || score > best.score)) best = { index, score };
    if (index > at + 8) break;
  }
  return best?.index;
}

/** A text reaches over the months that its cell covers; where nobody knows which, up to the next text. */
function phasesOf(
  row: readonly (Cell | undefined)[],
  isExplicit: boolean,
  count: number,
): readonly PhaseDraft[] {
  const texts = row.slice(1, count + 1);
  const starts = texts.flatMap((cell, index) =>
    cell !== undefined && packed(cell.text) !== '' && texts[index - 1] !== cell ? [index] : [],
  );
  return starts.map((start, index): PhaseDraft => {
    const cell = texts[start];
    const covered = texts.filter((one) => one === cell).length;
    const next = starts[index + 1] ?? count;
    const to = isExplicit ? start + covered : next;
    const inferred = !isExplicit && to - start > 1 && !(start === 0 && to === count);
    return { from: start + 1, to, inferred, text: withoutBold(cell?.text ?? '') };
  });
}
