// A disk in memory on which a crash forgets what was not synced: of names in a folder any, of bytes none that `write` had written. As on
// every disk in use, a file that was renamed has its old name or its new one.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { coded, type FileSystem } from '../../src/files/file-system.ts';
import type { Dice } from '../fuzz/dice.ts';

type Entry = Folder | Uint8Array;
/** The names that programs see, and those that are sure to be there after a crash. */
interface Folder {
  readonly names: Map<string, Entry>;
  sure: ReadonlyMap<string, Entry>;
}

const isFolder = (entry: Entry | undefined): entry is Folder =>
  entry !== undefined && !(entry instanceof Uint8Array);

export class ForgetfulDisk implements FileSystem {
  #root: Folder = { names: new Map(), sure: new Map() };
  #left = Number.POSITIVE_INFINITY;
  #asked = 0;
  #renamed: { readonly from: string; readonly to: string; readonly moved: Uint8Array }[] = [];

  /** Another disk with the same on it. */
  copy(): ForgetfulDisk {
    const other = new ForgetfulDisk();
    other.#root = structuredClone(this.#root);
    return other;
  }

  /** The operations asked for since the last `crashAfter`. */
  get asked(): number {
    return this.#asked;
  }

  /** So many operations are still done; all others fail, until `crash`. */
  crashAfter(operations: number): void {
    this.#left = operations;
    this.#asked = 0;
  }

  /** Begins again after a crash: of what was not synced the dice keep one change in two, or without dice none. */
  crash(dice?: Dice): void {
    const kept = (folder: Folder): Folder => {
      const names = new Map(folder.sure);
      for (const name of new Set([...folder.sure.keys(), ...folder.names.keys()])) {
        const now = folder.names.get(name);
        if (now === folder.sure.get(name) || dice === undefined || dice.once(2)) continue;
        if (now === undefined) names.delete(name);
        else names.set(name, now);
      }
      for (const [name, entry] of names) {
        // The processes of locks are dead then.
        if (name.startsWith('.iljari-lock')) names.delete(name);
        else if (isFolder(entry)) names.set(name, kept(entry));
      }
      return { names, sure: new Map(names) };
    };
    this.#root = kept(this.#root);
    for (const { from, to, moved } of this.#renamed)
      if (this.#find(from) === moved && this.#find(to) === moved) this.#forget(from);
    this.#renamed = [];
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** Every file below the folder with its text, hidden ones apart. */
  texts(folder: string): Readonly<Record<string, string>> {
    const found: Record<string, string> = {};
    const visit = (entry: Entry | undefined, name: string): void => {
      if (entry instanceof Uint8Array) found[name] = new TextDecoder().decode(entry);
      else if (entry !== undefined)
        for (const [own, inner] of entry.names) if (!own.startsWith('.')) visit(inner, path.join(name, own));
    };
    visit(this.#find(folder), '');
    return Object.fromEntries(Object.entries(found).sort());
  }

  #ask(): void {
    this.#asked += 1;
    if (this.#asked > this.#left) throw coded('kill', '');
  }

  #find(file: string): Entry | undefined {
    let entry: Entry | undefined = this.#root;
    for (const part of file.split(path.sep).filter((one) => one !== ''))
      entry = isFolder(entry) ? entry.names.get(part) : undefined;
    return entry;
  }

  #folder(folder: string): Folder {
    const found = this.#find(folder);
    if (found === undefined) throw coded('ENOENT', folder);
    if (!isFolder(found)) throw coded('ENOTDIR', folder);
    return found;
  }

  #put(file: string, entry: Entry): void {
    const { names } = this.#folder(path.dirname(file));
    if (names.has(path.basename(file))) throw coded('EEXIST', file);
    names.set(path.basename(file), entry);
  }

  /** For good. */
  #forget(file: string): void {
    const folder = this.#folder(path.dirname(file));
    folder.names.delete(path.basename(file));
    folder.sure = new Map([...folder.sure].filter(([name]) => name !== path.basename(file)));
  }

  #file(file: string): Uint8Array {
    const found = this.#find(file);
    if (found === undefined) throw coded('ENOENT', file);
    if (isFolder(found)) throw coded('EISDIR', file);
    return found;
  }

  async makeFolder(folder: string): Promise<string | undefined> {
    this.#ask();
    let first: string | undefined;
    const above = folder.split(path.sep).map((_, index, parts) => parts.slice(0, index + 1).join(path.sep));
    for (const one of above.filter((name) => name !== '')) {
      if (this.#find(one) !== undefined) continue;
      this.#put(one, { names: new Map(), sure: new Map() });
      first ??= one;
    }
    return first;
  }
  async list(folder: string): Promise<readonly string[]> {
    this.#ask();
    return [...this.#folder(folder).names.keys()];
  }
  async kindOf(file: string): Promise<'file' | 'folder' | undefined> {
    this.#ask();
    const found = this.#find(file);
    return found === undefined ? undefined : isFolder(found) ? 'folder' : 'file';
  }
  async read(file: string): Promise<string> {
    this.#ask();
    return new TextDecoder().decode(this.#file(file));
  }
  async digest(file: string): Promise<string> {
    this.#ask();
    return createHash('sha256').update(this.#file(file)).digest('hex');
  }
  async realPath(folder: string): Promise<string> {
    this.#ask();
    this.#folder(folder);
    return folder;
  }
  async permit(folder: string): Promise<void> {
    this.#ask();
    this.#folder(folder);
  }
  async write(file: string, bytes: Uint8Array): Promise<void> {
    this.#ask();
    this.#put(file, bytes);
  }
  async claim(file: string): Promise<void> {
    this.#ask();
    this.#put(file, new Uint8Array());
  }
  async unclaim(file: string): Promise<void> {
    this.#ask();
    const found = this.#find(file);
    if (found !== undefined && !isFolder(found) && found.length === 0)
      this.#folder(path.dirname(file)).names.delete(path.basename(file));
  }
  async probe(file: string): Promise<void> {
    this.#ask();
    this.#file(file);
  }
  async keep(file: string, as: string): Promise<void> {
    this.#ask();
    this.#put(as, this.#file(file));
  }
  async rename(from: string, to: string): Promise<void> {
    this.#ask();
    const moved = this.#file(from);
    this.#folder(path.dirname(to)).names.set(path.basename(to), moved);
    this.#folder(path.dirname(from)).names.delete(path.basename(from));
    this.#renamed.push({ from, to, moved });
  }
  async remove(file: string): Promise<void> {
    this.#ask();
    const emptied = (entry: Entry | undefined): void => {
      if (!isFolder(entry)) return;
      for (const inner of entry.names.values()) emptied(inner);
      entry.names.clear();
    };
    emptied(this.#find(file));
    if (this.#find(file) !== undefined) this.#folder(path.dirname(file)).names.delete(path.basename(file));
  }
  async removeEmpty(folder: string): Promise<void> {
    this.#ask();
    const found = this.#find(folder);
    if (isFolder(found) && found.names.size === 0)
      this.#folder(path.dirname(folder)).names.delete(path.basename(folder));
  }
  async sync(folder: string): Promise<void> {
    this.#ask();
    const found = this.#folder(folder);
    found.sure = new Map(found.names);
  }
}
