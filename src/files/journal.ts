// A set of files that is being published or removed <-> the sealed file that says so, by which only its machine goes on with it.

import { hostname } from 'node:os';
import { coded, type FileSystem, isCode } from './file-system.ts';
import { foldersOf, isHidden, isInnerName, isWrittenName } from './inside.ts';
import { type Machine, PASSING } from './machine.ts';
import type { Manner } from './manner.ts';

/** SHA-256 in hexadecimal of what a file is to hold, and of what it held. One that is to go has no `fresh`, one that was not there no `earlier`. */
export interface JournalFile {
  /** A path in the folder, slashes forward. */
  readonly name: string;
  readonly fresh?: string;
  readonly earlier?: string;
}

export interface Journal {
  readonly manner: Manner;
  readonly files: readonly JournalFile[];
  /** Folders that were not there before, outer ones first. */
  readonly folders: readonly string[];
}

/**
 * Why a journal is none of ours. `unsealed`: an earlier version's, or made by hand. `machine`: of another computer or user. `passing`: of a
 * process that could keep no secret. `place`: ours, of another folder. `forged`: under our name, and not ours. `unreadable`: no journal.
 */
export type Stranger =
  | { readonly kind: 'unsealed' | 'forged' | 'unreadable' }
  | { readonly kind: 'machine' | 'passing'; readonly host: string }
  | { readonly kind: 'place'; readonly place: string };

type ReadJournal =
  | { readonly kind: 'own'; readonly journal: Journal }
  /** `names` is what it claims to be about. */
  | { readonly kind: 'stranger'; readonly why: Stranger; readonly names: readonly string[] };

/** Of names that a stranger claims, so many are looked at. */
const MOST_NAMES = 2000;
/** Of journals that earlier versions wrote too: they called `new` `begin`. */
const MANNERS: ReadonlyMap<unknown, Manner> = new Map([
  ...(['replace', 'add', 'new', 'refresh', 'fill', 'edit'] as const).map(
    (manner) => [manner, manner] as const,
  ),
  ['begin', 'new'],
]);
const DIGEST = /^[0-9a-f]{64}$/;

/** `place` is the folder's path without links. */
export function journalBytes(
  { manner, files, folders }: Journal,
  place: string,
  machine: Machine,
): Uint8Array {
  const seal = machine.seal(...sealed(place, manner, files, folders));
  const content = { by: machine.id, host: hostname(), place, manner, files, folders, seal };
  return new TextEncoder().encode(JSON.stringify(content));
}

function sealed(...[place, manner, files, folders]: readonly unknown[]): readonly string[] {
  return ['journal', String(place), String(manner), JSON.stringify(files), JSON.stringify(folders)];
}

/** Trusts what this machine wrote for this place alone, and of that only names that the program writes. Throws what the disk throws. */
export async function readJournal(
  fs: FileSystem,
  file: string,
  place: string,
  machine: Machine,
): Promise<ReadJournal> {
  const content = await contentOf(fs, file);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return { kind: 'stranger', why: { kind: 'unreadable' }, names: [] };
  const fields: Readonly<Record<string, unknown>> = { ...content };
  const { by, host, place: given, manner: how, files, folders, seal, names } = fields;
  const stranger = (why: Stranger): ReadJournal => ({ kind: 'stranger', why, names: claimed(files, names) });
  if (typeof by !== 'string' || typeof given !== 'string' || typeof seal !== 'string')
    return stranger({ kind: 'unsealed' });
  if (!DIGEST.test(seal) || !machine.isSeal(seal, ...sealed(given, how, files, folders))) {
    const from = typeof host === 'string' ? host.slice(0, 80) : '?';
    if (by === PASSING) return stranger({ kind: 'passing', host: from });
    return stranger(by === machine.id ? { kind: 'forged' } : { kind: 'machine', host: from });
  }
  if (given !== place) return stranger({ kind: 'place', place: given });
  const manner = MANNERS.get(how);
  if (manner === undefined || !areFiles(files) || !areFolders(folders, files))
    return stranger({ kind: 'forged' });
  return files.every((one) => isWritten(one, manner))
    ? { kind: 'own', journal: { manner, files, folders } }
    : stranger({ kind: 'forged' });
}

/** Whether a command does so: into a plan it adds or takes out of it, what it fills stays there, and all of a new folder is its own. */
function isWritten({ name, fresh, earlier }: JournalFile, manner: Manner): boolean {
  if (!isWrittenName(name, manner)) return false;
  switch (manner) {
    case 'replace':
    case 'refresh':
    case 'edit':
      return true;
    case 'add':
      return (fresh === undefined) !== (earlier === undefined);
    case 'fill':
      return fresh !== undefined;
    case 'new':
      return earlier === undefined;
  }
}

/** Nothing where it is no file, or no JSON, or too large. Throws ENOENT where it is gone. */
async function contentOf(fs: FileSystem, file: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.read(file));
  } catch (error) {
    if (error instanceof SyntaxError || isCode(error, 'EISDIR') || isCode(error, 'EFBIG')) return undefined;
    throw error;
  }
}

/** The names of files in a journal of any version, as far as they lead nowhere else and no hidden one, which no one reads. */
function claimed(files: unknown, names: unknown): readonly string[] {
  const given: readonly unknown[] = Array.isArray(files)
    ? files.map((file: unknown) =>
        typeof file === 'object' && file !== null && 'name' in file ? file.name : '',
      )
    : Array.isArray(names)
      ? names
      : [];
  return given.slice(0, MOST_NAMES).filter((name): name is string => isInnerName(name) && !isHidden(name));
}

function areFiles(value: unknown): value is readonly JournalFile[] {
  return Array.isArray(value) && value.every(isFile);
}

function isFile(value: unknown): value is JournalFile {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const given = [fields.fresh, fields.earlier].filter((digest) => digest !== undefined);
  return isInnerName(fields.name) && given.length > 0 && given.every(isDigest);
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && DIGEST.test(value);
}

/** Only folders that the files need are made or taken away. */
function areFolders(value: unknown, files: readonly JournalFile[]): value is readonly string[] {
  const needed = new Set(foldersOf(files.map(({ name }) => name)));
  return Array.isArray(value) && value.every((name: unknown) => typeof name === 'string' && needed.has(name));
}

/** What a stage holds is not what its journal says. */
export function damaged(name: string): Error {
  return coded('EBADJOURNAL', name);
}
