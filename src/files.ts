// The program's own folder, and the only way to the disk: src/files/ reads plans and writes finished files.
import { fileURLToPath } from 'node:url';
import { versionIn } from './files/version.ts';

export { lackingSpace } from './files/address-space.ts';
export { healthOf } from './files/health.ts';
export { readLyingFiles } from './files/lying-files.ts';
export { readNamedFile } from './files/named-file.ts';
export { holdOutput, otherPlan } from './files/output-plans.ts';
export { readHelp, readPageFiles } from './files/page-files.ts';
export { displayPath } from './files/place.ts';
export { bytesDigest, readBytes } from './files/plan-bytes.ts';
export { publishFiles, removeFiles } from './files/publish.ts';
export { MOST_RECORD_BYTES, readFolder } from './files/read-folder.ts';
export { lookBelow, namesIn, namesUnder, recoverBelow, recoverIn } from './files/recover.ts';
export { shortageIn, shortageOf } from './files/shortage.ts';
export {
  type Folders,
  findPlan,
  planHolds,
  plansHere,
  plansOf,
  readFonts,
  readNewPlan,
  readProgramTemplates,
  readSources,
} from './files/sources.ts';
export { readUserFile, removeUserFile, writeUserFile } from './files/user-file.ts';
export { watchFolder } from './files/watch-folder.ts';
export { unwritable } from './files/write-fault.ts';

/** The folder that holds src or dist, templates, fonts and the bundled data: one above this module in both. */
export const PROGRAM_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** The version in the program's package.json. Throws when that file is damaged. */
export function programVersion(): Promise<string> {
  return versionIn(PROGRAM_FOLDER);
}
