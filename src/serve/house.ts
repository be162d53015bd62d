// The folders of this computer -> the plans that are here, each with its desk, and what all windows share.
import path from 'node:path';
import { plansHere, readFonts } from '../files.ts';
import type { Handle } from './api.ts';
import type { ServerEvent } from './api-jobs.ts';
import { Desk } from './desk.ts';
import { Drops } from './drops.ts';
import { type HandleKind, Handles } from './handles.ts';
import { Jobs } from './jobs.ts';
import type { Outside } from './outside.ts';
import { PageShelf } from './pages.ts';

export class House {
  readonly handles = new Handles();
  readonly drops = new Drops();
  readonly jobs: Jobs;
  readonly pages: PageShelf;
  readonly #desks = new Map<string, Desk>();
  /** Folders that somebody named. */
  readonly #named: string[] = [];
  readonly #ends: (() => void)[] = [];
  readonly #watched = new Set<Desk>();
  #fonts: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  constructor(
    readonly outside: Outside,
    readonly send: (event: ServerEvent) => void,
  ) {
    this.jobs = new Jobs(send, outside.onFault);
    this.pages = new PageShelf(() => this.fonts(), outside.openDrawer);
  }

  /** The program's, read when they are first needed. */
  fonts(): Promise<ReadonlyMap<string, Uint8Array>> {
    const { working, program } = this.outside;
    this.#fonts ??= readFonts({ working, program }).then(({ value }) => value ?? new Map());
    return this.#fonts;
  }

  /** A plan that somebody opened by name, wherever it lies, is shown first. */
  name(folder: string): void {
    this.#named.unshift(folder);
  }

  async desks(): Promise<readonly Desk[]> {
    const { working, program } = this.outside;
    const folders = new Set([...this.#named, ...(await plansHere({ working, program }))]);
    const desks = [...folders].map((folder) => this.#deskOf(folder));
    return [...desks.filter((desk) => !this.isSample(desk)), ...desks.filter((desk) => this.isSample(desk))];
  }

  /** Whether it came with the program, and nobody opened it by name or works in the program's folder. */
  isSample({ folder }: Desk): boolean {
    const { working, program } = this.outside;
    const isIn = (root: string, inner: string) => !path.relative(root, inner).startsWith('..');
    return (
      isIn(path.join(program, 'data'), folder) && !isIn(program, working) && !this.#named.includes(folder)
    );
  }

  /** Undefined for a word that was never handed out. */
  desk(handle: Handle): Desk | undefined {
    const [folder] = this.handles.read('plan', handle);
    return folder === undefined ? undefined : this.#desks.get(folder);
  }

  handleOf({ folder }: Desk): Handle {
    return this.handles.of('plan', folder);
  }

  /** The word for a part of a plan: those of different plans may have the same names. */
  wordFor({ folder }: Desk, kind: HandleKind, ...parts: readonly string[]): Handle {
    return this.handles.of(kind, folder, ...parts);
  }

  /** What `wordFor` was given; nothing for a word that is of no such part of this plan. */
  partsOf({ folder }: Desk, kind: HandleKind, handle: Handle): readonly string[] {
    const [own, ...parts] = this.handles.read(kind, handle);
    return own === folder ? parts : [];
  }

  end(): void {
    for (const end of this.#ends) end();
    void this.pages.end();
  }

  #deskOf(folder: string): Desk {
    const known = this.#desks.get(folder);
    if (known !== undefined) return known;
    const desk = new Desk(folder, this.outside);
    this.#desks.set(folder, desk);
    return desk;
  }

  /** From now on windows hear of changes of its files. */
  watch(desk: Desk): void {
    if (this.#watched.has(desk)) return;
    this.#watched.add(desk);
    let told: string | undefined;
    const tell = async (): Promise<void> => {
      const { stamp } = await desk.look();
      if (told !== undefined && told !== stamp)
        this.send({ kind: 'changed', plan: this.handleOf(desk), stamp });
      told = stamp;
    };
    const look = (): void => void tell().catch(() => undefined);
    this.#ends.push(desk.watch(look));
    look();
  }
}
