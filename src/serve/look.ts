// The texts of a plan as they are at one moment -> all that screens ask of them, each worked out when it is first asked for.
import { createHash } from 'node:crypto';
import type { DisposedFinding } from '../check/disposed.ts';
import { FoundBefore, inspectPlan } from '../commands/check.ts';
import { type ComparisonResult, compareSources } from '../commands/compare.ts';
import { prepare } from '../commands/prepare.ts';
import type { Sources } from '../commands/sources.ts';
import { statisticsGrids } from '../commands/statistics-grid.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Plan } from '../plan/plan.ts';
import { publishedEditions } from '../plan/publication.ts';

/** A plan and its figures as of one of its editions. */
export interface EditionLook {
  readonly plan: Plan;
  readonly book: FigureBook;
}

type Inspection = ReturnType<typeof inspectPlan>;

export class Look {
  /** Another one as soon as any file of the plan is another. */
  readonly stamp: string;
  readonly #editions = new Map<number | 'latest', Outcome<EditionLook>>();
  #inspected: Inspection | undefined;
  #grids: ReturnType<typeof statisticsGrids> | undefined;
  readonly #found: FoundBefore;
  #before: readonly DisposedFinding[] | undefined;
  readonly #compared = new Map<number, Promise<Outcome<ComparisonResult>>>();

  constructor(
    readonly sources: Sources,
    /** What was said while the folder was read. */
    readonly told: readonly Diagnostic[],
    /** What was found when the plan was looked at before. */
    found = new FoundBefore(),
  ) {
    this.#found = found;
    this.stamp = stampOf(sources);
  }

  /** No value where an error keeps the plan from being worked out. */
  edition(number: number | 'latest' = 'latest'): Outcome<EditionLook> {
    const known = this.#editions.get(number);
    if (known !== undefined) return known;
    const { plan, revised, diagnostics } = prepare(this.sources, { edition: number });
    const all = number === 'latest' ? [...this.told, ...diagnostics] : diagnostics;
    const value = plan && revised && !hasErrors(all) ? { plan, book: revised.book } : undefined;
    const outcome = { value, diagnostics: all };
    this.#editions.set(number, outcome);
    // By its number it is the same.
    if (number === 'latest' && value !== undefined) this.#editions.set(value.plan.editions.length, outcome);
    return outcome;
  }

  get inspected(): Inspection {
    this.#inspected ??= inspectPlan(this.sources, { before: this.#found });
    return this.#inspected;
  }

  /** What the check finds in the last edition; nothing where it cannot be checked. */
  get findings(): readonly DisposedFinding[] {
    return this.inspected.value?.findings ?? [];
  }

  /** Those that nobody has decided about. */
  get open(): readonly DisposedFinding[] {
    return this.findings.filter(({ disposition }) => disposition === undefined);
  }

  /** The statistics tables as printed. */
  get grids(): ReturnType<typeof statisticsGrids> {
    const { value } = this.inspected;
    this.#grids ??= value === undefined ? [] : statisticsGrids(value.checked);
    return this.#grids;
  }

  /** What the check finds in the edition before the last; nothing where there is none. */
  get inspectedBefore(): readonly DisposedFinding[] {
    const last = this.edition().value?.plan.editions.length ?? 0;
    this.#before ??=
      last === 0 ? [] : (inspectPlan(this.sources, { edition: last - 1 }).value?.findings ?? []);
    return this.#before;
  }

  /** An edition compared with the one to be published before it. */
  comparedTo(edition: number): Promise<Outcome<ComparisonResult>> {
    const known = this.#compared.get(edition);
    if (known !== undefined) return known;
    const made = compareSources(this.sources, { to: edition, files: false, places: false });
    this.#compared.set(edition, made);
    return made;
  }

  /** The editions that have gone out. */
  get published(): readonly number[] {
    return publishedEditions(this.sources.plan.files.keys());
  }
}

function stampOf({ plan, program }: Sources): string {
  const hash = createHash('sha256').update(program ?? '');
  for (const [name, text] of plan.files) hash.update(JSON.stringify([name, text]));
  for (const [name, bytes] of plan.images ?? []) hash.update(name).update(bytes);
  for (const name of plan.lost ?? []) hash.update(name);
  return hash.digest('base64url');
}
