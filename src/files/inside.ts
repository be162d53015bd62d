// Names with folders in them -> the folders they need, and paths that stay inside one folder.
import path from 'node:path';
import type { FileSystem } from './file-system.ts';

/** On Windows both lead elsewhere; on other systems they are letters of a name. */
const LEADS_AWAY = path.sep === '\\' ? /[\\:\0]/ : /\0/;

/** Whether a name (slashes forward) leads to a place in the folder it is looked up in. */
export function isInnerName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !LEADS_AWAY.test(part))
  );
}

/** The folders of the names, outer ones before inner ones. */
export function foldersOf(names: readonly string[]): readonly string[] {
  const folders = names.flatMap((name) => {
    const parts = name.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)];
}

/**
 * Looks names up in the folder. Throws ENOTDIR where a folder on the way is a file or a link: a link may lead anywhere. What is not
 * there is no fault.
 */
export function insideOf(fs: FileSystem, folder: string): (name: string) => Promise<string> {
  const known = new Set<string>();
  return async (name) => {
    for (const above of foldersOf([name])) {
      if (known.has(above)) continue;
      const kind = await fs.kindOf(path.join(folder, above));
      if (kind === 'file') throw Object.assign(new Error(`no folder: ${above}`), { code: 'ENOTDIR' });
      if (kind === 'folder') known.add(above);
    }
    return path.join(folder, name);
  };
}
