// A plan's folder -> what is known of it as long as the program runs: its texts as they were last read, its changes, who changed it.
import { FoundBefore } from '../commands/check.ts';
import { nothingKept } from '../commands/sources.ts';
import { type Diagnostic, isError } from '../diagnostic.ts';
import { findPlan, healthOf, readSources, watchFolder } from '../files.ts';
import type { Saved } from './api.ts';
import { Look } from './look.ts';
import { MadeOutputs } from './made.ts';
import type { Outside } from './outside.ts';
import { faultsOf } from './plain-words.ts';
import { type NewTexts, Store, type Written } from './store.ts';

/** How many earlier states are known again. */
const MOST_STAMPS = 200;

/** A change of a plan: what it is called, and the files that it makes. */
export interface Made {
  readonly words: string;
  readonly texts: NewTexts;
}

export class Desk {
  readonly store: Store;
  readonly made: MadeOutputs;
  readonly #outside: Outside;
  readonly #kept = nothingKept();
  readonly #found = new FoundBefore();
  /** Each state of the files in turn, and the files that somebody else had changed. */
  readonly #stamps: { readonly stamp: string; readonly others: readonly string[] }[] = [];
  #look: Look | undefined;
  #recovered: readonly Diagnostic[] | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #reading: Promise<unknown> = Promise.resolve();
  #next: Promise<Look> | undefined;
  /** While this program itself writes: which files are its own doing. */
  readonly #own = new Set<(name: string) => boolean>();

  /** `folder`: the plan's, without links. */
  constructor(
    readonly folder: string,
    outside: Outside,
  ) {
    this.#outside = outside;
    this.store = new Store(folder, outside);
    this.made = new MadeOutputs(folder);
  }

  /** The plan as its files are now; the same as before while they are the same. */
  look(): Promise<Look> {
    // One reading after another: one that began before a change must not end behind it.
    this.#next ??= this.#reading.then(() => {
      this.#next = undefined;
      return this.#read();
    });
    this.#reading = this.#next.catch(() => undefined);
    return this.#next;
  }

  /** What is written of those files until the function given back is called is nobody else's doing. */
  own(isOwn: (name: string) => boolean): () => void {
    this.#own.add(isOwn);
    return () => this.#own.delete(isOwn);
  }

  async #read(): Promise<Look> {
    const { working, program } = this.#outside;
    const folders = { working, program };
    this.#recovered ??= (await findPlan(this.folder, folders, 'write')).diagnostics;
    const options = { fonts: false, kept: this.#kept };
    const { value, diagnostics } = await readSources(this.folder, folders, options);
    if (value === undefined) throw new Error('nothing was read');
    const look = new Look(value, [...this.#recovered.filter(isError), ...diagnostics], this.#found);
    const before = this.#look;
    if (before?.stamp === look.stamp) return before;
    this.#look = look;
    const changed = before === undefined ? [] : otherFiles(before, look);
    const others = changed.filter((name) => ![...this.#own].some((isOwn) => isOwn(name)));
    this.#stamps.push({ stamp: look.stamp, others });
    if (this.#stamps.length > MOST_STAMPS) this.#stamps.shift();
    return look;
  }

  /** How many files others have changed since the plan was in the state of that stamp; 0 where none, or the stamp is not known. */
  changedSince(stamp: string): number {
    const at = this.#stamps.findLastIndex((one) => one.stamp === stamp);
    return at < 0 ? 0 : new Set(this.#stamps.slice(at + 1).flatMap(({ others }) => others)).size;
  }

  /** Why nothing can be changed. */
  async readOnly(): Promise<string | undefined> {
    const { unwritable } = await healthOf(this.folder, this.#outside.working);
    return unwritable === undefined
      ? undefined
      : '계획이 든 폴더에 쓸 수 없어 보기만 할 수 있습니다. 폴더의 쓰기 권한을 받으면 고칠 수 있습니다.';
  }

  /** Calls back whenever the files may have changed, until the program ends. Gives back how to end it. */
  watch(onChange: () => void): () => void {
    return watchFolder(this.folder, onChange);
  }

  /** Makes a change where the files are as the screen has seen them. One change at a time. */
  change(stamp: string, make: (look: Look) => Made | readonly Diagnostic[]): Promise<Attempt> {
    return this.inTurn(stamp, async (look) => {
      const made = make(look);
      if (!('texts' in made)) return { refused: made };
      return this.store.write(made.words, made.texts, look.sources.plan.files);
    });
  }

  /** As `change`, for a change of any kind. */
  inTurn(stamp: string, write: (look: Look) => Promise<Written>): Promise<Attempt> {
    const turn = this.#last.then(async (): Promise<Attempt> => {
      const look = await this.look();
      if (look.stamp !== stamp) return { kind: 'conflict' };
      const done = this.own(() => true);
      try {
        const written = await write(look);
        if (written === 'other') return { kind: 'conflict' };
        if (written !== 'written') return { kind: 'refused', faults: faultsOf(written.refused) };
        await this.look();
        return { kind: 'saved' };
      } finally {
        done();
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** A `Saved` without the state of the plan. */
export type Attempt = { readonly kind: 'saved' | 'conflict' } | Extract<Saved, { readonly kind: 'refused' }>;

function otherFiles(
  { sources: { plan: before } }: Look,
  { sources: { plan: after } }: Look,
): readonly string[] {
  const names = [...new Set([...before.files.keys(), ...after.files.keys()])];
  const texts = names.filter((name) => before.files.get(name) !== after.files.get(name));
  return texts.length > 0 ? texts : ['images'];
}
