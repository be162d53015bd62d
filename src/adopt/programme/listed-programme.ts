// The tables of all strategies, tasks and projects -> the programme; a second one gives names as it spells them.
import type { Units } from '../../figure/unit.ts';
import { type AdoptWords, isHead } from '../../plan/adopt-words.ts';
import { type Ask, type Cell, coveringCells, type Grid } from '../block.ts';
import { likeness, oneLine, packed, withoutBold } from '../inline-text.ts';
import type { MadeIds } from '../made-ids.ts';
import { cellValue } from '../table/number-cell.ts';
import { withSpans } from '../table/spans.ts';
import {
  type AmountDraft,
  type NameDraft,
  type ProgrammeDraft,
  type ProjectDraft,
  type StrategyDraft,
  spell,
  type TaskDraft,
} from './programme-draft.ts';

/** Where its columns are; no numbers in a list of names alone. */
export interface ListShape {
  /** As typed. */
  readonly heads: readonly string[];
  readonly strategy: number;
  readonly task: number;
  readonly project: number;
  readonly target: number;
  readonly budget: number;
}

/** Names less alike are of different things. */
const LEAST = 0.5;

/** Undefined for any other table. */
export function listShape(grid: Grid, words: AdoptWords): ListShape | undefined {
  const typed = (grid.rows[0] ?? []).map((cell) => bareLine(cell?.text ?? ''));
  const heads = typed.map(packed);
  const at = (kind: string) => heads.findIndex((head) => isHead(words, kind, head));
  // 주요 단위사업, 세부과제와 단위사업
  const project = heads.findIndex((head) =>
    (words.heads.get('project') ?? []).some((word) => head.endsWith(packed(word))),
  );
  const shape = {
    heads: typed,
    strategy: at('strategy'),
    task: at('task'),
    project,
    target: at('target'),
    budget: at('budget'),
  };
  if (shape.strategy !== 0 || shape.task !== 1 || shape.project !== 2) return undefined;
  const others = heads.length - [shape.target, shape.budget].filter((column) => column > 2).length - 3;
  return others === 0 && shape.target < 0 === shape.budget < 0 ? shape : undefined;
}

interface ListedProject {
  readonly name: string;
  /** What it stands under, between task and project. */
  readonly subtask: string | undefined;
}

interface ListRow {
  readonly strategy: Cell | undefined;
  readonly task: string;
  readonly projects: readonly ListedProject[];
  readonly target: AmountDraft;
  readonly budget: AmountDraft;
}

export interface ProgrammeIds {
  readonly strategies: MadeIds;
  readonly tasks: MadeIds;
  readonly projects: () => MadeIds;
}

/** The first list: what it calls things is their name. Undefined where a row has no task. */
export function listedProgramme(
  grid: Grid,
  shape: ListShape,
  words: AdoptWords,
  units: Units,
  ids: ProgrammeIds,
): ProgrammeDraft | undefined {
  const { rows, total } = rowsOf(grid, shape, words, units);
  const strategies: { readonly cell: Cell | undefined; readonly draft: StrategyDraft }[] = [];
  for (const { strategy, task, projects, target, budget } of rows) {
    if (task === '' || projects.length === 0) return undefined;
    let open = strategies.at(-1);
    if (open === undefined || open.cell !== strategy) {
      const name = bareLine(strategy?.text ?? '');
      if (name === '') return undefined;
      open = {
        cell: strategy,
        draft: { id: ids.strategies.of(name, 'strategy'), name, published: new Map(), tasks: [] },
      };
      strategies.push(open);
    }
    const [made, groups] = [ids.projects(), ids.projects()];
    const subtasks = new Map(
      [...new Set(projects.map(({ subtask }) => subtask))].flatMap((name) =>
        name === undefined ? [] : [[name, groups.of(name, 'subtask')] as const],
      ),
    );
    const draft: TaskDraft = {
      id: ids.tasks.of(task, 'task'),
      name: task,
      published: new Map(),
      orders: new Map(),
      subtasks,
      projects: projects.map(
        ({ name, subtask }): ProjectDraft => ({
          id: made.of(name, 'project'),
          name,
          published: new Map(),
          subtask: subtask && subtasks.get(subtask),
        }),
      ),
      ...(shape.target > 0 && { overview: { target, budget } }),
    };
    open.draft.tasks.push(draft);
  }
  if (strategies.length === 0) return undefined;
  return {
    strategies: strategies.map(({ draft }) => draft),
    ...(total && shape.target > 0 && { overview: total }),
  };
}

/** A further list: its spellings, by the order and the likeness of names. Undefined, with nothing changed, where it does not fit. */
export function relisted(
  programme: ProgrammeDraft,
  grid: Grid,
  shape: ListShape,
  place: string,
  given: { readonly words: AdoptWords; readonly units: Units },
  ask: Ask,
  at: string,
): true | undefined {
  const { rows } = rowsOf(grid, shape, given.words, given.units);
  const tasks = programme.strategies.flatMap((strategy) =>
    strategy.tasks.map((task) => ({ strategy, task })),
  );
  if (rows.length !== tasks.length) return undefined;
  const spellings: (() => void)[] = [];
  for (const [index, { strategy, task, projects }] of rows.entries()) {
    const known = tasks[index];
    if (known === undefined) return undefined;
    const pairs = pairsOf(
      projects.map(({ name }) => name),
      known.task.projects,
    );
    if (pairs === undefined || pairs.length !== known.task.projects.length) return undefined;
    spellings.push(() => {
      spell(known.strategy, place, bareLine(strategy?.text ?? ''));
      spell(known.task, place, task);
      for (const { name, draft } of pairs) spell(draft, place, name);
      const order = pairs.map(({ draft }) => draft.id);
      if (order.some((id, position) => id !== known.task.projects[position]?.id))
        known.task.orders.set(place, order);
      if (likeness(task, known.task.name) < LEAST)
        ask({
          at,
          what: '두 표에서 같은 차례의 과제 이름이 다릅니다.',
          excerpt: `${known.task.name} / ${task}`,
          proposal: '한 과제의 두 이름으로 보았습니다.',
          weight: 2,
        });
    });
  }
  for (const one of spellings) one();
  return true;
}

/** Each name with the draft that it is likest to, those in order before others; undefined where two want one. */
function pairsOf<Draft extends NameDraft>(
  names: readonly string[],
  drafts: readonly Draft[],
): readonly { readonly name: string; readonly draft: Draft }[] | undefined {
  const left = new Set(drafts);
  const pairs: { name: string; draft: Draft }[] = [];
  for (const [index, name] of names.entries()) {
    const ranked = [...left]
      .map((draft) => ({ draft, score: likeness(name, draft.name) + (drafts[index] === draft ? 0.12 : 0) }))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    if (best === undefined || best.score < LEAST) return undefined;
    left.delete(best.draft);
    pairs.push({ name, draft: best.draft });
  }
  return pairs;
}

function rowsOf(source: Grid, shape: ListShape, words: AdoptWords, units: Units) {
  const { grid } = withSpans(source, { depth: 1, labels: 2 }, words, units);
  const covering = coveringCells(grid).slice(1);
  const amount = (cell: Cell | undefined): AmountDraft => {
    const value = cellValue(cell?.text ?? '', words, units);
    return { value: value.kind === 'number' ? value.value : value.kind === 'nil' ? "'-'" : '~' };
  };
  const rows = covering.map(
    (row): ListRow => ({
      strategy: row[shape.strategy],
      task: row[shape.task] === row[shape.strategy] ? '' : bareLine(row[shape.task]?.text ?? ''),
      projects: projectsIn(row[shape.project]?.text ?? ''),
      target: amount(row[shape.target]),
      budget: amount(row[shape.budget]),
    }),
  );
  const first = covering[0];
  const isTotal =
    first !== undefined &&
    (first[shape.task] === first[shape.strategy] || packed(first[shape.project]?.text ?? '') === '') &&
    isHead(words, 'total', packed(first[0]?.text ?? ''));
  const [total] = isTotal ? rows : [];
  return {
    rows: isTotal ? rows.slice(1) : rows,
    total: total && { target: total.target, budget: total.budget },
  };
}

/** Under a line with another marker than the last one's they are of that. */
function projectsIn(text: string): readonly ListedProject[] {
  const lines = text.split('\n').flatMap((line) => {
    const [, marker = '', name = ''] = /^([▷▶▪○·•-]?)\s?(\S.*)$/u.exec(withoutBold(line).trim()) ?? [];
    return name === '' ? [] : [{ marker, name: name.trim() }];
  });
  const [first, last] = [lines[0]?.marker, lines.at(-1)?.marker];
  let subtask: string | undefined;
  return lines.flatMap(({ marker, name }) => {
    const isGroup = first !== last && marker === first;
    if (isGroup) subtask = name;
    return isGroup ? [] : [{ name, subtask }];
  });
}

function bareLine(text: string): string {
  return oneLine(withoutBold(text));
}
