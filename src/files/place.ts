// Paths of this machine -> paths as messages show them, and faults of whole files.
import path from 'node:path';

/** A path as messages show it: relative inside the working folder, whole elsewhere, slashes forward. */
export function displayPath(file: string, working: string): string {
  const relative = path.relative(working, path.resolve(working, file));
  const shown =
    /^\.\.($|[\\/])/.test(relative) || path.isAbsolute(relative) ? path.resolve(working, file) : relative;
  return shown.split(path.sep).join('/') || '.';
}

/** The path, and as other systems store its Korean letters: in pieces (macOS) or composed. */
export function spellingsOf(file: string): readonly string[] {
  return [...new Set([file, file.normalize('NFC'), file.normalize('NFD')])];
}

/** The system's code of an error (`ENOSPC`), or its words. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
