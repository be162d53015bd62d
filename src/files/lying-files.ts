// An output folder -> those files of it that a build may have made, and the names of all others.
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { isLeft } from './left.ts';
import { readNamedFile } from './named-file.ts';
import { namesIn } from './recover.ts';

interface FoundFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of no build, or links, which lead to what may be another tomorrow; in code-unit order. */
  readonly others: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Names may have a folder before them. The folders of editions are others' affair. */
export async function readLyingFiles(
  folder: string,
  known: readonly string[],
  working: string,
): Promise<FoundFiles> {
  const below = new Set(known.flatMap((name) => (name.includes('/') ? [name.split('/')[0] ?? ''] : [])));
  const names = [...(await namesIn(folder))].filter((name) => !isLeft(name) && !/^edition-\d+$/.test(name));
  const all = await Promise.all(
    names.map(async (name) =>
      below.has(name) && !(await isLink(path.join(folder, name)))
        ? [...(await namesIn(path.join(folder, name)))].map((inner) => `${name}/${inner}`)
        : [name],
    ),
  );
  const files = new Map<string, Uint8Array>();
  const others: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of all.flat().sort()) {
    if (!known.includes(name) || (await isLink(path.join(folder, name)))) {
      others.push(name);
      continue;
    }
    const read = await readNamedFile(path.join(folder, name), working);
    if (read.value !== undefined) files.set(name, read.value);
    diagnostics.push(...read.diagnostics);
  }
  return { files, others, diagnostics };
}

function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
}
