// One new file -> the disk, whole or not at all, and never over another.
import { linkSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic, Outcome } from '../diagnostic.ts';
import { displayPath, fault, unwritable } from '../files.ts';

/** The most bytes of a file that a person names: no workbook of an office comes near. */
const LARGEST = 100_000_000;

/** A file that a person named, whole. */
export async function readNamedFile(name: string, working: string): Promise<Outcome<Uint8Array>> {
  const file = path.resolve(working, name);
  const shown = displayPath(file, working);
  const refuse = (rule: string, message: string): Outcome<Uint8Array> => {
    const diagnostic: Diagnostic = fault(rule, shown, message, '읽을 수 있는 통합문서(xlsx)나 csv 파일');
    return { value: undefined, diagnostics: [diagnostic] };
  };
  try {
    const entry = lstatSync(file, { throwIfNoEntry: false });
    if (entry === undefined) return refuse('missing-file', `파일 '${name}'이(가) 없습니다.`);
    if (entry.size > LARGEST) return refuse('workbook-too-large', '통합문서라고 보기에 너무 큰 파일입니다.');
    return { value: await readFile(file), diagnostics: [] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse('unreadable-file', `읽을 수 없습니다 (${code}).`);
  }
}

/**
 * Writes beside the place, then gives it its name in one step that fails when the name is taken. The steps follow each other without a
 * break, so that an interrupted program leaves nothing half done.
 */
export function writeNewFile(file: string, text: string, working: string): Outcome<string> {
  const folder = path.dirname(file);
  const fresh = path.join(folder, `.${path.basename(file)}.${process.pid}.new`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(fresh, text, { flag: 'wx' });
    give(fresh, file);
    return { value: displayPath(file, working), diagnostics: [] };
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const diagnostic = taken
      ? fault('existing-file', displayPath(file, working), '이미 있는 파일이라 쓰지 않았습니다.', '없는 파일')
      : unwritable(file, folder, error, working);
    return { value: undefined, diagnostics: [diagnostic] };
  } finally {
    rmSync(fresh, { force: true });
  }
}

function give(fresh: string, file: string): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    // Some network folders have no links; there the name is looked up first.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined)
      throw Object.assign(new Error('the name is taken'), { code: 'EEXIST' });
    renameSync(fresh, file);
  }
}
