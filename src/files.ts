// A plan's folder and the program's own folder -> texts and bytes in memory; finished files -> the disk, all or none.
import type { Dirent } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutputFile, Sources } from './build.ts';
import type { Diagnostic, Outcome } from './diagnostic.ts';

/** The folder that holds src or dist, templates, fonts and the bundled data: one above this module in both. */
export const PROGRAM_FOLDER = fileURLToPath(new URL('..', import.meta.url));

const TEXT_FILE = /\.(yaml|hbs|md|json)$/;
const FONT_FILE = /\.ttf$/;
const PROFILE_FILE = /\.icc$/i;
/** The pattern of a new plan, in templates/; no build reads it. */
const NEW_PLAN = 'new-plan';

interface Folders {
  readonly working: string;
  readonly program: string;
}

/** The version in the program's package.json. Throws when that file is damaged. */
export async function programVersion(): Promise<string> {
  const description: unknown = JSON.parse(await readFile(path.join(PROGRAM_FOLDER, 'package.json'), 'utf8'));
  if (typeof description !== 'object' || description === null || !('version' in description))
    throw new Error('package.json: no version');
  return String(description.version);
}

/**
 * Finds the plan's folder: the path itself, else a name under `data/` of the working folder, else one under the
 * program's `data/`. A folder that does not exist, or is a file, is `missing-file`.
 */
export async function findPlan(plan: string, folders: Folders): Promise<Outcome<string>> {
  const candidates = [
    path.resolve(folders.working, plan),
    path.resolve(folders.working, 'data', plan),
    path.resolve(folders.program, 'data', plan),
  ];
  for (const candidate of candidates) {
    // A folder of another kind that happens to have the plan's name (output/…, a checkout) is passed over.
    if ((await kindOf(path.join(candidate, 'plan.yaml'))) === 'file')
      return { value: candidate, diagnostics: [] };
  }
  const existing = [];
  for (const candidate of candidates) if ((await kindOf(candidate)) === 'folder') existing.push(candidate);
  const message =
    existing[0] === undefined ? `계획 폴더 '${plan}'이(가) 없습니다.` : '계획 폴더에 plan.yaml이 없습니다.';
  const place = existing[0] === undefined ? plan : path.join(existing[0], 'plan.yaml');
  return {
    value: undefined,
    diagnostics: [
      fault(
        'missing-file',
        displayPath(place, folders.working),
        message,
        'plan.yaml이 들어 있는 폴더 경로나 data/ 아래의 폴더 이름',
      ),
    ],
  };
}

/** Whether a plan's folder has a file of this name. */
export function planHolds(folder: string, name: string): Promise<boolean> {
  return stat(path.join(folder, name)).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/** Reads everything one build needs. Fonts are left out where no PDF is to be made, ICC profiles where nothing is printed. */
export async function readSources(
  planFolder: string,
  folders: Folders,
  options: { readonly fonts: boolean; readonly profiles?: boolean },
): Promise<Outcome<Sources>> {
  const templateFolder = path.join(folders.program, 'templates');
  const fontFolder = path.join(folders.program, 'fonts');
  const none: FolderContent = { files: new Map(), diagnostics: [] };
  const profilesIn = (folder: string) =>
    options.profiles === true ? readFolder(folder, folders.working, PROFILE_FILE) : none;
  const [plan, templates, fonts, ownProfiles, planProfiles] = await Promise.all([
    readFolder(planFolder, folders.working, TEXT_FILE),
    readFolder(templateFolder, folders.working, TEXT_FILE, NEW_PLAN),
    options.fonts ? readFolder(fontFolder, folders.working, FONT_FILE) : none,
    profilesIn(path.join(templateFolder, 'press')),
    profilesIn(planFolder),
  ]);
  const planTexts = decodeAll(plan.files, displayPath(planFolder, folders.working));
  const templateTexts = decodeAll(templates.files, displayPath(templateFolder, folders.working));
  return {
    value: {
      plan: { displayRoot: displayPath(planFolder, folders.working), files: planTexts.texts },
      templates: { displayRoot: displayPath(templateFolder, folders.working), files: templateTexts.texts },
      fonts: fonts.files,
      profiles: new Map([...ownProfiles.files, ...planProfiles.files]),
    },
    diagnostics: [
      ...[plan, templates, fonts, ownProfiles, planProfiles],
      ...[planTexts, templateTexts],
    ].flatMap((part) => part.diagnostics),
  };
}

/** Reads the files that a new plan begins with. */
export async function readNewPlan(folders: Folders): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  const root = path.join(folders.program, 'templates', NEW_PLAN);
  const { files, diagnostics } = await readFolder(root, folders.working, TEXT_FILE);
  return { value: files, diagnostics };
}

/**
 * Writes the files into the folder as a set: every one is written beside its place first, then all are renamed. When
 * anything fails, what stood there before is put back and the fault is told. The value is the paths written.
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  working: string,
): Promise<Outcome<readonly string[]>> {
  const steps = files.map((file) => {
    const target = path.join(folder, file.name);
    const hidden = path.join(folder, `.${file.name}.${process.pid}`);
    return { file, target, fresh: `${hidden}.new`, old: `${hidden}.old` };
  });
  let current = folder;
  const begun: { target: string; old: string; replaced: boolean }[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const step of steps) await writeFile(step.fresh, step.file.bytes);
    for (const step of steps) {
      current = step.target;
      if ((await kindOf(step.target)) === 'folder')
        throw Object.assign(new Error('a folder has the name of an output'), { code: 'EISDIR' });
      begun.push({ ...step, replaced: await moveIfThere(step.target, step.old) });
      await rename(step.fresh, step.target);
    }
  } catch (error) {
    for (const { target, old, replaced } of begun)
      await (replaced ? rename(old, target) : rm(target, { force: true }));
    await Promise.all(steps.map((step) => rm(step.fresh, { force: true }).catch(() => undefined)));
    return { value: undefined, diagnostics: [unwritable(current, folder, error, working)] };
  }
  // The new files stand: an old one that cannot be removed is no reason to say otherwise.
  await Promise.all(begun.map(({ old }) => rm(old, { force: true }).catch(() => undefined)));
  return { value: steps.map((step) => displayPath(step.target, working)), diagnostics: [] };
}

/** A path as messages show it: relative inside the working folder, whole elsewhere, slashes forward. */
export function displayPath(file: string, working: string): string {
  const relative = path.relative(working, path.resolve(working, file));
  const shown =
    /^\.\.($|[\\/])/.test(relative) || path.isAbsolute(relative) ? path.resolve(working, file) : relative;
  return shown.split(path.sep).join('/') || '.';
}

export function unwritable(current: string, folder: string, error: unknown, working: string): Diagnostic {
  const reason = ` (${codeOf(error)})`;
  return current === folder
    ? fault(
        'unwritable-folder',
        displayPath(folder, working),
        `폴더에 쓸 수 없습니다${reason}.`,
        '쓰기 권한이 있고 빈 공간이 있는 폴더',
      )
    : fault(
        'unwritable-file',
        displayPath(current, working),
        `파일을 바꿔 쓸 수 없습니다${reason}. 다른 프로그램에서 열려 있으면 닫고 다시 실행하십시오.`,
        '닫혀 있는 파일',
      );
}

interface FolderContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files below a folder whose names fit, keyed by their path in it with forward slashes, in code-unit order. `except` is a folder in it to leave out. */
export async function readFolder(
  root: string,
  working: string,
  fits: RegExp,
  except?: string,
): Promise<FolderContent> {
  const names: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const unreadable = (file: string, error: unknown) =>
    diagnostics.push(
      fault(
        'unreadable-file',
        displayPath(file, working),
        `읽을 수 없습니다 (${codeOf(error)}).`,
        '읽을 수 있는 파일',
      ),
    );
  const walk = async (folder: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      unreadable(path.join(root, folder), error);
      return;
    }
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || name === except) continue;
      if (entry.isDirectory()) await walk(name);
      else if (fits.test(entry.name)) names.push(name);
    }
  };
  await walk('');
  const read = await Promise.all(
    names.sort(byCodeUnit).map(async (name): Promise<[string, Uint8Array] | undefined> => {
      try {
        return [name, await readFile(path.join(root, name))];
      } catch (error) {
        unreadable(path.join(root, name), error);
        return undefined;
      }
    }),
  );
  return { files: new Map(read.filter((entry) => entry !== undefined)), diagnostics };
}

function decodeAll(
  files: ReadonlyMap<string, Uint8Array>,
  displayRoot: string,
): { texts: ReadonlyMap<string, string>; diagnostics: readonly Diagnostic[] } {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, bytes] of files) {
    try {
      // Windows line ends would count as characters of the line in the outline grammar.
      texts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n'));
    } catch {
      diagnostics.push({
        rule: 'not-utf8',
        severity: 'error',
        message: 'UTF-8이 아닌 글자가 있습니다.',
        expected: 'UTF-8로 저장한 글 파일',
        place: { file: `${displayRoot}/${name}`, ...firstInvalid(bytes) },
      });
    }
  }
  return { texts, diagnostics };
}

/** Line and column (from 1) of the first byte sequence that is not UTF-8. */
function firstInvalid(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let before = '';
  try {
    for (let index = 0; index < bytes.length; index++)
      before += decoder.decode(bytes.subarray(index, index + 1), { stream: true });
  } catch {
    // What was decoded so far ends right before the fault.
  }
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await lstat(from);
  } catch {
    return false;
  }
  await rename(from, to);
  return true;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

export function fault(rule: string, file: string, message: string, expected: string): Diagnostic {
  return { rule, severity: 'error', message, expected, place: { file, line: 1, column: 1 } };
}
