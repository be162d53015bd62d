// Collects what is wrong with the input of one reading run.
import { comparePlaces, type Diagnostic, formatLocation, type SourceLocation } from '../diagnostic.ts';
import { nearestOf } from '../figure/nearest.ts';

/** Every rule that reading can find broken. */
type ReadRule =
  | 'ambiguous-relation'
  | 'blank-text'
  | 'cells-do-not-tile'
  | 'conflict-marker'
  | 'duplicate-id'
  | 'duplicate-name'
  | 'edition-gap'
  | 'edition-order'
  | 'ended-project'
  | 'file-name'
  | 'harmed-image'
  | 'missing-file'
  | 'missing-key'
  | 'month-order'
  | 'number-form'
  | 'other-plan'
  | 'project-block'
  | 'unusable-character'
  | 'relation-syntax'
  | 'text-changes-figure'
  | 'text-not-found'
  | 'text-not-unique'
  | 'total-of-sources'
  | 'unknown-edition'
  | 'unknown-figure'
  | 'unknown-file'
  | 'same-name'
  | 'unused-image'
  | 'unused-spec'
  | 'unknown-id'
  | 'unknown-key'
  | 'unknown-unit'
  | 'too-much-data'
  | 'word-too-long'
  | 'wrong-type'
  | 'yaml-alias'
  | 'yaml-syntax';

export interface Fault {
  readonly rule: ReadRule;
  readonly place: SourceLocation;
  /** One plain Korean sentence. */
  readonly message: string;
  /** The form that would have been right. */
  readonly expected?: string | undefined;
  readonly related?: Diagnostic['related'];
  /** An error unless said otherwise. */
  readonly severity?: Diagnostic['severity'];
}

/** The faults found so far, each once: a relation over fifty cells has its misspelt operand told once. */
export class Faults {
  readonly #found = new Map<string, Diagnostic>();

  add({ rule, place, message, expected, related, severity = 'error' }: Fault): void {
    const key = `${formatLocation(place)} ${rule} ${message}`;
    if (this.#found.has(key)) return;
    this.#found.set(key, {
      rule,
      severity,
      message,
      ...(expected === undefined ? {} : { expected }),
      place,
      ...(related === undefined ? {} : { related }),
    });
  }

  /** All that others found, in the order in which they did. */
  take(others: Faults): void {
    for (const [key, found] of others.#found) if (!this.#found.has(key)) this.#found.set(key, found);
  }

  get count(): number {
    return this.#found.size;
  }

  /** In the order of the files and of the lines in them. */
  sorted(): readonly Diagnostic[] {
    return [...this.#found.values()].sort((a, b) => comparePlaces(a.place, b.place));
  }
}

/** The nearest candidate as a question; without one, what was expected in general. */
export function didYouMean(text: string, candidates: Iterable<string>, otherwise: string): string {
  const nearest = nearestOf(text, candidates);
  return nearest === undefined ? otherwise : `혹시 ‘${nearest}’입니까?`;
}
