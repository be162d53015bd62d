// One composition: the plan, its figures, the templates, and what has been said about them so far.

import type { Diagnostic, SourceLocation } from '../diagnostic.ts';
import type { ChartBlock } from '../document/document.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { Plan } from '../plan/plan.ts';
import type { ProjectKey } from '../plan/programme.ts';
import { type ProgrammeNames, programmeNames } from './programme-names.ts';
import { withSourcesInUse } from './sources-in-use.ts';
import type { Templates } from './templates.ts';
import { TokenTable } from './tokens.ts';

/** An author's fault, without its severity: every fault in a template or text is an error. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly expected?: string;
  readonly place: SourceLocation;
}

/** The lines `from` to `to` of a file are the text of a project. */
interface OwnText {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly project: ProjectKey;
}

export class Session {
  readonly tokens = new TokenTable();
  /** The names of what templates may insert, and of what they did. */
  insertNames: readonly string[] = [];
  readonly inserted = new Set<string>();
  readonly programmeNames: ProgrammeNames;
  /** Hears of charts as they are composed. */
  onChart: ((chart: ChartBlock) => void) | undefined;
  /** The colours of series by their names: the same in all charts. */
  readonly chartColours = new Map<string, number>();
  /** The ids of the blocks that compare editions: they tell of what is gone. */
  readonly comparing = new Set<string>();
  /** Lines of sheets that are the text of a project, and where that stands. */
  readonly ownTexts: OwnText[] = [];
  /** Whether a publication is composed, and not a review copy. */
  final = false;
  /** How the plan's edition compares with one before. */
  comparison: Comparison | undefined;
  /** With a column for every source that holds money in its tables by source. */
  readonly plan: Plan;
  readonly #said = new Map<string, Diagnostic>();

  constructor(
    plan: Plan,
    readonly book: FigureBook,
    readonly templates: Templates,
  ) {
    this.plan = withSourcesInUse(plan, book);
    this.programmeNames = programmeNames(plan.programme);
  }

  /** What has been said so far, in order. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#said.values()];
  }

  fault(fault: Fault): void {
    this.say({ ...fault, severity: 'error' });
  }

  /** Says it once, however often the text at fault is printed. */
  say(diagnostic: Diagnostic): void {
    const { rule, message, place } = diagnostic;
    if (this.#mayStandUnread(rule)) return;
    const key = JSON.stringify([rule, message, place]);
    if (!this.#said.has(key)) this.#said.set(key, diagnostic);
  }

  /** Whether what a fault misses may stand in a file that could not be read, which is reported already. */
  #mayStandUnread(rule: string): boolean {
    const { unread } = this.plan;
    if (unread === undefined) return false;
    const homes = HOMES[rule];
    return homes !== undefined && [...unread].some((file) => homes.test(file));
  }
}

/** In which files the things stand that a rule may miss. */
const HOMES: Readonly<Record<string, RegExp>> = {
  'unknown-note': /^notes/,
  'unknown-name': /^names/,
  'unlisted-spelling': /^names/,
  'unknown-chart': /^charts/,
  'unknown-image': /^images/,
  'unknown-diagram': /^(swot|diagrams)/,
  'unknown-table': /^statistics/,
  'unknown-figure': /^(statistics|tasks|strategies)/,
  'unknown-strategy': /^strategies/,
  'unknown-task': /^(tasks|strategies)/,
  'unknown-project': /^(tasks|strategies)/,
  'unknown-heading': /./,
  'unknown-dataset': /^(statistics|charts)/,
  'unused-data': /^(narrative|partials|publication)/,
  'unused-note': /^(narrative|tasks|partials|publication|statistics|charts)/,
  'unused-narrative': /^(partials|publication)/,
};
