// A set of files that is being published or removed <-> the file that says so.
import { type FileSystem, isCode } from './file-system.ts';
import { isInnerName } from './inside.ts';

/** Names are paths in the folder, slashes forward. */
export interface Journal {
  readonly names: readonly string[];
  /** Which of them stood there before. The others may not be there when they are moved. */
  readonly replaced: readonly string[];
  /** Folders that were not there before, outer ones first. */
  readonly folders: readonly string[];
  /** Whether the files are to go, and nothing comes in their places. */
  readonly removal?: true;
}

export function journalBytes(journal: Journal): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(journal));
}

/** Names that lead out of the folder are no names. Throws when the file is no journal of ours. */
export async function readJournal(fs: FileSystem, file: string): Promise<Journal> {
  const content = await contentOf(fs, file);
  if (typeof content === 'object' && content !== null && 'names' in content && 'replaced' in content) {
    const { names, replaced } = content;
    const folders = 'folders' in content ? content.folders : [];
    const removal = 'removal' in content && content.removal === true;
    if (areNames(names) && areNames(replaced) && areNames(folders))
      return { names, replaced, folders, ...(removal ? { removal } : {}) };
  }
  throw Object.assign(new Error(`no journal: ${file}`), { code: 'EBADJOURNAL' });
}

/** Nothing where it is no file, or no JSON. */
async function contentOf(fs: FileSystem, file: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.read(file));
  } catch (error) {
    if (error instanceof SyntaxError || isCode(error, 'EISDIR')) return undefined;
    throw error;
  }
}

function areNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isInnerName);
}
