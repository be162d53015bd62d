// The pieces of all parts -> the programme that they say, and what stands in its place: calls of what a plan prints of it.
import type { Units } from '../../figure/unit.ts';
import type { AdoptWords } from '../../plan/adopt-words.ts';
import { USUAL_SOURCES } from '../../plan/programme.ts';
import type { Ask } from '../block.ts';
import type { Piece } from '../captioned.ts';
import { plain, withoutBold } from '../inline-text.ts';
import { MadeIds } from '../made-ids.ts';
import { fundingOfLine } from './amounts.ts';
import {
  type ListShape,
  listedProgramme,
  listShape,
  type ProgrammeIds,
  relisted,
} from './listed-programme.ts';
import { type OutreachDraft, outreachOf } from './outreach.ts';
import {
  type OwnKind,
  type ProgrammeDraft,
  type ProjectDraft,
  type StrategyDraft,
  spell,
  tasksOf,
} from './programme-draft.ts';
import { type ScheduleAxis, scheduleAxis, scheduled } from './schedule.ts';
import { type FoundSheet, matchedSheets, sheetsOf } from './sheets.ts';

/** A call of what the plan makes of its data. */
interface InsertPiece {
  readonly kind: 'insert';
  readonly name: 'overview' | 'projects' | 'task-sheets' | 'schedule' | 'outreach';
}

export type PartPiece = Piece | InsertPiece;

export interface FoundProgramme {
  readonly programme: ProgrammeDraft | undefined;
  readonly parts: readonly (readonly PartPiece[])[];
  readonly schedule: ScheduleAxis | undefined;
  readonly outreach: OutreachDraft | undefined;
  /** What sources are called in the sheets' grids. */
  readonly sourceNames: ReadonlyMap<string, string>;
  /** By group and key of labels.yaml, words as typed. */
  readonly labels: ReadonlyMap<string, string>;
}

interface ProgrammeGiven {
  readonly words: AdoptWords;
  readonly units: Units;
  readonly planYear: number;
  /** What is not to be looked for. */
  readonly without: ReadonlySet<'programme' | 'schedule' | 'outreach'>;
  readonly ask: Ask;
}

type TablePiece = Extract<Piece, { kind: 'table' }>;

export function programmeOf(parts: readonly (readonly Piece[])[], given: ProgrammeGiven): FoundProgramme {
  return new ProgrammeReader(given).read(parts);
}

class ProgrammeReader {
  readonly #given: ProgrammeGiven;
  readonly #labels = new Map<string, string>();
  readonly #sourceNames = new Map<string, string>();
  readonly #own = new Map<string, OwnKind>();
  readonly #ownIds: MadeIds;
  #programme: ProgrammeDraft | undefined;
  #schedule: ScheduleAxis | undefined;
  #outreach: OutreachDraft | undefined;

  constructor(given: ProgrammeGiven) {
    this.#given = given;
    this.#ownIds = new MadeIds(given.words.ids);
    for (const id of [...USUAL_SOURCES, 'total', 'unit']) this.#ownIds.of(id, id);
  }

  read(source: readonly (readonly Piece[])[]): FoundProgramme {
    const { words, units, without } = this.#given;
    const inserts = new Map<Piece, InsertPiece>();
    const cut = source.map((pieces) => (without.has('programme') ? pieces : sheetsOf(pieces, words, units)));
    const sheets = cut.flatMap((pieces) => pieces.filter((piece) => piece.kind === 'sheet'));
    if (!without.has('programme')) {
      this.#lists(source.flat(), inserts);
      this.#programme ??= this.#fromSheets(sheets);
    }
    const matched = this.#matched(sheets);
    for (const piece of source.flat()) if (piece.kind === 'table') this.#others(piece, inserts);
    let printed = false;
    const parts = cut.map((pieces) =>
      pieces.flatMap((piece): readonly PartPiece[] => {
        if (piece.kind !== 'sheet') return [inserts.get(piece) ?? piece];
        if (!matched.has(piece)) return piece.source;
        const first = !printed;
        printed = true;
        return first ? [{ kind: 'insert', name: 'task-sheets' }] : [];
      }),
    );
    return {
      programme: this.#programme,
      parts,
      schedule: this.#schedule,
      outreach: this.#outreach,
      sourceNames: this.#sourceNames,
      labels: this.#labels,
    };
  }

  #ids(): ProgrammeIds {
    const { ids } = this.#given.words;
    const strategies = new MadeIds(ids);
    // What stands for all of them.
    strategies.of('all', 'all');
    return { strategies, tasks: new MadeIds(ids), projects: () => new MadeIds(ids) };
  }

  /** The first list is the programme, a second of the other kind spells its names again. */
  #lists(pieces: readonly Piece[], inserts: Map<Piece, InsertPiece>): void {
    const { words, units, ask } = this.#given;
    const used = new Set<string>();
    for (const piece of pieces) {
      const shape = piece.kind === 'table' ? listShape(piece.grid, words) : undefined;
      if (piece.kind !== 'table' || shape === undefined || piece.caption !== undefined) continue;
      const name = shape.target > 0 ? 'overview' : 'projects';
      if (used.has(name)) continue;
      if (this.#programme === undefined)
        this.#programme = listedProgramme(piece.grid, shape, words, units, this.#ids());
      else if (
        relisted(this.#programme, piece.grid, shape, name, { words, units }, ask, piece.at) === undefined
      )
        continue;
      if (this.#programme === undefined) continue;
      used.add(name);
      inserts.set(piece, { kind: 'insert', name });
      this.#heads(shape);
    }
  }

  #heads({ heads, strategy, task, project, target, budget }: ListShape): void {
    const said = {
      'levels.strategy': strategy,
      'levels.task': task,
      'overview.projects': project,
      'overview.target': target,
      'overview.budget': budget,
    };
    for (const [key, column] of Object.entries(said)) {
      const head = heads[column];
      if (head !== undefined && !this.#labels.has(key)) this.#labels.set(key, head);
    }
  }

  /** Of a document without a list: what has a line of funding below it is a project. */
  #fromSheets(sheets: readonly FoundSheet[]): ProgrammeDraft | undefined {
    const { words } = this.#given;
    const ids = this.#ids();
    const strategies: StrategyDraft[] = [];
    for (const { strategy, title, pieces } of sheets) {
      if (strategy === undefined || title === '') return undefined;
      let open = strategies.at(-1);
      if (open?.name !== strategy) {
        open = {
          id: ids.strategies.of(strategy, 'strategy'),
          name: strategy,
          published: new Map(),
          tasks: [],
        };
        strategies.push(open);
      }
      const made = ids.projects();
      const projects: ProjectDraft[] = [];
      let name: string | undefined;
      for (const piece of pieces) {
        if (piece.kind !== 'line') continue;
        const { text } = piece.line;
        if (/^[□○]/u.test(text))
          name = text.startsWith('○')
            ? (plain(withoutBold(text.slice(1))).split(/\s?[:：]/)[0] ?? '')
            : undefined;
        else if (name !== undefined && name !== '' && fundingOfLine(text, words) !== undefined) {
          projects.push({ id: made.of(name, 'project'), name, published: new Map() });
          name = undefined;
        }
      }
      open.tasks.push({
        id: ids.tasks.of(title, 'task'),
        name: title,
        published: new Map(),
        orders: new Map(),
        projects,
      });
    }
    return strategies.length === 0 ? undefined : { strategies };
  }

  #matched(sheets: readonly FoundSheet[]): ReadonlySet<FoundSheet> {
    const { ask, planYear } = this.#given;
    const programme = this.#programme;
    if (programme === undefined || sheets.length === 0) return new Set();
    const matched = matchedSheets(sheets, tasksOf(programme));
    for (const [sheet, { task, title, purpose }] of matched) {
      spell(task, 'sheet', title);
      const { amounts, unitLine, year, pieces, strategy } = sheet;
      task.purpose = purpose;
      task.target = amounts.target;
      const own = amounts.own.map((one) => ({
        ...one,
        id: this.#ownId(one.kind, one.label, one.amount.unit),
      }));
      task.funding = new Map([
        ...amounts.funding,
        ...own.filter(({ kind }) => kind === 'source').map(({ id, amount }) => [id, amount] as const),
      ]);
      task.targets = new Map(
        own.filter(({ kind }) => kind === 'target').map(({ id, amount }) => [id, amount] as const),
      );
      task.grid = { year: (year ?? planYear) - planYear, unitLine, withUnit: amounts.withUnit };
      task.sheet = pieces;
      const owner = programme.strategies.find(({ tasks }) => tasks.includes(task));
      if (owner !== undefined && strategy !== undefined) spell(owner, 'banner', strategy);
      for (const [key, word] of Object.entries(sheet.words))
        if (word !== undefined && !this.#labels.has(`sheet.${key}`)) this.#labels.set(`sheet.${key}`, word);
      for (const [source, name] of amounts.names)
        if (!this.#sourceNames.has(source)) this.#sourceNames.set(source, name);
      for (const [key, label] of amounts.labels)
        if (!this.#labels.has(`sheet.${key}`)) this.#labels.set(`sheet.${key}`, label);
    }
    programme.own = [...this.#own.values()];
    for (const task of tasksOf(programme))
      if (task.sheet === undefined)
        ask({
          at: sheets[0]?.at ?? '1',
          what: '과제 시트를 찾지 못한 실천과제가 있습니다.',
          excerpt: task.name,
          proposal: '시트 없이 이름만 두었습니다.',
          weight: 3,
        });
    return new Set(matched.keys());
  }

  #ownId(kind: OwnKind['kind'], label: string, unit: string | undefined): string {
    const key = `${kind} ${label}`;
    const known = this.#own.get(key)?.id ?? this.#ownIds.of(label, kind);
    this.#own.set(key, { kind, id: known, label, unit });
    return known;
  }

  #others(piece: TablePiece, inserts: Map<Piece, InsertPiece>): void {
    const { words, without } = this.#given;
    if (this.#outreach === undefined && !without.has('outreach')) {
      this.#outreach = outreachOf(piece.grid, words);
      if (this.#outreach !== undefined) inserts.set(piece, { kind: 'insert', name: 'outreach' });
    }
    const axis = scheduleAxis(piece.grid);
    if (
      this.#schedule !== undefined ||
      axis === undefined ||
      this.#programme === undefined ||
      without.has('schedule')
    )
      return;
    if (scheduled(this.#programme, piece.grid, axis) === undefined) return;
    this.#schedule = axis;
    inserts.set(piece, { kind: 'insert', name: 'schedule' });
  }
}
