// Names with folders in them -> the folders they need, and paths that stay inside one folder.

import path from 'node:path';
import { coded, type FileSystem } from './file-system.ts';
import type { Manner } from './manner.ts';

/** On Windows both lead elsewhere; on other systems they are letters of a name. */
const LEADS_AWAY = path.sep === '\\' ? /[\\:\0]/ : /\0/;

/** Whether a name (slashes forward) leads to a place in the folder it is looked up in. */
export function isInnerName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !LEADS_AWAY.test(part))
  );
}

/** What a command adds to a plan: the file of an edition, or the record that it has gone out. */
const ADDED = /^(editions\/\d+\.yaml|published\/\d+\.json)$/;

/** The questions of a plan that was a document, with their answers. */
const ASKED = 'adopt.xlsx';

const EDITION = /^editions\/\d+\.yaml$/;

/** What is made for editors, in a plan's folder or elsewhere. */
const SCHEMA = /^(schema\/)?[a-z-]+\.schema\.json$/;

/** The data and texts of a plan, which a workbook fills. */
const DATA =
  /^(?:(?:narrative|partials|statistics|tasks)\/[a-z0-9-]+\.(?:yaml|hbs)|[a-z-]+\.yaml|publication\.hbs)$/;

/** Whether the program writes files of this name so: never a hidden one, and into a plan nothing but what commands add to it. */
export function isWrittenName(name: string, manner: Manner): boolean {
  if (!isInnerName(name) || isHidden(name)) return false;
  if (manner === 'refresh') return SCHEMA.test(name);
  if (manner === 'fill') return DATA.test(name);
  if (manner === 'edit') return DATA.test(name) || EDITION.test(name) || name === ASKED;
  return manner !== 'add' || ADDED.test(name);
}

/** Whether a name has a part that begins with a dot. */
export function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.'));
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
      if (kind === 'file') throw coded('ENOTDIR', above);
      if (kind === 'folder') known.add(above);
    }
    return path.join(folder, name);
  };
}
